# bash completion for redact, written by `redact --completions=bash`
_sealwax_redact() {
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
    --output | -o) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --append | -a) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --sync) mapfile -t COMPREPLY < <(compgen -W 'record batch none' -- "$word"); return ;;
    --keep-torn) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --report) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'gcc json sarif github' -- "$word"); return ;;
    --only) return ;;
    --skip) return ;;
    --where) return ;;
    --drop-if) return ;;
    --category) mapfile -t COMPREPLY < <(compgen -W 'secret pii national network path location' -- "$word"); return ;;
    --disable) mapfile -t COMPREPLY < <(compgen -W "$(redact --print-rules=all | cut -d \" -f 4)" -- "$word"); return ;;
    --enable) mapfile -t COMPREPLY < <(compgen -W "$(redact --print-rules=all | cut -d \" -f 4)" -- "$word"); return ;;
    --known) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --known-env) return ;;
    --allow) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --rules) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --print-rules) mapfile -t COMPREPLY < <(compgen -W 'all' -- "$word"); return ;;
    --test-rules) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --replace) mapfile -t COMPREPLY < <(compgen -W 'label pseudonym mask hash shape drop remove' -- "$word"); return ;;
    --keep) return ;;
    --pseudonym-key) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --on-invalid) mapfile -t COMPREPLY < <(compgen -W 'withhold fail drop text quarantine=' -- "$word"); return ;;
    --threads | -j) return ;;
    --max-line-bytes) return ;;
    --progress) mapfile -t COMPREPLY < <(compgen -W 'force' -- "$word"); return ;;
    esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--output= --in-place --append= --sync= --keep-torn= --check --explain --report= --format= --text --only= --skip= --where= --drop-if= --category= --disable= --enable= --known= --known-env= --allow= --rules= --no-default-rules --print-rules --test-rules= --replace= --keep= --pseudonym-key= --on-invalid= --threads= --max-line-bytes= --progress --quiet --help --version' -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sealwax_redact redact
