/// Writes a regular expression of ECMA-262 in PCRE2's syntax.
///
/// It is read as with the flag `u`, which JSON Schema asks for, and with the leniences that ECMA-262 knows without it
/// where they take nothing else away: `\-`, `[\w-.]`, a `{` or `]` that closes nothing. All of the syntax is checked
/// here; what PCRE2 then refuses is a pattern all the same.
///
///     \d+\/[[a-z]$        ->   \d+\/[\x{5b}a-z]\z
///     ^(?<q>["']).*\k<q>  ->   ^([\x{22}\x{27}])[^\n\r\x{2028}\x{2029}]*\g{1}
///
/// - SeeAlso: ECMA-262, 22.2.1 and annex B.1.2.
struct PatternTranslator {
  /// What becomes of a pattern.
  struct Translation {
    var plain: [UInt8]
    /// The same with a callout before whatever can be walked over again and again, for a look at the clock.
    var guarded: [UInt8]
    /// Where a script is named, which only PCRE2 knows by name.
    var scriptOffset: Int?
  }

  let source: Bytes
  var offset = 0
  var output: [UInt8] = []
  var scriptOffset: Int?
  private var groups = PatternGroups()
  /// Of the captures in their order, nil for those without; a reference may come before what it refers to.
  private var names: [[UInt8]?] = []
  private var guards: [Int] = [0]
  /// Where in the output the atom starts that a quantifier would repeat, and its group if it is one.
  private var atom: (start: Int, group: Int?)?

  private init(_ source: Bytes) {
    self.source = source
  }

  static func translate(_ source: Bytes) throws(SchemaPatternError) -> Translation {
    var translator = PatternTranslator(source)
    translator.names = try PatternTranslator(source).readNames()
    while translator.offset < source.count { try translator.readTerm() }
    try translator.groups.finish(names: translator.names)
    return Translation(
      plain: translator.output, guarded: translator.guarded(), scriptOffset: translator.scriptOffset)
  }

  private func guarded() -> [UInt8] {
    var text: [UInt8] = []
    var start = 0
    for place in Set(guards).sorted() {
      text += output[start..<place]
      text += "(?C1)".utf8
      start = place
    }
    return text + output[start...]
  }

  private consuming func readNames() throws(SchemaPatternError) -> [[UInt8]?] {
    var names: [[UInt8]?] = []
    var isInClass = false
    while offset < source.count {
      let byte = source[offset]
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "[") { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      guard byte == UInt8(ascii: "("), !isInClass else { continue }
      if !skip("?") {
        names.append(nil)
      } else if skip("<"), offset < source.count, source[offset] != UInt8(ascii: "="),
        source[offset] != UInt8(ascii: "!")
      {
        names.append(try readGroupName())
      }
    }
    return names
  }

  private mutating func readTerm() throws(SchemaPatternError) {
    let start = output.count
    let byte = source[offset]
    switch byte {
    case UInt8(ascii: "^"):
      write("^")
      offset += 1
      atom = nil
    case UInt8(ascii: "$"):
      write("\\z")
      offset += 1
      atom = nil
    case UInt8(ascii: "|"):
      write("|")
      offset += 1
      atom = nil
      groups.beginAlternative()
    case UInt8(ascii: "("): try openGroup()
    case UInt8(ascii: ")"):
      guard let closed = groups.close() else { throw SchemaPatternError(.unopenedGroup, at: offset) }
      write(")")
      offset += 1
      atom = closed.isAssertion ? nil : (closed.start, closed.group)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): try readQuantifier()
    case UInt8(ascii: "{") where Repeat(source, at: offset) != nil: try readQuantifier()
    case UInt8(ascii: "."):
      write("[^\\n\\r\\x{2028}\\x{2029}]")
      offset += 1
      atom = (start, nil)
    case UInt8(ascii: "["):
      try readClass()
      atom = (start, nil)
    case UInt8(ascii: "\\"): try readEscape()
    default:
      write(readCharacter())
      atom = (start, nil)
    }
  }

  private mutating func openGroup() throws(SchemaPatternError) {
    let start = offset
    offset += 1
    atom = nil
    let opened: PatternGroups.Kind
    if !skip("?") {
      opened = .capture
    } else if skip(":") {
      opened = .plain
    } else if skip("=") || skip("!") {
      opened = .lookAhead
    } else if skip("<=") || skip("<!") {
      opened = .lookBehind
    } else if skip("<") {
      _ = try readGroupName()
      opened = .capture
    } else {
      guard isModifiers else { throw SchemaPatternError(.unknownGroup, at: start) }
      throw SchemaPatternError(.modifiers, at: start)
    }
    groups.open(opened, at: start, outputStart: output.count)
    if opened == .capture { write("(") } else { output += source[start..<offset] }
  }

  /// Whether what follows is `ims-ims:`, which ECMA-262 has since 2025.
  private var isModifiers: Bool {
    let end = source[offset...].firstIndex(of: UInt8(ascii: ":")) ?? source.count
    let text = source[offset..<end]
    guard end < source.count, !text.isEmpty, text.count(where: { $0 == UInt8(ascii: "-") }) <= 1
    else { return false }
    let flags = text.filter { $0 != UInt8(ascii: "-") }
    return !flags.isEmpty && Set(flags).count == flags.count && flags.allSatisfy { Array("ims".utf8).contains($0) }
  }

  /// Reads a name up to its `>`.
  private mutating func readGroupName() throws(SchemaPatternError) -> [UInt8] {
    let start = offset
    var name: [UInt8] = []
    while offset < source.count, source[offset] != UInt8(ascii: ">") {
      let character = source[offset] == UInt8(ascii: "\\") ? try readUnicodeEscape() : readCharacter()
      guard let scalar = Unicode.Scalar(character), Self.isInName(scalar, isFirst: name.isEmpty) else {
        throw SchemaPatternError(.badGroupName, at: start)
      }
      name += UTF8.encode(scalar).map(Array.init) ?? []
    }
    guard offset < source.count, !name.isEmpty else { throw SchemaPatternError(.badGroupName, at: start) }
    offset += 1
    return name
  }

  private mutating func readUnicodeEscape() throws(SchemaPatternError) -> UInt32 {
    let start = offset
    offset += 1
    guard skip("u"), let character = readUnicodeDigits() else { throw SchemaPatternError(.badGroupName, at: start) }
    return character
  }

  private static func isInName(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar {
    case "$", "_": true
    case "\u{200C}", "\u{200D}": !isFirst
    default: isFirst ? scalar.properties.isIDStart : scalar.properties.isIDContinue
    }
  }

  private mutating func readQuantifier() throws(SchemaPatternError) {
    guard let atom, let count = Repeat(source, at: offset) else {
      throw SchemaPatternError(.nothingToRepeat, at: offset)
    }
    guard count.least <= count.most else { throw SchemaPatternError(.reversedQuantifier, at: offset) }
    guard count.least <= 65535, count.most <= 65535 || count.most == .max else {
      throw SchemaPatternError(.largeQuantifier, at: offset)
    }
    output += source[offset..<count.end]
    offset = count.end
    if skip("?") { write("?") }
    if count.least != count.most { guards.append(atom.start) }
    if let group = atom.group { groups.quantify(group, isOptional: count.least == 0, isRepeated: count.most > 1) }
    self.atom = nil
  }

  /// An escape outside a class.
  private mutating func readEscape() throws(SchemaPatternError) {
    let start = offset
    let outputStart = output.count
    guard offset + 1 < source.count else { throw SchemaPatternError(.badEscape, at: start) }
    let byte = source[offset + 1]
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"):
      output += source[offset..<offset + 2]
      offset += 2
      atom = nil
      return
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      let end = source[(start + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? source.count
      let digits = String(decoding: source[(start + 1)..<end], as: UTF8.self)
      guard let number = Int(digits), number <= names.count else {
        throw SchemaPatternError(.unknownReference, at: start)
      }
      offset = end
      refer(to: number, at: start)
    case UInt8(ascii: "k"):
      offset += 2
      guard skip("<") else { throw SchemaPatternError(.unknownReference, at: start) }
      let name = try readGroupName()
      guard let index = names.firstIndex(of: name) else { throw SchemaPatternError(.unknownReference, at: start) }
      guard names.lastIndex(of: name) == index else { throw SchemaPatternError(.ambiguousReference, at: start) }
      refer(to: index + 1, at: start)
    default:
      switch try readClassAtom() {
      case .character(let character): write(character)
      case .set(let text): output += "[\(text)]".utf8
      }
    }
    atom = (outputStart, nil)
  }

  private mutating func refer(to number: Int, at start: Int) {
    groups.refer(to: number, at: start)
    write("\\g{")
    output += String(number).utf8
    write("}")
  }
}
