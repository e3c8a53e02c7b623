#!/usr/bin/env bash
# Recorded test fixtures, kept clean: a check that fails the build, and the command that mends what it found. The rules
# of one's own are in rules.jsonl beside this script.
set -euo pipefail

rules=$(dirname "$(realpath "$0")")/rules.jsonl
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir fixtures
printf '{"status":200,"body":"{\\"email\\":\\"ada@corp.internal\\"}"}\n' > fixtures/customer.jsonl
printf '{"status":200,"request":"refund for LKS-2041-7783"}\n' > fixtures/refund.jsonl
printf '{"status":204}\n' > fixtures/empty.jsonl
touch -d 2020-01-01 fixtures/empty.jsonl

# The rules do what they say.
redact --test-rules "$rules"

# In the build: names file, line, column and rule of each finding, never the value.
status=0
redact --rules "$rules" --check fixtures/*.jsonl || status=$?
[ "$status" = 1 ]

# At the desk: cleans the files in place.
redact --rules "$rules" -i fixtures/*.jsonl
cat fixtures/*.jsonl

# The build passes now, and a file that had nothing to hide was not touched.
redact --rules "$rules" --check fixtures/*.jsonl
[ "$(date -r fixtures/empty.jsonl +%Y)" = 2020 ]
[ "$(cat fixtures/customer.jsonl)" = '{"status":200,"body":"{\"email\":\"[EMAIL]\"}"}' ]
