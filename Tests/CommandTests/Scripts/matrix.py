"""Ten kinds of damage at the places of a file of 20 records, alone and in pairs: every intact record comes back byte for
byte, none is invented, what is written and what is left out account for every byte, and the resume point is exact.

A part by itself; all of it with `SEALWAX_MATRIX=all`, or `python3 matrix.py --all`."""

import collections
import json
import os
import random
import subprocess
import sys
import time

from support import Case

ALL = os.environ.get("SEALWAX_MATRIX") == "all"


def conversation():
    """Twenty records as agents write them, calls with results among them."""
    records = []
    for turn in range(5):
        records.append({"role": "user", "content": f"turn {turn}: see {{\"a\":[{turn}]}} é😀 \\ / [1] {{}}"})
        call = {"id": f"c{turn}", "type": "function", "function": {"name": "f", "arguments": "{\"x\":[1,\"\\n\"]}"}}
        records.append({"role": "assistant", "content": None, "tool_calls": [call]})
        records.append({"role": "tool", "tool_call_id": f"c{turn}", "content": "line 1\nline \"2\"\n\t\u0001"})
        records.append({"role": "assistant", "content": f"answer {turn}", "n": [turn, -1.5e3, True, None, {"deep": [[]]}]})
    return [json.dumps(record, ensure_ascii=number % 2 == 0).encode() for number, record in enumerate(records)]


RECORDS = conversation()
END = -1
FOREIGN = -2


def intact_file():
    """The file as (byte, owner): the number of the record, END for its LF."""
    return [item for number, record in enumerate(RECORDS) for item in [(byte, number) for byte in record] + [(10, END)]]


def insert(file, place, data):
    return file[:place] + [(byte, FOREIGN) for byte in data] + file[place:]


def end_of_line(file, place):
    while place < len(file) and file[place][0] != 10:
        place += 1
    return place


def torn(file, place, random):
    return file[:place]


def appended(file, place, random):
    return file[:place] + file[end_of_line(file, place) + 1:]


def glued(file, place, random):
    end = end_of_line(file, place)
    return file[:end] + file[end + 1:]


def nul_bytes(file, place, random):
    return insert(file, place, b"\0" * random.choice([1, 7, 512]))


def raw_newline(file, place, random):
    return insert(file, place, random.choice([b"\n", b"\n", b"\r\n"]))


def separator(file, place, random):
    return insert(file, place, random.choice(["\u2028", "\u2029", "\u0085"]).encode())


def malformed(file, place, random):
    return file[:place] + [(random.choice(b"#\"\\{}[],:x \x01"), FOREIGN)] + file[place + 1:]


def lone_surrogate(file, place, random):
    return insert(file, place, random.choice([b"\\ud83d", b"\\ude00"]))


def bad_bytes(file, place, random):
    return insert(file, place, random.choice([b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80"]))


def lost_record(file, place, random):
    owner = file[place][1] if place < len(file) else END
    return [item for item in file if owner < 0 or item[1] != owner]


DAMAGES = [torn, appended, glued, nul_bytes, raw_newline, separator, malformed, lone_surrogate, bad_bytes, lost_record]


def is_json(text):
    def refuse(word):
        raise ValueError(word)

    try:
        json.loads(text.decode("utf-8"), parse_constant=refuse)
        return not text.startswith(b"\xef\xbb\xbf")
    except ValueError:
        return False
    except RecursionError:
        return False


def intact(file):
    """The records of which every byte is there, one behind the other."""
    whole = {}
    for number, record in enumerate(RECORDS):
        places = [place for place, (_, owner) in enumerate(file) if owner == number]
        if len(places) == len(record) and places[-1] - places[0] == len(record) - 1:
            whole[number] = places[0]
    return [number for number, _ in sorted(whole.items(), key=lambda item: item[1])]


def damaged_forms(file):
    """What may come back of records that are not intact: all of their bytes and what stands among them, as it is or with
    its line ends escaped, if that is JSON."""
    forms = set()
    for number in range(len(RECORDS)):
        places = [place for place, (_, owner) in enumerate(file) if owner == number]
        if not places:
            continue
        text = bytes(byte for byte, _ in file[places[0]:places[-1] + 1])
        for form in (text, text.replace(b"\r\n", b"\\r\\n").replace(b"\n", b"\\n"), text.replace(b"\n", b" ")):
            forms.add(form)
    return forms


def resume_point(data):
    point = place = 0
    while place < len(data):
        end = data.find(b"\n", place)
        line = data[place:end if end >= 0 else len(data)]
        if line.strip(b" \t\r"):
            if not is_json(line) or end < 0 and line.rstrip()[-1:] not in b"}]\"":
                break
            point = place + len(line) + (end >= 0)
        place += len(line) + 1
    return point


class Matrix(Case):
    def check(self, name, file):
        data = bytes(byte for byte, _ in file)
        self.write("in", data)
        outcome = self.bash("validate -q --salvage --rejects=lost in")
        self.assertIn(outcome.status, (0, 1, 3), name)
        self.assertEqual((self.folder / "in").read_bytes(), data, f"{name}: the input has changed")
        lost = (self.folder / "lost").read_bytes()
        lines = outcome.out.split(b"\n")[:-1]
        wanted = [RECORDS[number] for number in intact(file)]
        forms = damaged_forms(file)
        problem = None
        place = 0
        for line in lines:
            # White space around a record on its line is part of the line.
            if place < len(wanted) and line.strip() == wanted[place]:
                place += 1
            elif not is_json(line) or line not in forms and line.strip() not in forms and line not in data.split(b"\n"):
                problem = f"invented: {line}"
        if place < len(wanted):
            problem = f"not back: {wanted[place]}"
        if all(line in data for line in lines):
            there, back = collections.Counter(data), collections.Counter(outcome.out + lost)
            del there[10], back[10]
            if there != back:
                problem = problem or "bytes are not accounted for"
        point = self.bash("validate -q --resume-point in")
        if int(point.out) != resume_point(data):
            problem = problem or f"resume point {int(point.out)}, not {resume_point(data)}"
        return problem and f"{name}: {problem}\n    {data}"

    def matrix(self, damages, step):
        problems = []
        count = 0
        for damage in damages:
            generator = random.Random(damage.__name__)
            places = range(generator.randrange(step), len(intact_file()) + 1, step)
            for place in places:
                count += 1
                problems.append(self.check(f"{damage.__name__} at {place}", damage(intact_file(), place, generator)))
        return count, [problem for problem in problems if problem]

    def test_every_damage_at_every_place(self):
        count, problems = self.matrix(DAMAGES, 1 if ALL else 22)
        self.assertGreater(count, 20000 if ALL else 900)
        self.assertEqual(problems[:5], [], f"{len(problems)} of {count}")

    def test_two_damages_at_random(self):
        problems = []
        count = 5000 if ALL else 250
        for seed in range(count):
            generator = random.Random(seed)
            file = intact_file()
            names = []
            for damage in generator.sample(DAMAGES, 2):
                place = generator.randrange(len(file) + 1)
                file = damage(file, place, generator)
                names.append(f"{damage.__name__} at {place}")
            problems.append(self.check(f"seed {seed}: " + ", ".join(names), file))
        problems = [problem for problem in problems if problem]
        self.assertEqual(problems[:5], [], f"{len(problems)} of {count}")

    def test_pieces_make_no_difference(self):
        for seed in range(40 if ALL else 6):
            generator = random.Random(seed)
            file = intact_file()
            for damage in generator.sample(DAMAGES[1:-1], 4):
                file = damage(file, generator.randrange(len(file) // 2 if seed % 2 else 300), generator)
            data = bytes(byte for byte, _ in file)
            self.write("in", data)
            command = ["validate", "--salvage", "--repair=surrogates,calls", "--rejects=lost", "-"]
            whole = self.bash("cat in | " + " ".join(command))
            lost = (self.folder / "lost").read_bytes()
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            place = 0
            while place < len(data):
                end = place + generator.choice([1, 10, 200])
                process.stdin.write(data[place:end])
                process.stdin.flush()
                time.sleep(0.001)
                place = end
            out, err = process.communicate()
            self.assertEqual((out, err, process.returncode), (whole.out, whole.err, whole.status), f"seed {seed}")
            self.assertEqual((self.folder / "lost").read_bytes(), lost, f"seed {seed}")

    def test_a_lost_result_is_made_good(self):
        """Records of results left out at random: what comes back is a conversation, and the rest of it is as it was."""
        for profile, records in shapes().items():
            ignored = "--ignore=claude-code/unknown-parent" if profile == "claude-code" else ""
            results = [number for number, record in enumerate(records) if is_result(record)]
            for seed in range(60 if ALL else 8):
                generator = random.Random(f"{profile} {seed}")
                lost = set(generator.sample(results, generator.randint(1, len(results))))
                lines = [json.dumps(record).encode() for number, record in enumerate(records) if number not in lost]
                lines = lines[:generator.choice([len(lines), generator.randint(1, len(lines))])]
                data = b"".join(line + b"\n" for line in lines)
                for how in ("close", "drop"):
                    salvaged = self.bash(f"validate -q --salvage --repair=calls --dangling={how} -p {profile}", data)
                    self.assertIn(salvaged.status, (0, 1), f"{profile} {seed} {how}: {salvaged}")
                    checked = self.bash(f"validate -p {profile} {ignored}", salvaged.out)
                    self.assertEqual(checked.status, 0, f"{profile} {seed} {how}: {checked}\n{salvaged.out.decode()}")
                    again = self.bash(f"validate -q --salvage --repair=calls --dangling={how} -p {profile}", salvaged.out)
                    self.assertEqual((again.status, again.out), (0, salvaged.out), f"{profile} {seed} {how}")
                    if how == "close":
                        kept = [line for line in salvaged.out.split(b"\n") if line in lines]
                        changed = 0 if profile != "anthropic" else sum(is_result(json.loads(line)) for line in lines)
                        self.assertGreaterEqual(len(kept), len(lines) - changed, f"{profile} {seed}")


def shapes():
    """The same conversation, with parallel calls and results apart, as each profile has it."""
    openai, anthropic, claude, codex, responses = [], [], [], [], []
    codex.append({"timestamp": "2026-01-01T00:00:00Z", "type": "session_meta", "payload": {"id": "s"}})

    def say(role, text):
        openai.append({"role": role, "content": text})
        anthropic.append({"role": role, "content": text})
        claude.append({"type": role, "message": {"role": role, "content": text}})
        responses.append({"type": "message", "role": role, "content": text})

    for turn in range(6):
        say("user", f"question {turn}")
        ids = [f"c{turn}{part}" for part in range(1 + turn % 3)]
        openai.append({"role": "assistant", "content": "let me" if turn % 2 else None, "tool_calls": [
            {"id": id, "type": "function", "function": {"name": "f", "arguments": "{}"}} for id in ids]})
        uses = [{"type": "tool_use", "id": id, "name": "f", "input": {}} for id in ids]
        anthropic.append({"role": "assistant", "content": ([{"type": "text", "text": "let me"}] if turn % 2 else []) + uses})
        responses.append({"type": "reasoning", "id": f"r{turn}", "summary": []})
        for use in uses:
            claude.append({"type": "assistant", "message": {"id": f"m{turn}", "role": "assistant", "content": [use]}})
            responses.append({"type": "function_call", "call_id": use["id"], "name": "f", "arguments": "{}"})
        for id in ids:
            openai.append({"role": "tool", "tool_call_id": id, "content": "done"})
            claude.append({"type": "user", "message": {"role": "user", "content": [
                {"type": "tool_result", "tool_use_id": id, "content": "done"}]}})
            responses.append({"type": "function_call_output", "call_id": id, "output": "done"})
        anthropic.append({"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": id, "content": "done"} for id in ids]})
        say("assistant", f"answer {turn}")
    for number, record in enumerate(claude):
        record |= {"uuid": f"u{number}", "parentUuid": f"u{number - 1}" if number else None, "sessionId": "s"}
    codex += [{"timestamp": "2026-01-01T00:00:00Z", "type": "response_item", "payload": item} for item in responses]
    return {"openai": openai, "anthropic": anthropic, "claude-code": claude, "codex": codex, "responses": responses}


def is_result(record):
    text = json.dumps(record)
    return '"tool"' in text or "tool_result" in text or "_output" in text


if __name__ == "__main__":
    import unittest

    if "--all" in sys.argv:
        sys.argv.remove("--all")
        ALL = True
    unittest.main()
