"""Inputs that slow programs down, as time a byte against the chat corpus."""

import sealing
from corpora.worst import INPUTS
from measure import middle
from results import Entry, Group
from setting import Setting, ours, scaled

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
    for name, (title, size, _) in INPUTS.items():
        source = setting.corpora.file(name, size // 10 if setting.quick else size)
        size = source.stat().st_size
        for tool, words in [("redact", ()), ("seal", ("-k", sealing.key())), ("validate", ("-q",))]:
            both = [ours(tool, *words, source=path, label=label) for path, label in [(source, tool), (chat, f"{tool}, chat")]]
            runs = setting.clock.alternate(both, 3)
            group.add(
                f"{title}, {scaled(size)}",
                [
                    Entry(program.name, group.values(middle(taken), path.stat().st_size))
                    for program, taken, path in zip(both, runs, (source, chat), strict=True)
                ],
            )
    return group
