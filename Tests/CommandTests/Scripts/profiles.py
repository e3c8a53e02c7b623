"""validate -p against rules read off lists: conversations of each shape, broken at random.

SEALWAX_CONVERSATIONS=10000 draws more of them, SEALWAX_SEED another sequence:

    SEALWAX_CONVERSATIONS=10000 python3 -m unittest profiles
"""

import copy
import json
import os
import pathlib
import random
import re
import unittest

from conversations import Draw, mutate, spelled
from profile_oracle import ORACLES
from support import Case

COUNT = int(os.environ.get("SEALWAX_CONVERSATIONS", "640"))
SEED = int(os.environ.get("SEALWAX_SEED", "1"))


class Profiles(Case):
    def told(self, options, names):
        """For each file the set of (line, rule) that the profile's rules give."""
        outcome = self.bash(f"validate --strict --format json --max-errors 0 {options} {' '.join(names)}")
        self.assertIn(outcome.status, [0, 1], str(outcome))
        found = {name: set() for name in names}
        for line in outcome.err.decode().splitlines():
            fault = json.loads(line)
            profile, rule = fault["rule"].split("/")
            if profile != "json":
                found[fault["file"]].add((fault["line"], rule))
        return found

    def draw(self, profile, source):
        records = Draw(source).of(profile)
        broken = copy.deepcopy(records)
        for _ in range(source.choice([0, 1, 1, 1, 2, 3])):
            mutate(source, broken)
        if source.random() < 0.02 and broken:
            broken[source.randrange(len(broken))] = source.choice([[], "s", 1, None, ["role"]])
        return broken

    def test_no_difference_on_broken_conversations(self):
        share = max(COUNT // len(ORACLES), 1)
        for profile, oracle in ORACLES.items():
            source = random.Random(f"{SEED} {profile}")
            broken = set()
            for start in range(0, share, 100):
                drawn = [self.draw(profile, source) for _ in range(min(100, share - start))]
                names = []
                for number, records in enumerate(drawn):
                    names.append(f"{profile}.{number}")
                    self.write(names[-1], "".join(spelled(source, record) + "\n" for record in records))
                found = self.told(f"-p {profile}", names)
                for name, records in zip(names, drawn):
                    wanted = {(index + 1, rule) for index, rule in oracle(records)}
                    broken |= {f"{profile}/{rule}" for _, rule in wanted}
                    if found[name] != wanted:
                        shown = "\n".join(f"{n} {json.dumps(r)}" for n, r in enumerate(records, 1))
                        self.fail(f"{name}\n{shown}\ntoo many {sorted(found[name] - wanted)}\nmissing {sorted(wanted - found[name])}")

            if share >= 1000:
                rules = self.bash_ok(f"validate --list-rules -p {profile} | cut -f 1 | grep ^{profile}/").decode().split()
                self.assertEqual(set(rules) - broken, {f"{profile}/no-message"}, "rules that no drawn conversation breaks")

    def test_conversations_in_one_log_are_kept_apart(self):
        for profile in ["openai", "anthropic", "responses", "langchain", "claude-code"]:
            source = random.Random(f"{SEED} grouped {profile}")
            for _ in range(max(COUNT // 100, 3)):
                conversations = [self.draw(profile, source) for _ in range(3)]
                waiting = [[(number, index, record) for index, record in enumerate(records)]
                           for number, records in enumerate(conversations)]
                lines, wanted, places = [], set(), {}
                while any(waiting):
                    number, index, record = source.choice([w for w in waiting if w]).pop(0)
                    if source.random() < 0.1:
                        lines.append('{"session":"s0","other":[]}')
                    group = source.choice([f'"s{number}"', f'"\\u0073{number}"'])
                    lines.append('{"session":%s,"log":[{"message":%s}]}' % (group, spelled(source, record)))
                    places[number, index] = len(lines)
                for number, records in enumerate(conversations):
                    wanted |= {(places[number, index], rule) for index, rule in ORACLES[profile](records)}
                self.write("log", "\n".join(lines) + "\n")
                found = self.told(f"-p {profile} --at /log/0/message --group-by /session", ["log"])
                self.assertEqual(found["log"], wanted, "\n".join(lines))

    def test_one_thread_and_many_one_block_and_many(self):
        source = random.Random(f"{SEED} threads")
        records = []
        while sum(map(len, records)) < 900_000:
            broken = self.draw("anthropic", source)
            records += [spelled(source, record) for record in broken if isinstance(record, dict)]
        self.write("long", "\n".join(records) + "\n")
        outcomes = {self.bash(f"{feed}validate --max-errors 0 {options}").err for feed, options in [
            ("", "-p anthropic -j 1 - < long"), ("", "-p anthropic -j 4 - < long"), ("", "-j 3 - < long"),
            ("(while IFS= read -r -N 5000 part; do printf %s \"$part\"; done; printf %s \"$part\") < long | ", "-p anthropic -j 2"),
        ]}
        self.assertEqual(len(outcomes), 1)

    def test_what_is_drawn_is_accepted_as_it_is_and_finds_its_profile(self):
        for profile, oracle in ORACLES.items():
            source = random.Random(f"{SEED} valid {profile}")
            for _ in range(max(COUNT // 80, 5)):
                records = Draw(source).of(profile)
                self.assertEqual({rule for _, rule in oracle(records)} - {"few-examples", "alternation", "trailing-blank", "unknown-parent", "system-role"}, set(), records)
                self.write("in", "".join(spelled(source, record) + "\n" for record in records))
                self.bash_ok(f"validate -q -p {profile} in")
                outcome = self.bash("validate -q --stats in")
                found = json.loads(outcome.out)["profile"]
                plain = {"anthropic": ["anthropic", "openai"], "openai": ["openai", "anthropic"]}.get(profile, [profile])
                self.assertIn(found, plain, records)

    def test_the_manual_has_every_rule_and_no_other(self):
        manual = (pathlib.Path(__file__).parents[3] / "man/validate.1").read_text()
        rules = {line.split("\t")[0] for line in self.bash_ok("validate --list-rules").decode().splitlines()}
        told = set(re.findall(r"(?:%s)/[a-z-]+" % "|".join(ORACLES), manual.partition(".Sh RULES")[2].partition(".Sh EXIT")[0]))
        self.assertEqual(told, {rule for rule in rules if rule.partition("/")[0] in ORACLES})

    def test_real_sessions_are_accepted(self):
        folder = self.data("transcripts")
        for path in sorted(folder.glob("*.jsonl")):
            outcome = self.bash(f"validate --stats '{path}'")
            self.assertEqual(outcome.status, 0, str(outcome))
            self.assertIn(b": 0 errors, 0 warnings in ", outcome.err)
            self.assertEqual(json.loads(outcome.out)["profile"], "claude-code")


if __name__ == "__main__":
    unittest.main()
