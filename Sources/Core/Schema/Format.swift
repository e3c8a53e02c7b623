/// The formats of JSON Schema, of all drafts together: an older draft leaves free what it does not name.
package enum Format: String, CaseIterable, Sendable {
  case date
  case time
  case dateTime = "date-time"
  case duration
  case email
  case internationalEmail = "idn-email"
  case hostname
  /// `hostname` as drafts 4 and 6 have it, which know of no A-labels.
  case plainHostname = "hostname of RFC 1123"
  case internationalHostname = "idn-hostname"
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case iri
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case uuid
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  case regex

  /// - Parameters:
  ///   - name: decoded from JSON.
  ///   - knowsALabels: whether the draft is 7 or later, where a host name's `xn--` must be what Punycode makes.
  /// - Returns: nil for an unknown format, which accepts everything.
  package init?(_ name: Bytes, knowsALabels: Bool = true) {
    guard let format = Self.allCases.first(where: { $0 != .plainHostname && $0.rawValue == name.text }) else {
      return nil
    }
    self = format == .hostname && !knowsALabels ? .plainHostname : format
  }

  /// Whether a string has the format.
  ///
  /// - Parameter text: well-formed UTF-8, decoded from JSON; a half of a surrogate pair has become U+FFFD.
  /// - Complexity: O(`text.count`), without allocation but for regular expressions and labels beyond ASCII.
  package func accepts(_ text: Bytes) -> Bool {
    switch self {
    case .date: TimeFormat.isDate(text)
    case .time: TimeFormat.isTime(text)
    case .dateTime: TimeFormat.isDateTime(text)
    case .duration: TimeFormat.isDuration(text)
    case .email: MailboxFormat.accepts(text, isInternational: false)
    case .internationalEmail: MailboxFormat.accepts(text, isInternational: true)
    case .hostname: HostFormat.isHostname(text, knowsALabels: true)
    case .plainHostname: HostFormat.isHostname(text, knowsALabels: false)
    case .internationalHostname: DomainLabels.areValid(text)
    case .ipv4: HostFormat.isIPv4(text)
    case .ipv6: HostFormat.isIPv6(text)
    case .uri: ReferenceFormat(text, isInternational: false).isAbsolute
    case .uriReference: ReferenceFormat(text, isInternational: false).isReference
    case .iri: ReferenceFormat(text, isInternational: true).isAbsolute
    case .iriReference: ReferenceFormat(text, isInternational: true).isReference
    case .uriTemplate: TemplateFormat.accepts(text)
    case .uuid: Self.isUUID(text)
    case .jsonPointer: Self.isPointer(text)
    case .relativeJSONPointer: Self.isRelativePointer(text)
    case .regex: Self.isPattern(text)
    }
  }

  /// RFC 9562: 8-4-4-4-12 hexadecimal digits, of any version.
  private static func isUUID(_ text: Bytes) -> Bool {
    guard text.count == 36 else { return false }
    for (offset, byte) in text.enumerated() {
      switch offset {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
      default: guard byte.hexadecimalValue != nil else { return false }
      }
    }
    return true
  }

  /// RFC 6901, section 3.
  private static func isPointer(_ text: Bytes) -> Bool {
    guard let first = text.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "~") {
      guard offset + 1 < text.count, text[offset + 1] & 0xFE == 0x30 else { return false }
    }
    return true
  }

  /// How many levels up, and then a pointer, or `#` for the name there.
  private static func isRelativePointer(_ text: Bytes) -> Bool {
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    guard digits > 0, text[0] != UInt8(ascii: "0") || digits == 1 else { return false }
    let rest = text.slice(digits, text.count)
    return rest.equals("#") || isPointer(rest)
  }

  /// What cannot be matched with here is a pattern all the same.
  private static func isPattern(_ text: Bytes) -> Bool {
    do throws(SchemaPatternError) {
      _ = try SchemaPattern(text)
      return true
    } catch {
      return error.isUnsupported
    }
  }
}
