"""What each profile's rules say of a list of records, read off the lists one rule at a time; nothing of validate is in it.

`ORACLES[profile](records)` gives the set of (index, rule), rules that are off by default included.
"""

from message_oracle import Found, anthropic, claude_code, langchain, openai, text

# Items of the Responses API

CALLS = {"function_call": True, "custom_tool_call": True, "computer_call": True, "shell_call": True,
         "apply_patch_call": True, "local_shell_call": False, "tool_search_call": False}
RESULTS = {"function_call_output": True, "custom_tool_call_output": True, "computer_call_output": True,
           "shell_call_output": True, "apply_patch_call_output": True, "local_shell_call_output": False,
           "tool_search_output": False}


def item(found, index, record):
    """What an item is: (kind, call id, result id)."""
    kind = record.get("type")
    if not isinstance(kind, str) and not isinstance(record.get("role"), str):
        found.say(index, "type")
        return "unknown", None, None
    if not isinstance(kind, str) or kind == "message":
        if record.get("role") in ("user", "assistant", "system", "developer"):
            return record["role"], None, None
        found.say(index, "role")
        return "unknown", None, None
    if kind == "reasoning":
        return "reasoning", None, None
    if kind in CALLS or kind in RESULTS:
        is_needed = CALLS.get(kind, RESULTS.get(kind))
        call_id = text(record.get("call_id"))
        if call_id is None and (is_needed or record.get("call_id") is not None):
            found.say(index, "call-id")
        if kind == "function_call" and not isinstance(record.get("arguments"), str):
            found.say(index, "arguments-type")
        return ("assistant", call_id, None) if kind in CALLS else ("tool", None, call_id)
    is_model = kind.endswith("_call") or kind in ("mcp_approval_request", "mcp_list_tools")
    return "assistant" if is_model else "aside", None, None


def pair_anywhere(found, calls, results):
    for index, call in enumerate(calls):
        if call is None:
            continue
        if call in calls[:index]:
            found.say(index, "duplicate-call")
        elif call not in results[index + 1:]:
            found.say(index, "unanswered-call")
    for index, result in enumerate(results):
        if result is None:
            continue
        if result not in calls[:index]:
            found.say(index, "orphan-result")
        elif result in results[calls.index(result):index]:
            found.say(index, "duplicate-result")


def responses(records):
    found = Found()
    items = []
    for index, record in enumerate(records):
        if isinstance(record, dict):
            items.append(item(found, index, record))
        else:
            found.say(index, "not-an-object")
            items.append(("unknown", None, None))
    pair_anywhere(found, [call for _, call, _ in items], [result for _, _, result in items])
    for index, (kind, _, _) in enumerate(items):
        if kind != "reasoning":
            continue
        if index + 1 == len(items) or items[index + 1][0] not in ("assistant", "reasoning", "aside"):
            found.say(index, "reasoning")
    return found


def codex(records):
    found = Found()
    calls, results = [], []
    for index, record in enumerate(records):
        kind = record.get("type") if isinstance(record, dict) else None
        if index == 0 and kind != "session_meta":
            found.say(index, "first-meta")
        call = result = None
        if not isinstance(record, dict):
            found.say(index, "not-an-object")
        elif not isinstance(kind, str) or not isinstance(record.get("payload"), dict):
            found.say(index, "type")
        elif kind == "response_item":
            inner = Found()
            _, call, result = item(inner, index, record["payload"])
            found.update(fault for fault in inner if fault[1] in ("type", "call-id"))
        calls.append(call)
        results.append(result)
    pair_anywhere(found, calls, results)
    return found


# Whole conversations in a line


def fine_tuning(records):
    found = Found()
    for index, example in enumerate(records):
        if not isinstance(example, dict):
            found.say(index, "data-type")
            continue
        messages = example.get("messages")
        if not isinstance(messages, list) or not messages:
            found.say(index, "missing-messages-list")
            continue
        called = any(isinstance(m, dict) and m.get("role") == "assistant" and isinstance(m.get("tool_calls"), list)
                     for m in messages)
        for message in messages:
            if not isinstance(message, dict):
                found.say(index, "message-missing-key")
                continue
            role = message.get("role")
            calls = role == "assistant" and isinstance(message.get("tool_calls"), list)
            if "role" not in message or "content" not in message and not calls:
                found.say(index, "message-missing-key")
            known = ["role", "content", "name", "function_call", "weight", "tool_calls", "refusal", "audio"]
            if role == "tool":
                known.append("tool_call_id")
            if any(name not in known for name in message):
                found.say(index, "message-unrecognized-key")
            roles = ["system", "user", "assistant", "function"] + (["tool"] if called else [])
            if not isinstance(role, str) or role not in roles:
                found.say(index, "unrecognized-role")
            content = message.get("content")
            if not calls and (not isinstance(content, str) or not content and not message.get("function_call")):
                found.say(index, "missing-content")
        if not any(isinstance(m, dict) and m.get("role") == "assistant" for m in messages):
            found.say(index, "example-missing-assistant-message")
    if 0 < len(records) < 10:
        found.say(len(records) - 1, "few-examples")
    return found


SHAREGPT = {"human": "human", "user": "human", "gpt": "gpt", "assistant": "gpt", "chatgpt": "gpt", "bing": "gpt",
            "bard": "gpt", "model": "gpt", "system": "system", "function_call": "call", "tool_call": "call",
            "observation": "result", "tool_response": "result", "tool": "tool"}


def sharegpt(records):
    found = Found()
    for index, record in enumerate(records):
        if not isinstance(record, dict):
            found.say(index, "not-an-object")
            continue
        turns = record.get("conversations")
        if not isinstance(turns, list) or not turns:
            found.say(index, "conversations")
            continue
        roles = []
        for turn in turns:
            if not isinstance(turn, dict):
                found.say(index, "turn")
                roles.append(None)
                continue
            speaker = turn["from"] if "from" in turn else turn.get("role")
            value = turn["value"] if "value" in turn else turn.get("content")
            if not isinstance(speaker, str) or not isinstance(value, str):
                found.say(index, "turn")
            roles.append(SHAREGPT.get(speaker) if isinstance(speaker, str) else None)
            if isinstance(speaker, str) and speaker not in SHAREGPT:
                found.say(index, "role")
        for place, role in enumerate(roles):
            before = roles[place - 1] if place else None
            behind = roles[place + 1] if place + 1 < len(roles) else None
            if role == "call" and behind not in ("result", "tool"):
                found.say(index, "unanswered-call")
            if role == "result" and before != "call":
                found.say(index, "orphan-result")
            if role == "tool" and before not in ("gpt", "call", "tool"):
                found.say(index, "orphan-result")
            if role in ("human", "gpt") and role == before:
                found.say(index, "alternation")
    return found


ORACLES = {"openai": openai, "anthropic": anthropic, "claude-code": claude_code, "codex": codex,
           "responses": responses, "openai-finetune": fine_tuning, "sharegpt": sharegpt, "langchain": langchain}
