#compdef redact
# zsh completion for redact, written by `redact --completions=zsh`
_arguments -s -S \
  '*--output=-[write to FILE, whole or not at all]:output:_files' \
  '*-o+[write to FILE, whole or not at all]:output:_files' \
  '*--in-place[rewrite each FILE that changes, atomically]' \
  '*-i[rewrite each FILE that changes, atomically]' \
  '*--append=-[append to FILE, durably]:append:_files' \
  '*-a+[append to FILE, durably]:append:_files' \
  '*--sync=-[when -a waits for the disk (batch)]:sync:(record batch none)' \
  '*--keep-torn=-[save what -a cuts from a torn end]:keep-torn:_files' \
  '*--check[only name the place of each finding; exit 1 if any]' \
  '*--explain[only say what is found, by which rule, and why]' \
  '*--report=-[write a report to FILE, by default as JSON Lines]:report:_files' \
  '*--format=-[form of reports: gcc, json, sarif, github]:format:(gcc json sarif github)' \
  '*--text[lines are plain text, not JSON]' \
  '*--only=-[look only at POINTER; * and ** are wild]:only: ' \
  '*--skip=-[do not look at POINTER (repeatable)]:skip: ' \
  '*--where=-[redact only records where this holds]:where: ' \
  '*--drop-if=-[leave records out where this holds]:drop-if: ' \
  '*--category=-[look for these only (default secret,pii)]:category:(secret pii national network path location)' \
  '*--disable=-[leave a rule out (repeatable)]:disable:{compadd -- $(redact --print-rules=all | cut -d \" -f 4)}' \
  '*--enable=-[take a rule in that is off (repeatable)]:enable:{compadd -- $(redact --print-rules=all | cut -d \" -f 4)}' \
  '*--known=-[look for the values of FILE too]:known:_files' \
  '*--known-env=-[look for the values of variables such as '\''AWS_*'\'']:known-env: ' \
  '*--allow=-[let values and /patterns/ of FILE through]:allow:_files' \
  '*--rules=-[add the rules of FILE (repeatable)]:rules:_files' \
  '*--no-default-rules[leave the built-in rules out]' \
  '*--print-rules=-[write the rules in use, or all, as JSON Lines]::print-rules:(all)' \
  '*--test-rules=-[run the rules of FILE over their own examples]:test-rules:_files' \
  '*--replace=-[label, pseudonym, mask, hash, shape, drop, remove]:replace:(label pseudonym mask hash shape drop remove)' \
  '*--keep=-[show N characters at the end of a mask (4)]:keep: ' \
  '*--pseudonym-key=-[take the key of pseudonyms from FILE]:pseudonym-key:_files' \
  '*--on-invalid=-[withhold, fail, drop, text or quarantine=FILE]:on-invalid:(withhold fail drop text quarantine=)' \
  '*--threads=-[work on N threads (all processors, at most 8)]:threads: ' \
  '*-j+[work on N threads (all processors, at most 8)]:threads: ' \
  '*--max-line-bytes=-[refuse longer lines (K, M, G; default 256M)]:max-line-bytes: ' \
  '*--progress=-[show progress on a terminal (force: anywhere)]::progress:(force)' \
  '*--quiet[write no diagnostics]' \
  '*-q[write no diagnostics]' \
  '*--help[show this help and exit]' \
  '*-h[show this help and exit]' \
  '*--version[show the version and exit]' \
  '*-V[show the version and exit]' \
  '*:file:_files'
