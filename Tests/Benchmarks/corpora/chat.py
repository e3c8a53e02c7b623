"""Conversation history as agents keep it: messages in two dialects, some inside a session's envelope."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from corpora import code
from corpora.output import output
from corpora.plants import plant
from corpora.prose import paragraph, prose
from corpora.writer import Writer

Message = dict[str, Any]
# The share of lines that hold something to be found.
PLANTED = 0.02


def arguments(writer: Writer) -> Message:
    """What a tool is called with."""
    path = f"/home/dev/{writer.of('noun')}/{writer.of('path')}"
    kind = writer.below(5)
    if kind == 0:
        return {"file_path": path, "offset": writer.below(500), "limit": writer.between(10, 200)}
    if kind == 1:
        return {"file_path": path, "content": code.code(writer, writer.between(10, 70))}
    if kind == 2:
        before, after = code.code(writer, writer.between(2, 8)), code.code(writer, writer.between(2, 10))
        return {"file_path": path, "old_string": before, "new_string": after, "replace_all": writer.chance(0.2)}
    if kind == 3:
        return {"pattern": writer.fill("<<snake>>\\(.*<<noun>>"), "path": writer.of("folder"), "-n": True}
    command = writer.fill(
        'cd /home/dev/<<noun>> && make <<noun>> 2>&1 | grep -E "<<noun>>|<<adjective>>" | head -<<small>>'
    )
    return {"command": command, "description": writer.fill("<<verb>> the <<noun>>"), "timeout": 120000}


def image(writer: Writer) -> Message:
    data = b"\x89PNG\r\n\x1a\n" + writer.random.randbytes(writer.between(2000, 9000))
    return {
        "type": "image",
        "source": {"type": "base64", "media_type": "image/png", "data": base64.b64encode(data).decode()},
    }


def said(writer: Writer) -> str:
    text = prose(writer)
    return f"{text}\n\n{code.fenced(writer, writer.between(4, 20))}" if writer.chance(0.2) else text


def openai(writer: Writer) -> Message:
    kind = writer.below(10)
    if kind < 2:
        return {"role": "user", "content": said(writer)}
    if kind < 5:
        return {"role": "assistant", "content": said(writer), "tool_calls": None}
    if kind < 7:
        call = {
            "id": writer.identifier("call_", 24),
            "type": "function",
            "function": {"name": writer.of("tool"), "arguments": json.dumps(arguments(writer), ensure_ascii=False)},
        }
        return {"role": "assistant", "content": None, "tool_calls": [call]}
    return {"role": "tool", "tool_call_id": writer.identifier("call_", 24), "content": output(writer)}


def anthropic(writer: Writer) -> Message:
    kind = writer.below(10)
    if kind < 2:
        return {"role": "user", "content": [{"type": "text", "text": said(writer)}]}
    if kind < 4:
        thinking = {"type": "thinking", "thinking": prose(writer), "signature": writer.identifier("Eo", 180) + "=="}
        return {"role": "assistant", "content": [thinking, {"type": "text", "text": said(writer)}]}
    if kind < 7:
        use = {
            "type": "tool_use",
            "id": writer.identifier("toolu_01", 22),
            "name": writer.of("tool"),
            "input": arguments(writer),
        }
        return {"role": "assistant", "content": [{"type": "text", "text": paragraph(writer, 1)}, use]}
    result: Message = {
        "type": "tool_result",
        "tool_use_id": writer.identifier("toolu_01", 22),
        "content": output(writer),
        "is_error": writer.chance(0.05),
    }
    return {"role": "user", "content": [image(writer) if writer.chance(0.03) else result]}


def enveloped(writer: Writer, message: Message) -> Message:
    usage = {
        "input_tokens": writer.below(3000),
        "cache_read_input_tokens": writer.below(90_000),
        "output_tokens": writer.below(2000),
    }
    return {
        "parentUuid": writer.uuid(),
        "uuid": writer.uuid(),
        "sessionId": writer.uuid(),
        "timestamp": writer.time(),
        "cwd": f"/home/dev/{writer.of('noun')}",
        "version": "2.1.39",
        "gitBranch": writer.fill("<<verb>>-<<noun>>"),
        "type": message["role"],
        "message": {"model": writer.of("model"), "id": writer.identifier("msg_01", 22), **message, "usage": usage},
    }


def planted(writer: Writer, message: Message) -> Message:
    """The message with something to be found behind its text."""
    content = message["content"]
    hidden = f"{paragraph(writer, 1)} {plant(writer)}\n"
    if isinstance(content, list):
        return {**message, "content": [*content, {"type": "text", "text": hidden}]}
    return {**message, "content": f"{content or ''}\n{hidden}"}


def lines(seed: int = 1, share: float = PLANTED) -> Iterator[bytes]:
    """Messages, of which `share` hold something to be found."""
    writer = Writer(seed)
    while True:
        message = openai(writer) if writer.chance(0.5) else anthropic(writer)
        if writer.chance(share):
            message = planted(writer, message)
        if writer.chance(0.4):
            message = enveloped(writer, message)
        compact = writer.chance(0.7)
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":") if compact else (", ", ": "))
        yield text.encode() + b"\n"
