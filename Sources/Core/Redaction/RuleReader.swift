/// Reads one rule from its line.
enum RuleReader {
  struct Problem: Error {
    var fault: RuleError.Fault
    /// In the line.
    var offset: Int
  }

  /// Reads the beginning of a rule that is written as the built-in ones are: id, category, default, description, keywords
  /// or a trigger, in this order, without escapes or white space. Nil for any other.
  static func heading(_ text: RuleText) -> Rule? {
    var cursor = Cursor(text.line)
    guard let id = cursor.string(after: "{\"id\":"), let name = cursor.string(after: ",\"category\":"),
      let category = Rule.Category(text.line.slice(name))
    else { return nil }
    let isOptional = cursor.skip(",\"default\":false")
    guard cursor.string(after: ",\"description\":") != nil else { return nil }
    let recognition: Rule.Recognition
    var keywordsStart: Int?
    if cursor.skip(",\"keywords\":[") {
      recognition = .keywords
      keywordsStart = cursor.offset
    } else if let name = cursor.string(after: ",\"trigger\":"),
      let trigger = Trigger(rawValue: text.line.slice(name).text)
    {
      recognition = .trigger(trigger)
    } else if cursor.string(after: ",\"names\":[") != nil {
      recognition = .names
    } else {
      return nil
    }
    return Rule(
      idRange: id, category: category, isOptional: isOptional, recognition: recognition, keywordsStart: keywordsStart,
      text: text)
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
      var offsets = [error.offset]
      if place.hasEscapes {
        JSONString.locate(&offsets, roundsUp: { _ in false }, in: rule.text.line.slice(place.range))
      }
      throw Problem(fault: .badPattern(error.message), offset: place.range.lowerBound + (offsets.first ?? 0))
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
    guard let id = try reader.strings("id", isList: false).first else {
      throw Problem(fault: .missing("id"), offset: 0)
    }
    guard !id.range.isEmpty, text.line[id.range].allSatisfy(isIdentifierByte) else {
      throw reader.problem(.badIdentifier, "id")
    }
    let label = try reader.string("label", isNeeded: true)
    guard !label.isEmpty, label.allSatisfy(isLabelByte) else { throw reader.problem(.badLabel, "label") }
    guard let category: Rule.Category = try reader.choice("category") else {
      throw Problem(fault: .missing("category"), offset: 0)
    }
    let isOptional = try reader.boolean("default") == false
    let replacement: Replacement.Kind? = try reader.choice("replace")
    var details = RuleDetails()
    details.description = try reader.strings("description", isList: false).first
    guard details.description != nil else { throw Problem(fault: .missing("description"), offset: 0) }
    details.source = try reader.strings("source", isList: false).first
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
    details.names = try reader.namePatterns("names")
    details.exceptedNames = try reader.namePatterns("unless_names")
    let keywords = try reader.strings("keywords", isList: true)
    let recognition = try recognition(&reader, keywords, text, details)
    try reader.finish()
    let rule = Rule(
      idRange: id.range, category: category, isOptional: isOptional, recognition: recognition,
      keywordsStart: keywords.first.map { $0.range.lowerBound - 1 }, replacement: replacement, text: text)
    return (rule, details)
  }

  private static func recognition(
    _ reader: inout MemberReader, _ keywords: [RuleText.StringPlace], _ text: RuleText, _ details: RuleDetails
  ) throws(Problem) -> Rule.Recognition {
    let trigger: Trigger? = try reader.choice("trigger")
    let ways = [!keywords.isEmpty, trigger != nil, !details.names.isEmpty].count { $0 }
    guard ways == 1, (details.pattern != nil) == details.names.isEmpty else {
      throw Problem(fault: .ambiguousRecognition, offset: 0)
    }
    if let trigger { return .trigger(trigger) }
    guard details.names.isEmpty else { return .names }
    guard keywords.allSatisfy({ (2...1000).contains(text.decoded($0).count) }) else {
      throw reader.problem(.shortKeyword, "keywords")
    }
    return .keywords
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
  private(set) var offset = 0

  init(_ line: Bytes) {
    self.line = line
  }

  /// Where the body of a string without escapes stands that follows `prefix`; nil, without a move, if there is none.
  mutating func string(after prefix: StaticString) -> Range<Int>? {
    let start = offset + prefix.utf8CodeUnitCount + 1
    guard start < line.count, line[start - 1] == UInt8(ascii: "\""), line.slice(offset, start - 1).equals(prefix),
      let end = line.firstOffset(of: UInt8(ascii: "\""), from: start),
      line.slice(start, end).firstOffset(of: UInt8(ascii: "\\")) == nil
    else { return nil }
    offset = end + 1
    return start..<end
  }

  /// Moves on over `text` if it stands here.
  mutating func skip(_ text: StaticString) -> Bool {
    let end = offset + text.utf8CodeUnitCount
    guard end <= line.count, line.slice(offset, end).equals(text) else { return false }
    offset = end
    return true
  }
}
