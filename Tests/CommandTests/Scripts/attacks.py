"""What somebody without the key can do to a log, and who sees it: the table of sealed(5), on real files."""

import os
import random
import re
import shutil

from support import Case

COUNT = 100
RECORDS = [b'{"n":%d}\n' % n for n in range(COUNT)]


class Attacks(Case):
    # What seals, and what opens it.
    sealing, opening = "key", "key"

    def use(self, kind):
        """Seals to a public key, or with a shared key that is a JWK, in the place of a Fernet key."""
        if kind == "public":
            self.bash_ok("seal --new-key-pair pair")
            self.sealing, self.opening = "pair.pub", "pair"
        if kind == "shared":
            self.bash_ok("seal --new-key key.jwk")
            self.sealing, self.opening = "key.jwk", "key.jwk"

    def log(self, name, options="", records=RECORDS):
        """A log that was written with `seal -a`; its lines."""
        self.bash_ok(f"seal {options} -k {self.sealing} -a {name}", b"".join(records))
        return (self.folder / name).read_bytes().splitlines(keepends=True)

    def seen(self, lines, head=None, anchor=None, options=""):
        """Whether unseal sees that something is wrong with a log; what comes out begins as what was sealed did."""
        self.write("altered", b"".join(lines))
        if (self.folder / "altered.head").exists():
            (self.folder / "altered.head").unlink()
        if head:
            self.write("altered.head", head)
            options += " --complete"
        if anchor:
            options += f" --anchor {anchor}"
        outcome = self.bash(f"unseal {options} -k {self.opening} altered")
        self.assertIn(outcome.status, (0, 1), outcome)
        self.assertEqual(outcome.status == 1, outcome.err != b"", outcome)
        return outcome.status == 1

    def test_the_table_of_the_manual(self):
        self.key()
        self.check_table()

    def test_the_table_under_a_shared_key(self):
        self.use("shared")
        self.check_table()

    def test_the_table_under_a_public_key(self):
        self.use("public")
        self.check_table()

    def check_table(self):
        bare = self.log("bare", "--no-chain")
        foreign_bare = self.log("foreign-bare", "--no-chain")
        early = self.log("log", records=RECORDS[:50])
        early_head = (self.folder / "log.head").read_bytes()
        shutil.copy("log", "fork")
        shutil.copy("log.head", "fork.head")
        lines = self.log("log", records=RECORDS[50:])
        self.assertEqual(lines[: len(early)], early)
        fork = self.log("fork", records=RECORDS[50:])
        other = self.log("other-log")
        head = (self.folder / "log.head").read_bytes()
        anchor = self.bash_ok("seal --print-head log").decode().strip()

        def flipped(lines):
            line = bytearray(lines[30])
            line[60] ^= 1
            return lines[:30] + [bytes(line)] + lines[31:]

        attacks = {
            "a bit is flipped": (flipped, "yyyy"),
            "the first line is deleted": (lambda lines: lines[1:], "-/yy"),
            "a line is deleted": (lambda lines: lines[:30] + lines[31:], "-yyy"),
            "a line is repeated": (lambda lines: lines[:31] + lines[30:], "-yyy"),
            "a line is repeated later": (lambda lines: lines[:60] + [lines[30]] + lines[60:], "-yyy"),
            "two lines are swapped": (lambda lines: lines[:30] + [lines[31], lines[30]] + lines[32:], "-yyy"),
            "a line comes from another log": (
                lambda lines: lines[:30] + [(foreign_bare if lines is bare else other)[30]] + lines[31:], "-yyy"),
            "another log is put behind": (
                lambda lines: lines + (foreign_bare if lines is bare else other), "-yyy"),
            "a line's chain is stripped": (
                lambda lines: lines[:30] + [re.sub(rb',"chain":"[^"]*"', b"", lines[30])] + lines[31:], "-yyy"),
            "two histories are mixed": (
                lambda lines: lines[:70] + (foreign_bare if lines is bare else fork)[70:], "-yyy"),
            "the end is cut": (lambda lines: lines[:-1], "--yy"),
            "much is cut": (lambda lines: lines[:50], "--yy"),
            "the file is emptied": (lambda lines: [], "--yy"),
        }
        for attack, (alter, expected) in attacks.items():
            found = "".join([
                "y" if self.seen(alter(bare)) else "-",
                "y" if self.seen(alter(lines)) else "-",
                "y" if self.seen(alter(lines), head=head) else "-",
                "y" if self.seen(alter(lines), anchor=anchor) else "-",
            ])
            if attack == "the first line is deleted":
                # Any run of lines opens; --complete asks for the first. An anchor vouches for what is before it only
                # together with that.
                self.assertTrue(self.seen(alter(lines), head=head, anchor=anchor), attack)
                self.assertEqual(found[2], "y", attack)
                continue
            self.assertEqual(found, expected, attack)
        # Log and head file are put back together: nothing but the anchor knows.
        self.assertFalse(self.seen(early, head=early_head))
        self.assertTrue(self.seen(early, head=early_head, anchor=anchor))
        self.assertTrue(self.seen(fork, head=(self.folder / "fork.head").read_bytes(), anchor=anchor))
        # And nothing is seen where nothing is wrong.
        self.assertFalse(self.seen(bare))
        self.assertFalse(self.seen(lines, head=head, anchor=anchor))
        self.assertFalse(self.seen(lines, head=early_head, anchor=anchor))

    def intact(self, variants):
        """The names of those that `unseal --verify` finds intact."""
        folder = "/dev/shm" if os.access("/dev/shm", os.W_OK) else str(self.folder)
        names = []
        for number, variant in enumerate(variants):
            names.append(f"{folder}/sealwax-{os.getpid()}-{number}")
            with open(names[-1], "wb") as file:
                file.write(variant)
        outcome = self.bash(f"xargs unseal -q --verify -k {self.opening}", "\n".join(names))
        for name in names:
            os.unlink(name)
        return outcome.out

    def test_every_flipped_bit_is_seen(self):
        self.key()
        whole = b"".join(self.log("log"))
        self.assertIn(b"101 lines", self.intact([whole]))
        places = [(place, place % 8) for place in range(len(whole))]
        if os.environ.get("SEALWAX_ATTACKS") == "all":
            places = [(place, bit) for place in range(len(whole)) for bit in range(8)]
        for start in range(0, len(places), 500):
            variants = []
            for place, bit in places[start:start + 500]:
                variant = bytearray(whole)
                variant[place] ^= 1 << bit
                variants.append(variant)
            self.assertEqual(self.intact(variants), b"", f"from byte {places[start]}")

    def check_flipped_bits(self):
        whole = b"".join(self.log("log", records=RECORDS[:20]))
        self.assertIn(b"21 lines", self.intact([whole]))
        generator = random.Random(11)
        variants = []
        for _ in range(1000):
            variant = bytearray(whole)
            variant[generator.randrange(len(whole))] ^= 1 << generator.randrange(8)
            variants.append(variant)
        self.assertEqual(self.intact(variants), b"")

    def test_flipped_bits_are_seen_under_a_shared_key(self):
        self.use("shared")
        self.check_flipped_bits()

    def test_flipped_bits_are_seen_under_a_public_key(self):
        self.use("public")
        self.check_flipped_bits()

    def test_nothing_of_a_damaged_line_comes_out(self):
        self.key()
        self.check_damaged_lines(100)

    def test_nothing_of_a_damaged_line_comes_out_under_a_shared_key(self):
        self.use("shared")
        self.check_damaged_lines(40)

    def test_nothing_of_a_damaged_line_comes_out_under_a_public_key(self):
        self.use("public")
        self.check_damaged_lines(40)

    def check_damaged_lines(self, count):
        whole = b"".join(self.log("log"))
        generator = random.Random(7)
        for _ in range(count):
            place = generator.randrange(len(whole))
            variant = bytearray(whole)
            variant[place] ^= 1 << generator.randrange(8)
            before = whole[:place].count(b"\n")
            outcome = self.bash(f"unseal -k {self.opening}", bytes(variant))
            self.assertEqual((outcome.status, outcome.out), (1, b"".join(RECORDS[: max(before - 1, 0)])), f"byte {place}")

    def test_every_truncation_is_seen(self):
        self.key()
        whole = b"".join(self.log("log", records=RECORDS[:8]))
        head = (self.folder / "log.head").read_bytes()
        anchor = self.bash_ok("seal --print-head log").decode().strip()
        for size in range(len(whole)):
            cut = whole[:size]
            # What ends where a line does, with or without its LF, is a shorter log.
            is_whole = size == 0 or cut.endswith(b"\n") or whole[size:size + 1] == b"\n"
            outcome = self.bash("unseal -k key", cut)
            records = max((whole[: size + 1] if is_whole else cut).count(b"\n") - 1, 0)
            self.assertEqual(outcome.status, 0 if is_whole else 1, f"cut to {size}: {outcome}")
            self.assertEqual(outcome.out, b"".join(RECORDS[:records]), f"cut to {size}")
            if is_whole and size < len(whole) - 1:
                self.assertTrue(self.seen([cut], head=head), f"cut to {size}")
                self.assertTrue(self.seen([cut], anchor=anchor), f"cut to {size}")

    def test_a_loss_before_an_append_shows_for_good(self):
        self.key()
        self.check_loss()

    def test_a_loss_before_an_append_shows_for_good_under_a_public_key(self):
        self.use("public")
        self.check_loss()

    def check_loss(self):
        lines = self.log("log", records=RECORDS[:10])
        self.write("log", b"".join(lines[:5]))
        outcome = self.bash(f"seal -k {self.sealing} -a log", RECORDS[10])
        self.assertEqual(outcome.status, 0)
        self.assertIn(b"lines 5 to 10 of the chain are missing", outcome.err)
        self.bash_ok(f"seal -k {self.sealing} -a log", RECORDS[11])
        outcome = self.bash(f"unseal -k {self.opening} log")
        self.assertEqual((outcome.status, outcome.out), (1, b"".join(RECORDS[:4])))
        self.assertIn(b"log:6: out of sequence: lines 5 to 10 of the chain are missing", outcome.err)

    def test_rotation_goes_on_with_the_chain(self):
        self.key()
        self.check_rotation()

    def test_rotation_goes_on_with_the_chain_under_a_public_key(self):
        self.use("public")
        self.check_rotation()

    def check_rotation(self):
        self.log("log", records=RECORDS[:3])
        self.bash_ok("mv log log.1")
        self.log("log", records=RECORDS[3:5])
        self.bash_ok("mv log log.2 && touch log && chmod 600 log")
        self.log("log", records=RECORDS[5:7])
        self.assertEqual(self.bash_ok(f"cat log.1 log.2 log | unseal -k {self.opening}"), b"".join(RECORDS[:7]))
        self.assertEqual(self.bash_ok(f"unseal -k {self.opening} log.1 log.2 log"), b"".join(RECORDS[:7]))
        self.assertEqual(self.bash(f"cat log.1 log | unseal -k {self.opening}").status, 1)
        self.assertEqual(self.bash(f"(sed '$d' log.1; cat log.2) | unseal -k {self.opening}").status, 1)

    def test_rotation_under_a_writer_loses_no_link(self):
        self.key()
        script = """
          mkfifo in acks
          seal -k key -a log --ack < in > acks & exec 3> in 4< acks
          for n in 0 1 2 3 4 5; do
            echo "{\\"n\\":$n}" >&3; read -r word <&4
            case $n in
              1) echo '{"n":1.5}' | seal -k key -a log; mv log log.1;;
              3) mv log log.2; touch log; chmod 600 log;;
            esac
          done
          exec 3>&-; wait
          cat log.1 log.2 log | unseal -k key && unseal --verify --complete -k key log
        """
        out = self.bash_ok(script).splitlines()
        self.assertEqual(out[:-1], [b'{"n":0}', b'{"n":1}', b'{"n":1.5}', b'{"n":2}', b'{"n":3}', b'{"n":4}', b'{"n":5}'])
        self.assertTrue(out[-1].endswith(b"intact"), out)
