import Core

/// What a run came upon.
struct Tally {
  var findingCount = 0
  /// Records that did not leave as they came.
  var changeCount = 0
  var droppedCount = 0
  var invalidCount = 0
  private(set) var countByRule: [String: Int] = [:]

  mutating func count(_ findings: [Finding]) {
    for finding in findings { countByRule[finding.rule, default: 0] += 1 }
  }
}

/// Somewhere that findings are told, and lines that could not be checked.
protocol FindingReport: AnyObject {
  /// Tells the findings of one line, in the order of the line.
  func add(_ findings: [Finding], file: String, line: Int) throws

  /// Tells of a line that could not be checked.
  func add(_ fault: Fault) throws

  /// Ends the report; nothing can be added afterwards.
  ///
  /// - Parameter status: of the run.
  func finish(_ tally: Tally, _ status: ExitCode) throws

  /// Ends what is read as it is written, after an error that ends the run. A file does not appear.
  func abandon()
}

extension FindingReport {
  func abandon() {}
}

/// Standard error as people and compilers know it: `file:line:column: rule`.
final class PlaceReport: FindingReport {
  private let console: Console

  init(_ console: Console) {
    self.console = console
  }

  func add(_ findings: [Finding], file: String, line: Int) {
    var lines = ""
    for finding in findings { lines += "\(Location(file, line: line, column: finding.column)): \(finding.rule)\n" }
    console.report(lines)
  }

  /// A diagnostic tells it.
  func add(_ fault: Fault) {}

  func finish(_ tally: Tally, _ status: ExitCode) {}
}

/// The file of `--report`: one JSON object for each finding, never with the value, and a last one with the counts.
final class CountedReport: FindingReport {
  private var output: Output?
  private let buffer = ByteBuffer()

  init(_ path: String) throws {
    output = try Output.file(path)
  }

  func add(_ findings: [Finding], file: String, line: Int) throws {
    guard !findings.isEmpty else { return }
    buffer.removeAll()
    for finding in findings {
      buffer.append("{")
      finding.appendPlace(file: file, line: line, to: buffer)
      buffer.append("}\n")
    }
    try output?.write(buffer.bytes, recordCount: findings.count)
  }

  /// The last line counts it.
  func add(_ fault: Fault) {}

  func finish(_ tally: Tally, _ status: ExitCode) throws {
    buffer.removeAll()
    buffer.append("{\"findings\":\(tally.findingCount),\"dropped\":\(tally.droppedCount)," as String)
    buffer.append("\"invalid\":\(tally.invalidCount),\"rules\":{" as String)
    for (index, rule) in tally.countByRule.keys.sorted().enumerated() {
      if index > 0 { buffer.append(",") }
      JSONString.appendQuoted(rule, to: buffer)
      buffer.append(":\(tally.countByRule[rule] ?? 0)" as String)
    }
    buffer.append("}}\n")
    guard var output = output.take() else { return }
    try output.write(buffer.bytes, recordCount: 1)
    try output.commit()
  }
}

extension Finding {
  /// Appends the members of a JSON object that say where the finding is and which rule made it.
  func appendPlace(file: String, line: Int, to buffer: ByteBuffer) {
    buffer.append("\"file\":")
    JSONString.appendQuoted(file, to: buffer)
    buffer.append(",\"line\":\(line),\"column\":\(column),\"rule\":" as String)
    JSONString.appendQuoted(rule, to: buffer)
    buffer.append(",\"pointer\":")
    JSONString.appendQuoted(pointers.first ?? "", to: buffer)
    if pointers.count > 1 {
      buffer.append(",\"inner\":[")
      for (index, pointer) in pointers.dropFirst().enumerated() {
        if index > 0 { buffer.append(",") }
        JSONString.appendQuoted(pointer, to: buffer)
      }
      buffer.append("]")
    }
    buffer.append(",\"offset\":\(offset),\"size\":\(size)" as String)
  }
}
