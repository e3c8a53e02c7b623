/// Base64 as Python's `base64.urlsafe_b64decode` reads it, and with it the Fernet of its cryptography package: either
/// alphabet, what belongs to neither passed over, padding that may be too long or lie between, what stands behind it
/// unread, any bits to spare.
///
/// - SeeAlso: CPython, `Modules/binascii.c`, `a2b_base64` without `strict_mode`.
package enum LenientBase64 {
  /// Reads a text and writes its bytes to the start of `output`, which holds at least
  /// `Base64URL.decodedCapacity(text.count)`.
  ///
  /// - Returns: how many bytes it stands for, or nil when the last group is not whole and not padded.
  package static func decode(_ text: Bytes, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    guard output.count >= Base64URL.decodedCapacity(text.count) else { return nil }
    var written = 0
    // Of the group of four that is being read.
    var characterCount = 0
    var paddingCount = 0
    var rest: UInt8 = 0
    for character in text {
      if character == UInt8(ascii: "=") {
        guard characterCount >= 2 else { continue }
        paddingCount += 1
        if characterCount + paddingCount >= 4 { return written }
        continue
      }
      guard let value = value(of: character) else { continue }
      paddingCount = 0
      switch characterCount {
      case 0: rest = value
      case 1: put(rest << 2 | value >> 4)
      case 2: put(rest << 4 | value >> 2)
      default: put(rest << 6 | value)
      }
      rest = value
      characterCount = (characterCount + 1) % 4
    }
    return characterCount == 0 ? written : nil

    func put(_ byte: UInt8) {
      output[written] = byte
      written += 1
    }
  }

  /// Whether the first characters that count are those of a literal.
  package static func text(_ text: Bytes, startsWith start: StaticString) -> Bool {
    var wanted = Bytes(start)[...]
    for character in text {
      guard let next = wanted.first else { return true }
      guard value(of: character) != nil else { continue }
      guard character == next else { return false }
      wanted = wanted.dropFirst()
    }
    return wanted.isEmpty
  }

  private static func value(of character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-"), UInt8(ascii: "+"): 62
    case UInt8(ascii: "_"), UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
