"""Inputs that are nobody's everyday work, and that slow programs down."""

from collections.abc import Callable, Iterator
from itertools import repeat


def string(unit: str, size: int) -> bytes:
    """A record that holds one string of `size` bytes, made of one unit."""
    body = unit.encode()
    return b'{"text":"' + body * (size // len(body)) + b'"}\n'


def varied(alphabet: bytes, size: int) -> bytes:
    """The same, of bytes in no order."""
    state = 1
    body = bytearray()
    for _ in range(size):
        state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407 & (1 << 64) - 1
        body.append(alphabet[(state >> 33) % len(alphabet)])
    return b'{"text":"' + bytes(body) + b'"}\n'


def always(line: Callable[[], bytes]) -> Callable[[], Iterator[bytes]]:
    return lambda: repeat(line())


# How many bytes of each, and a name for the table.
SMALL = 20_000_000
INPUTS: dict[str, tuple[str, int, Callable[[], Iterator[bytes]]]] = {
    "one-line": ("one line of 200 MB", 200_000_000, lambda: iter([string("What the agent said. ", 200_000_000)])),
    "empty-objects": ("50 million empty objects", 150_000_000, always(lambda: b"{}\n" * 10_000)),
    "backslashes": ("only backslashes", SMALL, always(lambda: string("\\\\", 1000))),
    "multi-byte": ("only multi-byte characters", SMALL, always(lambda: string("тестดีの日本語🙂", 1000))),
    "nesting": ("nested 1,024 deep", SMALL, always(lambda: b"[" * 1024 + b"]" * 1024 + b"\n")),
    "hex": ("50 kB of hex digits a line", SMALL, always(lambda: varied(b"0123456789abcdef", 50_000))),
    "letter-a": ("50 kB of a a line", SMALL, always(lambda: string("a", 50_000))),
    "at-dots": ("50 kB of @. a line", SMALL, always(lambda: string("@.", 50_000))),
}
