"""rsyslogd, its omprog and `redact | seal -a --ack` for real, each killed now and then: what rsyslog counts as delivered is in
the log, redacted, and the chain is whole.

2,000 messages in `make test`; SEALWAX_MESSAGES=100000 sends as many.
"""

import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import time
import unittest

from support import Case

MESSAGES = int(os.environ.get("SEALWAX_MESSAGES", "2000"))
KILLS = max(6, MESSAGES // 2000)
EXAMPLE = pathlib.Path(__file__).parents[3] / "examples" / "rsyslog"
INPUT = """
module(load="imfile" mode="inotify")
input(type="imfile" file="%(folder)s/messages" tag="app" ruleset="sealed" persistStateInterval="1" readMode="0")
template(name="delivered" type="string" string="%%msg%%\\n")
global(workDirectory="%(folder)s/work" maxMessageSize="64k")
"""


@unittest.skipUnless(shutil.which("rsyslogd"), "there is no rsyslogd")
class Rsyslog(Case):
    def setUp(self):
        super().setUp()
        self.key()
        for name in ["work", "bin"]:
            os.mkdir(name)
        shutil.copy(EXAMPLE / "redact-and-seal", "bin")
        self.daemon = None
        self.errors = open("errors", "ab")
        self.addCleanup(self.errors.close)
        self.addCleanup(self.stop)

    def configure(self):
        """The example's configuration, with this folder's paths, something to read, and a witness behind the action."""
        text = (EXAMPLE / "sealed.conf").read_text()
        for old, new in {
            "/usr/local/libexec/sealwax/": f"{self.folder}/bin/", "/etc/sealwax/key": f"{self.folder}/key",
            "/var/log/sealed/host.jsonl": f"{self.folder}/log",
            # Little in the memory of a daemon that will be killed, and a witness that is told soon.
            'queue.filename="sealed" queue.maxDiskSpace="1g" queue.saveOnShutdown="on"': 'queue.size="10000" queue.dequeueBatchSize="20"',
        }.items():
            self.assertIn(old, text)
            text = text.replace(old, new)
        self.assertTrue(text.rstrip().endswith("}\n\ncall sealed"))
        # An action gets a message when the one before has it: what stands in this file has been confirmed.
        witness = 'action(type="omfile" file="%s/delivered" template="delivered" asyncWriting="off" flushOnTXEnd="on")' % self.folder
        text = text.rstrip().removesuffix("}\n\ncall sealed") + f"  {witness}\n}}\n"
        self.write("conf", INPUT % {"folder": self.folder} + text)
        checked = self.bash("rsyslogd -N1 -f conf")
        self.assertEqual(checked.status, 0, checked)

    def start(self):
        # The words in which it complains of what was killed are no matter here.
        self.daemon = subprocess.Popen(
            ["rsyslogd", "-n", "-f", self.folder / "conf", "-i", self.folder / "pid"],
            env=os.environ | {"SEALWAX_FOLDER": str(self.folder)},
            stdout=subprocess.DEVNULL, stderr=self.errors)

    def stop(self):
        if self.daemon and self.daemon.poll() is None:
            self.daemon.terminate()
            try:
                self.daemon.wait(20)
            except subprocess.TimeoutExpired:
                self.daemon.kill()
                self.daemon.wait()

    def delivered(self):
        """The numbers of the messages that rsyslog counts as delivered."""
        return {int(number) for number in re.findall(rb"m(\d{7}) to", (self.folder / "delivered").read_bytes())}

    def newest(self):
        """The greatest of them, -1 before there is one."""
        try:
            with open("delivered", "rb") as file:
                file.seek(max(os.fstat(file.fileno()).st_size - 1000, 0))
                return max((int(number) for number in re.findall(rb"m(\d{7}) to", file.read())), default=-1)
        except FileNotFoundError:
            return -1

    def kill(self, tool, killed):
        if tool == "rsyslogd":
            self.daemon.kill()
            self.daemon.wait()
            self.start()
            killed[tool] += 1
            return
        for process in self.processes(tool):
            try:
                os.kill(process, signal.SIGKILL)
                killed[tool] += 1
            except ProcessLookupError:
                pass

    def processes(self, tool):
        """Those of the tool that this daemon, or one before it, has started."""
        found = []
        for name in os.listdir("/proc"):
            try:
                if name.isdigit() and os.path.basename(os.readlink(f"/proc/{name}/exe")) == tool \
                        and b"SEALWAX_FOLDER=" + bytes(self.folder) in pathlib.Path(f"/proc/{name}/environ").read_bytes():
                    found.append(int(name))
            except OSError:
                pass
        return found

    def test_what_rsyslog_counts_as_delivered_is_in_the_log(self):
        self.configure()
        self.write("messages", b"")
        generator = random.Random(5)
        self.start()
        killed = {"seal": 0, "redact": 0, "rsyslogd": 0}
        plan = sorted(generator.randrange(MESSAGES // 50, MESSAGES * 9 // 10) for _ in range(KILLS))
        sent, last, still, began = 0, -1, time.monotonic(), time.monotonic()
        with open("messages", "ab", buffering=0) as messages:
            # What is not delivered any more was in the memory of a rsyslogd that was killed.
            while last < MESSAGES - 1 and time.monotonic() - still < 20:
                # A few hundred are on their way at a time, as from somebody who logs.
                while sent < min(last + 300, MESSAGES):
                    messages.write(b"m%07d to ada@example.org\n" % sent)
                    sent += 1
                time.sleep(0.02)
                if plan and last >= plan[0]:
                    plan.pop(0)
                    self.kill(["seal", "rsyslogd", "redact"][len(plan) % 3], killed)
                newest = self.newest()
                if newest != last:
                    last, still = newest, time.monotonic()
        seconds = time.monotonic() - began
        self.stop()
        delivered = self.delivered()
        time.sleep(0.2)
        errors = (self.folder / "errors").read_bytes()[-500:]
        self.bash_ok("echo '{\"msg\":\"end\"}' | seal -k key -a log")
        records = [json.loads(line) for line in self.bash_ok("unseal --complete -k key log").splitlines()]
        there = {int(record["msg"].split()[0][1:]) for record in records[:-1] if record.get("msg", "").startswith("m")}
        self.assertEqual(sorted(delivered - there), [], "delivered and not there")
        self.assertEqual({record["msg"].split()[-1] for record in records[:-1] if "msg" in record}, {"[EMAIL]"})
        self.assertGreater(len(delivered), MESSAGES * 2 // 3, errors)
        self.assertTrue(all(killed.values()), killed)
        print(f"{MESSAGES} messages, {len(delivered)} delivered in {seconds:.0f} s, {len(records)} records, killed {killed}, 0 lost")
