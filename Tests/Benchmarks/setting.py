"""How it is measured: on which texts, how large, how often."""

from dataclasses import dataclass
from pathlib import Path

from corpora import Corpora
from measure import Clock, Program, middle
from programs import ROOT, Missing
from results import Entry, Group

TRANSCRIPTS = ROOT.parent / "shared/testdata/transcripts"


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

    def inputs(self, group: Group) -> list[tuple[str, Path]]:
        """What people have, by name: conversations, logs, short lines, and real sessions where they are at hand."""
        inputs = [
            ("chat", self.corpus("chat")),
            ("log", self.corpus("log", 0.4)),
            ("200 B lines", self.corpus("short", 0.4)),
        ]
        if parts := sorted(TRANSCRIPTS.glob("*.jsonl")):
            inputs.append(("real agent sessions", self.corpora.repeated("transcripts", parts, self.size * 4 // 5)))
        else:
            group.left_out.append("real agent sessions: ../shared/testdata/transcripts is not here")
        return inputs

    def compare(
        self, group: Group, work: str, size: int, ours: Program, peers: list[Program | Missing], rounds: int = 0
    ) -> None:
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
