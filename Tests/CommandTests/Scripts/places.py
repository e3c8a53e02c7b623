"""Where validate says that something is: line and column, byte for byte, in every kind of report line; and never what."""

import copy
import json
import random
import re
import unittest

from conversations import NAMES, ROLES, Draw, mutate
from message_oracle import BLOCKS
from profile_oracle import ORACLES, SHAREGPT
from support import Case

# Name, options, lines with « before the byte that is meant, severity, pointer as people see it, rule. A line that ends
# in a backslash and "cr" has a CR before its LF.
KINDS = [
    ("a bad escape behind escapes and wide characters", "", [r'{"é":"日本\u00e9\n«\q"}'], "error", "", "json/bad-escape"),
    ("half a pair behind wide characters", "-p openai", [r'{"role":"user","content":"😀é«\ud800x"}'], "error", "", "json/lone-surrogate"),
    ("half a pair in plain JSON", "-p json", [r'["\ud83d\ude00","«\udc00"]'], "warning", "", "json/lone-surrogate"),
    ("the same name in another spelling", "", [r'{"é":1,"x":[{"é":2}],«"\u00e9":3}'], "warning", "", "json/duplicate-name"),
    ("a control character behind wide ones", "", ['{"日本":"é«\x01"}'], "error", "", "json/control-character"),
    ("a byte order mark before a fault", "--bom=skip", ['\ufeff{"é":tru«}'.replace("tru«", "«tru")], "error", "", "json/expected-value"),
    ("a torn record with a CR", "", ['{"a":"é"}', '{"日":"x",\\cr«'], "error", "", "json/unclosed-object"),
    ("empty text, CRLF", "-p anthropic", ['{"role":"user","content":"é"}\\cr', '{"role":"assistant","content":[{"type":"text","text":«""}]}\\cr', '{"role":"user","content":"é"}\\cr'],
     "error", "/content/0/text", "anthropic/empty-text"),
    ("blank text in escapes", "", [r'{"x":"日本","role":"user","content":[{"type":"tool_result","tool_use_id":"t"},{"type":"text","text":«"\n\u2028\u00a0"}]}'],
     "error", "/content/1/text", "anthropic/empty-text"),
    ("an argument that is no JSON, in its escapes", "", [r'{"role":"assistant","tool_calls":[{"id":"é","function":{"name":"f","arguments":"{\"日\\u00e9\":\"\u00e9\\n«\\q\"}"}}]}'],
     "warning", "/tool_calls/0/function/arguments", "openai/arguments-json"),
    ("a call that is never answered, told later", "", ['{"role":"system","content":"é"}', r'{"é":"日本","role":"assistant","tool_calls":[{"id":«"\u0031","function":{"arguments":"{}"}}]}', '{"role":"user","content":""}'],
     "error", "/tool_calls/0/id", "openai/unanswered-call"),
    ("a result without its call", "", ['{"role":"system","content":"é"}', '{"role":"tool","content":"日本","tool_call_id":«"é"}\\cr'],
     "error", "/tool_call_id", "openai/orphan-result"),
    ("a role that is none, inside a log record", "-p openai --at /log/1/m~1x", ['{"é":"日","log":[{},{"m/x":{"content":"é","role" : «"us\\u00e9r"}}]}'],
     "error", "/log/1/m~1x/role", "openai/role"),
    ("a member that is not there", "-p openai --at /m", ['{"日":"é","m":  «{"role":"user"}}'], "error", "/m", "openai/content"),
    ("a role in a list of messages", "-p openai-finetune", ['{"messages":[{"role":"assistant","content":"é"},{"content":"日本","role":«"é"}]}'],
     "error", "/messages/1/role", "openai-finetune/unrecognized-role"),
    ("a member that nobody knows", "-p openai-finetune", ['{"messages":[{"role":"assistant","content":"é","日本":«1}]}'],
     "error", "/messages/0/*", "openai-finetune/message-unrecognized-key"),
    ("a turn without a value", "-p sharegpt", ['{"conversations":[{"from":"human","value":"日"},«{"from":"gpt"}]}'],
     "error", "/conversations/1", "sharegpt/turn"),
    ("a call of Codex", "", ['{"timestamp":"é","type":"session_meta","payload":{}}', '{"timestamp":"日","type":"response_item","payload":{"type":"function_call","call_id":«"é"}}'],
     "error", "/payload/call_id", "codex/unanswered-call"),
    ("a uuid twice", "", ['{"type":"user","uuid":"é","message":{"role":"user","content":""}}', '{"x":"日本","type":"system","uuid":«"\\u00e9"}'],
     "error", "/uuid", "claude-code/duplicate-uuid"),
    ("a record that is no object", "-p langchain", ['  «["é"]'], "error", "", "langchain/not-an-object"),
    ("the LF that is missing", "", ['{"日本":"é"}«'], "warning", "", "json/missing-newline"),
]


class Places(Case):
    def setUp(self):
        super().setUp()
        self.kinds = []
        for name, options, lines, severity, pointer, rule in KINDS:
            lines = [line.replace("\\cr", "\r") for line in lines]
            (number,) = [n for n, line in enumerate(lines, 1) if "«" in line]
            before = lines[number - 1].split("«")[0]
            content = "\n".join(lines).replace("«", "") + ("" if rule.endswith("missing-newline") else "\n")
            self.kinds.append((name, options, content, severity, pointer, rule, number, before))

    def test_people_see_the_byte(self):
        for name, options, content, severity, pointer, rule, line, before in self.kinds:
            with self.subTest(name):
                self.write("in", content)
                told = self.bash(f"validate {options} in").err.decode()
                place = re.escape(f"in:{line}:{len(before.encode()) + 1}: {severity}: {pointer + ': ' if pointer else ''}")
                self.assertRegex(told, rf"(?m)^{place}[a-zA-Z0-9_ \\'{{}}(),.-]+ \[{rule}\]$")

    def test_machines_see_the_byte_or_the_character(self):
        for name, options, content, severity, pointer, rule, line, before in self.kinds:
            with self.subTest(name):
                self.write("in", content)
                faults = map(json.loads, self.bash(f"validate --format json {options} in").err.splitlines())
                (fault,) = [f for f in faults if f["rule"] == rule and f["line"] == line]
                self.assertEqual((fault["column"], fault["severity"]), (len(before.encode()) + 1, severity))
                if not rule.startswith("json/"):
                    self.assertEqual(fault["pointer"], pointer)
                log = json.loads(self.bash(f"validate --format sarif {options} in").err)
                results = [r["locations"][0]["physicalLocation"]["region"] for r in log["runs"][0]["results"] if r["ruleId"] == rule]
                self.assertIn({"startLine": line, "startColumn": len(before) + 1}, results)
                told = self.bash(f"validate --format github {options} in").err.decode()
                kind = {"error": "error", "warning": "warning"}[severity]
                self.assertRegex(told, rf"(?m)^::{kind} file=in,line={line},col={len(before) + 1},title={rule}::")

    def test_a_log_is_what_the_published_schema_says(self):
        try:
            from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
        except ImportError:
            self.skipTest("there is no pydantic-sarif package, which is made from the schema and refuses what it does not know")
        for number, (name, options, content, *_) in enumerate(self.kinds):
            self.write("in", content)
            log = self.bash(f"validate --format sarif --show-values {options} in").err
            Log.model_validate(json.loads(log))
        self.write("text", "to ada@corp.internal\n")
        Log.model_validate(json.loads(self.bash("redact --check --text --format sarif text").err))

    def test_no_report_shows_a_value_unless_asked(self):
        known = set(ROLES) | set(NAMES) | set(BLOCKS) | set(SHAREGPT) | {"user", "assistant", "summary", "web_search_call"}

        def planted(value):
            """Each text that means nothing to a shape is a canary, and so is a member that nobody knows."""
            if isinstance(value, dict):
                return {**{name: planted(inner) for name, inner in value.items()}, "CANARYname": ["CANARY"]}
            if isinstance(value, list):
                return [planted(inner) for inner in value]
            return "CANARY" + value if isinstance(value, str) and value.strip() and value not in known else value

        source = random.Random("canaries")
        for profile in ORACLES:
            names, values = [], b""
            for number in range(20):
                records = Draw(source).of(profile)
                for _ in range(4):
                    mutate(source, records)
                names.append(f"{profile}.{number}")
                self.write(names[-1], "".join(json.dumps(planted(copy.deepcopy(record))) + "\n" for record in records))
            files = " ".join(names)
            for options in ["", "--format json", "--format sarif", "--format github", "--report r", "--stats", "-p json --stats"]:
                outcome = self.bash(f"rm -f r; validate -p {profile} --strict --max-errors 0 {options} {files}; cat r 2> /dev/null")
                self.assertNotEqual(outcome.err + outcome.out, b"")
                self.assertNotIn(b"CANARY", outcome.err + outcome.out)
                self.assertNotIn(b"canary", (outcome.err + outcome.out).lower())
            for form in ["gcc", "json", "sarif", "github"]:
                values = self.bash(f"validate -p {profile} --show-values --format {form} --max-errors 0 {files}").err
                self.assertIn(b"CANARY", values, f"{profile} {form}")


if __name__ == "__main__":
    unittest.main()
