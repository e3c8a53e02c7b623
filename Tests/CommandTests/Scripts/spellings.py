"""The ways in which one text can stand in a record: its escapes, its place, and texts inside texts."""

import base64
import json

# What stands beside a secret: nothing that could be a part of it.
BEFORE = ["", " ", "'", "\"", "(", "<", "[", "\n", "\t", "`", "é ", "日本", "🙂", "=", ": ", ",", "“", "\\ ", "|", "> ", "{", "* ", "\u200b"]
AFTER = ["", " ", "'", "\"", ")", ">", "]", "\n", "\t", "`", " é", "日本", "🙂", ";", ",", ". ", "”", "|", "\r\n", "}", "?", "\u200b", "\u2028"]
# A number or a telephone number goes on over some of them.
PLAIN_BEFORE = ["", " ", "'", "\"", "(", "\n", "\t", "é ", "日本", ": ", "“"]
PLAIN_AFTER = ["", " ", "'", "\"", "\n", "\t", " é", "日本", ", ", ". ", "”"]


class Spelled:
    """The bytes of a plant, and where they may stand: in a "string", in a "block" of its own, or as a whole "member"."""

    def __init__(self, place, raw):
        self.place, self.raw = place, raw


def escaped(text):
    return json.dumps(text, ensure_ascii=False)[1:-1]


def units(text):
    """The UTF-16 code units."""
    data = text.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[start:start + 2], "big") for start in range(0, len(data), 2)]


def by_unit(text, form):
    return "".join(form(unit) for unit in units(text))


def lower(text):
    return by_unit(text, "\\u{:04x}".format)


def upper(text):
    return by_unit(text, "\\u{:04X}".format)


def mixed(random, text, share=0.5):
    """Each character escaped or not, in any of its spellings."""
    spelled = []
    for sign in text:
        if random.random() < share:
            spelled.append(by_unit(sign, random.choice(["\\u{:04x}", "\\u{:04X}"]).format))
        else:
            spelled.append("\\/" if sign == "/" and random.random() < 0.5 else escaped(sign))
    return "".join(spelled)


def nested(random, text, levels, share=0.0):
    """The body of a string that holds JSON that holds a string that holds JSON …"""
    body = mixed(random, text, share) if share else escaped(text)
    for level in range(levels):
        form = random.choice(['{{"a":1,"text":"{}"}}', '[{{"type":"text","text":"{}"}}]', '["{}",null]', '"{}"', ' {{ "n" : 1.0 , "content" : "{}" }} '])
        inner = form.format(body)
        body = mixed(random, inner, 0.02) if share and level < 3 else escaped(inner)
    return body


def aligned(text, alignment):
    """With so many bytes before it that it stands at one of the three alignments of Base64."""
    return ("", "x ", "ab ")[alignment] + text + ("", " y", " ok")[alignment]


def percent(random, text, share, form):
    safe = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return "".join(
        chr(byte) if chr(byte) in safe and random.random() >= share else form.format(byte) for byte in text.encode())


def beside(random, secret):
    """The secret with something on either side."""
    is_number = secret.kind.startswith(("payment", "IBAN", "social", "telephone"))
    if is_number:
        return random.choice(PLAIN_BEFORE) + secret.text + random.choice(PLAIN_AFTER)
    return random.choice(BEFORE) + secret.text + random.choice(AFTER)


def in_string(form):
    return lambda random, secret: Spelled("string", form(random, beside(random, secret)))


def in_run(form):
    """Encoded, as a word of its own in a text."""
    def spelled(random, secret):
        run = form(random, secret.text)
        return Spelled("string", escaped(random.choice([" {} ", "data: {}\n", "('{}')", "“{}”", "<{}>", "\"{}\""]).format(run)))
    return spelled


def base64_run(coder, alignment, pads=True):
    def form(random, text):
        run = coder(aligned(text, alignment).encode()).decode()
        return run if pads else run.rstrip("=")
    return in_run(form)


def name(form):
    return lambda random, secret: Spelled("member", f'"{form(random, secret.text)}":{random.choice(["true", "[]", "1.50"])}')


def whole(form):
    """All of a value's text."""
    return lambda random, secret: Spelled("member", f'"{random.choice(["text", "output", "content"])}":"{form(random, secret)}"')


def number(random, secret):
    return Spelled("member", f'"{random.choice(["n", "value"])}":{random.choice(["{}", "[{}]", " [1, {} ,2e5]"]).format(secret.text)}')


def surrogates(random, text):
    beside = ["\\ud83d\\ude00", "\\uD83D\\uDE00", "\\ud800", "\\uDC00", "😀"]
    return random.choice(beside) + mixed(random, text, random.choice([0, 0.3])) + random.choice(beside)


def slashes(random, text):
    return escaped(text).replace("/", "\\/")


SPELLINGS = {
    "plain": in_string(lambda r, text: escaped(text)),
    "\\u, lower case": in_string(lambda r, text: lower(text)),
    "\\u, upper case": in_string(lambda r, text: upper(text)),
    "\\u, here and there": in_string(mixed),
    "\\/": in_string(slashes),
    "beside surrogates": lambda r, secret: Spelled("string", surrogates(r, secret.text)),
    "all of a string": whole(lambda r, secret: mixed(r, secret.text, r.choice([0, 0.2]))),
    "in a block": lambda r, secret: Spelled("block", mixed(r, beside(r, secret), r.choice([0, 0.2]))),
    "name": name(lambda r, text: escaped(text)),
    "name, \\u": name(mixed),
    **{f"JSON in JSON, {levels}": (lambda levels: whole(lambda r, secret: nested(r, beside(r, secret), levels)))(levels)
       for levels in range(1, 9)},
    "JSON in JSON, \\u": whole(lambda r, secret: nested(r, beside(r, secret), r.choice([1, 2, 3]), 0.3)),
    **{f"Base64, alignment {at}": base64_run(base64.b64encode, at) for at in range(3)},
    **{f"base64url, alignment {at}": base64_run(base64.urlsafe_b64encode, at, pads=False) for at in range(3)},
    "percent, where needed": in_run(lambda r, text: percent(r, text, 0, "%{:02X}")),
    "percent, all": in_run(lambda r, text: percent(r, text, 1, r.choice(["%{:02X}", "%{:02x}"]))),
    "percent, here and there": in_run(lambda r, text: percent(r, text, 0.5, "%{:02X}")),
    "hex, lower case": in_run(lambda r, text: text.encode().hex()),
    "hex, upper case": in_run(lambda r, text: text.encode().hex().upper()),
}


# How the names of those begin that take more than JSON to read.
ENCODED = ("Base64", "base64url", "percent", "hex")


def spellings(secret):
    """The spellings that a secret can have; only digits can be a number."""
    return {**SPELLINGS, "number": number} if secret.kind == "payment card" else SPELLINGS
