"""Seals or opens each line of standard input by one call of cryptography's Fernet.

usage: fernet_lines.py KEY seal|open
"""

import sys

from cryptography.fernet import Fernet

with open(sys.argv[1], "rb") as file:
    fernet = Fernet(file.read().strip())
output = sys.stdout.buffer
if sys.argv[2] == "seal":
    for line in sys.stdin.buffer:
        output.write(b'{"fernet":"' + fernet.encrypt(line.rstrip(b"\n")) + b'"}\n')
else:
    for line in sys.stdin.buffer:
        output.write(fernet.decrypt(line[11:-3]) + b"\n")
