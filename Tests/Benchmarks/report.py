"""Writes what people read from results.json and recall.json: results.md, ratios.svg and the figures in README.md."""

import argparse
import json
import sys
from pathlib import Path
from textwrap import fill
from typing import Any

import chart
import tables
from machine import sentence
from programs import HERE, ROOT
from results import Contest, Group, restored

RESULTS = HERE / "results"
README = ROOT / "README.md"
BEGIN, END = "<!-- figures: written by make bench -->", "<!-- figures: end -->"
RECALL = RESULTS / "recall.json"
RECALL_BEGIN, RECALL_END = "<!-- recall: written by make recall -->", "<!-- recall: end -->"

# What README.md shows of a group: the column of our own figure, and how the names of the contests begin.
SHOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    "redact": ("MB/s", ("chat", "log", "real")),
    "seal": ("MB/s", ("",)),
    "unseal": ("MB/s", ("",)),
    "validate": ("MB/s", ("chat", "log", "real")),
    "tail": ("wall ms", ("",)),
    "start": ("wall ms", ("",)),
    "latency": ("median µs", ("",)),
    "threads": ("wall s", ("",)),
    "memory": ("MiB", ("",)),
}


def title(ours: str, work: str) -> str:
    """Program and work, the program once."""
    return work if work.startswith(ours) else ours if ours.startswith(work) else f"{ours}, {work}"


def row(group: Group, contest: Contest, column: str) -> str:
    ours, *peers = contest.entries
    kind = group.compared[0]
    ratios = "; ".join(f"{peer.name}: **{tables.number(peer.ratios[kind])}**" for peer in peers if kind in peer.ratios)
    unit = column.removeprefix("wall ").removeprefix("median ")
    return tables.row([title(ours.name, contest.work), f"{tables.number(ours.values[column])} {unit}", ratios])


def figures(plain: dict[str, Any], groups: list[Group]) -> str:
    rows = [
        row(group, contest, SHOWN[group.name][0])
        for group in groups
        if group.name in SHOWN
        for contest in group.contests
        if contest.work.startswith(SHOWN[group.name][1])
    ]
    introduction = fill(
        f"Made by `{plain['command']}`: {sentence(plain['machine'])}. Everything is in "
        "[results.md](Tests/Benchmarks/results/results.md). Ratios are ours / peer, in one run: **below 1 ours takes "
        "less**. They are of CPU time, for start and threads of wall time, for latency of the median, for memory of "
        "the longest input over shorter ones.",
        width=118,
    )
    return f"""{introduction}

| work | ours | ours / peer |
| --- | ---: | --- |
{chr(10).join(rows)}

![Time taken, ours / peer, as bars](Tests/Benchmarks/results/ratios.svg)"""


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def recall(plain: dict[str, Any]) -> str:
    """The scores of each program over each file of samples."""
    scores = plain["scores"]
    names = list(dict.fromkeys(score["samples"] for score in scores))
    sizes = {score["samples"]: f"{score['secrets']:,} and {score['benign']:,}" for score in scores}
    rows = [
        tables.row(["program", *(f"{name}, {sizes[name]}" for name in names)]),
        tables.row(["---", *["---:"] * len(names)]),
    ]
    for program in dict.fromkeys(score["program"] for score in scores):
        cells = [
            " / ".join(
                [
                    percent(score["found"], score["secrets"]),
                    percent(score["kept"], score["benign"]),
                    percent(score["found"], score["found"] + score["benign"] - score["kept"]),
                ]
            )
            for score in scores
            if score["program"] == program
        ]
        rows.append(tables.row([program, *cells]))
    introduction = fill(
        "Of the samples that other detectors are tested with, how many secrets are found, how much of what is none is "
        "left alone, and how much of what is changed is a secret: **recall / left alone / precision, in %**. Each "
        "program reads the same records; a secret is found if it is gone from what the program writes. detect-secrets "
        "only reports, so each line in which it reports anything counts as gone. Behind the names are the numbers of "
        f"samples that are secrets and that are none. Made by `make recall`: {plain['measured']}.",
        width=118,
    )
    left_out = "".join(f"\n- Left out: {line}" for line in plain["left out"])
    return f"{introduction}\n\n{chr(10).join(rows)}" + (f"\n{left_out}" if left_out else "")


def with_block(readme: str, begin: str, end: str, text: str) -> str:
    before, _, rest = readme.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def documents(folder: Path) -> dict[Path, str]:
    """Each file that is made from the results, and what belongs into it."""
    plain = json.loads((folder / "results.json").read_text())
    groups = [restored(group) for group in plain["groups"]]
    made = {
        folder / "results.md": tables.document(plain["machine"], plain["command"], plain["corpora"], groups),
        folder / "ratios.svg": chart.drawn(plain["machine"], groups),
    }
    if folder == RESULTS:
        readme = with_block(README.read_text(), BEGIN, END, figures(plain, groups))
        scores = json.loads(RECALL.read_text())
        made[README] = with_block(readme, RECALL_BEGIN, RECALL_END, recall(scores))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(prog="report.py", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is not as it would be written"
    )
    check = parser.parse_args().check
    for path, text in documents(RESULTS).items():
        if not check:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            sys.exit(f"report: {path.relative_to(ROOT)} disagrees with the results: run Tests/Benchmarks/report.py")


if __name__ == "__main__":
    main()
