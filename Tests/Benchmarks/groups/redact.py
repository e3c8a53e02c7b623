"""redact, all default rules, against filters that look for five patterns, and against another redactor."""

from pathlib import Path

import ripgrep
from measure import Program
from programs import Missing, installed, ours, packaged
from results import Group
from setting import Setting, scaled

# Bearer token, e-mail address, telephone number, social security number, payment card: as people write them into a
# script of their own, `|` in the class and optional separators included.
PATTERNS = [
    (r"[Bb]earer [A-Za-z0-9._~+/-]+=*", "Bearer [TOKEN]"),
    (r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,}\b", "[EMAIL]"),
    (r"\b[0-9]{3}[-.]?[0-9]{3}[-.]?[0-9]{4}\b", "[PHONE]"),
    (r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b", "[SSN]"),
    (r"\b[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}\b", "[CARD]"),
]


def sed(source: Path) -> Program | Missing:
    script = "; ".join(f"s#{pattern}#{label}#g" for pattern, label in PATTERNS)
    return installed("LC_ALL=C sed -E, 5 patterns", "env", "LC_ALL=C", "sed", "-E", script, source=source)


def perl(source: Path) -> Program | Missing:
    script = "; ".join(f"s#{pattern.replace('@', chr(92) + '@')}#{label}#g" for pattern, label in PATTERNS)
    return installed("perl -pe, 5 patterns", "perl", "-pe", script, source=source)


def redact_transcripts(source: Path) -> Program | Missing:
    return packaged(
        "redact-transcripts", "redact_transcripts", "-m", "redact_transcripts", "-f", "jsonl", "-", source=source
    )


def measured(setting: Setting) -> Group:
    group = Group(
        "redact",
        "redact, all default rules",
        ["CPU s", "wall s", "MB/s", "MiB"],
        ["CPU s", "wall s"],
        charted=True,
        text="sed and perl look for five patterns in the text as it stands and break JSON where a match crosses an "
        "escape; jq only reads and writes. redact decodes strings and looks into JSON inside them.",
    )
    for name, source in setting.inputs(group):
        jq = installed("jq -c .", "jq", "-c", ".", source=source)
        peers = [sed(source), perl(source), jq, ripgrep.peer(source)]
        size = source.stat().st_size
        setting.compare(group, f"{name}, {scaled(size)}", size, ours("redact", source=source), peers)
    # Its peer takes a second for each megabyte.
    part = setting.corpora.file("chat", 10_000_000)
    size = part.stat().st_size
    setting.compare(group, f"chat, {scaled(size)} only", size, ours("redact", source=part), [redact_transcripts(part)])
    return group
