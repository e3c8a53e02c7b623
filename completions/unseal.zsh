#compdef unseal
# zsh completion for unseal, written by `unseal --completions=zsh`
_arguments -s -S \
  '*--key-file=-[take keys from FILE (repeatable)]:key-file:_files' \
  '*-k+[take keys from FILE (repeatable)]:key-file:_files' \
  '*--key-fd=-[take keys from file descriptor N]:key-fd: ' \
  '*--insecure-key-file[accept a key file that others can read]' \
  '*--field=-[only the values at POINTER in each record (repeatable)]:field: ' \
  '*--output=-[write to FILE, whole or not at all]:output:_files' \
  '*-o+[write to FILE, whole or not at all]:output:_files' \
  '*--in-place[rewrite each FILE that changes, atomically]' \
  '*-i[rewrite each FILE that changes, atomically]' \
  '*--max-age=-[leave out what was sealed longer ago (90, 15m, 24h, 7d)]:max-age: ' \
  '*--skip-bad[report what cannot be opened, and go on]' \
  '*--plain=-[what to do with a line that is not sealed (error)]:plain:(pass error)' \
  '*--gaps[accept a selection of lines: some may be missing]' \
  '*--complete[want the chain'\''s first line, and the end in FILE.head]' \
  '*--anchor=-[want the line that was the head of a log once]:anchor: ' \
  '*--genesis=-[take the first keys of public-key chains from the log FILE]:genesis:_files' \
  '*--verify[write no plaintext, but whether FILE is intact]' \
  '*--raw[write what was sealed with --raw: add no LF]' \
  '*--lenient[read tokens as loosely as Python'\''s cryptography does]' \
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
