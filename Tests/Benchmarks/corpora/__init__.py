"""Texts to measure on, the same on every machine: `Corpora` makes a file when it is asked for, and keeps it."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from corpora import chat, log, worst
from corpora.sized import lines_of

MAKERS: dict[str, Callable[[], Iterator[bytes]]] = {
    "chat": chat.lines,
    "log": log.lines,
    "short": lines_of(200),
    "kilobyte": lines_of(1000),
    **{name: make for name, (_, _, make) in worst.INPUTS.items()},
}


def version() -> str:
    """Changes with the text of the makers, so that no old file is taken for a new one."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]


class Corpora:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / f"corpora-{version()}"
        for old in set(folder.glob("corpora-*")) - {self.folder}:
            shutil.rmtree(old)
        self.folder.mkdir(parents=True, exist_ok=True)

    def file(self, name: str, size: int) -> Path:
        """The first lines of a corpus, `size` bytes or up to a line more; the beginning of every larger file."""
        return self._kept(f"{name}-{size}", lambda: self._cut(MAKERS[name](), size))

    def repeated(self, name: str, parts: list[Path], size: int) -> Path:
        """Files one after the other, again and again, until there are `size` bytes."""

        def texts() -> Iterator[bytes]:
            whole = b"".join(path.read_bytes() for path in parts)
            yield from [whole] * max(1, round(size / len(whole)))

        return self._kept(f"{name}-{size}-repeated", texts)

    def _cut(self, lines: Iterator[bytes], size: int) -> Iterator[bytes]:
        written = 0
        for line in lines:
            if written >= size:
                return
            written += len(line)
            yield line

    def _kept(self, name: str, make: Callable[[], Iterator[bytes]]) -> Path:
        path = self.folder / f"{name}.jsonl"
        if not path.exists():
            unfinished = path.with_suffix(".new")
            with unfinished.open("wb", buffering=1 << 20) as file:
                file.writelines(make())
            unfinished.rename(path)
        return path
