# bash completion for tail, written by `tail --completions=bash`
_sealwax_tail() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # bash splits a word at '=' into three.
  if [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $word == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 1]}
    word=
  fi
  case $option in
    --lines | -n) return ;;
    --bytes | -c) return ;;
    --follow) mapfile -t COMPREPLY < <(compgen -W 'descriptor name' -- "$word"); return ;;
    --sleep-interval | -s) return ;;
    --pid) return ;;
    --max-unchanged-stats) return ;;
    --offset-file) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --turns) return ;;
    --max-tokens | -t) return ;;
    --profile | -p) mapfile -t COMPREPLY < <(compgen -W 'openai anthropic claude-code codex responses langchain' -- "$word"); return ;;
    --keep-first) return ;;
    --start-on) mapfile -t COMPREPLY < <(compgen -W 'user assistant' -- "$word"); return ;;
    --end-on) mapfile -t COMPREPLY < <(compgen -W 'user assistant tool' -- "$word"); return ;;
    --dangling) mapfile -t COMPREPLY < <(compgen -W 'drop keep error close' -- "$word"); return ;;
    --oversize) mapfile -t COMPREPLY < <(compgen -W 'error emit' -- "$word"); return ;;
    --clear-tool-results) return ;;
    --rest) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --counter) mapfile -t COMPREPLY < <(compgen -W 'o200k cl100k claude deepseek tekken bytes4' -- "$word"); return ;;
    --tokenizer) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --tokenizer-pattern) mapfile -t COMPREPLY < <(compgen -W 'o200k cl100k p50k tekken' -- "$word"); return ;;
    --token-scale) return ;;
    --image-tokens) return ;;
    --margin) return ;;
    --reserve) return ;;
    --max-line-bytes) return ;;
    esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--lines= --bytes= --follow --track --retry --sleep-interval= --pid= --max-unchanged-stats= --quiet --silent --verbose --zero-terminated --complete-only --offset-file= --valid --turns= --max-tokens= --profile= --keep-first= --no-system --start-on= --end-on= --dangling= --oversize= --strip-thinking --clear-tool-results --rest= --count --counter= --tokenizer= --tokenizer-pattern= --token-scale= --image-tokens= --margin= --reserve= --max-line-bytes= --help --version' -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sealwax_tail tail
