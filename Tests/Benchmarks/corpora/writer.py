"""Text from templates: `<<noun>>` in a template stands for a word of that kind, drawn anew each time."""

import random
import re
from collections.abc import Callable
from functools import cache, partial

from corpora import words

SLOT = re.compile(r"<<(\w+)>>")


@cache
def parts(template: str) -> tuple[str, ...]:
    """The template, cut at its slots: text, kind, text, kind, …, text."""
    return tuple(SLOT.split(template))


class Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.kinds: dict[str, Callable[[], str]] = {
            kind: partial(self.one, choices) for kind, choices in words.KINDS.items()
        }
        self.kinds |= {
            "number": lambda: str(self.below(10 ** (1 + self.below(5)))),
            "small": lambda: str(1 + self.below(60)),
            "float": lambda: f"{self.random.random() * 100:.2f}",
            "hex": lambda: self.hexadecimal(8),
            "sha": lambda: self.hexadecimal(40),
            "snake": lambda: f"{self.of('verb')}_{self.of('noun')}",
            "camel": lambda: self.of("verb") + self.of("noun").capitalize(),
            "type": lambda: self.of("adjective").capitalize() + self.of("noun").capitalize(),
            "path": lambda: f"{self.of('folder')}/{self.of('noun')}_{self.of('noun')}.{self.of('suffix')}",
        }

    def below(self, limit: int) -> int:
        return int(self.random.random() * limit)

    def between(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, choices: list[str]) -> str:
        return choices[int(self.random.random() * len(choices))]

    def of(self, kind: str) -> str:
        return self.kinds[kind]()

    def fill(self, template: str) -> str:
        pieces = list(parts(template))
        for place in range(1, len(pieces), 2):
            pieces[place] = self.kinds[pieces[place]]()
        return "".join(pieces)

    def line(self, templates: list[str]) -> str:
        return self.fill(self.one(templates))

    def hexadecimal(self, count: int) -> str:
        return f"{self.random.getrandbits(4 * count):0{count}x}"

    def uuid(self) -> str:
        text = self.hexadecimal(32)
        return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"

    def identifier(self, prefix: str, count: int) -> str:
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return prefix + "".join(self.random.choices(alphabet, k=count))

    def time(self) -> str:
        return (
            f"2026-{self.between(1, 12):02}-{self.between(1, 28):02}T{self.below(24):02}:{self.below(60):02}:"
            f"{self.below(60):02}.{self.below(1000):03}Z"
        )
