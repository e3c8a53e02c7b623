"""Where everything is: our tools, other people's programs, the corpora, the clock."""

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpora import Corpora
from measure import Clock, Program, middle
from results import Entry, Group

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = ROOT / ".build/release"
CACHE = ROOT / ".build/bench"
TRANSCRIPTS = ROOT.parent / "shared/testdata/transcripts"


@dataclass(frozen=True)
class Missing:
    """A program that is not here, and why."""

    name: str
    reason: str


@cache
def has_threads(tool: str) -> bool:
    """Whether the tool can be told how many threads to use."""
    return "--threads" in subprocess.run([TOOLS / tool, "--help"], capture_output=True, text=True).stdout


def tool(name: str, *words: str, threads: int = 1) -> tuple[str, ...]:
    """The words that run one of our tools, on one thread unless told."""
    return (str(TOOLS / name), *(("-j", str(threads)) if has_threads(name) else ()), *words)


def ours(name: str, *words: str, source: Path | None = None, label: str = "", piped: bool = False) -> Program:
    return Program(label or name, tool(name, *words), source, piped)


def installed(name: str, *words: str, source: Path | None = None, piped: bool = False, note: str = "") -> Program | Missing:
    """A program of somebody else, if it is in PATH."""
    path = shutil.which(words[0])
    if path is None:
        return Missing(name, f"there is no {words[0]}")
    return Program(name, (path, *words[1:]), source, piped, note)


def packaged(name: str, package: str, *words: str, source: Path | None = None, note: str = "") -> Program | Missing:
    """A program in Python, if the package it needs is in .venv."""
    python = ROOT / ".venv/bin/python3"
    if not python.exists() or subprocess.run([python, "-c", f"import {package}"], capture_output=True).returncode != 0:
        return Missing(name, f"there is no Python package {package} in .venv")
    return Program(name, (str(python), *words), source, note=note)


def built(source: str, *options: str) -> Path | str:
    """A program of `native/`, compiled if its text is new; or what the compiler said."""
    text = HERE / "native" / source
    version = hashlib.sha256(text.read_bytes() + repr(options).encode()).hexdigest()[:8]
    program = CACHE / f"{text.stem}-{version}"
    if program.exists():
        return program
    CACHE.mkdir(parents=True, exist_ok=True)
    compiler = "c++" if text.suffix == ".cpp" else "cc"
    try:
        done = subprocess.run([compiler, "-O2", text, "-o", program, *options], capture_output=True, text=True)
    except FileNotFoundError:
        return f"there is no {compiler}"
    return program if done.returncode == 0 else done.stderr.strip().split("\n")[0]


def compiled(name: str, source: str, options: tuple[str, ...], *words: str, stdin: Path | None = None, note: str = "") -> Program | Missing:
    program = built(source, *options)
    return Missing(name, program) if isinstance(program, str) else Program(name, (str(program), *words), stdin, note=note)


@dataclass(frozen=True)
class Setting:
    corpora: Corpora
    clock: Clock
    quick: bool
    # Of the chat corpus, in bytes; the others follow it.
    size: int
    rounds: int

    def corpus(self, name: str, share: float = 1) -> Path:
        return self.corpora.file(name, round(self.size * share))

    def transcripts(self, group: Group) -> Path | None:
        """Real sessions repeated to about 40 MB, or a line that they were left out."""
        parts = sorted(TRANSCRIPTS.glob("*.jsonl"))
        if parts:
            return self.corpora.repeated("transcripts", parts, self.size * 4 // 5)
        group.left_out.append("real agent sessions: ../shared/testdata/transcripts is not here")
        return None

    def compare(self, group: Group, work: str, size: int, ours: Program, peers: list[Program | Missing], rounds: int = 0) -> None:
        """Measures ours and its peers in alternation and adds the contest; says which peers are missing."""
        here = [peer for peer in peers if isinstance(peer, Program)]
        for peer in peers:
            line = f"{peer.name}: {peer.reason}" if isinstance(peer, Missing) else ""
            if line and line not in group.left_out:
                group.left_out.append(line)
        programs = [ours, *here]
        runs = self.clock.alternate(programs, rounds or self.rounds)
        entries = [
            Entry(program.name, group.values(middle(taken), size), note=program.note)
            for program, taken in zip(programs, runs, strict=True)
        ]
        group.add(work, entries)


def scaled(size: int) -> str:
    """A number of bytes for people."""
    for unit, name in [(10**9, "GB"), (10**6, "MB"), (10**3, "kB")]:
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} B"
