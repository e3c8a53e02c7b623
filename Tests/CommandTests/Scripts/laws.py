"""What holds of redact for every record and every choice of its options: redacting twice is redacting once, no byte
outside a finding changes, what comes out is valid, and `--check` finds nothing in it.

    python3 -m unittest laws      SEALWAX_DRAWS=500 draws more often, SEALWAX_SEED=7 draws others
"""

import functools
import json
import os
import pathlib
import random
import re
import subprocess
import sys

from support import Case

DRAWS = int(os.environ.get("SEALWAX_DRAWS", 30))
SEED = int(os.environ.get("SEALWAX_SEED", 1))
# Records of one draw.
SIZE = 400
ROOT = pathlib.Path(__file__).resolve().parents[3]

RULES = (
    '{"id":"own-ticket","category":"secret","description":"a ticket","keywords":["TICKET-"],"pattern":"\\\\bTICKET-[0-9]{3,}\\\\b",'
    '"label":"TICKET","positives":["TICKET-1234"],"negatives":["TICKET-"]}\n'
    '{"id":"own-name","category":"pii","description":"by name","names":["nickname"],"label":"NICK","positives":[],"negatives":[]}\n')
FILES = {"rules": RULES, "known": "correct horse battery\nplain-text-secret\n", "key": "0123456789abcdef0123456789abcdef\n", "allow": "ada@example.org\n"}

# Each option with values to draw from. An option that the tool does not have yet is not drawn, and named.
OPTIONS = {
    "--replace": ["label", "mask", "pseudonym --pseudonym-key key", "hash --pseudonym-key key", "shape", "remove", "drop"],
    "--category": ["secret", "pii", "secret,pii,network", "secret,pii,national,network,path,location"],
    "--disable": ["email", "jwt", "payment-card", "named-password"],
    "--enable": ["ipv4", "url", "uk-nhs", "home-directory"],
    "--only": ["/text", "/**/content", "/message/*", "/0"],
    "--skip": ["/text", "/**/input", "/message/content/*/text", "/**/0"],
    "--rules": ["rules"],
    "--no-default-rules": ["--rules rules"],
    "--on-invalid": ["withhold", "drop", "text", "quarantine=kept"],
    "--threads": ["1", "2", "5"],
    "--known": ["known"],
    "--known-env": ["'SEALWAX_KNOWN*'"],
    "--keep": ["2 --replace mask", "4 --replace mask"],
    "--allow": ["allow"],
    "--drop-if": ["/type=progress", "/role=tool"],
    "--where": ["/type=user", "/role=assistant"],
    "--max-line-bytes": ["1M"],
    "--text": [""],
}
# In these, records do not leave, or leave changed where nothing is found.
DROPPING = re.compile("--replace drop|--drop-if|--on-invalid drop")
REMOVING = re.compile("--replace remove")
# What stands in the place of a finding, but for those replacements that have no form of their own.
FREE = re.compile("--replace shape")
REPLACED = re.compile(rb'"?(?:\[[A-Z0-9_]+(?::[0-9a-f]+)?\]|\*+[^*"]{0,8})"?')


@functools.cache
def records(data):
    """Every JSON text that is here, each as one line."""
    found = set()
    folders = [pathlib.Path(data)] if data else []
    paths = [path for folder in [*folders, ROOT / "Tests", ROOT / "examples"] for path in folder.rglob("*") if path.is_file()]
    for path in paths:
        name, content = path.name, path.read_bytes()
        if name.startswith(("n_", "i_")) or path.suffix not in {".json", ".jsonl", ".txt", ""}:
            continue
        if path.suffix == ".json" or name.startswith("y_"):
            found.add(content.replace(b"\r", b" ").replace(b"\n", b" "))
        # One long text by itself, and what is in it.
        found.update(line for line in content.split(b"\n") if line.strip() and line.strip()[:1] in b"{[\"")
    return sorted(line for line in found if is_json(line))


def is_json(line):
    try:
        json.loads(line.decode(), parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError, RecursionError):
        return False
    return True


@functools.cache
def redactor_help():
    return subprocess.run(["redact", "--help"], capture_output=True, text=True, check=True).stdout


def has(option):
    return re.search(rf"(?m)^ +(-\w, )?{option}[ =[]", redactor_help()) is not None


def drawn():
    """Options, as they are written in a shell."""
    there = [option for option in OPTIONS if has(option)]
    chosen = random.sample(there, random.choice([0, 1, 1, 2, 2, 3, 4]))
    words = []
    for option in chosen:
        value = random.choice(OPTIONS[option])
        if not all(has(word) for word in re.findall(r"--[a-z-]+", value)):
            continue
        words.append(f"{option} {value}".strip())
    # What needs another option brings it along; two that say the same word would be a usage error.
    line = " ".join(words)
    kinds = re.findall("--replace [a-z]+", line)
    return line if len(kinds) < 2 else drawn()


class Laws(Case):
    def setUp(self):
        super().setUp()
        random.seed(SEED)
        for name, content in FILES.items():
            self.write(name, content)
        os.environ["SEALWAX_KNOWN_ONE"] = "plain-text-secret"

    def samples(self, count=SIZE):
        lines = records(os.environ.get("SEALWAX_TESTDATA"))
        short = [line for line in lines if len(line) < 3000]
        return random.sample(short, min(count, len(short))) + random.sample(lines, 5)

    def redact(self, options, lines, statuses=(0,)):
        outcome = self.bash(f"redact {options}", b"".join(line + b"\n" for line in lines))
        self.assertIn(outcome.status, statuses, f"redact {options}: {outcome.err[:300]!r}")
        return outcome.out.split(b"\n")[:-1]

    def each_draw(self):
        """Options that can be used together, with records."""
        for _ in range(DRAWS):
            options = drawn()
            probe = self.bash(f"redact {options}", b"{}\n")
            # Options that exclude each other are a usage error, which is as it should be.
            if probe.status == 0:
                with self.subTest(options):
                    yield options, self.samples()

    def test_redacting_twice_is_redacting_once(self):
        for options, lines in self.each_draw():
            once = self.redact(options, lines)
            self.assertEqual(self.redact(options, once), once, options)

    def test_what_comes_out_is_valid_and_as_many_lines(self):
        for options, lines in self.each_draw():
            out = self.redact(options, lines)
            if not DROPPING.search(options):
                self.assertEqual(len(out), len(lines), options)
            if "--text" not in options:
                self.assertEqual([line for line in out if not is_json(line)], [], options)

    def test_check_finds_nothing_in_what_came_out(self):
        for options, lines in self.each_draw():
            out = self.redact(options, lines)
            # Where a label itself is what a rule of the user looks for, --check would be right to find it; none here does.
            outcome = self.bash(f"redact --check {options}", b"".join(line + b"\n" for line in out))
            self.assertEqual((outcome.status, outcome.err), (0, b""), options)

    def test_no_byte_outside_a_finding_changes(self):
        for options, lines in self.each_draw():
            if DROPPING.search(options) or REMOVING.search(options):
                continue
            out = self.redact(f"--report report {options}", lines)
            columns, is_free = {}, FREE.search(options) is not None
            for line in (self.folder / "report").read_text().splitlines():
                finding = json.loads(line)
                if "line" in finding and "column" in finding:
                    columns.setdefault(finding["line"], []).append(finding["column"] - 1)
            for number, (before, after) in enumerate(zip(lines, out, strict=True), 1):
                if number not in columns:
                    self.assertEqual(before, after, options)
                else:
                    self.assertTrue(is_spliced(before, after, sorted(columns[number]), is_free), f"{options}\n{before[:3000]!r}\n{after[:3000]!r}\n{columns[number]}")

    def test_no_rule_changes_nothing(self):
        lines = self.samples(5000)
        self.assertEqual(self.redact("--no-default-rules", lines), lines)

    def test_any_number_of_threads_writes_the_same(self):
        lines = self.samples(5000)
        self.assertEqual(self.redact("-j 1", lines), self.redact("-j 4", lines))

    def test_every_record_that_is_here_with_the_defaults(self):
        lines = records(os.environ.get("SEALWAX_TESTDATA"))
        once = self.redact("", lines)
        self.assertEqual(len(once), len(lines))
        self.assertEqual([line[:300] for line in once if not is_json(line)], [])
        self.assertEqual(self.redact("", once), once)
        self.assertEqual(self.bash("redact --check -q", b"".join(line + b"\n" for line in once)).status, 0)
        print(f"{len(lines)} records; not there yet: {[option for option in OPTIONS if not has(option)]}", file=sys.stderr)


def is_spliced(before, after, columns, is_free=False):
    """Whether `after` is `before` with something else at the columns, each from there to before the next one at most."""
    if not after.startswith(before[:columns[0]]):
        return False
    # Where the output may be after each replacement; several ways are followed at once.
    places = {columns[0]}
    for start, end in zip(columns, [*columns[1:], len(before)]):
        part = before[start:end]
        following = set()
        for place in places:
            for match in ends(after, place, len(part) if is_free else 0):
                for kept in range(len(part)):
                    if after[match:match + kept] == part[len(part) - kept:]:
                        following.add(match + kept)
        places = following
    return len(after) in places


def ends(text, place, size):
    """Where a replacement that begins at `place` may end; one of no form of its own has `size` bytes at most."""
    match = REPLACED.match(text, place)
    if match:
        return {match.end(), match.end() - 1, len(match[0].rstrip(b'"')) + place}
    return set(range(place, place + size + 1)) if size else set()
