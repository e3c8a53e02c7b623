#!/usr/bin/env bash
# An agent's loop whose turns are clean, sealed and on the disk before the next one begins, and which reads back the
# last turns as the context of its next call.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
seal --new-key key

# One writer for the whole session. It acknowledges each turn once it is durable, and says first that the log is open.
mkfifo turns acknowledgements
redact < turns | seal -k key -a session.jsonl --ack --ack-ready > acknowledgements &
writer=$!
exec 3> turns 4< acknowledgements
acknowledged() {
  read -r word <&4
  [ "$word" = OK ]
}
persist() {
  printf '%s\n' "$1" >&3
  acknowledged
}
# The last turns, read while the writer goes on.
context() {
  tail -n "$1" session.jsonl | unseal -k key
}

acknowledged
persist '{"role":"user","content":"Is the key AKIAQ3EGXH7WLZ5NTBVC still in use?"}'
for turn in 1 2 3; do
  context 4 > request.jsonl
  answer="{\"role\":\"assistant\",\"content\":\"turn $turn, seen $(wc -l < request.jsonl) before\"}"
  persist "$answer"
done

# The end of its input ends the writer; its status says whether all went well.
exec 3>&-
wait "$writer"

context 2
[ "$(context 1)" = '{"role":"assistant","content":"turn 3, seen 3 before"}' ]
# Nothing of it can be read without the key, and the secret is not in it even for those who have it.
if grep -q role session.jsonl; then exit 1; fi
if unseal -k key session.jsonl | grep -q AKIA; then exit 1; fi
