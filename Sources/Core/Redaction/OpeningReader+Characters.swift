/// Escapes and classes: the parts of a pattern that one character matches.
extension OpeningReader {
  /// What an escape stands for in a class and outside, from behind its backslash; nil for what is not understood.
  mutating func escapedCharacters() -> PatternCharacters? {
    guard offset < pattern.count else { return nil }
    let byte = pattern[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "d"): return PatternCharacters { $0 &- 0x30 < 10 }
    case UInt8(ascii: "w"): return PatternCharacters(where: Self.isWord)
    case UInt8(ascii: "s"): return PatternCharacters(where: Self.isSpace)
    case UInt8(ascii: "D"): return .everythingBut(PatternCharacters { $0 &- 0x30 < 10 })
    case UInt8(ascii: "W"): return .everythingBut(PatternCharacters(where: Self.isWord))
    case UInt8(ascii: "S"): return .everythingBut(PatternCharacters(where: Self.isSpace))
    // \N{U+41} is one character by its number.
    case UInt8(ascii: "N") where offset < pattern.count && pattern[offset] == UInt8(ascii: "{"): return nil
    case UInt8(ascii: "N"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "v"), UInt8(ascii: "V"):
      return .everything
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      guard offset < pattern.count else { return nil }
      if pattern[offset] == UInt8(ascii: "{") {
        guard let end = pattern.firstOffset(of: UInt8(ascii: "}"), from: offset) else { return nil }
        offset = end
      }
      offset += 1
      return .everything
    case UInt8(ascii: "n"): return PatternCharacters(0x0A, ignoresCase)
    case UInt8(ascii: "r"): return PatternCharacters(0x0D, ignoresCase)
    case UInt8(ascii: "t"): return PatternCharacters(0x09, ignoresCase)
    case UInt8(ascii: "x"): return hexadecimalCharacter()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
      return nil
    default: return PatternCharacters(byte, ignoresCase)
    }
  }

  /// `\x27` or `\x{2010}`, from behind the `x`.
  private mutating func hexadecimalCharacter() -> PatternCharacters? {
    let digits: Bytes
    if offset < pattern.count, pattern[offset] == UInt8(ascii: "{") {
      guard let end = pattern.firstOffset(of: UInt8(ascii: "}"), from: offset) else { return nil }
      digits = pattern.slice(offset + 1, end)
      offset = end + 1
    } else {
      guard offset + 2 <= pattern.count else { return nil }
      digits = pattern.slice(offset, offset + 2)
      offset += 2
    }
    // A sign would be read, but is none of the number.
    guard digits.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }),
      let value = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    return (0..<0x80).contains(value) ? PatternCharacters(UInt8(value), ignoresCase) : .beyondASCII(ignoresCase)
  }

  /// A class in brackets, from behind the first; everything where it is not understood.
  mutating func characterClass() -> PatternCharacters {
    var characters = PatternCharacters.none
    var isNegated = false
    if offset < pattern.count, pattern[offset] == UInt8(ascii: "^") {
      isNegated = true
      offset += 1
    }
    let start = offset
    while offset < pattern.count, pattern[offset] != UInt8(ascii: "]") || offset == start {
      let byte = pattern[offset]
      // [:alpha:] and its kin.
      if byte == UInt8(ascii: "["), offset + 1 < pattern.count, pattern[offset + 1] == UInt8(ascii: ":") {
        _ = giveUp()
        return .everything
      }
      let from = classMember()
      guard offset + 1 < pattern.count, pattern[offset] == UInt8(ascii: "-"),
        pattern[offset + 1] != UInt8(ascii: "]"), let lower = from.single
      else {
        characters.formUnion(from.characters)
        continue
      }
      offset += 1
      guard let upper = classMember().single, lower <= upper else {
        _ = giveUp()
        return .everything
      }
      // PatternCharacters of more than one byte are all the same here.
      if upper >= 0x80 { characters.formUnion(.beyondASCII(ignoresCase)) }
      if lower < 0x80 { characters.formUnion(PatternCharacters(lower...min(upper, 0x7F), ignoresCase)) }
    }
    offset += 1
    return isNegated ? .everythingBut(characters) : characters
  }

  /// One member of a class, and its value if it is one character; any character beyond ASCII has the value 0x80.
  private mutating func classMember() -> (characters: PatternCharacters, single: Int?) {
    let byte = pattern[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\\"):
      guard offset < pattern.count else { return (.everything, nil) }
      if pattern[offset] == UInt8(ascii: "b") {
        offset += 1
        return (PatternCharacters(0x08, false), 0x08)
      }
      let caseBefore = ignoresCase
      ignoresCase = false
      let exact = escapedCharacters()
      ignoresCase = caseBefore
      guard var characters = exact else {
        _ = giveUp()
        return (.everything, nil)
      }
      let single = characters.single
      if let single {
        characters = single < 0x80 ? PatternCharacters(UInt8(single), ignoresCase) : .beyondASCII(ignoresCase)
      }
      return (characters, single)
    case 0x80...0xFF:
      while offset < pattern.count, pattern[offset] & 0xC0 == 0x80 { offset += 1 }
      return (.beyondASCII(ignoresCase), 0x80)
    default:
      return (PatternCharacters(byte, ignoresCase), Int(byte))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
