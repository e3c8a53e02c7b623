"""What an append costs does not grow with the log.

Up to 50,000 lines in `make test`; SEALWAX_LINES=10000000 makes a log of as many in SEALWAX_PLACE, and prints the figures.
"""

import os
import pathlib
import re
import resource
import shutil
import subprocess
import time
import unittest

from support import Case

LINES = int(os.environ.get("SEALWAX_LINES", "50000"))
PLACE = os.environ.get("SEALWAX_PLACE")


class Appends(Case):
    def setUp(self):
        super().setUp()
        if PLACE:
            os.chdir(PLACE)
        if not os.path.exists("key"):
            self.key()
            if PLACE:
                shutil.move(self.folder / "key", "key")
        sizes = [1000, LINES] if LINES < 1000000 else [1000, 1000000, LINES]
        self.logs = {count: f"log{count}" for count in sizes}
        for count, log in self.logs.items():
            if not os.path.exists(log):
                self.bash_ok(f"seq -f '{{\"n\":%.0f}}' 1 {count} | seal -k key -a {log}", seconds=3000)

    def measured(self, what):
        """What an append of one line takes, by the number of lines that are there."""
        return {count: what(log) for count, log in self.logs.items()}

    def flat(self, figures, allowance):
        print(f"{self._testMethodName}: {figures}")
        short = figures[1000]
        for count, figure in figures.items():
            self.assertLess(figure, short * allowance, f"{count} lines: {figures}")

    @unittest.skipUnless(shutil.which("strace"), "there is no strace")
    def test_it_reads_the_last_line_only(self):
        def read(log):
            self.bash_ok(f"echo '{{}}' | strace -o {self.folder}/trace seal -k key -a {log}")
            trace = (self.folder / "trace").read_text()
            opened = re.search(r'openat\(AT_FDCWD, "%s", O_RDWR.*= (\d+)' % log, trace)
            descriptor, trace = opened[1], trace[opened.end():]
            counts = [int(count) for count in re.findall(rf"pread64\({descriptor}, .* = (\d+)\n", trace)]
            self.assertNotRegex(trace, rf"\b(read|mmap|readv)\({descriptor},")
            self.assertGreater(len(counts), 0)
            return sum(counts)

        figures = self.measured(read)
        # A block to find the beginning of the last line in, and the line.
        self.assertLess(max(figures.values()), 66000)
        self.flat(figures, 1.01)

    @unittest.skipUnless(shutil.which("strace"), "there is no strace")
    def test_it_calls_the_system_as_often(self):
        def calls(log):
            self.bash_ok(f"echo '{{}}' | strace -o {self.folder}/trace seal -k key -a {log}")
            lines = (self.folder / "trace").read_text().splitlines()
            return len([line for line in lines if not re.match(r"(futex|brk|mmap|munmap)\(", line)])

        self.flat(self.measured(calls), 1.02)

    @unittest.skipUnless(shutil.which("valgrind"), "there is no valgrind")
    def test_it_takes_as_many_instructions(self):
        def instructions(log):
            done = self.bash(
                f"echo '{{}}' | valgrind --tool=callgrind --callgrind-out-file=/dev/null $(command -v seal) -k key -a {log}")
            self.assertEqual(done.status, 0, done)
            return int(re.search(rb"Collected : (\d+)", done.err)[1])

        self.flat(self.measured(instructions), 1.03)

    @unittest.skipUnless(shutil.which("valgrind"), "there is no valgrind")
    def test_a_line_takes_no_more_instructions_far_behind_than_at_the_beginning(self):
        def instructions(count):
            done = self.bash(
                f"seq -f '{{\"n\":%.0f}}' 1000001 {1000000 + count} | valgrind --tool=callgrind --callgrind-out-file=/dev/null "
                f"$(command -v seal) -j 1 -k key -a {self.folder}/new{count}")
            self.assertEqual(done.status, 0, done)
            return int(re.search(rb"Collected : (\d+)", done.err)[1])

        none, few, many = instructions(1), instructions(1001), instructions(9001)
        first, later = (few - none) / 1000, (many - few) / 8000
        print(f"{self._testMethodName}: {first:.0f} instructions a line among the first 1,000, {later:.0f} behind them")
        self.assertLess(later, first * 1.03)

    def test_the_time(self):
        """Figures, not a law: the machine may be busy. The shortest of some runs."""

        def seconds(log):
            times = []
            for _ in range(20):
                began = time.perf_counter()
                subprocess.run(["seal", "-k", "key", "-a", log], input=b"{}\n", check=True)
                times.append(time.perf_counter() - began)
            return round(min(times) * 1000, 2)

        def processor(log):
            data = b"".join(b'{"n":%d}\n' % n for n in range(100000))
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(["seal", "-j", "1", "-k", "key", "-a", log], input=data, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return round((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 10, 2)

        print(f"milliseconds of one append: {self.measured(seconds)}")
        print(f"microseconds of processor time a line, of 100,000: {self.measured(processor)}")
        for count, log in self.logs.items():
            self.assertGreater(os.path.getsize(log), count * 150)
