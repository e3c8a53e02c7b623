"""Schemas and records that are made to hurt: validate -s needs bounded time and memory, or refuses clearly."""

import json
import os
import random
import resource
import subprocess

from support import RELEASE, Case

# Seconds of the processor and MiB; what is not shipped is some ten times as slow.
SECONDS = 10 if RELEASE else 100
MEBIBYTES = 400


class HostileTests(Case):
    def check(self, schema, record, seconds=SECONDS, mebibytes=MEBIBYTES, options=()):
        """Runs validate over one record, a value or its text; returns the status and what it says."""
        self.write("schema.json", schema if isinstance(schema, str) else json.dumps(schema))
        self.write("record.jsonl", (record if isinstance(record, str) else json.dumps(record)) + "\n")
        with open("err", "wb") as err:
            process = subprocess.Popen(["validate", "-s", "schema.json", *options, "record.jsonl"], stderr=err)
            _, state, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(state)
        with open("err", encoding="utf-8") as err:
            said = err.read()
        self.assertIn(process.returncode, (0, 1, 2), said[:300])
        self.assertLess(usage.ru_utime + usage.ru_stime, seconds)
        self.assertLess(usage.ru_maxrss / 1024, mebibytes)
        return process.returncode, said

    def refused(self, schema, words):
        status, said = self.check(schema, {})
        self.assertEqual(status, 2, said)
        self.assertRegex(said, rf"^validate: error: schema\.json:\d+:\d+: .*{words}")

    # Schemas that lead nowhere.

    def test_references_in_a_circle_are_refused_with_their_place(self):
        self.refused({"$ref": "#"}, "leads back to itself")
        self.refused({"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}, "leads back to itself")
        self.refused({"anyOf": [{"type": "string"}, {"not": {"if": {"$ref": "#"}}}]}, "leads back to itself")
        self.refused({"$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "#a"}]}, "leads back to itself")

    def test_a_circle_through_the_value_is_none(self):
        tree = {"properties": {"child": {"$ref": "#"}}, "additionalProperties": False}
        self.assertEqual(self.check(tree, {"child": {"child": {}}})[0], 0)
        self.assertEqual(self.check(tree, {"child": {"child": {"other": 1}}})[0], 1)

    def test_a_schema_ten_thousand_deep_is_refused(self):
        self.refused('{"not":' * 10000 + "{}" + "}" * 10000, "nested more than 1024 deep")

    def test_a_chain_of_a_hundred_thousand_references_is_followed(self):
        schemas = {f"d{number}": {"$ref": f"#/$defs/d{number + 1}"} for number in range(100_000)}
        schemas["d100000"] = {"type": "string"}
        schema = {"$defs": schemas, "$ref": "#/$defs/d0"}
        self.assertEqual(self.check(schema, '"a"')[0], 0)
        self.assertEqual(self.check(schema, 1)[0], 1)

    def test_a_chain_of_a_hundred_thousand_schemas_is_refused_for_the_record(self):
        schemas = {f"d{number}": {"minLength": 1, "$ref": f"#/$defs/d{number + 1}"} for number in range(100_000)}
        schemas["d100000"] = {"type": "string"}
        status, said = self.check({"$defs": schemas, "$ref": "#/$defs/d0"}, '"a"')
        self.assertEqual(status, 1)
        self.assertIn("[schema/limit]", said)

    # Schemas that are wide.

    def test_a_hundred_thousand_branches_are_tried(self):
        for record, status in [({"type": "t99999"}, 0), ({"type": "other"}, 1), (3, 1)]:
            branches = [{"type": "object", "properties": {"type": {"const": f"t{number}"}}} for number in range(100_000)]
            self.assertEqual(self.check({"anyOf": branches}, record)[0], status)
        self.assertEqual(self.check({"oneOf": [{"required": [f"n{number}"]} for number in range(100_000)]}, {"a": 1})[0], 1)

    def test_a_constant_among_a_hundred_thousand_is_found_at_once(self):
        schema = {"items": {"enum": [{"a": number} for number in range(100_000)]}}
        self.assertEqual(self.check(schema, [{"a": number} for number in range(0, 100_000, 7)])[0], 0)

    def test_branches_that_double_with_each_level_cost_no_more_than_their_number(self):
        chain = {f"d{number}": {"anyOf": [{"$ref": f"#/$defs/d{number + 1}", "maxLength": 9}] * 2} for number in range(60)}
        chain["d60"] = {"type": "string"}
        self.assertEqual(self.check({"$defs": chain, "$ref": "#/$defs/d0"}, 1)[0], 1)
        tree = {"anyOf": [{"items": {"$ref": "#"}, "type": "array", "minItems": 1}, {"items": {"$ref": "#"}, "type": "array", "maxItems": 1}, {"const": 1}]}
        self.assertEqual(self.check(tree, "[" * 900 + "2" + "]" * 900)[0], 1)
        self.assertEqual(self.check(tree, "[" * 900 + "1" + "]" * 900)[0], 0)

    def test_branches_that_double_where_marks_are_kept_are_given_up(self):
        chain = {f"d{number}": {"anyOf": [{"$ref": f"#/$defs/d{number + 1}", "minProperties": 1}] * 2} for number in range(60)}
        chain["d60"] = {"properties": {"a": {}}}
        status, said = self.check({"$defs": chain, "$ref": "#/$defs/d0", "unevaluatedProperties": False}, {"a": 1})
        self.assertEqual(status, 1)
        self.assertIn("[schema/limit]", said)

    # Records that are large.

    def test_a_record_ten_thousand_deep_is_a_fault_and_one_as_deep_as_may_be_is_checked(self):
        schema = {"items": {"$ref": "#"}, "type": "array"}
        status, said = self.check(schema, "[" * 10000 + "]" * 10000)
        self.assertEqual((status, "[json/too-deep]" in said), (1, True))
        self.assertEqual(self.check(schema, "[" * 1024 + "]" * 1024)[0], 0)
        self.assertEqual(self.check(schema, "[" * 1023 + "1" + "]" * 1023)[0], 1)
        wordy = {"allOf": [{"anyOf": [{"type": "array", "items": {"$ref": "#"}}]}], "minItems": 0}
        self.assertIn(self.check(wordy, "[" * 1024 + "]" * 1024)[0], (0, 1))

    def test_a_million_elements_are_unique_or_not(self):
        schema = {"uniqueItems": True}
        numbers = list(range(1_000_000))
        self.assertEqual(self.check(schema, numbers)[0], 0)
        status, said = self.check(schema, numbers + [7.0])
        self.assertEqual((status, "two equal elements" in said), (1, True))
        objects = [{"id": number, "of": [number % 3]} for number in range(200_000)]
        self.assertEqual(self.check(schema, objects)[0], 0)
        self.assertEqual(self.check(schema, objects + [{"of": [1], "id": 4}])[0], 1)

    def test_a_million_faults_are_counted_and_a_few_told(self):
        status, said = self.check({"items": {"type": "string"}}, list(range(1_000_000)))
        self.assertEqual(status, 1)
        self.assertEqual(said.count("[schema/type]"), 20)
        self.assertIn("1000000 errors", said)
        schema = {"items": {"anyOf": [{"$ref": f"#/$defs/d{number}"} for number in range(3)]}, "$defs": {f"d{number}": {"type": "string"} for number in range(1000)}}
        status, said = self.check(schema, list(range(100_000)), options=["--max-errors", "0"])
        self.assertEqual((status, said.count("[schema/anyOf]")), (1, 100_000))

    def test_an_object_of_a_million_members_is_checked(self):
        record = {f"n{number}": number for number in range(300_000)}
        schema = {"required": [f"n{number}" for number in range(0, 300_000, 3)], "additionalProperties": {"type": "integer"}, "propertyNames": {"maxLength": 7}}
        self.assertEqual(self.check(schema, record)[0], 0)
        self.assertEqual(self.check({"const": record}, dict(reversed(list(record.items()))))[0], 0)

    # Numbers and patterns.

    def test_numbers_of_any_size_are_compared(self):
        self.assertEqual(self.check({"maximum": 5}, "1e999999999999999999")[0], 1)
        self.assertEqual(self.check({"minimum": -5}, "-" + "9" * 1_000_000)[0], 1)
        self.assertEqual(self.check({"multipleOf": 3}, "9" * 1_000_000)[0], 0)
        self.assertEqual(self.check('{"multipleOf": ' + "7" * 1000 + "}", "7" * 1000 + "0" * 1_000_000)[0], 0)
        self.assertEqual(self.check({"multipleOf": 0.01}, "1e999999999")[0], 0)
        self.refused('{"multipleOf": ' + "7" * 1001 + "}", "digits")
        self.refused('{"multipleOf": 0}', "")

    def test_patterns_that_go_back_and_back_are_given_up_or_end(self):
        for pattern in ["^(a+)+$", "^(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y"]:
            letter = "x" if "x" in pattern else "a"
            status, said = self.check({"pattern": pattern}, f'"{letter * 50_000}!"')
            self.assertEqual(status, 1)
            self.assertRegex(said, r"\[schema/(limit|pattern)\]")

    # Anything at all.

    def test_a_schema_that_was_damaged_is_read_or_refused(self):
        draw = random.Random(6)
        text = json.dumps({
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "http://a/b", "$defs": {"x": {"$anchor": "y", "type": ["string", "null"], "minLength": 1}},
            "properties": {"a": {"$ref": "#y"}, "b": {"enum": [1, "x", None]}}, "required": ["a"], "oneOf": [{"not": {"pattern": "^a"}}], "unevaluatedProperties": False,
        })
        for _ in range(150):
            place, size = draw.randrange(len(text)), draw.randrange(8)
            damaged = text[:place] + draw.choice(["", "0", '"', "{", "}", "[", "null", "-1", "\\"]) + text[place + size:]
            self.check(damaged, {"a": "b"})
