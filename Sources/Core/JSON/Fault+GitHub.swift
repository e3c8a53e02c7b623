extension Fault {
  /// Appends the fault as a workflow command of GitHub Actions and an LF:
  /// `::error file=a.jsonl,line=17,col=342,title=json/bad-escape::unknown escape`.
  ///
  /// - SeeAlso: GitHub's "Workflow commands for GitHub Actions" and the escaping in `actions/toolkit`, `command.ts`.
  package func appendGitHubCommand(to output: ByteBuffer) {
    switch severity {
    case .error: output.append("::error")
    case .warning: output.append("::warning")
    case .note: output.append("::notice")
    }
    output.append(" file=")
    Self.append(location.file, isProperty: true, to: output)
    if let line = location.line { output.append(",line=\(line)" as String) }
    if let columns = characterColumns {
      output.append(",col=\(columns.lowerBound)" as String)
      if !columns.isEmpty { output.append(",endColumn=\(columns.upperBound)" as String) }
    } else if let column = location.column {
      output.append(",col=\(column)" as String)
    }
    output.append(",title=")
    Self.append(rule, isProperty: true, to: output)
    output.append("::")
    Self.append(message, isProperty: false, to: output)
    output.append("\n")
  }

  /// What would end a command or a property of it is written as `%` and two digits.
  private static func append(_ text: String, isProperty: Bool, to output: ByteBuffer) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): output.append("%25")
      case UInt8(ascii: "\r"): output.append("%0D")
      case UInt8(ascii: "\n"): output.append("%0A")
      case UInt8(ascii: ":") where isProperty: output.append("%3A")
      case UInt8(ascii: ",") where isProperty: output.append("%2C")
      default: output.append(byte)
      }
    }
  }
}
