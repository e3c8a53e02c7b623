"""The suite's main job, on real sessions: redact, seal, unseal, and nothing else changed."""

import json
import re

from support import Case

LABEL = re.compile(r"\[[A-Z][A-Z0-9_]*(:[0-9a-f]+)?\]")
LINKS = {"uuid", "parentUuid", "sessionId", "requestId", "tool_use_id", "sourceToolAssistantUUID", "leafUuid"}


def parse(line):
    """Members in order, equal names kept, numbers as they are spelled."""
    return json.loads(line, object_pairs_hook=lambda pairs: ("object", pairs), parse_int=Number, parse_float=Number)


class Number(str):
    pass


def differences(before, after, path=""):
    """Pairs of what differs; where the shapes differ, the whole of both."""
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before[1]) == len(after[1]):
        for (old_name, old), (new_name, new) in zip(before[1], after[1]):
            if old_name != new_name:
                yield path, old_name, new_name
            yield from differences(old, new, f"{path}/{old_name}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after)):
            yield from differences(old, new, f"{path}/{index}")
    elif type(before) is not type(after) or before != after:
        yield path, before, after


def links(value, name=None):
    if isinstance(value, tuple):
        for member, inner in value[1]:
            yield from links(inner, member)
    elif isinstance(value, list):
        for inner in value:
            yield from links(inner, name)
    elif name in LINKS and isinstance(value, str):
        yield name, value


class MainJob(Case):
    def transcripts(self):
        files = sorted(self.data("transcripts").glob("*.jsonl"))
        self.assertGreaterEqual(len(files), 5)
        return files

    def redact(self, file):
        self.bash_ok(f"redact --report report.jsonl < '{file}' > clean.jsonl")
        before = file.read_bytes().split(b"\n")
        after = (self.folder / "clean.jsonl").read_bytes().split(b"\n")
        report = [json.loads(line) for line in (self.folder / "report.jsonl").read_bytes().splitlines()]
        return before, after, report

    def test_what_is_sealed_and_opened_is_what_redact_wrote(self):
        self.bash_ok("seal --new-key key")
        for file in self.transcripts():
            self.bash_ok(f"redact < '{file}' | seal -k key > s && unseal -k key s | cmp - <(redact < '{file}')")

    def test_every_line_in_is_a_line_out(self):
        for file in self.transcripts():
            before, after, _ = self.redact(file)
            self.assertEqual(len(after), len(before) + (before[-1] != b""))

    def test_what_was_valid_is_valid_afterwards(self):
        self.needs("validate --profile")
        for file in self.transcripts():
            self.bash_ok(f"validate '{file}'")
            self.bash_ok(f"redact < '{file}' | validate -p claude-code")

    def test_what_fits_its_schema_fits_it_afterwards(self):
        self.needs("validate --schema")
        schema = self.data("transcripts/claude-code.schema.json")
        for file in self.transcripts():
            before = self.bash(f"validate -q -s '{schema}' '{file}'")
            self.assertIn(before.status, (0, 1), str(before))
            after = self.bash(f"redact < '{file}' | validate -q -s '{schema}'")
            self.assertEqual(after.status, before.status, str(after))

    def test_a_line_without_a_finding_is_the_same_to_the_byte(self):
        for file in self.transcripts():
            before, after, report = self.redact(file)
            found = {entry["line"] for entry in report if "line" in entry}
            changed = {number for number, (old, new) in enumerate(zip(before, after), 1) if old != new}
            self.assertEqual(changed, found)

    def test_in_a_line_with_findings_only_what_was_found_differs(self):
        for file in self.transcripts():
            before, after, _ = self.redact(file)
            for number, (old, new) in enumerate(zip(before, after), 1):
                if old == new:
                    continue
                for path, was, now in differences(parse(old), parse(new)):
                    self.assertIsInstance(now, str, f"line {number} {path}")
                    # The value itself stays out of the message: it may be a secret.
                    self.assertRegex(now, LABEL, f"line {number} {path} differs without a label")

    def test_the_ids_that_link_records_are_kept(self):
        for file in self.transcripts():
            before, after, _ = self.redact(file)
            for old, new in zip(before, after):
                if old.strip():
                    self.assertEqual(list(links(parse(old))), list(links(parse(new))))

    def test_redacting_twice_is_redacting_once_and_check_agrees(self):
        for file in self.transcripts():
            self.bash_ok(f"redact < '{file}' > once && redact < once | cmp - once && redact --check once")

    def test_one_thread_and_four_write_the_same(self):
        self.needs("redact --threads")
        for file in self.transcripts():
            self.bash_ok(f"cmp <(redact -j 1 < '{file}') <(redact -j 4 < '{file}')")

    def test_any_split_of_the_input_writes_the_same(self):
        file = self.data("transcripts/claude-code-short.jsonl")
        self.bash_ok(f"dd if='{file}' bs=1 status=none | redact | cmp - <(redact < '{file}')")
        self.bash_ok("seal --new-key key")
        self.bash_ok(f"dd if='{file}' bs=7 status=none | seal -k key | dd bs=13 status=none | unseal -k key | cmp - '{file}'")
