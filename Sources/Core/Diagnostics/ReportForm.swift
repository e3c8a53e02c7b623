/// A form in which faults are told to people and to programs.
package enum ReportForm: String, CaseIterable, Sendable {
  /// A line each, as compilers write it.
  case gcc
  /// A JSON object a line.
  case json
  /// One SARIF 2.1.0 log for the whole run.
  case sarif
  /// A workflow command a line, which GitHub Actions shows beside the file.
  case github
}
