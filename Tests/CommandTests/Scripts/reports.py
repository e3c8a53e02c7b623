"""What redact and validate tell: no form of it holds a value, and each is what its readers expect."""

import json
import re
import unittest

from support import Case

# Each is found by a rule, or stands in a line that cannot be checked.
CANARIES = ["canary0@corp.internal", "ghp_4fKq7mZx2Rt9Wb1Yc6Vn3Hd8Ls5Jp0Qa2Zk8", "C4nary!hunter-7731", "4539148803436467"]

RECORDS = [
    '{"é":"%s","n":4539148803436467}' % CANARIES[0],
    '{"m":["{\\"password\\":\\"%s\\"}"],"t":"\\u0063anary0@corp.internal"}' % CANARIES[2],
    '{"%s":1,"token":"x %s y"}' % (CANARIES[0], CANARIES[1]),
    '{"a":"canary-torn %s' % CANARIES[0],
]

FORMS = ["gcc", "json", "sarif", "github"]

COMMANDS = (
    ["redact --check --format %s in" % form for form in FORMS]
    + ["redact --check --text --format %s in" % form for form in FORMS]
    + ["redact --format %s --report report in > records" % form for form in FORMS]
    + ["redact --check --format %s --report report in" % form for form in FORMS]
    + ["validate --format %s in" % form for form in FORMS]
    + ["validate --format %s --report report in" % form for form in FORMS]
    + ["validate --salvage --format %s in > records" % form for form in FORMS]
    + ["redact --explain %s in" % more for more in ["", "--format json", "--text", "--replace mask", "--replace drop"]]
    + ["redact --report report in > records", "redact --check --on-invalid fail --format sarif in"]
    + ["redact --check --allow badlist in", "redact --check --allow in in", "redact --test-rules in", "redact --test-rules rules"]
)


class Reports(Case):
    def setUp(self):
        super().setUp()
        self.write("in", "\n".join(RECORDS))
        self.write("badlist", "%s\n/(%s/\n" % (CANARIES[2], CANARIES[0]))
        rule = {"id": "r", "category": "pii", "description": "d", "keywords": ["canary"], "pattern": "canary[0-9]@x",
                "label": "R", "positives": CANARIES, "negatives": ["canary7@x " + CANARIES[0]]}
        self.write("rules", json.dumps(rule) + "\n")

    def told(self, command):
        """What a command tells: standard error, the report, and standard output unless records go there."""
        outcome = self.bash("rm -f report; " + command)
        report = self.folder / "report"
        return (outcome.out + outcome.err + (report.read_bytes() if report.exists() else b"")).decode()

    def test_no_form_holds_a_value(self):
        for command in COMMANDS:
            with self.subTest(command):
                told = self.told(command)
                self.assertNotEqual(told, "")
                for canary in CANARIES + ["canary", "hunter", "C4nary"]:
                    self.assertNotIn(canary, told)

    def test_every_form_names_the_same_places(self):
        places = {}
        for form in FORMS:
            told = self.told("redact --check --on-invalid drop --format %s in" % form)
            if form == "gcc":
                places[form] = re.findall(r"^in:(\d+):\d+: ([a-z-]+)$", told, re.M)
            elif form == "json":
                objects = [json.loads(line) for line in told.splitlines()]
                places[form] = [(str(o["line"]), o["rule"]) for o in objects if o["rule"] != "redact/withheld"]
            elif form == "github":
                places[form] = re.findall(r"^::error file=in,line=(\d+),col=\d+,endColumn=\d+,title=([a-z-]+)::", told, re.M)
            else:
                results = json.loads(told)["runs"][0]["results"]
                places[form] = [(str(r["locations"][0]["physicalLocation"]["region"]["startLine"]), r["ruleId"])
                                for r in results if r["ruleId"] != "redact/withheld"]
        self.assertGreaterEqual(len(places["gcc"]), 6)
        for form in FORMS:
            self.assertEqual(places[form], places["gcc"], form)

    def sarif(self, command, path=None):
        outcome = self.bash(command)
        return json.loads((self.folder / path).read_bytes() if path else outcome.err)

    def check_log(self, log, tool):
        """What SARIF 2.1.0 says of a log, as far as this one goes."""
        self.assertEqual(set(log), {"$schema", "version", "runs"})
        self.assertEqual(log["version"], "2.1.0")
        (run,) = log["runs"]
        self.assertEqual(set(run), {"columnKind", "results", "invocations", "tool"})
        self.assertIn(run["columnKind"], ["utf16CodeUnits", "unicodeCodePoints"])
        self.assertIsInstance(run["invocations"][0]["executionSuccessful"], bool)
        driver = run["tool"]["driver"]
        self.assertEqual(driver["name"], tool)
        rules = driver["rules"]
        self.assertEqual(len({rule["id"] for rule in rules}), len(rules))
        for rule in rules:
            self.assertLessEqual(set(rule), {"id", "shortDescription", "helpUri"})
            self.assertRegex(rule.get("helpUri", "https://x"), r"^https?://[!-~]+$")
            self.assertTrue(rule["shortDescription"]["text"])
        self.assertEqual({rule["id"] for rule in rules}, {result["ruleId"] for result in run["results"]})
        for result in run["results"]:
            self.assertLessEqual(set(result), {"ruleId", "ruleIndex", "level", "message", "locations"})
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            self.assertIn(result["level"], ["none", "note", "warning", "error"])
            self.assertTrue(result["message"]["text"])
            (location,) = result["locations"]
            physical = location["physicalLocation"]
            self.assertRegex(physical["artifactLocation"]["uri"], r"^(file:///)?[A-Za-z0-9._~/%-]+$")
            region = physical["region"]
            self.assertGreaterEqual(region["startLine"], 1)
            self.assertGreaterEqual(region.get("startColumn", 1), 1)
            self.assertGreater(region.get("endColumn", 1 << 30), region.get("startColumn", 1))
        return run

    def test_a_sarif_log_is_one(self):
        for command, tool, path in [
            ("redact --check --format sarif in", "redact", None),
            ("redact --check --format sarif --report 'a b.sarif' in \"$PWD/in\"", "redact", "a b.sarif"),
            ("redact --check --format sarif < /dev/null", "redact", None),
            ("redact --check --format sarif < in", "redact", None),
            ("validate --format sarif in in", "validate", None),
            ("validate --format sarif --report v.sarif --max-errors 0 in", "validate", "v.sarif"),
            ("validate --format sarif < /dev/null", "validate", None),
        ]:
            with self.subTest(command):
                self.check_log(self.sarif(command, path), tool)

    def test_columns_of_a_sarif_log_are_characters(self):
        self.write("wide", '{"é€😀":"x","to":"ada@corp.internal"}\n')
        run = self.check_log(self.sarif("redact --check --format sarif wide"), "redact")
        region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
        start = '{"é€😀":"x","to":"'
        self.assertEqual(region, {"startLine": 1, "startColumn": len(start) + 1, "endColumn": len(start) + 18})

    def test_a_log_that_an_error_ends_is_whole_json(self):
        outcome = self.bash("redact --check --on-invalid fail --format sarif in")
        self.assertEqual(outcome.status, 2)
        log, _, rest = outcome.err.decode().rpartition("redact: error: in:4")
        self.assertNotEqual(rest, "")
        run = self.check_log(json.loads(log), "redact")
        self.assertFalse(run["invocations"][0]["executionSuccessful"])

    def test_a_log_of_a_hundred_thousand_findings_takes_no_more_memory(self):
        self.bash("for i in $(seq 20000); do echo '{\"a\":\"x@corp.internal y@corp.internal z@corp.internal w@corp.internal v@corp.internal\"}'; done > many")
        outcome = self.bash("ulimit -v 400000; redact -j 1 --check --format sarif --report many.sarif many 2> /dev/null")
        self.assertEqual(outcome.status, 1)
        log = json.loads((self.folder / "many.sarif").read_bytes())
        self.assertEqual(len(log["runs"][0]["results"]), 100000)

    def test_github_commands_cannot_be_broken_by_a_name(self):
        self.bash("cp in $'a,b:c%\\nd'")
        for tool in ["redact --check", "validate"]:
            told = self.bash("%s --format github $'a,b:c%%\\nd'" % tool).err.decode()
            for line in told.splitlines():
                self.assertRegex(line, r"^::(error|warning|notice) file=a%2Cb%3Ac%25%0Ad,line=\d+,col=\d+(,endColumn=\d+)?,title=[^:,]+::[^\r\n]+$")

    def test_an_explanation_in_json_tells_all_there_is(self):
        outcome = self.bash("redact --explain --format json in")
        objects = [json.loads(line) for line in outcome.out.splitlines()]
        self.assertEqual(outcome.status, 2)
        self.assertGreaterEqual(len(objects), 6)
        for item in objects:
            self.assertLessEqual(
                {"file", "line", "column", "rule", "pointer", "offset", "size", "category", "description", "source", "replacement",
                 "published"}, set(item))
            self.assertRegex(item["source"], "^https://")


if __name__ == "__main__":
    unittest.main()
