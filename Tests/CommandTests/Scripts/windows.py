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
        self.is_header = False
        if profile == "claude-code":
            if record["type"] not in ("user", "assistant") or record.get("isSidechain"):
                return
            record = record["message"]
            self.message = record.get("id")
        if profile == "codex":
            if record["type"] == "session_meta":
                self.kind, self.is_header = "lead", True
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


def without_dangling(body):
    """What is left when calls without result go, with all that belongs to them."""
    answered = set().union(*(f.results for f in body))
    while True:
        gone = {id(f) for f in body if f.kind == "assistant" and f.calls - answered}
        messages = {f.message for f in body if id(f) in gone and f.message}
        gone |= {id(f) for f in body if f.message in messages and f.message}
        calls = set().union(*(f.calls for f in body if id(f) in gone))
        gone |= {id(f) for f in body if f.results & calls}
        gone |= idle_reasoning(body, gone)
        if not gone:
            return body
        body = [f for f in body if id(f) not in gone]


def idle_reasoning(body, gone=()):
    """Reasoning that is not before what it led to."""
    idle = set()
    after = None
    for f in reversed([f for f in body if f.kind != "aside"]):
        if f.kind == "reasoning" and (after is None or after.kind not in ("assistant", "reasoning") or id(after) in {*gone, *idle}):
            idle.add(id(f))
        after = f
    return idle


def pinned_and_body(body, count):
    """The first `count` messages with the rest of the last one's group, and what follows them."""
    taken, open_calls, end, last, has_results = 0, set(), 0, None, False

    def belongs(f):
        if f.is_prompt or last is None:
            return False
        if f.message and f.message == last.message:
            return True
        if f.results:
            return bool(open_calls)
        return last.kind == "reasoning" or bool(open_calls and f.calls and not has_results)

    for place, f in enumerate(body):
        if f.kind == "aside":
            if taken >= count and not open_calls:
                break
            continue
        if taken >= count and not belongs(f):
            break
        taken, last, end = taken + 1, f, place + 1
        has_results = bool(open_calls) and (has_results or bool(f.results))
        open_calls = (open_calls | f.calls) - f.results
    else:
        place = len(body)
    # What is no message goes with what follows it, unless a result was waited for.
    return body[:end], body[place if open_calls else end:]


def without_group(body):
    """What is left when the last record goes, with its message and the results of that."""
    last = body[-1]
    heads = [f for f in body if f is last or f.calls & last.results]
    parts = [f for f in body if any(f is g or f.message and f.message == g.message for g in heads)]
    calls = set().union(*(f.calls for f in parts))
    return [f for f in body if not any(f is g for g in parts) and not f.results & calls]


def ended(body, role):
    """What is left if the last message is to be one of a role."""
    fits = {"user": lambda f: f.is_prompt, "assistant": lambda f: f.kind == "assistant", "tool": lambda f: f.results}
    while body and role and not fits[role](body[-1]):
        body = body[:-1]
    return body


def oracle(facts, limit=None, turns=None, tokens=None, keep_first=0, system=True, start_on="user", end_on=None,
           dangling="drop"):
    """The lines of the window by trying every start, None if there is none."""
    lead = [f for f in facts if f.kind == "lead" and (system or f.is_header)]
    first = next((i for i, f in enumerate(facts) if f.kind not in ("lead", "aside")), len(facts))
    pinned, body = pinned_and_body(facts[first:], keep_first)
    pinned = without_dangling(pinned) if dangling == "drop" else pinned
    idle = idle_reasoning(pinned)
    lead += [f for f in pinned if id(f) not in idle]
    has_prompt = any(f.is_prompt for f in lead)
    while True:
        size = len(body)
        body = ended(body, end_on)
        idle = idle_reasoning(body)
        kept = without_dangling(body) if dangling == "drop" else [f for f in body if id(f) not in idle]
        # Where the end goes, another one is looked for before anything else is judged.
        is_end_gone = end_on and body and id(body[-1]) not in {id(f) for f in kept}
        body = without_group(body) if is_end_gone else kept
        if len(body) == size:
            break

    def is_paired(window):
        calls = set().union(*(f.calls for f in window))
        return all(f.results <= calls for f in window)

    def fits(window):
        spoken = [f for f in window if f.kind != "aside"]
        # The estimate is allowed to be 10 % too low.
        return (limit is None or len(window) <= limit) and (
            tokens is None or sum(f.tokens for f in spoken) * 110 <= tokens * 100)

    if has_prompt and is_paired(body) and fits(lead + body) and (turns is None or sum(f.is_prompt for f in body) < turns):
        return lead + body
    if all(f.kind == "aside" for f in body):
        return lead if fits(lead) else None
    if start_on == "assistant":
        for start in range(len(body)):
            window = lead + body[start:]
            count = sum(f.is_prompt for f in body[start:])
            if (is_group_start(body, start) and is_paired(body[start:]) and fits(window)
                    and (turns is None or count < turns)):
                return window
        return None
    for start, f in enumerate(body):
        window = lead + body[start:]
        count = sum(1 for g in body[start:] if g.is_prompt)
        if f.is_prompt and is_paired(body[start:]) and fits(window) and (turns is None or count <= turns):
            return window
    prompts = [i for i, f in enumerate(body) if f.is_prompt]
    if not prompts and not has_prompt:
        return None
    prompt = [body[prompts[-1]]] if prompts else []
    for start in range(prompts[-1] + 1 if prompts else 0, len(body)):
        window = lead + prompt + body[start:]
        if is_group_start(body, start) and is_paired(body[start:]) and fits(window):
            return window
    return None


def is_group_start(body, start):
    before = [f for f in body[:start] if f.kind != "aside"]
    if body[start].kind not in ("assistant", "reasoning") or before and before[-1].kind == "reasoning":
        return False
    return not (body[start].message and any(f.message == body[start].message for f in before))


def is_dangling(window):
    answered = set().union(*(f.results for f in window))
    return any(f.calls - answered for f in window)


class Windows(Case):
    def test_a_window_of_openai_is_the_longest_valid_one_at_every_limit(self):
        self.check_profile("openai")

    def test_a_window_of_anthropic_is_the_longest_valid_one_at_every_limit(self):
        self.check_profile("anthropic")

    def test_a_window_of_claude_code_is_the_longest_valid_one_at_every_limit(self):
        self.check_profile("claude-code")

    def test_a_window_of_codex_is_the_longest_valid_one_at_every_limit(self):
        self.check_profile("codex")

    def test_a_window_of_responses_is_the_longest_valid_one_at_every_limit(self):
        self.check_profile("responses")

    def test_a_window_of_langchain_is_the_longest_valid_one_at_every_limit(self):
        self.check_profile("langchain")

    def check_profile(self, profile):
        self.needs("tail --valid", "validate --profile")
        tried = sum(self.check_conversation(profile, seed) for seed in range(COUNT))
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
        self.text = "".join(lines).encode()
        self.assertLess(len(self.text), 1 << 16)
        self.write("c", self.text)
        counts = subprocess.run(["tail", "-n", "100000", "--count", "c"], capture_output=True, check=True).stdout
        for fact, count in zip(facts, counts.split(), strict=True):
            fact.tokens = int(count)
        whole = sum(f.tokens for f in facts) * 1.1
        asked = [(f"-n {n}", {"limit": n}) for n in range(1, len(lines) + 2)]
        asked += [(f"--turns {n}", {"turns": n}) for n in (1, 2, 9)]
        asked += [(f"-t {int(whole * n / 8)}", {"tokens": int(whole * n / 8)}) for n in range(10)]
        windows = set()
        draw = random.Random(f"options {profile} {seed}")
        asked += [self.drawn_options(draw, asked) for _ in range(len(asked) // 3)]
        for options, limits in asked:
            expected = oracle(facts, **limits)
            if expected and limits.get("dangling") == "error" and is_dangling(expected):
                expected = None
            where = f"{profile} {seed} {options}"
            wanted = {id(f) for f in expected or []}
            rest = "".join(f.line for f in facts if id(f) not in wanted)
            for status, out, err, left in self.windows(["-p", profile, "--valid", *options.split()]):
                if expected is None:
                    self.assertEqual((status, out), (1, ""), where)
                    self.assertIn("no window" if "error: c: the record" not in err and "error: <stdin>: the record" not in err
                                  else "has a tool call without result", err, where)
                    if "smallest takes" in err:
                        # That much is enough, and less is not.
                        needed = int(err.split("smallest takes ")[1].split()[0])
                        self.assertIsNotNone(oracle(facts, **{**limits, "tokens": needed}), where)
                        self.assertIsNone(oracle(facts, **{**limits, "tokens": needed - 1}), where)
                else:
                    self.assertEqual(out, "".join(f.line for f in expected), f"{where}: {err}")
                    self.assertEqual((status, err, left), (0, "", rest), where)
                    if "assistant" not in limits.values() and not is_dangling(expected):
                        windows.add(out)
        if is_sound:
            self.check_validity(profile, windows, f"{profile} {seed}")
        if is_sound:
            closed = self.bash_ok(f"tail -p {profile} --valid -n 100000 --dangling=close c | tee w | validate -p {profile}; "
                                  f"tail -p {profile} --valid -n 100000 --dangling=close < c | cmp - w; cat w")
            kept = [line for line in closed.decode().splitlines(True) if line in lines]
            first = next(i for i, f in enumerate(facts) if f.is_prompt)
            expected = [f.line for f in facts[:first] if f.kind == "lead"] + lines[first:]
            # Where a result came, the one that is missing is put into its message.
            self.assertEqual(kept, expected if profile != "anthropic" else [x for x in expected if x in kept], profile)
        return len(asked)

    def drawn_options(self, draw, asked):
        """One of the limits with other options beside."""
        options, limits = draw.choice(asked)
        limits = dict(limits)
        for word, name, values in [
            ("--keep-first", "keep_first", [1, 2, 3, 5]), ("--no-system", "system", [False]),
            ("--start-on", "start_on", ["assistant"]), ("--end-on", "end_on", ["user", "assistant", "tool"]),
            ("--dangling", "dangling", ["keep", "error"]),
        ]:
            if draw.random() < 0.35:
                limits[name] = draw.choice(values)
                options += f" {word}" if name == "system" else f" {word}={limits[name]}"
        return options, limits

    def windows(self, options):
        """Status, output, diagnostics and the rest of tail over the file `c`, and over the same through a pipe."""
        running = []
        for place in ("file", "pipe"):
            words = ["tail", *options, "--rest", f"{place}.rest", *(["c"] if place == "file" else [])]
            opened = [os.open(f"{place}.{kind}", os.O_CREAT | os.O_TRUNC | os.O_RDWR) for kind in ("out", "err", "rest")]
            source, sink = os.pipe()
            actions = [(os.POSIX_SPAWN_DUP2, source, 0), (os.POSIX_SPAWN_DUP2, opened[0], 1), (os.POSIX_SPAWN_DUP2, opened[1], 2)]
            running.append((place, os.posix_spawnp("tail", words, dict(os.environ), file_actions=actions), opened))
            os.close(source)
            if place == "pipe":
                # A pipe takes 64 KiB without anybody who reads.
                os.write(sink, self.text)
            os.close(sink)
        for place, process, opened in running:
            status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            for descriptor in opened:
                os.close(descriptor)
            yield (status, *((self.folder / f"{place}.{kind}").read_bytes().decode() for kind in ("out", "err", "rest")))

    def check_validity(self, profile, windows, where):
        """One `validate` over all, each a file of its own."""
        names = [f"w{number}" for number, _ in enumerate(windows)]
        for name, window in zip(names, windows):
            (self.folder / name).write_text(window)
        done = subprocess.run(["validate", "-p", profile, *names], capture_output=True)
        self.assertEqual(done.returncode, 0, f"{where}: {done.stderr.decode()}")


if __name__ == "__main__":
    unittest.main()
