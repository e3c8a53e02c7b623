/// Why a rule file is refused; nothing runs with half a rule file.
package struct RuleError: DescribedError, Equatable {
  package enum Fault: Equatable, Sendable {
    case notJSON(RecordError.Fault)
    case notAnObject
    case unknownMember
    case repeatedMember
    case wrongType(member: String, wanted: String)
    case missing(String)
    case unknownValue(member: String, known: [String])
    case badLabel
    case badIdentifier
    case repeatedIdentifier
    case ambiguousRecognition
    case shortKeyword
    case emptyName
    case badPattern(String)
    case noSuchGroup
    case overlongLine
  }

  package var fault: Fault
  package var location: Location?

  package init(_ fault: Fault, at location: Location? = nil) {
    self.fault = fault
    self.location = location
  }

  package var message: String {
    switch fault {
    case .notJSON(let fault): fault.rawValue
    case .notAnObject: "a rule is a JSON object"
    case .unknownMember: "a rule has no such member"
    case .repeatedMember: "member given twice"
    case .wrongType(let member, let wanted): "'\(member)' takes \(wanted)"
    case .missing(let member): "a rule needs '\(member)'"
    case .unknownValue(let member, let known): "'\(member)' takes one of \(known.joined(separator: ", "))"
    case .badLabel: "'label' takes capital letters, digits and '_'"
    case .badIdentifier: "'id' takes small letters, digits and '-'"
    case .repeatedIdentifier: "another rule has this id"
    case .ambiguousRecognition: "a rule has either 'keywords' or 'trigger', with 'pattern', or 'names'"
    case .shortKeyword: "a keyword has at least two bytes, all ASCII"
    case .emptyName: "a name that fits every member"
    case .badPattern(let words): "pattern: \(words)"
    case .noSuchGroup: "the pattern has no such group"
    case .overlongLine: "line is too long"
    }
  }

  package var hint: String? {
    fault == .unknownMember ? "the members of a rule are in redact-rules(5)" : nil
  }
}

/// Reads rules from JSON Lines; `redact-rules(5)` describes the form.
package struct RuleFile {
  /// In the order of the file.
  package private(set) var rules: [Rule] = []

  /// Reads every rule of a text, or none.
  ///
  /// - Parameters:
  ///   - name: the file's name for messages.
  ///   - owner: keeps `text` alive; nil for text that is part of the program, whose patterns the tests compile and a
  ///     run compiles when it needs them.
  package init(_ text: Bytes, name: String, owner: ByteBuffer?) throws(RuleError) {
    var scanner = JSONScanner()
    for line in LineSequence(text) where !line.bytes.isBlank {
      do {
        let rule = try Self.rule(RuleText(line.bytes, owner: owner), scanner: &scanner)
        if owner != nil { try Self.compile(rule) }
        rules.append(rule)
      } catch {
        throw RuleError(error.fault, at: Location(name, line: line.number, column: error.offset + 1))
      }
    }
  }

  /// Reads a rule file.
  package init(path: String, maximumLineSize: Int) throws {
    let input = try Input.open(path)
    let text = ByteBuffer(capacity: 1 << 16)
    let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
    while let block = try reader.next() {
      guard case .lines(let bytes) = block.contents else {
        throw RuleError(.overlongLine, at: Location(input.name, line: block.firstLine))
      }
      text.append(bytes)
    }
    try self.init(text.bytes, name: input.name, owner: text)
  }

  private struct Problem: Error {
    var fault: RuleError.Fault
    var offset: Int
  }

  private static func compile(_ rule: Rule) throws(Problem) {
    let allowed = rule.text.members.allow
    for (index, place) in ([rule.text.members.pattern].compactMap { $0 } + allowed).enumerated() {
      let isAllowed = index > 0
      let pattern: Pattern
      do throws(PatternError) {
        pattern = try isAllowed ? Pattern(rule.text.decoded(place), isAnchored: false) : rule.compiledPattern()
      } catch {
        throw Problem(fault: .badPattern(error.message), offset: place.range.lowerBound + error.offset)
      }
      guard isAllowed || rule.group <= pattern.groupCount else {
        throw Problem(fault: .noSuchGroup, offset: place.range.lowerBound)
      }
    }
  }

  private static func rule(_ text: RuleText, scanner: inout JSONScanner) throws(Problem) -> Rule {
    var members = RuleMembers()
    do {
      try scanner.scan(text.line, visitor: &members)
    } catch {
      throw Problem(fault: .notJSON(error.fault), offset: error.offset)
    }
    guard members.isObject else { throw Problem(fault: .notAnObject, offset: 0) }
    var text = text
    var reader = MemberReader(members: members.members, text: text)
    let id = try reader.string("id", isNeeded: true)
    guard id.allSatisfy(isIdentifierByte), !id.isEmpty else { throw reader.problem(.badIdentifier, "id") }
    let label = try reader.string("label", isNeeded: true)
    guard label.allSatisfy(isLabelByte), !label.isEmpty else { throw reader.problem(.badLabel, "label") }
    let category = try reader.choice("category", Rule.Category.allCases.map(\.rawValue), isNeeded: true)
    let check = try reader.choice("check", Check.allCases.map(\.rawValue), isNeeded: false)
    let group = try reader.number("group") ?? 0
    let entropy = try reader.number("entropy") ?? 0
    _ = try reader.string("description", isNeeded: true)
    _ = try reader.string("source", isNeeded: false)
    text.members.pattern = try reader.strings("pattern", isList: false).first
    text.members.allow = try reader.strings("allow", isList: true)
    text.members.positives = try reader.strings("positives", isList: true)
    text.members.negatives = try reader.strings("negatives", isList: true)
    let recognition = try recognition(&reader, hasPattern: text.members.pattern != nil)
    try reader.finish()
    return Rule(
      id: String(decoding: id, as: UTF8.self), category: Rule.Category(rawValue: category ?? "") ?? .secret,
      label: String(decoding: label, as: UTF8.self), recognition: recognition, group: Int(min(max(group, 0), 99)),
      check: check.flatMap(Check.init(rawValue:)), entropy: entropy, text: text)
  }

  private static func recognition(
    _ reader: inout MemberReader, hasPattern: Bool
  ) throws(Problem) -> Rule.Recognition {
    let keywords = try reader.decodedStrings("keywords")
    let names = try reader.decodedStrings("names")
    let unless = try reader.decodedStrings("unless_names")
    let trigger = try reader.choice("trigger", Trigger.allCases.map(\.rawValue), isNeeded: false)
    let value = try reader.choice("value", ["literal", "random"], isNeeded: false)
    let isAnchored = try reader.boolean("anchored") ?? false
    let ways = [!keywords.isEmpty, trigger != nil, !names.isEmpty].filter { $0 }
    guard ways.count == 1, hasPattern == names.isEmpty else { throw Problem(fault: .ambiguousRecognition, offset: 0) }
    if let trigger = trigger.flatMap(Trigger.init(rawValue:)) { return .trigger(trigger) }
    if names.isEmpty {
      guard keywords.allSatisfy({ $0.count >= 2 && $0.allSatisfy { $0 < 0x80 } }) else {
        throw reader.problem(.shortKeyword, "keywords")
      }
      return .keywords(keywords, isAnchored: isAnchored)
    }
    var patterns: (names: [NamePattern], unless: [NamePattern]) = ([], [])
    for name in names {
      guard let pattern = NamePattern(name) else { throw reader.problem(.emptyName, "names") }
      patterns.names.append(pattern)
    }
    for name in unless {
      guard let pattern = NamePattern(name) else { throw reader.problem(.emptyName, "unless_names") }
      patterns.unless.append(pattern)
    }
    return .names(patterns.names, unless: patterns.unless, value: value == "random" ? .random : .literal)
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// Takes members by their names, and says which one is wrong.
  private struct MemberReader {
    private var members: [RuleMembers.Member]
    private let text: RuleText

    init(members: [RuleMembers.Member], text: RuleText) {
      self.members = members
      self.text = text
    }

    private func first(_ name: StaticString) -> Int? {
      members.firstIndex { text.line.slice($0.name).equals(name) }
    }

    private mutating func take(_ name: StaticString) throws(Problem) -> RuleMembers.Member? {
      guard let place = first(name) else { return nil }
      let member = members[place]
      // What is taken is marked, so that what is left over at the end is unknown.
      members[place].isTaken = true
      return member
    }

    func problem(_ fault: RuleError.Fault, _ name: StaticString) -> Problem {
      Problem(fault: fault, offset: first(name).map { members[$0].name.lowerBound } ?? 0)
    }

    mutating func strings(_ name: StaticString, isList: Bool) throws(Problem) -> [RuleText.StringPlace] {
      guard let member = try take(name) else { return [] }
      guard member.kind == (isList ? .list : .string) else {
        throw problem(.wrongType(member: "\(name)", wanted: isList ? "a list of strings" : "a string"), name)
      }
      return member.strings
    }

    mutating func decodedStrings(_ name: StaticString) throws(Problem) -> [[UInt8]] {
      try strings(name, isList: true).map(text.decoded)
    }

    mutating func string(_ name: StaticString, isNeeded: Bool) throws(Problem) -> [UInt8] {
      guard let place = try strings(name, isList: false).first else {
        if isNeeded { throw Problem(fault: .missing("\(name)"), offset: 0) }
        return []
      }
      return text.decoded(place)
    }

    mutating func choice(_ name: StaticString, _ known: [String], isNeeded: Bool) throws(Problem) -> String? {
      let value = try string(name, isNeeded: isNeeded)
      guard first(name) != nil else { return nil }
      let word = String(decoding: value, as: UTF8.self)
      guard known.contains(word) else { throw problem(.unknownValue(member: "\(name)", known: known), name) }
      return word
    }

    mutating func number(_ name: StaticString) throws(Problem) -> Double? {
      guard let member = try take(name) else { return nil }
      guard member.kind == .number, let range = member.scalar, let value = Double(text.line.slice(range).text) else {
        throw problem(.wrongType(member: "\(name)", wanted: "a number"), name)
      }
      return value
    }

    mutating func boolean(_ name: StaticString) throws(Problem) -> Bool? {
      guard let member = try take(name) else { return nil }
      guard member.kind == .literal, let range = member.scalar, !text.line.slice(range).equals("null") else {
        throw problem(.wrongType(member: "\(name)", wanted: "true or false"), name)
      }
      return text.line.slice(range).equals("true")
    }

    func finish() throws(Problem) {
      guard let left = members.first(where: { !$0.isTaken }) else { return }
      let isRepeated = members.contains { $0.isTaken && text.line.slice($0.name).equals(text.line.slice(left.name)) }
      throw Problem(fault: isRepeated ? .repeatedMember : .unknownMember, offset: left.name.lowerBound)
    }
  }
}

/// The members of a rule's object, as far as their values are strings, lists of strings, numbers or literals.
private struct RuleMembers: JSONVisitor {
  enum Kind {
    case string, list, number, literal, other
  }

  struct Member {
    var name: Range<Int>
    var kind: Kind = .other
    var strings: [RuleText.StringPlace] = []
    var scalar: Range<Int>?
    var isTaken = false
  }

  var members: [Member] = []
  var isObject = false
  private var depth = 0

  mutating func beginObject(at offset: Int) {
    if depth == 0 { isObject = true } else { spoil() }
    depth += 1
  }

  mutating func endObject(at offset: Int) { depth -= 1 }

  mutating func beginArray(at offset: Int) {
    if depth == 1, !members.isEmpty { members[members.count - 1].kind = .list } else { spoil() }
    depth += 1
  }

  mutating func endArray(at offset: Int) { depth -= 1 }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    if depth == 1 { members.append(Member(name: range)) }
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    guard !members.isEmpty else { return }
    members[members.count - 1].strings.append(RuleText.StringPlace(range: range, hasEscapes: hasEscapes))
    if depth == 1 { members[members.count - 1].kind = .string }
  }

  mutating func number(_ range: Range<Int>) { scalar(range, .number) }

  mutating func literal(_ range: Range<Int>) { scalar(range, .literal) }

  private mutating func scalar(_ range: Range<Int>, _ kind: Kind) {
    guard depth == 1, !members.isEmpty else { return spoil() }
    members[members.count - 1].kind = kind
    members[members.count - 1].scalar = range
  }

  /// Something stands where no rule has anything of the kind.
  private mutating func spoil() {
    if !members.isEmpty { members[members.count - 1].kind = .other }
  }
}
