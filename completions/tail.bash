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
    esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--lines= --bytes= --follow --quiet --silent --verbose --zero-terminated --help --version' -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sealwax_tail tail
