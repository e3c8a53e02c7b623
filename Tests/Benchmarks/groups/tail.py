"""tail against GNU tail on a file of 1 GB, and on the same through a pipe."""

from results import Group
from setting import Setting, installed, ours, scaled


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
    peers = [installed("GNU tail", gnu, "-n", "20", source=large, piped=True)]
    setting.compare(group, f"-n 20 of {scaled(size)} through a pipe", size, ours("tail", "-n", "20", source=large, piped=True), peers)
    return group
