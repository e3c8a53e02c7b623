"""Measures the tools beside other people's programs and writes results/, and from it the figures in README.md.

What is not installed is left out, and the table says so.
"""

import argparse
import json
import shlex
import sys
from pathlib import Path

import machine
import report
from corpora import Corpora
from groups import GROUPS
from measure import Clock
from programs import CACHE, TOOLS, built
from results import Group, restored
from setting import Setting, scaled

# Bytes whose share tells what a corpus is like: quotes, backslashes, what is not ASCII.
SHARES = [b'"', b"\\", bytes(range(128, 256))]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.py", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of the text and three rounds; to see that it runs"
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=GROUPS,
        metavar="GROUP",
        help="this group, the others stay as they are: " + ", ".join(GROUPS),
    )
    parser.add_argument("--megabytes", type=int, default=50, help="size of the chat corpus (50)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program (5)")
    parser.add_argument("--output", type=Path, default=report.RESULTS, help="folder of the results")
    return parser.parse_args()


def share(data: bytes, wanted: bytes) -> str:
    return f"{100 * sum(data.count(byte) for byte in wanted) / len(data):.1f} %"


def notes(corpora: Corpora, size: int) -> list[str]:
    """What the corpora are like."""
    rows = [
        "| corpus | lines | mean B | quotes | backslashes | not ASCII |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name in ["chat", "log", "short", "kilobyte"]:
        data = corpora.file(name, size if name == "chat" else size // 10).read_bytes()
        count = data.count(b"\n")
        shares = " | ".join(share(data, wanted) for wanted in SHARES)
        rows.append(f"| {name}, {scaled(len(data))} | {count:,} | {len(data) // count:,} | {shares} |")
    return rows


def main() -> None:
    chosen = options()
    launcher = built("clock.c")
    if isinstance(launcher, str):
        sys.exit(f"bench: {launcher}")
    if not (TOOLS / "redact").exists():
        sys.exit("bench: the tools are not built; run make")
    megabytes, rounds = (chosen.megabytes / 10, 3) if chosen.quick else (chosen.megabytes, chosen.rounds)
    setting = Setting(Corpora(CACHE), Clock(launcher), chosen.quick, round(megabytes * 1e6), rounds)
    file = chosen.output / "results.json"
    old = json.loads(file.read_text())["groups"] if chosen.only and file.exists() else []
    groups = {plain["name"]: restored(plain) for plain in old}
    where = machine.described()
    for name in chosen.only or GROUPS:
        print(f"bench: {name}", file=sys.stderr, flush=True)
        groups[name] = GROUPS[name](setting)
        groups[name].measured = machine.moment(where)
    ordered = [groups[name] for name in GROUPS if name in groups]
    write(chosen.output, setting, where, ordered)


def write(folder: Path, setting: Setting, where: dict[str, str], groups: list[Group]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    arguments = [f"ARGS={shlex.join(sys.argv[1:])}"] if len(sys.argv) > 1 else []
    plain = {
        "machine": where,
        "command": shlex.join(["make", "bench", *arguments]),
        "corpora": notes(setting.corpora, setting.size),
        "groups": [group.plain() for group in groups],
    }
    (folder / "results.json").write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n")
    for path, text in report.documents(folder).items():
        path.write_text(text)


if __name__ == "__main__":
    main()
