"""Redacts the text of each record of standard input with scrubadub as it is installed."""

import json
import sys

import scrubadub

scrubber = scrubadub.Scrubber()
for record in sys.stdin:
    print(json.dumps({"text": scrubber.clean(json.loads(record)["text"])}))
