"""Inputs that slow programs down, as time a byte against the chat corpus."""

import sealing
from corpora.worst import INPUTS
from measure import middle
from programs import ours
from results import Entry, Group
from setting import Setting, scaled

# Of the chat corpus that each input is compared with.
SHARE = 0.4


def measured(setting: Setting) -> Group:
    group = Group(
        "worst",
        "Worst inputs against the chat corpus",
        ["CPU ns/B", "MB/s", "MiB"],
        ["CPU ns/B"],
        text="The ratio is of CPU time a byte; above 1 the input is slower than chat.",
    )
    chat = setting.corpus("chat", SHARE)
    tools: dict[str, tuple[str, ...]] = {"redact": (), "seal": ("-k", sealing.key()), "validate": ("-q", "-p", "json")}
    for name, (title, size, _) in INPUTS.items():
        source = setting.corpora.file(name, size // 10 if setting.quick else size)
        size = source.stat().st_size
        for tool, words in tools.items():
            paths = [source, chat]
            programs = [ours(tool, *words, source=path) for path in paths]
            entries = [
                Entry(label, group.values(middle(runs), path.stat().st_size))
                for label, runs, path in zip(
                    [tool, f"{tool}, chat"], setting.clock.alternate(programs, 3), paths, strict=True
                )
            ]
            group.add(f"{title}, {scaled(size)}", entries)
    return group
