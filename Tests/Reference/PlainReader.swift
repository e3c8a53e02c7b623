/// RFC 8259 as it is written: one function a production, recursive, one byte at a time. Slow, and easy to believe: what
/// the scanner is held to by the tests and by its fuzzer.
package struct PlainReader {
  private let text: [UInt8]
  private var place = 0
  private var depth = 0

  package init(text: [UInt8]) {
    self.text = text
  }

  /// Whether the text is exactly one JSON text.
  package mutating func accepts() -> Bool {
    space()
    guard value() else { return false }
    space()
    return place == text.count
  }

  private var next: UInt8? { place < text.count ? text[place] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func space() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func value() -> Bool {
    switch next {
    case UInt8(ascii: "{"): nested { $0.object() }
    case UInt8(ascii: "["): nested { $0.array() }
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "t"): word("true")
    case UInt8(ascii: "f"): word("false")
    case UInt8(ascii: "n"): word("null")
    default: number()
    }
  }

  private mutating func nested(_ body: (inout Self) -> Bool) -> Bool {
    depth += 1
    defer { depth -= 1 }
    return depth <= 1024 && body(&self)
  }

  private mutating func object() -> Bool {
    place += 1
    space()
    if take("}") { return true }
    repeat {
      space()
      guard string() else { return false }
      space()
      guard take(":") else { return false }
      space()
      guard value() else { return false }
      space()
    } while take(",")
    return take("}")
  }

  private mutating func array() -> Bool {
    place += 1
    space()
    if take("]") { return true }
    repeat {
      space()
      guard value() else { return false }
      space()
    } while take(",")
    return take("]")
  }

  private mutating func word(_ word: String) -> Bool {
    word.allSatisfy { take($0) }
  }

  private mutating func digits() -> Bool {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    return place > start
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0"), !digits() { return false }
    if take("."), !digits() { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      return digits()
    }
    return true
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    let start = place
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { return false }
      place += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      guard let escaped = next else { return false }
      place += 1
      if escaped == UInt8(ascii: "u") {
        for _ in 0..<4 {
          guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit, digit < 0x80 else { return false }
          place += 1
        }
      } else if !"\"\\/bfnrt".utf8.contains(escaped) {
        return false
      }
    }
    // The standard library's own idea of well-formed UTF-8.
    let isWellFormed = String(validating: text[start..<place], as: UTF8.self) != nil
    return take("\"") && isWellFormed
  }
}
