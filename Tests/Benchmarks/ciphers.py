"""What seal and unseal are compared with: the least a program could do, a call a line, whole files."""

import shutil
import subprocess
from pathlib import Path

from measure import Program
from programs import CACHE, HERE, Missing, compiled, installed, packaged
from sealing import Direction, key, web_line

GNUPG = CACHE / "gnupg"
PASSPHRASE = CACHE / "passphrase"
# The option is for its base64.
FLOOR = ["-mssse3", "-lcrypto"]


def floor(direction: Direction, source: Path) -> Program | Missing:
    return compiled("C over libcrypto, the work alone", "floor.c", FLOOR, key(), direction, stdin=source)


def web_floor(source: Path) -> Program | Missing:
    return compiled("C over libcrypto, the work alone", "floor.c", FLOOR, web_line(), "jwe", stdin=source)


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
        subprocess.run(["gpgconf", "--homedir", GNUPG, "--kill", "gpg-agent"], capture_output=True)
