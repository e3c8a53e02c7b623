import Core

/// What `--explain` writes to standard output: of each finding where it is, which rule made it, what the rule is about,
/// and what would stand there instead; never the value.
final class Explanation: FindingReport {
  private let descriptions: RuleDescriptions
  private let isJSON: Bool
  private var output: Output? = Output.standard
  private let buffer = ByteBuffer()
  private let style: Style

  init(_ descriptions: RuleDescriptions, isJSON: Bool) {
    self.descriptions = descriptions
    self.isJSON = isJSON
    let isPlain = isJSON || !Terminal.isTerminal(.standardOutput) || Process.environment("NO_COLOR")?.isEmpty == false
    style = isPlain ? Style() : Style(strong: "\u{1B}[1m", faint: "\u{1B}[2m", end: "\u{1B}[m")
  }

  func add(_ findings: [Finding], file: String, line: Int) throws {
    buffer.removeAll()
    for finding in findings {
      if isJSON { appendJSON(finding, file, line) } else { appendText(finding, file, line) }
    }
    try output?.write(buffer.bytes, recordCount: findings.count)
  }

  /// A diagnostic tells it.
  func add(_ fault: Fault) {}

  func finish(_ tally: Tally, _ status: ExitCode) throws {
    guard var output = output.take() else { return }
    if !isJSON {
      buffer.removeAll()
      buffer.append(Self.summary(tally))
      try output.write(buffer.bytes, recordCount: 0)
    }
    try output.commit()
  }

  // MARK: For people

  /// What a terminal is told before and behind a part of a line; nothing for a file.
  private struct Style {
    var strong = ""
    var faint = ""
    var end = ""
  }

  ///     turns.jsonl:1:36: email -> [EMAIL]
  ///         what  E-mail address
  ///         where /content, 15 bytes at offset 9
  ///         see   https://www.rfc-editor.org/rfc/rfc6531
  private func appendText(_ finding: Finding, _ file: String, _ line: Int) {
    let place = Location(file, line: line, column: finding.column)
    append("\(place): \(style.strong)\(finding.rule)\(style.end) -> \(finding.replacement)\n")
    let description = descriptions[id: finding.rule]
    append("what", description?.text ?? "")
    append("where", Self.place(of: finding))
    append("see", description?.source ?? "")
    if finding.isPublished { append("note", "a published example, which --check lets pass") }
  }

  private func append(_ title: String, _ text: String) {
    guard !text.isEmpty else { return }
    let gap = String(repeating: " ", count: max(0, 5 - title.count))
    append("    \(style.faint)\(title)\(gap)\(style.end) \(Self.printable(text))\n")
  }

  private func append(_ text: String) {
    buffer.append(text)
  }

  private static func place(of finding: Finding) -> String {
    let pointers = finding.pointers.map { $0.isEmpty ? "the record itself" : $0 }.joined(separator: ", in it ")
    let size = finding.size == 1 ? "1 byte" : "\(finding.size) bytes"
    return "\(pointers)\(pointers.isEmpty ? "" : ", ")\(size) at offset \(finding.offset)"
  }

  /// Names of members are data: nothing of them may steer a terminal.
  private static func printable(_ text: String) -> String {
    var printable = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
        printable += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      } else {
        printable.unicodeScalars.append(scalar)
      }
    }
    return printable
  }

  /// `3 findings: email 2, named-password 1`, the commonest first.
  private static func summary(_ tally: Tally) -> String {
    guard tally.findingCount > 0 else { return "nothing found\n" }
    let rules = tally.countByRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let counts = rules.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return "\(tally.findingCount) finding\(tally.findingCount == 1 ? "" : "s"): \(counts)\n"
  }

  // MARK: For programs

  private func appendJSON(_ finding: Finding, _ file: String, _ line: Int) {
    buffer.append("{")
    finding.appendPlace(file: file, line: line, to: buffer)
    if let rule = descriptions.rule(finding.rule) { appendMember("category", rule.category.rawValue) }
    let description = descriptions[id: finding.rule]
    appendMember("description", description?.text ?? "")
    appendMember("source", description?.source ?? "")
    appendMember("replacement", finding.replacement)
    buffer.append(",\"published\":\(finding.isPublished)}\n" as String)
  }

  private func appendMember(_ name: StaticString, _ value: String) {
    buffer.append(",\"")
    buffer.append(name)
    buffer.append("\":")
    JSONString.appendQuoted(value, to: buffer)
  }
}
