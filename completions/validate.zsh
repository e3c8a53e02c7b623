#compdef validate
# zsh completion for validate, written by `validate --completions=zsh`
_arguments -s -S \
  '*--profile=-[what the lines are (auto)]:profile:(auto json openai anthropic claude-code codex responses openai-finetune sharegpt langchain sealed)' \
  '*-p+[what the lines are (auto)]:profile:(auto json openai anthropic claude-code codex responses openai-finetune sharegpt langchain sealed)' \
  '*--key-file=-[take keys from FILE (repeatable)]:key-file:_files' \
  '*-k+[take keys from FILE (repeatable)]:key-file:_files' \
  '*--key-fd=-[take keys from file descriptor N]:key-fd: ' \
  '*--insecure-key-file[accept a key file that others can read]' \
  '*--schema=-[check each record against a JSON Schema]:schema:_files' \
  '*-s+[check each record against a JSON Schema]:schema:_files' \
  '*--draft=-[of a schema without $schema (2020-12)]:draft:(4 6 7 2019-09 2020-12)' \
  '*--ref=-[schemas to refer to: FILE, DIR or URI=DIR (repeatable)]:ref:_files' \
  '*--format-assertion[check '\''format'\'' in schemas]' \
  '*--at=-[the message is at POINTER in each record]:at: ' \
  '*--group-by=-[each value at POINTER is a conversation]:group-by: ' \
  '*--strict[hold to rules too that APIs no longer insist on]' \
  '*--error=-[breaking RULE is an error (repeatable)]:error:{compadd -- $(validate --list-rules | cut -f 1)}' \
  '*--warn=-[breaking RULE is a warning (repeatable)]:warn:{compadd -- $(validate --list-rules | cut -f 1)}' \
  '*--ignore=-[do not look at RULE (repeatable)]:ignore:{compadd -- $(validate --list-rules | cut -f 1)}' \
  '*--duplicate-keys=-[equal member names: error, warn, allow (warn)]:duplicate-keys:(error warn allow)' \
  '*--lone-surrogates=-[half a \u pair: error, warn, allow (warn)]:lone-surrogates:(error warn allow)' \
  '*--blank-lines=-[error, warn, allow (warn)]:blank-lines:(error warn allow)' \
  '*--bom=-[at the start: error, warn, allow, skip (error)]:bom:(error warn allow skip)' \
  '*--list-rules[print each rule, its level and what it says]' \
  '*--stats[print lines, bytes, roles and times of each file as JSON]' \
  '*--format=-[form of reports: gcc, json, sarif, github]:format:(gcc json sarif github)' \
  '*--report=-[write a report to FILE, by default as JSON Lines]:report:_files' \
  '*--show-values[show the values at fault in reports]' \
  '*--max-errors=-[show N errors and N warnings a file (20; 0: all)]:max-errors: ' \
  '*--salvage[write every whole record, leave out what is damaged]' \
  '*--repair=-[with --salvage: mend surrogates, calls (repeatable)]:repair:(surrogates calls)' \
  '*--dangling=-[calls without result: close, drop (close)]:dangling:(close drop)' \
  '*--escape-separators[with --salvage: escape U+0085, U+2028, U+2029]' \
  '*--rejects=-[with --salvage: write every byte left out to FILE]:rejects:_files' \
  '*--resume-point[print the offset behind the last record before any damage]' \
  '*--resume-info[print that offset, open tool calls, who is next as JSON]' \
  '*--output=-[write to FILE, whole or not at all]:output:_files' \
  '*-o+[write to FILE, whole or not at all]:output:_files' \
  '*--quiet[write no diagnostics]' \
  '*-q[write no diagnostics]' \
  '*--threads=-[work on N threads (all processors, at most 8)]:threads: ' \
  '*-j+[work on N threads (all processors, at most 8)]:threads: ' \
  '*--max-line-bytes=-[refuse longer lines (K, M, G; default 256M)]:max-line-bytes: ' \
  '*--progress=-[show progress on a terminal (force: anywhere)]::progress:(force)' \
  '*--help[show this help and exit]' \
  '*-h[show this help and exit]' \
  '*--version[show the version and exit]' \
  '*-V[show the version and exit]' \
  '*:file:_files'
