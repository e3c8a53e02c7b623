"""Two threads against one."""

import sealing
from measure import Program
from programs import has_threads, tool
from results import Group
from setting import Setting, scaled


def measured(setting: Setting) -> Group:
    group = Group("threads", "Two threads against one", ["wall s", "CPU s", "MiB"], ["wall s", "CPU s"])
    chat = setting.corpus("chat")
    sealed = sealing.sealed(chat)
    size = chat.stat().st_size
    for name, words, source in [
        ("redact", (), chat),
        ("seal", ("-k", sealing.key()), chat),
        ("unseal", ("-k", sealing.key()), sealed),
        ("validate", ("-q", "-p", "json"), chat),
    ]:
        if not has_threads(name):
            group.left_out.append(f"{name}: there is no --threads yet")
            continue
        two, one = (Program(f"{name} -j {count}", tool(name, *words, threads=count), source) for count in (2, 1))
        setting.compare(group, f"{name}, chat, {scaled(size)}", size, two, [one])
    return group
