#compdef tail
# zsh completion for tail, written by `tail --completions=zsh`
_arguments -s -S \
  '*--lines=-[write the last N lines (10); +N: from line N on]:lines: ' \
  '*-n+[write the last N lines (10); +N: from line N on]:lines: ' \
  '*--bytes=-[write the last N bytes; +N: from byte N on]:bytes: ' \
  '*-c+[write the last N bytes; +N: from byte N on]:bytes: ' \
  '*--follow[then write what is appended, as it comes]' \
  '*-f[then write what is appended, as it comes]' \
  '*--quiet[write no headers with file names]' \
  '*-q[write no headers with file names]' \
  '*--silent[the same as --quiet]' \
  '*--verbose[write a header for a single file too]' \
  '*-v[write a header for a single file too]' \
  '*--zero-terminated[lines end in NUL, not in LF]' \
  '*-z[lines end in NUL, not in LF]' \
  '*--help[show this help and exit]' \
  '*-h[show this help and exit]' \
  '*--version[show the version and exit]' \
  '*-V[show the version and exit]' \
  '*:file:_files'
