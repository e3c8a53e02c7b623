"""Secrets planted in real transcripts, spelled in every way that JSON allows: none may come out, and nothing else may
change.

    SEALWAX_PLANTS=10000 swift test --filter planted
    SEALWAX_PLANTS=10000 SEALWAX_TESTDATA=… PATH=…:$PATH python3 -m unittest planted     prints the tables too
"""

import collections
import functools
import json
import os
import pathlib
import random
import subprocess
import sys
import time

import contexts
import planting
import plants
from spellings import ENCODED, SPELLINGS, spellings
from support import DATA, Case

COUNT = int(os.environ.get("SEALWAX_PLANTS", 1000))
# How many pairs of kind and spelling the table shows with an example; none of the secrets is anybody's.
SHOWN = int(os.environ.get("SEALWAX_SHOWN", 40))
# Of a record: more would make it unlike any real one.
MOST = 8


def redacted(lines, *words):
    done = subprocess.run(["redact", *words], input="".join(line + "\n" for line in lines).encode("utf-8", "surrogatepass"), capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8", "surrogatepass").split("\n")[:-1]


@functools.cache
def transcripts():
    """The records, without what is found in them as they are."""
    paths = sorted(pathlib.Path(DATA, "transcripts").glob("*.jsonl"))
    return redacted([line for path in paths for line in path.read_text().split("\n") if line])[1]


def known(random, number):
    """A secret of a known shape, and how it is spelled."""
    secret = plants.planted(random, number)
    forms = spellings(secret)
    turn, kind = divmod(number, len(plants.MAKERS))
    name = list(forms)[(turn + kind) % len(forms)]
    return secret, name, forms[name]


# Of no shape at all, with what JSON, percent escapes and Base64 write otherwise.
VALUES = ["zebra crossing 17", "Möwe überall 9", "quote\"back\\slash/8", "blaukraut", "905511223344", "a+b=c?d&e", "日本語の秘密です"]


def given(random, number):
    """A value that the user has named."""
    value = VALUES[number % len(VALUES)]
    name = list(SPELLINGS)[number // len(VALUES) % len(SPELLINGS)]
    return plants.Secret(f"given value {value!r}", value, value), name, SPELLINGS[name]


class Run:
    """One planting: the records as they were written, and as redact left them."""

    def __init__(self, draw, count, *words):
        random.seed(20)
        self.spelling = {}
        records = [planting.Record(line) for line in transcripts()]
        places = {place: [record for record in records if record.takes(place)] for place in ["string", "member", "block"]}
        waiting = []
        for number in range(count):
            secret, name, form = draw(random, number)
            self.spelling[id(secret)] = name
            waiting.append((secret, form(random, secret)))
        for secret, spelled in waiting:
            # A few records with many plants in a short run, all records in a long one.
            choice = places[spelled.place][:max(20, count // MOST)]
            random.choice(choice).plant(secret, spelled)
        self.records = [record for record in records if record.secrets]
        self.written = [record.written() for record in self.records]
        start = time.monotonic()
        self.status, self.lines = redacted([line for line, _ in self.written], *words)
        self.seconds = time.monotonic() - start

    @functools.cached_property
    def leaked(self):
        """Secrets, each with its spelling and what was written of its record."""
        return [(secret, self.spelling[id(secret)]) for record, line in zip(self.records, self.lines, strict=True)
                for secret in planting.leaks(line, record.secrets)]

    def table(self):
        """Leaks by kind and by spelling, with what was planted."""
        secrets = [secret for record in self.records for secret in record.secrets]
        rows = []
        for title, name in [("kind", lambda secret: secret.kind), ("spelling", lambda secret: self.spelling[id(secret)])]:
            planted = collections.Counter(map(name, secrets))
            leaked = collections.Counter(name(secret) for secret, _ in self.leaked)
            rows += [f"{title:42} planted leaked"] + [f"{key:42} {planted[key]:7} {leaked[key]:6}" for key in planted]
        pairs = collections.Counter((secret.kind, spelling) for secret, spelling in self.leaked)
        example = {(secret.kind, spelling): secret.text for secret, spelling in self.leaked}
        rows += [f"  {count:4} × {kind}: {spelling}: {example[kind, spelling]!r:.160}" for (kind, spelling), count in pairs.most_common(SHOWN)]
        return "\n".join(rows)


@functools.cache
def run(draw, count, *words):
    return Run(draw, count, *words)


class Planted(Case):
    def setUp(self):
        super().setUp()
        self.data("transcripts")

    @staticmethod
    def known():
        return run(known, COUNT)

    def share(self, draw, title):
        """Prints what leaked; returns the share of it in per cent."""
        done = run(draw, COUNT)
        print(f"{title}: {len(done.leaked)} of {COUNT} leaked\n{done.table()}", file=sys.stderr)
        return 100 * len(done.leaked) / COUNT

    def leaked(self, is_encoded):
        """How many secrets of known shapes leaked, by spelling; of those that are encoded once more, or of the others."""
        leaked = collections.Counter(spelling for _, spelling in self.known().leaked)
        return {spelling: count for spelling, count in leaked.items() if spelling.startswith(ENCODED) == is_encoded}

    def test_no_secret_of_a_known_shape_leaks(self):
        self.share(known, "known shapes")
        self.assertEqual(self.leaked(is_encoded=False), {})

    def test_no_secret_of_a_known_shape_leaks_out_of_an_encoded_run(self):
        self.assertEqual(self.leaked(is_encoded=True), {})

    def test_of_secrets_behind_a_name_1_in_100_leaks_at_most(self):
        self.assertLessEqual(self.share(contexts.assigned, "behind a name"), 1)

    def test_of_secrets_in_sentences_60_in_100_leak_at_most(self):
        self.assertLessEqual(self.share(contexts.said, "in sentences"), 60)

    def test_no_value_that_the_user_names_leaks(self):
        self.needs("redact --known")
        self.write("values", "".join(value + "\n" for value in VALUES))
        done = run(given, COUNT, "--known", str(self.folder / "values"))
        print(done.table(), file=sys.stderr)
        self.assertEqual(done.status, 0)
        self.assertEqual(len(done.leaked), 0)

    def test_no_kind_of_replacement_lets_a_secret_through(self):
        self.write("key", "0123456789abcdef0123456789abcdef\n")
        for kind in ["mask", "pseudonym", "hash", "shape", "remove", "drop"]:
            words = ["--replace", kind] + (["--pseudonym-key", str(self.folder / "key")] if kind in ("pseudonym", "hash") else [])
            # A kind that is not there yet is a usage error.
            if self.bash(" ".join(["redact", *words]), b"{}\n").status == 0:
                with self.subTest(kind):
                    done = run(known, COUNT // 4, *words)
                    leaked = [spelling for _, spelling in done.leaked if not spelling.startswith(ENCODED)] if kind != "drop" else []
                    # What leaks of these leaks with labels too, which another test tells.
                    plain = [spelling for _, spelling in run(known, COUNT // 4).leaked if not spelling.startswith(ENCODED)]
                    self.assertLessEqual(len(leaked), len(plain), collections.Counter(leaked))

    def test_what_is_not_planted_stays_as_it_was(self):
        done = self.known()
        self.assertEqual(done.status, 0)
        self.assertEqual(len(done.lines), len(done.written))
        for (written, parts), line in zip(done.written, done.lines, strict=True):
            with self.subTest():
                json.loads(line)
                self.assertTrue(planting.keeps(line, parts), f"{written[:2000]}\n{line[:2000]}")

    def test_ids_still_link(self):
        done = self.known()
        for (written, _), line in zip(done.written, done.lines, strict=True):
            self.assertEqual(list(planting.links(json.loads(line))), list(planting.links(json.loads(written))))

    def test_records_that_fit_their_schema_still_do(self):
        try:
            import jsonschema_rs
        except ImportError:
            self.skipTest("there is no jsonschema-rs package for Python")
        schema = json.loads((self.data("transcripts") / "claude-code.schema.json").read_text())
        validator = jsonschema_rs.validator_for(schema)
        # A schema knows no lone surrogate, and the package no text that holds one.
        def fits(line):
            return validator.is_valid(json.loads(line.encode("utf-8", "replace").decode().replace("\\ud800", "").replace("\\uDC00", "")))

        done = self.known()
        fitting = [(written, line) for (written, _), line in zip(done.written, done.lines, strict=True) if fits(written)]
        print(f"{len(fitting)} of {len(done.written)} planted records fit the schema", file=sys.stderr)
        self.assertGreater(len(fitting), len(done.written) // 2)
        self.assertEqual([line[:200] for _, line in fitting if not fits(line)], [])

    def test_transcripts_as_they_are_keep_their_ids_and_their_schema(self):
        for path in sorted(self.data("transcripts").glob("*.jsonl")):
            lines = [line for line in path.read_text().split("\n") if line]
            status, out = redacted(lines)
            self.assertEqual((status, len(out)), (0, len(lines)), path.name)
            for before, after in zip(lines, out, strict=True):
                self.assertEqual(list(planting.links(json.loads(after))), list(planting.links(json.loads(before))), path.name)
