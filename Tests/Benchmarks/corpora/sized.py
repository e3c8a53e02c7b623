"""Records of one size each, LF included: what sealing costs depends on nothing else."""

from collections.abc import Callable, Iterator

from corpora.prose import paragraph
from corpora.writer import Writer


def lines_of(size: int) -> Callable[[], Iterator[bytes]]:
    def lines() -> Iterator[bytes]:
        writer = Writer(size)
        number = 0
        while True:
            head = f'{{"n":{number},"role":"user","content":"'.encode()
            room = size - len(head) - len(b'"}\n')
            text = paragraph(writer, room // 60 + 2).encode()
            while len(text) < room:
                text += b" " + paragraph(writer, 2).encode()
            yield head + text[:room] + b'"}\n'
            number += 1

    return lines
