"""tail --offset-file: what came since the last run, through rotation and through kills at random moments."""

import os
import random
import signal
import subprocess
import time
import unittest

from follow import Writer
from support import Case

RUNS = int(os.environ.get("SEALWAX_RUNS", "60"))


class Offset(Case):
    def run_once(self, kill_after=None, words=("--complete-only",)):
        with open("out", "ab") as out:
            process = subprocess.Popen(
                ["tail", "--offset-file", "places", *words, "log"], stdout=out, stderr=subprocess.PIPE)
            if kill_after is not None:
                time.sleep(kill_after)
                process.send_signal(signal.SIGKILL)
            err = process.communicate()[1]
        if kill_after is None:
            self.assertEqual(process.returncode, 0, err)
        return process.returncode

    def numbers(self):
        """A killed run may have written half a line, which the next one writes anew."""
        numbers = []
        for line in (self.folder / "out").read_bytes().split(b"\n"):
            start = line.rfind(b'{"n":')
            if line.endswith(b'"}') and start >= 0:
                numbers.append(int(line[start + 5 :].split(b",")[0]))
        return numbers

    def test_each_record_once_where_nothing_is_killed(self):
        draw, writer = random.Random(1), Writer("log")
        for number in range(RUNS):
            writer.some(draw.randrange(200))
            if number % 5 == 4:
                # One naming for each: what is found by numbers is not found by dates.
                writer.shift()
            elif number % 5 == 2:
                writer.copy_and_truncate()
            writer.some(draw.randrange(50))
            self.run_once()
        self.assertEqual(self.numbers(), list(range(writer.count)))

    def test_rotations_between_two_runs(self):
        writer = Writer("log")
        writer.some(10)
        self.run_once()
        for _ in range(3):
            writer.some(10)
            writer.shift()
        self.run_once()
        writer.some(5)
        self.run_once()
        self.assertEqual(self.numbers(), list(range(writer.count)))

    def test_who_goes_on_with_the_old_file_is_read_too(self):
        writer = Writer("log")
        writer.some(10)
        self.run_once()
        os.rename("log", "log.1")
        open("log", "w").close()
        self.run_once()
        writer.some(10)
        self.run_once()
        os.close(writer.file)
        writer.open()
        writer.some(10)
        self.run_once()
        self.assertEqual(self.numbers(), list(range(writer.count)))

    def test_killed_at_random_moments_each_record_comes_at_least_once(self):
        draw, writer = random.Random(2), Writer("log")
        started = time.monotonic()
        self.run_once()
        usual = time.monotonic() - started
        killed = 0
        for number in range(RUNS):
            writer.some(draw.randrange(2000))
            if draw.random() < 0.2:
                writer.shift()
            killed += self.run_once(kill_after=draw.uniform(0, 1.5 * usual)) == -signal.SIGKILL
        self.run_once()
        self.assertEqual(sorted(set(self.numbers())), list(range(writer.count)))
        self.assertGreater(killed, RUNS // 20)

    def test_a_torn_line_waits_for_its_end(self):
        self.write("log", b'{"n":0,"t":""}\n{"n":1,')
        self.run_once()
        self.assertEqual((self.folder / "out").read_bytes(), b'{"n":0,"t":""}\n')
        with open("log", "ab") as log:
            log.write(b'"t":""}\n')
        self.run_once()
        self.assertEqual(self.numbers(), [0, 1])

    def test_the_place_is_kept_while_a_file_is_followed(self):
        self.key()
        writer = Writer("log")
        for _ in range(2):
            watched = subprocess.Popen(["sleep", "0.6"])
            pipe = subprocess.Popen(
                f"tail -F -s 0.1 --pid={watched.pid} --offset-file places log | redact | seal -k key -a sealed",
                shell=True)
            for _ in range(3):
                writer.some(100)
                time.sleep(0.05)
                writer.shift()
            watched.wait()
            self.assertEqual(pipe.wait(timeout=30), 0)
            writer.some(100)
        opened = self.bash_ok("unseal -k key sealed").splitlines()
        numbers = [int(line.split(b",")[0][5:]) for line in opened]
        self.assertEqual(numbers, list(range(writer.count - 100)))

    def test_a_follower_that_is_killed_goes_on_where_it_was(self):
        draw, writer = random.Random(3), Writer("log")
        for number in range(max(6, RUNS // 10)):
            with open("out", "ab") as out:
                follower = subprocess.Popen(
                    ["tail", "-F", "--complete-only", "--offset-file", "places", "log"], stdout=out, stderr=subprocess.DEVNULL)
                writer.write(draw.uniform(0.05, 0.5))
                if draw.random() < 0.7:
                    writer.shift()
                writer.write(draw.uniform(0.01, 0.1))
                follower.kill()
                follower.wait()
            if draw.random() < 0.5:
                writer.some(100)
                writer.shift()
        self.run_once()
        self.assertEqual(sorted(set(self.numbers())), list(range(writer.count)))

    def test_a_place_that_cannot_be_written_is_an_error(self):
        self.write("log", b"1\n")
        outcome = self.bash("tail --offset-file missing/places log")
        self.assertEqual((outcome.status, outcome.out), (1, b"1\n"))
        self.write("places", b"nonsense\n")
        self.assertEqual(self.bash("tail --offset-file places log").status, 1)

    def test_nothing_is_noted_if_the_output_fails(self):
        self.write("log", b"1\n")
        self.assertEqual(self.bash("tail --offset-file places log > /dev/full").status, 1)
        self.assertFalse(os.path.exists("places"))


if __name__ == "__main__":
    unittest.main()
