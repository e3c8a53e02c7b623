#!/usr/bin/env python3
"""How many windows are valid: `tail --valid`, LangChain's trim_messages, and the last n messages, on the same drawn
conversations and agent runs of OpenAI's shape. `validate -p openai` judges them all.

usage: make windows      (Tests/Benchmarks/windows.py [CASES], with the tools in PATH)
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "CommandTests/Scripts"))

from windows import Draw  # noqa: E402


def sessions(kind, count):
    """Conversations whose calls all have results, with a limit for each, in messages."""
    number = 0
    while count > 0:
        number += 1
        rng = random.Random(f"{kind} {number}")
        draw = Draw("openai", rng)
        if kind == "conversations":
            lines = draw.conversation()
        else:
            draw.user()
            for _ in range(rng.randint(3, 20)):
                draw.step()
            lines = draw.lines
        if is_valid(lines) and len(lines) > 3:
            count -= 1
            yield lines, rng.randint(3, len(lines) - 1)


def is_valid(lines):
    return subprocess.run(["validate", "-q", "-p", "openai"], input="".join(lines).encode()).returncode == 0


def ours(lines, limit):
    with tempfile.NamedTemporaryFile("w") as file:
        file.write("".join(lines))
        file.flush()
        done = subprocess.run(["tail", "-p", "openai", "--valid", "-n", str(limit), file.name], capture_output=True)
    return done.stdout.decode().splitlines(keepends=True)


def langchain(lines, limit, start):
    from langchain_core.messages import convert_to_messages, convert_to_openai_messages, trim_messages

    messages = convert_to_messages([json.loads(line) for line in lines])
    trimmed = trim_messages(messages, max_tokens=limit, token_counter=len, strategy="last", include_system=True,
                            start_on=start)
    return [json.dumps(message) + "\n" for message in convert_to_openai_messages(trimmed)]


def last(lines, limit):
    return lines[-limit:]


METHODS = {
    "tail --valid -n N": ours,
    "trim_messages, start_on human": lambda lines, limit: langchain(lines, limit, "human"),
    "trim_messages": lambda lines, limit: langchain(lines, limit, None),
    "messages[-n:]": last,
}


def main(count):
    print(f"| {count} of each kind | " + " | ".join(f"{kind}: valid / empty" for kind in KINDS) + " |")
    print("| --- |" + " ---: |" * len(KINDS))
    cases = {kind: list(sessions(kind, count)) for kind in KINDS}
    for name, method in METHODS.items():
        cells = []
        for kind in KINDS:
            windows = [method(lines, limit) for lines, limit in cases[kind]]
            # A window without a message is none.
            spoken = [any(json.loads(line)["role"] not in ("system", "developer") for line in window) for window in windows]
            valid = sum(has and is_valid(window) for has, window in zip(spoken, windows))
            cells.append(f"{100 * valid / count:.1f} % / {100 * spoken.count(False) / count:.1f} %")
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


KINDS = ("conversations", "agent runs of one prompt")

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
