"""What the scripts share: a fresh folder for each test, the tools first in PATH, a process's outcome."""

import base64
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

DATA = os.environ.get("SEALWAX_TESTDATA")
RELEASE = os.environ.get("SEALWAX_RELEASE") == "1"


class Outcome:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def __str__(self):
        return f"status {self.status}, stdout {self.out[:300]!r}, stderr {self.err[:600]!r}"


class Case(unittest.TestCase):
    """A test with a folder of its own, which is also its working folder."""

    longMessage = True

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sealwax-"))
        self.folder.chmod(0o755)
        self.addCleanup(shutil.rmtree, self.folder, True)
        os.chdir(self.folder)
        self.addCleanup(os.chdir, "/")

    def write(self, name, content, mode=0o600):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        path.chmod(mode)
        return path

    def bash(self, script, stdin=b"", seconds=120):
        """Runs a script; with pipefail, so that no failure hides in a pipe."""
        done = subprocess.run(
            ["bash", "--norc", "--noprofile", "-o", "pipefail", "-c", script],
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            capture_output=True,
            timeout=seconds,
        )
        return Outcome(done.returncode if done.returncode >= 0 else 128 - done.returncode, done.stdout, done.stderr)

    def bash_ok(self, script, stdin=b"", seconds=120):
        outcome = self.bash(script, stdin, seconds)
        self.assertEqual(outcome.status, 0, f"{script}: {outcome}")
        return outcome.out

    def needs(self, *options):
        """Leaves the test out where a tool lacks an option: `seal --no-chain`."""
        for need in options:
            tool, option = need.split()
            if not re.search(rf"(?m)^ +(-\w, )?{option}\b", self.bash_ok(f"{tool} --help").decode()):
                self.skipTest(f"there is no {need} yet")

    def key(self, name="key"):
        """A new Fernet key file; returns the key."""
        key = base64.urlsafe_b64encode(os.urandom(32))
        self.write(name, key + b"\n")
        return key

    def data(self, path):
        """A file or folder of ../shared/testdata, or the test is left out."""
        if not DATA:
            self.skipTest("../shared/testdata is not here")
        return pathlib.Path(DATA) / path
