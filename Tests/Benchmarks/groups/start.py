"""From start to end of an empty input."""

import sealing
from measure import Program, middle
from results import Entry, Group
from setting import Missing, Setting, installed, ours


def measured(setting: Setting) -> Group:
    group = Group("start", "Start to end of an empty input", ["wall ms", "CPU ms", "MiB"], ["wall ms"], charted=True)
    key = sealing.key()
    tools = [
        ours("tail"), ours("validate"), ours("seal", "-k", key), ours("unseal", "-k", key), ours("redact"),
    ]  # fmt: skip
    peers = [installed("true", "/bin/true"), installed("sed p", "sed", "p"), installed("jq .", "jq", ".")]
    group.left_out += [f"{peer.name}: {peer.reason}" for peer in peers if isinstance(peer, Missing)]
    programs = [*tools, *(peer for peer in peers if isinstance(peer, Program))]
    rounds = 50 if setting.quick else 200
    group.text = f"Medians of {rounds} runs of each program in turn."
    values = [group.values(middle(runs), 0) for runs in setting.clock.alternate(programs, rounds)]
    for program, ours_values in zip(tools, values):
        others = zip(programs[len(tools) :], values[len(tools) :])
        group.add("empty input", [Entry(program.name, ours_values), *(Entry(peer.name, taken) for peer, taken in others)])
    return group
