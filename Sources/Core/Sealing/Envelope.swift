/// How a token stands in a line, and the way back.
///
///     {"fernet":"gAAAA…"}      the line form: an object, because log shippers want objects
///     gAAAA…                   the bare form: one token, which the whole form is too
///
/// Any other member of the object, any order and any white space are let through, since shippers add and reorder
/// members; other names are reserved.
package enum Envelope: String, CaseIterable, Sendable {
  /// An object with the member `fernet`.
  case line
  /// The token alone.
  case bare

  static let memberName: StaticString = "fernet"
  static let prefix: StaticString = "{\"fernet\":\""
  static let suffix: StaticString = "\"}"
  /// What a token starts with: the version, then the zeros at the top of seconds below 2^42.
  static let tokenStart: StaticString = "gAAAA"
}

/// Finds the token in a line. Belongs to one thread at a time.
package final class EnvelopeReader {
  /// What a line holds.
  package enum Reading {
    /// The token's text, in the line or in the reader's memory: valid until either changes.
    case token(Bytes)
    /// Something that never was sealed.
    case plain
  }

  private var scanner = JSONScanner()
  private let decoded = ByteBuffer()

  /// A reader for any number of lines.
  package init() {}

  /// Finds the token of a line, which may have white space around it.
  ///
  /// - Throws: what is wrong with something that looks sealed, or might have been.
  package func read(_ line: Bytes) throws(SealingFault) -> Reading {
    let text = line.trimmed
    guard text.first == UInt8(ascii: "{") else {
      return text.starts(with: Envelope.tokenStart) ? .token(text) : .plain
    }
    if let token = tokenAsWritten(text) { return .token(token) }
    return try scan(text)
  }

  /// The token of an object that is exactly as `seal` writes it: no need to scan.
  private func tokenAsWritten(_ text: Bytes) -> Bytes? {
    let start = Envelope.prefix.utf8CodeUnitCount
    let end = text.count - Envelope.suffix.utf8CodeUnitCount
    guard start <= end, text.starts(with: Envelope.prefix), text.slice(end, text.count).equals(Envelope.suffix) else {
      return nil
    }
    let token = text.slice(start, end)
    guard token.firstOffset(of: UInt8(ascii: "\"")) == nil, token.firstOffset(of: UInt8(ascii: "\\")) == nil else {
      return nil
    }
    return token
  }

  private func scan(_ text: Bytes) throws(SealingFault) -> Reading {
    var visitor = MemberVisitor(text: text, decoded: decoded)
    do {
      try scanner.scan(text, visitor: &visitor)
    } catch {
      // Fails closed: what is no record may have been a sealed one.
      throw error.isTruncation ? .truncated : .notJSON
    }
    guard visitor.memberCount > 0 else { return .plain }
    guard visitor.memberCount == 1 else { throw .duplicateMember }
    guard let range = visitor.value else { throw .notCanonical }
    guard visitor.hasEscapes else { return .token(text.slice(range)) }
    // Some writers escape the padding: "\u003d".
    decoded.removeAll()
    JSONString.decode(text.slice(range), into: decoded)
    return .token(decoded.bytes)
  }
}

/// Picks the string value of the outermost object's member `fernet`.
private struct MemberVisitor: JSONVisitor {
  let text: Bytes
  let decoded: ByteBuffer
  var memberCount = 0
  /// Of the token, without its quotes.
  var value: Range<Int>?
  var hasEscapes = false
  private var depth = 0
  private var isAtMember = false

  init(text: Bytes, decoded: ByteBuffer) {
    self.text = text
    self.decoded = decoded
  }

  mutating func beginObject(at offset: Int) { depth += 1 }
  mutating func beginArray(at offset: Int) { depth += 1 }
  mutating func endObject(at offset: Int) { depth -= 1 }
  mutating func endArray(at offset: Int) { depth -= 1 }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard depth == 1 else { return }
    var name = text.slice(range)
    if hasEscapes {
      decoded.removeAll()
      JSONString.decode(name, into: decoded)
      name = decoded.bytes
    }
    isAtMember = name.equals(Envelope.memberName)
    if isAtMember { memberCount += 1 }
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    guard depth == 1, isAtMember else { return }
    value = range
    self.hasEscapes = hasEscapes
  }
}
