"""Ten kinds of damage at the places of a file of 20 records, alone and in pairs: every intact record comes back byte for
byte, none is invented, what is written and what is left out account for every byte, and the resume point is exact.

A part by itself; all of it with `SEALWAX_MATRIX=all`, or `python3 matrix.py --all`."""

import collections
import json
import os
import random
import sys

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
            elif not is_json(line) or line not in forms and line.strip() not in forms and data.count(line) == 0:
                problem = f"invented: {line}"
            elif line not in forms and line.strip() not in forms and line not in data.split(b"\n"):
                problem = f"invented: {line}"
        if place < len(wanted):
            problem = f"not back: {wanted[place]}"
        joined = any(line not in data for line in lines)
        if not joined and collections.Counter(outcome.out + lost) - collections.Counter(b"\n" * len(data)) \
                - collections.Counter(data) or not joined and collections.Counter(data) - collections.Counter(outcome.out + lost) \
                - collections.Counter(b"\n" * len(data)):
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
        count, problems = self.matrix(DAMAGES, 1 if ALL else 23)
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


if __name__ == "__main__":
    import unittest

    if "--all" in sys.argv:
        sys.argv.remove("--all")
        ALL = True
    unittest.main()
