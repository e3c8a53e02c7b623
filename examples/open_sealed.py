#!/usr/bin/env python3
"""Opens sealed records of every form with Python's cryptography package, without Sealwax, and checks their chain: sealed(5).

usage: open_sealed.py KEY-FILE < sealed.jsonl
"""
import base64
import hashlib
import hmac
import json
import sys

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import ec, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap

JWE = ["protected", "encrypted_key", "iv", "ciphertext", "tag"]
REFUSED = {"crit", "zip", "apu", "apv", "unprotected", "header", "aad", "recipients"}


def need(condition, what):
    if not condition:
        raise ValueError(what)


def decode(text, pad=""):
    data = base64.urlsafe_b64decode(text.rstrip(pad) + "=" * (-len(text.rstrip(pad)) % 4))
    need(base64.urlsafe_b64encode(data).decode().rstrip("" if pad else "=") == text, "not canonical base64url")
    return data


def members(pairs):
    need(len(dict(pairs)) == len(pairs), "two members of one name")
    return dict(pairs)


def read_keys(text):
    if text.lstrip().startswith("{"):
        return json.loads(text).get("keys", [json.loads(text)])
    words = (line.strip() for line in text.splitlines())
    return [{"kty": "fernet", "k": word.rstrip("=")} for word in words if word and word[0] != "#"]


def wrapping_key(key, header):
    if key["kty"] == "oct":
        return decode(key["k"])
    d, x, y = decode(key["d"]), decode(header["epk"]["x"]), decode(header["epk"].get("y", ""))
    need(header["epk"]["crv"] == key["crv"], "epk is on another curve")
    if key["crv"] == "X25519":
        public = x25519.X25519PublicKey.from_public_bytes(x)
        secret = x25519.X25519PrivateKey.from_private_bytes(d).exchange(public)
    else:
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\4" + x + y)
        secret = ec.derive_private_key(int.from_bytes(d, "big"), ec.SECP256R1()).exchange(ec.ECDH(), public)
    return ConcatKDFHash(SHA256(), 32, b"\0\0\0\x0eECDH-ES+A256KW" + bytes(8) + b"\0\0\1\0").derive(secret)


def open_record(record, key):
    """Returns the plaintext, and the text that the chain covers."""
    if key["kty"] == "fernet":
        need(decode(record["fernet"], "="), "no token")
        return Fernet(key["k"] + "=").decrypt(record["fernet"]), record["fernet"]
    header = json.loads(decode(record["protected"]), object_pairs_hook=members)
    need(header["alg"] == ("A256KW" if key["kty"] == "oct" else "ECDH-ES+A256KW"), "not the key's algorithm")
    need(key.get("kid", header.get("kid")) == header.get("kid", key.get("kid")), "another key's kid")
    need(header["enc"] == "A256GCM" and not REFUSED & {*header, *record}, "not supported")
    content_key = aes_key_unwrap(wrapping_key(key, header), decode(record["encrypted_key"]))
    iv, ciphertext, tag = (decode(record[name]) for name in JWE[2:])
    need((len(content_key), len(iv), len(tag)) == (32, 12, 16), "not supported")
    plaintext = AESGCM(content_key).decrypt(iv, ciphertext + tag, record["protected"].encode())
    return plaintext, ".".join(record[name] for name in JWE)


def check(last, chain, plaintext, covered, key):
    """Checks a line's place behind the last one; returns its own, with the key of the next line."""
    id, n, p, t = chain.split(".")
    here, old = {"id": decode(id), "n": int(n), "p": decode(p), "t": decode(t)}, (last["id"], last["n"], last["t"][:12])
    need(str(here["n"]) == n and [len(here[name]) for name in "id p t".split()] == [8, 12, 16], "not a chain")
    if here["n"] == 0:
        first = json.loads(plaintext, object_pairs_hook=members)
        before = first.get("prev", {"id": "", "n": 0, "t": "A" * 22})
        need(first["seal"] == 1 and here["p"] == decode(before["t"])[:12], "not a first line")
        need(old[0] in (b"", decode(before["id"])), "another chain begins that does not go on with this one")
        need(before["n"] < old[1] or (before["n"], here["p"]) == old[1:] or not old[0], "lines are missing")
        last = {"key": decode(first.get("key", ""))}
    else:
        need(old == (here["id"], here["n"] - 1, here["p"]) or not old[0], "out of sequence")
    chain_key = HKDF(SHA256(), 32, None, b"seal chain v1").derive(decode(key["k"])) if "k" in key else last["key"]
    need(chain_key, "the chain of a public key is checked from its first line on")
    place = b"seal-chain-1" + here["id"] + here["n"].to_bytes(8, "big") + here["p"]
    tag = hmac.digest(chain_key, place + hashlib.sha256(covered.encode()).digest(), "sha256")[:16]
    need(hmac.compare_digest(tag, here["t"]), "the chain is not that of this line")
    return here | {"key": hmac.digest(chain_key, b"evolve", "sha256")}


def take(text, keys, last):
    """Opens a line behind the last one; returns its plaintext, empty for the first line of a chain, and its place."""
    record = json.loads(text, object_pairs_hook=members) if text[0] == "{" else {"fernet": text}
    fault = ValueError("no key for it")
    for key in (key for key in keys if (key["kty"] == "fernet") == ("fernet" in record)):
        try:
            plaintext, covered = open_record(record, key)
            break
        except Exception as error:  # the next key may be the right one
            fault = error
    else:
        raise fault
    is_first = text[0] == "{" and plaintext.startswith(b'{"seal":') and plaintext.endswith(b"}\n")
    if "chain" not in record:
        need(not is_first and not last["id"], "a line without its place")
        return plaintext, last
    need(is_first == (".0." in record["chain"]), "not a first line")
    return b"" if is_first else plaintext, check(last, record["chain"], plaintext, covered, key)


def main(key_file):
    with open(key_file) as file:
        keys, last = read_keys(file.read()), {"id": b"", "n": 0, "t": b"", "key": b""}
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            plaintext, last = take(line.decode().strip(), keys, last) if line.strip() else (b"", last)
        except Exception as error:
            sys.exit(f"line {number}: {str(error) or 'does not authenticate: wrong key, or altered'}")
        sys.stdout.buffer.write(plaintext and plaintext.removesuffix(b"\n") + b"\n")


if __name__ == "__main__":
    main(sys.argv[1])
