/// Reads a pattern from the left and carries along how many bytes a match may have so far: a set of sizes, one bit each.
/// A part that is repeated is read again for each repetition.
struct OpeningReader {
  /// A bit for each size from 0 to `Opening.reach`; the last stands for all that are larger.
  typealias Sizes = UInt16

  let pattern: Bytes
  private let first: PatternCharacters
  var offset = 0
  var ignoresCase = false
  private var places = [PatternCharacters](repeating: .none, count: Opening.reach)
  /// What can stand before a match, by all that was read on the way to the present place of the pattern.
  private(set) var before = PatternCharacters.everything
  /// What is left of the work that one pattern is worth.
  private var budget = 4000
  private var isUnderstood = true

  private static let saturated: Sizes = 1 << UInt16(Opening.reach)

  init(_ pattern: Bytes, first: PatternCharacters) {
    self.pattern = pattern
    self.first = first
  }

  /// The characters at each place; a byte beyond ASCII stands where one of its characters may begin or go on.
  mutating func read() -> [PatternCharacters] {
    let sizes = alternatives(from: 1)
    // Behind the end of a match anything may stand.
    admitAnything(from: sizes)
    guard isUnderstood, offset == pattern.count else {
      before = .everything
      return places.map { _ in .everything }
    }
    return places
  }

  // MARK: The grammar

  /// Alternatives up to the bracket that ends them, or the end.
  private mutating func alternatives(from sizes: Sizes) -> Sizes {
    let outerCase = ignoresCase
    let outerBefore = before
    var result: Sizes = 0
    var current = sizes
    var anyBefore = PatternCharacters.none
    defer {
      ignoresCase = outerCase
      before.formUnion(anyBefore)
    }
    while offset < pattern.count, isUnderstood {
      switch pattern[offset] {
      case UInt8(ascii: ")"):
        return result | current
      case UInt8(ascii: "|"):
        offset += 1
        result |= current
        current = sizes
        anyBefore.formUnion(before)
        before = outerBefore
      default:
        // Behind the last byte that is looked at nothing is to be learned.
        if current == Self.saturated { skipAlternative() } else { current = repeated(from: current) }
      }
    }
    return result | current
  }

  /// One part and its repetition.
  private mutating func repeated(from sizes: Sizes) -> Sizes {
    if offset < pattern.count, pattern[offset] != UInt8(ascii: "("), let characters = characters() {
      return repeated(characters, from: sizes)
    }
    let start = offset
    let caseBefore = ignoresCase
    let outerBefore = before
    var current = part(from: sizes)
    let end = offset
    guard let (least, most) = repetition() else { return current }
    if least == 0 { before.formUnion(outerBefore) }
    let onceBefore = before
    defer { before = onceBefore }
    let next = offset
    var result: Sizes = least == 0 ? sizes : 0
    if least <= 1, most >= 1 { result |= current }
    var count = 1
    // Each further time adds a byte at least, or nothing any more.
    while count < most, count <= Opening.reach, isUnderstood {
      offset = start
      ignoresCase = caseBefore
      let further = part(from: current)
      guard offset == end else { return giveUp() }
      count += 1
      if further == current, count > least || further == Self.saturated { break }
      current = further
      if count >= least { result |= current }
    }
    if least > count { result |= current }
    offset = next
    return result
  }

  /// One character as often as is said behind it.
  private mutating func repeated(_ characters: PatternCharacters, from sizes: Sizes) -> Sizes {
    guard let (least, most) = repetition() else { return take(characters, from: sizes) }
    var result: Sizes = least == 0 ? sizes : 0
    var current = sizes
    var count = 0
    while count < most, count <= Opening.reach, current & ~Self.saturated != 0 {
      current = take(characters, from: current)
      count += 1
      if count >= least { result |= current }
    }
    if least > count { result |= current }
    return result
  }

  /// The next part if it is one character; nil, without a move, for a group, an assertion or a reference.
  private mutating func characters() -> PatternCharacters? {
    let start = offset
    budget -= 1
    guard budget > 0 else { return nil }
    let byte = pattern[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "."): return .everything
    case UInt8(ascii: "\\"):
      if let characters = escapedCharacters() { return characters }
    case UInt8(ascii: "^"), UInt8(ascii: "$"): break
    case 0x80...0xFF:
      while offset < pattern.count, pattern[offset] & 0xC0 == 0x80 { offset += 1 }
      return .beyondASCII(ignoresCase)
    default: return PatternCharacters(byte, ignoresCase)
    }
    offset = start
    return nil
  }

  /// How often the part before is there; nil, without a move, for once.
  private mutating func repetition() -> (least: Int, most: Int)? {
    guard offset < pattern.count else { return nil }
    var bounds: (least: Int, most: Int)
    switch pattern[offset] {
    case UInt8(ascii: "?"): bounds = (0, 1)
    case UInt8(ascii: "*"): bounds = (0, .max)
    case UInt8(ascii: "+"): bounds = (1, .max)
    case UInt8(ascii: "{"):
      guard let end = pattern.firstOffset(of: UInt8(ascii: "}"), from: offset),
        pattern.slice(offset + 1, end).allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ",") || $0 == 0x20 })
      else { return nil }
      // What is no count today, as `{,3}`, is one to later versions of PCRE2.
      guard let counts = Self.counts(pattern.slice(offset + 1, end)) else {
        _ = giveUp()
        return nil
      }
      bounds = counts
      offset = end
    default: return nil
    }
    offset += 1
    if offset < pattern.count, pattern[offset] == UInt8(ascii: "+") || pattern[offset] == UInt8(ascii: "?") {
      offset += 1
    }
    return bounds
  }

  /// `n`, `n,` or `n,m`.
  private static func counts(_ text: Bytes) -> (least: Int, most: Int)? {
    let parts = text.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts.map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let first = numbers.first, let least = first else { return nil }
    if parts.count == 1 { return (least, least) }
    guard let last = numbers.last else { return nil }
    if let last { return (least, last) }
    return parts[1].isEmpty ? (least, .max) : nil
  }

  /// A group, an assertion or a reference.
  private mutating func part(from sizes: Sizes) -> Sizes {
    budget -= 1
    guard budget > 0, offset < pattern.count else { return giveUp() }
    let byte = pattern[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "("): return group(from: sizes)
    case UInt8(ascii: "\\"): return escape(from: sizes)
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return sizes
    default: return giveUp()
    }
  }

  /// A group, from behind its opening bracket.
  private mutating func group(from sizes: Sizes) -> Sizes {
    guard offset + 1 < pattern.count else { return giveUp() }
    if pattern[offset] == UInt8(ascii: "*") { return giveUp() }
    guard pattern[offset] == UInt8(ascii: "?") else { return closed(alternatives(from: sizes)) }
    let rest = pattern.slice(offset, pattern.count)
    if rest.starts(with: "?=") || rest.starts(with: "?!") || rest.starts(with: "?<=") || rest.starts(with: "?<!") {
      if sizes == 1, rest[1] == UInt8(ascii: "<") { lookBehind() }
      skipGroup()
      return sizes
    }
    let caseBefore = ignoresCase
    if rest.starts(with: "?:") || rest.starts(with: "?>") || rest.starts(with: "?|") {
      offset += 2
    } else if rest.starts(with: "?i:") {
      offset += 3
      ignoresCase = true
    } else if rest.starts(with: "?-i:") {
      offset += 4
      ignoresCase = false
    } else if rest.starts(with: "?i)") {
      // Up to the end of the group around it, which puts the case back.
      offset += 3
      ignoresCase = true
      return sizes
    } else if rest.starts(with: "?-i)") {
      offset += 4
      ignoresCase = false
      return sizes
    } else if rest.starts(with: "?<*") {
      // A look-behind that is tried in more than one way.
      return giveUp()
    } else if rest.starts(with: "?<") || rest.starts(with: "?P<"),
      let end = pattern.firstOffset(of: UInt8(ascii: ">"), from: offset)
    {
      offset = end + 1
    } else {
      return giveUp()
    }
    let result = closed(alternatives(from: sizes))
    ignoresCase = caseBefore
    return result
  }

  /// Takes what a look-behind at the beginning of a match says of the byte before it, from the question mark on; it is
  /// then to be skipped.
  private mutating func lookBehind() {
    let start = offset
    defer { offset = start }
    let isNegative = pattern[offset + 2] == UInt8(ascii: "!")
    offset += 3
    var last = PatternCharacters.everything
    var count = 0
    while offset < pattern.count, pattern[offset] != UInt8(ascii: ")") {
      switch pattern[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "*"),
        UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"), 0x80...0xFF:
        return
      case UInt8(ascii: "["):
        offset += 1
        last = characterClass()
      case UInt8(ascii: "\\"):
        offset += 1
        guard let characters = escapedCharacters() else { return }
        last = characters
      default:
        last = PatternCharacters(pattern[offset], ignoresCase)
        offset += 1
      }
      count += 1
    }
    guard isUnderstood, count > 0 else { return }
    if !isNegative {
      before = before.intersection(last)
      before.removeTextStart()
    } else if count == 1, last.isExact {
      before = before.intersection(.everythingBut(last))
    }
  }

  private mutating func closed(_ sizes: Sizes) -> Sizes {
    guard offset < pattern.count else { return giveUp() }
    offset += 1
    return sizes
  }

  /// Moves on to the end of the present alternative.
  private mutating func skipAlternative() {
    while offset < pattern.count, pattern[offset] != UInt8(ascii: "|"), pattern[offset] != UInt8(ascii: ")") {
      skip()
    }
  }

  /// Moves on behind the end of a group, from behind its opening bracket.
  private mutating func skipGroup() {
    while offset < pattern.count, pattern[offset] != UInt8(ascii: ")") { skip() }
    offset += 1
  }

  /// Moves on over a character, a class, an escape or a whole group.
  private mutating func skip() {
    var depth = 0
    repeat {
      guard offset < pattern.count else { return }
      let byte = pattern[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        // A comment may hold brackets of its own.
        if pattern.slice(offset, pattern.count).starts(with: "?#") { _ = giveUp() }
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "["): _ = characterClass()
      case UInt8(ascii: "\\"):
        // A quoted text and a control character can be a bracket.
        if offset < pattern.count, [UInt8(ascii: "Q"), UInt8(ascii: "c")].contains(pattern[offset]) { _ = giveUp() }
        offset += 1
      default: break
      }
    } while depth > 0
  }

  /// An escape outside a class, from behind its backslash.
  private mutating func escape(from sizes: Sizes) -> Sizes {
    guard offset < pattern.count else { return giveUp() }
    switch pattern[offset] {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"),
      UInt8(ascii: "G"), UInt8(ascii: "K"):
      offset += 1
      return sizes
    case UInt8(ascii: "g"), UInt8(ascii: "1")...UInt8(ascii: "9"):
      // What a capture has matched: nothing is known of it, or of what follows.
      if pattern[offset] == UInt8(ascii: "g") {
        guard offset + 1 < pattern.count, pattern[offset + 1] == UInt8(ascii: "{"),
          let end = pattern.firstOffset(of: UInt8(ascii: "}"), from: offset)
        else { return giveUp() }
        offset = end
      }
      offset += 1
      while offset < pattern.count, pattern[offset] &- 0x30 < 10 { offset += 1 }
      admitAnything(from: sizes)
      return Self.saturated
    default:
      guard let characters = escapedCharacters() else { return giveUp() }
      return take(characters, from: sizes)
    }
  }

  // MARK: What it means

  /// One character of those follows.
  private mutating func take(_ characters: PatternCharacters, from sizes: Sizes) -> Sizes {
    var result = sizes & Self.saturated
    for size in 0..<Opening.reach where sizes & 1 << UInt16(size) != 0 {
      let possible = size > 0 ? characters : characters.intersection(first)
      places[size].formUnion(possible)
      if possible.hasASCII { result |= 1 << UInt16(size + 1) }
      guard possible.hasBeyondASCII else { continue }
      // Two to four bytes of 0x80 and more.
      for place in size..<min(size + 4, Opening.reach) { places[place].formUnion(.beyondASCII(false)) }
      for further in 2...4 { result |= 1 << UInt16(min(size + further, Opening.reach)) }
    }
    return result
  }

  /// Whatever may stand behind the smallest of the sizes.
  private mutating func admitAnything(from sizes: Sizes) {
    guard sizes != 0 else { return }
    for place in min(sizes.trailingZeroBitCount, Opening.reach)..<Opening.reach { places[place] = .everything }
  }

  mutating func giveUp() -> Sizes {
    isUnderstood = false
    offset = pattern.count
    return Self.saturated
  }
}
