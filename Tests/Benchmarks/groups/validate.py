"""validate against programs that parse each line."""

from pathlib import Path

from measure import Program
from programs import HERE, Missing, compiled, installed, ours, packaged
from results import Group
from setting import Setting, scaled


def peers(source: Path) -> list[Program | Missing]:
    script = str(HERE / "peers/orjson_lines.py")
    return [
        installed("jq empty", "jq", "empty", source=source),
        packaged("Python orjson, each line", "orjson", script, source=source),
        compiled("simdjson, the file in memory", "simdjson.cpp", ["-lsimdjson"], str(source)),
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
    for name, source in setting.inputs(group):
        size = source.stat().st_size
        setting.compare(group, f"{name}, {scaled(size)}", size, ours("validate", "-q", "-p", "json", source=source), peers(source))
    return group
