#!/usr/bin/env bash
# A build that fails when a fixture holds a secret: it shows each place beside the changed line, and writes a log that
# a code scanner takes up. What may be in the clear is in a file that people read and review.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '{"to":"ada@corp.internal","cc":"desk@corp.internal","doc":"user@example.com"}\n' > fixture.jsonl
cat > allowed << 'END'
# The address on our web page.
desk@corp.internal
# Robots are nobody.
/[a-z-]+-bot@corp\.internal/
END

# In the log of GitHub Actions; published examples such as user@example.com do not count.
status=0
redact --check --allow allowed --format github fixture.jsonl 2> commands || status=$?
cat commands
[ "$status" = 1 ]
[ "$(wc -l < commands)" = 1 ]
grep -q '^::error file=fixture.jsonl,line=1,col=8,endColumn=25,title=email::' commands

# For the code scanner. The log appears whole or not at all, and standard error still tells people where to look.
redact --check --allow allowed --format sarif --report findings.sarif fixture.jsonl || status=$?
[ "$status" = 1 ]
grep -q '"ruleId":"email"' findings.sarif

# Why is that a finding? The value is not shown.
redact --explain --allow allowed fixture.jsonl
