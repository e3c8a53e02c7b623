"""The key of this cache, and files sealed with it."""

import subprocess
from pathlib import Path
from typing import Literal

from programs import CACHE, TOOLS

Direction = Literal["seal", "open"]


def key() -> str:
    """A key of this cache's own."""
    path = CACHE / "key"
    if not path.exists():
        subprocess.run([TOOLS / "seal", "--new-key", path], check=True)
    return str(path)


def pair() -> str:
    """The public half of a key pair of this cache's own."""
    path = CACHE / "pair"
    if not path.exists():
        subprocess.run([TOOLS / "seal", "--new-key-pair", path], check=True)
    return f"{path}.pub"


def web_line() -> str:
    """A file with one line that is sealed to that pair."""
    path = CACHE / "line.jwe"
    with path.open("wb") as output:
        subprocess.run([TOOLS / "seal", "-k", pair()], input=b"{}\n", stdout=output, check=True)
    return str(path)


def sealed(source: Path, *, chained: bool = False) -> Path:
    """The file, sealed by the tool that is measured; each line alone, as the peers have them, or as a chain."""
    path = source.with_suffix(".chained" if chained else ".sealed")
    words = [] if chained else ["--no-chain"]
    with source.open("rb") as lines, path.open("wb") as output:
        subprocess.run([TOOLS / "seal", *words, "-k", key()], stdin=lines, stdout=output, check=True)
    return path
