/// Names and addresses of hosts.
enum HostFormat {
  /// A host name of RFC 1123, section 2.1: labels of letters, digits and hyphens, without a dot at the end.
  ///
  /// - Parameter knowsALabels: whether a label `xn--…` must be what RFC 5891 makes of a label beyond ASCII.
  static func isHostname(_ text: Bytes, knowsALabels: Bool) -> Bool {
    guard text.count <= 253 else { return false }
    var start = 0
    while true {
      let end = text.firstOffset(of: UInt8(ascii: "."), from: start) ?? text.count
      let label = text.slice(start, end)
      guard isLabel(label) else { return false }
      if knowsALabels, isALabel(label), !DomainLabels.isValid(aLabel: label) { return false }
      guard end < text.count else { return true }
      start = end + 1
    }
  }

  /// 1 to 63 letters, digits and hyphens, with no hyphen at either end.
  static func isLabel(_ label: Bytes) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
    guard first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
    return label.allSatisfy { $0 == UInt8(ascii: "-") || isLetterOrDigit($0) }
  }

  /// Whether a label begins with `xn--`, in any case.
  static func isALabel(_ label: Bytes) -> Bool {
    label.count >= 4 && label[0] | 0x20 == UInt8(ascii: "x") && label[1] | 0x20 == UInt8(ascii: "n")
      && label[2] == UInt8(ascii: "-") && label[3] == UInt8(ascii: "-")
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
  }

  /// Four numbers up to 255 without zeros before them (RFC 2673, section 3.2).
  static func isIPv4(_ text: Bytes) -> Bool {
    guard text.count <= 15 else { return false }
    var value = 0
    var digits = 0
    var dots = 0
    for byte in text {
      switch byte {
      case 0x30...0x39:
        guard digits == 0 || value > 0 else { return false }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        guard value < 256 else { return false }
      case UInt8(ascii: "."):
        guard digits > 0 else { return false }
        (value, digits, dots) = (0, 0, dots + 1)
      default: return false
      }
    }
    return digits > 0 && dots == 3
  }

  /// Eight groups of four hexadecimal digits at most, or fewer and one `::`; the last two may be an IPv4 address.
  ///
  /// - SeeAlso: RFC 4291, section 2.2.
  static func isIPv6(_ text: Bytes) -> Bool {
    guard text.count >= 2, text.count <= 45 else { return false }
    var groups = 0
    var hasGap = false
    var place = 0
    if text.starts(with: "::") {
      hasGap = true
      place = 2
    }
    while place < text.count {
      let start = place
      while place < text.count, text[place].hexadecimalValue != nil { place += 1 }
      if place < text.count, text[place] == UInt8(ascii: ".") {
        guard isIPv4(text.slice(start, text.count)) else { return false }
        groups += 2
        break
      }
      guard place > start, place - start <= 4 else { return false }
      groups += 1
      guard place < text.count else { break }
      guard text[place] == UInt8(ascii: ":"), place + 1 < text.count else { return false }
      place += 1
      guard text[place] == UInt8(ascii: ":") else { continue }
      guard !hasGap else { return false }
      hasGap = true
      place += 1
    }
    return hasGap ? groups <= 7 : groups == 8
  }
}

/// A mailbox of RFC 5321, section 4.1.2; with RFC 6531 also beyond ASCII.
enum MailboxFormat {
  static func accepts(_ text: Bytes, isInternational: Bool) -> Bool {
    guard isInternational || text.allSatisfy({ $0 < 0x80 }), let at = endOfLocalPart(text), at > 0, at <= 64,
      at < text.count, text[at] == UInt8(ascii: "@")
    else { return false }
    let domain = text.slice(at + 1, text.count)
    if domain.first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]") {
      return isAddress(domain.slice(1, domain.count - 1))
    }
    return isDomain(domain)
  }

  /// Behind a quoted string or words with dots between them; nil if there is neither.
  private static func endOfLocalPart(_ text: Bytes) -> Int? {
    var place = 0
    if text.first == UInt8(ascii: "\"") {
      place = 1
      while place < text.count, text[place] != UInt8(ascii: "\"") {
        if text[place] == UInt8(ascii: "\\") { place += 1 }
        guard place < text.count, text[place] >= 0x20, text[place] != 0x7F else { return nil }
        place += 1
      }
      return place < text.count ? place + 1 : nil
    }
    while true {
      let start = place
      while place < text.count, atom[text[place]] { place += 1 }
      guard place > start else { return nil }
      guard place < text.count, text[place] == UInt8(ascii: ".") else { return place }
      place += 1
    }
  }

  /// `atext` of RFC 5322, and all that is beyond ASCII.
  private static let atom = ByteSet { byte in
    byte >= 0x80 || HostFormat.isLetterOrDigit(byte) || Array("!#$%&'*+-/=?^_`{|}~".utf8).contains(byte)
  }

  private static func isDomain(_ domain: Bytes) -> Bool {
    guard domain.count <= 255 else { return false }
    var start = 0
    while true {
      let end = domain.firstOffset(of: UInt8(ascii: "."), from: start) ?? domain.count
      let label = domain.slice(start, end)
      guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-"),
        label.allSatisfy({ $0 >= 0x80 || $0 == UInt8(ascii: "-") || HostFormat.isLetterOrDigit($0) })
      else { return false }
      guard end < domain.count else { return true }
      start = end + 1
    }
  }

  /// `127.0.0.1`, `IPv6:::1`, or `tag:` and what its standard says.
  private static func isAddress(_ text: Bytes) -> Bool {
    guard let colon = text.firstOffset(of: UInt8(ascii: ":")) else { return HostFormat.isIPv4(text) }
    let tag = text.slice(0, colon)
    let content = text.slice(colon + 1, text.count)
    guard tag.text.lowercased() != "ipv6" else { return HostFormat.isIPv6(content) }
    return HostFormat.isLabel(tag) && !content.isEmpty
      && content.allSatisfy { (0x21...0x5A).contains($0) || (0x5E...0x7E).contains($0) }
  }
}
