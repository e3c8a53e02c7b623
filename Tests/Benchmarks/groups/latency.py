"""How long a lone record takes through pipes that stay open."""

import shlex
import subprocess
import time
from statistics import median, quantiles

import sealing
from results import Entry, Group, Values
from setting import Setting, tool

RECORD = b'{"role":"user","content":"%s","n":%d}\n'
WARM = 50


def through(script: str, count: int) -> Values:
    """Microseconds from writing a record until its line has come out."""
    taken: list[float] = []
    with subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdin and process.stdout
        for number in range(count + WARM):
            record = RECORD % (b"What the agent said. " * 20, number)
            start = time.perf_counter()
            process.stdin.write(record)
            text = process.stdout.read(65536)
            while not text.endswith(b"\n"):
                text += process.stdout.read(65536)
            taken.append((time.perf_counter() - start) * 1e6)
        process.stdin.close()
    counted = taken[WARM:]
    return {"median µs": median(counted), "p99 µs": quantiles(counted, n=100)[98]}


def measured(setting: Setting) -> Group:
    group = Group("latency", "A lone record of 450 B through open pipes", ["median µs", "p99 µs"], ["median µs"])
    count = 200 if setting.quick else 2000
    words = {name: shlex.join(tool(name, *options)) for name, options in {
        "redact": (), "seal": ("-k", sealing.key()), "unseal": ("-k", sealing.key()), "validate": ("--salvage", "-q"),
    }.items()}  # fmt: skip
    scripts = {
        "redact": f"exec {words['redact']}",
        "seal": f"exec {words['seal']}",
        "validate --salvage": f"exec {words['validate']}",
        "redact | seal | unseal": f"{words['redact']} | {words['seal']} | {words['unseal']}",
    }
    peers = {"cat": "exec cat", "sed -u": "exec sed -u p\\;d", "cat | cat | cat": "cat | cat | cat"}
    for name, script in scripts.items():
        pipes = script.count("|")
        rivals = {rival: text for rival, text in peers.items() if text.count("|") == pipes}
        both = {name: script, **rivals}
        rounds = [{rival: through(text, count // 4) for rival, text in both.items()} for _ in range(4)]
        entries = [
            Entry(rival, {column: median(values[rival][column] for values in rounds) for column in group.columns})
            for rival in both
        ]
        group.add("one record", entries)
    return group
