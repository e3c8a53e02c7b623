# bash completion for seal, written by `seal --completions=bash`
_sealwax_seal() {
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
    --new-key) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --new-key-pair) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --curve) mapfile -t COMPREPLY < <(compgen -W 'P-256 X25519' -- "$word"); return ;;
    --field) return ;;
    --name) return ;;
    --print-head) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --output | -o) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --append | -a) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --old-key-file) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --ack) return ;;
    --sync) mapfile -t COMPREPLY < <(compgen -W 'record batch none' -- "$word"); return ;;
    --keep-torn) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --threads | -j) return ;;
    --max-line-bytes) return ;;
    --progress) mapfile -t COMPREPLY < <(compgen -W 'force' -- "$word"); return ;;
    esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--key-file= --key-fd= --insecure-key-file --new-key= --new-key-pair= --curve= --bare --whole --raw --field= --no-chain --name= --print-head= --output= --append= --in-place --rekey --old-key-file= --ack --ack-ready --sync= --keep-torn= --threads= --max-line-bytes= --progress --quiet --help --version' -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sealwax_seal seal
