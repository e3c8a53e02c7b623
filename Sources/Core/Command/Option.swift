/// One option of a tool, written down once: the parser, `--help` and the completions are made from this row, and a
/// test holds the manual page to it.
package struct Option: Sendable {
  /// What an option takes.
  package enum Argument: Sendable {
    case none
    /// A value that must be there; the name stands for it in the help.
    case required(String, Values = .any)
    /// A value that may follow as `--name=value`.
    case optional(String, Values = .any)
  }

  /// What the completions offer for a value.
  package enum Values: Sendable {
    case any
    case files
    case folders
    /// Words that are known; made when they are asked for, and not at every start.
    case oneOf(@autoclosure @Sendable () -> [String])
    /// The words that a shell command prints, one a line; it holds no single quote.
    case linesOf(command: String)
  }

  package var long: String
  package var short: Character?
  package var argument: Argument
  /// One line, lower case, no full stop.
  package var help: String

  package init(_ long: String, short: Character? = nil, _ argument: Argument = .none, help: String) {
    self.long = long
    self.short = short
    self.argument = argument
    self.help = help
  }

  /// `--long`, as messages name it.
  package var name: String { "--\(long)" }

  /// The left column of the help: `-o, --output=FILE`.
  package var usage: String {
    let front = short.map { "-\($0), " } ?? "    "
    switch argument {
    case .none: return "\(front)--\(long)"
    case .required(let value, _): return "\(front)--\(long)=\(value)"
    case .optional(let value, _): return "\(front)--\(long)[=\(value)]"
    }
  }

  /// What the value may be, `.any` for an option without one.
  package var values: Values {
    switch argument {
    case .none: .any
    case .required(_, let values), .optional(_, let values): values
    }
  }

  var shape: OptionShape {
    switch argument {
    case .none: OptionShape(long: long, short: short, argument: .none)
    case .required: OptionShape(long: long, short: short, argument: .required)
    case .optional: OptionShape(long: long, short: short, argument: .optional)
    }
  }
}

// The same thing has the same name in every tool.
extension Option {
  package static let help = Option("help", short: "h", help: "show this help and exit")
  package static let version = Option("version", short: "V", help: "show the version and exit")
  package static let output = Option(
    "output", short: "o", .required("FILE", .files), help: "write to FILE, whole or not at all")
  package static let inPlace = Option("in-place", short: "i", help: "rewrite each FILE that changes, atomically")
  package static let append = Option("append", short: "a", .required("FILE", .files), help: "append to FILE, durably")
  package static let format = Option(
    "format", .required("FORM", .oneOf(ReportForm.allCases.map(\.rawValue))),
    help: "form of reports: gcc, json, sarif, github")
  package static let report = Option(
    "report", .required("FILE", .files), help: "write a report to FILE, by default as JSON Lines")
  package static let keyFile = Option(
    "key-file", short: "k", .required("FILE", .files), help: "take keys from FILE (repeatable)")
  package static let keyDescriptor = Option("key-fd", .required("N"), help: "take keys from file descriptor N")
  package static let field = Option(
    "field", .required("POINTER"), help: "only the values at POINTER in each record (repeatable)")
  package static let insecureKeyFile = Option(
    "insecure-key-file", help: "accept a key file that others can read")
  package static let quiet = Option("quiet", short: "q", help: "write no diagnostics")
  package static let threads = Option(
    "threads", short: "j", .required("N"), help: "work on N threads (all processors, at most 8)")
  package static let maximumLineSize = Option(
    "max-line-bytes", .required("SIZE"), help: "refuse longer lines (K, M, G; default 256M)")
  package static let progress = Option(
    "progress", .optional("WHEN", .oneOf(["force"])), help: "show progress on a terminal (force: anywhere)")
  package static let synchronization = Option(
    "sync", .required("WHEN", .oneOf(["record", "batch", "none"])), help: "when -a waits for the disk (batch)")
  package static let keepTorn = Option(
    "keep-torn", .required("FILE", .files), help: "save what -a cuts from a torn end")
}
