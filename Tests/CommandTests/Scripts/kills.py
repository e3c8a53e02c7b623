"""kill -9 at any moment, of one writer and of eight, while the log is rotated and its end torn: nothing acknowledged is
lost, the chain is whole, the head is never ahead, no file is refused, and nothing that lies on the disk is plaintext.

A hundred kills in `make test`; SEALWAX_KILLS=10000 makes as many of each of the five kinds together.
"""

import json
import os
import random
import shutil
import subprocess
import threading
import time

from support import Case

KILLS = int(os.environ.get("SEALWAX_KILLS", "100"))
SEED = int(os.environ.get("SEALWAX_SEED", "1"))
MARK = b"this-must-never-lie-on-the-disk"
# One log lives through so many kills of each writer.
KILLS_OF_ONE_LOG = 20
LOGROTATE = b"""%s/log {
  size 1
  rotate 200
  %s
  missingok
  notifempty
}
"""


class Writer(threading.Thread):
    """Feeds one seal after the other, and kills each."""

    def __init__(self, number, kills, seed):
        super().__init__()
        self.number, self.kills = number, kills
        self.generator = random.Random(seed)
        self.sent = 0
        self.acknowledged = []
        self.errors = []
        self.failure = None

    def run(self):
        try:
            for _ in range(self.kills):
                self.live_and_die()
        except Exception as error:
            self.failure = error

    def live_and_die(self):
        generator = self.generator
        # In memory, so that nothing waits for this thread.
        errors = os.memfd_create("errors")
        process = subprocess.Popen(
            ["seal", "-k", "key", "-a", "log", "--ack", "-j", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        os.set_blocking(process.stdin.fileno(), False)
        os.set_blocking(process.stdout.fileno(), False)
        words = b""
        first = self.sent
        rest = b""
        # Every second one may die while it opens and mends the log, the others once they have acknowledged a line.
        dies_early = generator.random() < 0.5
        end = time.monotonic() + (generator.random() * 0.02 if dies_early else 20)
        while time.monotonic() < end and process.poll() is None:
            if not rest:
                rest = b'{"n":%d,"w":%d,"is":"%s","pad":"%s"}\n' % (
                    self.sent, self.number, MARK, b"x" * generator.choice([0, 0, 10, 300, 9000]))
                self.sent += 1
            try:
                rest = rest[os.write(process.stdin.fileno(), rest):]
            except BlockingIOError:
                time.sleep(0.0005)
            try:
                words += os.read(process.stdout.fileno(), 65536)
            except BlockingIOError:
                pass
            if words and not dies_early:
                dies_early = True
                end = time.monotonic() + generator.random() * 0.01
        process.kill()
        process.wait()
        os.set_blocking(process.stdout.fileno(), True)
        words += process.stdout.read()
        self.acknowledged += range(first, first + words.count(b"OK\n"))
        self.errors += os.pread(errors, 65536, 0).splitlines()
        os.close(errors)
        if process.returncode != -9:
            raise AssertionError(f"ended with {process.returncode}: {self.errors[-1:]}")
        try:
            process.stdin.close()
        except OSError:
            pass
        process.stdout.close()


class Kills(Case):
    """Each test takes a fifth of the kills."""

    def setUp(self):
        super().setUp()
        self.key()
        self.generator = random.Random(SEED)
        self.lines = self.torn = self.rotations = self.backups = 0

    def kill(self, writers, rotate=None):
        each = max(-(-KILLS // 5 // writers), 3)
        kills = each * writers
        while each > 0:
            self.live(writers, min(each, KILLS_OF_ONE_LOG), rotate)
            each -= KILLS_OF_ONE_LOG
            for name in os.listdir():
                if name != "key":
                    os.unlink(name)
        self.assertGreater(self.lines, kills // 4, "the kills came before anything was acknowledged")
        print(f"{self._testMethodName}: {kills} kills, {self.lines} lines acknowledged, {self.rotations} rotations "
              f"({self.backups} that met a writer), {self.torn} torn ends, 0 lost")

    def live(self, writers, kills, rotate):
        """The life of one log, in rounds: after each its end is torn now and then, which no writer may see."""
        acknowledged, sent = [set() for _ in range(writers)], [0] * writers
        while kills > 0:
            burst = min(self.generator.randint(1, 4), kills)
            kills -= burst
            threads = [Writer(number, burst, self.generator.random()) for number in range(writers)]
            for thread in threads:
                thread.sent = sent[thread.number]
                thread.start()
            while any(thread.is_alive() for thread in threads):
                if rotate and os.path.exists("log") and self.generator.random() < 0.5:
                    rotate()
                time.sleep(self.generator.random() * 0.03)
            for thread in threads:
                thread.join()
                if thread.failure:
                    raise thread.failure
                acknowledged[thread.number] |= set(thread.acknowledged)
                sent[thread.number] = thread.sent
                for line in thread.errors:
                    self.assertRegex(line, rb"^seal: warning: log: cut (a torn record|\d+ NUL bytes)")
            if self.generator.random() < 0.5 and os.path.exists("log"):
                with open("log", "ab") as log:
                    log.write(self.generator.choice([b'{"fernet":"gAAAAAB', b"\0" * 4096, b"{", b'{"fernet":"gAAA\0\0\0']))
                self.torn += 1
        self.bash_ok(f"echo '{{\"n\":{sent[0]},\"w\":0}}' | seal -k key -a log")
        self.check(acknowledged)

    def check(self, acknowledged):
        names = [name for name in os.listdir() if name.startswith("log") and name not in ("log.head", "log.state", "log.conf")]
        for name in os.listdir():
            with open(name, "rb") as file:
                self.assertNotIn(MARK, file.read(), name)
        old = sorted((name for name in names if name[4:].isdigit()), key=lambda name: -int(name[4:]))
        backups = [name for name in names if name.endswith(".backup")]
        self.assertEqual(set(names), {*old, *backups, "log"}, "left behind")
        self.backups += len(backups)
        self.rotations += len(old)
        if backups:
            # logrotate moved a log away that a writer had made meanwhile, perhaps before it had a line; which comes when
            # only its chain tells. Who was killed in the middle of a line may have nobody behind who mends it.
            text = b"".join(self.bash_ok(f"end=$(validate -q --resume-point {name}); [ $end = 0 ] || "
                                         f"head -c $end {name} | unseal --complete -k key")
                            for name in [*old, *backups])
            text += self.bash_ok("unseal -k key log")
        else:
            with open("all", "wb") as file:
                for name in [*old, "log"]:
                    with open(name, "rb") as part:
                        content = part.read()
                    # Who was killed in the middle of a line may have nobody behind who mends it.
                    file.write(content[: content.rfind(b"\n") + 1])
            shutil.copy("log.head", "all.head")
            text = self.bash_ok("unseal --complete -k key all")
            self.assertIn(b"intact", self.bash_ok("unseal --verify --complete -k key log"))
        records = [json.loads(line) for line in text.splitlines()]
        for writer, numbers in enumerate(acknowledged):
            mine = [record["n"] for record in records if record["w"] == writer]
            self.assertEqual(sorted(numbers - set(mine)), [], "acknowledged and lost")
            self.assertEqual(len(mine), len(set(mine)), "a record is there twice")
            if not backups:
                self.assertEqual(mine, sorted(mine), "a writer's records are out of order")
            self.lines += len(numbers)

    def rename(self):
        old = sorted((int(name[4:]) for name in os.listdir() if name.startswith("log.") and name[4:].isdigit()), reverse=True)
        for number in old:
            os.rename(f"log.{number}", f"log.{number + 1}")
        os.rename("log", "log.1")

    def logrotate(self, how):
        if not shutil.which("logrotate"):
            self.skipTest("there is no logrotate")

        def rotate():
            self.write("log.conf", LOGROTATE % (bytes(self.folder), how))
            done = subprocess.run(
                ["logrotate", "--force", "--state", self.folder / "log.state", "log.conf"], capture_output=True)
            for line in done.stderr.splitlines():
                self.assertRegex(line, rb"already exists, renaming|insecure permissions|parent directory has|mandatory")

        return rotate

    def test_one_writer(self):
        self.kill(1)

    def test_eight_writers(self):
        self.kill(8)

    def test_eight_writers_of_a_log_that_is_renamed(self):
        self.kill(8, self.rename)

    def test_one_writer_of_a_log_that_logrotate_moves_away(self):
        self.kill(1, self.logrotate(b"nocreate"))

    def test_eight_writers_of_a_log_that_logrotate_creates(self):
        self.kill(8, self.logrotate(b"create 0600"))
