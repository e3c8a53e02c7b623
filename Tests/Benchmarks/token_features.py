"""What Sources/Core/Tokens counts in a text, by the same names, in plain Python; token_fit.py fits the costs to it."""

import ast
import re
from bisect import bisect_right

from programs import ROOT

NAMES = re.findall(r"(?m)^  case (\w+)$", (ROOT / "Sources/Core/Tokens/TokenFeature.swift").read_text())
PLACE = {name: place for place, name in enumerate(NAMES)}

# In the order of the columns.
COUNTERS = ("o200k", "cl100k", "claude", "deepseek", "tekken")
COSTS = ROOT / "Sources/Core/Tokens/TokenFeature+Costs.swift"


def costs(counter: str) -> list[int]:
    """Hundredths of a token for each feature, as the tool has them."""
    rows = {match[2]: ast.literal_eval(match[1]) for match in re.finditer(r"(\[[-\d, ]+\]),  // (\w+)", COSTS.read_text())}
    return [rows.get(name, [0] * len(COUNTERS))[COUNTERS.index(counter)] for name in NAMES]


# The first character of each range, and its kind.
RANGES = [
    (0x80, "other"), (0xC0, "latin1"), (0xD7, "other"), (0xD8, "latin1"), (0xF7, "other"), (0xF8, "latin1"),
    (0x100, "latinExtended"), (0x250, "other"), (0x370, "greek"), (0x400, "cyrillic"), (0x530, "alphabet"),
    (0x590, "hebrew"), (0x600, "arabic"), (0x900, "indic"), (0xE00, "thai"), (0xF00, "alphabet"), (0x1100, "hangul"),
    (0x1200, "alphabet"), (0x1E00, "vietnamese"), (0x1F00, "greek"), (0x2000, "widePunctuation"), (0x2070, "symbol"),
    (0x2C00, "other"), (0x3000, "widePunctuation"), (0x3040, "kana"), (0x3100, "other"), (0x3130, "hangul"),
    (0x3190, "other"), (0x31F0, "kana"), (0x3200, "other"), (0x3400, "han"), (0x4DC0, "other"), (0x4E00, "han"),
    (0xA000, "alphabet"), (0xAC00, "hangul"), (0xD7B0, "other"), (0xF900, "han"), (0xFB00, "other"),
    (0xFB50, "arabic"), (0xFE00, "joiner"), (0xFE10, "other"), (0xFE70, "arabic"), (0xFF00, "widePunctuation"),
    (0xFF66, "kana"), (0xFFA0, "other"), (0x10000, "otherBeyondBMP"), (0x1F3FB, "joiner"), (0x1F400, "otherBeyondBMP"),
    (0x20000, "han"), (0x40000, "otherBeyondBMP"),
]
STARTS = [start for start, _ in RANGES]
EXCEPTIONS = {0x200D: "joiner"} | dict.fromkeys(
    (0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0), "vietnamese")
LATIN = {"capital", "small", "latin1", "latinExtended", "vietnamese"}
SINGLES = {"widePunctuation", "symbol", "joiner", "other", "otherBeyondBMP"}
SCRIPTS = {
    "han": ("hanRun", "han", None), "kana": ("kanaRun", "kana", None), "hangul": ("hangulRun", "hangul", None),
    "greek": ("greekRun", "greek", "greekBeyond4"), "cyrillic": ("cyrillicRun", "cyrillic", "cyrillicBeyond4"),
    "arabic": ("arabicRun", "arabic", "arabicBeyond4"), "hebrew": ("hebrewRun", "hebrew", "hebrewBeyond4"),
    "indic": ("indicRun", "indic", "indicBeyond4"), "thai": ("thaiRun", "thai", "thaiBeyond4"),
    "alphabet": ("alphabetRun", "alphabet", "alphabetBeyond4"),
}
NEAR = {"latin1": "Latin1", "latinExtended": "LatinExtended", "vietnamese": "Vietnamese"}
MEMORY = 12


def kind_of(scalar: int) -> str:
    if scalar < 0x80:
        letter = chr(scalar)
        if letter == " ":
            return "space"
        if 0x09 <= scalar <= 0x0D:
            return "break"
        if letter.isupper():
            return "capital"
        if letter.islower():
            return "small"
        if letter.isdigit():
            return "digit"
        return "punctuation" if 0x21 <= scalar < 0x7F else "other"
    return EXCEPTIONS.get(scalar) or RANGES[bisect_right(STARTS, scalar) - 1][1]


KINDS: dict[str, str] = {}


def runs(text: str) -> list[tuple[str, str]]:
    """Kind and text of each run: words are parted at capitals, what has no runs is a character each."""
    found: list[tuple[str, str]] = []
    start = 0
    current = ""
    for place, letter in enumerate(text):
        kind = KINDS.get(letter) or KINDS.setdefault(letter, kind_of(ord(letter)))
        group = "word" if kind in LATIN else "space" if kind in ("space", "break") else kind
        if group == current and group not in SINGLES:
            continue
        if place > start:
            found.append((current, text[start:place]))
        current, start = group, place
    if text:
        found.append((current, text[start:]))
    return found


# HTTPServer is HTTP and Server, getURL is get and URL.
WORD = re.compile(r"[A-Z]{2,}(?![^A-Z])|[A-Z]+(?=[A-Z][^A-Z])|[A-Z]?[^A-Z]+|[A-Z]")


def features(text: str) -> list[int]:
    counts = [0] * len(NAMES)

    def charge(name: str, count: int = 1) -> None:
        if count > 0:
            counts[PLACE[name]] += count

    found = runs(text)
    lead = behind_punctuation = behind_word = behind_digits = False
    neighbourhood, since_accent = None, 0
    last_single = ""
    for place, (kind, run) in enumerate(found):
        following = found[place + 1][0] if place + 1 < len(found) else ""
        size = len(run)
        if kind == "space":
            is_lead = run[-1] == " " and following in ("punctuation", "word")
            if "\n" in run:
                charge("lineEnd")
                if behind_punctuation:
                    charge("lineEndBehindPunctuation")
                indent = len(run) - run.rfind("\n") - 1
                # A space before a digit is a token by itself.
                charge("indentation", indent > (0 if is_lead or run[-1] != " " else 1))
                lead = is_lead and following == "punctuation"
            else:
                if run == " ":
                    if following == "punctuation":
                        charge("spaceBeforePunctuation")
                else:
                    charge("spaces")
                lead = is_lead
            if run[-1] == " " and not is_lead:
                charge("spaceBeforeDigit" if following == "digit" else "spaceBeforeOther")
            behind_punctuation = behind_word = behind_digits = False
            last_single = ""
            continue
        if kind == "word":
            for word in WORD.findall(run):
                length = len(word)
                if length >= 2 and word.isascii() and word.isupper():
                    charge("capitals")
                    charge("capitalsBeyond1", length - 1)
                    lead = False
                    continue
                charge("spacedWord" if lead else "word")
                charge("spacedWordBeyond3" if lead else "wordBeyond3", length - 3)
                charge("spacedWordBeyond7" if lead else "wordBeyond7", length - 7)
                charge("wordBeyond12", length - 12)
                clusters = 0
                consonants = 0
                for letter in word:
                    consonants = 0 if letter in "aeiouyAEIOUY" or letter > "\x7f" else consonants + 1
                    clusters += consonants > 2
                charge("crowdedConsonant", clusters)
                if behind_digits:
                    charge("wordBehindDigits")
                    behind_digits = False
                lead = False
                accents = [letter for letter in word if letter > "\x7f"]
                if accents:
                    by_kind = {name: sum(KINDS[letter] == name for letter in accents) for name in NEAR}
                    charge("latin1Letter", by_kind["latin1"])
                    charge("latinExtendedLetter", by_kind["latinExtended"])
                    charge("vietnameseLetter", by_kind["vietnamese"])
                    charge("accentedWord")
                    if by_kind["vietnamese"]:
                        neighbourhood = "vietnamese"
                    elif by_kind["latinExtended"]:
                        neighbourhood = "latinExtended"
                    elif neighbourhood is None:
                        neighbourhood = "latin1"
                    since_accent = 0
                if neighbourhood:
                    charge(f"wordNear{NEAR[neighbourhood]}")
                    charge(f"beyond3Near{NEAR[neighbourhood]}", length - 3)
                    since_accent += 1
                    if since_accent > MEMORY:
                        neighbourhood = None
        elif kind == "digit":
            charge("threeDigits", size // 3)
            charge("twoDigits", size % 3 == 2)
            charge("oneDigit", size % 3 == 1)
        elif kind == "punctuation":
            if size > 3 and run == run[0] * size:
                charge("rule")
            else:
                charge("punctuation")
                charge("punctuationBeyond1", size - 1)
                if lead:
                    charge("spacedPunctuation")
                if size == 1 and following == "word":
                    charge("punctuationBeforeWord")
                    if behind_word:
                        charge("punctuationInName")
        elif kind in SCRIPTS:
            once, each, beyond = SCRIPTS[kind]
            charge(once)
            charge(each, size)
            if beyond:
                charge(beyond, size - 4)
        else:
            charge("repeatedSymbol" if kind == "symbol" and run == last_single else kind)
        lead = False
        behind_punctuation = kind == "punctuation"
        behind_word = kind == "word"
        behind_digits = kind == "digit"
        last_single = run if kind in SINGLES else ""
    return counts
