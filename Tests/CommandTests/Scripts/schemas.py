"""validate -s beside other people's validators: on schemas and values that a generator draws, and on real transcripts.

    SEALWAX_PAIRS=10000 python3 -m unittest schemas      as many pairs of a schema and a value for each peer
"""

import collections
import importlib
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import unittest

from support import Case

PAIRS = int(os.environ.get("SEALWAX_PAIRS", "600"))
VALUES_OF_A_SCHEMA = 10
DRAFTS = {
    "4": "http://json-schema.org/draft-04/schema#",
    "6": "http://json-schema.org/draft-06/schema#",
    "7": "http://json-schema.org/draft-07/schema#",
    "2019-09": "https://json-schema.org/draft/2019-09/schema",
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
}
NAMES = ["a", "b", "c", "role", "type", "xa", "é", "x-1"]
STRINGS = ["", "a", "b", "ab", "abc", "é", "日本語", "🙂", "x-1", "user", "tool", "A\nB", "a/b~c", "12"]
NUMBERS = [0, 1, 2, 3, 10, -1, -3, 100, 0.5, 1.5, 2.5, -0.25, 1e3, 12345678901]
PATTERNS = ["^a", "b$", "^[a-c]+$", "^x-", "[0-9]", "^.{2}$", "a|b", "^$", "é"]
TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]


class Generator:
    """Draws schemas that mean something, and values that come near to fitting them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.draft = self.random.choice(list(DRAFTS))
        self.order = list(DRAFTS).index(self.draft)

    def chance(self, share):
        return self.random.random() < share

    def value(self, depth=0):
        kind = self.random.choice(TYPES if depth < 3 else TYPES[:5])
        if kind == "null":
            return None
        if kind == "boolean":
            return self.chance(0.5)
        if kind in ("integer", "number"):
            return self.random.choice(NUMBERS)
        if kind == "string":
            return self.random.choice(STRINGS)
        if kind == "array":
            return [self.value(depth + 1) for _ in range(self.random.randrange(4))]
        return {self.random.choice(NAMES): self.value(depth + 1) for _ in range(self.random.randrange(4))}

    def schema(self, depth=0):
        if self.order > 0 and self.chance(0.06):
            return self.chance(0.7)
        schema = {}
        keywords = self.keywords(depth)
        for _ in range(self.random.choice([1, 1, 2, 2, 3, 4] if depth else [2, 3, 4, 5])):
            name = self.random.choice(keywords)
            getattr(self, "add_" + name.replace("$", ""))(schema, depth)
        return schema

    def keywords(self, depth):
        names = [
            "type", "type", "enum", "numbers", "numbers", "lengths", "pattern", "counts", "uniqueItems", "required", "properties",
            "multipleOf",
        ]
        if self.order > 0:
            names += ["const"]
        if self.order > 2:
            names += ["dependentRequired"]
        if depth < 3:
            names += ["properties", "properties", "items", "items", "allOf", "anyOf", "oneOf", "not", "patternProperties", "additionalProperties", "reference"]
            if self.order > 0:
                names += ["contains", "propertyNames"]
            if self.order > 1:
                names += ["if"]
            if self.order > 2:
                names += ["dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "unevaluatedProperties"]
            else:
                names += ["dependencies"]
            if self.order > 3:
                names += ["prefixItems"]
        return names

    def some(self, depth, most=3):
        return [self.schema(depth + 1) for _ in range(self.random.randrange(1, most + 1))]

    def names(self):
        return self.random.sample(NAMES, self.random.randrange(1, 4))

    def add_type(self, schema, depth):
        schema["type"] = self.random.choice(TYPES) if self.chance(0.7) else self.random.sample(TYPES, 2)

    def add_enum(self, schema, depth):
        values = {json.dumps(value, sort_keys=True): value for value in (self.value(1) for _ in range(4))}
        # Equal numbers in two spellings would not be unique.
        schema["enum"] = [value for value in values.values() if not isinstance(value, float)] or ["a"]

    def add_const(self, schema, depth):
        schema["const"] = self.value(1)

    def add_numbers(self, schema, depth):
        bound = self.random.choice(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
        number = self.random.choice(NUMBERS)
        if self.order == 0 and bound.startswith("exclusive"):
            schema[bound] = True
            bound = bound[9:].lower()
        schema[bound] = number

    def add_multipleOf(self, schema, depth):
        schema["multipleOf"] = self.random.choice([1, 2, 3, 0.5, 0.25, 10])

    def add_lengths(self, schema, depth):
        schema[self.random.choice(["minLength", "maxLength"])] = self.random.randrange(4)

    def add_pattern(self, schema, depth):
        schema["pattern"] = self.random.choice(PATTERNS)

    def add_counts(self, schema, depth):
        keyword = self.random.choice(["minItems", "maxItems", "minProperties", "maxProperties"])
        schema[keyword] = self.random.randrange(4)

    def add_uniqueItems(self, schema, depth):
        schema["uniqueItems"] = self.chance(0.9)

    def add_required(self, schema, depth):
        schema["required"] = self.names()

    def add_properties(self, schema, depth):
        schema["properties"] = {name: self.schema(depth + 1) for name in self.names()}

    def add_patternProperties(self, schema, depth):
        schema["patternProperties"] = {self.random.choice(PATTERNS): self.schema(depth + 1)}

    def add_additionalProperties(self, schema, depth):
        schema["additionalProperties"] = self.chance(0.5) if self.chance(0.5) else self.schema(depth + 1)

    def add_propertyNames(self, schema, depth):
        schema["propertyNames"] = self.schema(depth + 1)

    def add_items(self, schema, depth):
        if self.order < 4 and self.chance(0.4):
            schema["items"] = self.some(depth)
            if self.chance(0.5):
                schema["additionalItems"] = self.schema(depth + 1) if self.chance(0.5) else self.chance(0.5)
        else:
            schema["items"] = self.schema(depth + 1)

    def add_prefixItems(self, schema, depth):
        schema["prefixItems"] = self.some(depth)

    def add_contains(self, schema, depth):
        schema["contains"] = self.schema(depth + 1)
        if self.order > 2 and self.chance(0.5):
            schema["minContains"] = self.random.randrange(3)
        if self.order > 2 and self.chance(0.3):
            schema["maxContains"] = self.random.randrange(1, 4)

    def add_allOf(self, schema, depth):
        schema["allOf"] = self.some(depth)

    def add_anyOf(self, schema, depth):
        schema["anyOf"] = self.some(depth)

    def add_oneOf(self, schema, depth):
        schema["oneOf"] = self.some(depth)

    def add_not(self, schema, depth):
        schema["not"] = self.schema(depth + 1)

    def add_if(self, schema, depth):
        schema["if"] = self.schema(depth + 1)
        for branch in ["then", "else"]:
            if self.chance(0.7):
                schema[branch] = self.schema(depth + 1)

    def add_dependencies(self, schema, depth):
        schema["dependencies"] = {name: self.names() if self.chance(0.5) else self.schema(depth + 1) for name in self.names()}

    def add_dependentRequired(self, schema, depth):
        schema["dependentRequired"] = {name: self.names() for name in self.names()}

    def add_dependentSchemas(self, schema, depth):
        schema["dependentSchemas"] = {name: self.schema(depth + 1) for name in self.names()}

    def add_unevaluatedProperties(self, schema, depth):
        schema["unevaluatedProperties"] = False if self.chance(0.7) else self.schema(depth + 1)

    def add_unevaluatedItems(self, schema, depth):
        schema["unevaluatedItems"] = False if self.chance(0.7) else self.schema(depth + 1)

    def add_reference(self, schema, depth):
        # One level down at least, so that nothing leads back to itself for the same value.
        schema.setdefault("properties", {})[self.random.choice(NAMES)] = {"$ref": self.random.choice(["#", "#/definitions/d"])}

    def whole(self):
        schema = self.schema()
        if not isinstance(schema, dict):
            schema = {"not": {"not": {}}}
        schema["definitions"] = {"d": self.schema(2)}
        return {"$schema": DRAFTS[self.draft], **schema}

    def fitting(self, schema, depth=0):
        """A value that a schema may take: its parts are looked at, one after the other and without thought."""
        if not isinstance(schema, dict) or depth > 4 or self.chance(0.15):
            return self.value(depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        for keyword in ["allOf", "anyOf", "oneOf"]:
            if keyword in schema and self.chance(0.5):
                return self.fitting(self.random.choice(schema[keyword]), depth + 1)
        kind = schema.get("type")
        kind = self.random.choice(kind) if isinstance(kind, list) else kind
        if kind == "object" or kind is None and ("properties" in schema or "required" in schema):
            value = {}
            properties = schema.get("properties", {})
            for name in list(properties) + schema.get("required", []):
                if self.chance(0.75):
                    value[name] = self.fitting(properties.get(name), depth + 1)
            return value
        if kind == "array" or kind is None and ("items" in schema or "prefixItems" in schema):
            items = schema.get("items")
            listed = schema.get("prefixItems", items if isinstance(items, list) else [])
            value = [self.fitting(item, depth + 1) for item in listed]
            rest = items if isinstance(items, dict) else schema.get("additionalItems")
            return value + [self.fitting(rest, depth + 1) for _ in range(self.random.randrange(3))]
        while kind is not None:
            value = self.value(depth)
            if (value is None, isinstance(value, bool), isinstance(value, str)) == (kind == "null", kind == "boolean", kind == "string"):
                return value
            if self.chance(0.1):
                break
        return self.value(depth)


class Pairs:
    """Schemas and their values, written where the tools can read them, with what validate says."""

    def __init__(self, case, count, seed):
        self.schemas = []
        for number in range(count // VALUES_OF_A_SCHEMA):
            generator = Generator(f"{seed}-{number}")
            schema = generator.whole()
            values = [generator.fitting(schema) for _ in range(VALUES_OF_A_SCHEMA)]
            case.write("schema.json", json.dumps(schema))
            case.write("values.jsonl", "".join(json.dumps(value) + "\n" for value in values))
            self.schemas.append((generator.draft, schema, values, self.verdicts(case, len(values))))

    @staticmethod
    def verdicts(case, count):
        outcome = case.bash("validate --schema schema.json --max-errors 0 --format json values.jsonl")
        case.assertIn(outcome.status, (0, 1), f"{outcome} for {(case.folder / 'schema.json').read_text()}")
        faults = {json.loads(line)["line"] for line in outcome.err.splitlines()}
        return [number + 1 not in faults for number in range(count)]


class DifferenceTests(Case):
    """Each peer gets the same pairs; where one thinks otherwise, its reason stands here, with what the specification says."""

    def compare(self, verdict, is_explained=lambda draft, schema, value, ours: False):
        pairs = Pairs(self, PAIRS, "pairs")
        differences, count = [], collections.Counter()
        for draft, schema, values, ours in pairs.schemas:
            for value, own, other in zip(values, ours, verdict(schema, values), strict=True):
                count[own] += 1
                if own != other and not is_explained(draft, schema, value, own):
                    differences.append((schema, value, own))
        print(f"{sum(count.values())} pairs, {count[True]} valid, {len(differences)} differences", file=sys.stderr)
        self.assertGreater(min(count.values()), PAIRS // 10, "the pairs say little")
        for schema, value, own in differences[:3]:
            print(json.dumps(schema), json.dumps(value), "ours:", own, file=sys.stderr)
        self.assertEqual(len(differences), 0)

    def module(self, name):
        try:
            return importlib.import_module(name)
        except ImportError:
            self.skipTest(f"there is no {name} for Python")

    def test_no_difference_from_jsonschema_rs(self):
        module = self.module("jsonschema_rs")

        def verdict(schema, values):
            validator = module.validator_for(schema)
            return [validator.is_valid(value) for value in values]

        self.compare(verdict)

    def test_no_difference_from_python_jsonschema(self):
        module = self.module("jsonschema")

        def verdict(schema, values):
            validator = module.validators.validator_for(schema)(schema)
            return [validator.is_valid(value) for value in values]

        self.compare(verdict)

    def test_no_difference_from_sourcemeta(self):
        program = sourcemeta()
        if not program:
            self.skipTest("there is no sourcemeta-jsonschema for Python")

        def verdict(schema, values):
            self.write("schema.json", json.dumps(schema))
            self.write("values.jsonl", "".join(json.dumps(value) + "\n" for value in values))
            done = subprocess.run(
                [program, "validate", "schema.json", "values.jsonl", "--fast", "--continue"], capture_output=True, text=True, timeout=60)
            self.assertIn(done.returncode, (0, 2), f"{done} for {schema}")
            faults = {int(number) for number in re.findall(r"^fail: .*\(entry #(\d+)\)$", done.stdout + done.stderr, re.MULTILINE)}
            return [number + 1 not in faults for number in range(len(values))]

        self.compare(verdict)


def sourcemeta():
    """The program in the package from PyPI; nothing else of this name is meant."""
    try:
        package = importlib.import_module("sourcemeta_jsonschema")
    except ImportError:
        return None
    program = pathlib.Path(package.__file__).parent / f"jsonschema-linux-{os.uname().machine.replace('aarch64', 'arm64')}"
    return program if os.access(program, os.X_OK) else None


class TranscriptTests(Case):
    def test_transcripts_are_judged_as_jsonschema_rs_judges_them(self):
        try:
            import jsonschema_rs
        except ImportError:
            self.skipTest("there is no jsonschema_rs for Python")
        folder = self.data("transcripts")
        schema = folder / "claude-code.schema.json"
        validator = jsonschema_rs.validator_for(json.loads(schema.read_text()))
        count = collections.Counter()
        for path in sorted(folder.glob("*.jsonl")):
            lines = path.read_text().split("\n")[:-1]
            outcome = self.bash(f"validate -s '{schema}' --max-errors 0 --format json '{path}'")
            faults = {json.loads(line)["line"] for line in outcome.err.splitlines() if b'"rule":"schema/' in line}
            for number, line in enumerate(lines, 1):
                expected = validator.is_valid(json.loads(line))
                count[expected] += 1
                self.assertEqual(number not in faults, expected, f"{path.name}:{number}")
        print(f"{count[True]} lines valid, {count[False]} not", file=sys.stderr)
        self.assertGreater(count[True], 1000)


if __name__ == "__main__":
    unittest.main()
