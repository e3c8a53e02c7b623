"""The results as Markdown."""

from machine import moment, sentence
from results import Entry, Group


def number(value: float) -> str:
    """Three figures that count, without an exponent."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.{2 if value >= 1 else 3}f}"


def row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def lines(group: Group, work: str, place: int, entry: Entry) -> str:
    name = f"**{entry.name}**" if place == 0 else entry.name
    values = [number(entry.values[column]) for column in group.columns]
    ratios = [number(entry.ratios[column]) if column in entry.ratios else "" for column in group.compared]
    return row([work if place == 0 else "", name, *values, *ratios, entry.note])


def table(group: Group) -> str:
    heads = ["work", "program", *group.columns, *(f"ours/peer, {column}" for column in group.compared), "note"]
    rows = [row(heads), row(["---", "---", *["---:"] * (len(heads) - 3), "---"])]
    for contest in group.contests:
        rows += [lines(group, contest.work, place, entry) for place, entry in enumerate(contest.entries)]
    return "\n".join(rows)


def section(group: Group, measured: str) -> str:
    """`measured` is when the last of the groups was."""
    when = "" if group.measured == measured else f"Measured on {group.measured}."
    parts = [f"## {group.title}", when, group.text, table(group) if group.contests else ""]
    parts.append("\n".join(f"- Left out: {line}" for line in group.left_out))
    return "\n\n".join(part for part in parts if part)


def document(machine: dict[str, str], command: str, notes: list[str], groups: list[Group]) -> str:
    head = f"""# Benchmarks

Made by `{command}`: {sentence(machine)}.

![Ratios](ratios.svg)

Every figure is the median of runs in which the programs took turns, one thread each where they can be told. **ours/peer
below 1 means that ours takes less**: 0.5 is half the time. CPU is user and system time of the process, output goes to
`/dev/null`, MB/s are bytes of input over CPU time, MiB the resident memory at most. The machine is shared: trust the
ratios, not the seconds.
"""
    corpora = "## Corpora\n\n" + "\n".join(notes)
    return "\n\n".join([head.rstrip(), *(section(group, moment(machine)) for group in groups), corpora]) + "\n"
