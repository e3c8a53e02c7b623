"""ripgrep with as many of our patterns as it takes: it has neither look-around nor possessive repetition."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

from measure import Program
from programs import CACHE, TOOLS, Missing

WORDS = ("rg", "--no-config", "--no-unicode", "--regex-size-limit=2G", "--dfa-size-limit=2G")


def accepts(pattern: str) -> bool:
    """Whether ripgrep can compile it; it answers 1 where nothing matches, 2 where it cannot."""
    return subprocess.run([*WORDS, "-e", pattern, "-"], stdin=subprocess.DEVNULL, capture_output=True).returncode != 2


def peer(source: Path) -> Program | Missing:
    """It writes every line, as redact does."""
    path = shutil.which("rg")
    if path is None:
        return Missing("ripgrep", "there is no rg")
    rules = subprocess.run([TOOLS / "redact", "--print-rules"], capture_output=True, check=True).stdout
    patterns = [pattern for line in rules.splitlines() if (pattern := json.loads(line).get("pattern"))]
    file = CACHE / f"ripgrep-{hashlib.sha256(rules).hexdigest()[:8]}"
    if not file.exists():
        file.write_text("".join(f"{pattern}\n" for pattern in patterns if "\n" not in pattern and accepts(pattern)))
    count = len(file.read_text().splitlines())
    note = f"takes {count} of our {len(patterns)} patterns; it has no look-around for the others"
    words = (path, *WORDS[1:], "--passthru", "--replace", "[SECRET]", "-f", str(file), "-")
    # It ends in 1 where nothing matched.
    return Program(f"rg, {count} patterns", words, source, note=note, statuses=(0, 1))
