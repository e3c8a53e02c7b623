"""The programs that are measured: ours, other people's, and the small ones of `native/`."""

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measure import Program

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = ROOT / ".build/release"
CACHE = ROOT / ".build/bench"


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
    return Program(label or name, tool(name, *words), source, piped=piped)


def installed(
    name: str, *words: str, source: Path | None = None, note: str = "", piped: bool = False
) -> Program | Missing:
    """A program of somebody else, if it is in PATH."""
    path = shutil.which(words[0])
    if path is None:
        return Missing(name, f"there is no {words[0]}")
    return Program(name, (path, *words[1:]), source, note, piped)


def packaged(name: str, package: str, *words: str, source: Path | None = None) -> Program | Missing:
    """A program in Python, if the package it needs is in .venv."""
    python = ROOT / ".venv/bin/python3"
    if not python.exists() or subprocess.run([python, "-c", f"import {package}"], capture_output=True).returncode != 0:
        return Missing(name, f"there is no Python package {package} in .venv")
    return Program(name, (str(python), *words), source)


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


def compiled(name: str, source: str, options: list[str], *words: str, stdin: Path | None = None) -> Program | Missing:
    program = built(source, *options)
    return Missing(name, program) if isinstance(program, str) else Program(name, (str(program), *words), stdin)
