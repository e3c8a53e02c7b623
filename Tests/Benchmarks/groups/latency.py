"""How long a lone record takes through pipes that stay open."""

import os
import shlex
import subprocess
import tempfile
import time
from statistics import median, quantiles

import sealing
from programs import tool
from results import Entry, Group, Values
from setting import Setting

RECORD = b'{"role":"user","content":"%s","n":%d}\n'
WARM = 50
TURNS = 4


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
            while text and not text.endswith(b"\n"):
                text += process.stdout.read(65536)
            if not text:
                raise EOFError(f"{script}: ended early")
            taken.append((time.perf_counter() - start) * 1e6)
        process.stdin.close()
    counted = taken[WARM:]
    return {"median µs": median(counted), "p99 µs": quantiles(counted, n=100)[98]}


def appended(words: list[str], count: int) -> Values:
    """Microseconds from appending a record to a file until who follows the file has written it."""
    taken: list[float] = []
    with tempfile.NamedTemporaryFile() as log, subprocess.Popen([*words, log.name], stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdout
        time.sleep(0.5)
        for number in range(count + WARM):
            record = RECORD % (b"What the agent said. " * 20, number)
            start = time.perf_counter()
            os.write(log.file.fileno(), record)
            text = process.stdout.read(65536)
            while text and not text.endswith(b"\n"):
                text += process.stdout.read(65536)
            taken.append((time.perf_counter() - start) * 1e6)
            # So that it waits again.
            time.sleep(0.001)
        process.kill()
    counted = taken[WARM:]
    return {"median µs": median(counted), "p99 µs": quantiles(counted, n=100)[98]}


def measured(setting: Setting) -> Group:
    group = Group("latency", "A lone record of 450 B through pipes that stay open", ["median µs", "p99 µs"], ["median µs"])
    count = 50 if setting.quick else 500
    key = sealing.key()
    redact, seal, unseal = (
        shlex.join(words) for words in (tool("redact"), tool("seal", "-k", key), tool("unseal", "-k", key))
    )
    salvage = shlex.join(tool("validate", "--salvage", "-q"))
    alone = {"cat": "exec cat", "sed -u": "exec sed -u p\\;d"}
    for name, script, peers in [
        ("redact", f"exec {redact}", alone),
        ("seal", f"exec {seal}", alone),
        ("validate --salvage", f"exec {salvage}", alone),
        ("redact | seal | unseal", f"{redact} | {seal} | {unseal}", {"cat | cat | cat": "cat | cat | cat"}),
    ]:
        scripts = {name: script, **peers}
        turns = [{peer: through(text, count) for peer, text in scripts.items()} for _ in range(TURNS)]
        entries = [
            Entry(peer, {column: median(turn[peer][column] for turn in turns) for column in group.columns})
            for peer in scripts
        ]
        group.add(f"{name}, a lone record", entries)
    followers = {"tail -f": [*tool("tail"), "-n", "0", "-f"], "GNU tail -f": ["/usr/bin/tail", "-n", "0", "-f"]}
    turns = [{name: appended(words, count) for name, words in followers.items()} for _ in range(TURNS)]
    entries = [
        Entry(name, {column: median(turn[name][column] for turn in turns) for column in group.columns})
        for name in followers
    ]
    group.add("tail -f, a record appended to a file", entries)
    return group
