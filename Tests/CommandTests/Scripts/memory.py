"""A process seen from outside: its memory, at work and at the moment of its end, and the children that it has."""

import ctypes
import os
import signal
import subprocess
import sys

PTRACE_TRACEME, PTRACE_CONT, PTRACE_SETOPTIONS = 0, 7, 0x4200
# What is told: fork, vfork, exec, and the end while the memory is still there.
OPTIONS = 0x02 | 0x04 | 0x10 | 0x40
EVENTS = {1: "fork", 2: "vfork", 4: "exec", 6: "exit"}

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


class Memory:
    """Every byte that a process can read and may have written."""

    def __init__(self, pid):
        self.pieces = []
        with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
            for line in maps:
                place, rights = line.split()[:2]
                if not rights.startswith("rw"):
                    continue
                start, end = (int(number, 16) for number in place.split("-"))
                memory.seek(start)
                piece = memory.read(end - start)
                assert len(piece) == end - start
                self.pieces.append(piece)

    def count(self, secret):
        return sum(piece.count(secret) for piece in self.pieces)


class Ended:
    """A command that has come to its end, and what was seen of it."""

    def __init__(self, command, stdin=b"", env=None):
        self.command, self.memory, self.children = command, None, []
        with Given(stdin) as descriptor:
            self.pid = os.fork()
            if self.pid == 0:
                self.become(descriptor, env)
        os.waitpid(self.pid, 0)
        libc.ptrace(PTRACE_SETOPTIONS, self.pid, None, OPTIONS)
        self.watch()

    def become(self, descriptor, env):
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            for place, source in enumerate([descriptor, null, null]):
                os.dup2(source, place)
            libc.ptrace(PTRACE_TRACEME, 0, None, None)
            os.execvpe(self.command[0], self.command, os.environ | (env or {}))
        finally:
            os._exit(127)

    def watch(self):
        passed_on = 0
        while True:
            libc.ptrace(PTRACE_CONT, self.pid, None, passed_on)
            _, status = os.waitpid(self.pid, 0)
            if not os.WIFSTOPPED(status):
                self.status = os.waitstatus_to_exitcode(status)
                return
            event = EVENTS.get(status >> 16)
            passed_on = os.WSTOPSIG(status) if event is None else 0
            if event == "exit":
                self.memory = Memory(self.pid)
            elif event:
                self.children.append(event)


class Given:
    """A descriptor from which some bytes can be read."""

    def __init__(self, content):
        self.content = content

    def __enter__(self):
        self.descriptor = os.memfd_create("given")
        os.write(self.descriptor, self.content)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        return self.descriptor

    def __exit__(self, *_):
        os.close(self.descriptor)


def can_look():
    """Whether this process may look into those that forbid it to their equals, as root may on most machines."""
    try:
        script = "import ctypes, os; ctypes.CDLL(None).prctl(4, 0); a = 'x' * os.getppid() + 'yz'; os._exit(len(a) < 3)"
        ended = Ended([sys.executable, "-c", script])
        return ended.status == 0 and ended.memory is not None and ended.memory.count(b"xxxxxxxyz") > 0
    except (OSError, AssertionError):
        return False
