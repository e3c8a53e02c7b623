"""Redacts text that holds no secret and tells which lines change and why: the share of each kind of text, and the rules
that find most. E-mail addresses of authors stand in some of it, and are told apart.

Fails if more than 1 in 400 lines of chat or log change.
"""

import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import tables
from corpora import clean
from programs import tool

MOST = 0.0025
HELD = ("chat", "log")


def findings(name: str, text: bytes, words: list[str]) -> list[dict[str, int | str]]:
    """What redact reports, without its last line."""
    with tempfile.NamedTemporaryFile() as report:
        done = subprocess.run(
            [*tool("redact"), "--report", report.name, *words], input=text, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        if done.returncode != 0:
            sys.exit(f"alarms: {name}: status {done.returncode}: {done.stderr[:500]!r}")
        lines = Path(report.name).read_text().splitlines()
    return [finding for line in lines if "rule" in (finding := json.loads(line))]


def surrounded(line: bytes, column: int) -> str:
    """What was found, with a little before and behind it."""
    return line[max(0, column - 31) : column + 50].decode(errors="replace").replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(prog="alarms.py", description=__doc__)
    parser.add_argument("--share", type=float, default=1, help="of the 20 MB (1)")
    parser.add_argument("--rules", type=int, default=12, help="how many rules to name for each kind (12)")
    parser.add_argument("--examples", type=int, default=1, help="how many findings to show of each rule (1)")
    parser.add_argument("words", nargs="*", help="more words for redact, behind --")
    chosen = parser.parse_args()
    too_many = []
    rows, details = [], []
    for name in clean.MAKERS:
        text = clean.made(name, chosen.share)
        lines = text.split(b"\n")[:-1]
        found = findings(name, text, chosen.words)
        changed = {finding["line"] for finding in found}
        no_mail = {finding["line"] for finding in found if finding["rule"] != "email"}
        cells = [len(lines), len(text) / 1e6, 100 * len(changed) / len(lines), 100 * len(no_mail) / len(lines)]
        rows.append(tables.row([name, f"{cells[0]:,}", *(f"{cell:.2f}" for cell in cells[1:])]))
        if name in HELD and len(changed) > MOST * len(lines):
            too_many.append(name)
        by_rule = collections.defaultdict(list)
        for finding in found:
            by_rule[finding["rule"]].append(finding)
        details.append(f"\n{name}:")
        for rule, hits in sorted(by_rule.items(), key=lambda pair: -len(pair[1]))[: chosen.rules]:
            details.append(f"  {len(hits):5} {rule}")
            details += [f"          {surrounded(lines[hit['line'] - 1], hit['column'])}" for hit in hits[: chosen.examples]]
    print("\n".join([tables.row(["text", "lines", "MB", "changed, %", "but for e-mail, %"]), tables.row(["---", *["---:"] * 4]), *rows, *details]))
    if too_many:
        sys.exit(f"alarms: more than {100 * MOST} % of the lines change: {', '.join(too_many)}")


if __name__ == "__main__":
    main()
