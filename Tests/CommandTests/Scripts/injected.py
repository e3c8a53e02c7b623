"""Every system call of an append and of a file that is replaced fails in turn (strace): the status and the message tell it,
nothing is acknowledged that is not there, nothing is half written, and the next append goes on.

A selection runs in `make test`: each call with one error. SEALWAX_FAULTS=1 takes each call with each error.
"""

import collections
import os
import re
import resource
import shutil
import subprocess
import unittest

from support import Case

# What a call can fail with. EINTR is none of the file's faults: what can be tried again is, and a sync is not.
ERRORS = {
    "openat": ["EIO", "EINTR", "EMFILE", "ENOSPC", "EDQUOT", "EACCES"], "newfstatat": ["EIO"], "flock": ["ENOLCK", "EINTR"],
    "read": ["EIO", "EINTR"], "pread64": ["EIO", "EINTR"], "write": ["ENOSPC", "EIO", "EINTR", "EDQUOT"],
    "pwrite64": ["ENOSPC", "EIO", "EINTR", "EDQUOT"],
    "fdatasync": ["EIO", "EINTR", "ENOSPC", "EDQUOT"], "fsync": ["EIO", "EINTR", "ENOSPC", "EDQUOT"],
    "ftruncate": ["EIO", "EINTR"], "rename": ["EIO", "ENOSPC", "EDQUOT"], "linkat": ["EIO", "ENOSPC", "EDQUOT"],
    "unlink": ["EIO"], "close": ["EIO", "EINTR", "ENOSPC", "EDQUOT"], "lseek": ["EIO"], "fchmod": ["EPERM"], "fchown": ["EPERM"],
    "poll": ["EINTR", "ENOMEM"], "fcntl": ["EBADF"], "getrandom": ["EINTR", "EIO"], "readlink": ["EIO"], "eventfd2": ["EMFILE"],
    "clone3": ["EAGAIN"], "statx": ["EIO"],
    "mmap": ["ENOMEM"], "brk": ["ENOMEM"], "mremap": ["ENOMEM"],
}
# Without memory nothing can be told, only nothing spoiled.
MEMORY = {"mmap", "brk", "mremap"}
ALL = os.environ.get("SEALWAX_FAULTS") == "1"
OLD = [b'{"n":"old %d"}' % n for n in range(3)]
NEW = [b'{"n":"new %d","to":"ada@example.org"}' % n for n in range(5)]
# The records come in three reads, so in three batches.
BATCHES = [NEW[:2], NEW[2:3], NEW[3:]]

Site = collections.namedtuple("Site", "name number arguments")


@unittest.skipUnless(shutil.which("strace"), "there is no strace")
class Injected(Case):
    def setUp(self):
        super().setUp()
        self.key()
        probe = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
        if probe.returncode:
            self.skipTest("strace may not trace here")
        self.runs = 0

    def sites(self, run):
        """The calls of a run, in their order: from the first that is the tool's own, not its loader's."""
        run("base", ["strace", "-f", "-qq", "-o", self.folder / "trace"])
        counts = collections.Counter()
        sites = []
        is_ours = False
        for line in (self.folder / "trace").read_text().splitlines():
            call = re.match(r"\d+ +(\w+)\((.*)", line)
            if not call:
                continue
            counts[call[1]] += 1
            is_ours = is_ours or line.split(" ", 1)[1].strip().startswith("fcntl(0, F_GETFD")
            if is_ours and call[1] in ERRORS:
                sites.append(Site(call[1], counts[call[1]], call[2]))
        self.assertGreater(len(sites), 15, "the trace shows nothing")
        return sites

    def faults(self, run, judge):
        """Lets each call fail and has each outcome judged."""
        for index, site in enumerate(self.sites(run)):
            errors = ERRORS[site.name]
            for error in errors if ALL else [errors[index % len(errors)]]:
                name = f"{site.name}-{site.number}-{error}"
                with self.subTest(f"{site.name} number {site.number} ({site.arguments[:60]}): {error}"):
                    outcome = run(name, [
                        "timeout", "20", "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={site.name}",
                        "-e", f"inject={site.name}:error={error}:when={site.number}"])
                    self.runs += 1
                    judge(self.folder / name, site, error, outcome)
                    shutil.rmtree(self.folder / name)

    def message(self, site, status, errors):
        """One message if the run failed, none but warnings if not; never content."""
        for record in NEW + OLD:
            self.assertNotIn(record[6:11], errors)
        lines = [line for line in errors.decode().splitlines() if ": hint: " not in line]
        told = [line for line in lines if ": warning: " not in line]
        if site.name in MEMORY and status not in (0, 2):
            return
        self.assertIn(status, (0, 2), errors)
        self.assertEqual(len(told), 1 if status == 2 else 0, errors)
        for line in lines:
            self.assertRegex(line, r"^(seal|unseal|redact): (warning: |error: )?")

    # Appending

    def append(self, command, prepare, is_acknowledged=True, rotate=False):
        """A run of a command that appends, one batch after the other: each when the one before was acknowledged."""

        def run(name, strace):
            folder = self.folder / name
            folder.mkdir()
            shutil.copy(self.folder / "key", folder / "key")
            prepare(folder)
            process = subprocess.Popen(
                strace + command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder)
            acknowledged = 0
            try:
                for batch in BATCHES:
                    process.stdin.write(b"".join(record + b"\n" for record in batch))
                    process.stdin.flush()
                    if is_acknowledged:
                        for _ in batch:
                            if process.stdout.readline() != b"OK\n":
                                raise BrokenPipeError
                            acknowledged += 1
                    if rotate and not (folder / "log.1").exists():
                        os.rename(folder / "log", folder / "log.1")
            except BrokenPipeError:
                pass
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass
            errors = process.stderr.read()
            acknowledged += process.stdout.read().count(b"OK\n")
            process.stdout.close()
            process.stderr.close()
            return process.wait(), acknowledged, errors

        return run

    def judged(self, old, is_sealed=True, is_mended=False, is_acknowledged=True):
        """The judge of runs that append to a log that held the records `old`."""
        name = "log"
        seal = "seal -k key -a log" if is_sealed else "redact -a log"

        def judge(folder, site, error, outcome):
            status, acknowledged, errors = outcome
            self.message(site, status, errors)
            log = folder / name
            content = log.read_bytes() if log.exists() else b""
            is_torn = is_mended or site.name in MEMORY or (site.name == "openat" and not content)
            if not is_torn:
                self.assertTrue(content == b"" or content.endswith(b"\n"), "half a line was written")
            if is_acknowledged and status == 0:
                self.assertEqual(acknowledged, len(NEW), errors)
            more = subprocess.run(
                ["bash", "-c", f"echo '{{\"n\":\"last\"}}' | {seal}"], cwd=folder, capture_output=True)
            self.assertEqual(more.returncode, 0, f"the next append: {more.stderr}")
            logs = [part for part in ["log.1", "log"] if (folder / part).exists()]
            text = b"".join((folder / part).read_bytes() for part in logs)
            if is_sealed:
                (folder / "all").write_bytes(text)
                if (folder / "log.head").exists():
                    shutil.copy(folder / "log.head", folder / "all.head")
                opened = subprocess.run(["unseal", "--complete", "-k", "key", "all"], cwd=folder, capture_output=True)
                self.assertEqual(opened.returncode, 0, opened.stderr)
                text = opened.stdout
            records = text.splitlines()
            new = NEW if is_sealed else [record.replace(b"ada@example.org", b"[EMAIL]") for record in NEW]
            count = len(records) - len(old) - 1
            self.assertEqual(records, old + new[:count] + [b'{"n":"last"}'])
            self.assertGreaterEqual(count, acknowledged, "acknowledged and not there")
            if status == 0:
                self.assertEqual(count, len(NEW), "done, but not all is there")
            left = set(os.listdir(folder)) - {"key", "log", "log.head", "log.1", "all", "all.head", "torn"}
            self.assertEqual(left, set(), "left behind")

        return judge

    def sealed_log(self, end=b"", cut=0):
        """A log with three records, whose end is then spoiled."""
        self.bash_ok("seal -k key -a log", b"".join(record + b"\n" for record in OLD))
        content = (self.folder / "log").read_bytes()
        content = content[: len(content) - cut] + end

        def prepare(folder):
            (folder / "log").write_bytes(content)
            shutil.copy(self.folder / "log.head", folder / "log.head")

        return prepare

    SEAL = ["seal", "-j", "1", "-k", "key", "-a", "log", "--ack"]

    def test_a_log_that_is_new(self):
        self.faults(self.append(self.SEAL, lambda folder: None), self.judged([]))

    def test_a_log_that_grows(self):
        self.faults(self.append(self.SEAL, self.sealed_log()), self.judged(OLD))

    def test_a_log_whose_end_is_torn(self):
        prepare = self.sealed_log(end=b'{"fernet":"gAAAA')
        self.faults(self.append(self.SEAL + ["--keep-torn", "torn"], prepare), self.judged(OLD, is_mended=True))

    def test_a_log_that_ends_in_nul_bytes(self):
        self.faults(self.append(self.SEAL, self.sealed_log(end=bytes(5000))), self.judged(OLD, is_mended=True))

    def test_a_log_that_lacks_its_last_newline(self):
        self.faults(self.append(self.SEAL, self.sealed_log(cut=1)), self.judged(OLD, is_mended=True))

    def test_a_log_that_is_rotated_away(self):
        self.faults(self.append(self.SEAL, self.sealed_log(), rotate=True), self.judged(OLD))

    def test_a_log_of_plain_records(self):
        def prepare(folder):
            (folder / "log").write_bytes(b"".join(record + b"\n" for record in OLD))

        self.faults(
            self.append(["redact", "-j", "1", "-a", "log"], prepare, is_acknowledged=False),
            self.judged(OLD, is_sealed=False, is_acknowledged=False))

    # Killing

    def test_a_kill_at_each_call_and_then_a_rotation(self):
        """Whoever is killed at whatever point of a new segment, the next one is known to go on with it."""
        self.bash_ok("seal -k key -a log.1", OLD[0] + b"\n")
        log, head = (self.folder / "log.1").read_bytes(), (self.folder / "log.1.head").read_bytes()
        data = b"".join(record + b"\n" for record in NEW)

        def run(name, strace):
            folder = self.folder / name
            folder.mkdir()
            shutil.copy(self.folder / "key", folder / "key")
            (folder / "log.1").write_bytes(log)
            (folder / "log.head").write_bytes(head)
            return subprocess.run(strace + self.SEAL, input=data, capture_output=True, cwd=folder)

        for site in self.sites(run):
            if site.name in MEMORY:
                continue
            with self.subTest(f"{site.name} number {site.number} ({site.arguments[:60]})"):
                name = f"{site.name}-{site.number}"
                killed = run(name, [
                    "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={site.name}",
                    "-e", f"inject={site.name}:signal=KILL:when={site.number}"])
                self.assertNotEqual(killed.returncode, 0)
                again = self.bash(f"""
                  cd {name}
                  if [ -e log ]; then mv log log.2; else : > log.2; fi
                  echo '{{"n":1}}' | seal -k key -a log && mv log log.3
                  echo '{{"n":2}}' | seal -k key -a log && cat log.[123] log > all && cp log.head all.head
                  unseal --complete -k key all
                """)
                self.assertEqual((again.status, again.err), (0, b""), again)
                records = again.out.splitlines()
                count = len(records) - 3
                self.assertEqual(records, [OLD[0]] + NEW[:count] + [b'{"n":1}', b'{"n":2}'])
                self.assertGreaterEqual(count, killed.stdout.count(b"OK\n"))
                left = set(os.listdir(name)) - {"key", "all", "all.head", "log", "log.head", "log.1", "log.2", "log.3"}
                self.assertEqual(left, set())
                shutil.rmtree(name)

    # Replacing

    def replaced(self, command, old, new, others=()):
        """Runs of a command that replaces the file `f`: it is the old one or the new one, and stands alone."""

        def run(name, strace):
            folder = self.folder / name
            folder.mkdir()
            shutil.copy(self.folder / "key", folder / "key")
            for file, content in [("f", old), *others]:
                if content is not None:
                    (folder / file).write_bytes(content)
            done = subprocess.run(strace + command, stdin=subprocess.DEVNULL, capture_output=True, cwd=folder)
            self.assertEqual(done.stdout, b"")
            return done.returncode, done.stderr

        def judge(folder, site, error, outcome):
            status, errors = outcome
            self.message(site, status, errors)
            now = (folder / "f").read_bytes() if (folder / "f").exists() else None
            is_old = now == old
            if status == 0 or not is_old:
                self.assertEqual(new(folder, now), b"".join(record + b"\n" for record in NEW), "neither the old file nor the new")
            left = set(os.listdir(folder)) - {"key", "f", *(file for file, _ in others)}
            self.assertEqual(left, set(), "left behind")

        self.faults(run, judge)

    def plain(self):
        return b"".join(record + b"\n" for record in NEW)

    def unsealed(self, folder, _):
        return subprocess.run(["unseal", "--complete", "-k", "key", "f"], cwd=folder, capture_output=True).stdout

    def test_seal_to_a_file(self):
        self.replaced(["seal", "-j", "1", "-k", "key", "-o", "f", "in"], b"old\n", self.unsealed, [("in", self.plain())])

    def test_seal_in_place(self):
        self.replaced(["seal", "-j", "1", "-k", "key", "-i", "f"], self.plain(), self.unsealed)

    def test_unseal_to_a_new_file(self):
        sealed = self.bash_ok("seal -k key", self.plain())
        self.replaced(["unseal", "-j", "1", "-k", "key", "-o", "f", "in"], None, lambda _, now: now, [("in", sealed)])

    def test_unseal_in_place(self):
        sealed = self.bash_ok("seal -k key", self.plain())
        self.replaced(["unseal", "-j", "1", "-k", "key", "-i", "f"], sealed, lambda _, now: now)

    def test_redact_in_place(self):
        redacted = self.bash_ok("redact", self.plain())
        self.replaced(
            ["redact", "-j", "1", "-i", "f"], self.plain(), lambda _, now: self.plain() if now == redacted else now)


class Limits(Case):
    """Short writes that are real: no file may grow beyond a limit."""

    def test_a_file_that_may_not_grow_is_as_it_was(self):
        self.key()
        self.write("in", b'{"n":"%s"}\n' % (b"x" * 500) * 20)
        self.bash_ok("seal -k key -a log < in; redact -a plain < in")
        before = {name: (self.folder / name).read_bytes() for name in ["log", "log.head", "plain"]}
        for limit in [1, 16, 20]:
            size = max(len(before["log"]), len(before["plain"])) // 1024 * 1024 + limit * 1024

            def lower():
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

            for command in ["seal -k key -a log", "redact -a plain", "seal -k key -o new", "redact -o new"]:
                with self.subTest(command, limit=limit):
                    data = (self.folder / "in").read_bytes() * 10
                    done = subprocess.run(command.split(), input=data, capture_output=True, preexec_fn=lower)
                    self.assertEqual(done.returncode, 2, done)
                    self.assertEqual(len(done.stderr.splitlines()), 1, done)
                    for name, content in before.items():
                        self.assertEqual((self.folder / name).read_bytes(), content, name)
                    self.assertFalse((self.folder / "new").exists())
        self.bash_ok("seal -k key -a log < in; redact -a plain < in; unseal --complete -k key log > opened")
