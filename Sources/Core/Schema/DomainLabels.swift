/// The labels of an internationalized domain name.
///
/// - SeeAlso: RFC 5890 to 5893 (IDNA 2008). Normalization is not looked at.
enum DomainLabels {
  /// Whether a name of U-labels, A-labels and others is valid; a full stop of East Asia parts them as well.
  static func areValid(_ name: Bytes) -> Bool {
    // A label is hardly longer in UTF-8 than as an A-label; what is ten times too long need not be looked at.
    guard name.count <= 2530 else { return false }
    let labels = Array(name.text.unicodeScalars).split(omittingEmptySubsequences: false) { scalar in
      scalar == "." || scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
    }
    var size = labels.count - 1
    var spelled: [[Unicode.Scalar]] = []
    for label in labels {
      guard let valid = ValidLabel(Array(label)) else { return false }
      size += valid.size
      spelled.append(valid.label)
    }
    guard size <= 253 else { return false }
    return !spelled.contains(where: BidiRule.applies) || spelled.allSatisfy(BidiRule.isMet)
  }

  /// Whether a label in ASCII, of letters, digits and hyphens, is what Punycode makes of a valid one.
  static func isValid(aLabel: Bytes) -> Bool {
    guard let valid = ValidLabel(aLabel.map { Unicode.Scalar($0) }) else { return false }
    return !BidiRule.applies(to: valid.label) || BidiRule.isMet(by: valid.label)
  }
}

/// A label that is valid by itself.
private struct ValidLabel {
  /// An A-label as the U-label it stands for.
  let label: [Unicode.Scalar]
  /// In ASCII, in bytes.
  let size: Int

  init?(_ text: [Unicode.Scalar]) {
    guard text.allSatisfy(\.isASCII) else {
      size = 4 + Punycode.encode(text).count
      guard size <= 63, Self.isULabel(text) else { return nil }
      label = text
      return
    }
    let ascii = text.map { $0.properties.lowercaseMapping.utf8.first ?? 0 }
    size = ascii.count
    guard ascii.withUnsafeBufferPointer({ HostFormat.isLabel($0) }) else { return nil }
    guard ascii.starts(with: "xn--".utf8) else {
      guard !Self.hasTwoHyphens(text) else { return nil }
      label = text
      return
    }
    guard let decoded = ascii[4...].withUnsafeBufferPointer({ Punycode.decode($0) }), Self.isULabel(decoded),
      Punycode.encode(decoded) == Array(ascii[4...])
    else { return nil }
    label = decoded
  }

  /// RFC 5891, section 4.2.
  private static func isULabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, first != "-", label.last != "-", !hasTwoHyphens(label), !first.isMark,
      !label.allSatisfy(\.isASCII)
    else { return false }
    return label.indices.allSatisfy { DomainCharacter.isAllowed(at: $0, in: label) }
  }

  private static func hasTwoHyphens(_ label: [Unicode.Scalar]) -> Bool {
    label.count >= 4 && label[2] == "-" && label[3] == "-"
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
