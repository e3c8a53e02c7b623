"""Fits the costs of the estimate of tokens (tail --count) and writes them into Sources/Core/Tokens/TokenFeature+Costs.swift.

The texts are Django's sources, pages and translations, sources of SciPy and NLTK, C headers from a to m, half of the
package descriptions, descriptions of services in JSON from botocore, lists of names, and what git, grep, find, ls and
numbered listings write of these. tokens.py measures on others. DeepSeek's vocabulary is in no package any more: its costs stay as they are.
"""

import argparse
import ast
import gzip
import json
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy
from scipy.optimize import lsq_linear

from programs import ROOT
from token_features import COSTS, COUNTERS, NAMES, costs, features
from tokens import counted, cut, joined
from vocabularies import package, vocabularies

# What stands in for another feature's part may take away from it, but never more than a token.
CORRECTIONS = re.compile("Beyond|beyond|Near|accented|InName|BehindPunctuation|indentation|BehindDigits")
HEAD = '''extension TokenFeature {
  /// In hundredths of a token: o200k, cl100k, Claude, DeepSeek, Tekken. A negative cost says that the part before is dearer
  /// than it is in this place.
  ///
  /// Written by `make token-costs`: least squares of the relative error over texts that it names.
  static let costs: [[Int]] = [
'''


def output(*words: str, where: Path) -> str:
    done = subprocess.run(words, cwd=where, capture_output=True, text=True, errors="replace")
    return done.stdout[:1_500_000]


# Those with the most speakers and the most text, so that the rest does not lead.
TRANSLATED = (
    "ar bg bn ca cs da de el es fa fi fr he hi hr hu id it ja ka ko lt nb nl pl pt_BR ro ru sk sr sv ta th tr uk vi "
    "zh_Hans zh_Hant"
).split()


def translations() -> Iterator[tuple[str, str]]:
    for folder in [package("django") / "conf/locale" / language for language in TRANSLATED]:
        texts = []
        for path in sorted(package("django").rglob(f"locale/{folder.name}/LC_MESSAGES/*.po")):
            for match in re.finditer(r'(?ms)^msgstr(?:\[0\])? (".*?"(?:\n".*?")*)\n', path.read_text()):
                text = "".join(ast.literal_eval(part) for part in match.group(1).split("\n"))
                if len(text) > 12 and "Project-Id" not in text:
                    texts.append(text)
        yield folder.name, "\n".join(texts)


def sources() -> Iterator[tuple[int, int, str]]:
    """How many messages of a text, and the longest."""
    site = package("django").parent
    descriptions = sorted(site.glob("*.dist-info/METADATA"))[0::2]
    prose = "\n".join(path.read_text(errors="replace").split("\n\n", 1)[-1] for path in descriptions)
    python = joined(package("django").rglob("*.py"), 500)
    science = joined(package("scipy").rglob("*.py"), 250) + joined(package("nltk").rglob("*.py"), 120)
    headers = joined(Path("/usr/include").glob("[a-m]*.h"))
    docstrings = "\n".join(re.findall(r'(?s)"""(.*?)"""', science + python))
    yield 900, 4000, prose
    yield 400, 4000, python
    yield 300, 4000, science
    yield 300, 4000, docstrings
    yield 250, 3000, headers
    yield 300, 3000, services()
    for pattern in ("*.js", "*.css", "*.html"):
        yield 120, 2500, joined(path for path in package("django").rglob(pattern) if ".min." not in path.name)
    lines = python.split("\n")[:40_000]
    numbered = "\n".join(f"{number % 300 + 1:6}\u2192{line}" for number, line in enumerate(lines))
    yield 300, 4000, numbered
    names = list(dict.fromkeys(re.findall(r"[A-Za-z_][A-Za-z0-9_]{2,}", science + python)))
    random.Random(1).shuffle(names)
    for mark, between in (("", ", "), (":", ", "), ("", "\n"), ("'", "', ")):
        yield 50, 3000, between.join(mark + name for name in names[:20_000])
    yield 150, 3000, output("git", "log", "-p", "-n", "60", where=ROOT)
    yield 100, 3000, output("git", "log", "--stat", "-n", "200", where=ROOT)
    yield 100, 3000, output("grep", "-rn", "def ", str(package("django")), where=ROOT)
    yield 100, 3000, output("grep", "-rn", "return", "django", where=site)
    yield 100, 3000, output("ls", "-laR", "django", where=site)
    for name in ("scipy", "nltk", "botocore", "django", "sklearn"):
        yield 50, 2000, output("find", str(site / name), "-name", "*.py", where=site)
        yield 30, 2000, output("grep", "-rlE", "import|class", name, where=site)
    for _, text in translations():
        yield 30, 1200, text


def services() -> str:
    """What botocore says of Amazon's services, as indented JSON."""
    paths = sorted((package("botocore") / "data").glob("[a-c]*/*/service-2.json.gz"))[:12]
    return "\n".join(json.dumps(json.loads(gzip.decompress(path.read_bytes())), indent=1)[:300_000] for path in paths)


def messages() -> list[str]:
    draw = random.Random(3)
    return [message for count, longest, text in sources() for message in cut(text, draw, count, longest)]


def fitted(rows: numpy.ndarray, exact: list[int]) -> list[int]:
    """Hundredths of a token for each feature."""
    right = numpy.array(exact, float)
    used = rows.sum(axis=0) > 0
    low = numpy.array([-100.0 if CORRECTIONS.search(name) else 0.0 for name in NAMES])[used]
    # A weak pull to nothing, for what hardly any text holds.
    pull = numpy.eye(int(used.sum())) * 0.002
    # Errors are relative to the estimate: relative to what is right, an estimate that is too low would be the better one.
    scale = right
    for _ in range(4):
        found = lsq_linear(
            numpy.vstack([rows[:, used] / scale[:, None], pull]),
            numpy.concatenate([100 * right / scale, numpy.zeros(len(pull))]),
            (low, 600.0),
        ).x
        scale = numpy.maximum(rows[:, used] @ found / 100, 1)
    costs = numpy.zeros(len(NAMES))
    costs[used] = found
    return [round(cost) for cost in costs]


def main() -> None:
    argparse.ArgumentParser(prog="token_fit.py", description=__doc__).parse_args()
    texts = messages()
    rows = numpy.array([features(text) for text in texts], float)
    records = [json.dumps(text) for text in texts]
    columns = {"deepseek": costs("deepseek")}
    for name, options in vocabularies().items():
        exact = counted(options, records)
        columns[name] = fitted(rows, exact)
        error = numpy.abs(rows @ numpy.array(columns[name]) / numpy.array(exact) / 100 - 1)
        print(f"{name}: {len(texts)} messages, mean {100 * error.mean():.2f} %, p95 {100 * numpy.quantile(error, 0.95):.2f} %")
    table = "".join(
        f"    [{', '.join(str(columns[column][place]) for column in COUNTERS)}],  // {name}\n"
        for place, name in enumerate(NAMES)
    )
    COSTS.write_text(HEAD + table + "  ]\n}\n")


if __name__ == "__main__":
    main()
