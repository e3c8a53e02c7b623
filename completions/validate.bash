# bash completion for validate, written by `validate --completions=bash`
_sealwax_validate() {
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
    --profile | -p) mapfile -t COMPREPLY < <(compgen -W 'auto json openai anthropic claude-code codex responses openai-finetune sharegpt langchain sealed' -- "$word"); return ;;
    --key-file | -k) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --key-fd) return ;;
    --schema | -s) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --draft) mapfile -t COMPREPLY < <(compgen -W '4 6 7 2019-09 2020-12' -- "$word"); return ;;
    --ref) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --at) return ;;
    --group-by) return ;;
    --error) mapfile -t COMPREPLY < <(compgen -W "$(validate --list-rules | cut -f 1)" -- "$word"); return ;;
    --warn) mapfile -t COMPREPLY < <(compgen -W "$(validate --list-rules | cut -f 1)" -- "$word"); return ;;
    --ignore) mapfile -t COMPREPLY < <(compgen -W "$(validate --list-rules | cut -f 1)" -- "$word"); return ;;
    --duplicate-keys) mapfile -t COMPREPLY < <(compgen -W 'error warn allow' -- "$word"); return ;;
    --lone-surrogates) mapfile -t COMPREPLY < <(compgen -W 'error warn allow' -- "$word"); return ;;
    --blank-lines) mapfile -t COMPREPLY < <(compgen -W 'error warn allow' -- "$word"); return ;;
    --bom) mapfile -t COMPREPLY < <(compgen -W 'error warn allow skip' -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'gcc json sarif github' -- "$word"); return ;;
    --report) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --max-errors) return ;;
    --repair) mapfile -t COMPREPLY < <(compgen -W 'surrogates calls' -- "$word"); return ;;
    --dangling) mapfile -t COMPREPLY < <(compgen -W 'close drop' -- "$word"); return ;;
    --rejects) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --output | -o) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --threads | -j) return ;;
    --max-line-bytes) return ;;
    --progress) mapfile -t COMPREPLY < <(compgen -W 'force' -- "$word"); return ;;
    esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--profile= --key-file= --key-fd= --insecure-key-file --schema= --draft= --ref= --format-assertion --at= --group-by= --strict --error= --warn= --ignore= --duplicate-keys= --lone-surrogates= --blank-lines= --bom= --list-rules --stats --format= --report= --show-values --max-errors= --salvage --repair= --dangling= --escape-separators --rejects= --resume-point --resume-info --output= --quiet --threads= --max-line-bytes= --progress --help --version' -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sealwax_validate validate
