"""The same JWEs through other people's programs: Python's jwcrypto and joserfc, panva's jose for JavaScript, and the jose tool
of Debian."""

import base64
import functools
import json
import os
import shutil
import subprocess

from support import Case

try:
    from jwcrypto import jwe as jwcrypto_jwe
    from jwcrypto import jwk as jwcrypto_jwk
except ImportError:
    jwcrypto_jwe = None
try:
    from joserfc import jwe as joserfc_jwe
    from joserfc import jwk as joserfc_jwk
except ImportError:
    joserfc_jwe = None

SHARED, PAIR = "A256KW", "ECDH-ES+A256KW"
RECORDS = [b'{"role":"user","content":"caf\xc3\xa9"}', b"not JSON", b"\xff\x00\x01", b"x" * 4097]


def flattened(compact):
    """Another spelling of the compact form. Both libraries' own JSON leaves epk outside of what the tag covers."""
    return json.dumps(dict(zip(("protected", "encrypted_key", "iv", "ciphertext", "tag"), compact.split(".")))).encode()


class Jwcrypto:
    """Python's jwcrypto."""

    here = jwcrypto_jwe is not None
    largest = 1 << 20

    @staticmethod
    def seal(key, plaintext):
        key = jwcrypto_jwk.JWK.from_json(key)
        header = {"alg": PAIR if key["kty"] != "oct" else SHARED, "enc": "A256GCM", "kid": key["kid"]}
        return flattened(jwcrypto_jwe.JWE(plaintext, json.dumps(header), recipient=key).serialize(compact=True))

    @staticmethod
    def open(key, line):
        token = jwcrypto_jwe.JWE()
        token.deserialize(line.decode(), jwcrypto_jwk.JWK.from_json(key))
        return token.payload

    @staticmethod
    def pair(curve):
        key = jwcrypto_jwk.JWK.generate(kty="EC" if curve == "P-256" else "OKP", crv=curve, kid="theirs", alg=PAIR)
        return key.export_private(), key.export_public()

    @staticmethod
    def shared():
        return jwcrypto_jwk.JWK.generate(kty="oct", size=256, kid="theirs", alg=SHARED).export()


class Joserfc:
    """Python's joserfc."""

    here = joserfc_jwe is not None
    # It refuses texts of more than 64 KiB.
    largest = 48 << 10

    @staticmethod
    def seal(key, plaintext):
        key = joserfc_jwk.import_key(json.loads(key))
        alg = SHARED if key.key_type == "oct" else PAIR
        header = {"alg": alg, "enc": "A256GCM", "kid": key.kid}
        return flattened(joserfc_jwe.encrypt_compact(header, plaintext, key, algorithms=[alg, "A256GCM"]))

    @staticmethod
    def open(key, line):
        key = joserfc_jwk.import_key(json.loads(key))
        return joserfc_jwe.decrypt_json(json.loads(line), key, algorithms=[SHARED, PAIR, "A256GCM"]).plaintext

    @staticmethod
    def pair(curve):
        make = joserfc_jwk.ECKey if curve == "P-256" else joserfc_jwk.OKPKey
        key = make.generate_key(curve, {"kid": "theirs", "alg": PAIR})
        return json.dumps(key.as_dict(private=True)), json.dumps(key.as_dict(private=False))

    @staticmethod
    def shared():
        return json.dumps(joserfc_jwk.OctKey.generate_key(256, {"kid": "theirs", "alg": SHARED}).as_dict(private=True))


# What Debian calls node-jose.
PANVA = """
const jose = require("jose"), text = JSON.parse(require("fs").readFileSync(0));
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const jobs = {
  async seal({ key, header, plaintext }) {
    const sealing = new jose.FlattenedEncrypt(Buffer.from(plaintext, "base64")).setProtectedHeader(header);
    return sealing.encrypt(await jose.importJWK(key, header.alg));
  },
  async open({ key, alg, line }) {
    return base64((await jose.flattenedDecrypt(line, await jose.importJWK(key, alg))).plaintext);
  },
  async pair({ alg, crv }) {
    const { privateKey, publicKey } = await jose.generateKeyPair(alg, { crv, extractable: true });
    return [await jose.exportJWK(privateKey), await jose.exportJWK(publicKey)];
  },
  async shared({ alg }) {
    return jose.exportJWK(await jose.generateSecret(alg, { extractable: true }));
  },
};
jobs[text.job](text).then((result) => console.log(JSON.stringify(result)), (error) => { console.error(error); process.exit(1); });
"""


class Panva:
    """panva's jose, for JavaScript."""

    largest = 1 << 20

    @staticmethod
    def run(**job):
        done = subprocess.run(
            ["node", "-e", PANVA], input=json.dumps(job).encode(), capture_output=True, timeout=60,
            env=os.environ | {"NODE_PATH": "/usr/share/nodejs"},
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        return json.loads(done.stdout)

    @staticmethod
    @functools.cache
    def is_here():
        try:
            Panva.run(job="shared", alg=SHARED)
        except (OSError, RuntimeError):
            return False
        return True

    @staticmethod
    def seal(key, plaintext):
        key = json.loads(key)
        header = {"alg": SHARED if key["kty"] == "oct" else PAIR, "enc": "A256GCM", "kid": key["kid"]}
        return json.dumps(
            Panva.run(job="seal", key=key, header=header, plaintext=base64.b64encode(plaintext).decode())
        ).encode()

    @staticmethod
    def open(key, line):
        key = json.loads(key)
        alg = SHARED if key["kty"] == "oct" else PAIR
        return base64.b64decode(Panva.run(job="open", key=key, alg=alg, line=json.loads(line)))

    @staticmethod
    def pair(curve):
        more = {"kid": "theirs", "alg": PAIR}
        return tuple(json.dumps(key | more) for key in Panva.run(job="pair", alg=PAIR, crv=curve))

    @staticmethod
    def shared():
        return json.dumps(Panva.run(job="shared", alg=SHARED) | {"kid": "theirs", "alg": SHARED})


class Interop(Case):
    def peers(self):
        peers = [peer for peer in (Jwcrypto, Joserfc) if peer.here]
        if not peers:
            self.skipTest("Python has neither jwcrypto nor joserfc")
        return peers

    def panva(self):
        if not Panva.is_here():
            self.skipTest("there is no jose for JavaScript")
        return Panva

    def read(self, name):
        return (self.folder / name).read_text()

    def their_lines_open(self, peer, private, public):
        self.write("private", private)
        lines = [peer.seal(public, record) for record in RECORDS]
        out = self.bash_ok("unseal -k private", b"\n".join(lines) + b"\n")
        self.assertEqual(out, b"".join(record + b"\n" for record in RECORDS), peer.__doc__)

    def our_lines_open(self, peer, sealing, private):
        lines = self.bash_ok(f"seal -k {sealing}", b"\n".join(RECORDS) + b"\n").splitlines()
        # The line that begins a chain is the tool's own.
        first, *records = [peer.open(private, line) for line in lines]
        self.assertEqual(json.loads(first)["seal"], 1)
        self.assertEqual(records, RECORDS, peer.__doc__)

    def test_python_opens_what_is_sealed_with_a_shared_key(self):
        self.bash_ok("seal --new-key key.jwk")
        for peer in self.peers():
            self.our_lines_open(peer, "key.jwk", self.read("key.jwk"))

    def test_python_opens_what_is_sealed_to_a_public_key(self):
        for curve in ("P-256", "X25519"):
            name = f"pair-{curve}"
            self.bash_ok(f"seal --new-key-pair {name} --curve {curve}")
            for peer in self.peers():
                self.our_lines_open(peer, f"{name}.pub", self.read(name))

    def test_what_python_seals_with_our_keys_opens(self):
        self.bash_ok("seal --new-key key.jwk; seal --new-key-pair a; seal --new-key-pair b --curve X25519")
        for peer in self.peers():
            self.their_lines_open(peer, self.read("key.jwk"), self.read("key.jwk"))
            self.their_lines_open(peer, self.read("a"), self.read("a.pub"))
            self.their_lines_open(peer, self.read("b"), self.read("b.pub"))

    def test_what_python_seals_with_its_own_keys_opens_and_the_way_back(self):
        for peer in self.peers():
            shared = peer.shared()
            self.their_lines_open(peer, shared, shared)
            self.write("shared", shared)
            self.our_lines_open(peer, "shared", shared)
            for curve in ("P-256", "X25519"):
                private, public = peer.pair(curve)
                self.their_lines_open(peer, private, public)
                self.write("public", public)
                self.our_lines_open(peer, "public", private)

    def test_javascript_opens_what_is_sealed_and_what_it_seals_opens(self):
        peer = self.panva()
        self.bash_ok("seal --new-key key.jwk; seal --new-key-pair a; seal --new-key-pair b --curve X25519")
        for private, public in (("key.jwk", "key.jwk"), ("a", "a.pub"), ("b", "b.pub")):
            self.our_lines_open(peer, public, self.read(private))
            self.their_lines_open(peer, self.read(private), self.read(public))

    def test_javascript_does_so_with_its_own_keys(self):
        peer = self.panva()
        keys = [(peer.shared(),) * 2] + [peer.pair(curve) for curve in ("P-256", "X25519")]
        for private, public in keys:
            self.their_lines_open(peer, private, public)
            self.write("public", public)
            self.our_lines_open(peer, "public", private)

    def test_a_set_of_keys_opens_what_each_of_them_sealed(self):
        self.bash_ok("seal --new-key a.jwk; seal --new-key b.jwk; seal --new-key-pair pair")
        keys = [json.loads(self.read(name)) for name in ("a.jwk", "b.jwk", "pair")]
        self.write("set", json.dumps({"keys": keys}))
        sealed = self.bash_ok("for key in a.jwk b.jwk pair set; do echo $key | seal --no-chain -k $key; done")
        self.assertEqual(self.bash_ok("unseal -k set", sealed), b"a.jwk\nb.jwk\npair\nset\n")
        self.assertEqual(self.bash("unseal -k b.jwk", sealed).out, b"")

    def test_any_size_comes_back_through_both(self):
        self.bash_ok("seal --new-key key.jwk")
        sizes = [1, 2, 3, 15, 16, 17, 4095, 4096, 4097, 65535, 65536, 65537, 262143, 262144, 262145, 1000000]
        records = [b"x" * size for size in sizes]
        sealed = self.bash_ok("seal -k key.jwk", b"\n".join(records))
        self.assertEqual(self.bash_ok("unseal -k key.jwk", sealed), b"\n".join(records) + b"\n")
        for peer in self.peers():
            lines = sealed.splitlines()[1:]
            for line, record in zip(lines, records):
                if len(record) <= peer.largest:
                    self.assertEqual(peer.open(self.read("key.jwk"), line), record)

    def test_compressed_text_is_refused(self):
        self.bash_ok("seal --new-key key.jwk")
        if jwcrypto_jwe is None:
            self.skipTest("Python has no jwcrypto")
        key = jwcrypto_jwk.JWK.from_json(self.read("key.jwk"))
        header = {"alg": SHARED, "enc": "A256GCM", "zip": "DEF"}
        line = jwcrypto_jwe.JWE(b"x" * 1000, json.dumps(header), recipient=key).serialize()
        outcome = self.bash("unseal -k key.jwk", line + "\n")
        self.assertEqual((outcome.status, outcome.out), (1, b""))
        self.assertIn(b"a JWE with zip, which is not supported", outcome.err)

    def test_many_threads_share_no_content_key(self):
        self.bash_ok("seal --new-key key.jwk")
        text = b"".join(b'{"n":%d,"text":"%s"}\n' % (n, b"x" * 200) for n in range(20000))
        sealed = self.bash_ok("seal -j 4 -k key.jwk", text)
        lines = [json.loads(line) for line in sealed.splitlines()]
        nonces = [(line["encrypted_key"], line["iv"]) for line in lines if "iv" in line]
        self.assertEqual(len(nonces), 20001)
        self.assertEqual(len(set(nonces)), len(nonces))
        # One for each thread, and one for the first line.
        self.assertLessEqual(len({key for key, _ in nonces}), 5)
        self.assertEqual(self.bash_ok("unseal -j 4 -k key.jwk", sealed), text)


class DebianJose(Case):
    def setUp(self):
        super().setUp()
        if shutil.which("jose") is None:
            self.skipTest("there is no jose")

    def open_with_jose(self, key, sealing):
        lines = self.bash_ok(f"seal -k {sealing}", b"\n".join(RECORDS) + b"\n").splitlines()
        opened = []
        for line in lines:
            self.write("line", line)
            opened.append(self.bash_ok(f"jose jwe dec -i line -k {key}"))
        self.assertEqual(json.loads(opened[0])["seal"], 1)
        self.assertEqual(opened[1:], RECORDS)

    def open_from_jose(self, key, sealing):
        for record in RECORDS:
            self.write("record", record)
            line = self.bash_ok(f"""jose jwe enc -i '{{"protected":{{"enc":"A256GCM"}}}}' -I record -k {sealing}""")
            flat = json.loads(line)
            # Its recipients' headers are unprotected, which is not ours: they are put where the tag covers them.
            if "header" in flat or "recipients" in flat:
                outcome = self.bash(f"unseal -k {key}", line.strip() + b"\n")
                self.assertEqual((outcome.status, outcome.out), (1, b""), str(outcome))
                self.assertIn(b"which is not supported", outcome.err)
            else:
                self.assertEqual(self.bash_ok(f"unseal -k {key}", line.strip() + b"\n"), record + b"\n")

    def protected_from_jose(self, key, sealing, header):
        for record in RECORDS:
            self.write("record", record)
            template = json.dumps({"protected": header})
            line = self.bash_ok(f"jose jwe enc -i '{template}' -I record -k {sealing}")
            flat = json.loads(line)
            self.assertNotIn("header", flat)
            self.assertEqual(self.bash_ok(f"unseal -k {key}", line.strip() + b"\n"), record + b"\n")

    def test_it_opens_what_is_sealed_with_a_shared_key(self):
        self.bash_ok("seal --new-key key.jwk")
        self.open_with_jose("key.jwk", "key.jwk")

    def test_it_opens_what_is_sealed_to_a_public_key(self):
        self.bash_ok("seal --new-key-pair pair")
        self.open_with_jose("pair", "pair.pub")

    def test_what_it_seals_opens(self):
        self.bash_ok("seal --new-key key.jwk")
        self.protected_from_jose("key.jwk", "key.jwk", {"alg": SHARED, "enc": "A256GCM"})

    def test_what_it_leaves_unprotected_is_refused(self):
        self.bash_ok("seal --new-key-pair pair")
        self.open_from_jose("pair", "pair.pub")

    def test_its_keys_are_ours(self):
        self.bash_ok("""umask 77; jose jwk gen -i '{"alg":"A256KW"}' -o a; echo 1 | seal -k a | unseal -k a""")
        template = '{"kty":"EC","crv":"P-256"}'
        self.bash_ok(f"umask 77; jose jwk gen -i '{template}' -o b; jose jwk pub -i b -o b.pub")
        self.assertEqual(self.bash_ok("echo 1 | seal -k b.pub | unseal -k b"), b"1\n")
        self.assertEqual(self.bash("echo 1 | seal -k b.pub | unseal -k b.pub").status, 1)

    def test_its_other_curves_are_refused_by_name(self):
        self.bash_ok("""umask 77; jose jwk gen -i '{"alg":"ECDH-ES+A256KW"}' -o b""")
        self.assertIn(b"crv P-521, which is not supported", self.bash("echo 1 | seal -k b").err)

    def read(self, name):
        return (self.folder / name).read_text()
