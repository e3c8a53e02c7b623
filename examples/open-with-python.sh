#!/usr/bin/env bash
# A sealed log is not tied to Sealwax: Python's cryptography package opens it too and checks its chain (open_sealed.py),
# and what Python seals, unseal opens.
set -euo pipefail

opener=$(dirname "$(realpath "$0")")/open_sealed.py
if ! python3 -c 'import cryptography' 2> /dev/null; then
  echo 'left out: there is no cryptography package for python3'
  exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

seal --new-key key
printf '%s\n' '{"n":1}' '{"n":2,"text":"café"}' > plain.jsonl
seal -k key plain.jsonl > sealed.jsonl
python3 "$opener" key < sealed.jsonl | tee opened.jsonl
cmp opened.jsonl plain.jsonl

# Also what was sealed to a public key.
seal --new-key-pair pair
seal -k pair.pub plain.jsonl | python3 "$opener" pair | cmp - plain.jsonl

# A line that was taken out shows.
if sed 2d sealed.jsonl | python3 "$opener" key; then exit 1; fi

python3 -c '
from cryptography.fernet import Fernet
print(Fernet(open("key").read().strip()).encrypt(b"{\"n\":3}").decode())
' | unseal -k key
