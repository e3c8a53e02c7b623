"""Checks each line of standard input against a schema with orjson and jsonschema-rs, as the peer of validate -s."""

import sys

import jsonschema_rs
import orjson

with open(sys.argv[1], "rb") as file:
    validator = jsonschema_rs.validator_for(orjson.loads(file.read()))
faults = 0
for line in sys.stdin.buffer:
    if not validator.is_valid(orjson.loads(line)):
        faults += 1
if faults:
    sys.exit(f"{faults} lines do not fit the schema")
