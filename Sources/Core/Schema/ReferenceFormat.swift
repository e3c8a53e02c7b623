/// URIs of RFC 3986 and IRIs of RFC 3987, and references relative to one.
///
///     foo://example.com:8042/over/there?name=ferret#nose
///     \_/   \______________/\_________/ \_________/ \__/
///     scheme    authority       path       query   fragment
struct ReferenceFormat {
  private let text: Bytes
  private let isInternational: Bool

  init(_ text: Bytes, isInternational: Bool) {
    self.text = text
    self.isInternational = isInternational
  }

  /// Whether there is a scheme, and all is as it should be.
  var isAbsolute: Bool {
    guard let colon = endOfScheme else { return false }
    return isHierarchy(from: colon + 1)
  }

  /// Whether it is a URI or relative to one.
  var isReference: Bool {
    guard endOfScheme == nil else { return isAbsolute }
    // What stands before a colon in the first segment of a path would be a scheme.
    let segment = text.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return !segment.contains(UInt8(ascii: ":")) && isHierarchy(from: 0)
  }

  /// Where the colon behind the scheme is, nil if there is no scheme.
  private var endOfScheme: Int? {
    guard let first = text.first, (0x41...0x5A).contains(first & ~0x20),
      let end = text.firstIndex(where: { !Self.schemeBytes[$0] }), text[end] == UInt8(ascii: ":")
    else { return nil }
    return end
  }

  private func isHierarchy(from start: Int) -> Bool {
    let fragment = text.firstOffset(of: UInt8(ascii: "#"), from: start) ?? text.count
    let query = text.firstOffset(of: UInt8(ascii: "?"), from: start).map { min($0, fragment) } ?? fragment
    if fragment < text.count {
      guard consists(of: Self.queryBytes, text.slice(fragment + 1, text.count)) else { return false }
    }
    if query < fragment {
      guard consists(of: Self.queryBytes, text.slice(query + 1, fragment), privateUse: true) else { return false }
    }
    var path = text.slice(start, query)
    if path.starts(with: "//") {
      let end = path.firstOffset(of: UInt8(ascii: "/"), from: 2) ?? path.count
      guard isAuthority(path.slice(2, end)) else { return false }
      path = path.slice(end, path.count)
    }
    return consists(of: Self.pathBytes, path)
  }

  private func isAuthority(_ authority: Bytes) -> Bool {
    var host = authority
    if let at = authority.firstOffset(of: UInt8(ascii: "@")) {
      guard consists(of: Self.userBytes, authority.slice(0, at)) else { return false }
      host = authority.slice(at + 1, authority.count)
    }
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstOffset(of: UInt8(ascii: "]")), isLiteral(host.slice(1, end)) else { return false }
      let port = host.slice(end + 1, host.count)
      return port.isEmpty || port[0] == UInt8(ascii: ":") && isPort(port.slice(1, port.count))
    }
    let colon = host.firstOffset(of: UInt8(ascii: ":")) ?? host.count
    guard consists(of: Self.nameBytes, host.slice(0, colon)) else { return false }
    return colon == host.count || isPort(host.slice(colon + 1, host.count))
  }

  private func isPort(_ text: Bytes) -> Bool {
    text.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What stands in brackets: an IPv6 address, or `v`, a version, a dot and whatever that version is.
  private func isLiteral(_ text: Bytes) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else { return HostFormat.isIPv6(text) }
    guard let dot = text.firstOffset(of: UInt8(ascii: ".")), dot > 1, dot + 1 < text.count else { return false }
    return text.slice(1, dot).allSatisfy { $0.hexadecimalValue != nil }
      && text.slice(dot + 1, text.count).allSatisfy { Self.userBytes[$0] }
  }

  /// Whether all is of a set, or percent-encoded, or, in an IRI, of the characters beyond ASCII that may stand there.
  private func consists(of set: ByteSet, _ part: Bytes, privateUse: Bool = false) -> Bool {
    var place = 0
    while place < part.count {
      let byte = part[place]
      if set[byte] {
        place += 1
      } else if byte == UInt8(ascii: "%") {
        guard place + 2 < part.count, part[place + 1].hexadecimalValue != nil, part[place + 2].hexadecimalValue != nil
        else { return false }
        place += 3
      } else {
        guard isInternational, let (scalar, size) = part.scalar(at: place),
          scalar.isInIRI || privateUse && scalar.isPrivateInIRI
        else { return false }
        place += size
      }
    }
    return true
  }

  private static let unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
  private static let subDelimiters = "!$&'()*+,;="
  private static let schemeBytes = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
  private static let nameBytes = set(unreserved + subDelimiters)
  private static let userBytes = set(unreserved + subDelimiters + ":")
  private static let pathBytes = set(unreserved + subDelimiters + ":@/")
  private static let queryBytes = set(unreserved + subDelimiters + ":@/?")

  private static func set(_ text: String) -> ByteSet {
    let bytes = Set(text.utf8)
    return ByteSet { bytes.contains($0) }
  }
}

/// A URI template of RFC 6570.
enum TemplateFormat {
  static func accepts(_ text: Bytes) -> Bool {
    var place = 0
    while place < text.count {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "{"):
        guard let end = text.firstOffset(of: UInt8(ascii: "}"), from: place), isExpression(text.slice(place + 1, end))
        else { return false }
        place = end + 1
      case UInt8(ascii: "%"):
        guard isPercentEncoded(text, at: place) else { return false }
        place += 3
      case 0..<0x21, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "}"), 0x7F:
        return false
      case 0..<0x80: place += 1
      default:
        guard let (scalar, size) = text.scalar(at: place), scalar.isInIRI || scalar.isPrivateInIRI else { return false }
        place += size
      }
    }
    return true
  }

  /// An operator, and variables with commas between them.
  private static func isExpression(_ text: Bytes) -> Bool {
    guard let first = text.first else { return false }
    let list = Array("+#./;?&=,!@|".utf8).contains(first) ? text.slice(1, text.count) : text
    return list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .allSatisfy { isVariable(Bytes(rebasing: $0)) }
  }

  /// `name`, `name*`, `name:3`; a dot stands between parts of a name.
  private static func isVariable(_ text: Bytes) -> Bool {
    var name = text
    if text.last == UInt8(ascii: "*") {
      name = text.slice(0, text.count - 1)
    } else if let colon = text.firstOffset(of: UInt8(ascii: ":")) {
      let length = text.slice(colon + 1, text.count)
      guard (1...4).contains(length.count), length[0] != UInt8(ascii: "0"),
        length.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
      name = text.slice(0, colon)
    }
    var place = 0
    var isBehindDot = true
    while place < name.count {
      let byte = name[place]
      if byte == UInt8(ascii: ".") {
        guard !isBehindDot else { return false }
        isBehindDot = true
        place += 1
        continue
      }
      let isEncoded = byte == UInt8(ascii: "%") && isPercentEncoded(name, at: place)
      guard isEncoded || byte == UInt8(ascii: "_") || HostFormat.isLetterOrDigit(byte) else { return false }
      isBehindDot = false
      place += isEncoded ? 3 : 1
    }
    return !isBehindDot
  }

  private static func isPercentEncoded(_ text: Bytes, at place: Int) -> Bool {
    place + 2 < text.count && text[place + 1].hexadecimalValue != nil && text[place + 2].hexadecimalValue != nil
  }
}

extension Unicode.Scalar {
  /// `ucschar` of RFC 3987, section 2.2.
  fileprivate var isInIRI: Bool {
    switch value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xDFFFF: value & 0xFFFF <= 0xFFFD
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }

  /// `iprivate` of the same.
  fileprivate var isPrivateInIRI: Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character that starts at an offset, and its size in bytes; nil if it is ill-formed.
  func scalar(at offset: Int) -> (Unicode.Scalar, size: Int)? {
    guard let base = baseAddress, offset < count else { return nil }
    let size = UTF8Validator.sequenceSize(base + offset, count - offset)
    guard size > 1 else { return size == 1 ? (Unicode.Scalar(self[offset]), 1) : nil }
    var value = UInt32(self[offset]) & (0x7F >> UInt32(size))
    for place in offset + 1..<offset + size { value = value << 6 | UInt32(self[place] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, size) }
  }
}
