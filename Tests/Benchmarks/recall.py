"""Runs redact and other people's redactors over labelled samples, all the same way, and writes results/recall.json, and
from it the table in README.md.

A sample is a text and what is to become of it. Each program gets the records {"text": …} on standard input and writes
them redacted. A sample whose text is to be redacted counts if the part that is secret is gone, or, where none is named,
if the text has changed; one that is to be kept counts if it has not.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import machine
import report
from measure import Program
from programs import HERE, ROOT, Missing, ours, packaged

PEERS = HERE / "peers"
SAMPLES = ROOT.parent / "shared/testdata/redaction"
FILES = ["gitleaks", "detect_secrets", "presidio_core", "presidio_national"]
# Where a file is of what redact looks for only when it is told to.
ALL = "secret,pii,network,national"


@dataclass
class Score:
    """Of one program over one file."""

    program: str
    samples: str
    # Samples to be redacted, and those that were.
    secrets: int
    found: int
    # Samples to be kept, and those that were.
    benign: int
    kept: int


def programs() -> Iterator[Program | Missing]:
    yield ours("redact")
    yield ours("redact", "--category", ALL, label=f"redact --category {ALL}")
    yield packaged("redact-transcripts", "redact_transcripts", "-m", "redact_transcripts", "-f", "jsonl", "-")
    yield packaged("detect-secrets", "detect_secrets", str(PEERS / "detect_secrets_rows.py"))
    yield packaged("scrubadub", "scrubadub", str(PEERS / "scrubadub_rows.py"))


def is_right(sample: dict[str, str], text: str) -> bool:
    if sample["expect"] == "redact" and "secret" in sample:
        return sample["secret"] not in text
    return (text == sample["text"]) == (sample["expect"] == "keep")


def score(program: Program, path: Path) -> Score:
    samples = [json.loads(line) for line in path.read_text().splitlines()]
    records = "".join(json.dumps({"text": sample["text"]}) + "\n" for sample in samples)
    done = subprocess.run(program.words, input=records, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"recall: {program.name}: status {done.returncode}: {done.stderr[-500:]}")
    texts = [json.loads(line).get("text", "") for line in done.stdout.splitlines()]
    right = {"redact": 0, "keep": 0}
    for sample, text in zip(samples, texts, strict=True):
        right[sample["expect"]] += is_right(sample, text)
    secrets = sum(sample["expect"] == "redact" for sample in samples)
    return Score(program.name, path.stem, secrets, right["redact"], len(samples) - secrets, right["keep"])


def measured() -> dict[str, Any]:
    if not SAMPLES.is_dir():
        sys.exit("recall: the labelled samples are not here")
    scores, left_out = [], []
    for program in programs():
        if isinstance(program, Missing):
            left_out.append(f"{program.name}: {program.reason}")
            continue
        print(f"recall: {program.name}", file=sys.stderr, flush=True)
        scores += [asdict(score(program, SAMPLES / f"{name}.jsonl")) for name in FILES]
    return {"measured": machine.moment(machine.described()), "scores": scores, "left out": left_out}


def main() -> None:
    parser = argparse.ArgumentParser(prog="recall.py", description=__doc__)
    parser.add_argument("--print", action="store_true", help="write the table to standard output and nothing else")
    only_prints = parser.parse_args().print
    plain = measured()
    if only_prints:
        print(report.recall(plain))
        return
    report.RECALL.write_text(json.dumps(plain, indent=1) + "\n")
    for path, text in report.documents(report.RESULTS).items():
        path.write_text(text)


if __name__ == "__main__":
    main()
