/// What stands in the place of findings.
package struct Replacement: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// The rule's label in brackets, `[EMAIL]`.
    case label
    /// The label with eight digits that stand for the value under a key, `[EMAIL:7f3a9c21]`.
    case pseudonym
    /// A `*` for each character but the last few.
    case mask
    /// As `pseudonym`, with all 64 digits.
    case hash
    /// `0` for each digit and `x` for each letter; what is between them stays.
    case shape
    /// Nothing: the record is not emitted.
    case drop
    /// Nothing: the member that holds it is removed.
    case remove

    package var needsKey: Bool { self == .pseudonym || self == .hash }
  }

  /// For rules that nothing else is said of.
  package var kind = Kind.label
  /// For the rules of these ids, before what they say themselves.
  package var kindByRule: [String: Kind] = [:]
  /// How many characters a mask shows at the end: of a value three times as long or longer.
  package var shownCount = defaultShownCount
  /// For pseudonyms and hashes; without it they are labels.
  package var key: PseudonymKey?

  package static let defaultShownCount = 4
  private static let pseudonymSize = 8
  /// More digits than a hash has stand in no pseudonym.
  private static let hashSize = 2 * HMAC.size
  /// Far more than the label of any rule has.
  private static let longestLabel = 100

  package init() {}

  /// What is done with what a rule finds.
  func kind(for rule: Rule) -> Kind {
    kindByRule[rule.id] ?? rule.replacement ?? kind
  }

  /// Appends what replaces `secret`, as text that is not yet escaped.
  ///
  /// - Parameters:
  ///   - secret: UTF-8.
  ///   - kind: for what is removed as a whole, nothing is appended but a label, which stands where nothing can be removed.
  ///   - label: of the rule that found it.
  func append(_ kind: Kind, for secret: Bytes, label: String, to output: ByteBuffer) {
    switch kind {
    case .label, .drop, .remove: appendLabel(label, digits: nil, to: output)
    case .pseudonym: appendLabel(label, digits: key?.digits(of: secret).prefix(Self.pseudonymSize), to: output)
    case .hash: appendLabel(label, digits: key?.digits(of: secret)[...], to: output)
    case .mask: appendMask(of: secret, to: output)
    case .shape:
      // Marks alone would stay as they are.
      guard secret.contains(where: { Self.shape(of: $0) != $0 }) else { return appendMask(of: secret, to: output) }
      for character in secret where character & 0xC0 != 0x80 { output.append(Self.shape(of: character)) }
    }
  }

  private func appendLabel(_ label: String, digits: ArraySlice<UInt8>?, to output: ByteBuffer) {
    output.append(UInt8(ascii: "["))
    output.append(label)
    if let digits {
      output.append(UInt8(ascii: ":"))
      for digit in digits { output.append(digit) }
    }
    output.append(UInt8(ascii: "]"))
  }

  private func appendMask(of secret: Bytes, to output: ByteBuffer) {
    let count = secret.count { $0 & 0xC0 != 0x80 }
    // Two thirds stay hidden at least.
    let shown = count >= 3 * shownCount ? shownCount : 0
    for _ in 0..<count - shown { output.append(UInt8(ascii: "*")) }
    var start = secret.count
    var left = shown
    while left > 0, start > 0 {
      start -= 1
      if secret[start] & 0xC0 != 0x80 { left -= 1 }
    }
    output.append(secret.slice(start, secret.count))
  }

  /// Of an ASCII character, or of another one's first byte.
  private static func shape(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: UInt8(ascii: "0")
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: UInt8(ascii: "x")
    default: byte
    }
  }

  // MARK: What a replacement leaves

  /// What stands in the brackets before a colon if `text` has the form of a label or pseudonym; whether it is one, its rules
  /// know. A look-alike that hides anything but the digits of a pseudonym or hash is none.
  func label(in text: Bytes) -> Bytes? {
    guard text.count >= 3, text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { return nil }
    let label = text.slice(1, text.firstOffset(of: UInt8(ascii: ":")) ?? text.count - 1)
    guard !label.isEmpty, label.allSatisfy(Self.isLabelByte) else { return nil }
    let digits = text.slice(label.count + 1, text.count - 1)
    guard !digits.isEmpty else { return label }
    let isPseudonym = digits.count == Self.pseudonymSize + 1 || digits.count == Self.hashSize + 1
    return isPseudonym && digits.dropFirst().allSatisfy(Self.isHexadecimal) ? label : nil
  }

  /// What is in brackets around the part `range` of a text, if it has the form of a pseudonym.
  func pseudonym(around range: Range<Int>, in text: Bytes) -> Range<Int>? {
    let reach = Self.longestLabel + Self.hashSize
    let floor = max(0, range.lowerBound - reach)
    guard let start = text.slice(floor, range.lowerBound + 1).lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let part = text.slice(floor + start, min(text.count, range.lowerBound + reach))
    guard let last = part.firstOffset(of: UInt8(ascii: "]")) else { return nil }
    let end = floor + start + last + 1
    return end >= range.upperBound && label(in: part.slice(0, last + 1)) != nil ? floor + start..<end : nil
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Whether `text` is what a mask leaves: stars and, behind enough of them, the few characters that are shown.
  func isMask(_ text: Bytes) -> Bool {
    let stars = text.prefix { $0 == UInt8(ascii: "*") }.count
    guard stars > 0 else { return false }
    let rest = text.slice(stars, text.count).count { $0 & 0xC0 != 0x80 }
    return rest == 0 || (rest <= shownCount && stars >= 2 * shownCount)
  }

  /// Whether `text` is its own shape, which tells nothing but its form.
  static func isShape(_ text: Bytes) -> Bool {
    text.allSatisfy { $0 < 0x80 && shape(of: $0) == $0 }
      && text.contains { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "0") }
  }
}

/// The key under which pseudonyms are made. Any number of threads may use it.
package final class PseudonymKey: Sendable {
  private let secret: SecretBytes

  package init(_ secret: consuming SecretBytes) {
    self.secret = secret
  }

  /// The 64 hexadecimal digits of HMAC-SHA256 of a value under the key; zeros if libcrypto refuses, which are no secret.
  func digits(of value: Bytes) -> [UInt8] {
    let code = HMAC.code(of: value, key: secret)
    return code.flatMap { [Self.digit($0 >> 4), Self.digit($0 & 15)] }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x61 + value - 10
  }
}
