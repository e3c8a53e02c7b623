"""tail against GNU tail on a file of 1 GB, and on the same through a pipe."""

from programs import installed, ours
from results import Group
from setting import Setting, scaled


def measured(setting: Setting) -> Group:
    group = Group("tail", "tail", ["CPU ms", "wall ms", "MiB"], ["CPU ms", "wall ms"], charted=True)
    chat = setting.corpus("chat")
    large = setting.corpora.repeated("chat", [chat], setting.size * 20)
    size = large.stat().st_size
    gnu = "/usr/bin/tail"
    for count, rounds in [(20, 101), (100_000, 11)]:
        words = ("-n", str(count), str(large))
        work = f"-n {count:,} of a file of {scaled(size)}"
        setting.compare(group, work, size, ours("tail", *words), [installed("GNU tail", gnu, *words)], rounds)
    last = ("-n", "20")
    peers = [installed("GNU tail", gnu, *last, source=large, piped=True)]
    work = f"-n 20 of {scaled(size)} through a pipe"
    setting.compare(group, work, size, ours("tail", *last, source=large, piped=True), peers)
    return group
