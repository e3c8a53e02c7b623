#compdef validate
# zsh completion for validate, written by `validate --completions=zsh`
_arguments -s -S \
  '*--profile=-[what the lines are (json)]:profile:(json sealed)' \
  '*-p+[what the lines are (json)]:profile:(json sealed)' \
  '*--key-file=-[take keys from FILE (repeatable)]:key-file:_files' \
  '*-k+[take keys from FILE (repeatable)]:key-file:_files' \
  '*--key-fd=-[take keys from file descriptor N]:key-fd: ' \
  '*--insecure-key-file[accept a key file that others can read]' \
  '*--format=-[form of reports: gcc, json, sarif, github]:format:(gcc json sarif github)' \
  '*--report=-[write a report to FILE, by default as JSON Lines]:report:_files' \
  '*--max-errors=-[show N errors and N warnings a file (20; 0: all)]:max-errors: ' \
  '*--duplicate-keys=-[equal member names: error, warn, allow (warn)]:duplicate-keys:(error warn allow)' \
  '*--lone-surrogates=-[half a \u pair: error, warn, allow (warn)]:lone-surrogates:(error warn allow)' \
  '*--blank-lines=-[error, warn, allow (warn)]:blank-lines:(error warn allow)' \
  '*--bom=-[at the start: error, warn, allow, skip (error)]:bom:(error warn allow skip)' \
  '*--salvage[write every whole record, leave out what is damaged]' \
  '*--rejects=-[with --salvage: write every byte left out to FILE]:rejects:_files' \
  '*--resume-point[print the offset behind the last record before any damage]' \
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
