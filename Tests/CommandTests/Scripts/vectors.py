"""The test vectors of Tests/InteropTests, through the tools and through the reader in examples/; and the reader and its twin,
which writes, against the tools."""

import base64
import hashlib
import json
import pathlib
import re
import subprocess
import sys

from support import Case

ROOT = pathlib.Path(__file__).resolve().parents[3]
INTEROP = ROOT / "Tests/InteropTests"
READER = ROOT / "examples/open_sealed.py"
WRITER = INTEROP / "write_sealed.py"

# What unseal says of each reason in refused.json.
SAID = {
    "not authentic": "does not authenticate: wrong key, or altered",
    "chain not authentic": "does not authenticate: wrong key, or altered",
    "not ours": "authentic, but not a Fernet token|header is no JSON object",
    "truncated": "truncated: ",
    "not canonical": "not canonical base64url",
    "repeated member": "more than one member|two members of one name",
    "not sealed": "not sealed",
    "not supported": "which is not supported",
    "not the key's algorithm": "which is not the key's",
    "unknown key": "none of the keys is the one it was sealed with",
    "missing": "a JWE without (protected|encrypted_key|iv|ciphertext|tag|alg|enc|epk)",
    "malformed": "a JWE whose (protected|encrypted_key|iv|ciphertext|tag) is malformed",
    "public key": "the key is a public one",
    "no first line": "the first line of its chain, which holds the key, is not there",
    "out of sequence": "out of sequence: ",
    "not a chain": "not a chain",
}


def vectors():
    """Those that open, by name."""
    found = {path.stem: json.loads(path.read_text()) for path in (INTEROP / "vectors").glob("*.json")}
    del found["refused"]
    return found


def refusals():
    return json.loads((INTEROP / "vectors/refused.json").read_text())["cases"]


def plain(vector):
    """The records, each with its LF."""
    records = (bytes.fromhex(record["hex"]) if isinstance(record, dict) else record.encode() for record in vector["opened"])
    return b"".join(record + b"\n" for record in records)


def sealed(vector):
    return "".join(line + "\n" for line in vector["sealed"]).encode()


class VectorCase(Case):
    def python(self, script, *arguments, stdin=b""):
        return subprocess.run([sys.executable, "-B", str(script), *arguments], input=stdin, capture_output=True, timeout=120)

    def needs_cryptography(self):
        try:
            import cryptography.hazmat.primitives.kdf.concatkdf  # noqa: F401
        except ImportError:
            self.skipTest("Python has no cryptography")

    def read_with_python(self, key_file, text):
        return self.python(READER, key_file, stdin=text)


class Vectors(VectorCase):
    def test_there_is_one_for_each_form(self):
        names = set(vectors())
        for key in ("fernet", "jwe-A256KW", "jwe-P-256", "jwe-X25519"):
            for form in ("chain", "continued", "alone"):
                self.assertIn(f"{key}-{form}", names)
        self.assertLessEqual({"fernet-bare", "fernet-whole"}, names)
        self.assertGreater(len(refusals()), 200)
        self.assertEqual({case["why"] for case in refusals()}, set(SAID))
        self.assertEqual(len({case["name"] for case in refusals()}), len(refusals()))

    def test_they_are_those_that_the_writer_makes(self):
        self.needs_cryptography()
        outcome = self.python(INTEROP / "make_vectors.py", "--check")
        self.assertEqual((outcome.returncode, outcome.stderr), (0, b""))

    def test_unseal_opens_each(self):
        for name, vector in vectors().items():
            self.write("key", vector["key_file"])
            outcome = self.bash("unseal -k key", sealed(vector))
            self.assertEqual((outcome.status, outcome.out, outcome.err), (0, plain(vector), b""), name)

    def test_unseal_finds_each_log_complete_and_no_shorter_one(self):
        for name, vector in vectors().items():
            if "head_file" not in vector:
                continue
            self.write("key", vector["key_file"])
            self.write("log", sealed(vector))
            self.write("log.head", vector["head_file"])
            self.assertEqual(self.bash_ok("unseal --complete -k key log"), plain(vector), name)
            self.assertRegex(self.bash_ok("unseal --verify -k key log"), b"(?m)^log: .* intact$", name)
            self.write("log", sealed(vector | {"sealed": vector["sealed"][:-1]}))
            self.assertEqual(self.bash("unseal --complete -k key log").status, 1, name)

    def test_seal_goes_on_with_each_log(self):
        for name, vector in vectors().items():
            if "head_file" not in vector:
                continue
            self.write("key", vector["key_file"])
            self.write("log", sealed(vector))
            self.write("log.head", vector["head_file"])
            key = "key"
            if "public_key_file" in vector:
                key = "public"
                self.write(key, vector["public_key_file"])
            self.assertEqual(self.bash(f"seal -k {key} -a log", b"{}\n").err, b"", name)
            self.assertEqual(self.bash_ok("unseal --complete -k key log"), plain(vector) + b"{}\n", name)
            lines = (self.folder / "log").read_text().splitlines()
            self.assertEqual(len(lines), len(vector["sealed"]) + 1, name)

    def test_python_opens_each(self):
        self.needs_cryptography()
        for name, vector in vectors().items():
            self.write("key", vector["key_file"])
            outcome = self.read_with_python("key", sealed(vector))
            self.assertEqual((outcome.returncode, outcome.stdout, outcome.stderr), (0, plain(vector), b""), name)

    def test_what_is_drawn_and_the_time_are_in_the_tokens(self):
        for name, vector in vectors().items():
            if not name.startswith("fernet-"):
                continue
            tokens = [json.loads(line)["fernet"] if line[0] == "{" else line for line in vector["sealed"]]
            for token, iv in zip(tokens, vector["drawn"]["iv"], strict=True):
                data = base64.urlsafe_b64decode(token)
                self.assertEqual(data[1:25], vector["time"].to_bytes(8, "big") + bytes.fromhex(iv), name)

    def test_the_key_of_a_chain_that_evolves_can_be_followed_to_the_head(self):
        import hmac

        for name, vector in vectors().items():
            if "chain key" not in vector["drawn"]:
                continue
            key = bytes.fromhex(vector["drawn"]["chain key"][-1])
            last = vector["sealed"][-1]
            for _ in range(int(json.loads(last)["chain"].split(".")[1]) + 1):
                key = hmac.digest(key, b"evolve", hashlib.sha256)
            text = base64.urlsafe_b64encode(key).decode().rstrip("=")
            self.assertEqual(json.loads(vector["head_file"])["key"], text, name)


class Refusals(VectorCase):
    def test_unseal_refuses_each_at_its_line_for_its_reason(self):
        for case in refusals():
            self.write("key", case["key_file"])
            outcome = self.bash("unseal -k key", sealed(case))
            self.assertEqual((outcome.status, outcome.out), (1, plain(case)), f"{case['name']}: {outcome}")
            pattern = f"^unseal: error: <stdin>:{case['line']}: .*({SAID[case['why']]})"
            self.assertRegex(outcome.err.decode(), pattern, case["name"])

    def test_unseal_skips_what_is_bad_and_nothing_else(self):
        for case in refusals():
            if len(case["sealed"]) > 1 or "head" in case["name"]:
                continue
            good = vectors()["fernet-bare"]
            self.write("key", case["key_file"])
            self.write("good", good["key_file"])
            text = sealed(good) + sealed(case) + sealed(good)
            outcome = self.bash("unseal --skip-bad -k good -k key", text)
            if outcome.status == 1:
                self.assertEqual(outcome.out, plain(good) * 2, case["name"])
                continue
            self.fail(f"{case['name']}: {outcome}")

    def test_python_refuses_each_at_its_line(self):
        self.needs_cryptography()
        # In one process for all: a start of Python costs a hundred lines.
        script = "import io, json, runpy, sys\n" f"reader = runpy.run_path({str(READER)!r})\n" + PYTHON_RUN
        outcome = subprocess.run([sys.executable, "-B", "-c", script], input=json.dumps(refusals()), capture_output=True, text=True)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        for case, (text, fault) in zip(refusals(), json.loads(outcome.stdout), strict=True):
            self.assertRegex(str(fault), f"^line {case['line']}: .", case["name"])
            self.assertEqual(text, plain(case).decode(), case["name"])


PYTHON_RUN = """
class Binary(io.StringIO):
    def __init__(self, data=b""):
        super().__init__()
        self.buffer = io.BytesIO(data)

results, real = [], sys.stdout
for case in json.load(sys.stdin):
    with open("key", "w") as file:
        file.write(case["key_file"])
    sys.stdin, sys.stdout = Binary("".join(line + "\\n" for line in case["sealed"]).encode()), Binary()
    fault = None
    try:
        reader["main"]("key")
    except SystemExit as error:
        fault = error.code
    results.append((sys.stdout.buffer.getvalue().decode(), fault))
json.dump(results, real)
"""


class Twins(VectorCase):
    RECORDS = b'{"n":1,"text":"caf\xc3\xa9"}\n{ "n" : 2 }\nnot JSON\n'

    def setUp(self):
        super().setUp()
        self.needs_cryptography()
        self.bash_ok("seal --new-key fernet; seal --new-key oct.jwk; seal --new-key-pair pair")
        self.bash_ok("seal --new-key-pair okp --curve X25519")

    KEYS = {"fernet": "fernet", "oct.jwk": "oct.jwk", "pair": "pair.pub", "okp": "okp.pub"}
    OPTIONS = ["", "--no-chain", "-j 4"]

    def opens_in_python(self, key, text, records):
        outcome = self.read_with_python(key, text)
        self.assertEqual((outcome.returncode, outcome.stdout, outcome.stderr), (0, records, b""))

    def test_python_opens_what_is_sealed(self):
        for key, sealing in self.KEYS.items():
            for option in self.OPTIONS + (["--bare", "--whole"] if key == "fernet" else []):
                self.opens_in_python(key, self.bash_ok(f"seal {option} -k {sealing}", self.RECORDS), self.RECORDS)

    def test_python_opens_a_log_that_grew_and_was_rotated(self):
        for key, sealing in self.KEYS.items():
            self.bash_ok(f"seal -k {sealing} -a log", self.RECORDS)
            self.bash_ok(f"seal -k {sealing} -a log", self.RECORDS)
            self.bash_ok("mv log old")
            self.bash_ok(f"seal -k {sealing} -a log", self.RECORDS)
            self.opens_in_python(key, self.bash_ok("cat old log"), self.RECORDS * 3)
            self.bash_ok("rm -f log* old")

    def test_python_notices_what_unseal_notices(self):
        for key, sealing in self.KEYS.items():
            lines = self.bash_ok(f"seal -k {sealing}", self.RECORDS * 3).splitlines(True)
            for altered in (lines[:4] + lines[5:], lines[:4] + lines[3:], lines[:3] + lines[4:2:-1] + lines[5:]):
                text = b"".join(altered)
                self.assertEqual(self.bash(f"unseal -k {key}", text).status, 1)
                outcome = self.read_with_python(key, text)
                self.assertEqual(outcome.returncode, 1)
                self.assertRegex(outcome.stderr, rb"^line \d: ")

    def test_what_python_seals_opens(self):
        for key, sealing in self.KEYS.items():
            for form in ["line", "no-chain"] + (["bare", "whole"] if key == "fernet" else []):
                done = self.python(WRITER, "--form", form, sealing, stdin=self.RECORDS)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertEqual(self.bash_ok(f"unseal -k {key}", done.stdout), self.RECORDS, f"{key} {form}")
                self.opens_in_python(key, done.stdout, self.RECORDS)
                if form == "line":
                    self.write("log", done.stdout)
                    self.assertRegex(self.bash_ok(f"unseal --verify -k {key} log"), rb"chain \S+, 0\.\.3, intact$")

    def test_both_open_what_is_sealed_with_several_keys(self):
        self.bash_ok("cat fernet > keys; seal --new-key second; cat second >> keys")
        text = self.bash_ok("seal -k second", self.RECORDS)
        self.opens_in_python("keys", text, self.RECORDS)
        self.write("set", json.dumps({"keys": [json.loads((self.folder / name).read_text()) for name in ("oct.jwk", "pair", "okp")]}))
        for sealing in ("oct.jwk", "pair.pub", "okp.pub"):
            self.opens_in_python("set", self.bash_ok(f"seal -k {sealing}", self.RECORDS), self.RECORDS)

    def test_the_reader_is_short(self):
        code = re.sub(r'""".*?"""', "", READER.read_text(), flags=re.S)
        lines = [line for line in code.splitlines() if line.strip() and not re.match(r"import |from |#", line)]
        self.assertLessEqual(len(lines), 90)
