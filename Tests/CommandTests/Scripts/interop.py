"""The same bytes through other people's programs: Python's cryptography, and what conversation-codec does with it."""

import json
import random

from support import Case

try:
    from cryptography.fernet import Fernet, InvalidToken
except ImportError:
    Fernet = None

# What other readers take for the end of a line.
SEPARATORS = "\u2028 \u2029 \u0085"
MESSAGES = [
    {"role": "user", "content": "Hello"},
    {"role": "assistant", "content": "caf\u00e9 \U0001f600 " + SEPARATORS},
    {"role": "user", "content": 'a "quoted" \\ back\tslash\n' + SEPARATORS, SEPARATORS: [1e400, -0.0, 12345678901234567890]},
    {"role": "assistant", "content": ""},
]


def raw(messages):
    return "".join(json.dumps(message, ensure_ascii=False) + "\n" for message in messages)


def their_load(key, token):
    """As conversation-codec reads a file."""
    return [json.loads(line) for line in Fernet(key).decrypt(token).decode().splitlines() if line.strip()]


def their_save(key, messages):
    """As conversation-codec writes a file: one token, no LF inside at the end or behind it."""
    return Fernet(key).encrypt("\n".join(json.dumps(message) for message in messages).encode())


class Interop(Case):
    def setUp(self):
        super().setUp()
        if Fernet is None:
            self.skipTest("Python has no cryptography package")

    def published_key(self):
        key = self.data("interop/key.txt").read_bytes()
        self.write("key", key)
        return key.strip()

    def test_python_opens_every_line_of_the_chain(self):
        self.needs("seal --no-chain")
        key = self.key()
        text = raw(MESSAGES)
        lines = [json.loads(line) for line in self.bash_ok("seal -k key", text).splitlines()]
        opened = [Fernet(key).decrypt(line["fernet"]) for line in lines]
        # The first line is the chain's own.
        self.assertEqual(json.loads(opened[0])["seal"], 1)
        self.assertEqual(b"".join(line + b"\n" for line in opened[1:]), text.encode())
        opened = [Fernet(key).decrypt(json.loads(line)["fernet"]) for line in self.bash_ok("seal --no-chain -k key", text).splitlines()]
        self.assertEqual(b"".join(line + b"\n" for line in opened), text.encode())

    def test_python_opens_every_line_of_the_line_form(self):
        key = self.key()
        text = raw(MESSAGES)
        lines = [json.loads(line) for line in self.bash_ok("seal -k key", text).splitlines()]
        opened = [Fernet(key).decrypt(line["fernet"]) for line in lines]
        # The line that begins a chain is the tool's own.
        opened = [line for line in opened if not line.startswith(b'{"seal":')]
        self.assertEqual(b"".join(line + b"\n" for line in opened), text.encode())

    def test_python_opens_every_line_of_the_bare_form(self):
        key = self.key()
        text = raw(MESSAGES)
        tokens = self.bash_ok("seal --bare -k key", text).splitlines()
        self.assertEqual(b"".join(Fernet(key).decrypt(token) + b"\n" for token in tokens), text.encode())

    def test_their_reader_reads_what_seal_whole_writes(self):
        key = self.key()
        token = self.bash_ok("seal --whole -k key", raw(MESSAGES))
        self.assertTrue(token.endswith(b"\n"))
        self.assertEqual(token.count(b"\n"), 1)
        self.assertEqual(repr(their_load(key, token)), repr(MESSAGES))

    def test_the_published_plain_files_come_back_through_seal_whole(self):
        key = self.published_key()
        for name in ["plain.py.jsonl", "plain.rs.jsonl"]:
            text = self.data(f"interop/{name}").read_bytes()
            token = self.bash_ok("seal --whole -k key", text)
            self.assertEqual(their_load(key, token), [json.loads(line) for line in text.splitlines()], name)
            self.assertEqual(self.bash_ok("unseal -k key", token), text.rstrip(b"\n") + b"\n", name)

    def test_the_published_sealed_files_open_to_the_byte(self):
        key = self.published_key()
        plain = self.data("interop/plain.py.jsonl").read_bytes()
        self.assertEqual(self.bash_ok(f"unseal -k key '{self.data('interop/whole.fernet')}'"), plain + b"\n")
        lines = self.data("interop/perline.fernet.jsonl").read_bytes().splitlines()
        opened = b"".join(Fernet(key).decrypt(line) + b"\n" for line in lines)
        self.assertEqual(self.bash_ok(f"unseal -k key '{self.data('interop/perline.fernet.jsonl')}'"), opened)

    def test_what_their_writer_writes_opens_to_the_byte(self):
        key = self.key()
        generator = random.Random(1)
        for count in [1, 2, 3, 200]:
            messages = [
                {"role": "user", "content": "".join(generator.choices("ab \u00e9\u4e2d\U0001f600\"\\\n", k=generator.randrange(900)))}
                for _ in range(count)
            ]
            token = their_save(key, messages)
            text = "\n".join(json.dumps(message) for message in messages) + "\n"
            self.assertEqual(self.bash_ok("unseal -k key", token), text.encode())
            self.assertEqual(self.bash_ok("unseal -k key", b"\n " + token + b" \r\n"), text.encode())

    def test_python_tokens_one_a_line_open(self):
        key = self.key()
        tokens = b"".join(Fernet(key).encrypt(json.dumps(message).encode()) + b"\n" for message in MESSAGES)
        self.assertEqual(self.bash_ok("unseal -k key", tokens), "".join(json.dumps(m) + "\n" for m in MESSAGES).encode())

    def test_any_size_comes_back_through_both(self):
        key = self.key()
        sizes = [1, 15, 16, 17, 31, 32, 33, 4095, 4096, 4097, 65535, 65536, 65537, 262143, 262144, 262145, 1000000]
        lines = [b'"' + b"x" * max(0, size - 2) + b'"' for size in sizes]
        text = b"".join(line + b"\n" for line in lines)
        sealed = self.bash_ok("seal --bare -k key", text)
        self.assertEqual([Fernet(key).decrypt(token) for token in sealed.splitlines()], lines)
        self.assertEqual(self.bash_ok("unseal -k key", sealed), text)
        self.assertEqual(self.bash_ok("seal -k key | unseal -k key", text), text)

    def test_every_key_of_a_file_opens_and_the_first_seals(self):
        keys = [Fernet.generate_key() for _ in range(3)]
        self.write("key", b"# newest first\n" + b"\n".join(keys) + b"\n")
        tokens = b"".join(Fernet(key).encrypt(b'{"k":%d}' % index) + b"\n" for index, key in enumerate(keys))
        self.assertEqual(self.bash_ok("unseal -k key", tokens), b'{"k":0}\n{"k":1}\n{"k":2}\n')
        self.assertEqual(Fernet(keys[0]).decrypt(self.bash_ok("seal --bare -k key", b"1\n").strip()), b"1")

    def test_a_new_key_is_one_that_python_takes(self):
        self.bash_ok("seal --new-key key")
        lines = [line for line in (self.folder / "key").read_bytes().splitlines() if not line.startswith(b"#")]
        self.assertEqual(len(lines), 1)
        self.assertEqual(self.bash_ok("unseal -k key", Fernet(lines[0]).encrypt(b"{}")), b"{}\n")

    def refused(self, damaged, plain_before, what):
        outcome = self.bash("unseal -k key", damaged)
        self.assertIn(outcome.status, (1, 2), f"{what}: {outcome}")
        self.assertTrue(plain_before.startswith(outcome.out), f"{what}: {outcome}")
        self.assertNotEqual(outcome.err, b"", what)

    def test_every_flipped_bit_of_a_token_is_refused(self):
        self.key()
        token = bytearray(self.bash_ok("seal --bare -k key", b'{"a":1}\n'))
        for bit in range((len(token) - 1) * 8):
            token[bit // 8] ^= 1 << bit % 8
            self.refused(bytes(token), b"", f"bit {bit}")
            token[bit // 8] ^= 1 << bit % 8

    def test_every_flipped_bit_of_a_sealed_line_is_refused(self):
        self.key()
        sealed = self.bash_ok("seal -k key", b'{"a":1}\n{"b":2}\n')
        start = sealed.rindex(b"\n", 0, -1) + 1
        line = bytearray(sealed)
        for bit in range(start * 8, (len(line) - 1) * 8):
            line[bit // 8] ^= 1 << bit % 8
            self.refused(bytes(line), b'{"a":1}\n', f"bit {bit - start * 8} of the last line")
            line[bit // 8] ^= 1 << bit % 8

    def test_every_truncation_of_a_token_is_refused(self):
        self.key()
        for form in ["--bare", "--whole", ""]:
            sealed = self.bash_ok(f"seal {form} -k key", b'{"a":1}\n')
            for size in range(1, len(sealed) - 1):
                # Cut behind its first line it is a chain without records.
                if sealed[size - 1:size] != b"\n" and sealed[size:size + 1] != b"\n":
                    self.refused(sealed[:size], b"", f"{form} cut to {size}")

    def test_the_wrong_key_opens_nothing(self):
        self.key("other")
        self.key()
        for form in ["--bare", "--whole", ""]:
            outcome = self.bash(f"seal {form} -k other | unseal -k key", b'{"a":1}\n')
            self.assertEqual((outcome.status, outcome.out), (1, b""), str(outcome))
