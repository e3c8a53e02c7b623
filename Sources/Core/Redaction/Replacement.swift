/// What stands in the place of a finding.
package enum Replacement: String, CaseIterable, Sendable {
  /// The rule's label in brackets, `[EMAIL]`.
  case label
  /// A `*` for each character but the last four, which only a value of 12 characters or more shows.
  case mask
  /// Nothing: the record is not emitted.
  case drop

  /// How many characters a mask shows at the end, and how long a value must be for that: a third of it stays hidden at
  /// least twice over.
  private static let shownCount = 4
  private static let shortestShown = 12

  /// Appends what replaces `secret`, as text that is not yet escaped.
  ///
  /// - Parameters:
  ///   - secret: UTF-8.
  ///   - label: of the rule that found it.
  func append(for secret: Bytes, label: String, to output: ByteBuffer) {
    guard self == .mask else {
      output.append(UInt8(ascii: "["))
      output.append(label)
      output.append(UInt8(ascii: "]"))
      return
    }
    let count = secret.count { $0 & 0xC0 != 0x80 }
    let shown = count >= Self.shortestShown ? Self.shownCount : 0
    for _ in 0..<count - shown { output.append(UInt8(ascii: "*")) }
    var start = secret.count
    var left = shown
    while left > 0, start > 0 {
      start -= 1
      if secret[start] & 0xC0 != 0x80 { left -= 1 }
    }
    output.append(secret.slice(start, secret.count))
  }

  /// `replacement` if it shows nothing of the value, or else the name of this kind.
  func telling(_ replacement: [UInt8]) -> String {
    self == .label ? String(decoding: replacement, as: UTF8.self) : rawValue
  }

  /// What stands in the brackets if `text` has the form of a label; whether it is one, its rules know.
  static func label(in text: Bytes) -> Bytes? {
    guard text.count >= 3, text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { return nil }
    let label = text.slice(1, text.count - 1)
    let isLabel = label.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isLabel ? label : nil
  }

  /// Whether `text` is what a mask leaves: stars and, behind enough of them, the few characters that are shown.
  static func isMasked(_ text: Bytes) -> Bool {
    let stars = text.prefix { $0 == UInt8(ascii: "*") }.count
    guard stars > 0 else { return false }
    let rest = text.slice(stars, text.count).count { $0 & 0xC0 != 0x80 }
    return rest == 0 || (rest <= shownCount && stars >= shortestShown - shownCount)
  }
}
