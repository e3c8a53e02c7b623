/// How a token stands in a line, and the way back.
///
///     {"fernet":"gAAAA…","chain":"…"}      the line form: an object, because log shippers want objects
///     gAAAA…                               the bare form: one token, which the whole form is too
///
/// Any other member of the object, any order and any white space are let through, since shippers add and reorder
/// members; other names are reserved. `Chain` says what the second member is, which may be missing.
package enum Envelope: String, CaseIterable, Sendable {
  /// An object with the member `fernet`.
  case line
  /// The token alone.
  case bare

  static let memberName: StaticString = "fernet"
  static let chainMemberName: StaticString = "chain"
  static let prefix: StaticString = "{\"fernet\":\""
  static let suffix: StaticString = "\"}"
  /// What a token starts with: the version, then the zeros at the top of seconds below 2^42.
  static let tokenStart: StaticString = "gAAAA"
}

/// Finds the token in a line. Belongs to one thread at a time.
package final class EnvelopeReader {
  /// What a line holds.
  package enum Reading {
    /// The token's text and that of the member `chain`, if there is one, in the line or in the reader's memory: valid
    /// until either changes.
    case token(Bytes, chain: Bytes?)
    /// Something that never was sealed.
    case plain
  }

  private var scanner = JSONScanner()
  private let decoded = ByteBuffer()
  private let decodedChain = ByteBuffer()
  private let isLenient: Bool

  /// A reader for any number of lines.
  ///
  /// - Parameter isLenient: whether what is no base64 may stand in a token that is alone on its line.
  package init(isLenient: Bool = false) {
    self.isLenient = isLenient
  }

  /// Finds the token of a line, which may have white space around it.
  ///
  /// - Throws: what is wrong with something that looks sealed, or might have been.
  package func read(_ line: Bytes) throws(SealingFault) -> Reading {
    let text = line.trimmed
    guard text.first == UInt8(ascii: "{") else {
      let isToken =
        isLenient
        ? LenientBase64.text(text, startsWith: Envelope.tokenStart) : text.starts(with: Envelope.tokenStart)
      return isToken ? .token(text, chain: nil) : .plain
    }
    if let reading = readingAsWritten(text) { return reading }
    return try scan(text)
  }

  /// The members of an object that is exactly as `seal` writes it: no need to scan.
  private func readingAsWritten(_ text: Bytes) -> Reading? {
    let start = Envelope.prefix.utf8CodeUnitCount
    guard
      text.starts(with: Envelope.prefix), text.ends(with: Envelope.suffix),
      let end = text.firstOffset(of: UInt8(ascii: "\""), from: start)
    else { return nil }
    let token = text.slice(start, end)
    guard token.firstOffset(of: UInt8(ascii: "\\")) == nil else { return nil }
    let rest = text.slice(end + 1, text.count)
    if rest.count == 1 { return .token(token, chain: nil) }
    let chainStart = Chain.memberPrefix.utf8CodeUnitCount
    let chainEnd = rest.count - Envelope.suffix.utf8CodeUnitCount
    guard rest.starts(with: Chain.memberPrefix), chainStart <= chainEnd else { return nil }
    let chain = rest.slice(chainStart, chainEnd)
    guard chain.firstOffset(of: UInt8(ascii: "\"")) == nil, chain.firstOffset(of: UInt8(ascii: "\\")) == nil else {
      return nil
    }
    return .token(token, chain: chain)
  }

  private func scan(_ text: Bytes) throws(SealingFault) -> Reading {
    var visitor = MemberVisitor(text: text, decoded: decoded)
    do {
      try scanner.scan(text, visitor: &visitor)
    } catch {
      // Fails closed: what is no record may have been a sealed one.
      throw error.isTruncation ? .truncated : .notJSON
    }
    guard visitor.token.count > 0 else { return .plain }
    guard visitor.token.count == 1, visitor.chain.count <= 1 else { throw .duplicateMember }
    guard let range = visitor.token.value else { throw .notCanonical }
    var chain: Bytes?
    if visitor.chain.count == 1 {
      guard let value = visitor.chain.value else { throw .notAChain }
      chain = unescaped(text.slice(value), into: decodedChain)
    }
    // Some writers escape the padding: "\u003d".
    return .token(unescaped(text.slice(range), into: decoded), chain: chain)
  }

  private func unescaped(_ body: Bytes, into buffer: ByteBuffer) -> Bytes {
    guard body.firstOffset(of: UInt8(ascii: "\\")) != nil else { return body }
    buffer.removeAll()
    JSONString.decode(body, into: buffer)
    return buffer.bytes
  }
}

/// Picks the string values of the outermost object's members `fernet` and `chain`.
private struct MemberVisitor: JSONVisitor {
  struct Member {
    var count = 0
    /// Of the string, without its quotes.
    var value: Range<Int>?
  }

  let text: Bytes
  let decoded: ByteBuffer
  var token = Member()
  var chain = Member()
  private var depth = 0
  private var current: WritableKeyPath<MemberVisitor, Member>?

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
    current = nil
    if name.equals(Envelope.memberName) { current = \.token }
    if name.equals(Envelope.chainMemberName) { current = \.chain }
    if let current { self[keyPath: current].count += 1 }
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    guard depth == 1, let current else { return }
    self[keyPath: current].value = range
  }
}
