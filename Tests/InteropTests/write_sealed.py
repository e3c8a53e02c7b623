#!/usr/bin/env python3
"""Seals records as seal(1) does, with Python's cryptography package alone: the twin of examples/open_sealed.py.

usage: write_sealed.py [--form line|no-chain|bare|whole] [--name NAME] KEY-FILE < plain.jsonl > sealed.jsonl
"""
import argparse
import base64
import hashlib
import hmac
import json
import os
import sys
import time

from cryptography.hazmat.primitives import padding, serialization
from cryptography.hazmat.primitives.asymmetric import ec, x25519
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

SHARED, PAIR = "A256KW", "ECDH-ES+A256KW"


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Drawn:
    """What a writer draws at random and reads from its clock."""

    def bytes(self, what, size):
        return os.urandom(size)

    def time(self):
        return int(time.time())


def token(secret, plaintext, drawn, version=0x80):
    """A Fernet token."""
    pad = padding.PKCS7(128).padder()
    return sign(secret, pad.update(plaintext) + pad.finalize(), drawn, version)


def sign(secret, padded, drawn, version=0x80):
    iv = drawn.bytes("iv", 16)
    encryptor = Cipher(algorithms.AES(secret[16:]), modes.CBC(iv)).encryptor()
    whole = len(padded) // 16 * 16
    ciphertext = encryptor.update(padded[:whole]) + padded[whole:]
    signed = bytes([version]) + drawn.time().to_bytes(8, "big") + iv + ciphertext
    return base64.urlsafe_b64encode(signed + hmac.digest(secret[:16], signed, "sha256")).decode()


class Content:
    """A content key, sealed to a key, and the lines that it encrypts."""

    def __init__(self, key, drawn, header=(), size=32):
        self.content_key, self.prefix, self.count = drawn.bytes("content key", size), drawn.bytes("iv prefix", 4), 0
        is_shared = key["kty"] == "oct"
        fields = {"alg": SHARED if is_shared else PAIR, "enc": "A256GCM"}
        if "kid" in key:
            fields["kid"] = key["kid"]
        wrapping_key = decode(key["k"]) if is_shared else agree(key, fields, drawn)
        fields.update(header)
        self.protected = encode(compact({name: value for name, value in fields.items() if value is not None}).encode())
        self.encrypted_key = encode(aes_key_wrap(wrapping_key, self.content_key))

    def seal(self, plaintext):
        iv = self.prefix + self.count.to_bytes(8, "big")
        self.count += 1
        sealed = AESGCM(self.content_key).encrypt(iv, plaintext, self.protected.encode())
        parts = {"iv": iv, "ciphertext": sealed[:-16], "tag": sealed[-16:]}
        return {"protected": self.protected, "encrypted_key": self.encrypted_key} | {
            name: encode(part) for name, part in parts.items()
        }


def agree(key, header, drawn):
    """The wrapping key for a recipient; adds `epk` to the header."""
    if key["crv"] == "X25519":
        ours = x25519.X25519PrivateKey.from_private_bytes(drawn.bytes("ephemeral", 32))
        secret = ours.exchange(x25519.X25519PublicKey.from_public_bytes(decode(key["x"])))
    else:
        ours = ec.derive_private_key(int.from_bytes(drawn.bytes("ephemeral", 32), "big"), ec.SECP256R1())
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\x04" + decode(key["x"]) + decode(key["y"]))
        secret = ours.exchange(ec.ECDH(), theirs)
    header["epk"] = {"kty": key["kty"], "crv": key["crv"]} | point(ours.public_key())
    info = b"\0\0\0\x0eECDH-ES+A256KW" + bytes(8) + b"\0\0\1\0"
    return ConcatKDFHash(SHA256(), 32, info).derive(secret)


def point(public):
    if isinstance(public, x25519.X25519PublicKey):
        return {"x": encode(public.public_bytes_raw())}
    text = public.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    return {"x": encode(text[1:33]), "y": encode(text[33:])}


class Chain:
    """Gives records their member `chain`."""

    def __init__(self, key, drawn, name="", previous=None):
        self.evolves, self.id, self.number, self.tag = "k" not in key, drawn.bytes("chain id", 8), -1, bytes(16)
        self.first = {"seal": 1, "name": name}
        if previous:
            self.first["prev"] = {"id": encode(previous.id), "n": previous.number, "t": encode(previous.tag)}
            self.tag = previous.tag
        if self.evolves:
            self.key = drawn.bytes("chain key", 32)
            self.first["key"] = encode(self.key)
        else:
            self.key = HKDF(SHA256(), 32, None, b"seal chain v1").derive(decode(key["k"]))

    def first_line(self):
        return compact(self.first).encode() + b"\n"

    def link(self, record):
        covered = record.get("fernet") or ".".join(
            record[name] for name in ("protected", "encrypted_key", "iv", "ciphertext", "tag")
        )
        self.number += 1
        previous = self.tag[:12]
        place = b"seal-chain-1" + self.id + self.number.to_bytes(8, "big") + previous
        self.tag = hmac.digest(self.key, place + hashlib.sha256(covered.encode()).digest(), "sha256")[:16]
        if self.evolves:
            self.key = hmac.digest(self.key, b"evolve", "sha256")
        place = [encode(self.id), str(self.number), encode(previous), encode(self.tag)]
        return record | {"chain": ".".join(place)}

    def head(self, size):
        """The text of the head file behind the last line."""
        head = {"id": encode(self.id), "n": self.number, "t": encode(self.tag), "size": size}
        return compact(head | ({"key": encode(self.key)} if self.evolves else {})) + "\n"


class Writer:
    def __init__(self, key, drawn=None, chain=True, name="", previous=None):
        self.key, self.drawn = key, drawn or Drawn()
        self.content = None if key["kty"] == "fernet" else Content(key, self.drawn)
        self.chain = Chain(key, self.drawn, name, previous) if chain else None

    def seal(self, plaintext):
        if self.content:
            return self.content.seal(plaintext)
        return {"fernet": token(decode(self.key["k"]), plaintext, self.drawn)}

    def lines(self, records):
        """The sealed lines of some records, with the first line of their chain."""
        if not self.chain:
            return [compact(self.seal(record)) for record in records]
        first = [self.chain.first_line()] if self.chain.number < 0 else []
        return [compact(self.chain.link(self.seal(record))) for record in first + list(records)]


def read_key(text):
    """The first key of a key file."""
    if text.lstrip().startswith("{"):
        keys = json.loads(text)
        return keys.get("keys", [keys])[0]
    words = [line.strip() for line in text.splitlines()]
    return {"kty": "fernet", "k": next(word for word in words if word and word[0] != "#").rstrip("=")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--form", choices=["line", "no-chain", "bare", "whole"], default="line")
    parser.add_argument("--name", default="")
    parser.add_argument("key_file")
    arguments = parser.parse_args()
    with open(arguments.key_file) as file:
        writer = Writer(read_key(file.read()), chain=arguments.form == "line", name=arguments.name)
    text = sys.stdin.buffer.read()
    records = [record for record in text.split(b"\n") if record.strip()]
    if arguments.form == "whole":
        print(writer.seal(text)["fernet"])
    elif arguments.form == "bare":
        print(*(writer.seal(record)["fernet"] for record in records), sep="\n")
    else:
        print(*writer.lines(records), sep="\n")


if __name__ == "__main__":
    main()
