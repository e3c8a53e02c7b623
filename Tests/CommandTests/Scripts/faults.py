"""What goes wrong outside: one clear message, the right status, the old file untouched, nothing left behind, nothing told."""

import os
import shutil
import stat
import subprocess
import sys

from support import Case

GOOD = b'{"role":"user","content":"to ada@corp.internal"}\n{"role":"assistant","content":"done"}\n'


class Faults(Case):
    def setUp(self):
        super().setUp()
        self.key()
        self.write("in", GOOD)

    def sealed(self):
        """A sealed copy of the input, as a file."""
        if not (self.folder / "sealed").exists():
            self.bash_ok("seal -k key < in > sealed")
        return "sealed"

    def fails(self, script, says="", status=2, tool=None):
        """The script ends in `status` with one message, and a hint at most."""
        with self.subTest(script):
            outcome = self.bash(script)
            self.assertEqual(outcome.status, status, f"{script}: {outcome}")
            lines = [line for line in outcome.err.decode(errors="replace").splitlines() if not line.split(": ")[1:2] == ["hint"]]
            self.assertEqual(len(lines), 1, f"{script}: not one message: {outcome}")
            self.assertIn(says, lines[0], script)
            return outcome

    def nothing_left(self, *expected):
        left = set(os.listdir(self.folder)) - {"key", "in", "sealed"}
        self.assertEqual(left, set(expected), "files left behind")

    # A full disk

    def test_standard_output_that_is_full_is_no_success(self):
        self.sealed()
        for script in [
            "redact < in > /dev/full", "seal -k key < in > /dev/full", "seal --bare -k key < in > /dev/full",
            "seal --whole -k key < in > /dev/full", "unseal -k key sealed > /dev/full", "validate --salvage in > /dev/full",
        ]:
            self.fails(script, "no space left on device")
        outcome = self.bash("tail in > /dev/full")
        self.assertEqual(outcome.status, 1, str(outcome))
        self.assertIn(b"space", outcome.err)

    def test_help_into_a_full_disk_is_no_success(self):
        for tool in ["redact", "seal", "unseal", "tail", "validate"]:
            for option in ["--help", "--version"]:
                outcome = self.bash(f"{tool} {option} > /dev/full")
                self.assertNotEqual(outcome.status, 0, f"{tool} {option}")
                self.assertNotEqual(outcome.err, b"", f"{tool} {option}")

    def test_standard_error_that_is_full_changes_no_status(self):
        self.assertEqual(self.bash("echo '{]' | validate 2> /dev/full").status, 1)
        self.assertEqual(self.bash("redact missing 2> /dev/full").status, 2)
        self.assertEqual(self.bash("redact --check in 2> /dev/full").status, 1)

    def test_a_report_that_cannot_be_written_is_no_success(self):
        self.fails("redact --report /dev/full < in > /dev/null", "/dev/full")
        self.fails("printf '{]\\n{}\\n' | validate --salvage --rejects /dev/full > /dev/null", "/dev/full")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_an_append_to_a_full_file_system_leaves_the_file_as_it_was(self):
        mount = self.folder / "disk"
        mount.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", mount], capture_output=True).returncode:
            self.skipTest("a tmpfs cannot be mounted here")
        try:
            self.bash_ok("seal -k key -a disk/log < in")
            before = (mount / "log").read_bytes()
            big = b'{"n":"' + b"x" * 200000 + b'"}\n'
            self.write("big", big)
            self.fails("seal -k key -a disk/log < big", "disk/log: cannot write")
            self.assertEqual((mount / "log").read_bytes(), before)
            self.assertEqual(self.bash_ok("unseal -k key disk/log"), GOOD)
            self.bash_ok("seal -k key -a disk/log < in")
            self.assertEqual(self.bash_ok("unseal -k key disk/log"), GOOD * 2)
            self.bash_ok("redact < in > disk/out")
            old = (mount / "out").read_bytes()
            self.fails("redact -o disk/out < big", "no space left on device")
            self.fails("redact -a disk/out < big", "disk/out: cannot write")
            self.assertEqual((mount / "out").read_bytes(), old)
            self.assertEqual(sorted(set(os.listdir(mount)) - {"log", "log.head"}), ["out"])
        finally:
            subprocess.run(["umount", mount], check=True)

    # Closed outputs

    def test_a_closed_pipe_ends_a_filter_quietly(self):
        self.write("many", GOOD * 50000)
        self.bash_ok("seal -k key < many > manysealed")
        for script in ["redact < many", "seal -k key < many", "unseal -k key manysealed", "tail -n +1 many", "validate --salvage many"]:
            with self.subTest(script):
                outcome = self.bash(f"({script}) | head -n 1 > /dev/null; echo ${{PIPESTATUS[0]}}")
                self.assertEqual((outcome.out, outcome.err), (b"141\n", b""))

    def test_a_closed_standard_output_is_no_success_and_no_place_to_write(self):
        for script in ["redact < in >&-", "seal -k key < in >&-", "unseal -k key < sealed >&-", "validate --salvage < in >&-"]:
            self.sealed()
            with self.subTest(script):
                outcome = self.bash(script)
                self.assertEqual(outcome.status, 2, str(outcome))
        # A file that is opened next must not become standard output.
        self.bash("seal -k key -a log --ack < in >&-")
        if (self.folder / "log").exists():
            self.assertNotIn(b"OK", (self.folder / "log").read_bytes().splitlines())
            self.bash_ok("seal -k key -a log < in")
            self.bash_ok("unseal -k key log")

    # Inputs that are none

    def test_a_folder_is_no_input(self):
        os.mkdir("d")
        for script in ["redact d", "redact < d", "seal -k key d", "seal -k key < d", "unseal -k key d", "validate d", "validate < d",
                       "validate --salvage d", "redact -i d", "redact --check d", "redact --rules d in", "seal -k d in", "redact -o d in"]:
            self.fails(script, "is a directory")
        outcome = self.bash("tail d")
        self.assertEqual(outcome.status, 1)
        self.assertIn(b"d", outcome.err)
        self.nothing_left("d")

    def test_a_missing_file_is_named_and_the_next_is_read(self):
        self.sealed()
        for tool, good in [("redact", "in"), ("seal -k key", "in"), ("unseal -k key", "sealed"), ("validate", "in")]:
            outcome = self.bash(f"{tool} missing {good}")
            self.assertEqual(outcome.status, 2, f"{tool}: {outcome}")
            self.assertIn(b"missing: cannot open: no such file or directory", outcome.err)
            if tool != "validate":
                self.assertNotEqual(outcome.out, b"")

    def as_nobody(self, script):
        """The script, run by somebody who may not do everything; the tools are copied to where he can read them."""
        tools = self.folder / "tools"
        if not tools.exists():
            tools.mkdir(mode=0o755)
            for tool in ["redact", "seal", "unseal", "tail", "validate"]:
                shutil.copy(shutil.which(tool), tools / tool)
        script = f"PATH={tools}:$PATH; {script}"
        if os.geteuid() != 0:
            return self.bash(script)
        if not shutil.which("setpriv"):
            self.skipTest("no setpriv to run as another user than root")
        self.write("script", script, 0o644)
        outcome = self.bash("setpriv --reuid=65534 --regid=65534 --clear-groups bash -o pipefail script")
        self.assertNotEqual(outcome.status, 126, str(outcome))
        return outcome

    def test_a_file_that_may_not_be_read_is_named(self):
        os.chmod("in", 0o000)
        os.chmod("key", 0o000)
        for script in ["redact in", "validate in", "seal -k key < /dev/null", "unseal -k key < /dev/null", "redact --rules in < /dev/null"]:
            outcome = self.as_nobody(script)
            self.assertEqual(outcome.status, 2, f"{script}: {outcome}")
            self.assertIn(b"permission denied", outcome.err.lower(), script)
        outcome = self.as_nobody("tail in")
        self.assertEqual(outcome.status, 1, str(outcome))

    def test_a_folder_that_takes_no_file_refuses_the_output(self):
        os.mkdir("closed", 0o755)
        self.write("closed/old", b"old\n", 0o644)
        os.chmod("in", 0o644)
        if os.geteuid() != 0:
            os.chmod("closed", 0o555)
        for script in ["redact -o closed/new in", "redact -o closed/old in", "redact -i closed/old", "redact -a closed/new in"]:
            outcome = self.as_nobody(script)
            # -i of a file that does not change has nothing to write: "old" is no JSON, so it fails there too.
            self.assertEqual(outcome.status, 2, f"{script}: {outcome}")
            self.assertNotEqual(outcome.err, b"", script)
        self.assertEqual(os.listdir("closed"), ["old"])
        self.assertEqual((self.folder / "closed/old").read_bytes(), b"old\n")

    def test_a_folder_that_is_not_there_refuses_the_output(self):
        for script in ["redact -o none/out in", "redact -a none/out in", "seal -k key -o none/out in", "seal -k key -a none/out in",
                       "unseal -k key -o none/out sealed", "seal --new-key none/key"]:
            self.sealed()
            self.fails(script, "no such file or directory")
        self.nothing_left()

    # Keys

    def test_a_key_that_others_can_read_is_refused_with_the_remedy(self):
        self.sealed()
        for mode in [0o604, 0o640, 0o644, 0o660]:
            os.chmod("key", mode)
            for script in ["seal -k key in", "unseal -k key sealed", "SEAL_KEY_FILE=key seal in"]:
                self.assertIn(b"chmod", self.fails(script, "key").err)
            self.assertEqual(self.bash_ok("unseal --insecure-key-file -k key sealed"), GOOD)

    def test_a_key_that_is_none_is_refused(self):
        for name, content in {"empty": b"", "short": b"abc\n", "hex": b"00" * 32 + b"\n", "noise": os.urandom(100), "json": b"{}\n",
                              "comment": b"# nothing\n", "long": b"A" * 100000 + b"\n"}.items():
            self.write(name, content)
            self.fails(f"seal -k {name} in", name)
            self.fails(f"unseal -k {name} in", name)
        self.fails("seal in", "key")
        self.fails("unseal in", "key")
        self.fails("SEAL_KEY=abc seal in", "key")
        self.fails("seal --key-fd 9 in", "")
        self.fails("seal --new-key key", "exists")

    # Strange inputs

    def test_empty_input_is_an_empty_answer(self):
        for script in ["redact", "redact --check", "unseal -k key", "tail", "validate", "validate --salvage"]:
            for source in ["< /dev/null", "empty"]:
                self.write("empty", b"")
                with self.subTest(f"{script} {source}"):
                    outcome = self.bash(f"{script} {source}")
                    self.assertEqual((outcome.status, outcome.out), (0, b""), str(outcome))
        for form in ["", "--bare"]:
            self.assertEqual(self.bash_ok(f"seal {form} -k key < /dev/null | unseal -k key"), b"")
        self.assertEqual(self.bash_ok("redact -o out < /dev/null; cat out"), b"")

    def test_a_file_of_nuls_is_no_record_and_no_crash(self):
        self.write("nuls", bytes(1 << 20))
        outcome = self.bash("redact nuls")
        self.assertEqual(outcome.status, 2, str(outcome))
        self.assertIn(b'{"redact":"withheld","line":1,', outcome.out)
        self.assertNotIn(b"\0", outcome.out)
        self.assertEqual(self.bash("unseal -k key nuls").status, 1)
        self.assertIn(self.bash("validate nuls").status, (1, 3))
        self.assertEqual(self.bash("validate --salvage nuls").out, b"")
        self.assertEqual(self.bash_ok("tail nuls"), bytes(1 << 20))

    def test_a_line_of_300_megabytes_is_refused_where_a_line_is_held(self):
        script = "(printf '{\"a\":\"'; head -c 300M /dev/zero | tr '\\0' x; printf '\"}\\n{\"b\":1}\\n')"
        outcome = self.bash(f"{script} | redact")
        self.assertEqual(outcome.status, 2, str(outcome))
        lines = outcome.out.splitlines()
        self.assertEqual(len(lines), 2)
        self.assertIn(b'{"redact":"withheld","line":1,', lines[0])
        self.assertEqual(lines[1], b'{"b":1}')
        outcome = self.bash(f"{script} | seal -k key")
        self.assertEqual(outcome.status, 2, str(outcome))
        outcome = self.bash(f"{script} | validate")
        self.assertIn(outcome.status, (1, 2), str(outcome))
        self.assertIn(b"<stdin>:1", outcome.err)
        self.assertEqual(self.bash_ok(f"{script} | tail -n 1"), b'{"b":1}\n')

    # What is left behind

    def test_a_run_that_fails_leaves_the_old_output(self):
        self.write("out", b"old\n")
        self.write("bad", b'{"a":\n')
        self.write("rules", b"{\n")
        self.sealed()
        self.key("other")
        for script in ["redact -o out missing", "redact --on-invalid fail -o out bad", "seal -o out missing -k key", "unseal -k other -o out sealed",
                       "unseal -k key -o out in", "redact --rules rules -o out in", "seal -o out in"]:
            with self.subTest(script):
                self.write("out", b"old\n")
                outcome = self.bash(script)
                self.assertIn(outcome.status, (1, 2), str(outcome))
                self.assertEqual((self.folder / "out").read_bytes(), b"old\n")
        self.nothing_left("out", "bad", "rules", "other")

    def test_an_output_may_be_the_input(self):
        self.bash_ok("redact -o in in")
        self.assertEqual(self.bash_ok("cat in"), GOOD.replace(b"ada@corp.internal", b"[EMAIL]"))
        self.bash_ok("seal -k key -o in in && unseal -k key -o in in")
        self.assertEqual(self.bash_ok("cat in"), GOOD.replace(b"ada@corp.internal", b"[EMAIL]"))
        self.nothing_left()

    def test_a_new_output_is_for_its_owner_and_an_old_one_keeps_its_mode(self):
        self.bash_ok("umask 000; redact -o new in; redact -a log in; seal -k key -a slog in; seal --new-key k2")
        for name in ["new", "log", "slog", "k2"] + [name for name in os.listdir() if name.endswith(".head")]:
            self.assertEqual(stat.S_IMODE(os.stat(name).st_mode), 0o600, name)
        self.write("old", GOOD, 0o640)
        self.bash_ok("redact -i old")
        self.assertEqual(stat.S_IMODE(os.stat("old").st_mode), 0o640)

    def test_a_file_that_does_not_change_is_not_rewritten(self):
        self.write("clean", b'{"a":1}\n')
        before = os.stat("clean").st_ino
        self.bash_ok("redact -i clean in")
        self.assertEqual(os.stat("clean").st_ino, before)
        self.assertIn(b"[EMAIL]", (self.folder / "in").read_bytes())

    def test_an_output_link_stays_a_link(self):
        self.write("real/file", GOOD)
        os.symlink("real/file", "link")
        self.bash_ok("redact -i link")
        self.assertTrue(os.path.islink("link"))
        self.assertIn(b"[EMAIL]", (self.folder / "real/file").read_bytes())
        self.nothing_left("real", "link")

    def test_a_device_as_output_stays_a_device(self):
        if subprocess.run(["mknod", "full", "c", "1", "7"], capture_output=True).returncode:
            self.skipTest("no right to make a device")
        try:
            open("full", "wb").close()
        except OSError:
            self.skipTest("a device in a temporary folder cannot be opened here")
        for script in ["redact -o full in", "redact -a full in", "seal -k key -a full in"]:
            with self.subTest(script):
                outcome = self.bash(script)
                self.assertEqual(outcome.status, 2, str(outcome))
                self.assertTrue(stat.S_ISCHR(os.lstat("full").st_mode), script)


class Canaries(Case):
    """No diagnostic, report or refusal ever repeats what stood in the data, a key or a rule."""

    CANARY = "cnry7Qx2Zp9Lw4Vt"

    # Not planted as a member's name: a pointer tells those, as it is meant to.
    def setUp(self):
        super().setUp()
        canary = self.CANARY
        self.key()
        self.key("other")
        self.write("badkey", f"{canary}{canary}\n")
        self.write("longkey", f"{canary}{'A' * 28}=\n")
        self.write("jwk", '{"kty":"oct","alg":"A128KW","k":"%s"}\n' % canary)
        self.write("badjwk", '{"kty":"oct","k":"%s"\n' % canary)
        self.write("rules", '{"id":"r","category":"secret","keywords":["abcd"],"pattern":"abcd","label":"R","%s":1}\n' % canary)
        self.write("badrules", '{"id":"r","category":"secret","keywords":["%s"],"pattern":"(%s"}\n' % (canary, canary))
        self.write("tornrules", '{"id":"%s\n' % canary)
        self.write("known", f"{canary}\n")
        self.write("record", '{"role":"user","content":"%s"}\n' % canary)
        self.write("secret", '{"role":"user","password":"%s","content":"mail %s@example.org"}\n' % (canary, canary))
        bad = [
            '{"a":"%s",}', '{"a":"%s', '{"a":"%s"}}', '%s', '{"a":%s}', '["\\q%s"]', '"\\u12%s"', '[01%s]', "{'a':'%s'}", 'tru%s',
            '{"role":"%s","content":1}', '{"role":"user","content":[{"type":"%s"}]}',
            '{"role":"tool","tool_call_id":"%s","content":"x"}',
            '{"role":"assistant","tool_calls":[{"id":"%s","type":"function","function":{"name":"f","arguments":"{"}}]}',
            '{"type":"user","uuid":"%s","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"%s"}]}}'.replace("%s", "%s", 1),
            '{"fernet":"gAAAAA%s","chain":"x"}', "gAAAAA%s", '{"fernet":"%s"}', '{"protected":"%s","ciphertext":"","iv":"","tag":"","encrypted_key":""}',
            '{"redact":"withheld","line":1,"reason":"%s"',
        ]
        lines = [line.replace("%s", canary).encode() for line in bad]
        lines += [canary.encode() + b"\xff", b'{"a":"' + canary.encode() + b'\xc0\xaf"}', b'{"a":"\0' + canary.encode() + b'"}',
                  b"\xef\xbb\xbf{\"a\":\"" + canary.encode() + b'"}', b"[" * 2000 + canary.encode()]
        self.write("bad", b"\n".join(lines) + b"\n")
        self.bash_ok("seal --bare -k other record > wrong && seal -k key record > sealed")
        self.bash_ok("(cat sealed; head -c -30 sealed | tail -n 1) > torn; (head -n 1 sealed; seal -k key record) > mixed")
        self.write("schema", '{"type":"object","properties":{"content":{"const":"x"},"role":{"enum":["y"]}},"additionalProperties":false}')
        self.write("badschema", '{"pattern":"(%s","type":"%s"}' % (canary, canary))
        self.write("tornschema", '{"%s' % canary)

    COMMANDS = [
        "redact bad", "redact -j 4 bad", "redact --on-invalid fail bad", "redact --on-invalid drop bad", "redact --check secret", "redact --check bad",
        "redact --check --format sarif secret", "redact --check --format github secret", "redact --report report secret", "redact --report report bad",
        "redact --known known --report report record", "redact --rules rules secret", "redact --rules badrules secret", "redact --rules tornrules secret",
        "redact --rules record secret", "redact --known-env '*' secret", "redact --pseudonym-key badkey secret", "redact --allow badrules secret",
        "redact --test-rules rules", "redact --test-rules badrules", "redact --max-line-bytes 8 secret", "redact --text --check secret",
        "seal -k badkey record", "seal -k longkey record", "seal -k jwk record", "seal -k badjwk record", "seal -k record record",
        "SEAL_KEY=$CANARY seal record", "seal --field /a -k key bad", "seal -k key --max-line-bytes 8 record", "seal -k key -a torn record",
        "seal --key-fd 3 record 3< badkey",
        "unseal -k key bad", "unseal -k key --skip-bad bad", "unseal -k key record", "unseal -k key wrong", "unseal -k key torn", "unseal -k key mixed",
        "seal --rekey --old-key-file key -k jwk -i bad", "seal --rekey --old-key-file badkey -k key -i sealed", "seal --rekey --old-key-file key -k key -i mixed",
        "unseal --genesis bad -k jwk bad", "unseal --genesis sealed -k key wrong",
        "unseal -k badkey sealed", "unseal -k jwk sealed", "SEAL_KEY=$CANARY unseal sealed", "unseal --field /content -k key record",
        "unseal --verify -k key bad", "unseal --lenient -k key bad",
        "tail --valid bad", "tail --max-tokens 10 bad", "tail --max-tokens 1 secret", "tail -p openai --turns 2 bad", "tail --tokenizer record --max-tokens 5 bad",
        "validate bad", "validate -p openai --max-errors 0 bad", "validate -p anthropic --max-errors 0 bad", "validate -p claude-code --max-errors 0 bad",
        "validate -p codex --max-errors 0 bad", "validate -p responses --max-errors 0 bad", "validate -p sealed --max-errors 0 bad",
        "validate --format json --max-errors 0 bad", "validate -p openai --format sarif bad", "validate -p openai --format github bad",
        "validate -s schema --max-errors 0 record", "validate -s schema --max-errors 0 bad", "validate -s schema --format json record",
        "validate -s badschema record", "validate -s tornschema record", "validate -s record record", "validate --salvage bad", "validate --stats bad",
        "validate --resume-info record", "validate -p sealed -k badkey sealed",
    ]

    def test_no_message_and_no_report_repeats_a_canary(self):
        silent = []
        unknown = []
        for command in self.COMMANDS:
            with self.subTest(command):
                outcome = self.bash(f"export CANARY={self.CANARY}; {command}")
                self.assertLess(outcome.status, 124, f"{command}: crashed: {outcome.err[:200]!r}")
                # Standard output is for records; what salvage and skipping let through is meant to hold them.
                self.assertNotIn(self.CANARY.encode(), outcome.err, f"{command} tells what it must not")
                report = self.folder / "report"
                if report.exists():
                    self.assertNotIn(self.CANARY.encode(), report.read_bytes(), f"{command} reports what it must not")
                    report.unlink()
                if b"unknown option" in outcome.err:
                    unknown.append(command)
                if not outcome.err:
                    silent.append(command)
        # The canary flies only where something is said at all.
        self.assertLess(len(silent), len(self.COMMANDS) // 3, f"said nothing: {silent}")
        # Nor does it fly where all that is said is that there is no such option; those rows wait for their option.
        self.assertGreater(len(self.COMMANDS) - len(unknown), 30, f"no such option: {unknown}")
        print(f"not there yet: {unknown}", file=sys.stderr)

    def test_what_does_not_authenticate_never_comes_out(self):
        for command in ["unseal -k key wrong", "unseal -k key bad", "unseal -k key --skip-bad bad", "unseal -k key record"]:
            outcome = self.bash(command)
            self.assertEqual(outcome.out, b"", command)
            self.assertIn(outcome.status, (1, 2), command)

    def test_what_cannot_be_checked_never_comes_out_of_redact(self):
        for command in ["redact bad", "redact --on-invalid drop bad", "redact --on-invalid fail bad", "redact secret", "redact --known known record"]:
            outcome = self.bash(command)
            lines = [line for line in outcome.out.splitlines() if self.CANARY.encode() in line]
            # Lines that are whole JSON and hold no secret by any rule may pass.
            self.assertEqual([line for line in lines if not line.startswith(b"{") or b"password" in line], [], command)

    def test_shown_values_are_shown_only_when_asked_for(self):
        self.needs("validate --show-values")
        self.assertIn(self.CANARY.encode(), self.bash("validate --show-values -s schema record").err)
