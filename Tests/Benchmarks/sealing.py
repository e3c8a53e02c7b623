"""What the groups seal and unseal share: the key, the sealed files, the peers in either direction."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Literal

from measure import Program
from results import Group
from setting import CACHE, HERE, TOOLS, Missing, Setting, compiled, installed, ours, packaged, scaled

Direction = Literal["seal", "open"]
FLOOR = ("-mssse3", "-lcrypto")
GNUPG = CACHE / "gnupg"
PASSPHRASE = CACHE / "passphrase"
# Python's calls are so slow that a part of the corpus does.
PART = 0.08


def key() -> str:
    """A key of this cache's own."""
    path = CACHE / "key"
    if not path.exists():
        subprocess.run([TOOLS / "seal", "--new-key", path], check=True)
    return str(path)


def sealed(source: Path) -> Path:
    """The file, sealed by the tool that is measured."""
    path = source.with_suffix(".sealed")
    with source.open("rb") as lines, path.open("wb") as output:
        subprocess.run([TOOLS / "seal", "-k", key()], stdin=lines, stdout=output, check=True)
    return path


def floor(direction: Direction, source: Path) -> Program | Missing:
    name = "C over libcrypto, the work alone"
    return compiled(name, "floor.c", FLOOR, key(), direction, stdin=source)


def cryptography(direction: Direction, source: Path) -> Program | Missing:
    script = str(HERE / "peers/fernet_lines.py")
    return packaged("Python cryptography, a call a line", "cryptography", script, key(), direction, source=source)


def age(direction: Direction, source: Path) -> Program | Missing:
    identity = CACHE / "age-identity"
    if shutil.which("age") is None:
        return Missing("age", "there is no age")
    if not identity.exists():
        subprocess.run(["age-keygen", "-o", identity], check=True, capture_output=True)
    note = "whole file: no line can be opened alone"
    if direction == "seal":
        done = subprocess.run(["age-keygen", "-y", identity], check=True, capture_output=True, text=True)
        return installed("age, whole file", "age", "-r", done.stdout.strip(), source=source, note=note)
    closed = source.with_suffix(".age")
    subprocess.run(["age", "-e", "-i", identity, "-o", closed, source], check=True)
    return installed("age, whole file", "age", "-d", "-i", str(identity), source=closed, note=note)


def gpg(direction: Direction, source: Path) -> Program | Missing:
    if shutil.which("gpg") is None:
        return Missing("gpg", "there is no gpg")
    GNUPG.mkdir(mode=0o700, exist_ok=True)
    PASSPHRASE.write_text("made for measuring\n")
    words = ("gpg", "--homedir", str(GNUPG), "--batch", "--quiet", "--no-tty", "--pinentry-mode", "loopback",
             "--passphrase-file", str(PASSPHRASE), "--output", "-")  # fmt: skip
    encrypt = (*words, "--symmetric", "--cipher-algo", "AES128", "--compress-algo", "none")
    name, note = "gpg --symmetric, whole file", "whole file, AES-128, not compressed"
    if direction == "seal":
        return installed(name, *encrypt, source=source, note=note)
    closed = source.with_suffix(".gpg")
    with source.open("rb") as lines, closed.open("wb") as output:
        subprocess.run(encrypt, stdin=lines, stdout=output, check=True)
    return installed(name, *words, "--decrypt", source=closed, note=note)


def stop_agent() -> None:
    """Ends the agent that gpg started for its folder."""
    if GNUPG.exists() and shutil.which("gpgconf"):
        subprocess.run(["gpgconf", "--homedir", GNUPG, "--kill", "gpg-agent"], capture_output=True, env=os.environ)


def measured(setting: Setting, direction: Direction, title: str) -> Group:
    tool = "seal" if direction == "seal" else "unseal"
    group = Group(
        tool,
        title,
        ["CPU s", "wall s", "MB/s", "MiB"],
        ["CPU s", "wall s"],
        charted=True,
        text="MB/s are of plaintext. The floor is `Tests/Benchmarks/native/floor.c`.",
    )
    for line, corpus in [(200, "short"), (1000, "kilobyte")]:
        for share, makers in [(0.8, [floor, age, gpg]), (PART, [cryptography])]:
            plain = setting.corpus(corpus, share)
            source = plain if direction == "seal" else sealed(plain)
            # Whole files are opened from what their own program closed.
            peers = [
                make(direction, source if make in (floor, cryptography) else plain) for make in makers
            ]
            size = plain.stat().st_size
            work = f"{line:,} B lines, {scaled(size)}"
            setting.compare(group, work, size, ours(tool, "-k", key(), source=source), peers)
    stop_agent()
    return group
