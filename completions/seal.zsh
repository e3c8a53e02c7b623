#compdef seal
# zsh completion for seal, written by `seal --completions=zsh`
_arguments -s -S \
  '*--key-file=-[take keys from FILE (repeatable)]:key-file:_files' \
  '*-k+[take keys from FILE (repeatable)]:key-file:_files' \
  '*--key-fd=-[take keys from file descriptor N]:key-fd: ' \
  '*--insecure-key-file[accept a key file that others can read]' \
  '*--new-key=-[write a new key to FILE, and no more]:new-key:_files' \
  '*--new-key-pair=-[write a new key pair to FILE and FILE.pub]:new-key-pair:_files' \
  '*--curve=-[the curve of --new-key-pair (P-256)]:curve:(P-256 X25519)' \
  '*--bare[write the token alone, without an object around it]' \
  '*--whole[seal the whole text as one token]' \
  '*--raw[with --whole, seal any bytes as they are]' \
  '*--field=-[only the values at POINTER in each record (repeatable)]:field: ' \
  '*--no-chain[let each line stand alone, not bound to the one before]' \
  '*--name=-[call the log NAME in its first line]:name: ' \
  '*--print-head=-[print the head of the log FILE, to ask unseal for it]:print-head:_files' \
  '*--output=-[write to FILE, whole or not at all]:output:_files' \
  '*-o+[write to FILE, whole or not at all]:output:_files' \
  '*--append=-[append to FILE, durably]:append:_files' \
  '*-a+[append to FILE, durably]:append:_files' \
  '*--in-place[rewrite each FILE that changes, atomically]' \
  '*-i[rewrite each FILE that changes, atomically]' \
  '*--rekey[with -i, seal the lines of sealed FILEs under another key]' \
  '*--old-key-file=-[with --rekey, take keys that open from FILE (repeatable)]:old-key-file:_files' \
  '*--ack=-[with -a, write WORD (OK) for each line once it is durable]::ack: ' \
  '*--ack-ready[with -a, write the word once more when the log is open]' \
  '*--sync=-[when -a waits for the disk (batch)]:sync:(record batch none)' \
  '*--keep-torn=-[save what -a cuts from a torn end]:keep-torn:_files' \
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
