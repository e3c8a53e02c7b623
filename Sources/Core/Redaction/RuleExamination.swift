/// Runs one rule over an example, and where that does not give what it should finds out why.
struct RuleExamination {
  private let rule: Rule
  private let details: RuleDetails
  private let redactor: Redactor
  private let context = MatchContext()

  init(_ rule: Rule, _ details: RuleDetails) {
    self.rule = rule
    self.details = details
    var options = Redactor.Options()
    options.reportsFindings = true
    redactor = Redactor(RuleSet([rule]), options)
  }

  /// What is wrong with an example, nil if it is as it should be.
  func objection(to example: Bytes, isPositive: Bool) -> String? {
    do throws(RedactionFailure) {
      let outcome = try redact(example)
      switch (outcome != .unchanged, isPositive) {
      case (true, true), (false, false): return nil
      case (true, false):
        guard let finding = redactor.findings.first else { return "finds something" }
        return "finds \(Self.bytes(finding.size)) at offset \(finding.offset)"
      case (false, true): return isByNames ? missByName(example) : miss(example)
      }
    } catch {
      switch error {
      case .notJSON where isByNames: return "it is no JSON, and a rule with 'names' is tried on a record"
      default: return error.message
      }
    }
  }

  private var isByNames: Bool {
    if case .names = rule.recognition { true } else { false }
  }

  private var keywords: [[UInt8]] { rule.keywords.map(rule.text.decoded) }

  /// An example of a rule by names is a record, any other is a text.
  private func redact(_ example: Bytes) throws(RedactionFailure) -> Redactor.Outcome {
    let output = ByteBuffer()
    return try isByNames ? redactor.redact(example, into: output) : redactor.redactText(example, into: output)
  }

  // MARK: Rules with patterns

  /// Why nothing is found in a text.
  private func miss(_ example: Bytes) -> String {
    let keywords = keywords
    if !keywords.isEmpty, !keywords.contains(where: { Self.places(of: $0, in: example).first != nil }) {
      return "none of the keywords is in it"
    }
    guard let match = firstMatch(in: example, prefix: "") else {
      return firstMatch(in: example, prefix: "(?i)") == nil
        ? "the pattern matches nowhere in it"
        : "the pattern would match if case did not count, as behind (?i)"
    }
    let found = example.slice(match.group)
    guard !found.isEmpty else { return "what group \(details.group) captures is empty" }
    if let reason = refusal(of: found) {
      return "what is matched at offset \(match.group.lowerBound), \(Self.bytes(found.count)), \(reason)"
    }
    switch rule.recognition {
    case .trigger(let trigger):
      return
        "the pattern matches at offset \(match.whole.lowerBound), which is no place of trigger '\(trigger.rawValue)'"
    case .keywords where details.isAnchored:
      let places = Set(keywords.flatMap { Self.places(of: $0, in: example) }).sorted().prefix(3).map(String.init)
      return "the pattern matches at offset \(match.whole.lowerBound), but an anchored one must where a keyword"
        + " begins, which is at \(places.joined(separator: ", "))"
    case .keywords, .names:
      return "the pattern matches, but what it finds is taken for a label or a mask"
    }
  }

  /// What `check`, `entropy` or `allow` have against the part that was matched.
  private func refusal(of found: Bytes) -> String? {
    let entropy = shannonEntropy(found)
    if details.entropy > 0, entropy < details.entropy {
      return "has \(Self.tenths(entropy)) bits of entropy a byte, not \(Self.tenths(details.entropy))"
    }
    if let check = details.check, !(check == .entropy && details.entropy > 0), !check.accepts(found) {
      return "does not pass the check '\(check.rawValue)'"
    }
    for (index, place) in details.allowlist.enumerated() {
      guard let pattern = try? Pattern(rule.text.decoded(place), isAnchored: false),
        (try? pattern.firstMatch(in: found, from: 0, group: 0, context)) != nil
      else { continue }
      return "is let through by pattern \(index + 1) of 'allow'"
    }
    return nil
  }

  private func firstMatch(in text: Bytes, prefix: String) -> (whole: Range<Int>, group: Range<Int>)? {
    guard let place = details.pattern,
      let pattern = try? Pattern(Array(prefix.utf8) + rule.text.decoded(place), isAnchored: false)
    else { return nil }
    return try? pattern.firstMatch(in: text, from: 0, group: details.group, context)
  }

  /// Where a keyword begins in a text, without regard to the case of letters.
  private static func places(of keyword: [UInt8], in text: Bytes) -> [Int] {
    guard keyword.count <= text.count else { return [] }
    return (0...text.count - keyword.count).filter { start in
      keyword.indices.allSatisfy { lowercased(text[start + $0]) == lowercased(keyword[$0]) }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  // MARK: Rules by names

  /// Why nothing is found in a record.
  private func missByName(_ example: Bytes) -> String {
    var visitor = Members()
    var scanner = JSONScanner()
    guard (try? scanner.scan(example, visitor: &visitor)) != nil else { return "it is no JSON" }
    let names = visitor.names.map { Self.folded(example.slice($0)) }
    guard names.contains(where: { Self.fits($0, details.names) }) else {
      return "no member has one of the names"
    }
    guard names.contains(where: { Self.fits($0, details.names) && !Self.fits($0, details.exceptedNames) }) else {
      return "the name of the member is one of 'unless_names'"
    }
    let kind = details.value == .random ? ", or does not look random" : ""
    let tests = details.check != nil || details.entropy > 0 || !details.allowlist.isEmpty
    return "the value is no literal (a reference, a placeholder, a word for nothing, too short a number)\(kind)"
      + (tests ? ", or 'check', 'entropy' or 'allow' are against it" : "")
  }

  private struct Members: JSONVisitor {
    var names: [Range<Int>] = []

    mutating func name(_ range: Range<Int>, hasEscapes: Bool) { names.append(range) }
  }

  private static func folded(_ name: Bytes) -> [UInt8] {
    let decoded = ByteBuffer()
    JSONString.decode(name, into: decoded)
    return decoded.bytes.compactMap(NamePattern.folded)
  }

  private static func fits(_ name: [UInt8], _ patterns: [NamePattern]) -> Bool {
    patterns.contains { pattern in
      switch pattern.place {
      case .whole: name == pattern.name
      case .prefix: name.starts(with: pattern.name)
      case .suffix: name.reversed().starts(with: pattern.name.reversed())
      }
    }
  }

  // MARK: Words

  private static func bytes(_ count: Int) -> String {
    count == 1 ? "1 byte" : "\(count) bytes"
  }

  private static func tenths(_ number: Double) -> String {
    // Rounded down, so that what is too little does not look enough.
    let tenths = Int(max(0, min(number, 99)) * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
