"""A record that is complete never waits for the next one: pipes stay open, and each record must come out first."""

import os
import select
import subprocess
import time

from support import Case

# How long a record may take on a busy machine. It is about whether it comes at all before the next, not how fast.
PATIENCE = 20


class Latency(Case):
    def start(self, script):
        process = subprocess.Popen(
            ["bash", "--norc", "--noprofile", "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.finish, process)
        return process

    def finish(self, process):
        process.kill()
        process.wait()
        for stream in [process.stdin, process.stdout, process.stderr]:
            try:
                stream.close()
            except BrokenPipeError:
                pass

    def put(self, process, record):
        try:
            process.stdin.write(record)
            process.stdin.flush()
        except BrokenPipeError:
            self.fail(f"ended early: {process.stderr.read()!r}")

    def line(self, stream, what):
        """One line, read without waiting for more than it."""
        text = b""
        deadline = time.monotonic() + PATIENCE
        while not text.endswith(b"\n"):
            ready, _, _ = select.select([stream], [], [], max(0, deadline - time.monotonic()))
            self.assertTrue(ready, f"{what}: nothing came out while the pipe was open (so far {text!r})")
            byte = os.read(stream.fileno(), 1)
            self.assertTrue(byte, f"{what}: ended early")
            text += byte
        return text

    def each_comes_out(self, script, expected=lambda n: b'{"n":%d}\n' % n, before=0):
        process = self.start(script)
        for n in range(6):
            self.put(process, b'{"n":%d}\n' % n)
            for _ in range(before if n == 0 else 0):
                self.line(process.stdout, f"{script}: the first line")
            text = self.line(process.stdout, f"{script}: record {n}")
            if expected:
                self.assertEqual(text, expected(n))
        return process

    def test_redact(self):
        self.each_comes_out("exec redact")

    def test_redact_on_four_threads(self):
        self.needs("redact --threads")
        self.each_comes_out("exec redact -j 4")

    def test_seal_behind_its_first_line(self):
        self.needs("seal --no-chain")
        self.key()
        self.each_comes_out("exec seal -k key", expected=None, before=1)

    def test_seal_bare(self):
        self.key()
        self.each_comes_out("exec seal --bare -k key", expected=None)

    def test_unseal(self):
        self.key()
        sealed = self.bash_ok("seal --bare -k key", b"".join(b'{"n":%d}\n' % n for n in range(6)))
        process = self.start("exec unseal -k key")
        for n, token in enumerate(sealed.splitlines()):
            self.put(process, token + b"\n")
            self.assertEqual(self.line(process.stdout, "unseal"), b'{"n":%d}\n' % n)

    def test_redact_seal_unseal(self):
        self.key()
        self.each_comes_out("redact | seal -k key | unseal -k key")

    def test_seal_acknowledges_each_record(self):
        self.key()
        self.each_comes_out("exec seal -k key -a log --ack", expected=lambda n: b"OK\n")

    def test_validate_salvage(self):
        self.each_comes_out("exec validate --salvage")

    def test_validate_tells_a_fault_at_once(self):
        process = self.start("exec validate --max-errors 0")
        for n in range(1, 4):
            self.put(process, b"{]\n")
            self.assertIn(b":%d:2: error: " % n, self.line(process.stderr, "validate"))

    def test_tail_follows_a_file(self):
        self.write("log", b'{"n":-1}\n')
        process = self.start("exec tail -n 1 -f log")
        self.assertEqual(self.line(process.stdout, "tail -f"), b'{"n":-1}\n')
        with open("log", "ab", buffering=0) as log:
            for n in range(5):
                log.write(b'{"n":%d}\n' % n)
                self.assertEqual(self.line(process.stdout, "tail -f"), b'{"n":%d}\n' % n)

    def test_tail_follows_into_the_other_tools(self):
        self.key()
        self.needs("tail -F")
        self.write("log", b"")
        process = self.start("tail -n 0 -F log | redact | seal -k key -a sealed.log --ack")
        # Nothing tells when tail has begun to watch; -n 0 would pass over what came before.
        time.sleep(0.5)
        with open("log", "ab", buffering=0) as log:
            for n in range(3):
                log.write(b'{"n":%d}\n' % n)
                self.assertEqual(self.line(process.stdout, "tail -F"), b"OK\n")
        self.assertEqual(self.bash_ok("unseal -k key sealed.log"), b'{"n":0}\n{"n":1}\n{"n":2}\n')
