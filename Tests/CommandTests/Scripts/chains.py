"""Logs under public keys, and logs whose key is changed: kills, writers at once, and crashes at every step."""

import base64
import hmac
import json
import random
import shutil
import subprocess
import time

from support import Case


class Public(Case):
    """A log whose chain key evolves, and is known to its writers by the head file."""

    def setUp(self):
        super().setUp()
        self.bash_ok("seal --new-key-pair pair")

    def opened(self, log="log"):
        out = self.bash_ok(f"unseal --complete -k pair {log}")
        return [json.loads(line)["n"] for line in out.splitlines()]

    def test_no_acknowledged_line_is_lost_to_kills(self):
        generator = random.Random(5)
        acknowledged = []
        for kill in range(60):
            seal = subprocess.Popen(
                ["seal", "-k", "pair.pub", "-a", "log", "--ack"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            numbers = range(kill * 1000, kill * 1000 + 50)
            try:
                for n in numbers:
                    seal.stdin.write(b'{"n":%d,"pad":"%s"}\n' % (n, b"x" * generator.choice([0, 10, 9000])))
                    seal.stdin.flush()
                    if n % 1000 == 5 and kill % 2:
                        seal.stdout.readline()
                        acknowledged.append(numbers[0])
                time.sleep(generator.random() * 0.01)
            except BrokenPipeError:
                pass
            seal.kill()
            told = seal.stdout.read().count(b"OK\n")
            _, errors = seal.communicate()
            self.assertEqual(errors.replace(b"cut a torn record", b"").count(b"error"), 0, errors)
            first = numbers[0] + (1 if numbers[0] in acknowledged else 0)
            acknowledged += range(first, first + told)
            if kill % 10 == 9:
                # What was torn off is mended when the log is opened.
                self.bash_ok("seal -k pair.pub -a log < /dev/null")
                self.assertEqual(set(acknowledged) - set(self.opened()), set(), f"lost after kill {kill}")
        self.assertGreater(len(acknowledged), 50)
        records = self.opened()
        self.assertEqual(records, sorted(set(records)))

    def test_a_crash_at_any_step_leaves_a_whole_log(self):
        if shutil.which("strace") is None or self.bash("strace -o /dev/null true").status != 0:
            self.skipTest("there is no strace, or it may not trace")
        count = 0
        for first in (True, False):
            for call in ("write", "fdatasync", "rename", "flock", "ftruncate", "close"):
                for step in range(1, 5):
                    self.bash_ok("rm -f log log.head")
                    if not first:
                        self.bash_ok("seal -k pair.pub -a log", b'{"n":1}\n')
                    before = 0 if first else 1
                    outcome = self.bash(
                        f"strace -o /dev/null -e trace={call} -e inject={call}:error=EIO:signal=KILL:when={step}"
                        " seal -k pair.pub -a log --ack", b'{"n":2}\n{"n":3}\n')
                    acknowledged = outcome.out.count(b"OK\n")
                    self.bash_ok("seal -k pair.pub -a log", b'{"n":4}\n')
                    records = self.opened()
                    self.assertIn(records[before:], ([4], [2, 4], [2, 3, 4]), f"{call} {step}")
                    self.assertGreaterEqual(len(records), before + acknowledged + 1, f"{call} {step}")
                    count += outcome.status != 0
        self.assertGreater(count, 20, "too few crashes to say anything")

    def test_writers_at_once_go_on_with_one_chain(self):
        writers = [
            subprocess.Popen(
                ["seal", "-k", "pair.pub", "-a", "log", "--ack"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)]
        for n in range(200):
            writers[n % 4].stdin.write(b'{"n":%d}\n' % n)
            writers[n % 4].stdin.flush()
        for writer in writers:
            out, err = writer.communicate(timeout=60)
            self.assertEqual((writer.returncode, out.count(b"OK\n"), err), (0, 50, b""))
        self.assertEqual(sorted(self.opened()), list(range(200)))
        self.assertIn(b"201 lines, chain", self.bash_ok("unseal --verify --complete -k pair log"))

    def test_the_head_file_has_the_next_key_and_memory_no_older_one(self):
        self.bash_ok("echo '{\"n\":1}' | seal -k pair.pub -a log")
        first = json.loads((self.folder / "log.head").read_bytes())
        lines = (self.folder / "log").read_bytes()
        seal = subprocess.Popen(
            ["seal", "-k", "pair.pub", "-a", "log", "--ack"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        seal.stdin.write(b'{"n":2}\n{"n":3}\n')
        seal.stdin.flush()
        seal.stdout.readline()
        memory = self.memory(seal.pid)
        self.assertIn(b"pair.pub", memory)
        self.assertNotIn(first["key"].encode(), memory)
        key = base64.urlsafe_b64decode(first["key"] + "=")
        for _ in range(2):
            self.assertNotIn(key, memory)
            for pad in (0x36, 0x5C):
                self.assertNotIn(bytes(byte ^ pad for byte in key), memory)
            key = hmac.digest(key, b"evolve", "sha256")
        self.assertIn(key, memory)
        seal.stdin.close()
        seal.wait()
        seal.stdout.close()
        # Who has an older key goes on from there, and not before.
        self.write("log", lines)
        self.write("log.head", json.dumps(first))
        self.assertEqual(self.opened(), [1])

    def memory(self, process):
        """All that a process can write to."""
        found = b""
        try:
            with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
                for line in maps:
                    place, rights = line.split()[:2]
                    if not rights.startswith("rw") or "[v" in line:
                        continue
                    start, end = (int(part, 16) for part in place.split("-"))
                    memory.seek(start)
                    found += memory.read(end - start)
        except PermissionError:
            self.skipTest("the memory of a process cannot be read here")
        return found

    def test_rotation_under_writers_loses_no_line(self):
        script = """
          for writer in 1 2 3; do
            (for n in {1..20}; do echo "{\\"n\\":$writer$n}" | seal -q -k pair.pub -a log || echo failed; done) &
          done
          for turn in {1..8}; do sleep 0.05; mv log log.$turn 2> /dev/null; done
          wait
          for log in log.? log; do [ ! -s $log ] || unseal -k pair $log; done | wc -l
          [ ! -s log ] || unseal --complete -k pair log > /dev/null
        """
        self.assertEqual(self.bash_ok(script), b"60\n")


class Rekeying(Case):
    def setUp(self):
        super().setUp()
        self.bash_ok("seal --new-key a; seal --new-key b")

    def contents(self, log="log"):
        """The records, and the key that the log is sealed with: it is one of two and nothing between."""
        found = {}
        for key in "ab":
            outcome = self.bash(f"unseal --complete -k {key} {log}")
            if outcome.status == 0:
                found[key] = outcome.out
        self.assertEqual(len(found), 1, "neither the old log nor the new one")
        return found.popitem()

    def test_killed_at_any_moment_it_is_the_old_log_or_the_new_one(self):
        records = b"".join(b'{"n":%d}\n' % n for n in range(3000))
        self.bash_ok("seal -k a -a log", records)
        start = time.monotonic()
        self.bash_ok("seal --rekey --old-key-file a -k b -i log")
        whole = time.monotonic() - start
        generator = random.Random(9)
        seen = set()
        for kill in range(40):
            old = self.contents()[0]
            new = "b" if old == "a" else "a"
            process = subprocess.Popen(["seal", "--rekey", "--old-key-file", old, "-k", new, "-i", "log"])
            time.sleep(generator.random() * 1.4 * whole)
            process.kill()
            process.wait()
            key, out = self.contents()
            self.assertEqual(out, records)
            seen.add(key == new)
        self.assertEqual(seen, {True, False}, "every kill came too early or too late")

    def test_crashed_between_two_steps_the_head_file_never_leads(self):
        if shutil.which("strace") is None or self.bash("strace -o /dev/null true").status != 0:
            self.skipTest("there is no strace, or it may not trace")
        records = b'{"n":1}\n{"n":2}\n'
        states = set()
        for step in range(1, 4):
            for call in ("rename", "linkat", "fsync", "unlink", "ftruncate"):
                self.bash_ok("rm -f log log.head; seal -k a -a log", records)
                self.bash(
                    f"strace -o /dev/null -e trace={call} -e inject={call}:error=EIO:signal=KILL:when={step}"
                    " seal --rekey --old-key-file a -k b -i log")
                key, out = self.contents()
                self.assertEqual(out, records)
                head = json.loads((self.folder / "log.head").read_bytes())
                states.add((key, self.bash(f"grep -q {head['id']} log").status == 0))
                # Whoever appends next goes on, and all is whole again.
                self.bash_ok(f"seal -k {key} -a log", b'{"n":3}\n')
                self.assertEqual(self.contents(), (key, records + b'{"n":3}\n'))
        # The old log and its head, the new one and its own, and the new log with the head that is behind.
        self.assertEqual(states, {("a", True), ("b", True), ("b", False)})

    def test_crashed_twice_in_a_row_the_head_file_is_still_only_behind(self):
        if shutil.which("strace") is None or self.bash("strace -o /dev/null true").status != 0:
            self.skipTest("there is no strace, or it may not trace")
        self.bash_ok("seal -k a -a log", b'{"n":1}\n')
        heads = []
        for old, new in ["ab", "ba", "ab"]:
            for step in (2, 3):
                # The first rename, or a second behind that of the head file, puts the log in its place.
                self.bash(
                    f"strace -o /dev/null -e trace=rename -e inject=rename:error=EIO:signal=KILL:when={step}"
                    f" seal --rekey --old-key-file {old} -k {new} -i log")
                key, out = self.contents()
                self.assertEqual(out, b'{"n":1}\n')
                heads.append(json.loads((self.folder / "log.head").read_bytes())["id"])
                if key == new:
                    break
        self.assertGreater(len(set(heads)), 1)

    def test_who_appends_meanwhile_loses_no_line(self):
        self.bash_ok("seal -k a -a log", b'{"n":0}\n')
        script = """
          for writer in 1 2 3; do
            (for n in {1..15}; do echo "{\\"n\\":$writer$n}" | seal -k a -k b -a log || echo failed; done) &
          done
          for key in b a b a b a; do
            old=a; seal --rekey --old-key-file a --old-key-file b -k $key -i log || echo failed
          done
          wait
          seal --rekey --old-key-file a --old-key-file b -k a -i log && unseal --complete -k a log | wc -l
        """
        self.assertEqual(self.bash_ok(script), b"46\n")

    def test_from_any_key_to_any_other(self):
        self.bash_ok("seal --new-key k.jwk; seal --new-key-pair p; seal --new-key-pair x --curve X25519")
        records = b"".join(b'{"n":%d,"text":"%s"}\n' % (n, b"x" * 300) for n in range(2000))
        self.bash_ok("seal -k a -a log", records)
        old = "a"
        for new in ("k.jwk", "p.pub", "x.pub", "k.jwk", "b", "x.pub", "p.pub", "a"):
            opening = new.removesuffix(".pub")
            self.bash_ok(f"seal --rekey --old-key-file {old} -k {new} -i log")
            self.assertEqual(self.bash_ok(f"unseal --complete -k {opening} log"), records)
            old = opening
        self.assertEqual(sorted(path.name for path in self.folder.glob("log*")), ["log", "log.head"])
