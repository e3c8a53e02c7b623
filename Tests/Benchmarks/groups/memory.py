"""Memory and time a byte on inputs of growing length."""

import sealing
from programs import ours
from results import Entry, Group
from setting import Setting, scaled

# Of the chat corpus: 1 GB, 500 MB, 50 MB and 5 MB.
SHARES = [20, 10, 1, 0.1]


def measured(setting: Setting) -> Group:
    group = Group(
        "memory",
        "Length of the input: memory at most, and time a byte",
        ["MiB", "CPU ns/B", "MB/s"],
        ["MiB", "CPU ns/B"],
        text="Ratios are of the longest input over each shorter one, so 1 is constant memory and linear time. One run "
        "each, input through a pipe. Beyond the chat corpus the input is that corpus repeated.",
    )
    chat = setting.corpus("chat")
    sizes = [round(setting.size * share) for share in SHARES]
    sources = [
        setting.corpora.file("chat", size) if size <= setting.size else setting.corpora.repeated("chat", [chat], size)
        for size in sizes
    ]
    key = ("-k", sealing.key())
    tools: dict[str, tuple[str, ...]] = {
        "redact": (),
        "seal": key,
        "unseal": key,
        "validate": ("-q", "-p", "json"),
        "tail": ("-n", "20"),
    }
    for name, words in tools.items():
        entries = []
        for plain in sources:
            source = sealing.sealed(plain) if name == "unseal" else plain
            size = source.stat().st_size
            run = setting.clock.run(ours(name, *words, source=source, piped=True))
            entries.append(Entry(f"{name}, {scaled(size)}", group.values(run, size)))
        group.add(name, entries)
    return group
