"""Redacts the records of standard input as somebody would who goes by what detect-secrets reports: each text is scanned
as a file, and each line in which it reports anything is taken out whole.
"""

import json
import pathlib
import sys
import tempfile

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import default_settings

with tempfile.TemporaryDirectory() as folder, default_settings():
    path = pathlib.Path(folder, "text")
    for record in sys.stdin:
        text = json.loads(record)["text"]
        path.write_text(text)
        reported = {secret.line_number for secret in scan_file(str(path))}
        lines = text.split("\n")
        print(json.dumps({"text": "\n".join("" if number in reported else line for number, line in enumerate(lines, 1))}))
