"""Secrets and personal data to be found. Every value is drawn here and opens nothing."""

import base64
import json
from collections.abc import Callable

from corpora.writer import Writer


def capitals(writer: Writer, count: int) -> str:
    return "".join(writer.random.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=count))


def web_token(writer: Writer) -> str:
    def part(value: dict[str, str | int]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    claims = part({"sub": writer.uuid(), "iat": 1_770_000_000 + writer.below(10**7)})
    return f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{claims}.{writer.identifier('', 43)}"


def card(writer: Writer) -> str:
    digits = [4, *[writer.below(10) for _ in range(14)]]
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[::2]]
    digits.append(-(sum(doubled) + sum(digits[1::2])) % 10)
    text = "".join(map(str, digits))
    return " ".join([text[0:4], text[4:8], text[8:12], text[12:16]])


def private_key(writer: Writer) -> str:
    lines = [writer.identifier("", 64) for _ in range(12)]
    return "\n".join(["-----BEGIN RSA PRIVATE KEY-----", *lines, "-----END RSA PRIVATE KEY-----"])


MAKERS: list[Callable[[Writer], str]] = [
    lambda w: f"write to {w.of('given').lower()}.{w.of('family').lower()}@{w.of('domain')}",
    lambda w: f"{w.of('family').lower()}{w.below(100)}@{w.of('domain')} has no access",
    lambda w: f"call +1 (4{w.between(10, 99)}) 555-01{w.between(10, 99)}",
    lambda w: f"social security number {w.between(100, 665)}-{w.between(10, 99)}-{w.between(1000, 9999)}",
    lambda w: f"card {card(w)}, valid until {w.between(1, 12):02}/29",
    lambda w: f"aws_access_key_id = AKIA{capitals(w, 16)}",
    lambda w: f'ANTHROPIC_API_KEY="{w.identifier("sk-ant-api03-", 93)}AA"',
    lambda w: f"Authorization: Bearer {w.identifier('', 40)}",
    lambda w: f"curl -H 'Authorization: Bearer {web_token(w)}' https://api.{w.of('domain')}/v1/{w.of('noun')}",
    lambda w: f"slack: xoxb-{w.between(10**11, 10**12 - 1)}-{w.between(10**11, 10**12 - 1)}-{w.identifier('', 24)}",
    lambda w: f"DATABASE_URL=postgres://{w.of('noun')}:{w.identifier('', 14)}@db.{w.of('domain')}:5432/{w.of('noun')}",
    lambda w: f"{w.of('noun')}_password: {w.identifier('', 12)}",
    private_key,
]


def plant(writer: Writer) -> str:
    return MAKERS[writer.below(len(MAKERS))](writer)
