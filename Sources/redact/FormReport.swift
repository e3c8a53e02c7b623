import Core

/// Findings as faults, in the form that `--format` names, on standard error or in the file of `--report`.
final class FormReport: FindingReport {
  private let report: FaultReport
  private let descriptions: RuleDescriptions
  private let console: Console
  /// Nil for standard error, and behind the end.
  private var file: Output?
  private let isFile: Bool
  private let buffer = ByteBuffer()

  /// The rule that lines break which cannot be checked.
  static let withheldRule = "redact/withheld"

  /// - Parameter path: of a file, nil for standard error.
  init(_ form: ReportForm, _ descriptions: RuleDescriptions, _ console: Console, path: String?) throws {
    self.descriptions = descriptions
    self.console = console
    isFile = path != nil
    file = try path.map { try Output.file($0) }
    report = FaultReport(form, tool: Redact.command.name, version: Command.version) { rule in
      rule == Self.withheldRule ? RuleDescription("Line that could not be checked") : descriptions[id: rule]
    }
  }

  func add(_ findings: [Finding], file: String, line: Int) throws {
    buffer.removeAll()
    for finding in findings {
      let fault = Fault(
        .error, at: Location(file, line: line, column: finding.column), pointer: finding.pointers.first,
        rule: finding.rule, descriptions[id: finding.rule]?.text ?? finding.rule,
        characterColumns: finding.characterColumns)
      report.append(fault, to: buffer)
    }
    try write()
  }

  func add(_ fault: Fault) throws {
    buffer.removeAll()
    report.append(fault, to: buffer)
    try write()
  }

  func finish(_ tally: Tally, _ status: ExitCode) throws {
    try end(isSuccessful: status != .failed)
    guard let output = file.take() else { return }
    try output.commit()
  }

  func abandon() {
    if !isFile { try? end(isSuccessful: false) }
  }

  private func end(isSuccessful: Bool) throws {
    buffer.removeAll()
    report.end(isSuccessful: isSuccessful, to: buffer)
    try write()
  }

  private func write() throws {
    guard !buffer.bytes.isEmpty else { return }
    if isFile {
      try file?.write(buffer.bytes, recordCount: 0)
    } else {
      console.report(buffer.bytes.text)
    }
  }
}
