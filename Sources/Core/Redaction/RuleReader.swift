/// Reads one rule from its line.
enum RuleReader {
  struct Problem: Error {
    var fault: RuleError.Fault
    /// In the line.
    var offset: Int
  }

  /// Reads the beginning of a rule that is written as the built-in ones are: id, category, description, keywords or a
  /// trigger, in this order, without escapes or white space. Nil for any other.
  static func heading(_ text: RuleText) -> Rule? {
    var cursor = Cursor(text.line)
    guard let id = cursor.string(after: "{\"id\":"), let word = cursor.string(after: ",\"category\":"),
      let category = Rule.Category(rawValue: word.text), cursor.string(after: ",\"description\":") != nil
    else { return nil }
    let recognition: Rule.Recognition
    if let name = cursor.string(after: ",\"trigger\":"), let trigger = Trigger(rawValue: name.text) {
      recognition = .trigger(trigger)
    } else if var next = cursor.string(after: ",\"keywords\":[") {
      var keywords = [Array(next)]
      while let following = cursor.string(after: ",") {
        next = following
        keywords.append(Array(next))
      }
      recognition = .keywords(keywords)
    } else {
      return nil
    }
    return Rule(id: id.text, category: category, recognition: recognition, text: text)
  }

  /// Reads a whole rule and keeps what `Rule` holds of it.
  static func rule(_ text: RuleText) throws(Problem) -> Rule {
    try parts(text).rule
  }

  /// Reads what `Rule` does not hold.
  static func details(_ text: RuleText) throws(Problem) -> RuleDetails {
    try parts(text).details
  }

  /// Compiles the patterns of a rule, to see that they can be.
  static func compile(_ rule: Rule) throws(Problem) {
    let details = try details(rule.text)
    if let place = details.pattern {
      let pattern = try compile(place, of: rule, isAnchored: rule.isAnchored(details))
      guard details.group <= pattern.groupCount else {
        throw Problem(fault: .noSuchGroup, offset: place.range.lowerBound)
      }
    }
    for place in details.allowlist { _ = try compile(place, of: rule, isAnchored: false) }
  }

  private static func compile(
    _ place: RuleText.StringPlace, of rule: Rule, isAnchored: Bool
  ) throws(Problem) -> Pattern {
    do {
      return try Pattern(rule.text.decoded(place), isAnchored: isAnchored)
    } catch {
      throw Problem(fault: .badPattern(error.message), offset: place.range.lowerBound)
    }
  }

  private static func parts(_ text: RuleText) throws(Problem) -> (rule: Rule, details: RuleDetails) {
    var members = RuleMembers()
    var scanner = JSONScanner()
    do {
      try scanner.scan(text.line, visitor: &members)
    } catch {
      throw Problem(fault: .notJSON(error.fault), offset: error.offset)
    }
    guard members.isObject else { throw Problem(fault: .notAnObject, offset: 0) }
    var reader = MemberReader(members: members.members, text: text)
    let id = try reader.string("id", isNeeded: true)
    guard !id.isEmpty, id.allSatisfy(isIdentifierByte) else { throw reader.problem(.badIdentifier, "id") }
    let label = try reader.string("label", isNeeded: true)
    guard !label.isEmpty, label.allSatisfy(isLabelByte) else { throw reader.problem(.badLabel, "label") }
    guard let category: Rule.Category = try reader.choice("category") else {
      throw Problem(fault: .missing("category"), offset: 0)
    }
    _ = try reader.string("description", isNeeded: true)
    _ = try reader.string("source", isNeeded: false)
    var details = RuleDetails()
    details.label = String(decoding: label, as: UTF8.self)
    details.isAnchored = try reader.boolean("anchored") ?? false
    details.group = Int(min(max(try reader.number("group") ?? 0, 0), 99))
    details.entropy = try reader.number("entropy") ?? 0
    details.check = try reader.choice("check")
    details.value = try reader.choice("value") ?? .literal
    details.pattern = try reader.strings("pattern", isList: false).first
    details.allowlist = try reader.strings("allow", isList: true)
    details.positives = try reader.strings("positives", isList: true)
    details.negatives = try reader.strings("negatives", isList: true)
    let recognition = try recognition(&reader, hasPattern: details.pattern != nil)
    try reader.finish()
    let rule = Rule(id: String(decoding: id, as: UTF8.self), category: category, recognition: recognition, text: text)
    return (rule, details)
  }

  private static func recognition(
    _ reader: inout MemberReader, hasPattern: Bool
  ) throws(Problem) -> Rule.Recognition {
    let keywords = try reader.decodedStrings("keywords")
    let names = try reader.namePatterns("names")
    let unless = try reader.namePatterns("unless_names")
    let trigger: Trigger? = try reader.choice("trigger")
    let ways = [!keywords.isEmpty, trigger != nil, !names.isEmpty].count { $0 }
    guard ways == 1, hasPattern == names.isEmpty else { throw Problem(fault: .ambiguousRecognition, offset: 0) }
    if let trigger { return .trigger(trigger) }
    guard names.isEmpty else { return .names(names, unless: unless) }
    guard keywords.allSatisfy({ $0.count >= 2 && $0.allSatisfy { $0 < 0x80 } }) else {
      throw reader.problem(.shortKeyword, "keywords")
    }
    return .keywords(keywords)
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }
}

extension Rule {
  /// Whether the pattern runs only where the match would begin.
  func isAnchored(_ details: RuleDetails) -> Bool {
    guard case .trigger = recognition else { return details.isAnchored }
    return true
  }
}

/// A place in a rule's line that moves on over what is expected there.
private struct Cursor {
  private let line: Bytes
  private var offset = 0

  init(_ line: Bytes) {
    self.line = line
  }

  /// The body of a string without escapes that stands behind `prefix`; nil, without a move, if that is not there.
  mutating func string(after prefix: StaticString) -> Bytes? {
    let rest = line.slice(offset, line.count)
    let start = prefix.utf8CodeUnitCount + 1
    guard rest.starts(with: prefix), rest.count > start, rest[start - 1] == UInt8(ascii: "\""),
      let end = rest.firstOffset(of: UInt8(ascii: "\""), from: start)
    else { return nil }
    let body = rest.slice(start, end)
    guard body.firstOffset(of: UInt8(ascii: "\\")) == nil else { return nil }
    offset += end + 1
    return body
  }
}
