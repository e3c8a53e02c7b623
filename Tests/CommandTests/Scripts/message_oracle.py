"""What the rules of profiles whose records are messages say of a list of them; profile_oracle.py has the others."""

import json
import re


def text(value):
    """The value if it is a string that is not empty."""
    return value if isinstance(value, str) and value else None


def is_blank(value):
    return not value.strip()


def strings(value):
    return value if isinstance(value, list) else []


class Found(set):
    def say(self, index, rule):
        self.add((index, rule))


# Chat Completions


def openai(records):
    found = Found()
    roles = [record.get("role") if isinstance(record, dict) else None for record in records]
    roles = [role if role in ("system", "developer", "user", "assistant", "tool", "function") else None for role in roles]
    calls = []
    for index, (record, role) in enumerate(zip(records, roles)):
        calls.append([])
        if not isinstance(record, dict):
            found.say(index, "not-an-object")
            continue
        if role is None:
            found.say(index, "role")
        has = lambda name: record.get(name) is not None
        for call in strings(record.get("tool_calls")):
            if not isinstance(call, dict):
                found.say(index, "call-shape")
                continue
            if text(call.get("id")):
                calls[index].append(call["id"])
            else:
                found.say(index, "call-id")
            function = call.get("function")
            if isinstance(function, dict):
                if not isinstance(function.get("arguments"), str):
                    found.say(index, "arguments-type")
                else:
                    try:
                        json.loads(function["arguments"])
                    except ValueError:
                        found.say(index, "arguments-json")
            elif not isinstance(call.get("custom"), dict):
                found.say(index, "call-shape")
        if role == "assistant" and has("tool_calls"):
            if not isinstance(record["tool_calls"], list):
                found.say(index, "call-shape")
            elif not record["tool_calls"]:
                found.say(index, "empty-tool-calls")
        if role == "tool" and not text(record.get("tool_call_id")):
            found.say(index, "result-id")
        content = record.get("content")
        if content is None:
            if role == "assistant":
                if not any(has(name) for name in ("tool_calls", "function_call", "refusal", "audio")):
                    found.say(index, "empty-content")
            elif role != "function" or "content" not in record:
                found.say(index, "content")
        elif not isinstance(content, (str, list)) or content == []:
            found.say(index, "content")
    results = [text(r.get("tool_call_id")) if role == "tool" else None for r, role in zip(records, roles)]
    pair_following(found, [c if role == "assistant" else [] for c, role in zip(calls, roles)],
                   results, [role == "tool" for role in roles])
    return found


def pair_following(found, calls, results, is_tool):
    """Each call has its result among the tool messages right behind it."""
    for index, ids in enumerate(calls):
        end = index + 1
        while end < len(calls) and is_tool[end]:
            end += 1
        if is_tool[index]:
            continue
        behind = range(index + 1, end)
        for place, call in enumerate(ids):
            if call in ids[:place]:
                found.say(index, "duplicate-call")
            elif call not in [results[tool] for tool in behind]:
                found.say(index, "unanswered-call")
        for tool in behind:
            if results[tool] is None:
                continue
            if results[tool] not in ids:
                found.say(tool, "orphan-result")
            elif results[tool] in [results[other] for other in range(index + 1, tool)]:
                found.say(tool, "duplicate-result")
    for index in range(len(calls)):
        # Those with nothing but tools before them.
        if all(is_tool[: index + 1]) and results[index] is not None:
            found.say(index, "orphan-result")


def langchain(records):
    kinds = {"human": "user", "chat": "user", "ai": "assistant", "tool": "tool", "system": "system",
             "developer": "developer", "function": "function", "remove": "remove"}
    kinds.update({"HumanMessageChunk": "user", "AIMessageChunk": "assistant", "ToolMessageChunk": "tool"})
    found = Found()
    calls, results, tools = [], [], []
    for index, record in enumerate(records):
        if not isinstance(record, dict):
            found.say(index, "not-an-object")
            calls, results, tools = calls + [[]], results + [None], tools + [False]
            continue
        kind = kinds.get(record["type"]) if isinstance(record.get("type"), str) else None
        if kind is None:
            found.say(index, "role")
        data = record.get("data")
        ids = []
        if not isinstance(data, dict):
            found.say(index, "message")
            data = {}
        else:
            for call in strings(data.get("tool_calls")):
                if isinstance(call, dict) and text(call.get("id")):
                    ids.append(call["id"])
                else:
                    found.say(index, "call-id")
            if not isinstance(data.get("content"), (str, list)) and kind != "remove":
                found.say(index, "content")
            if kind == "tool" and not text(data.get("tool_call_id")):
                found.say(index, "result-id")
        if kind == "remove":
            # As if it were not there.
            calls, results, tools = calls + [None], results + [None], tools + [False]
            continue
        calls.append(ids if kind == "assistant" else [])
        results.append(text(data.get("tool_call_id")) if kind == "tool" else None)
        tools.append(kind == "tool")
    kept = [index for index in range(len(records)) if calls[index] is not None]
    inner = Found()
    pair_following(inner, [calls[i] for i in kept], [results[i] for i in kept], [tools[i] for i in kept])
    found.update((kept[index], rule) for index, rule in inner)
    return found


# Messages of Anthropic

BLOCKS = """text tool_use tool_result thinking redacted_thinking image document search_result server_tool_use
 web_search_tool_result web_fetch_tool_result code_execution_tool_result bash_code_execution_tool_result
 text_editor_code_execution_tool_result tool_search_tool_result tool_reference mcp_tool_use mcp_tool_result
 container_upload compaction mid_conv_system""".split()


def blocks(found, index, message):
    """The calls and results of a message, and what is wrong with its content."""
    calls, results, other = [], [], False
    for block in strings(message.get("content")):
        kind = block.get("type") if isinstance(block, dict) else None
        if not isinstance(kind, str):
            found.say(index, "block")
            other = True
            continue
        if kind == "tool_result":
            if other:
                found.say(index, "results-first")
            if text(block.get("tool_use_id")):
                results.append(block["tool_use_id"])
            else:
                found.say(index, "result-id")
            continue
        other = True
        if kind == "text":
            if not isinstance(block.get("text"), str):
                found.say(index, "block")
            elif is_blank(block["text"]):
                found.say(index, "empty-text")
        elif kind == "tool_use":
            if text(block.get("id")):
                calls.append(block["id"])
            if not isinstance(block.get("id"), str) or not re.fullmatch("[A-Za-z0-9_-]+", block["id"]):
                found.say(index, "call-id")
        elif kind == "thinking":
            if not text(block.get("signature")):
                found.say(index, "unsigned-thinking")
        elif kind not in BLOCKS:
            found.say(index, "block-type")
    return calls, results


def anthropic(records):
    found = Found()
    roles, calls, results = [], [], []
    for index, record in enumerate(records):
        is_last = index == len(records) - 1
        if not isinstance(record, dict):
            found.say(index, "not-an-object")
            roles, calls, results = roles + [None], calls + [[]], results + [[]]
            continue
        role = record["role"] if record.get("role") in ("user", "assistant", "system") else None
        if role is None:
            found.say(index, "role")
        own_calls, own_results = blocks(found, index, record)
        if role in ("user", "system") and own_calls or role in ("assistant", "system") and own_results:
            found.say(index, "block-role")
        content = record.get("content")
        if not isinstance(content, (str, list)):
            found.say(index, "content")
        elif content in ("", []):
            if not (role == "assistant" and is_last):
                found.say(index, "empty-text" if content == "" else "empty-content")
        elif isinstance(content, str) and is_blank(content):
            found.say(index, "empty-text")
        if role == "assistant" and is_last and isinstance(content, (str, list)) and content:
            final = content if isinstance(content, str) else content[-1]
            if isinstance(final, dict) and final.get("type") == "text":
                final = final.get("text")
            if isinstance(final, str) and not (isinstance(content, list) and isinstance(content[-1], str)):
                if not is_blank(final) and final != final.rstrip():
                    found.say(index, "trailing-blank")
        roles.append(role)
        calls.append(own_calls if role == "assistant" else [])
        results.append(own_results if role == "user" else [])
    if roles and roles[0] in ("assistant", "system"):
        found.say(0, "first-user")
    for index in range(1, len(roles)):
        if roles[index] == "system":
            found.say(index, "system-role" if roles[index - 1] in ("user", "system") else "system-place")
        if roles[index] is not None and roles[index] == roles[index - 1]:
            found.say(index, "alternation")
    # Messages of one role in a row are one turn, whatever the system says in between.
    turns = []
    for index, role in enumerate(roles):
        if role == "system":
            continue
        if turns and role is not None and role == roles[turns[-1][0]]:
            turns[-1].append(index)
        else:
            turns.append([index])
    pair_turns(found, turns, roles, calls, results, is_late_wrong=True)
    return found


def pair_turns(found, turns, roles, calls, results, is_late_wrong):
    """Each call of a turn of the assistant has its result in the turn of the user behind it."""
    met = set()
    for number, turn in enumerate(turns):
        if roles[turn[0]] != "assistant":
            before = turns[number - 1] if number else None
            asked = [] if before is None or roles[before[0]] != "assistant" else valid
            given = []
            for index in turn:
                for result in results[index]:
                    if result not in asked:
                        found.say(index, "orphan-result")
                    elif result in given:
                        found.say(index, "duplicate-result")
                    elif index != turn[0] and is_late_wrong:
                        found.say(index, "late-result")
                    given.append(result)
            continue
        valid = []
        behind = turns[number + 1] if number + 1 < len(turns) else []
        answers = [result for index in behind for result in results[index]]
        for index in turn:
            for call in calls[index]:
                if call in met:
                    found.say(index, "duplicate-call")
                    continue
                met.add(call)
                valid.append(call)
                if call not in answers:
                    found.say(index, "unanswered-call")


def claude_code(records):
    found = Found()
    uuids = []
    lines = []
    for index, record in enumerate(records):
        if not isinstance(record, dict):
            found.say(index, "not-an-object")
            lines.append((index, None, [], [], None))
            continue
        if isinstance(record.get("parentUuid"), str) and record["parentUuid"] not in uuids:
            found.say(index, "unknown-parent")
        if isinstance(record.get("uuid"), str):
            if record["uuid"] in uuids:
                found.say(index, "duplicate-uuid")
            uuids.append(record["uuid"])
        kind = record.get("type")
        if not isinstance(kind, str):
            found.say(index, "type")
            lines.append((index, None, [], [], None))
            continue
        if kind not in ("user", "assistant") or record.get("isSidechain") is True:
            continue
        message = record.get("message")
        if not isinstance(message, dict) or message.get("role") != kind:
            found.say(index, "message")
            lines.append((index, None, [], [], None))
            continue
        inner = Found()
        calls, results = blocks(inner, index, message)
        found.update(fault for fault in inner if fault[1] in ("call-id", "result-id"))
        identity = message["id"] if isinstance(message.get("id"), str) else None
        lines.append((index, kind, calls if kind == "assistant" else [], results if kind == "user" else [], identity))
    # Turns of the assistant go on as long as their message does, wherever results stand; those of the user are the rest.
    roles, calls, results, assistant_turns = {}, {}, {}, []
    owners = {}
    current = None
    for index, kind, own_calls, own_results, identity in lines:
        roles[index], calls[index], results[index] = kind, own_calls, own_results
        if kind is None:
            current = None
        elif kind == "user":
            owners[index] = current
            if current is not None:
                current["has_user"] = True
        else:
            same = current is not None and identity is not None and identity == current["identity"]
            if current is None or current["has_user"] and not same:
                current = {"lines": [], "has_user": False, "users": []}
                assistant_turns.append(current)
            current["lines"].append(index)
            current["identity"] = identity
            if not same:
                current["has_user"] = False
        if kind == "user" and current is not None:
            current["users"].append(index)
    met = set()
    for index, kind, *_ in lines:
        for call in calls[index]:
            if call in met:
                found.say(index, "duplicate-call")
                continue
            met.add(call)
            owner = next(turn for turn in assistant_turns if index in turn["lines"])
            owner.setdefault("valid", {})[call] = index
    for index, kind, *_ in lines:
        if kind != "user":
            continue
        owner = owners[index]
        for place, result in enumerate(results[index]):
            asked = {} if owner is None else owner.get("valid", {})
            # Only what was called before.
            if result not in asked or asked[result] > index:
                found.say(index, "orphan-result")
            elif any(r == result and (user > asked[result]) for user in owner["users"] if user < index
                     for r in results[user]) or result in results[index][:place]:
                found.say(index, "duplicate-result")
    for turn in assistant_turns:
        for call, index in turn.get("valid", {}).items():
            if not any(call in results[user] for user in turn["users"] if user > index):
                found.say(index, "unanswered-call")
    return found
