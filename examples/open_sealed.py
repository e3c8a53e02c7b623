#!/usr/bin/env python3
"""Opens sealed records (line and bare form) with Python's cryptography package, without Sealwax.

usage: open_sealed.py KEY-FILE < sealed.jsonl
"""
import json
import sys

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


def main(key_file):
    with open(key_file) as file:
        lines = (line.strip() for line in file)
        keys = MultiFernet([Fernet(line) for line in lines if line and not line.startswith("#")])
    for number, line in enumerate(sys.stdin, 1):
        record = json.loads(line) if line.lstrip().startswith("{") else {"fernet": line.strip()}
        token = record["fernet"]
        if record.get("chain", "").split(".")[1:2] == ["0"]:
            continue  # the first line of a chain, which seals no record
        try:
            sys.stdout.buffer.write(keys.decrypt(token) + b"\n")
        except InvalidToken:
            sys.exit(f"line {number} does not authenticate")


if __name__ == "__main__":
    main(sys.argv[1])
