"""Parses each line of standard input with orjson, as the peer of validate."""

import sys

import orjson

for line in sys.stdin.buffer:
    orjson.loads(line)
