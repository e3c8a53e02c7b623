"""The vocabularies that PyPI's litellm and mistral-common bring, as files that tail --tokenizer reads."""

import base64
import hashlib
import importlib.util
import json
import sys
from pathlib import Path

from programs import CACHE


def package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if not found or not found.origin:
        sys.exit(f"no {name} package for Python: make bench-packages")
    return Path(found.origin).parent


def written(name: str, tokens: list[bytes]) -> Path:
    """The tokens in the order in which they are joined."""
    path = CACHE / f"{name}.tiktoken"
    CACHE.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(b"%s %d\n" % (base64.b64encode(token), rank) for rank, token in enumerate(tokens)))
    return path


def openai(name: str) -> Path:
    address = f"https://openaipublic.blob.core.windows.net/encodings/{name}_base.tiktoken"
    return package("litellm") / "litellm_core_utils/tokenizers" / hashlib.sha1(address.encode()).hexdigest()


def claude() -> Path:
    """Claude 2: pairs to join in GPT-2's alphabet, in which a byte that cannot be shown is a character beyond U+00FF."""
    shown = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    hidden = [byte for byte in range(0x100) if byte not in shown]
    byte_of = {chr(byte): byte for byte in shown} | {chr(0x100 + place): byte for place, byte in enumerate(hidden)}
    plain = json.loads((package("litellm") / "litellm_core_utils/tokenizers/anthropic_tokenizer.json").read_text())
    merges = [bytes(byte_of[letter] for letter in pair.replace(" ", "")) for pair in plain["model"]["merges"]]
    return written("claude", [*(bytes([byte]) for byte in range(0x100)), *merges])


def tekken() -> Path:
    path = max((package("mistral_common") / "data").glob("tekken_*.json"))
    plain = json.loads(path.read_text())
    count = plain["config"]["default_vocab_size"] - plain["config"]["default_num_special_tokens"]
    return written("tekken", [base64.b64decode(token["token_bytes"]) for token in plain["vocab"][:count]])


def vocabularies() -> dict[str, list[str]]:
    """By the name that --counter has for it, what makes tail count exactly."""
    # How Claude's splits a text is GPT-2's way. That it first puts characters into another form (NFKC) is left out.
    files = {
        "o200k": (openai("o200k"), "o200k"),
        "cl100k": (openai("cl100k"), "cl100k"),
        "claude": (claude(), "p50k"),
        "tekken": (tekken(), "tekken"),
    }
    return {name: ["--tokenizer", str(path), "--tokenizer-pattern", pattern] for name, (path, pattern) in files.items()}
