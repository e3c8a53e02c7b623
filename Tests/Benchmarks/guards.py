"""Instructions a byte, counted by callgrind: the same on a busy machine as on a quiet one.

Fails where a tool takes a tenth more than guards.json says, and tells where it takes a tenth less.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import sealing
from corpora import Corpora
from programs import CACHE, HERE, tool

BASELINES = HERE / "guards.json"
TOLERANCE = 0.1
# What is counted is the difference between these, in bytes, so that starting does not count.
SHORTER, LONGER = 1_000_000, 3_000_000


def instructions(words: tuple[str, ...], source: Path) -> int:
    # Its processor has neither AVX-512 nor SHA instructions, whatever the machine has.
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *words]
    with source.open("rb") as file:
        done = subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    # validate finds fault with a text that is of two profiles; what it finds does not matter here.
    if done.returncode not in ((0, 1) if "anthropic" in words else (0,)) or collected is None:
        sys.exit(f"guards: {' '.join(command)}: status {done.returncode}\n{done.stderr}")
    return int(collected[1])


def counted(corpora: Corpora) -> dict[str, float]:
    """Instructions for each byte of plaintext."""
    key = sealing.key()
    work: dict[str, tuple[tuple[str, ...], str]] = {
        "validate, chat": (tool("validate", "-q", "-p", "json"), "chat"),
        "validate -s, chat": (tool("validate", "-q", "-s", str(HERE / "corpora/chat.schema.json")), "chat"),
        "validate, profile": (tool("validate", "-q", "-p", "anthropic"), "chat"),
        "redact, chat": (tool("redact"), "chat"),
        "redact, log": (tool("redact"), "log"),
        "seal, 200 B lines": (tool("seal", "--no-chain", "-k", key), "short"),
        "seal, chained": (tool("seal", "-k", key), "short"),
        "unseal, 200 B lines": (tool("unseal", "-k", key), "short"),
        "unseal, chained": (tool("unseal", "-k", key), "short"),
    }
    figures = {}
    for name, (words, corpus) in work.items():
        plain = [corpora.file(corpus, size) for size in (SHORTER, LONGER)]
        if name.startswith("unseal"):
            sources = [sealing.sealed(path, chained=name.endswith("chained")) for path in plain]
        else:
            sources = plain
        shorter, longer = (instructions(words, source) for source in sources)
        figures[name] = round((longer - shorter) / (plain[1].stat().st_size - plain[0].stat().st_size), 2)
    return figures


def verdict(figure: float, baseline: float | None) -> str:
    if baseline is None:
        return "no baseline: run make guards-update"
    change = figure / baseline - 1
    if change > TOLERANCE:
        return f"{change:+.0%} against {baseline}: TOO SLOW"
    if change < -TOLERANCE:
        return f"{change:+.0%} against {baseline}: better; lower the baseline by make guards-update"
    return f"{change:+.0%} against {baseline}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="guards.py", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write what was counted as the new baselines")
    update = parser.parse_args().update
    if shutil.which("valgrind") is None:
        sys.exit("guards: there is no valgrind")
    figures = counted(Corpora(CACHE))
    if update:
        BASELINES.write_text(json.dumps(figures, indent=1) + "\n")
    baselines = json.loads(BASELINES.read_text())
    for name, figure in figures.items():
        print(f"{name:22}{figure:9.2f} instructions a byte, {verdict(figure, baselines.get(name))}")
    if any(name not in baselines or figure > baselines[name] * (1 + TOLERANCE) for name, figure in figures.items()):
        sys.exit(1)


if __name__ == "__main__":
    main()
