"""What goes wrong while redact has secrets in hand: none of them comes out, neither in what it writes nor in what it says
nor in any file that is left behind, and its status is not 0.

    python3 -m unittest leaks
"""

import os
import signal
import subprocess
import time

from support import Case

# Parts of what is planted, which no output may hold; the address has a part that nothing else holds.
NEEDLES = [b"Z3QJ7WQ2YH4K5L6M", b"qvhx.ndlw", b"hunter2-Vb9", b"8f14e45fceea167a5a36dedd4bea2543"]
SECRET = "AKIAZ3QJ7WQ2YH4K5L6M qvhx.ndlw@example.org api_key=8f14e45fceea167a5a36dedd4bea2543"
GOOD = '{"role":"user","content":"%s","password":"hunter2-Vb9"}\n' % SECRET
# What a record that is none looks like, with secrets in it.
RECORDS = {
    "ill-formed UTF-8": b'{"a":"%s \xff"}',
    "an overlong form": b'{"a":"%s \xc0\xaf"}',
    "a surrogate in UTF-8": b'{"a":"\xed\xa0\x80 %s"}',
    "beyond Unicode": b'{"a":"\xf4\x90\x80\x80 %s"}',
    "a UTF-8 sequence cut by the line's end": b'{"a":"%s\xe2\x82',
    "a NUL": b'{"a":"\0%s"}',
    "NULs only, then a secret": b"\0" * 5000 + b"%s",
    "a bare control character": b'{"a":"\x01%s"}',
    "a bare tab": b'{"a":"\t%s"}',
    "nesting too deep": b"[" * 1025 + b'"%s"' + b"]" * 1025,
    "nesting much too deep": b"[" * 300000 + b'"%s"',
    "a string that is not closed": b'{"a":"%s',
    "an escape that is cut": b'{"a":"%s\\u00',
    "an unknown escape": b'{"a":"%s\\q"}',
    "an object that is not closed": b'{"a":"%s"',
    "a trailing comma": b'{"a":"%s",}',
    "text behind the value": b'{"a":"%s"} %s',
    "two records in a line": b'{"a":"%s"}{"a":"%s"}',
    "single quotes": b"{'a':'%s'}",
    "no quotes": b"{a:%s}",
    "no number": b'{"a":"%s","n":NaN}',
    "a leading zero": b'{"a":"%s","n":01}',
    "a byte order mark": b'\xef\xbb\xbf{"a":"%s"}',
    "UTF-16": '{"a":"%s"}'.encode("utf-16-le"),
    "no JSON at all": b"%s",
    "a line of a log": b"2026-11-21 12:00:00 ERROR login of %s failed",
    "a comment": b'{"a":"%s"} // fine',
    "a name without a value": b'{"%s"}',
    "half of a literal": b'{"a":"%s","b":tru}',
}
RULES = {
    "torn": '{"id":"r","category":"secret","keywords":["hunter2-Vb9',
    "no pattern": '{"id":"r","category":"secret","description":"d","keywords":["hunter2-Vb9"],"label":"R"}',
    "a bad pattern": '{"id":"r","category":"secret","description":"d","keywords":["ab"],"pattern":"(hunter2-Vb9","label":"R"}',
    "an unknown member": '{"id":"r","category":"secret","description":"d","keywords":["ab"],"pattern":"ab","label":"R","hunter2-Vb9":1}',
    "an unknown category": '{"id":"r","category":"hunter2-Vb9","description":"d","keywords":["ab"],"pattern":"ab","label":"R"}',
    "no keyword": '{"id":"r","category":"secret","description":"hunter2-Vb9","pattern":"ab","label":"R"}',
    "a rule twice": 2 * '{"id":"r","category":"secret","description":"d","keywords":["ab"],"pattern":"ab","label":"R"}\n',
    "a built-in rule's id": '{"id":"email","category":"secret","description":"d","keywords":["ab"],"pattern":"ab","label":"R"}',
}


class Leaks(Case):
    def setUp(self):
        super().setUp()
        self.write("in", GOOD)
        self.write("many", GOOD * 5000)
        self.inputs = set()

    def holds_nothing(self, name, *texts):
        """No secret in the texts, nor in any file but the inputs as they were."""
        for text in texts:
            self.assertEqual([needle for needle in NEEDLES if needle in text], [], name)
        for path in self.folder.rglob("*"):
            if path.is_file() and path.name not in self.inputs | {"in", "many"}:
                self.assertEqual([needle for needle in NEEDLES if needle in path.read_bytes()], [], f"{name}: {path.name}")
        self.assertEqual((self.folder / "in").read_bytes(), GOOD.encode(), name)
        self.assertEqual((self.folder / "many").stat().st_size, 5000 * len(GOOD), name)

    def fails(self, script, statuses=(2,), name=None):
        with self.subTest(name or script):
            outcome = self.bash(script)
            self.assertIn(outcome.status, statuses, f"{script}: {outcome.err[:300]!r}")
            self.holds_nothing(name or script, outcome.out, outcome.err)
            return outcome

    def test_a_line_that_is_no_record_does_not_come_out(self):
        self.inputs = {"bad"}
        secret = SECRET.encode()
        for name, record in RECORDS.items():
            if name == "UTF-16":
                record = ('{"a":"%s"}' % SECRET).encode("utf-16-le")
            self.write("bad", GOOD.encode() + record.replace(b"%s", secret) + b"\n" + GOOD.encode())
            outcome = self.fails("redact bad", name=name)
            # Those around it do, each in its place.
            if name != "UTF-16":
                lines = outcome.out.split(b"\n")
                self.assertEqual((len(lines), lines[0], lines[2]), (4, lines[2], lines[0]), name)
                self.assertIn(b'{"redact":"withheld","line":2,', lines[1], name)
            for how in ["drop", "fail"]:
                self.fails(f"redact --on-invalid {how} bad", name=f"{name}, {how}")
            self.fails("redact --check bad", name=f"{name}, --check")
            self.fails("redact -j 4 --report report -o out bad", (2,), name=f"{name}, -o")
            self.fails("cp bad copy; redact -i copy; s=$?; cmp bad copy && rm copy && exit $s", name=f"{name}, -i")

    def test_a_rule_file_that_is_bad_stops_everything(self):
        for name, rules in RULES.items():
            self.write("rules", rules)
            self.inputs = {"rules"}
            outcome = self.fails("redact --rules rules in", name=name)
            self.assertEqual(outcome.out, b"", name)
            self.fails("redact --rules rules -o out in; s=$?; test ! -e out && exit $s", name=f"{name}, -o")

    def test_a_pattern_at_its_limit_withholds_the_record(self):
        self.write("rules", '{"id":"slow","category":"secret","description":"d","keywords":["aa"],"pattern":"(a+)+$","label":"X"}\n')
        self.write("bad", '{"a":"%s %s!"}\n' % (SECRET, "a" * 64))
        self.inputs = {"rules", "bad"}
        self.assertIn(b"withheld", self.fails("redact --rules rules bad").out)
        self.fails("redact --rules rules --on-invalid fail bad")
        self.fails("redact --rules rules --on-invalid text bad")

    def test_outputs_that_take_nothing(self):
        os.mkdir("folder")
        for script in [
            "redact < in > /dev/full", "redact -a /dev/full in", "redact in >&-", "redact -o none/out in", "redact -a none/out in", "redact -o folder in",
            "redact -a folder in", "redact --report /dev/full in > /dev/null", "redact --report none/report in", "redact --report folder in",
            "echo '{]' | redact --on-invalid quarantine=/dev/full", "echo '{]' | redact --on-invalid quarantine=none/kept", "redact -j 4 many > /dev/full",
        ]:
            self.fails(script)

    def test_a_limit_of_the_file_size(self):
        # SIGXFSZ ends a program that does not ask for EFBIG instead.
        for script in ["redact -o out many", "redact -a out many", "redact many > out", "cp many copy && chmod 600 copy; redact -i copy"]:
            self.inputs = {"copy"}
            self.fails(f"{script.replace('redact', 'ulimit -f 16; redact')}", (1, 2, 153), name=script)
            for name in ["out", "copy"]:
                if (self.folder / name).exists():
                    os.unlink(name)

    def test_a_full_disk(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], capture_output=True).returncode:
            self.skipTest("a tmpfs cannot be mounted here")
        try:
            for script in ["redact -o disk/out many", "redact -a disk/log many", "redact many > disk/plain", "redact --report disk/report many > /dev/null"]:
                self.fails(script)
        finally:
            subprocess.run(["umount", disk], check=True)

    def test_inputs_that_are_none(self):
        os.mkdir("folder")
        for script in [
            "redact folder", "redact < folder", "redact missing", "redact missing in", "redact in missing", "redact folder in > out", "redact <&-", "redact /proc/self/mem",
            "redact -i missing", "redact -i folder", "redact --check missing", "redact --rules folder in", "redact --rules missing in", "redact in -o out missing",
        ]:
            self.fails(script)

    def test_options_that_cannot_be(self):
        for script in [
            "redact --no-such-option in", "redact --category hunter2-Vb8 in", "redact --disable none in", "redact --enable none in", "redact --only a in",
            "redact --skip a/b in", "redact -i -o out in", "redact --check -a out in", "redact --replace none in", "redact --on-invalid none in",
            "redact --max-line-bytes none in", "redact -j none in", "redact --sync=batch in", "redact -i", "redact --print-rules=none in",
        ]:
            self.assertEqual(self.fails(script).out, b"", script)

    def test_a_line_that_is_too_long(self):
        self.write("long", '{"a":"%s%s"}\n' % (SECRET, "x" * 100000))
        self.inputs = {"long"}
        self.fails("redact --max-line-bytes 1K long")
        self.fails("redact --max-line-bytes 1K --on-invalid text long")
        self.fails("redact --max-line-bytes 90K -o out long")

    def test_too_little_memory_and_too_few_descriptors(self):
        self.write("long", '{"a":"%s%s"}\n' % (SECRET, "x" * 60_000_000))
        self.inputs = {"long"}
        # What no program can be told: there it ends by a signal.
        self.fails("ulimit -v 60000; redact long", (2, 132, 133, 134, 137, 139))
        self.fails("ulimit -n 3; redact many", (2,), name="ulimit -n")

    def test_keys_and_known_values_that_cannot_be_read(self):
        self.needs("redact --known", "redact --pseudonym-key")
        os.mkdir("folder")
        self.write("short", "ab\n")
        for script in [
            "redact --known missing in", "redact --known folder in", "redact --replace pseudonym in", "redact --replace pseudonym --pseudonym-key missing in",
            "redact --replace pseudonym --pseudonym-key folder in", "redact --replace pseudonym --pseudonym-key short in", "redact --replace hash in",
        ]:
            self.assertEqual(self.fails(script).out, b"", script)

    def test_text_that_is_no_text(self):
        self.needs("redact --text")
        self.write("bad", b"one %s\n\xff two %s\n" % (SECRET.encode(), SECRET.encode()))
        self.inputs = {"bad"}
        self.fails("redact --text bad")
        self.fails("redact --text --on-invalid drop bad")

    def stopped(self, options, number):
        """Runs redact on input that does not end and stops it while it works; whatever is left may hold no secret."""
        with self.subTest(f"{options}, {signal.Signals(number).name}"):
            process = subprocess.Popen(["redact", *options.split()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            os.set_blocking(process.stdin.fileno(), False)
            data, sent, start = GOOD.encode() * 200, 0, time.monotonic()
            while time.monotonic() - start < 0.15:
                try:
                    sent += os.write(process.stdin.fileno(), data[sent % len(data):])
                except BlockingIOError:
                    time.sleep(0.002)
            process.send_signal(number)
            out, err = process.communicate(timeout=20)
            self.assertNotEqual(process.returncode, 0)
            self.holds_nothing(options, out, err)
            return process.returncode

    def test_a_signal_midway(self):
        for number in [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL]:
            for options in ["-o out", "-a out", "-j 4 -o out", "--report report -o out"]:
                self.stopped(options, number)
                for name in ["out", "report"]:
                    (self.folder / name).unlink(missing_ok=True)
                if number != signal.SIGKILL:
                    self.assertEqual(sorted(os.listdir()), ["in", "many"], f"{options}: left behind")

    def test_a_closed_pipe(self):
        self.fails("(redact many; echo $? >&2) | head -c 1 > /dev/null; exit 141", (141,))
        self.fails("redact many | true; exit ${PIPESTATUS[0]}", (141,))
