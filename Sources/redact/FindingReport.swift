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

/// The file of `--report`: one JSON object for each finding, never with the value, and a last one with the counts.
final class FindingReport {
  private var output: Output?
  private let buffer = ByteBuffer()

  init(_ path: String) throws {
    output = try Output.file(path)
  }

  func add(_ findings: [Finding], file: String, line: Int) throws {
    guard !findings.isEmpty else { return }
    buffer.removeAll()
    for finding in findings {
      buffer.append("{\"file\":")
      JSONString.appendQuoted(file, to: buffer)
      buffer.append(",\"line\":\(line),\"column\":\(finding.column),\"rule\":" as String)
      JSONString.appendQuoted(finding.rule, to: buffer)
      buffer.append(",\"pointer\":")
      JSONString.appendQuoted(finding.pointers.first ?? "", to: buffer)
      if finding.pointers.count > 1 {
        buffer.append(",\"inner\":[")
        for (index, pointer) in finding.pointers.dropFirst().enumerated() {
          if index > 0 { buffer.append(",") }
          JSONString.appendQuoted(pointer, to: buffer)
        }
        buffer.append("]")
      }
      buffer.append(",\"offset\":\(finding.offset),\"size\":\(finding.size)}\n" as String)
    }
    try output?.write(buffer.bytes, recordCount: findings.count)
  }

  /// Ends the report; nothing can be added afterwards.
  func finish(_ tally: Tally) throws {
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
