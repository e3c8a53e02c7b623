#compdef tail
# zsh completion for tail, written by `tail --completions=zsh`
_arguments -s -S \
  '*--lines=-[write the last N lines (10); +N: from line N on]:lines: ' \
  '*-n+[write the last N lines (10); +N: from line N on]:lines: ' \
  '*--bytes=-[write the last N bytes; +N: from byte N on]:bytes: ' \
  '*-c+[write the last N bytes; +N: from byte N on]:bytes: ' \
  '*--follow=-[then write what is appended: by descriptor, or by name]::follow:(descriptor name)' \
  '*-f[then write what is appended: by descriptor, or by name]' \
  '*--track[the same as --follow=name --retry]' \
  '*-F[the same as --follow=name --retry]' \
  '*--retry[with -f, wait for a file that cannot be opened]' \
  '*--sleep-interval=-[with -f, look every S seconds (1.0) at what is not told]:sleep-interval: ' \
  '*-s+[with -f, look every S seconds (1.0) at what is not told]:sleep-interval: ' \
  '*--pid=-[with -f, end when process PID has ended]:pid: ' \
  '*--max-unchanged-stats=-[without inotify, ask for a name every N looks (5)]:max-unchanged-stats: ' \
  '*--quiet[write no headers with file names]' \
  '*-q[write no headers with file names]' \
  '*--silent[the same as --quiet]' \
  '*--verbose[write a header for a single file too]' \
  '*-v[write a header for a single file too]' \
  '*--zero-terminated[lines end in NUL, not in LF]' \
  '*-z[lines end in NUL, not in LF]' \
  '*--complete-only[hold back a last line that nothing ends]' \
  '*--offset-file=-[write what came since the last run with PLACES]:offset-file:_files' \
  '*--valid[write the longest end of the last N records that is valid]' \
  '*--turns=-[write the last N turns, each from a user'\''s message on]:turns: ' \
  '*--max-tokens=-[write the last whole turns of about N tokens]:max-tokens: ' \
  '*-t+[write the last whole turns of about N tokens]:max-tokens: ' \
  '*--profile=-[what the records are (found from the first ones)]:profile:(openai anthropic claude-code codex responses langchain)' \
  '*-p+[what the records are (found from the first ones)]:profile:(openai anthropic claude-code codex responses langchain)' \
  '*--keep-first=-[keep the first N messages as well]:keep-first: ' \
  '*--no-system[leave out the leading instructions]' \
  '*--start-on=-[begin with a message of the user, or of the assistant]:start-on:(user assistant)' \
  '*--end-on=-[end with a message of the user, the assistant or a tool]:end-on:(user assistant tool)' \
  '*--dangling=-[what to do with a tool call without result (drop)]:dangling:(drop keep error close)' \
  '*--oversize=-[what to do if not even one group fits (error)]:oversize:(error emit)' \
  '*--strip-thinking[take out thinking from before the last user'\''s message]' \
  '*--clear-tool-results=-[clear what tools gave, but the last KEEP (3)]::clear-tool-results: ' \
  '*--rest=-[write the records that are left out to FILE]:rest:_files' \
  '*--count[write how many tokens each record is, not the record]' \
  '*--counter=-[o200k, cl100k, claude, deepseek, tekken or bytes4]:counter:(o200k cl100k claude deepseek tekken bytes4)' \
  '*--tokenizer=-[count exactly, with a vocabulary in tiktoken'\''s form]:tokenizer:_files' \
  '*--tokenizer-pattern=-[o200k, cl100k, p50k, tekken, or one in PCRE2'\''s syntax]:tokenizer-pattern:(o200k cl100k p50k tekken)' \
  '*--token-scale=-[multiply counts with R (1.0)]:token-scale: ' \
  '*--image-tokens=-[what an image costs (1600)]:image-tokens: ' \
  '*--margin=-[how far an estimate may be off, of a budget (10)]:margin: ' \
  '*--reserve=-[how much of a budget is kept free (0)]:reserve: ' \
  '*--max-line-bytes=-[refuse longer lines (K, M, G; default 256M)]:max-line-bytes: ' \
  '*--help[show this help and exit]' \
  '*-h[show this help and exit]' \
  '*--version[show the version and exit]' \
  '*-V[show the version and exit]' \
  '*:file:_files'
