"""Structured logs of services, 150 to 400 bytes a line."""

import json
from collections.abc import Iterator
from typing import Any

from corpora.writer import Writer

MESSAGES = [
    "<<verb>> <<noun>> took <<float>> ms",
    "<<adjective>> <<noun>>, will <<verb>> again in <<small>> s",
    "<<noun>> <<hex>> <<adverb>> <<adjective>>",
    "request completed",
    "cannot <<verb>> <<noun>>: <<noun>> is <<adjective>>",
    "upstream <<service>> answered <<status>>",
]


def address(writer: Writer) -> str:
    return f"10.{writer.below(256)}.{writer.below(256)}.{writer.below(256)}"


def request(writer: Writer) -> dict[str, Any]:
    return {
        "method": writer.of("method"),
        "path": writer.fill("/v1/<<noun>>s/<<number>>/<<noun>>"),
        "status": int(writer.of("status")),
        "bytes": writer.below(100_000),
        "duration_ms": round(writer.random.random() * 900, 3),
        "client": address(writer),
    }


def job(writer: Writer) -> dict[str, Any]:
    return {
        "job": writer.fill("<<snake>>"),
        "attempt": writer.between(1, 5),
        "queue": writer.of("noun"),
        "worker": writer.below(64),
    }


def lines(seed: int = 2) -> Iterator[bytes]:
    writer = Writer(seed)
    while True:
        record = {
            "ts": writer.time(),
            "level": writer.of("level"),
            "service": writer.of("service"),
            "host": "ip-" + address(writer).replace(".", "-"),
            "trace_id": writer.hexadecimal(32),
            "msg": writer.line(MESSAGES),
        }
        record |= request(writer) if writer.chance(0.7) else job(writer)
        if writer.chance(0.5):
            record["request_id"] = writer.uuid()
        yield json.dumps(record, separators=(",", ":")).encode() + b"\n"
