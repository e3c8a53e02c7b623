/// Characters, escapes and classes of characters.
extension PatternTranslator {
  /// What one place of a class, or one escape, stands for.
  enum ClassAtom {
    /// A code point, which may be a surrogate.
    case character(UInt32)
    /// What stands for it between the brackets of a class.
    case set(String)
  }

  /// White space and line ends of ECMA-262, and what they leave.
  private static let spaces =
    "\\x{9}-\\x{d} \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}"
  private static let allButSpaces =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
    + "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}"

  mutating func readClass() throws(SchemaPatternError) {
    let start = offset
    offset += 1
    write(skip("^") ? "[^" : "[")
    while true {
      guard offset < source.count else { throw SchemaPatternError(.unclosedClass, at: start) }
      if skip("]") { break }
      let atomOffset = offset
      let first = try readClassAtom()
      guard offset + 1 < source.count, source[offset] == UInt8(ascii: "-"), source[offset + 1] != UInt8(ascii: "]")
      else {
        write(first)
        continue
      }
      offset += 1
      let last = try readClassAtom()
      guard case .character(let low) = first, case .character(let high) = last else {
        // `[\w-.]`: the hyphen is one.
        write(first)
        write("\\x{2d}")
        write(last)
        continue
      }
      guard low <= high else { throw SchemaPatternError(.reversedRange, at: atomOffset) }
      writeRange(low, high)
    }
    write("]")
  }

  mutating func readClassAtom() throws(SchemaPatternError) -> ClassAtom {
    let start = offset
    guard offset < source.count else { throw SchemaPatternError(.unclosedClass, at: start) }
    guard skip("\\") else { return .character(readCharacter()) }
    guard offset < source.count else { throw SchemaPatternError(.badEscape, at: start) }
    let byte = source[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "w"), UInt8(ascii: "W"):
      return .set("\\" + String(UnicodeScalar(byte)))
    case UInt8(ascii: "s"): return .set(Self.spaces)
    case UInt8(ascii: "S"): return .set(Self.allButSpaces)
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      return .set(try readProperty(isNegated: byte == UInt8(ascii: "P"), at: start))
    case UInt8(ascii: "f"): return .character(0x0C)
    case UInt8(ascii: "n"): return .character(0x0A)
    case UInt8(ascii: "r"): return .character(0x0D)
    case UInt8(ascii: "t"): return .character(0x09)
    case UInt8(ascii: "v"): return .character(0x0B)
    case UInt8(ascii: "b"): return .character(0x08)
    case UInt8(ascii: "0"):
      guard offset == source.count || !(0x30...0x39).contains(source[offset]) else { break }
      return .character(0)
    case UInt8(ascii: "c"):
      guard offset < source.count, (0x41...0x5A).contains(source[offset] & ~0x20) else { break }
      offset += 1
      return .character(UInt32(source[offset - 1] & 0x1F))
    case UInt8(ascii: "x"):
      guard let character = readHexadecimal(digits: 2) else { break }
      return .character(character)
    case UInt8(ascii: "u"):
      guard let character = readUnicodeDigits() else { break }
      return .character(character)
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x20:
      return .character(UInt32(byte))
    default: break
    }
    throw SchemaPatternError(.badEscape, at: start)
  }

  /// The code point behind `\u`: four digits, two surrogates of four each, or digits in braces.
  mutating func readUnicodeDigits() -> UInt32? {
    if skip("{") {
      var value: UInt32 = 0
      let start = offset
      while offset < source.count, let digit = source[offset].hexadecimalValue {
        value = value << 4 | UInt32(digit)
        guard value <= 0x10FFFF else { return nil }
        offset += 1
      }
      return offset > start && skip("}") ? value : nil
    }
    guard let first = readHexadecimal(digits: 4) else { return nil }
    guard first & 0xFC00 == 0xD800 else { return first }
    let end = offset
    if skip("\\u"), let second = readHexadecimal(digits: 4), second & 0xFC00 == 0xDC00 {
      return 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
    }
    offset = end
    return first
  }

  private mutating func readHexadecimal(digits: Int) -> UInt32? {
    guard offset + digits <= source.count else { return nil }
    var value: UInt32 = 0
    for byte in source[offset..<offset + digits] {
      guard let digit = byte.hexadecimalValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    offset += digits
    return value
  }

  /// The code point here. The pattern was decoded from JSON and is well formed.
  mutating func readCharacter() -> UInt32 {
    let lead = source[offset]
    let size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = size == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(size))
    for byte in source[min(offset + 1, source.count)..<min(offset + size, source.count)] {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    offset += size
    return value
  }

  /// Passes a literal, if it stands here.
  mutating func skip(_ text: StaticString) -> Bool {
    guard offset <= source.count, source.slice(offset, source.count).starts(with: text) else { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  mutating func write(_ text: StaticString) {
    output += Bytes(text)
  }

  /// A half of a surrogate pair stands for itself alone, which no well-formed text holds.
  mutating func write(_ character: UInt32) {
    switch character {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: output.append(UInt8(character))
    case 0xD800...0xDFFF: write("(?!)")
    default: output += "\\x{\(String(character, radix: 16))}".utf8
    }
  }

  private mutating func write(_ atom: ClassAtom) {
    switch atom {
    case .character(let character): writeRange(character, character)
    case .set(let text): output += text.utf8
    }
  }

  /// A range of a class, without the surrogates in it.
  private mutating func writeRange(_ low: UInt32, _ high: UInt32) {
    for (first, last) in [(low, min(high, 0xD7FF)), (max(low, 0xE000), high)] where first <= last {
      write(first)
      guard first < last else { continue }
      write("-")
      write(last)
    }
  }
}

/// `*`, `+`, `?` or `{n,m}`, without the `?` that may follow.
struct Repeat {
  let least: Int
  /// `Int.max` for no end.
  let most: Int
  /// The offset behind it.
  let end: Int

  /// - Returns: nil if there is no quantifier at `offset`.
  init?(_ source: Bytes, at offset: Int) {
    switch source[offset] {
    case UInt8(ascii: "*"): (least, most, end) = (0, .max, offset + 1)
    case UInt8(ascii: "+"): (least, most, end) = (1, .max, offset + 1)
    case UInt8(ascii: "?"): (least, most, end) = (0, 1, offset + 1)
    case UInt8(ascii: "{"):
      var place = offset + 1
      guard let first = Self.number(source, &place), place < source.count else { return nil }
      var last = first
      if source[place] == UInt8(ascii: ",") {
        place += 1
        guard place < source.count else { return nil }
        last = source[place] == UInt8(ascii: "}") ? .max : Self.number(source, &place) ?? -1
      }
      guard last >= 0, place < source.count, source[place] == UInt8(ascii: "}") else { return nil }
      (least, most, end) = (first, last, place + 1)
    default: return nil
    }
  }

  /// Any number above a million is as good as that.
  private static func number(_ source: Bytes, _ place: inout Int) -> Int? {
    let start = place
    var value = 0
    while place < source.count, (0x30...0x39).contains(source[place]) {
      value = min(value * 10 + Int(source[place] - 0x30), 1_000_000)
      place += 1
    }
    return place > start ? value : nil
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
