"""validate against programs that parse each line."""

from pathlib import Path

from measure import Program
from results import Group
from setting import HERE, Missing, Setting, compiled, installed, ours, packaged, scaled


def peers(source: Path) -> list[Program | Missing]:
    script = str(HERE / "peers/orjson_lines.py")
    return [
        installed("jq empty", "jq", "empty", source=source),
        packaged("Python orjson, each line", "orjson", script, source=source),
        compiled("simdjson, each line", "simdjson.cpp", ("-lsimdjson",), str(source), note="reads the file into memory"),
    ]


def measured(setting: Setting) -> Group:
    group = Group(
        "validate",
        "validate -q",
        ["CPU s", "wall s", "MB/s", "MiB"],
        ["CPU s", "wall s"],
        charted=True,
        text="validate also looks for equal names and half surrogate pairs, which the others let pass.",
    )
    inputs = [("chat", setting.corpus("chat")), ("log", setting.corpus("log", 0.4)), ("200 B lines", setting.corpus("short", 0.4))]
    if transcripts := setting.transcripts(group):
        inputs.append(("real agent sessions", transcripts))
    for name, source in inputs:
        size = source.stat().st_size
        setting.compare(group, f"{name}, {scaled(size)}", size, ours("validate", "-q", source=source), peers(source))
    return group
