"""Windows of conversations against an oracle: conversations of every profile are drawn at random, at every limit the
window is what trying all of them finds, its lines are the input's, `validate` accepts it, and a pipe gives the same.

    python3 -m unittest windows     needs what ScriptTests.swift sets; SEALWAX_WINDOWS=N draws N conversations a profile
"""

import json
import os
import random
import subprocess
import unittest

from support import Case

COUNT = int(os.environ.get("SEALWAX_WINDOWS", "3"))


class Draw:
    """Draws one conversation of a profile, as lines."""

    def __init__(self, profile, rng):
        self.profile, self.rng, self.lines, self.next_id, self.parent = profile, rng, [], 0, None

    def new_id(self):
        self.next_id += 1
        return f"toolu_{self.next_id}"

    def emit(self, record):
        separators = self.rng.choice([(",", ":"), (", ", ": ")])
        self.lines.append(json.dumps(record, ensure_ascii=self.rng.random() < 0.5, separators=separators) + "\n")

    def text(self):
        return " ".join(self.rng.choice(["fine", "naïve", "說明", "x" * 30, "a \"b\"\\n", "🙂", "ok."])
                        for _ in range(self.rng.randint(1, 6)))

    def conversation(self):
        rng = self.rng
        if self.profile == "codex":
            self.emit({"timestamp": "t", "type": "session_meta", "payload": {"id": "s"}})
        if rng.random() < 0.6 and self.profile not in ("anthropic", "claude-code"):
            for _ in range(rng.randint(1, 2)):
                self.system()
        for _ in range(rng.randint(1, 4)):
            for _ in range(rng.choice([1, 1, 1, 2])):
                self.aside()
                self.user()
            for _ in range(rng.choice([0, 1, 1, 2, 5])):
                self.step()
            if rng.random() < 0.7:
                self.aside()
                self.assistant([self.text()], [], self.new_id())
        return self.lines

    def step(self):
        rng = self.rng
        calls = [self.new_id() for _ in range(rng.choice([1, 1, 2, 3]))]
        answered = [c for c in calls if rng.random() > 0.06]
        texts = [self.text()] if rng.random() < 0.4 else []
        if self.profile == "claude-code" and len(calls) > 1 and rng.random() < 0.5:
            # Claude Code writes a message's blocks as lines of their own, and results among them.
            message = self.new_id()
            for call in calls:
                self.assistant(texts, [call], message)
                texts = []
                self.aside()
                self.results([call] if call in answered else [])
        else:
            self.assistant(texts, calls, self.new_id())
            self.aside()
            self.results(answered)
        if rng.random() < 0.02:
            self.results([self.new_id()])

    def system(self):
        role = self.rng.choice(["system", "developer"])
        if self.profile == "openai":
            self.emit({"role": role, "content": self.text()})
        elif self.profile == "langchain":
            self.emit({"type": "system", "data": {"content": self.text()}})
        else:
            self.item({"type": "message", "role": role, "content": [{"type": "input_text", "text": self.text()}]})

    def item(self, item):
        self.emit(item if self.profile == "responses"
                  else {"timestamp": "t", "type": "response_item", "payload": item})

    def entry(self, kind, message, **more):
        uuid = self.new_id()
        self.emit({"type": kind, "message": message, "uuid": uuid, "parentUuid": self.parent, **more})
        self.parent = uuid

    def aside(self):
        if self.rng.random() > 0.2:
            return
        if self.profile == "claude-code":
            self.emit({"type": self.rng.choice(["progress", "file-history-snapshot"]), "data": {"role": "user"}})
            if self.rng.random() < 0.3:
                self.emit({"type": "user", "isSidechain": True, "uuid": self.new_id(), "parentUuid": None,
                           "message": {"role": "user", "content": "side"}})
        elif self.profile == "codex":
            self.emit({"timestamp": "t", "type": "event_msg", "payload": {"type": "token_count", "role": "user"}})

    def user(self):
        if self.profile in ("openai", "anthropic"):
            content = self.text() if self.rng.random() < 0.6 else [{"type": "text", "text": self.text()}]
            self.emit({"role": "user", "content": content})
        elif self.profile == "claude-code":
            self.entry("user", {"role": "user", "content": self.text()})
        elif self.profile == "langchain":
            self.emit({"type": "human", "data": {"content": self.text()}})
        else:
            self.item({"type": "message", "role": "user", "content": [{"type": "input_text", "text": self.text()}]})

    def assistant(self, texts, calls, message):
        rng = self.rng
        if self.profile == "openai":
            record = {"role": "assistant", "content": texts[0] if texts else None}
            if calls:
                record["tool_calls"] = [{"id": c, "type": "function", "function": {"name": "f", "arguments": "{}"}}
                                        for c in calls]
            self.emit(record)
        elif self.profile == "langchain":
            self.emit({"type": "ai", "data": {"content": texts[0] if texts else "", "tool_calls": [
                {"name": "f", "args": {}, "id": c, "type": "tool_call"} for c in calls]}})
        elif self.profile in ("anthropic", "claude-code"):
            blocks = [{"type": "thinking", "thinking": self.text(), "signature": "s"}] if rng.random() < 0.4 else []
            blocks += [{"type": "text", "text": t} for t in texts]
            blocks += [{"type": "tool_use", "id": c, "name": "f", "input": {}} for c in calls]
            if self.profile == "anthropic":
                self.emit({"role": "assistant", "content": blocks})
            else:
                for block in blocks:
                    self.entry("assistant", {"id": message, "role": "assistant", "content": [block]})
        else:
            if rng.random() < 0.4:
                self.item({"type": "reasoning", "summary": [], "encrypted_content": "x"})
            for text in texts:
                self.item({"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": text}]})
            for call in calls:
                self.item({"type": "function_call", "call_id": call, "name": "f", "arguments": "{}"})

    def results(self, calls):
        calls = self.rng.sample(calls, len(calls))
        if not calls:
            return
        blocks = [{"type": "tool_result", "tool_use_id": c, "content": self.text()} for c in calls]
        for call, block in zip(calls, blocks):
            if self.profile == "openai":
                self.emit({"role": "tool", "tool_call_id": call, "content": self.text()})
            elif self.profile == "langchain":
                self.emit({"type": "tool", "data": {"content": self.text(), "tool_call_id": call}})
            elif self.profile == "claude-code":
                self.entry("user", {"role": "user", "content": [block]})
            elif self.profile != "anthropic":
                self.item({"type": "function_call_output", "call_id": call, "output": self.text()})
        if self.profile == "anthropic":
            self.emit({"role": "user", "content": blocks})


class Fact:
    """What a line is to a window."""

    def __init__(self, profile, line):
        record = json.loads(line)
        self.line, self.calls, self.results, self.message, self.kind = line, set(), set(), None, "aside"
        if profile == "claude-code":
            if record["type"] not in ("user", "assistant") or record.get("isSidechain"):
                return
            record = record["message"]
            self.message = record.get("id")
        if profile == "codex":
            if record["type"] == "session_meta":
                self.kind = "lead"
            if record["type"] != "response_item":
                return
            record = record["payload"]
        if profile == "langchain":
            self.kind = {"human": "user", "ai": "assistant", "system": "lead"}.get(record["type"], record["type"])
            self.calls = {c["id"] for c in record["data"].get("tool_calls", [])}
            self.results = {record["data"]["tool_call_id"]} if self.kind == "tool" else set()
        elif profile in ("codex", "responses") and record["type"] != "message":
            self.kind = {"function_call": "assistant", "function_call_output": "tool"}.get(record["type"], record["type"])
            (self.calls if self.kind == "assistant" else self.results).update(
                [record["call_id"]] if "call_id" in record else [])
        else:
            self.kind = "lead" if record["role"] in ("system", "developer") else record["role"]
            self.calls = {c["id"] for c in record.get("tool_calls", [])}
            self.results = {record["tool_call_id"]} if self.kind == "tool" else set()
            for block in record["content"] if isinstance(record["content"], list) else []:
                if block["type"] == "tool_use":
                    self.calls.add(block["id"])
                if block["type"] == "tool_result":
                    self.results.add(block["tool_use_id"])

    @property
    def is_prompt(self):
        return self.kind == "user" and not self.results


def oracle(facts, limit=None, turns=None, tokens=None):
    """The lines of the window by trying every start, None if there is none."""
    lead = [f for f in facts if f.kind == "lead"]
    first = next((i for i, f in enumerate(facts) if f.kind not in ("lead", "aside")), len(facts))
    body = facts[first:]
    answered = set().union(*(f.results for f in body))
    while True:
        gone = {id(f) for f in body if f.kind == "assistant" and f.calls - answered}
        messages = {f.message for f in body if id(f) in gone and f.message}
        gone |= {id(f) for f in body if f.message in messages and f.message}
        calls = set().union(*(f.calls for f in body if id(f) in gone))
        gone |= {id(f) for f in body if f.results & calls}
        spoken = [f for f in body if f.kind != "aside"]
        for f, after in zip(spoken, spoken[1:] + [None]):
            if f.kind == "reasoning" and (after is None or after.kind not in ("assistant", "reasoning") or id(after) in gone):
                gone.add(id(f))
        if not gone:
            break
        body = [f for f in body if id(f) not in gone]

    def is_paired(window):
        calls = set().union(*(f.calls for f in window))
        return all(f.results <= calls for f in window)

    def fits(window):
        spoken = [f for f in window if f.kind != "aside"]
        # The estimate is allowed to be 10 % too low.
        return (limit is None or len(window) <= limit) and (
            tokens is None or sum(f.tokens for f in spoken) * 110 <= tokens * 100)

    if all(f.kind == "aside" for f in body):
        return lead
    for start, f in enumerate(body):
        window = lead + body[start:]
        count = sum(1 for g in body[start:] if g.is_prompt)
        if f.is_prompt and is_paired(window) and fits(window) and (turns is None or count <= turns):
            return window
    prompts = [i for i, f in enumerate(body) if f.is_prompt]
    if not prompts:
        return None
    for start in range(prompts[-1] + 1, len(body)):
        before = [f for f in body[:start] if f.kind != "aside"]
        if body[start].kind not in ("assistant", "reasoning") or before[-1].kind == "reasoning":
            continue
        if body[start].message and any(f.message == body[start].message for f in before):
            continue
        window = lead + [body[prompts[-1]]] + body[start:]
        if is_paired(lead + body[start:]) and fits(window):
            return window
    return None


class Windows(Case):
    def test_a_window_is_the_longest_valid_one_at_every_limit(self):
        self.needs("tail --valid", "validate --profile")
        tried = 0
        for profile in ["openai", "anthropic", "claude-code", "codex", "responses", "langchain"]:
            for seed in range(COUNT):
                tried += self.check_conversation(profile, seed)
        self.assertGreater(tried, COUNT * 20)

    def test_windows_of_real_sessions_are_valid_and_the_longest(self):
        self.needs("tail --valid", "validate --profile")
        for path in sorted(self.data("transcripts").glob("*.jsonl")):
            lines = [line for line in path.read_bytes().decode().split("\n") if line.strip()]
            facts = [Fact("claude-code", line) for line in lines]
            counts = self.bash_ok(f"tail -n +1 --count {path}").split()
            for fact, count in zip(facts, counts, strict=True):
                fact.tokens = int(count)
            for budget in (50, 300, 2_000, 10_000, 60_000, 1_000_000):
                done = self.bash(f"tail -t {budget} {path} | tee w | validate -q -p claude-code && "
                                 f"tail -t {budget} < {path} | cmp - w && cat w")
                expected = oracle(facts, tokens=budget)
                where = f"{path.name} {budget}: {done}"
                if expected is None:
                    self.assertIn(b"no window", done.err, where)
                else:
                    self.assertEqual(done.status, 0, where)
                    self.assertEqual(done.out.decode().split("\n"), [f.line for f in expected] + [""], where)

    def check_conversation(self, profile, seed):
        lines = Draw(profile, random.Random(f"{profile}{seed}")).conversation()
        facts = [Fact(profile, line) for line in lines]
        calls = set().union(*(f.calls for f in facts))
        is_sound = all(f.results <= calls for f in facts)
        path = self.write("c", "".join(lines))
        counts = subprocess.run(["tail", "-n", "100000", "--count", "c"], capture_output=True, check=True).stdout
        for fact, count in zip(facts, counts.split(), strict=True):
            fact.tokens = int(count)
        whole = sum(f.tokens for f in facts) * 1.1
        asked = [(f"-n {n}", {"limit": n}) for n in range(1, len(lines) + 2)]
        asked += [(f"--turns {n}", {"turns": n}) for n in (1, 2, 9)]
        asked += [(f"-t {int(whole * n / 8)}", {"tokens": int(whole * n / 8)}) for n in range(10)]
        for options, limits in asked:
            expected = oracle(facts, **limits)
            where = f"{profile} {seed} {options}"
            results = []
            for operand, given in [(["c"], b""), ([], path.read_bytes())]:
                results.append(subprocess.run(
                    ["tail", "-p", profile, "--valid", *options.split(), "--rest", "rest", *operand],
                    input=given, capture_output=True))
                if expected is not None:
                    chosen = {id(f) for f in expected}
                    rest = "".join(f.line for f in facts if id(f) not in chosen)
                    self.assertEqual((self.folder / "rest").read_text(), rest, where)
            for done in results:
                if expected is None:
                    self.assertEqual((done.returncode, done.stdout), (1, b""), where)
                    self.assertIn(b"no window", done.stderr, where)
                    if b"smallest takes" in done.stderr:
                        # That much is enough, and less is not.
                        needed = int(done.stderr.split(b"smallest takes ")[1].split()[0])
                        self.assertIsNotNone(oracle(facts, tokens=needed), where)
                        self.assertIsNone(oracle(facts, tokens=needed - 1), where)
                else:
                    self.assertEqual(done.stdout.decode(), "".join(f.line for f in expected), f"{where}: {done.stderr}")
                    self.assertEqual((done.returncode, done.stderr), (0, b""), where)
            if expected and is_sound:
                done = subprocess.run(["validate", "-p", profile], input=results[0].stdout, capture_output=True)
                self.assertEqual(done.returncode, 0, f"{where}: {done.stderr.decode()}")
        if is_sound:
            closed = self.bash_ok(f"tail -p {profile} --valid -n 100000 --dangling=close c | tee w | validate -p {profile}; "
                                  f"tail -p {profile} --valid -n 100000 --dangling=close < c | cmp - w; cat w")
            kept = [line for line in closed.decode().splitlines(True) if line in lines]
            first = next(i for i, f in enumerate(facts) if f.is_prompt)
            expected = [f.line for f in facts[:first] if f.kind == "lead"] + lines[first:]
            # Where a result came, the one that is missing is put into its message.
            self.assertEqual(kept, expected if profile != "anthropic" else [x for x in expected if x in kept], profile)
        return len(asked)


if __name__ == "__main__":
    unittest.main()
