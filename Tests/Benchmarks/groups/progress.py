"""What showing progress costs."""

import sealing
from programs import ours
from results import Group
from setting import Setting, scaled


def measured(setting: Setting) -> Group:
    group = Group("progress", "Progress shown against not shown", ["CPU s", "wall s"], ["CPU s", "wall s"])
    chat = setting.corpus("chat")
    # Drawn only after the first second, so each input is one that takes longer.
    for name, words, times in [("redact", (), 4), ("seal", ("-k", sealing.key()), 20), ("validate", ("-q", "-p", "json"), 40)]:
        source = setting.corpora.repeated("chat", [chat], setting.size * times)
        size = source.stat().st_size
        shown = ours(name, "--progress=force", *words, source=source, label=f"{name} --progress=force")
        peer = ours(name, *words, source=source)
        setting.compare(group, f"{name}, chat, {scaled(size)}", size, shown, [peer], 5)
    return group
