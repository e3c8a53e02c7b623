/// The body of a JSON string, between its quotes: decoded, encoded, and the way back from one to the other.
///
/// All functions take bodies that a `JSONScanner` has accepted.
package enum JSONString {
  /// Appends the decoded text to `output`, as UTF-8. A lone surrogate becomes U+FFFD, so that the result is always
  /// well formed.
  ///
  /// - Parameter keepsLoneSurrogates: writes a lone surrogate in the three bytes that UTF-8 forbids, so that two texts
  ///   are decoded to the same bytes exactly if they are the same; for comparing only.
  package static func decode(_ body: Bytes, into output: ByteBuffer, keepsLoneSurrogates: Bool = false) {
    var start = 0
    while true {
      start += output.append(body.slice(start, body.count), upTo: UInt8(ascii: "\\"))
      guard start < body.count else { return }
      start += appendEscape(body, start, to: output, keepsLoneSurrogates: keepsLoneSurrogates)
    }
  }

  /// Maps offsets in the decoded text back to offsets in the body.
  ///
  /// - Parameters:
  ///   - offsets: in the decoded text, ascending; each is replaced by its place in the body. A place inside a decoded
  ///     escape becomes the start of the escape, or its end where `roundsUp` says so.
  ///   - roundsUp: for each offset.
  /// - Complexity: O(`body.count` + `offsets.count`); nothing is stored while decoding, since most strings hold nothing
  ///   that must be found again.
  package static func locate(_ offsets: inout [Int], roundsUp: (Int) -> Bool, in body: Bytes) {
    let scratch = ByteBuffer()
    var decoded = 0
    var encoded = 0
    var index = 0
    while index < offsets.count {
      let backslash = body.firstOffset(of: UInt8(ascii: "\\"), from: encoded) ?? body.count
      let plain = backslash - encoded
      while index < offsets.count, offsets[index] <= decoded + plain {
        offsets[index] += encoded - decoded
        index += 1
      }
      guard backslash < body.count else { break }
      scratch.removeAll()
      let size = appendEscape(body, backslash, to: scratch)
      decoded += plain
      while index < offsets.count, offsets[index] < decoded + scratch.count {
        offsets[index] = roundsUp(index) ? backslash + size : backslash
        index += 1
      }
      decoded += scratch.count
      encoded = backslash + size
    }
    while index < offsets.count {
      offsets[index] = body.count
      index += 1
    }
  }

  /// Appends `text` with what a JSON string cannot hold escaped, in the shortest way.
  ///
  /// - Parameter text: UTF-8.
  package static func encode(_ text: Bytes, into output: ByteBuffer) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): output.append("\\\"")
      case UInt8(ascii: "\\"): output.append("\\\\")
      case 0x0A: output.append("\\n")
      case 0x0D: output.append("\\r")
      case 0x09: output.append("\\t")
      case 0x08: output.append("\\b")
      case 0x0C: output.append("\\f")
      case 0..<0x20:
        output.append("\\u00")
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 15))
      default: output.append(byte)
      }
    }
  }

  /// Appends `text` as a whole JSON string, with its quotes.
  package static func appendQuoted(_ text: String, to output: ByteBuffer) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { encode($0, into: output) }
    output.append(UInt8(ascii: "\""))
  }

  /// The UTF-16 code unit that the four hexadecimal digits at `start` name.
  static func codeUnit(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) throws(RecordError) -> UInt32 {
    if start &+ 4 <= count {
      // All four at once, a byte each: a digit is 0 to 9 above 0x30, a letter 1 to 6 above 0x40 or 0x60.
      let text = Word.loadHalf(base + start)
      let digits = (text ^ 0x3030_3030) & 0x7F7F_7F7F
      let letters = ((text | 0x2020_2020) ^ 0x6060_6060) & 0x7F7F_7F7F
      let notDigits = digits &+ 0x7676_7676
      let notLetters = (letters &+ 0x7979_7979) | ~(letters &+ 0x7F7F_7F7F)
      if ((notDigits & notLetters) | text) & 0x8080_8080 == 0 {
        let values = (text & 0x0F0F_0F0F) &+ (text &>> 6 & 0x0101_0101) &* 9
        // The first digit is the lowest byte and the highest four bits.
        let pairs = (values &<< 4 | values &>> 8) & 0x00FF_00FF
        return (pairs & 0xFF) &<< 8 | pairs &>> 16
      }
    }
    var unit: UInt32 = 0
    for offset in start..<start + 4 {
      guard offset < count else { throw RecordError(.unclosedString, at: count) }
      let byte = base[offset]
      let digit: UInt8
      if byte &- 0x30 < 10 {
        digit = byte &- 0x30
      } else if (byte | 0x20) &- 0x61 < 6 {
        digit = (byte | 0x20) &- 0x61 &+ 10
      } else {
        throw RecordError(.badUnicodeEscape, at: start - 2)
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// Decodes the escape at `start` and returns its size in the body.
  private static func appendEscape(
    _ body: Bytes, _ start: Int, to output: ByteBuffer, keepsLoneSurrogates: Bool = false
  ) -> Int {
    guard start + 1 < body.count, let base = body.baseAddress else { return body.count - start }
    switch base[start + 1] {
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "u"):
      return appendUnicodeEscape(base, start, body.count, to: output, keepsLoneSurrogates: keepsLoneSurrogates)
    default: output.append(base[start + 1])
    }
    return 2
  }

  private static func appendUnicodeEscape(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, to output: ByteBuffer, keepsLoneSurrogates: Bool
  ) -> Int {
    guard let unit = try? codeUnit(base, start + 2, count) else { return min(6, count - start) }
    var scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    var size = 6
    if unit & 0xFC00 == 0xD800, start + 12 <= count, base[start + 6] == UInt8(ascii: "\\"),
      base[start + 7] == UInt8(ascii: "u"), let second = try? codeUnit(base, start + 8, count),
      second & 0xFC00 == 0xDC00
    {
      scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (second & 0x3FF)) ?? "\u{FFFD}"
      size = 12
    } else if keepsLoneSurrogates, unit & 0xF800 == 0xD800 {
      output.append(0xED)
      output.append(UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F))
      return size
    }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { output.append(byte) }
    return size
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x61 + value - 10
  }
}
