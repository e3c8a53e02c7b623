#!/usr/bin/env bash
# A session that a crash left: a torn last turn, two turns on one line, a block of NUL bytes. Every whole turn comes
# back, what was damaged is kept apart, and the session goes on.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# What the crash left.
{
  printf '{"role":"user","content":"count to three"}\n'
  printf '{"role":"assistant","content":"one"}{"role":"assistant","content":"two"}\n'
  printf '\0\0\0\0\0\0\0\0{"role":"assistant","content":"three"}\n'
  printf '{"role":"user","content":"and fo'
} > session.jsonl

# Status 3 would say that only the last line is torn; here there is more.
status=0
validate session.jsonl || status=$?
[ "$status" = 1 ]

# Status 1 says that something was left out: it is in the file of rejects. The input is not changed.
validate --salvage --rejects=lost -o whole.jsonl session.jsonl || status=$?
[ "$status" = 1 ]
validate whole.jsonl
[ "$(wc -l < whole.jsonl)" = 4 ]

# The session goes on where it can.
mv whole.jsonl session.jsonl
printf '{"role":"user","content":"and four?"}\n' | redact -a session.jsonl
tail -n 2 session.jsonl

# A file whose only fault is a torn end can also be cut in place.
printf '{"role":"assist' >> session.jsonl
validate -q session.jsonl || status=$?
[ "$status" = 3 ]
truncate -s "$(validate --resume-point session.jsonl)" session.jsonl
validate session.jsonl
