"""seal against the least that a program could do, and against others that encrypt."""

import sealing
from ciphers import age, cryptography, floor, gpg, stop_agent, web_floor
from programs import ours
from results import Group
from sealing import Direction
from setting import Setting, scaled


def measured(setting: Setting) -> Group:
    group = compared(setting, "seal", "seal")
    for line, corpus in [(200, "short"), (1000, "kilobyte")]:
        source = setting.corpus(corpus, 0.8)
        size = source.stat().st_size
        program = ours("seal", "-k", sealing.pair(), source=source)
        setting.compare(group, f"to a public key, chained, {line:,} B lines, {scaled(size)}", size, program, [web_floor(source)])
    return group


def compared(setting: Setting, tool: str, direction: Direction) -> Group:
    group = Group(
        tool,
        f"{tool}, a token a line",
        ["CPU s", "wall s", "MB/s", "MiB"],
        ["CPU s", "wall s"],
        charted=True,
        text="MB/s are of plaintext. The floor is `Tests/Benchmarks/native/floor.c`.",
    )
    for line, corpus in [(200, "short"), (1000, "kilobyte")]:
        # Python's calls are so slow that a tenth of the text does.
        for share, by_line, whole in [(0.8, floor, [age, gpg]), (0.08, cryptography, [])]:
            plain = setting.corpus(corpus, share)
            source = plain if direction == "seal" else sealing.sealed(plain)
            # Whole files are opened from what their own program closed.
            peers = [by_line(direction, source), *(make(direction, plain) for make in whole)]
            size = plain.stat().st_size
            alone = ["--no-chain"] if tool == "seal" else []
            program = ours(tool, *alone, "-k", sealing.key(), source=source)
            setting.compare(group, f"{line:,} B lines, {scaled(size)}", size, program, peers)
    stop_agent()
    return group
