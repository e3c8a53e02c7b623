"""Text in which nobody left a secret: source and prose that come with a system, chat and logs that are made here without
plants, and Base64 of programs. What there is of the first two differs from machine to machine.
"""

import base64
import gzip
import json
import random
import re
import sysconfig
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from corpora import chat, log

# Lines of a file that stand in one record, as a tool's output would hold them.
BLOCK = 40
SOURCES = [
    (Path(sysconfig.get_path("stdlib")), "*.py"),
    (Path("/usr/include"), "*.h"),
    (Path("/usr/share/perl"), "*.pm"),
    (Path("/opt/swift/usr/lib/swift"), "*.swiftinterface"),
    (Path("/opt/swift/usr/include"), "*.h"),
]
PROSE = [(Path("/usr/share/doc"), "*"), (Path("/usr/share/man"), "*.gz"), (Path("/usr/share/common-licenses"), "*")]
BINARIES = [Path("/usr/bin"), Path("/usr/lib")]
MARKUP = re.compile(r"^[.'].*$|\\f[A-Z]|\\[&|^]|\\-", re.MULTILINE)


def files(folders: list[tuple[Path, str]]) -> list[Path]:
    """In an order of their own, the same each time, so that the first of them are of every kind."""
    # Tests hold keys that are made up.
    found = [
        path
        for folder, name in folders
        for path in folder.rglob(name)
        if path.is_file() and not {"test", "tests", "site-packages", "__pycache__"} & set(path.parts)
    ]
    return sorted(found, key=lambda path: random.Random(path.name + path.parent.name).random())


def text(path: Path) -> str:
    """Without what a reader of a manual page never sees; empty if it is no text."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        decoded = content.decode()
    except (OSError, ValueError, EOFError):
        return ""
    return MARKUP.sub(lambda match: "-" if match[0] == "\\-" else "", decoded) if "/man/" in str(path) else decoded


def record(body: str) -> bytes:
    return json.dumps({"type": "tool_result", "content": body}, ensure_ascii=False).encode() + b"\n"


def blocks(folders: list[tuple[Path, str]], count: int) -> Iterator[bytes]:
    """Records of so many lines each."""
    for path in files(folders):
        lines = iter(text(path).split("\n"))
        while part := list(islice(lines, count)):
            if any(part):
                yield record("\n".join(part))


def programs() -> Iterator[bytes]:
    """Binary files in Base64, as tools hand them over: now whole lines of it, now a word in a sentence."""
    chosen = random.Random(3)
    for folder in BINARIES:
        for path in sorted(folder.glob("*"), key=lambda path: random.Random(path.name).random()):
            if not path.is_file() or path.suffix not in {"", ".so"}:
                continue
            try:
                content = path.read_bytes()[:200_000]
            except OSError:
                continue
            start = 0
            while start < len(content):
                size = chosen.choice([24, 32, 57, 300, 3000])
                run = base64.b64encode(content[start : start + size]).decode()
                yield record(chosen.choice(["{}", "data:application/octet-stream;base64,{}", "payload {} of it", '"blob": "{}",']).format(run))
                start += size


MAKERS: dict[str, Callable[[], Iterator[bytes]]] = {
    "chat": lambda: chat.lines(seed=11, share=0),
    "log": lambda: log.lines(seed=12),
    "source, by the line": lambda: blocks(SOURCES, 1),
    f"source, {BLOCK} lines": lambda: blocks(SOURCES, BLOCK),
    "prose, by the line": lambda: blocks(PROSE, 1),
    f"prose, {BLOCK} lines": lambda: blocks(PROSE, BLOCK),
    "Base64 of programs": programs,
}
# Bytes of each, 20 MB together.
SIZES = {
    "chat": 5_000_000,
    "log": 4_000_000,
    "source, by the line": 2_000_000,
    f"source, {BLOCK} lines": 4_000_000,
    "prose, by the line": 1_500_000,
    f"prose, {BLOCK} lines": 2_000_000,
    "Base64 of programs": 1_500_000,
}


def made(name: str, share: float) -> bytes:
    """The first records of a kind, `share` of the size that it should have."""
    lines, size = [], 0
    for line in MAKERS[name]():
        if size >= SIZES[name] * share:
            break
        lines.append(line)
        size += len(line)
    return b"".join(lines)
