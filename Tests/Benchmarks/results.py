"""What was measured, as it stands in results.json: groups of contests, each between one of our runs and its peers."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from measure import Run

Values = dict[str, float]
# What a column shows of a run over so many bytes.
COLUMNS: dict[str, Callable[[Run, int], float]] = {
    "CPU s": lambda run, size: run.cpu,
    "wall s": lambda run, size: run.wall,
    "CPU ms": lambda run, size: run.cpu * 1e3,
    "wall ms": lambda run, size: run.wall * 1e3,
    "CPU ns/B": lambda run, size: run.cpu * 1e9 / size,
    "MB/s": lambda run, size: size / run.cpu / 1e6,
    "MiB": lambda run, size: run.peak / 1024,
}


@dataclass
class Entry:
    """A program's figures; behind the first of a contest also ours divided by its own."""

    name: str
    values: Values
    ratios: Values = field(default_factory=dict)
    note: str = ""


@dataclass
class Contest:
    """One piece of work; ours comes first, and is what the others are compared with."""

    work: str
    entries: list[Entry]


@dataclass
class Group:
    name: str
    title: str
    # What the columns of the table are.
    columns: list[str]
    # Of which columns ours/peer is told.
    compared: list[str]
    # Whether the chart shows it: whether the peers are other people's programs.
    charted: bool = False
    text: str = ""
    # Date and commit.
    measured: str = ""
    contests: list[Contest] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, work: str, entries: list[Entry]) -> None:
        ours, *peers = entries
        for peer in peers:
            peer.ratios = {
                column: ours.values[column] / peer.values[column] for column in self.compared if peer.values[column]
            }
        self.contests.append(Contest(work, entries))

    def values(self, run: Run, size: int) -> Values:
        return {column: COLUMNS[column](run, size) for column in self.columns}

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def restored(plain: dict[str, Any]) -> Group:
    """The group that `plain` made."""
    contests = [
        Contest(contest["work"], [Entry(**entry) for entry in contest["entries"]]) for contest in plain["contests"]
    ]
    return Group(**{**plain, "contests": contests})
