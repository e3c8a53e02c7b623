"""Conversations of every profile, drawn at random, and ways to break them."""

import copy
import json

WORDS = ["a", "go on", "é\n", "日本", "x y\u2028z", "done.", "\U0001F600", "tab\there", "quote \" \\ back"]
BLANKS = ["", " ", "\n\t", "\u00a0", "\u3000 ", "\x1c", "\u2003\u2028", "text ", "text\n", "\u200b", "\\n", "end\u2009"]


class Draw:
    """One conversation, valid by construction."""

    def __init__(self, random):
        self.random = random
        self.count = 0

    def word(self):
        return self.random.choice(WORDS)

    def id(self, prefix="call_"):
        self.count += 1
        return f"{prefix}{self.count}"

    def turns(self):
        """A plan: questions, answers, and rounds of calls."""
        plan = []
        for _ in range(self.random.randint(1, 3)):
            plan.append("user")
            for _ in range(self.random.choice([0, 0, 1, 2])):
                plan.append(self.random.randint(1, 3))
            plan.append("answer")
        return plan

    def shuffled(self, items):
        items = list(items)
        self.random.shuffle(items)
        return items

    def openai(self):
        records = [{"role": self.random.choice(["system", "developer"]), "content": self.word()}]
        if self.random.random() < 0.3:
            records = []
        for step in self.turns():
            if step == "user":
                content = [self.word(), [{"type": "text", "text": self.word()}]]
                records.append({"role": "user", "content": self.random.choice(content)})
            elif step == "answer":
                records.append({"role": "assistant", "content": self.word()})
            else:
                ids = [self.id() for _ in range(step)]
                calls = [{"id": i, "type": "function", "function": {"name": "f", "arguments": "{\"a\": \"é\"}"}} for i in ids]
                if self.random.random() < 0.1:
                    calls[0] = {"id": ids[0], "type": "custom", "custom": {"name": "c", "input": "x"}}
                records.append({"role": "assistant", "content": None, "tool_calls": calls})
                records += [{"role": "tool", "tool_call_id": i, "content": self.word()} for i in self.shuffled(ids)]
        return records

    def langchain(self):
        records = []
        for record in self.openai():
            data = {"content": record["content"] if record["content"] is not None else "", "additional_kwargs": {}}
            if "tool_calls" in record:
                data["tool_calls"] = [{"name": "f", "args": {}, "id": c["id"], "type": "tool_call"} for c in record["tool_calls"]]
            if "tool_call_id" in record:
                data["tool_call_id"] = record["tool_call_id"]
            kind = {"user": "human", "assistant": "ai"}.get(record["role"], record["role"])
            records.append({"type": kind, "data": data})
        return records

    def assistant_blocks(self, ids):
        blocks = [{"type": "tool_use", "id": i, "name": "f", "input": {"type": "tool_result", "id": "no"}} for i in ids]
        if self.random.random() < 0.5:
            blocks.insert(0, {"type": "text", "text": self.word()})
        if self.random.random() < 0.3:
            blocks.insert(0, {"type": "thinking", "thinking": self.word(), "signature": "s"})
        return blocks

    def result_blocks(self, ids):
        blocks = [{"type": "tool_result", "tool_use_id": i, "content": self.word()} for i in self.shuffled(ids)]
        if self.random.random() < 0.3:
            blocks.append({"type": "text", "text": self.word()})
        return blocks

    def anthropic(self):
        records = []
        for step in self.turns():
            if step == "user":
                content = [self.word(), [{"type": "text", "text": self.word()}, {"type": "image", "source": {}}]]
                records.append({"role": "user", "content": self.random.choice(content)})
            elif step == "answer":
                content = [self.word(), [{"type": "text", "text": self.word()}]]
                records.append({"role": "assistant", "content": self.random.choice(content)})
            else:
                ids = [self.id("toolu_") for _ in range(step)]
                records.append({"role": "assistant", "content": self.assistant_blocks(ids)})
                records.append({"role": "user", "content": self.result_blocks(ids)})
                if self.random.random() < 0.1:
                    records.append({"role": "system", "content": self.word()})
        return records

    def claude_code(self):
        records = [{"type": "file-history-snapshot", "messageId": "m", "snapshot": {}}]
        parent = None

        def add(kind, message=None, **more):
            nonlocal parent
            record = {"parentUuid": parent, "isSidechain": False, "type": kind, "uuid": self.id("uuid-"), "sessionId": "s"}
            if message is not None:
                record["message"] = message
            record.update(more)
            records.append(record)
            parent = record["uuid"]

        for message in self.anthropic():
            if message["role"] == "system":
                continue
            blocks = message["content"]
            if message["role"] == "user":
                if isinstance(blocks, list) and any(b["type"] == "tool_result" for b in blocks):
                    for block in blocks:
                        add("user", {"role": "user", "content": [block]})
                else:
                    add("user", message)
                continue
            identity = self.id("msg_")
            for block in blocks if isinstance(blocks, list) else [{"type": "text", "text": blocks}]:
                add("assistant", {"role": "assistant", "id": identity, "content": [block]})
                if self.random.random() < 0.2:
                    add("progress", data={"type": "tool_use"})
                if self.random.random() < 0.1:
                    add("assistant", {"role": "assistant", "id": "side", "content": [
                        {"type": "tool_use", "id": self.id("side_"), "name": "f", "input": {}}]}, isSidechain=True)
        return self.interleaved(records)

    def interleaved(self, records):
        """Results may stand between the lines of one message, behind their calls."""
        records = list(records)
        for index in range(1, len(records) - 1):
            first, second = records[index], records[index + 1]
            if first["type"] != "assistant" or second["type"] != "user" or self.random.random() < 0.5:
                continue
            if index > 1 and records[index - 1]["type"] == "assistant" and records[index - 1]["message"]["id"] == first["message"]["id"]:
                result = second["message"]["content"][0]
                calls = [b["id"] for r in records[:index] if r["type"] == "assistant" for b in r["message"]["content"] if b["type"] == "tool_use"]
                if isinstance(result, dict) and result.get("tool_use_id") in calls:
                    records[index], records[index + 1] = second, first
        return records

    def responses(self):
        items = []
        for step in self.turns():
            if step == "user":
                items.append({"type": "message", "role": "user", "content": [{"type": "input_text", "text": self.word()}]})
                if self.random.random() < 0.3:
                    items[-1] = {"role": "user", "content": self.word()}
            elif step == "answer":
                items.append({"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": self.word()}]})
            else:
                if self.random.random() < 0.4:
                    items.append({"type": "reasoning", "summary": []})
                ids = [self.id() for _ in range(step)]
                for i in ids:
                    items.append(self.random.choice([
                        {"type": "function_call", "call_id": i, "name": "f", "arguments": "{}"},
                        {"type": "function_call", "call_id": i, "name": "f", "arguments": "{}"},
                        {"type": "custom_tool_call", "call_id": i, "name": "f", "input": "x"},
                        {"type": "local_shell_call", "call_id": i, "action": {}}]))
                if self.random.random() < 0.2:
                    items.append({"type": "web_search_call", "id": "ws"})
                for i in self.shuffled(ids):
                    call = next(item for item in items if item.get("call_id") == i)
                    items.append({"type": call["type"] + "_output", "call_id": i, "output": self.word()})
        return items

    def codex(self):
        records = [{"timestamp": "2026-01-01T00:00:00Z", "type": "session_meta", "payload": {"id": "s"}}]
        for item in self.responses():
            records.append({"timestamp": "2026-01-01T00:00:00Z", "type": "response_item", "payload": item})
            if self.random.random() < 0.3:
                kind = self.random.choice(["event_msg", "turn_context", "unheard_of"])
                records.append({"timestamp": "2026-01-01T00:00:00Z", "type": kind, "payload": {"type": "function_call", "call_id": "no"}})
        return records

    def fine_tuning(self):
        records = []
        for _ in range(self.random.randint(1, 12)):
            messages = [m for m in self.openai() if m["role"] in ("system", "user", "assistant", "tool") and isinstance(m["content"], (str, type(None)))]
            if self.random.random() < 0.5:
                messages = [m for m in messages if m["role"] != "tool" and "tool_calls" not in m]
            if not any(m["role"] == "assistant" for m in messages):
                messages.append({"role": "assistant", "content": "a", "weight": 1})
            records.append({"messages": messages})
        return records

    def sharegpt(self):
        records = []
        for _ in range(self.random.randint(1, 4)):
            turns = [{"from": "system", "value": self.word()}] if self.random.random() < 0.5 else []
            for step in self.turns():
                if step == "user":
                    turns.append({"from": self.random.choice(["human", "user"]), "value": self.word()})
                elif step == "answer":
                    turns.append({"from": self.random.choice(["gpt", "assistant"]), "value": self.word()})
                elif self.random.random() < 0.7:
                    turns += [{"from": "function_call", "value": "{}"}, {"from": "observation", "value": self.word()}]
                else:
                    turns += [{"from": "gpt", "value": "<tool_call>"}] + [{"from": "tool", "value": "r"}] * step
            records.append({"conversations": turns})
        return records

    def of(self, profile):
        return getattr(self, {"openai-finetune": "fine_tuning"}.get(profile, profile.replace("-", "_")))()


ROLES = ["user", "assistant", "system", "developer", "tool", "function", "human", "ai", "gpt", "observation", "function_call",
         "function_call_output", "reasoning", "message", "chat", "remove", "text", "thinking", "tool_use", "tool_result",
         "image", "nonsense", "response_item", "event_msg", "session_meta", "progress"]
NAMES = ["role", "content", "type", "text", "id", "tool_use_id", "tool_calls", "tool_call_id", "call_id", "function",
         "arguments", "message", "uuid", "parentUuid", "isSidechain", "payload", "messages", "conversations", "from",
         "value", "data", "signature", "custom"]
ODD = [None, 1, True, [], {}, "", "x", [1], ["s"], [{}], {"a": 1}]


def containers(value, found):
    if isinstance(value, dict):
        found.append(value)
        for inner in value.values():
            containers(inner, found)
    elif isinstance(value, list):
        found.append(value)
        for inner in value:
            containers(inner, found)
    return found


def strings_of(records, name):
    """All values of a member, wherever it is."""
    return [c[name] for c in containers(records, []) if isinstance(c, dict) and isinstance(c.get(name), str)]


def reorder(random, items):
    """Deletes, doubles, swaps or moves an element of a list."""
    if not items:
        return
    index = random.randrange(len(items))
    kind = random.choice(["delete", "double", "swap", "move"])
    if kind == "delete":
        del items[index]
    elif kind == "double":
        items.insert(random.randrange(len(items) + 1), copy.deepcopy(items[index]))
    elif kind == "swap":
        other = random.randrange(len(items))
        items[index], items[other] = items[other], items[index]
    else:
        items.insert(random.randrange(len(items)), items.pop(index))


def mutate(random, records):
    """Breaks a conversation in one way, in place."""
    kind = random.choice(["record", "record", "element", "id", "id", "text", "role", "role", "member", "odd"])
    if kind == "record":
        return reorder(random, records)
    inner = containers(records, [])[1:]
    lists = [c for c in inner if isinstance(c, list)]
    if kind == "element":
        return reorder(random, random.choice(lists)) if lists else None
    objects = [c for c in inner if isinstance(c, dict)]
    wanted = {"id": ["id", "tool_use_id", "tool_call_id", "call_id", "uuid", "parentUuid"],
              "text": ["text", "content", "value", "arguments", "signature"], "role": ["role", "type", "from"]}
    names = wanted.get(kind, NAMES)
    places = [(o, name) for o in objects for name in names if name in o]
    if not places:
        return
    target, name = random.choice(places)
    if kind == "member":
        del target[name]
    elif kind == "odd":
        target[name] = copy.deepcopy(random.choice(ODD))
    elif kind == "id":
        others = [s for n in wanted["id"] for s in strings_of(records, n)]
        target[name] = random.choice(others + ["call_x", "toolu.bad id", "", 7, None])
    elif kind == "text":
        target[name] = random.choice(BLANKS + ["{", "[1,]", "{}", "nul", None, []])
    else:
        target[name] = random.choice(ROLES)


def spelled(random, record):
    """A record as JSON text: escapes and white space as they come."""
    text = json.dumps(record, ensure_ascii=random.random() < 0.5, separators=random.choice([(",", ":"), (", ", ": "), (" , ", " :\t")]))
    if random.random() < 0.1:
        text = text.replace('"role"', '"r\\u006fle"').replace('"tool_use"', '"tool\\u005fuse"').replace('"id"', '"\\u0069d"')
    return text
