"""tail --tokenizer against tiktoken: the same number for each of 10,000 texts, with each vocabulary that litellm brings.

Nothing is downloaded: tiktoken takes the files from its cache folder, which is litellm's.
"""

import hashlib
import importlib.util
import json
import os
import pathlib
import random
import time
import unittest

from support import Case

SEEDS = [
    "The quick brown fox jumps over the lazy dog; they'll say it's 3,141.59 times faster than we'd thought.\n\n",
    "def parseURL(self, value: str = \"\") -> list[int]:\n    return [ord(c) for c in value if c != '\\n']\n\n\n",
    "2026-11-21T10:00:00.123Z ERROR  http-nio-8080 [c.e.Service] failed: {\"code\":500,\"id\":\"a81bc81b-dead\"}\r\n",
    "Größe, façade, naïve, señor; zażółć gęślą jaźń; Příliš žluťoučký kůň; tiếng Việt; İstanbul; ŒUVRE œuvre ",
    "漢字とかな交じり文。한국어 문장입니다. Русский текст, ελληνικά, עברית, العربية، हिन्दी ภาษาไทย հայերեն ქართული ",
    "👩‍👩‍👧 ☃️ 🏽🇩🇪 e\u0301\u0302 ﬁ Å K ſ 's 'S 'ſ \u00a0\u2003\u180e\u200d\u2028\u0085 ١٢٣ Ⅷ ½ ",
    "----====****####    \t\t\t\n\n \n  \n\r\n\r\n   x   /* */ // <<>> ::: ... ??? !!! \\\\ \"\" '' `` ~~ ",
]
HOSTILE = ["a" * 50_000, "A" * 50_000, "中" * 20_000, " " * 50_000, "\n" * 30_000, "ab" * 25_000, "=-" * 20_000, "'s" * 20_000]


def texts():
    draw = random.Random(7)
    whole = "".join(SEEDS)
    for _ in range(10_000):
        kind = draw.randrange(4)
        if kind == 0:
            start = draw.randrange(len(whole))
            yield whole[start : start + draw.randrange(1, 200)]
        elif kind == 1:
            yield "".join(draw.choices(draw.choice(SEEDS), k=draw.randrange(1, 60)))
        elif kind == 2:
            yield "".join(draw.choices(whole, k=draw.randrange(1, 60)))
        else:
            yield "".join(whole[start : start + 8] for start in draw.choices(range(len(whole)), k=draw.randrange(1, 20)))


class Tokenizer(Case):
    @classmethod
    def setUpClass(cls):
        cls.texts = [*texts(), *HOSTILE]

    def vocabularies(self):
        origin = importlib.util.find_spec("litellm")
        if not origin or not importlib.util.find_spec("tiktoken"):
            self.skipTest("there is no tiktoken or no litellm package for Python")
        folder = pathlib.Path(origin.origin).parent / "litellm_core_utils/tokenizers"
        os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
        address = "https://openaipublic.blob.core.windows.net/encodings/{}.tiktoken"
        for name in ["o200k", "cl100k", "p50k"]:
            path = folder / hashlib.sha1(address.format(f"{name}_base").encode()).hexdigest()
            if path.exists():
                yield name, path

    def test_each_text_has_as_many_tokens_as_tiktoken_says(self):
        records = "".join(json.dumps(text) + "\n" for text in self.texts)
        self.write("records", records)
        count = 0
        for name, path in self.vocabularies():
            import tiktoken

            count += 1
            os.symlink(path, f"{name}_base.tiktoken")
            out = self.bash_ok(f"tail -n +1 --count --tokenizer {name}_base.tiktoken records")
            encoding = tiktoken.get_encoding(f"{name}_base")
            expected = [len(encoding.encode_ordinary(text)) for text in self.texts]
            wrong = [(text[:60], int(n), m) for text, n, m in zip(self.texts, out.split(), expected) if int(n) != m]
            self.assertEqual(wrong[:5], [], f"{name}: {len(wrong)} of {len(expected)}")
            self.assertEqual(len(out.split()), len(expected))
        self.assertGreaterEqual(count, 2, "litellm has other vocabularies by now")

    def test_hostile_words_take_no_longer(self):
        for name, path in self.vocabularies():
            for text in HOSTILE:
                self.write("record", json.dumps(text) + "\n")
                start = time.monotonic()
                self.bash_ok(f"tail --count --tokenizer {path} --tokenizer-pattern {name} record")
                self.assertLess(time.monotonic() - start, 10, text[:2])

    def test_estimates_stay_near(self):
        for name, path in self.vocabularies():
            if name == "p50k":
                continue
            records = "".join(json.dumps({"role": "user", "content": text * 3}) + "\n" for text in SEEDS[:3])
            exact = self.bash_ok(f"tail --count --tokenizer {path} --tokenizer-pattern {name}", records).split()
            estimated = self.bash_ok(f"tail --count --counter {name}", records).split()
            for one, other in zip(exact, estimated):
                self.assertLess(abs(int(one) - int(other)) / int(one), 0.25)

    def test_faults_are_named(self):
        self.write("bad", "nonsense\n")
        outcome = self.bash("tail --count --tokenizer bad --tokenizer-pattern o200k bad")
        self.assertEqual((outcome.status, outcome.out), (1, b""))
        self.assertIn(b"bad:1: not a vocabulary", outcome.err)
        outcome = self.bash("tail --count --tokenizer bad bad")
        self.assertIn(b"does not tell how it splits a text", outcome.err)
        outcome = self.bash("tail --count --tokenizer bad --tokenizer-pattern '(' bad")
        self.assertIn(b"is no pattern", outcome.err)


if __name__ == "__main__":
    unittest.main()
