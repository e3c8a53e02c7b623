"""What a reader must refuse: lines that were altered, lines that are not where they belong, and forms that nobody may take
for ours."""

import base64
import json

from write_sealed import Chain, Content, Writer, compact, decode, encode, read_key, sign, token

RECORDS = [b'{"n":1}', b'{"n":2}', b'{"n":3}']


class Cases:
    def __init__(self, keys, fixed):
        self.keys, self.fixed, self.found = keys, fixed, []

    def add(self, name, why, key_file, sealed, line=1, opened=()):
        """A case of which the line of this number is the first to be refused."""
        sealed = [entry if isinstance(entry, str) else compact(entry) for entry in sealed]
        opened = [record.decode() for record in opened]
        self.found.append(
            {"name": name, "why": why, "key_file": key_file + "\n", "sealed": sealed, "line": line, "opened": opened}
        )


def flipped(text, place):
    """Base64url of which a bit of one byte is the other way round."""
    data = bytearray(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    data[place] ^= 1
    other = base64.urlsafe_b64encode(bytes(data)).decode()
    return other if text.endswith("=") or len(text) % 4 == 0 else other.rstrip("=")


def with_link(record, place, value):
    parts = record["chain"].split(".")
    parts[place] = value
    return record | {"chain": ".".join(parts)}


def tokens(cases):
    key_file = cases.keys["fernet"]
    secret, drawn = decode(read_key(key_file)["k"]), cases.fixed("refused tokens")
    other = cases.fixed("another key").bytes("key", 32)
    good = token(secret, RECORDS[0], drawn)
    altered = {
        "the version": 0, "the time": 8, "the IV": 9, "the ciphertext": 25, "the tag": -1
    }
    for what, place in altered.items():
        cases.add(f"a bit of {what} of a token is flipped", "not authentic", key_file, [{"fernet": flipped(good, place)}])
    cases.add("a token under another key", "not authentic", key_file, [{"fernet": token(other, RECORDS[0], drawn)}])
    cases.add("a token of another version", "not ours", key_file, [{"fernet": token(secret, RECORDS[0], drawn, 0x81)}])
    cases.add("a padding of 0", "not ours", key_file, [{"fernet": sign(secret, bytes(16), drawn)}])
    cases.add("a padding of 17", "not ours", key_file, [{"fernet": sign(secret, bytes([17] * 32), drawn)}])
    uneven = b"x" * 13 + bytes([2, 3, 3])
    cases.add("a padding of unequal bytes", "not ours", key_file, [{"fernet": sign(secret, uneven, drawn)}])
    cases.add("a ciphertext of 17 bytes", "not ours", key_file, [{"fernet": sign(secret, bytes(17), drawn)}])
    cases.add("a token without its padding", "truncated", key_file, [{"fernet": good.rstrip("=")}])
    cases.add("a token that ends too early", "truncated", key_file, [{"fernet": good[:60]}])
    cases.add("a padding too many", "not canonical", key_file, [{"fernet": good + "===="}])
    spare = good.rstrip("=")
    spare = spare[:-1] + chr(ord(spare[-1]) + 1) + "=" * (len(good) - len(spare))
    cases.add("a bit behind the last byte of a token", "not canonical", key_file, [{"fernet": spare}])
    cases.add("white space inside a token", "not canonical", key_file, [{"fernet": good[:40] + "    " + good[40:]}])
    sign_of_other = next(good for _ in range(99) if "-" in (good := token(secret, RECORDS[0], drawn)))
    cases.add("the other alphabet", "not canonical", key_file, [{"fernet": sign_of_other.replace("-", "+")}])
    cases.add("two tokens in one line", "repeated member", key_file, [f'{{"fernet":"{good}","fernet":"{good}"}}'])
    cases.add("a token that is no string", "not canonical", key_file, [{"fernet": [good]}])
    cases.add("a record that is not sealed", "not sealed", key_file, [RECORDS[0].decode()])
    cases.add("an object that ends too early", "truncated", key_file, [compact({"fernet": good})[:-2]])


def headers(cases, name):
    key_file, drawn = cases.keys[name], cases.fixed(f"refused headers {name}")
    key = read_key(key_file)
    of_others = ["RSA1_5", "RSA-OAEP", "RSA-OAEP-256", "PBES2-HS256+A128KW", "dir", "A128KW", "A256GCMKW", "ECDH-ES"]
    of_others.append("A256KW" if key["kty"] != "oct" else "ECDH-ES+A256KW")
    for alg in of_others:
        # With a key of the other algorithm's there would be an epk to look for.
        more = {"epk": {"kty": "EC"}} if alg == "ECDH-ES+A256KW" else {}
        why = "not the key's algorithm" if alg == of_others[-1] else "not supported"
        cases.add(f"{name}: alg {alg}", why, key_file, [Content(key, drawn, {"alg": alg, **more}).seal(RECORDS[0])])
    for enc in ("A128GCM", "A256CBC-HS512"):
        cases.add(f"{name}: enc {enc}", "not supported", key_file, [Content(key, drawn, {"enc": enc}).seal(RECORDS[0])])
    for parameter, value in {"zip": "DEF", "crit": ["exp"], "apu": "AA", "apv": "AA"}.items():
        line = Content(key, drawn, {parameter: value}).seal(RECORDS[0])
        cases.add(f"{name}: the header has {parameter}", "not supported", key_file, [line])
    cases.add(f"{name}: another kid", "unknown key", key_file, [Content(key, drawn, {"kid": "?"}).seal(RECORDS[0])])
    for missing in ["alg", "enc"] + (["epk"] if key["kty"] != "oct" else []):
        line = Content(key, drawn, {missing: None}).seal(RECORDS[0])
        cases.add(f"{name}: no {missing}", "missing", key_file, [line])
    good = Content(key, drawn).seal(RECORDS[0])
    text = decode(good["protected"]).decode()
    twice = good | {"protected": encode((text[:-1] + ',"enc":"A256GCM"}').encode())}
    cases.add(f"{name}: two parameters of one name", "repeated member", key_file, [twice])
    cases.add(f"{name}: a header that is no object", "not ours", key_file, [good | {"protected": encode(b"[]")}])


def members(cases, name):
    key_file, drawn = cases.keys[name], cases.fixed(f"refused members {name}")
    content = Content(read_key(key_file), drawn)
    good = content.seal(RECORDS[0])
    for member in good:
        cases.add(f"{name}: without {member}", "missing", key_file, [{k: v for k, v in good.items() if k != member}])
        cases.add(f"{name}: {member} is no string", "malformed", key_file, [good | {member: 1}])
    for member in ("iv", "ciphertext", "tag", "encrypted_key"):
        line = good | {member: flipped(good[member], 0)}
        cases.add(f"{name}: a bit of {member} is flipped", "not authentic", key_file, [line])
    for member in ("iv", "ciphertext", "tag"):
        cases.add(f"{name}: {member} is padded", "malformed", key_file, [good | {member: good[member] + "="}])
    for size, member in ((11, "iv"), (15, "tag"), (39, "encrypted_key")):
        line = good | {member: encode(decode(good[member])[:size])}
        cases.add(f"{name}: {member} of {size} bytes", "not authentic", key_file, [line])
    for member, value in {"aad": "AA", "header": {}, "unprotected": {}, "recipients": []}.items():
        cases.add(f"{name}: a member {member}", "not supported", key_file, [good | {member: value}])
    twice = compact(good)[:-1] + f',"tag":"{good["tag"]}"}}'
    cases.add(f"{name}: two members of one name", "repeated member", key_file, [twice])
    short = Content(read_key(key_file), drawn, size=16).seal(RECORDS[0])
    cases.add(f"{name}: a content key of 16 bytes", "not authentic", key_file, [short])
    header = json.loads(decode(good["protected"]))
    spelt = good | {"protected": encode(json.dumps(header).encode())}
    cases.add(f"{name}: the header is spelt in another way", "not authentic", key_file, [spelt])


def agreement(cases, name):
    key_file, drawn = cases.keys[name], cases.fixed(f"refused epk {name}")
    key = read_key(key_file)
    public = compact({member: value for member, value in key.items() if member != "d"})
    good = Content(key, drawn).seal(RECORDS[0])
    cases.add(f"{name}: only the public half is there", "public key", public, [good])
    epk = json.loads(decode(good["protected"]))["epk"]
    bad = {"a point that is none": {"x": encode(bytes(32))}, "x of 31 bytes": {"x": encode(bytes(31))}}
    bad["another curve"] = {"crv": "P-384"}
    for what, changes in bad.items():
        line = Content(key, drawn, {"epk": epk | changes}).seal(RECORDS[0])
        cases.add(f"{name}: the epk is {what}", "not authentic", key_file, [line])


def chains(cases, name):
    key_file, drawn = cases.keys[name], cases.fixed(f"refused chains {name}")
    key = read_key(key_file)

    def log(previous=None):
        writer = Writer(key, drawn, name="log", previous=previous)
        return [json.loads(line) for line in writer.lines(RECORDS)], writer.chain

    (first, one, two, three), end = log()
    others, _ = log()

    def add(what, why, sealed, line, opened=0):
        cases.add(f"{name}: {what}", why, key_file, sealed, line, RECORDS[:opened])

    add("a line is missing", "out of sequence", [first, one, three], 3, 1)
    add("a line comes twice", "out of sequence", [first, one, one, two], 3, 1)
    add("two lines have changed places", "out of sequence", [first, two, one, three], 2)
    is_shared = "k" in key
    # Where the chain key evolves, nothing can be said of it.
    foreign = "out of sequence" if is_shared else "no first line"
    add("a line of another log", foreign, [first, one, others[2], three], 3, 1)
    if not is_shared:
        add("the first line is not there", foreign, [one, two], 1)
    add("a line without its place", "out of sequence", [first, one, {k: v for k, v in two.items() if k != "chain"}], 3, 1)
    add("the first line without its place", "not a chain", [{k: v for k, v in first.items() if k != "chain"}, one], 1)
    add("two lines have changed tokens", "chain not authentic", [first, one | {"chain": two["chain"]}], 2)
    add("another log begins", "out of sequence", [first, one, others[0]], 3, 1)
    continued, _ = log(end)
    add("the end of the log before is missing", "out of sequence", [first, one, two, continued[0]], 4, 2)
    # Its first line is right about where it goes on, and its place says something else.
    moved = with_link(continued[0], 2, encode(bytes(12)))
    add("a first line that is linked to nothing", "chain not authentic", [first, one, two, three, moved], 5, 3)
    for place, value, what in (
        (0, encode(bytes(8)), "the id"), (1, "5", "the number"), (2, encode(bytes(12)), "the link"),
        (3, encode(bytes(16)), "the tag"),
    ):
        why = foreign if place == 0 and not is_shared else "chain not authentic"
        add(f"{what} of a place is altered", why, [first, with_link(one, place, value)], 2)
    for place, value, what in (
        (0, "AAAAAAAAAAA=", "the id is padded"), (1, "01", "the number has a zero too many"), (1, "-1", "the number is below 0"),
        (1, "18446744073709551616", "the number is too large"), (2, "", "the link is empty"),
        (3, encode(bytes(15)), "the tag is short"), (3, encode(bytes(16)) + ".", "there is a part too many"),
    ):
        add(what, "not a chain", [first, with_link(one, place, value)], 2)
    add("a place that is no string", "not a chain", [first, one | {"chain": 1}], 2)
    text = compact(one)
    add("two places in one line", "repeated member", [first, text[:-1] + text[text.index(',"chain"') :]], 2)
    # Under the right key, and yet no first line.
    for what, first_line in {
        "a first line of another version": b'{"seal":2,"name":""}\n', "a first line that is a record": b'{"n":0}',
    }.items():
        chain = Chain(key, drawn)
        sealed = Writer(key, drawn, chain=False).seal(first_line)
        add(what, "not a chain", [chain.link(sealed)], 1)


def evolving(cases, name):
    """Chains whose key goes on with each line."""
    key_file, drawn = cases.keys[name], cases.fixed(f"refused evolving {name}")
    key = read_key(key_file)
    writer = Writer(key, drawn, name="log")
    lines = [json.loads(line) for line in writer.lines(RECORDS)]
    forger = Writer(key, drawn, chain=False)

    def forged(chain_key, number):
        """Line `number` anew, by somebody who has the public key and a chain key."""
        chain = Chain(key, drawn)
        before = lines[number - 1]["chain"].split(".")
        chain.id, chain.number, chain.tag, chain.key = decode(before[0]), number - 1, decode(before[3]), chain_key
        return chain.link(forger.seal(b'{"n":0}'))

    later = writer.chain.key
    cases.add(
        f"{name}: a line that was written anew with the chain key of the end", "chain not authentic", key_file,
        [*lines[:3], forged(later, 3)], 4, RECORDS[:2],
    )
    chain = Chain(key, drawn)
    del chain.first["key"]
    line = chain.link(forger.seal(chain.first_line()))
    cases.add(f"{name}: a first line without the chain key", "not a chain", key_file, [line])
    chain = Chain(key, drawn)
    chain.first["key"] = encode(bytes(31))
    line = chain.link(forger.seal(chain.first_line()))
    cases.add(f"{name}: a chain key of 31 bytes", "not a chain", key_file, [line])


def cases(keys, fixed):
    """Each case as it stands in the file."""
    cases = Cases(keys, fixed)
    tokens(cases)
    for name in keys:
        if name != "fernet":
            headers(cases, name)
            members(cases, name)
        if name not in ("fernet", "jwe-A256KW"):
            agreement(cases, name)
        chains(cases, name)
        if name not in ("fernet", "jwe-A256KW"):
            evolving(cases, name)
    return cases.found
