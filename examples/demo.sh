#!/usr/bin/env bash
# The five tools on a short agent session, step by step. Each step says what it proved, and the script fails if it did
# not. The tools are those in PATH; `make demo` puts the ones just built there.
set -euo pipefail

session=$(dirname "$(realpath "$0")")/session.jsonl
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Everything in the session that must never reach a disk.
secrets=(
  'ada.byrne@larkspur.example' '+44 20 7946 0958' 'q7Vw-9sLx2Tz' 'AKIAQ3EGXH7WLZ5NTBVC'
  'b0Lf/8sNq1XvT5mKz9RdWc3YhGj7PeUa2QiOtE4x' 'kN8vT2xQ9mB4wZ7cR1yL5pD3' '4539 1488 0343 6467' 'Tr0ub4dor-and-3'
  'GB33 BUKB 2020 1555 5555 55'
)

# Bold, green and plain, on a terminal only.
bold='' green='' plain=''
if [ -t 1 ]; then
  bold=$'\033[1m' green=$'\033[32m' plain=$'\033[0m'
fi

step() {
  printf '\n%s$ %s%s\n' "$bold" "$1" "$plain"
}

proved() {
  printf '%s✔ %s%s\n' "$green" "$1" "$plain"
}

failed() {
  printf '✘ %s\n' "$1" >&2
  exit 1
}

lines() {
  wc -l < "$1" | tr -d ' '
}

# Prints lines no wider than a screen.
show() {
  cut -c 1-150 | sed 's/^/  /'
}

step 'cat session.jsonl'
show < "$session"
found=0
for secret in "${secrets[@]}"; do
  if grep -qF -- "$secret" "$session"; then found=$((found + 1)); fi
done
[ "$found" = "${#secrets[@]}" ] || failed "the sample holds only $found of its ${#secrets[@]} secrets"
proved "$(lines "$session") turns with $found secrets and personal data in plain text, in JSON in JSON and behind escapes"

step 'redact < session.jsonl > clean.jsonl'
redact < "$session" > clean.jsonl
show < clean.jsonl
for secret in "${secrets[@]}"; do
  if grep -qF -- "$secret" clean.jsonl; then failed 'a secret is still there'; fi
done
if grep -q 'ada.byrne' clean.jsonl; then failed 'an address behind an escape is still there'; fi
[ "$(lines clean.jsonl)" = "$(lines "$session")" ] || failed 'a turn is missing'
# The ninth turn has its own spacing, escapes and a number-like text, and nothing to hide.
cmp -s <(sed -n 9p "$session") <(sed -n 9p clean.jsonl) || failed 'a turn without a secret was changed'
redact < clean.jsonl > again.jsonl
cmp -s again.jsonl clean.jsonl || failed 'redacting twice is not redacting once'
proved 'none of them is left, no turn is lost, a turn without one is the same to the byte'

step 'seal --new-key key; redact < session.jsonl | seal -k key > sealed.jsonl'
seal --new-key key
redact < "$session" | seal -k key > sealed.jsonl
show < sealed.jsonl
[ "$(stat -c %a key)" = 600 ] || failed 'others can read the key'
if grep -q 'larkspur\|role' sealed.jsonl; then failed 'something is readable'; fi
if grep -qvE '^\{"fernet":"[^"]*","chain":"[^"]*"\}$' sealed.jsonl; then failed 'a sealed line is no JSON'; fi
unseal -k key sealed.jsonl | cmp -s - clean.jsonl || failed 'what comes out is not what went in'
proved 'each turn is one sealed line, still JSON Lines, and opens to the same bytes'

step 'tail -n 3 sealed.jsonl | unseal -k key'
tail -n 3 sealed.jsonl | unseal -k key > last.jsonl
show < last.jsonl
sed -n '10,12p' clean.jsonl | cmp -s - last.jsonl || failed 'these are not the last three turns'
proved 'the last turns open alone, without the lines before them'

step "sed -E '3s/.{20}/AAAAAAAAAAAAAAAAAAAA/3' sealed.jsonl | unseal -k key"
status=0
sed -E '3s/.{20}/AAAAAAAAAAAAAAAAAAAA/3' sealed.jsonl | unseal -k key > cut.jsonl 2> messages || status=$?
show < messages
[ "$status" = 1 ] || failed "an altered turn ended in status $status"
sed -n 1p clean.jsonl | cmp -s - cut.jsonl || failed 'something of an altered turn came out'
proved 'an altered turn is noticed, and nothing of it comes out'

step 'sed 5d sealed.jsonl | unseal -k key'
status=0
sed 5d sealed.jsonl | unseal -k key > cut.jsonl 2> messages || status=$?
show < messages
[ "$status" = 1 ] || failed "a missing turn ended in status $status"
sed -n 1,3p clean.jsonl | cmp -s - cut.jsonl || failed 'something else than the turns before it came out'
proved 'a missing turn is noticed'

step 'validate clean.jsonl'
validate clean.jsonl 2>&1 | show
validate -q clean.jsonl || failed 'the session is not valid'
proved 'the clean session is JSON Lines, strictly'

step 'head -c -40 clean.jsonl > torn.jsonl; validate torn.jsonl; validate --salvage torn.jsonl > whole.jsonl'
head -c -40 clean.jsonl > torn.jsonl
status=0
validate torn.jsonl > messages 2>&1 || status=$?
show < messages
[ "$status" = 3 ] || failed "a torn last line ended in status $status"
validate --salvage torn.jsonl > whole.jsonl 2> messages || true
sed '$d' clean.jsonl | cmp -s - whole.jsonl || failed 'a whole record is missing or a new one was made up'
proved 'after a crash the torn line is named, and every whole record comes back'

printf '\nAll of it held.\n'
