"""Puts secrets into real transcripts, and tells of a redacted record what came through."""

import json
import random

from unfolding import unfolded

# Names whose values are words of a conversation; of a block's other members none is text.
TEXTS = {"text", "thinking", "stdout", "stderr", "command", "description", "prompt", "old_string", "new_string"}
LINKS = {"uuid", "parentUuid", "logicalParentUuid", "sessionId", "messageId", "id", "tool_use_id", "toolUseID", "parentToolUseID", "requestId",
         "sourceToolAssistantUUID", "sourceToolUseID", "agentId", "task_id", "backgroundTaskId", "promptId", "leafUuid"}
MARK = "zqPlant%dqz"
BETWEEN = ["\n\n", " — ", "; ", "\n"]


class Record:
    """A record that takes plants: marks where they belong, until it is written."""

    def __init__(self, line):
        self.value = json.loads(line)
        self.secrets, self.raws = [], []
        self.objects, self.strings, self.lists = [], [], []
        self._find(self.value)

    def _find(self, value, name=None):
        if isinstance(value, list):
            if name == "content" and value and all(isinstance(block, dict) and "type" in block for block in value):
                self.lists.append(value)
            for element in value:
                self._find(element)
        elif isinstance(value, dict):
            if name in ("input", "toolUseResult"):
                self.objects.append(value)
            for member, inner in value.items():
                if isinstance(inner, str) and (member in TEXTS or member == "content"):
                    self.strings.append((value, member))
                self._find(inner, member)

    def takes(self, place):
        return bool({"string": self.strings, "member": self.objects, "block": self.lists}[place])

    def plant(self, secret, spelled):
        mark = MARK % len(self.raws)
        if spelled.place == "member":
            random.choice(self.objects)[mark] = 0
        elif spelled.place == "block":
            random.choice(self.lists).append({"type": "text", "text": mark})
        else:
            holder, member = random.choice(self.strings)
            holder[member] = self._inserted(holder[member], mark)
        self.raws.append((f'"{mark}":0' if spelled.place == "member" else mark, spelled.raw))
        self.secrets.append(secret)

    def _inserted(self, text, mark):
        """At the start, the end or between two lines or words."""
        at = random.choice([0, len(text), text.find("\n", random.randint(0, len(text))), text.find(" ", random.randint(0, len(text)))])
        before, after = text[:max(at, 0)], text[max(at, 0):]
        return (before and before + random.choice(BETWEEN)) + mark + (after and random.choice(BETWEEN) + after)

    def written(self):
        """The line, and its parts between the plants."""
        line = json.dumps(self.value, ensure_ascii=random.random() < 0.3, separators=(",", ":"))
        pieces, rest = [], line
        for mark, raw in sorted(self.raws, key=lambda pair: line.index(pair[0])):
            before, _, rest = rest.partition(mark)
            pieces += [before, raw]
        pieces.append(rest)
        return "".join(pieces), pieces[::2]


def leaks(record, secrets):
    """Those of the secrets of which a part stands in the record in any spelling."""
    texts = None
    found = []
    for secret in secrets:
        texts = texts if texts is not None else [record, *unfolded(record)]
        if any(part in text for text in texts for part in secret.parts):
            found.append(secret)
    return found


def keeps(record, parts):
    """Whether the parts stand in the record in this order, the first and the last at its ends."""
    start = len(parts[0])
    if not record.startswith(parts[0]) or not record.endswith(parts[-1]):
        return False
    for part in parts[1:-1]:
        at = record.find(part, start)
        if at < 0:
            return False
        start = at + len(part)
    return start <= len(record) - len(parts[-1])


def links(value, name=None):
    """The ids that link records, in order."""
    if isinstance(value, dict):
        for member, inner in value.items():
            if member in LINKS and isinstance(inner, str):
                yield member, inner
            else:
                yield from links(inner, member)
    elif isinstance(value, list):
        for element in value:
            yield from links(element)
