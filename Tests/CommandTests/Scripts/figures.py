"""Start-up and memory of the programs that ship. On a busy machine: interleaved, and medians."""

import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

from support import Case, RELEASE

STREAM_BYTES = int(os.environ.get("SEALWAX_STREAM_BYTES", 1 << 30))
LIMIT_KILOBYTES = 32 * 1024


class Figures(Case):
    def setUp(self):
        if not RELEASE:
            self.skipTest("the tools are not the release build")
        super().setUp()

    def spawn_seconds(self, words):
        path = words[0] if "/" in words[0] else next(
            f"{folder}/{words[0]}" for folder in os.environ["PATH"].split(":") if os.access(f"{folder}/{words[0]}", os.X_OK))
        actions = [(os.POSIX_SPAWN_OPEN, number, "/dev/null", os.O_RDWR, 0) for number in (0, 1, 2)]
        start = time.perf_counter()
        process = os.posix_spawn(path, words, os.environ, file_actions=actions)
        _, state = os.waitpid(process, 0)
        seconds = time.perf_counter() - start
        self.assertEqual(state, 0, f"{words}")
        return seconds

    def test_every_tool_starts_about_as_fast_as_true(self):
        self.key()
        commands = {
            "true": ["/bin/true"],
            "redact": ["redact"],
            "seal": ["seal", "-k", "key"],
            "unseal": ["unseal", "-k", "key"],
            "tail": ["tail"],
            "validate": ["validate"],
        }
        for attempt in range(3):
            times = {name: [] for name in commands}
            for _ in range(200):
                for name, words in commands.items():
                    times[name].append(self.spawn_seconds(words))
            medians = {name: statistics.median(values) * 1000 for name, values in times.items()}
            limit = 1.5 * medians["true"] + 1
            if all(value <= limit for value in medians.values()):
                break
        print("start-up, ms:", {name: round(value, 2) for name, value in medians.items()}, file=sys.stderr)
        self.assertEqual({name: round(value, 2) for name, value in medians.items() if value > limit}, {}, f"limit {limit:.2f} ms")

    # A record of an ordinary session, about 1 kB, and one with something to find.
    BLOCK = b"".join(
        b'{"role":"user","content":"%s","n":%d}\n' % (b"What the agent said, and what it read. " * 25, n) for n in range(200)
    ) + b'{"role":"user","content":"write to ada@example.org"}\n'

    def peak(self, words, source):
        """Kilobytes of resident memory that a program used at most on a stream made by `source`."""
        process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = []
        reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
        reader.start()
        try:
            source(process.stdin)
            process.stdin.close()
        except BrokenPipeError:
            pass
        _, state, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(state)
        reader.join()
        process.stderr.close()
        self.assertEqual(process.returncode, 0, f"{words}: {errors[0][:500]!r}")
        print(f"{' '.join(words)}: {usage.ru_maxrss} kB", file=sys.stderr)
        return usage.ru_maxrss

    def stream(self, pipe):
        block = self.BLOCK * 5
        for _ in range(STREAM_BYTES // len(block)):
            pipe.write(block)

    def test_redact_keeps_within_32_megabytes(self):
        self.assertLess(self.peak(["redact"], self.stream), LIMIT_KILOBYTES)

    def test_seal_keeps_within_32_megabytes(self):
        self.key()
        self.assertLess(self.peak(["seal", "-k", "key"], self.stream), LIMIT_KILOBYTES)

    def test_unseal_keeps_within_32_megabytes(self):
        self.key()
        sealed = self.bash_ok("seal --bare -k key", self.BLOCK)

        def stream(pipe):
            for _ in range(STREAM_BYTES // len(sealed)):
                pipe.write(sealed)

        self.assertLess(self.peak(["unseal", "-k", "key"], stream), LIMIT_KILOBYTES)

    def test_tail_keeps_within_32_megabytes(self):
        self.assertLess(self.peak(["tail", "-n", "20"], self.stream), LIMIT_KILOBYTES)

    def test_tail_takes_nothing_for_what_it_does_not_read(self):
        """100 GB, of which the last lines are there and the rest is a hole."""
        with open("log", "wb") as log:
            log.truncate(100 << 30)
            log.seek(0, os.SEEK_END)
            log.write(b"\n" + self.BLOCK)
        self.addCleanup(os.truncate, self.folder / "log", 0)
        for words in [["-n", "20"], ["-c", "9999"], ["-n", "20", "--complete-only"], ["-n", "20", "--count"]]:
            start = time.perf_counter()
            self.assertLess(self.peak(["tail", *words, "log"], lambda pipe: None), LIMIT_KILOBYTES)
            self.assertLess(time.perf_counter() - start, 1)

    def test_a_window_takes_nothing_for_what_it_does_not_read(self):
        """100 GB, of which the first line is there and the last million bytes; at most 4 MB are read beyond the window."""
        turn = b'{"role":"user","content":"%s"}\n{"role":"assistant","content":"%s"}\n' % (b"What now? " * 20, b"This. " * 90)
        with open("log", "wb") as log:
            log.write(b'{"role":"system","content":"Be brief."}\n' + turn)
            log.truncate(100 << 30)
            log.seek(0, os.SEEK_END)
            log.write(b"\n" + turn * 1500)
        self.addCleanup(os.truncate, self.folder / "log", 0)
        start = time.perf_counter()
        window = self.bash_ok("tail -t 100000 log")
        taken = time.perf_counter() - start
        self.assertGreater(len(window), 300_000)
        self.assertLess(self.peak(["tail", "-t", "100000", "log"], lambda pipe: None), LIMIT_KILOBYTES)
        process = subprocess.Popen(["tail", "-t", "100000", "log"], stdout=subprocess.DEVNULL)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        counts = dict(line.split(": ") for line in pathlib.Path(f"/proc/{process.pid}/io").read_text().splitlines())
        process.wait()
        # Each byte is read once to decide, and once more to be copied.
        beyond = int(counts["rchar"]) - 2 * len(window)
        print(f"tail -t 100000: {taken * 1000:.0f} ms, {len(window)} bytes, {beyond} beyond them", file=sys.stderr)
        self.assertLess(beyond, 4 << 20)
        self.assertLess(taken, 1)

    def test_a_window_of_a_stream_keeps_within_32_megabytes(self):
        turn = b'{"role":"user","content":"%s"}\n{"role":"assistant","content":"%s"}\n' % (b"What now? " * 20, b"This. " * 90)
        block = turn * 200

        def stream(pipe):
            for _ in range(STREAM_BYTES // len(block)):
                pipe.write(block)

        self.assertLess(self.peak(["tail", "-t", "100000"], stream), LIMIT_KILOBYTES)

    def test_validate_keeps_within_32_megabytes(self):
        self.assertLess(self.peak(["validate"], self.stream), LIMIT_KILOBYTES)

    def test_salvage_keeps_within_32_megabytes(self):
        self.assertLess(self.peak(["validate", "--salvage"], self.stream), LIMIT_KILOBYTES)
