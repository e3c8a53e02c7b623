/// White space in the body of a JSON string, as `str.isspace` and `str.strip` of Python know it, in which servers of
/// model APIs are written: Unicode's, and 0x1C to 0x1F.
enum BlankText {
  /// Whether there is nothing but white space, or nothing at all.
  ///
  /// - Complexity: O(1) for nearly all texts: it ends at the first character that is none.
  static func isBlank(_ body: Bytes) -> Bool {
    var offset = 0
    while offset < body.count {
      guard let size = sizeOfSpace(in: body, at: offset) else { return false }
      offset += size
    }
    return true
  }

  /// Whether the last character is white space.
  static func endsBlank(_ body: Bytes) -> Bool {
    guard let last = body.last else { return false }
    // A character of one byte, the last of an escape `\n`, or of `\u2028`, or the end of a longer one.
    for size in [6, 3, 2, 1] where size <= body.count {
      let start = body.count - size
      guard sizeOfSpace(in: body, at: start) == size else { continue }
      // A backslash that is escaped itself escapes nothing.
      if body[start] == UInt8(ascii: "\\"), !startsEscape(body, at: start) { continue }
      return true
    }
    return last == 0x20
  }

  private static func startsEscape(_ body: Bytes, at offset: Int) -> Bool {
    var count = 0
    while count < offset, body[offset - count - 1] == UInt8(ascii: "\\") { count += 1 }
    return count.isMultiple(of: 2)
  }

  /// The size in bytes of the white space at an offset, nil if there is none.
  private static func sizeOfSpace(in body: Bytes, at offset: Int) -> Int? {
    let byte = body[offset]
    guard byte == 0x20 || byte == UInt8(ascii: "\\") || byte >= 0x80 else { return nil }
    if byte == 0x20 { return 1 }
    if byte == UInt8(ascii: "\\") { return sizeOfEscapedSpace(in: body, at: offset) }
    if byte == 0xC2, offset + 1 < body.count { return isSpace(UInt32(body[offset + 1])) ? 2 : nil }
    guard byte & 0xF0 == 0xE0, offset + 2 < body.count else { return nil }
    let scalar = UInt32(byte & 0xF) << 12 | UInt32(body[offset + 1] & 0x3F) << 6 | UInt32(body[offset + 2] & 0x3F)
    return isSpace(scalar) ? 3 : nil
  }

  private static func sizeOfEscapedSpace(in body: Bytes, at offset: Int) -> Int? {
    guard offset + 1 < body.count, let base = body.baseAddress else { return nil }
    switch body[offset + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "f"): return 2
    case UInt8(ascii: "u"):
      guard let unit = try? JSONString.codeUnit(base, offset + 2, body.count), isSpace(unit) else { return nil }
      return 6
    default: return nil
    }
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
