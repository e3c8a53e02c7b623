"""Kills, and writers that work on one file at once: nothing acknowledged is lost, nothing is spoiled."""

import json
import random
import subprocess
import threading
import time

from support import Case


class Crash(Case):
    def opened(self, extra=""):
        out = self.bash_ok(f"unseal {extra} -k key log")
        return [json.loads(line)["n"] for line in out.splitlines()]

    def test_no_acknowledged_line_is_lost_to_200_kills(self):
        self.key()
        generator = random.Random(2)
        acknowledged = []
        number = 0
        for kill in range(200):
            redact = subprocess.Popen(["redact"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            seal = subprocess.Popen(
                ["seal", "-k", "key", "-a", "log", "--ack", "--ack-ready"],
                stdin=redact.stdout, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            redact.stdout.close()
            first = number
            stop = threading.Event()

            def feed():
                nonlocal number
                try:
                    while not stop.is_set():
                        # From a few bytes to more than a page, so that a write can be cut anywhere.
                        redact.stdin.write(b'{"n":%d,"pad":"%s"}\n' % (number, b"x" * generator.choice([0, 10, 300, 9000])))
                        redact.stdin.flush()
                        number += 1
                except (BrokenPipeError, ValueError, OSError):
                    pass

            feeder = threading.Thread(target=feed)
            feeder.start()
            # Every second kill may come while the log is opened and mended; the others come while it is written, after
            # the first record was acknowledged.
            told = seal.stdout.readline() + seal.stdout.readline() if kill % 2 else b""
            time.sleep(generator.random() * 0.015)
            # Not redact first: what a killed writer leaves in the pipe is a torn record, and seal seals that too.
            seal.kill()
            stop.set()
            told += seal.stdout.read()
            acks = max(told.count(b"OK\n") - 1, 0)
            errors = seal.stderr.read()
            seal.wait()
            redact.kill()
            redact.wait()
            feeder.join()
            for stream in [redact.stdin, redact.stderr, seal.stdout, seal.stderr]:
                try:
                    stream.close()
                except BrokenPipeError:
                    pass
            self.assertIn(seal.returncode, (0, -9), f"kill {kill}: {errors!r}")
            # Acknowledgements come in the order of the records.
            acknowledged += range(first, first + acks)
            number += 1
            if kill % 25 == 24:
                # What was torn off is mended when the log is opened; the head file may be behind and not ahead.
                self.bash_ok("seal -k key -a log < /dev/null")
                self.bash_ok("unseal --complete -k key log > /dev/null")
                self.bash_ok("echo '{\"n\":-1}' | seal -k key -a log")
                self.assertEqual(set(acknowledged) - set(self.opened()), set(), f"lost after kill {kill}")
        self.assertGreaterEqual(len(acknowledged), 100, "the kills came before anything was acknowledged")
        records = [n for n in self.opened("--complete") if n >= 0]
        self.assertEqual(records, sorted(set(records)), "a record is there twice or out of order")
        self.assertEqual(set(acknowledged) - set(records), set())

    def concurrent(self, writers):
        self.key()
        each = 150

        def write(writer):
            process = subprocess.Popen(
                ["seal", "-k", "key", "-a", "log", "--ack"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for index in range(each):
                process.stdin.write(b'{"n":%d,"pad":"%s"}\n' % (writer * each + index, b"x" * (index * 37 % 5000)))
                process.stdin.flush()
            out, err = process.communicate(timeout=100)
            results[writer] = (process.returncode, out.count(b"OK\n"), err)

        results = {}
        threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for writer in range(writers):
            self.assertEqual(results[writer], (0, each, b""))
        records = self.opened("--complete")
        self.assertEqual(sorted(records), list(range(writers * each)))
        for writer in range(writers):
            mine = [n for n in records if n // each == writer]
            self.assertEqual(mine, sorted(mine), "a writer's records are out of order")

    def test_two_writers_never_spoil_a_line(self):
        self.concurrent(2)

    def test_eight_writers_never_spoil_a_line(self):
        self.concurrent(8)

    def test_redact_appends_whole_lines_from_many_processes(self):
        script = """
          for writer in 1 2 3 4 5 6 7 8; do
            (for n in {1..25}; do printf '{"n":"%s-%s","to":"ada@example.org"}\\n' $writer $n | redact -a log; done) &
          done
          wait
        """
        self.bash_ok(script)
        lines = [json.loads(line) for line in (self.folder / "log").read_bytes().splitlines()]
        self.assertEqual(len({line["n"] for line in lines}), 200)
        self.assertEqual({line["to"] for line in lines}, {"[EMAIL]"})

    def test_an_output_file_is_the_old_one_or_the_new_one(self):
        self.write("f", b'{"to":"ada@example.org"}\n' * 20000)
        old = (self.folder / "f").read_bytes()
        new = self.bash_ok("redact < f")
        generator = random.Random(3)
        ends = set()
        for _ in range(60):
            self.write("f", old)
            process = subprocess.Popen(["redact", "-i", "f"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(generator.random() * 0.06)
            process.kill()
            process.communicate()
            now = (self.folder / "f").read_bytes()
            self.assertIn(now, (old, new), "neither the old file nor the new one")
            ends.add(now == new)
        self.assertIn(False, ends, "every kill came too late to say anything")
