"""Keys are nowhere but where they must be: not in memory when they are not needed any more, not in the environment, in no
core file, in no message; and what others can read is refused."""

import base64
import contextlib
import hashlib
import hmac
import json
import os
import pathlib
import resource
import runpy
import select
import signal
import subprocess
import time
import unittest

import memory
from support import Case

try:
    from cryptography.hazmat.primitives.keywrap import aes_key_unwrap
except ImportError:
    aes_key_unwrap = None

CAN_LOOK = memory.can_look()
RECORDS = b"".join(b'{"n":%d}\n' % number for number in range(20))
# What is looked for, at every fourth byte: a wipe that leaves less than twelve bytes leaves nothing that is worth having.
PART, STEP = 8, 4


def bytes_of(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def halves(secret):
    """The parts of a secret as ciphers have them, and the other way round, as libcrypto keeps numbers."""
    size = len(secret) // 2
    return [secret[:size], secret[size:], secret[::-1][:size], secret[::-1][size:]]


def hkdf(key, info):
    return hmac.digest(hmac.digest(bytes(32), key, "sha256"), info + b"\x01", "sha256")


def evolving_secrets(case, name, log):
    """What follows from the first line of a chain: the keys of its lines by number, those that sealed the first line and
    the last, and what they were wrapped with."""
    if aes_key_unwrap is None:
        case.skipTest("Python has no cryptography")
    reader = runpy.run_path(str(pathlib.Path(__file__).resolve().parents[3] / "examples/open_sealed.py"))
    key = json.loads(case.read(name))
    lines = [json.loads(line) for line in (case.folder / log).read_text().splitlines()]
    secrets = {}
    for what, line in (("first", lines[0]), ("last", lines[-1])):
        wrapping_key = reader["wrapping_key"](key, json.loads(bytes_of(line["protected"])))
        secrets[f"{what} line's wrapping key"] = wrapping_key
        secrets[f"{what} line's content key"] = aes_key_unwrap(wrapping_key, bytes_of(line["encrypted_key"]))
    chain_key = bytes_of(json.loads(reader["open_record"](lines[0], key)[0])["key"])
    for number in range(len(lines) + 1):
        secrets[number] = chain_key
        chain_key = hmac.digest(chain_key, b"evolve", "sha256")
    return secrets


class KeyCase(Case):
    def setUp(self):
        super().setUp()
        self.bash_ok(
            "seal --new-key fernet; seal --new-key oct.jwk; seal --new-key-pair pair; seal --new-key-pair okp --curve X25519"
        )

    KINDS = {"fernet": "fernet", "oct.jwk": "oct.jwk", "pair": "pair.pub", "okp": "okp.pub"}

    def read(self, name):
        return (self.folder / name).read_text().strip()

    def secret(self, name):
        """The bytes of a key file's secret, and its text."""
        text = self.read(name)
        if text.startswith("{"):
            key = json.loads(text)
            text = key.get("k") or key["d"]
        return bytes_of(text), text.encode()

    def sealed(self, name):
        return self.bash_ok(f"seal -k {self.KINDS[name]}", RECORDS)


@unittest.skipUnless(CAN_LOOK, "this process may not look into the memory of others")
class Left(KeyCase):
    """What is left of a key when its tool is done."""

    def ends_clean(self, name, command, stdin=b"", status=0, env=None, others=()):
        ended = memory.Ended(command.split(), stdin, env)
        self.assertEqual(ended.status, status, command)
        self.assertEqual(ended.children, [], command)
        secret, text = self.secret(name)
        for looked_for in [secret, secret[::-1], text, *others]:
            for start in range(0, len(looked_for) - PART + 1, STEP):
                part = looked_for[start : start + PART]
                self.assertEqual(ended.memory.count(part), 0, f"{command}: bytes {start} of {name}")

    def test_no_part_of_a_key_is_left_when_lines_are_sealed(self):
        for name in self.KINDS:
            for option in ("", "--no-chain", f"-o out-{name}", f"-a log-{name}", "-j 4"):
                self.ends_clean(name, f"seal {option} -k {name}", RECORDS)
        for option in ("--bare", "--whole"):
            self.ends_clean("fernet", f"seal {option} -k fernet", RECORDS)

    def test_no_part_of_a_key_is_left_when_lines_are_opened(self):
        for name in self.KINDS:
            sealed = self.sealed(name)
            for option in ("", "-j 4", "--skip-bad"):
                self.ends_clean(name, f"unseal {option} -k {name}", sealed)

    def test_no_part_of_a_key_is_left_when_much_is_done_by_many(self):
        text = b"".join(b'{"n":%d,"text":"%s"}\n' % (n, b"x" * 200) for n in range(20000))
        self.write("many", text)
        for name in self.KINDS:
            self.ends_clean(name, f"seal -j 4 -k {name} -o sealed many")
            self.ends_clean(name, f"unseal -j 4 -k {name} sealed")

    def test_no_part_of_a_key_is_left_after_a_failure(self):
        for name in self.KINDS:
            sealed = self.sealed(name)
            # In the middle of the last line.
            self.ends_clean(name, f"unseal -k {name}", sealed[:-70] + b"!" + sealed[-69:], status=1)
            self.ends_clean(name, f"unseal -k {name}", RECORDS, status=1)
            self.ends_clean(name, f"seal -k {name} none", status=2)
            self.ends_clean(name, f"seal -k {name} -o no/where", RECORDS, status=2)
            self.ends_clean(name, f"seal -k {name} --max-line-bytes 4", RECORDS, status=2)
            self.ends_clean(name, f"seal -k {name} -k none", RECORDS, status=2)

    def test_no_part_of_a_key_is_left_of_a_file_that_is_refused(self):
        self.write("more", self.read("fernet") + "\nx\n")
        self.write("large", self.read("fernet") + "\n" * (64 << 10))
        self.write("cut", self.read("fernet")[:-1])
        for name in ("more", "large", "cut"):
            self.ends_clean("fernet", f"seal -k {name}", RECORDS, status=2)
        for name in ("oct.jwk", "pair", "okp"):
            key = json.loads(self.read(name))
            self.write("cut", self.read(name)[:-1])
            self.write("use", json.dumps(key | {"use": "sig"}))
            self.write("alg", json.dumps(key | {"alg": "dir"}))
            self.write("two", json.dumps({"keys": [key, key]}))
            self.write("long", json.dumps({name: value + "AA" if name in "kd" else value for name, value in key.items()}))
            refused = ["cut", "use", "alg", "two", "long"]
            if "d" in key:
                # The private half of another point.
                self.write("x", json.dumps(key | {"x": self.other(key)["x"]}))
                refused.append("x")
            for file in refused:
                self.ends_clean(name, f"seal -k {file}", RECORDS, status=2)
            (self.folder / name).chmod(0o644)
            self.ends_clean(name, f"seal -k {name}", RECORDS, status=2)

    def other(self, key):
        self.bash_ok(f"rm -f other other.pub; seal --new-key-pair other --curve {key['crv']}")
        return json.loads(self.read("other"))

    def test_no_part_of_either_key_is_left_when_a_log_gets_another(self):
        self.needs("seal --rekey")
        for old, new in (("fernet", "oct.jwk"), ("oct.jwk", "pair"), ("pair", "okp"), ("okp", "fernet")):
            for name in (old, new):
                self.bash_ok(f"rm -f log log.head; seal -k {self.KINDS[old]} -a log", RECORDS)
                self.ends_clean(name, f"seal --rekey --old-key-file {old} -k {new} -i log")
            self.assertEqual(self.bash_ok(f"unseal -k {new} log"), RECORDS)
            self.bash_ok("echo '{}' >> log")
            self.ends_clean(new, f"seal --rekey --old-key-file {new} -k {old} -i log", status=2)

    def test_no_part_of_a_new_key_is_left(self):
        for name, option in (("a", "--new-key"), ("a.jwk", "--new-key"), ("b", "--new-key-pair")):
            ended = memory.Ended(["seal", option, name])
            secret, text = self.secret(name)
            for looked_for in [*halves(secret), text[:20], text[-20:]]:
                self.assertEqual(ended.memory.count(looked_for), 0, name)

    def test_no_part_of_what_follows_from_a_key_is_left(self):
        if aes_key_unwrap is None:
            self.skipTest("Python has no cryptography")
        secret, _ = self.secret("fernet")
        self.ends_clean("fernet", "seal -k fernet -o sealed", RECORDS, others=[hkdf(secret, b"seal chain v1")])
        self.ends_clean("fernet", "unseal -k fernet sealed", others=[hkdf(secret, b"seal chain v1")])
        secret, _ = self.secret("oct.jwk")
        # Its content key is not known before it has ended.
        self.write("one", RECORDS)
        ended = memory.Ended("seal -k oct.jwk -o sealed one".split())
        line = json.loads((self.folder / "sealed").read_text().splitlines()[-1])
        content_key = aes_key_unwrap(secret, bytes_of(line["encrypted_key"]))
        for part in halves(content_key):
            self.assertEqual(ended.memory.count(part), 0)
        self.ends_clean("oct.jwk", "unseal -k oct.jwk sealed", others=[content_key])

    def test_no_part_of_a_chain_key_that_evolves_is_left(self):
        for name in ("pair", "okp"):
            ended = memory.Ended(f"seal -k {name}.pub -a log-{name}".split(), RECORDS)
            secrets = evolving_secrets(self, name, f"log-{name}")
            for what, secret in secrets.items():
                for part in halves(secret):
                    self.assertEqual(ended.memory.count(part), 0, f"{name}: {what}")
            text = (self.folder / f"log-{name}").read_bytes()
            self.ends_clean(name, f"unseal -k {name}", text, others=secrets.values())
            # It goes on with the key in the head file, of which there is then another.
            self.ends_clean(name, f"seal -k {name} -a log-{name}", RECORDS, others=secrets.values())
            last = evolving_secrets(self, name, f"log-{name}")
            self.ends_clean(name, f"unseal -k {name} --genesis=log-{name}", text[-200:].split(b"\n", 1)[1], others=last.values())

    def test_no_part_of_a_key_is_left_of_the_environment(self):
        for name in ("fernet", "oct.jwk"):
            self.ends_clean(name, "seal", RECORDS, env={"SEAL_KEY": self.read(name)})
            # Also where it is not needed, and where it is none.
            self.ends_clean(name, "seal -k pair", RECORDS, env={"SEAL_KEY": self.read(name)})
            self.ends_clean(name, "seal", RECORDS, status=2, env={"SEAL_KEY": self.read(name) + "x"})

    def test_no_part_of_a_key_is_left_of_pseudonyms(self):
        record = b'{"text":"write to joe@example.org"}\n'
        for kind in ("pseudonym", "hash"):
            self.ends_clean("fernet", f"redact --replace={kind} --pseudonym-key fernet", record)


class AtWork(KeyCase):
    """A tool that has its key and waits for the next line."""

    @contextlib.contextmanager
    def waiting(self, command, line=b"{}\n", user=None, **options):
        process = subprocess.Popen(
            command.split(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, user=user, **options
        )
        try:
            process.stdin.write(line)
            process.stdin.flush()
            self.assertTrue(select.select([process.stdout], [], [], 20)[0], command)
            process.stdout.readline()
            # Until it sleeps in read(2).
            for _ in range(200):
                if pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "S":
                    break
                time.sleep(0.01)
            yield process
        finally:
            process.stdin.close()
            process.stdout.close()
            process.wait()

    @unittest.skipUnless(CAN_LOOK, "this process may not look into the memory of others")
    def test_a_key_is_in_memory_once_and_once_more_in_each_cipher(self):
        # As a key, and at the head of the key schedule of AES; numbers the other way round.
        counts = {"fernet": [1, 2, 0, 0], "oct.jwk": [1, 1, 0, 0], "pair": [0, 0, 1, 1], "okp": [1, 1, 0, 0]}
        for name in self.KINDS:
            secret, text = self.secret(name)
            for command, line in ((f"seal -k {name}", b"{}\n"), (f"unseal -k {name}", self.sealed(name))):
                with self.waiting(command, line) as process:
                    seen = memory.Memory(process.pid)
                found = [seen.count(part) for part in halves(secret)]
                self.assertTrue(
                    all(count <= most for count, most in zip(found, counts[name])) and sum(found) > 0, f"{command}: {found}"
                )
                for start in range(0, len(text) - PART + 1, STEP):
                    self.assertEqual(seen.count(text[start : start + PART]), 0, command)

    @unittest.skipUnless(CAN_LOOK, "this process may not look into the memory of others")
    def test_of_the_keys_of_an_evolving_chain_only_that_of_the_next_line_is_there(self):
        for name in ("pair", "okp"):
            with self.waiting(f"seal -k {name}.pub -a log-{name} --ack", b"1\n") as process:
                for _ in range(3):
                    process.stdin.write(b"2\n")
                    process.stdin.flush()
                    process.stdout.readline()
                seen = memory.Memory(process.pid)
                secrets = evolving_secrets(self, name, f"log-{name}")
            self.assertEqual(max(what for what in secrets if isinstance(what, int)), 5)
            self.assertGreater(sum(map(seen.count, halves(secrets.pop(5)))), 0, name)
            # The lines go on under this one; the first line had another.
            self.assertGreater(sum(map(seen.count, halves(secrets.pop("last line's content key")))), 0, name)
            for what, secret in secrets.items():
                for part in halves(secret):
                    self.assertEqual(seen.count(part), 0, f"{name}: {what}")

    def test_the_environment_shows_the_key_no_longer(self):
        key = self.read("fernet")
        with self.waiting("seal", env=os.environ | {"SEAL_KEY": key, "OTHER": "value"}) as process:
            try:
                with open(f"/proc/{process.pid}/environ", "rb") as file:
                    environment = file.read()
            except PermissionError:
                return
        self.assertIn(b"OTHER=value", environment)
        self.assertNotIn(key.encode()[:PART], environment)
        self.assertNotIn(key.encode()[-PART:], environment)

    def test_its_equals_cannot_look_into_it(self):
        user = 65534 if os.getuid() == 0 else None
        for file in self.folder.iterdir():
            if user:
                os.chown(file, user, user)
        sealed = self.sealed("pair")
        commands = [("seal -k fernet", b"{}\n"), ("unseal -k pair", sealed)]
        commands.append(("redact --replace=hash --pseudonym-key fernet", b"{}\n"))
        for command, line in commands:
            with self.waiting(command, line, user) as process:
                self.assertEqual(os.stat(f"/proc/{process.pid}/mem").st_uid, 0, command)
        with self.waiting("redact", user=user) as process:
            self.assertEqual(os.stat(f"/proc/{process.pid}/mem").st_uid, user or os.getuid())

    def test_its_key_is_on_no_swap_device(self):
        if resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] < 1 << 20:
            self.skipTest("no memory can be locked here")
        with self.waiting("seal -k fernet") as process:
            locked = self.status(process, "VmLck")
        self.assertGreater(int(locked.split()[0]), 0)

    def status(self, process, name):
        text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        return next(line for line in text.splitlines() if line.startswith(name + ":")).split(":")[1]

    def test_without_a_right_to_lock_memory_it_works_all_the_same(self):
        self.assertEqual(self.bash_ok("(ulimit -l 0; seal -k fernet) | unseal -k fernet", b"{}\n"), b"{}\n")

    def dies(self, command):
        """Whether a core file was written, or handed to whoever takes them."""
        with self.waiting(command, preexec_fn=self.allow_cores) as process:
            process.send_signal(signal.SIGSEGV)
            _, status = os.waitpid(process.pid, 0)
        self.assertTrue(os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGSEGV, command)
        return os.WCOREDUMP(status)

    @staticmethod
    def allow_cores():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def test_there_is_no_core_file_of_a_tool_that_has_a_key(self):
        for command in ("seal -k fernet", "seal -k pair.pub", "redact --replace=hash --pseudonym-key fernet"):
            self.assertFalse(self.dies(command), command)
        if not self.dies("cat"):
            self.skipTest("there are no core files here at all")

    def test_a_crash_shows_no_memory(self):
        tool = "/opt/swift/usr/libexec/swift/linux/swift-backtrace-static"
        for command in ("seal -k fernet", "redact"):
            with self.waiting(command, env=os.environ | {"SWIFT_BACKTRACE": f"enable=yes,swift-backtrace={tool}"}) as process:
                caught = int(self.status(process, "SigCgt"), 16)
            for number in (signal.SIGSEGV, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE):
                self.assertEqual(caught >> (number - 1) & 1, 0, f"{command}: {number}")


class Told(KeyCase):
    """What is said of keys."""

    def says_nothing_of(self, secrets, command, env=None):
        outcome = subprocess.run(
            command, input=RECORDS, capture_output=True, env=os.environ | (env or {}), shell=isinstance(command, str)
        )
        self.assertEqual(outcome.returncode, 2, command)
        self.assertEqual(outcome.stdout, b"", command)
        self.assertIn(b"error: ", outcome.stderr)
        for secret in secrets:
            self.assertNotIn(secret.encode(), outcome.stderr, command)

    def test_what_is_wrong_with_a_key_file_is_told_without_what_stands_in_it(self):
        canary = "Canary7Canary7"
        texts = [canary, f"{self.read('fernet')}{canary}", f"{canary} {self.read('fernet')}", f"\n#\n{canary * 4}\n"]
        for name in ("oct.jwk", "pair", "okp"):
            key = json.loads(self.read(name))
            for member in key:
                texts += [json.dumps(key | {member: value}) for value in (canary, canary * 3, [canary], {canary: 1}, 7)]
            for member in ("use", "key_ops", "crv", canary):
                texts.append(json.dumps(key | {"kty": canary, member: canary}))
                texts.append(json.dumps(key | {"use": canary, member: [canary]}))
            texts.append(json.dumps(key)[:-1] + f',"kid":"{canary}"}}')
            texts.append(json.dumps({"keys": [key, {canary: canary}]}))
            texts.append(json.dumps(key)[:-1] + canary)
        refused = 0
        for text in texts:
            self.write("k", text)
            outcome = self.bash("seal -k k", RECORDS)
            if outcome.status == 0:
                continue
            refused += 1
            self.assertEqual((outcome.status, outcome.out), (2, b""), text)
            self.assertNotIn(b"anary", outcome.err, text)
            for name in self.KINDS:
                self.assertNotIn(self.secret(name)[1][:PART], outcome.err, text)
            self.assertEqual(self.bash("unseal -k k", RECORDS).err.replace(b"unseal", b"seal"), outcome.err, text)
        self.assertGreater(refused, 60)

    def test_what_is_wrong_with_a_sealed_line_is_told_without_what_stands_in_it(self):
        canary = "Canary7Canary7"
        keys = "-k fernet -k oct.jwk -k pair -k okp"
        count = 0
        for name in self.KINDS:
            line = json.loads(self.sealed(name).splitlines()[-1])
            lines = [line | {member: canary} for member in line]
            lines += [line | {member: value + canary} for member, value in line.items()]
            if "protected" in line:
                header = json.loads(bytes_of(line["protected"]))
                for member in [*header, "zip", "crit", "apu", canary]:
                    text = json.dumps(header | {member: canary}).encode()
                    lines.append(line | {"protected": base64.urlsafe_b64encode(text).decode().rstrip("=")})
            texts = [json.dumps(line) for line in lines] + [json.dumps(line)[:-3] + canary, canary, f'"{canary}"']
            for text in texts:
                outcome = self.bash(f"unseal {keys}", text + "\n")
                self.assertEqual((outcome.status, outcome.out), (1, b""), text)
                self.assertNotIn(b"anary", outcome.err, text)
                count += 1
        self.assertGreater(count, 60)

    def test_a_key_that_stands_where_a_files_name_belongs_is_not_repeated(self):
        fernet, web = self.read("fernet"), self.read("oct.jwk")
        secrets = [fernet[:PART], json.loads(web)["k"][:PART]]
        for key in (fernet, fernet[:-1], fernet[:-4], web, " " + fernet, bytes_of(fernet).hex()):
            looked_for = [*secrets, key[:PART]]
            self.says_nothing_of(looked_for, ["seal", "-k", key])
            self.says_nothing_of(looked_for, ["unseal", f"--key-file={key}"])
            self.says_nothing_of(looked_for, ["redact", "--replace=hash", "--pseudonym-key", key])
            self.says_nothing_of(looked_for, ["seal"], {"SEAL_KEY_FILE": key})
            self.says_nothing_of(looked_for, ["seal", f"--key-fd={key}"])
            self.says_nothing_of(looked_for, ["seal", f"--key={key}"])
            self.says_nothing_of(looked_for, ["seal", f"--seal-key={key}"])


class Refused(KeyCase):
    """Files that others can read."""

    def is_refused(self, command, path, env=None):
        with contextlib.suppress(FileNotFoundError):
            os.remove("out")
        for mode in (0o644, 0o640, 0o604):
            os.chmod(path, mode)
            done = subprocess.run(["bash", "-c", command], input=RECORDS, capture_output=True, env=os.environ | (env or {}))
            self.assertEqual((done.returncode, done.stdout), (2, b""), command)
            self.assertIn(b"key file can be read by others\n", done.stderr)
            self.assertIn(f"hint: chmod 600 {path}".encode(), done.stderr)
        os.chmod(path, 0o600)

    def test_a_key_file_that_others_can_read_is_refused_with_what_mends_it(self):
        for name in self.KINDS:
            self.is_refused(f"seal -k {name}", name)
            self.is_refused(f"unseal -k {name}", name)
            self.is_refused("seal", name, {"SEAL_KEY_FILE": name})
        self.is_refused("redact --replace=hash --pseudonym-key fernet", "fernet")
        self.write("set", json.dumps({"keys": [json.loads(self.read(name)) for name in ("pair.pub", "okp")]}))
        self.is_refused("seal -k set", "set")

    def test_also_behind_another_key_and_for_what_was_sealed_before(self):
        self.is_refused("seal -k oct.jwk -k fernet", "fernet")
        self.needs("seal --old-key-file")
        self.bash_ok("seal -k fernet -a log", RECORDS)
        self.is_refused("seal --rekey --old-key-file fernet -k oct.jwk -i log", "fernet")

    def test_also_by_who_only_looks(self):
        self.needs("validate --key-file")
        self.write("log", self.sealed("fernet"))
        self.is_refused("validate -p sealed -k fernet log", "fernet")

    def test_what_the_hint_says_mends_it(self):
        os.chmod("fernet", 0o644)
        hint = self.bash("seal -k fernet", RECORDS).err.decode().split("hint: ")[1].split(",")[0]
        self.bash_ok(hint)
        self.bash_ok("seal -k fernet", RECORDS)

    def test_public_halves_are_for_all_to_read(self):
        for name in ("pair.pub", "okp.pub"):
            os.chmod(name, 0o644)
            self.bash_ok(f"seal -k {name}", RECORDS)
