"""From start to end: of an empty input, and of one record that redact compiles patterns for."""

import sealing
from groups.redact import sed
from measure import Program, middle
from programs import Missing, installed, ours
from results import Entry, Group
from setting import Setting


def measured(setting: Setting) -> Group:
    rounds = 50 if setting.quick else 200
    group = Group("start", "Start to end", ["wall ms", "CPU ms", "MiB"], ["wall ms"], charted=True)
    group.text = f"Medians of {rounds} runs of each program in turn."
    key = ("-k", sealing.key())
    tools = [ours("tail"), ours("validate"), ours("seal", *key), ours("unseal", *key), ours("redact")]
    peers = [installed("true", "/bin/true"), installed("sed p", "sed", "p"), installed("jq .", "jq", ".")]
    group.left_out += [f"{peer.name}: {peer.reason}" for peer in peers if isinstance(peer, Missing)]
    programs = [*tools, *(peer for peer in peers if isinstance(peer, Program))]
    runs = setting.clock.alternate(programs, rounds)
    values = [group.values(middle(taken), 0) for taken in runs]
    for place, program in enumerate(tools):
        rest = range(len(tools), len(programs))
        entries = [Entry(programs[other].name, values[other]) for other in (place, *rest)]
        group.add(f"{program.name}, empty input", entries)
    record = setting.corpora.file("chat", 1)
    rivals = [sed(record), installed("jq -c .", "jq", "-c", ".", source=record)]
    setting.compare(group, "redact, one record", record.stat().st_size, ours("redact", source=record), rivals, rounds)
    return group
