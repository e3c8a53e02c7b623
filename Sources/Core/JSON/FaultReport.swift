/// Writes faults in the form that somebody asked for, one after the other.
package final class FaultReport {
  package let form: ReportForm
  private let log: SARIFLog

  /// - Parameters:
  ///   - tool: the program's name.
  ///   - describe: what the rule of an id is about, nil for one that nobody knows.
  package init(
    _ form: ReportForm, tool: String, version: String, describe: @escaping (String) -> RuleDescription?
  ) {
    self.form = form
    log = SARIFLog(tool: tool, version: version, describe: describe)
  }

  /// Appends a fault in whole lines; of a SARIF log, what has come to it so far.
  package func append(_ fault: Fault, to output: ByteBuffer) {
    switch form {
    case .gcc: output.append(fault.text)
    case .json: fault.appendJSON(to: output)
    case .sarif: log.append(fault, to: output)
    case .github: fault.appendGitHubCommand(to: output)
    }
  }

  /// Appends what ends the report; nothing can be added afterwards.
  ///
  /// - Parameter isSuccessful: whether the run looked at all that it was to look at.
  package func end(isSuccessful: Bool, to output: ByteBuffer) {
    if form == .sarif { log.end(isSuccessful: isSuccessful, to: output) }
  }
}
