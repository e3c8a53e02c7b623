# bash completion for unseal, written by `unseal --completions=bash`
_sealwax_unseal() {
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
    --key-file | -k) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --key-fd) return ;;
    --field) return ;;
    --output | -o) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --max-age) return ;;
    --plain) mapfile -t COMPREPLY < <(compgen -W 'pass error' -- "$word"); return ;;
    --anchor) return ;;
    --genesis) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --threads | -j) return ;;
    --max-line-bytes) return ;;
    --progress) mapfile -t COMPREPLY < <(compgen -W 'force' -- "$word"); return ;;
    esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--key-file= --key-fd= --insecure-key-file --field= --output= --in-place --max-age= --skip-bad --plain= --gaps --complete --anchor= --genesis= --verify --raw --lenient --threads= --max-line-bytes= --progress --quiet --help --version' -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sealwax_unseal unseal
