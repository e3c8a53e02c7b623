/// A shell whose completion scripts are written from the option tables.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish
}

extension Command {
  /// A script that completes the tool's options, their values where they are a closed set, and files.
  package func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions
    case .zsh: zshCompletions
    case .fish: fishCompletions
    }
  }

  /// The shell function that the script defines; the leading `_` keeps it out of the way.
  private var functionName: String { "_sealwax_\(name)" }

  private var bashCompletions: String {
    var cases = ""
    for option in options where option.takesArgument {
      let spellings = [option.name] + (option.valuedShort.map { ["-\($0)"] } ?? [])
      let words =
        switch option.values {
        case .any: "return"
        case .files: "mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); return"
        case .folders: "mapfile -t COMPREPLY < <(compgen -d -- \"$word\"); return"
        case .oneOf(let words):
          "mapfile -t COMPREPLY < <(compgen -W '\(words().joined(separator: " "))' -- \"$word\"); return"
        case .linesOf(let command):
          "mapfile -t COMPREPLY < <(compgen -W \"$(\(command))\" -- \"$word\"); return"
        }
      cases += "    \(spellings.joined(separator: " | "))) \(words) ;;\n"
    }
    let names = options.map(\.bashWord).joined(separator: " ")
    return """
      # bash completion for \(name), written by `\(name) --completions=bash`
      \(functionName)() {
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
      \(cases)    esac
        if [[ $word == -* ]]; then
          mapfile -t COMPREPLY < <(compgen -W '\(names)' -- "$word")
          [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
        else
          mapfile -t COMPREPLY < <(compgen -f -- "$word")
        fi
      }
      complete -o filenames -F \(functionName) \(name)

      """
  }

  private var zshCompletions: String {
    var rows = ""
    for option in options {
      let help = option.help.escaping("[", as: "\\[").escaping("]", as: "\\]").escaping("'", as: "'\\''")
      var value = ""
      if case .optional = option.argument { value += ":" }
      if option.takesArgument { value += ":\(option.long):\(option.zshAction)" }
      let long = option.takesArgument ? "\(option.name)=-" : option.name
      rows += "  '*\(long)[\(help)]\(value)' \\\n"
      if let short = option.short {
        let takesValue = option.valuedShort != nil
        rows += "  '*-\(short)\(takesValue ? "+" : "")[\(help)]\(takesValue ? value : "")' \\\n"
      }
    }
    return """
      #compdef \(name)
      # zsh completion for \(name), written by `\(name) --completions=zsh`
      _arguments -s -S \\
      \(rows)  '*:file:_files'

      """
  }

  private var fishCompletions: String {
    var text = "# fish completion for \(name), written by `\(name) --completions=fish`\n"
    for option in options {
      let description = " -d '\(option.help.escaping("'", as: "\\'"))'\n"
      text += "complete -c \(name)"
      if let short = option.short {
        text += " -s \(short)"
        if option.takesArgument, option.valuedShort == nil { text += "\(description)complete -c \(name)" }
      }
      text += " -l \(option.long)"
      if option.takesArgument {
        switch option.values {
        case .any: text += " -x"
        case .files, .folders: text += " -r -F"
        case .linesOf(let command): text += " -x -a '(\(command))'"
        case .oneOf(let words): text += " -x -a '\(words().joined(separator: " "))'"
        }
      }
      text += description
    }
    return text
  }
}

extension Option {
  fileprivate var takesArgument: Bool {
    if case .none = argument { false } else { true }
  }

  /// The short name if a value follows it: one that may be left out follows the long name only.
  fileprivate var valuedShort: Character? {
    if case .required = argument { short } else { nil }
  }

  /// The word to complete to: with `=` where a value must follow.
  fileprivate var bashWord: String {
    if case .required = argument { "\(name)=" } else { name }
  }

  fileprivate var zshAction: String {
    switch values {
    case .any: " "
    case .linesOf(let command): "{compadd -- $(\(command))}"
    case .files: "_files"
    case .folders: "_files -/"
    case .oneOf(let words): "(\(words().joined(separator: " ")))"
    }
  }
}

extension String {
  fileprivate func escaping(_ character: Character, as escape: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: escape)
  }
}
