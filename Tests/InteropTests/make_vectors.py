#!/usr/bin/env python3
"""Writes the test vectors in vectors/, from fixed keys and fixed bytes in the place of random ones.

usage: make_vectors.py [--check]     with --check, says whether they are those in the tree
"""
import base64
import hashlib
import json
import pathlib
import sys

import refused
from write_sealed import Drawn, Writer, compact, encode, point, read_key

from cryptography.hazmat.primitives.asymmetric import ec, x25519

FOLDER = pathlib.Path(__file__).with_name("vectors")
RECORDS = [b'{"role":"user","content":"caf\xc3\xa9 \xf0\x9f\x98\x80"}', b"{ }", b"not JSON", b"\xff\x00\x01", b"x" * 100]
# What some readers take for the end of a line, and whole texts spell as escapes.
WHOLE = b'{"text":"a\\u2028b"}\n{"n":2}\n'


class Fixed(Drawn):
    """Bytes that follow from a name, and a note of each that was drawn."""

    def __init__(self, name, time=1700000000):
        self.name, self.seconds, self.drawn = name, time, {}

    def bytes(self, what, size):
        count = len(self.drawn.setdefault(what, []))
        value = hashlib.sha256(f"{self.name}, {what}, {count}".encode()).digest()[:size]
        self.drawn[what].append(value.hex())
        return value

    def time(self):
        return self.seconds


def fixed(what, size=32):
    return hashlib.sha256(what.encode()).digest()[:size]


def fernet_key(name):
    return base64.urlsafe_b64encode(fixed(name)).decode()


def shared_key(name):
    return {"alg": "A256KW", "kid": name, "kty": "oct", "k": encode(fixed(name))}


def pair(curve, name):
    if curve == "P-256":
        private = ec.derive_private_key(int.from_bytes(fixed(name), "big"), ec.SECP256R1())
    else:
        private = x25519.X25519PrivateKey.from_private_bytes(fixed(name))
    key = {"alg": "ECDH-ES+A256KW", "kid": name, "kty": "EC" if curve == "P-256" else "OKP", "crv": curve}
    return key | point(private.public_key()) | {"d": encode(fixed(name))}


def public_half(key):
    return {name: value for name, value in key.items() if name != "d"}


KEYS = {
    "fernet": fernet_key("fernet"),
    "jwe-A256KW": compact(shared_key("shared")),
    "jwe-P-256": compact(pair("P-256", "p-256")),
    "jwe-X25519": compact(pair("X25519", "x25519")),
}


def text_or_bytes(data):
    try:
        return data.decode()
    except UnicodeDecodeError:
        return {"hex": data.hex()}


def vector(about, name, key_file, sealed, opened, drawn, **more):
    return {
        "about": about,
        "key_file": key_file + "\n",
        "time": drawn.seconds,
        "drawn": drawn.drawn,
        **more,
        "sealed": sealed,
        "opened": [text_or_bytes(record) for record in opened],
    }


def size(lines):
    return sum(len(line.encode()) + 1 for line in lines)


def chained(name, key_file):
    drawn = Fixed(name)
    writer = Writer(read_key(key_file), drawn, name="session.jsonl")
    lines = writer.lines(RECORDS)
    more = {"head_file": writer.chain.head(size(lines))}
    if "d" in read_key(key_file):
        more["public_key_file"] = compact(public_half(json.loads(key_file))) + "\n"
    about = "a log: the first line of its chain, and a line for each record"
    return vector(about, name, key_file, lines, RECORDS, drawn, **more)


def continued(name, key_file):
    drawn = Fixed(f"{name} continued")
    key = read_key(key_file)
    first = Writer(key, drawn, name="session.jsonl")
    old = first.lines(RECORDS[:2])
    second = Writer(key, drawn, name="session.jsonl", previous=first.chain)
    new = second.lines(RECORDS[2:])
    about = "a log that was rotated: its second file names the end of the first one"
    head = second.chain.head(size(new))
    return vector(about, name, key_file, old + new, RECORDS, drawn, head_file=head)


def unchained(name, key_file):
    drawn = Fixed(f"{name} alone")
    lines = Writer(read_key(key_file), drawn, chain=False).lines(RECORDS)
    return vector("lines that each stand alone, without a chain", name, key_file, lines, RECORDS, drawn)


def bare(name, key_file):
    drawn = Fixed(f"{name} bare")
    writer = Writer(read_key(key_file), drawn, chain=False)
    lines = [writer.seal(record)["fernet"] for record in RECORDS]
    return vector("tokens alone on their lines", name, key_file, lines, RECORDS, drawn)


def whole(name, key_file):
    drawn = Fixed(f"{name} whole")
    token = Writer(read_key(key_file), drawn, chain=False).seal(WHOLE)["fernet"]
    return vector("one token for a whole text", name, key_file, [token], WHOLE.splitlines(), drawn)


def vectors():
    """The name of each file, and what it holds."""
    for name, key_file in KEYS.items():
        yield f"{name}-chain", chained(name, key_file)
        yield f"{name}-continued", continued(name, key_file)
        yield f"{name}-alone", unchained(name, key_file)
    yield "fernet-bare", bare("fernet", KEYS["fernet"])
    yield "fernet-whole", whole("fernet", KEYS["fernet"])
    yield "refused", {"about": "what must be refused, and why", "cases": list(refused.cases(KEYS, Fixed))}


def main():
    differing = []
    for name, content in vectors():
        path = FOLDER / f"{name}.json"
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        if "--check" not in sys.argv:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            differing.append(path.name)
    if differing:
        sys.exit("not as they are made: " + " ".join(differing))


if __name__ == "__main__":
    main()
