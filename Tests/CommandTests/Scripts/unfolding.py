"""Every text that stands in a record: decoded strings, JSON inside them, and what is encoded in them once more."""

import base64
import binascii
import json
import re

BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){8,}")
TO_STANDARD = str.maketrans("-_", "+/")


def strings(value):
    """Strings, names and numbers; numbers as they stand, for which they must be read by `parsed`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)
    elif isinstance(value, Members):
        for name, member in value.pairs:
            yield name
            yield from strings(member)


class Members:
    """An object with all of its members, equal names too."""

    def __init__(self, pairs):
        self.pairs = pairs


def parsed(text):
    return json.loads(text, object_pairs_hook=Members, parse_int=str, parse_float=str, strict=False)


def inner(text):
    """The JSON texts that a string consists of, or none."""
    rest = text.strip(" \t\r\n")
    if not rest or rest[0] not in "{[\"":
        return
    decoder = json.JSONDecoder(object_pairs_hook=Members, parse_int=str, parse_float=str, strict=False)
    found = []
    try:
        while rest:
            value, end = decoder.raw_decode(rest)
            found.append(value)
            rest = rest[end:].lstrip(" \t\r\n")
    except (ValueError, RecursionError):
        pass
    yield from found


def decoded(text):
    """What the runs in a text may mean. A run may begin inside a longer word, at any of four places."""
    if PERCENT.search(text):
        yield PERCENT.sub(lambda match: chr(int(match[0][1:], 16)), text)
    for match in HEX.finditer(text):
        for start in (0, 1):
            digits = match[0][start:]
            yield bytes.fromhex(digits[:len(digits) & ~1]).decode("latin-1")
    for match in BASE64.finditer(text):
        run = match[0].rstrip("=").translate(TO_STANDARD)
        for start in range(4):
            part = run[start:]
            part = part[:len(part) - (len(part) % 4 == 1)]
            try:
                yield base64.b64decode(part + "=" * (-len(part) % 4)).decode("latin-1")
            except binascii.Error:
                pass


def unfolded(record):
    """Every text of a record, at all levels of JSON, and of each what is encoded in it."""
    texts = []
    waiting = [(text, 0) for text in strings(parsed(record))]
    while waiting:
        text, level = waiting.pop()
        texts.append(text)
        if level < 12:
            waiting.extend((string, level + 1) for value in inner(text) for string in strings(value))
    for text in list(texts):
        for meaning in decoded(text):
            texts.append(meaning)
            texts.extend(string for value in inner(meaning) for string in strings(value))
    return texts
