"""validate against programs that parse each line."""

from pathlib import Path

from measure import Program
from programs import HERE, ROOT, Missing, compiled, installed, ours, packaged
from results import Group
from setting import Setting, scaled


def peers(source: Path) -> list[Program | Missing]:
    script = str(HERE / "peers/orjson_lines.py")
    return [
        installed("jq empty", "jq", "empty", source=source),
        packaged("Python orjson, each line", "orjson", script, source=source),
        compiled("simdjson, the file in memory", "simdjson.cpp", ["-lsimdjson"], str(source)),
    ]


def schema_peers(schema: Path, source: Path) -> list[Program | Missing]:
    name = "sourcemeta jsonschema validate --fast"
    found = list(ROOT.glob(".venv/lib/*/site-packages/sourcemeta_jsonschema/jsonschema-linux-x86_64"))
    words = ("validate", str(schema), str(source), "--fast")
    script = str(HERE / "peers/schema_lines.py")
    return [
        Program(name, (str(found[0]), *words)) if found else Missing(name, "there is no sourcemeta-jsonschema in .venv"),
        packaged("Python orjson and jsonschema-rs", "jsonschema_rs", script, str(schema), source=source),
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
    schema, source = HERE / "corpora/chat.schema.json", setting.corpus("chat")
    size = source.stat().st_size
    work = ours("validate", "-q", "-s", str(schema), source=source)
    setting.compare(group, f"chat against a JSON Schema, {scaled(size)}", size, work, schema_peers(schema, source))
    return group
