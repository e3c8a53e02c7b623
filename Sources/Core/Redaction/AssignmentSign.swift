/// Looks for the sign of an assignment behind a name, which tells most places where a rule of assigned secrets cannot
/// match faster than its pattern does.
enum AssignmentSign {
  /// With what a pattern begins that asks for the sign.
  private static let lookAhead: StaticString =
    #"(?=[\w.-]{1,80}+(?: [\w.-]{1,60}+){0,3}+[\])"'`\\]{0,4}+(?:\[\d{0,5}\])?+\s{0,24}+"#

  static func isAsked(by pattern: [UInt8]) -> Bool {
    pattern.withUnsafeBufferPointer { $0.starts(with: Bytes(lookAhead)) }
  }

  /// How a pattern asks for the quotation mark before its value.
  private static let quotation: StaticString = #"(\\{0,3}["'`])("#

  /// Whether a pattern that asks for the sign also asks for a quotation mark behind it.
  static func isQuotationAsked(by pattern: [UInt8]) -> Bool {
    let quotation = Bytes(quotation)
    return pattern.withUnsafeBufferPointer { pattern in
      pattern.indices.contains { pattern.slice($0, pattern.count).starts(with: quotation) }
    }
  }

  /// Whether the look-ahead may match, and a quotation mark follow if there must be one: false only where it is not so.
  ///
  /// - Parameter start: of the name.
  @inline(__always)
  static func mayFollow(_ text: Bytes, at start: Int, isQuoted: Bool) -> Bool {
    guard let sign = offset(in: text, behind: start) else { return false }
    return !isQuoted || hasQuotation(text, behind: sign)
  }

  /// Whether a quotation mark stands behind the sign, before more letters than a type and a word such as `default` have.
  private static func hasQuotation(_ text: Bytes, behind sign: Int) -> Bool {
    let end = min(text.count, sign &+ 250)
    var place = sign
    var letters = 0
    while place < end {
      let byte = text[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { return true }
      if (byte | 0x20) &- 0x61 < 26 {
        letters &+= 1
        if letters > 40 { return false }
      }
      place &+= 1
    }
    return end < text.count
  }

  /// Where the first byte stands that is no part of the words of a name; nil where the look-ahead does not match.
  @inline(__always)
  private static func offset(in text: Bytes, behind start: Int) -> Int? {
    let end = min(text.count, start &+ 300)
    var place = start
    var words = 0
    while place < end {
      let byte = text[place]
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x2D < 2 || byte &- 0x30 < 10 || byte == 0x5F {
        place &+= 1
        continue
      }
      guard byte == 0x20, place &+ 1 < end else { return byte < 0x80 ? place : nil }
      let next = text[place &+ 1]
      guard (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 || next == 0x5F else { return place }
      // Three more words, and `value` before the sign.
      words &+= 1
      if words > 4 { return nil }
      place &+= 1
    }
    return end < text.count ? place : nil
  }
}
