"""What tools answer: listings, searches, test runs, traces, patches, JSON from services, encoded files."""

import base64
import json
from collections.abc import Callable

from corpora import code
from corpora.writer import Writer

LINES: dict[str, list[str]] = {
    "listing": [
        "-rw-r--r-- 1 dev dev <<number>> Mar <<small>> 09:<<small>> <<noun>>_<<noun>>.<<suffix>>",
        "drwxr-xr-x 4 dev dev 4096 Jan <<small>> 17:<<small>> <<noun>>",
    ],
    "search": [
        "<<path>>:<<number>>:    <<noun>>.<<snake>>(<<noun>>, <<noun>>=<<number>>)",
        "<<path>>:<<number>>:  // <<verb>> the <<adjective>> <<noun>> <<adverb>>",
        "<<path>>",
    ],
    "tests": [
        "<<path>>::test_<<snake>>_<<noun>> PASSED [ <<small>>%]",
        "<<path>>::test_<<snake>> FAILED",
        "ok  \texample.com/<<noun>>/<<noun>>\t<<float>>s",
        "test <<noun>>::<<snake>> ... ok",
        "   Compiling <<noun>> v0.<<small>>.<<small>> (/home/dev/<<noun>>)",
        "warning: unused <<noun>>: `<<snake>>` in <<path>>:<<number>>",
    ],
    "trace": [
        '  File "/home/dev/<<path>>", line <<number>>, in <<snake>>',
        "    at <<camel>> (/srv/app/<<path>>:<<number>>:<<small>>)",
        "    <<noun>> = <<snake>>(<<noun>>)",
        "<<type>>Error: <<adjective>> <<noun>> '<<noun>>' at 0x<<hex>>",
    ],
    "git": [
        "<<hex>> <<verb>> the <<adjective>> <<noun>>",
        "commit <<sha>>",
        "    <<noun>>: <<verb>> <<adjective>> <<noun>>s",
        " <<path>> | <<small>> ++--",
    ],
}
KINDS = list(LINES)


def report(writer: Writer) -> str:
    templates = LINES[writer.one(KINDS)]
    return "\n".join([writer.line(templates) for _ in range(writer.between(3, 30))])


def patch(writer: Writer) -> str:
    path = writer.of("path")
    lines = code.code(writer, writer.between(6, 24)).split("\n")
    marks = [writer.one([" ", " ", "+", "-"]) for _ in lines]
    body = "\n".join(mark + line for mark, line in zip(marks, lines, strict=True))
    return f"--- a/{path}\n+++ b/{path}\n@@ -{writer.of('small')},{len(lines)} +{writer.of('small')},9 @@\n{body}"


def answer(writer: Writer) -> str:
    """JSON inside a string; now and then by a writer that escapes all but ASCII."""
    items = [
        {
            "id": writer.uuid(),
            writer.of("noun"): writer.below(100_000),
            "name": f"{writer.of('given')} {writer.of('family')}",
            "state": writer.of("adjective"),
            f"{writer.of('noun')}_at": writer.time(),
            "tags": [writer.of("noun") for _ in range(writer.below(4))],
            "note": writer.fill("<<emoji>> <<verb>> the <<noun>> für <<given>>") if writer.chance(0.2) else None,
        }
        for _ in range(writer.between(1, 6))
    ]
    return json.dumps({"count": len(items), "items": items}, ensure_ascii=writer.chance(0.3))


def encoded(writer: Writer) -> str:
    data = writer.random.randbytes(writer.between(300, 6000))
    return "data:application/octet-stream;base64," + base64.b64encode(data).decode()


MAKERS: list[Callable[[Writer], str]] = [
    *[lambda writer: code.numbered(writer, writer.between(8, 60))] * 4,
    *[report] * 5,
    *[patch] * 2,
    *[answer] * 2,
]


def output(writer: Writer) -> str:
    """One tool's answer; an encoded file among some forty others."""
    if writer.chance(0.05):
        return encoded(writer)
    return MAKERS[writer.below(len(MAKERS))](writer)
