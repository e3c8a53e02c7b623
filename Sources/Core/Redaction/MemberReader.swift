/// Takes the members of a rule by their names, and says which one is wrong.
struct MemberReader {
  private var members: [RuleMembers.Member]
  private let text: RuleText

  init(members: [RuleMembers.Member], text: RuleText) {
    self.members = members
    self.text = text
  }

  private func first(_ name: StaticString) -> Int? {
    members.firstIndex { text.line.slice($0.name).equals(name) }
  }

  private mutating func take(_ name: StaticString) throws(RuleReader.Problem) -> RuleMembers.Member? {
    guard let place = first(name) else { return nil }
    let member = members[place]
    // What is taken is marked, so that what is left over at the end is unknown.
    members[place].isTaken = true
    return member
  }

  func problem(_ fault: RuleError.Fault, _ name: StaticString) -> RuleReader.Problem {
    RuleReader.Problem(fault: fault, offset: first(name).map { members[$0].name.lowerBound } ?? 0)
  }

  mutating func strings(_ name: StaticString, isList: Bool) throws(RuleReader.Problem) -> [RuleText.StringPlace] {
    guard let member = try take(name) else { return [] }
    guard member.kind == (isList ? .list : .string) else {
      throw problem(.wrongType(member: "\(name)", wanted: isList ? "a list of strings" : "a string"), name)
    }
    return member.strings
  }

  mutating func decodedStrings(_ name: StaticString) throws(RuleReader.Problem) -> [[UInt8]] {
    try strings(name, isList: true).map(text.decoded)
  }

  mutating func string(_ name: StaticString, isNeeded: Bool) throws(RuleReader.Problem) -> [UInt8] {
    guard let place = try strings(name, isList: false).first else {
      if isNeeded { throw RuleReader.Problem(fault: .missing("\(name)"), offset: 0) }
      return []
    }
    return text.decoded(place)
  }

  mutating func namePatterns(_ name: StaticString) throws(RuleReader.Problem) -> [NamePattern] {
    var patterns: [NamePattern] = []
    for text in try decodedStrings(name) {
      guard let pattern = NamePattern(text) else { throw problem(.emptyName, name) }
      patterns.append(pattern)
    }
    return patterns
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: StaticString
  ) throws(RuleReader.Problem) -> Choice? where Choice.RawValue == String {
    guard first(name) != nil else { return nil }
    let word = String(decoding: try string(name, isNeeded: true), as: UTF8.self)
    guard let choice = Choice(rawValue: word) else {
      throw problem(.unknownValue(member: "\(name)", known: Choice.allCases.map(\.rawValue)), name)
    }
    return choice
  }

  mutating func number(_ name: StaticString) throws(RuleReader.Problem) -> Double? {
    guard let member = try take(name) else { return nil }
    guard member.kind == .number, let range = member.scalar, let value = Double(text.line.slice(range).text) else {
      throw problem(.wrongType(member: "\(name)", wanted: "a number"), name)
    }
    return value
  }

  mutating func boolean(_ name: StaticString) throws(RuleReader.Problem) -> Bool? {
    guard let member = try take(name) else { return nil }
    guard member.kind == .literal, let range = member.scalar, !text.line.slice(range).equals("null") else {
      throw problem(.wrongType(member: "\(name)", wanted: "true or false"), name)
    }
    return text.line.slice(range).equals("true")
  }

  func finish() throws(RuleReader.Problem) {
    guard let left = members.first(where: { !$0.isTaken }) else { return }
    let isRepeated = members.contains { $0.isTaken && text.line.slice($0.name).equals(text.line.slice(left.name)) }
    throw RuleReader.Problem(fault: isRepeated ? .repeatedMember : .unknownMember, offset: left.name.lowerBound)
  }
}

/// The members of a rule's object, as far as their values are strings, lists of strings, numbers or literals.
struct RuleMembers: JSONVisitor {
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
