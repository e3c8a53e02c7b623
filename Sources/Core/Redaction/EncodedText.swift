/// Reads what digits of base64 (either alphabet, RFC 4648), hexadecimal digits and percent escapes spell.
struct EncodedText: Sendable {
  /// Its tables live as long as the program; whoever reads much keeps a copy, since asking whether they are made costs as
  /// much as a step.
  static let standard = EncodedText()

  private static let notADigit: UInt8 = 0x80

  /// The value 0…63 of a character of either base64 alphabet, nil of any other.
  static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  private let base64 = ByteTable { base64Value($0) ?? notADigit }
  private let hexadecimal = ByteTable { byte in
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: notADigit
    }
  }
  /// Printable ASCII, tab, LF, CR, and what stands in UTF-8 for other characters.
  private let isText = ByteSet { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  /// What may stand around an escape in a URL or a form (RFC 3986, section 2), `%` included.
  private let isInURL = ByteSet { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: Bytes("-._~:/?#[]@!$&'()*+,;=%" as StaticString).contains(byte)
    }
  }

  // MARK: Base64

  /// Encoders break lines at 64 or 76 characters; shorter ones are no lines of one run.
  private static let shortestLine = 60

  /// Whether a byte is a digit of base64.
  func isDigit(_ byte: UInt8) -> Bool { base64[byte] != Self.notADigit }

  /// Whether a byte is a digit of base64 that is neither a letter nor a figure.
  func isMark(_ byte: UInt8) -> Bool { base64[byte] & 0xFE == 62 }

  /// Whether three groups of four digits that begin at `start`, of which eleven are there, may spell ASCII: by chance one in
  /// 512 does.
  @inline(__always)
  func maySpellText(_ text: Bytes, at start: Int) -> Bool {
    for group in stride(from: start, to: start + 12, by: 4) {
      let first = base64[text[group]]
      let second = base64[text[group + 1]]
      let third = base64[text[group + 2]]
      // Three bits of a group are zero, as `SpellingBlock` draws them.
      if first & 0x20 | second & 0x08 | third & 0x02 != 0 { return false }
    }
    return true
  }

  /// Decodes the groups of four digits around `start` as far as they spell text, on to further lines if they are as long
  /// as an encoder's.
  ///
  /// - Parameters:
  ///   - floor: how far back they may be read.
  ///   - output: gets what they spell, as well-formed UTF-8.
  /// - Returns: the passage, and whether it goes over a line's end.
  /// - Complexity: O(the passage).
  func base64Passage(
    in text: Bytes, around start: Int, floor: Int, into output: ByteBuffer
  ) -> (range: Range<Int>, hasLines: Bool) {
    var first = start
    // Backwards by ASCII only, since by chance every other group could be part of other characters, and one more with the
    // end of such.
    while first - 4 >= floor, isTextGroup(text, at: first - 4) {
      first -= 4
      if bits(text, at: first) & 0x80_8080 != 0 { break }
    }
    output.removeAll()
    var end = first
    var lineStart = first
    while true {
      while end + 4 <= text.count, isTextGroup(text, at: end) {
        let group = bits(text, at: end)
        output.append(UInt8(truncatingIfNeeded: group >> 16))
        output.append(UInt8(truncatingIfNeeded: group >> 8))
        output.append(UInt8(truncatingIfNeeded: group))
        end += 4
      }
      guard end - lineStart >= Self.shortestLine, let next = nextLine(behind: end, in: text) else { break }
      end = next
      lineStart = next
    }
    // The rest of the digits, or what of the next group still is text.
    let hasLines = lineStart > first
    guard end + 2 <= text.count, base64[text[end]] | base64[text[end + 1]] < Self.notADigit else {
      return (mended(first..<end, output), hasLines)
    }
    let value = UInt16(base64[text[end]]) << 10 | UInt16(base64[text[end + 1]]) << 4
    let byte = UInt8(truncatingIfNeeded: value >> 8)
    guard isText[byte] else { return (mended(first..<end, output), hasLines) }
    output.append(byte)
    guard end + 3 <= text.count, base64[text[end + 2]] != Self.notADigit else {
      return (mended(first..<end + 2, output), hasLines)
    }
    let next = UInt8(truncatingIfNeeded: value) | base64[text[end + 2]] >> 2
    guard isText[next] else { return (mended(first..<end + 2, output), hasLines) }
    output.append(next)
    return (mended(first..<end + 3, output), hasLines)
  }

  /// Where digits go on behind a line end.
  private func nextLine(behind end: Int, in text: Bytes) -> Int? {
    var next = end
    if next < text.count, text[next] == 0x0D { next += 1 }
    guard next < text.count, text[next] == 0x0A else { return nil }
    next += 1
    return next < text.count && base64[text[next]] != Self.notADigit ? next : nil
  }

  private func isTextGroup(_ text: Bytes, at offset: Int) -> Bool {
    let isGroup = base64[text[offset]] | base64[text[offset + 1]] | base64[text[offset + 2]] | base64[text[offset + 3]]
    guard isGroup < Self.notADigit else { return false }
    let group = bits(text, at: offset)
    return isText[UInt8(truncatingIfNeeded: group >> 16)] && isText[UInt8(truncatingIfNeeded: group >> 8)]
      && isText[UInt8(truncatingIfNeeded: group)]
  }

  private func bits(_ text: Bytes, at offset: Int) -> UInt32 {
    UInt32(base64[text[offset]]) << 18 | UInt32(base64[text[offset + 1]]) << 12
      | UInt32(base64[text[offset + 2]]) << 6 | UInt32(base64[text[offset + 3]])
  }

  /// The run of digits around a passage, with its padding: what an encoder wrote. What stands before the passage and is
  /// set off from it is something else, such as the folders in `user/files/aGVsbG8…`.
  ///
  /// - Parameter found: what was found in what the passage spells; it is in the run.
  func base64Run(around passage: Range<Int>, found: Range<Int>, in text: Bytes) -> Range<Int> {
    var start = passage.lowerBound
    // The first group may be there by chance.
    if found.lowerBound >= 3, isMark(text[start + 3]) { start += 4 }
    if start > 0, !isMark(text[start - 1]) {
      while start > 0, base64[text[start - 1]] != Self.notADigit { start -= 1 }
    }
    var end = passage.upperBound
    while end < text.count, base64[text[end]] != Self.notADigit { end += 1 }
    let padding = end
    while end < text.count, end < padding + 2, text[end] == UInt8(ascii: "=") { end += 1 }
    return start..<end
  }

  // MARK: Hexadecimal digits

  /// Decodes the pairs of digits around `start` as far as they spell text.
  ///
  /// - Parameters: as for base64.
  func hexadecimalPassage(in text: Bytes, around start: Int, floor: Int, into output: ByteBuffer) -> Range<Int> {
    var first = start
    while first - 2 >= floor, let byte = pair(text, at: first - 2), isText[byte], byte < 0x80 { first -= 2 }
    output.removeAll()
    var end = first
    while end + 2 <= text.count, let byte = pair(text, at: end), isText[byte] {
      output.append(byte)
      end += 2
    }
    return mended(first..<end, output)
  }

  /// The run of digits around a passage.
  func hexadecimalRun(around passage: Range<Int>, in text: Bytes) -> Range<Int> {
    var start = passage.lowerBound
    while start > 0, hexadecimal[text[start - 1]] != Self.notADigit { start -= 1 }
    var end = passage.upperBound
    while end < text.count, hexadecimal[text[end]] != Self.notADigit { end += 1 }
    return start..<end
  }

  /// The byte that two hexadecimal digits spell.
  private func pair(_ text: Bytes, at offset: Int) -> UInt8? {
    let high = hexadecimal[text[offset]]
    let low = hexadecimal[text[offset + 1]]
    return (high | low) & Self.notADigit == 0 ? high << 4 | low : nil
  }

  // MARK: Percent escapes

  /// Whether an escape such as `%40` stands at `offset`.
  func isPercentEscape(_ text: Bytes, at offset: Int) -> Bool {
    offset + 2 < text.count && text[offset] == UInt8(ascii: "%") && pair(text, at: offset + 1) != nil
  }

  /// The part of a URL or form around `offset`, back to `floor` at most.
  func urlPart(around offset: Int, floor: Int, in text: Bytes) -> Range<Int> {
    var start = offset
    while start > floor, isInURL[text[start - 1]] { start -= 1 }
    var end = offset
    while end < text.count, isInURL[text[end]] { end += 1 }
    return start..<end
  }

  /// Decodes the escapes of `part` into `output`, as well-formed UTF-8.
  func decodePercent(_ part: Bytes, into output: ByteBuffer) {
    output.removeAll()
    var offset = 0
    while offset < part.count {
      if isPercentEscape(part, at: offset), let byte = pair(part, at: offset + 1) {
        output.append(byte)
        offset += 3
      } else {
        output.append(part[offset])
        offset += 1
      }
    }
    _ = mended(0..<0, output)
  }

  /// A place in a part with percent escapes, and in what it spells.
  struct PercentPlace {
    var offset = 0
    var decoded = 0
  }

  /// What of `part` spells the bytes `range` of what `decodePercent` made of it.
  ///
  /// - Parameter place: from where to go on; it becomes that of the range's start, so that ranges in ascending order are
  ///   found in one way through the part.
  func locatePercent(_ range: Range<Int>, in part: Bytes, from place: inout PercentPlace) -> Range<Int> {
    if place.decoded > range.lowerBound { place = PercentPlace() }
    advance(&place, to: range.lowerBound, in: part)
    var end = place
    advance(&end, to: range.upperBound, in: part)
    return place.offset..<end.offset
  }

  private func advance(_ place: inout PercentPlace, to decoded: Int, in part: Bytes) {
    while place.offset < part.count, place.decoded < decoded {
      place.offset += isPercentEscape(part, at: place.offset) ? 3 : 1
      place.decoded += 1
    }
  }

  /// Makes well-formed UTF-8 of what was decoded, byte for byte: where it is not, all but ASCII become spaces.
  private func mended(_ passage: Range<Int>, _ output: ByteBuffer) -> Range<Int> {
    if UTF8Validator.firstFault(in: output.bytes) != nil { output.replaceEach { $0 < 0x80 ? $0 : 0x20 } }
    return passage
  }
}
