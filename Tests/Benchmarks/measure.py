"""Runs programs in turn, round after round, so that a machine that slows down slows all of them."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO


@dataclass(frozen=True)
class Program:
    name: str
    words: tuple[str, ...]
    # Standard input; none is an empty one.
    source: Path | None = None
    note: str = ""
    # Whether it gets its input through a pipe, not as the file itself.
    piped: bool = False
    # How it may end; not all that end in 1 have failed.
    statuses: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Run:
    """What a program took once: seconds, and kilobytes at most."""

    wall: float
    cpu: float
    peak: int


class Failed(Exception):
    """A program that did not do its work, so that its time says nothing."""


class Clock:
    def __init__(self, launcher: Path) -> None:
        self.launcher = launcher

    def run(self, program: Program) -> Run:
        with open(program.source or "/dev/null", "rb") as source:
            if not program.piped:
                return self._timed(program, source)
            with subprocess.Popen(["cat"], stdin=source, stdout=subprocess.PIPE) as feeder:
                assert feeder.stdout
                return self._timed(program, feeder.stdout)

    def alternate(self, programs: list[Program], rounds: int) -> list[list[Run]]:
        """The runs of each program, in the order of `programs`."""
        runs: list[list[Run]] = [[] for _ in programs]
        for _ in range(rounds):
            for program, taken in zip(programs, runs, strict=True):
                taken.append(self.run(program))
        return runs

    def _timed(self, program: Program, source: IO[bytes]) -> Run:
        done = subprocess.run([self.launcher, *program.words], stdin=source, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(done.stderr.strip())
        wall, cpu, peak, status = done.stdout.split()
        if int(status) not in program.statuses:
            raise Failed(f"{' '.join(program.words)}: status {status}: {done.stderr[:500]}")
        return Run(float(wall), float(cpu), int(peak))


def middle(runs: list[Run]) -> Run:
    """The median of each figure by itself."""
    return Run(
        median(run.wall for run in runs), median(run.cpu for run in runs), round(median(run.peak for run in runs))
    )
