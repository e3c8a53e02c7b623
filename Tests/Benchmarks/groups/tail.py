"""tail against GNU tail on a file of 1 GB, on the same through a pipe, and on 100 GB that are a hole but for the end; and
windows of conversations, against GNU tail that copies as many lines.
"""

import json
import subprocess
from pathlib import Path

from programs import CACHE, installed, ours, tool
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
    hole = sparse(chat)
    work = f"-n 20 of a file of {scaled(hole.stat().st_size)}, sparse"
    setting.compare(
        group, work, size, ours("tail", *last, str(hole)), [installed("GNU tail", gnu, *last, str(hole))], 101)
    large = setting.corpora.repeated("session", [session(chat)], setting.size * 20)
    size = large.stat().st_size
    window = ("-t", "100000")
    # As many lines, whatever is in them.
    count = subprocess.run(tool("tail", *window, str(large)), check=True, capture_output=True).stdout.count(b"\n")
    lines = ("-n", str(count))
    for piped, where, rounds in [(False, f"of a file of {scaled(size)}", 21), (True, f"of {scaled(size)} through a pipe", 0)]:
        words, copied = ((*window,), (*lines,)) if piped else ((*window, str(large)), (*lines, str(large)))
        source = large if piped else None
        peer = installed(f"GNU tail -n {count}", gnu, *copied, source=source, piped=piped)
        program = ours("tail", *words, source=source, piped=piped)
        setting.compare(group, f"-t 100000 {where}", size, program, [peer], rounds)
    return group


def session(chat: Path) -> Path:
    """An agent's turns, whose tools give the lines of the corpus."""
    path = CACHE / "session"
    with chat.open() as lines, path.open("w") as file:
        for number, line in zip(range(2000), lines):
            call = {"id": f"call_{number}", "type": "function", "function": {"name": "read", "arguments": "{}"}}
            for record in (
                {"role": "user", "content": f"What does record {number} say?"},
                {"role": "assistant", "content": None, "tool_calls": [call]},
                {"role": "tool", "tool_call_id": call["id"], "content": line[:8000]},
                {"role": "assistant", "content": "It is the answer of a tool, and says little."},
            ):
                file.write(json.dumps(record) + "\n")
    return path


def sparse(chat: Path) -> Path:
    """100 GB, of which only the last lines take room."""
    path = CACHE / "sparse"
    with path.open("wb") as file:
        file.truncate(100 * 10**9)
        file.seek(0, 2)
        file.write(b"\n" + chat.read_bytes()[-100_000:])
    return path
