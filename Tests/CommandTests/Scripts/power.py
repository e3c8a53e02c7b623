"""The file system goes down under a writer: ext4 and xfs on a loop device, shut down without their journal being flushed.
What was acknowledged is there after the next mount.

A few cuts in `make test`; SEALWAX_CUTS=200 makes more. Needs root, loop devices and the mkfs of each file system.
"""

import fcntl
import json
import os
import random
import shutil
import struct
import subprocess
import threading
import time

from support import Case

CUTS = int(os.environ.get("SEALWAX_CUTS", "4"))
# EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN are one number; 2: all that the journal has not on the disk is lost.
SHUTDOWN, WITHOUT_FLUSH = 0x8004587D, struct.pack("I", 2)


class Power(Case):
    def disk(self, kind):
        """A new file system; where it will be mounted."""
        if os.geteuid() or not shutil.which(f"mkfs.{kind}"):
            self.skipTest(f"file systems are mounted by root, and made by mkfs.{kind}")
        place = self.folder / "disk"
        place.mkdir()
        with open("image", "wb") as image:
            # The least that xfs takes.
            image.truncate(320 << 20)
        made = subprocess.run([f"mkfs.{kind}", "-q", "image"], capture_output=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        if not self.mount():
            self.skipTest(f"no {kind} can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", place], capture_output=True)
        return place

    def mount(self):
        return subprocess.run(["mount", "-o", "loop", "image", "disk"], capture_output=True).returncode == 0

    def unmount(self):
        for _ in range(100):
            if subprocess.run(["umount", "disk"], capture_output=True).returncode == 0:
                return
            time.sleep(0.05)
        self.fail("the file system cannot be unmounted")

    def cut(self, generator, first, writers, rotates):
        """Writers append until the file system goes down; the numbers of the records that were acknowledged."""
        processes = [
            subprocess.Popen(["seal", "-k", "key", "-a", "disk/log", "--ack"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE) for _ in range(writers)]
        sent = [[] for _ in processes]
        stop = threading.Event()

        def feed(writer):
            number = first + writer
            try:
                while not stop.is_set():
                    sent[writer].append(number)
                    pad = b"x" * generator.choice([0, 10, 300, 9000])
                    processes[writer].stdin.write(b'{"n":%d,"pad":"%s"}\n' % (number, pad))
                    processes[writer].stdin.flush()
                    number += writers
            except OSError:
                pass

        feeders = [threading.Thread(target=feed, args=(writer,)) for writer in range(writers)]
        told = [b""] * writers

        def listen(writer):
            while word := os.read(processes[writer].stdout.fileno(), 65536):
                told[writer] += word

        listeners = [threading.Thread(target=listen, args=(writer,)) for writer in range(writers)]
        for thread in feeders + listeners:
            thread.start()
        limit = time.monotonic() + 20
        while not any(told) and time.monotonic() < limit:
            time.sleep(0.002)
        time.sleep(generator.random() * 0.1)
        if rotates:
            os.rename("disk/log", f"disk/log.{first}")
            time.sleep(generator.random() * 0.05)
        folder = os.open("disk", os.O_RDONLY)
        # What is told later nobody has heard: the power is gone, and a sync that is under way may say anything.
        heard = [words.count(b"OK\n") for words in told]
        fcntl.ioctl(folder, SHUTDOWN, WITHOUT_FLUSH)
        os.close(folder)
        for process in processes:
            # A writer sees it at its next sync, or waits for input.
            try:
                process.wait(1)
            except subprocess.TimeoutExpired:
                process.kill()
        stop.set()
        for thread in feeders + listeners:
            thread.join()
        for process in processes:
            errors = process.stderr.read()
            self.assertIn(process.wait(), (2, -9), errors)
            for stream in [process.stdin, process.stdout, process.stderr]:
                try:
                    stream.close()
                except OSError:
                    pass
        return {n for writer in range(writers) for n in sent[writer][: heard[writer]]}

    def opened(self, *logs):
        """The numbers of the records in logs that go on with one another."""
        # The head is that of the last segment, beside them all.
        self.bash_ok(f"cat {' '.join(logs)} > all; cp disk/log.head all.head")
        out = self.bash_ok("unseal --complete -k key all")
        return [json.loads(line)["n"] for line in out.splitlines()]

    def cuts(self, kind):
        self.key()
        self.disk(kind)
        generator = random.Random(4)
        total, torn, rotations = 0, 0, 0
        acknowledged, logs = set(), []
        for cut in range(CUTS):
            rotates = cut % 4 > 1
            acknowledged |= self.cut(generator, cut * 1000000, [1, 8][cut % 2], rotates)
            self.unmount()
            self.assertTrue(self.mount(), "the file system does not come back")
            # The rename may have been lost, too.
            if os.path.exists(f"disk/log.{cut * 1000000}"):
                logs.append(f"disk/log.{cut * 1000000}")
                rotations += 1
            mended = self.bash("echo '{\"n\":-1}' | seal -k key -a disk/log")
            self.assertEqual(mended.status, 0, f"refused after cut {cut}: {mended}")
            for line in mended.err.splitlines():
                self.assertRegex(line, rb"^seal: warning: disk/log: cut (a torn record|\d+ NUL bytes)", f"cut {cut}")
                torn += 1
            lost = acknowledged - set(self.opened(*logs, "disk/log"))
            self.assertEqual(sorted(lost), [], f"lost at cut {cut}")
            if cut % 8 == 7 or cut == CUTS - 1:
                total += len(acknowledged)
                acknowledged, logs = set(), []
                self.bash_ok("rm disk/log*")
        self.assertGreater(total, 3 * CUTS, "the cuts came before anything was acknowledged")
        print(f"{kind}: {CUTS} cuts, {total} lines acknowledged, {torn} torn ends, {rotations} rotations, 0 lost")
        self.unmount()

    def test_ext4_loses_nothing_that_was_acknowledged(self):
        self.cuts("ext4")

    def test_xfs_loses_nothing_that_was_acknowledged(self):
        self.cuts("xfs")
