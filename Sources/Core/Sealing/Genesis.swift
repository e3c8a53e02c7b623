/// What the first line of a chain seals in the place of a record, and says of the chain:
///
///     {"seal":1,"name":"session.jsonl","prev":{"id":"…","n":41,"t":"…"},"key":"…"}
///
/// `key` is there only where the chain key evolves: it is that of this line, `K_0`.
/// `prev` names the last line of the chain that this one goes on with, after a rotation. Its tag is then what `p` of the
/// line is made of; without one, `p` is zeros. It is sealed with its LF, which no record has: so it is known even when
/// the line has lost its member `chain`.
package final class Genesis: Sendable {
  /// What the log was called when its chain began.
  package let name: String
  /// The last line of the chain before.
  package let previous: ChainHead?
  /// The key of this line's tag, where the chain key evolves.
  let key: ChainSecret?

  init(name: String, previous: ChainHead?, key: ChainSecret? = nil) {
    self.name = name
    self.previous = previous
    self.key = key
  }

  /// What stands for `p` in the line.
  var previousTag: Chain.Tag { previous.map { Chain.previous($0.tag) } ?? Chain.Tag() }

  /// Appends the object and its LF; who holds the buffer wipes it if there is a key.
  func append(to output: ByteBuffer) {
    output.append("{\"seal\":1,\"name\":")
    JSONString.appendQuoted(name, to: output)
    if let previous {
      let id = Chain.text(ofID: previous.id)
      output.append(",\"prev\":{\"id\":\"\(id)\",\"n\":\(previous.number),\"t\":\"\(previous.tagText)\"}")
    }
    if let key {
      output.append(",\"key\":\"")
      key.append(to: output)
      output.append("\"")
    }
    output.append("}\n")
  }

  /// More than the text takes, in bytes, so that a buffer need not grow.
  var largestSize: Int { 512 + 6 * name.utf8.count }
}

extension Genesis {
  /// Reads what a first line seals.
  ///
  /// - Returns: nil if it is nothing of the kind, or of an unknown version.
  @inline(__always)
  static func read(_ plaintext: Bytes) -> Genesis? {
    // Nearly everything is nothing of the kind.
    plaintext.starts(with: "{\"seal\":") ? scan(plaintext) : nil
  }

  private static func scan(_ plaintext: Bytes) -> Genesis? {
    guard plaintext.ends(with: "}\n") else { return nil }
    let text = plaintext.trimmed
    let decoded = ByteBuffer()
    var scanner = JSONScanner()
    var visitor = GenesisVisitor(text: text, decoded: decoded)
    guard (try? scanner.scan(text, visitor: &visitor)) != nil, let genesis = visitor.genesis else { return nil }
    return Genesis(name: genesis.name, previous: genesis.previous, key: genesis.key)
  }
}

/// Picks the members of a genesis line.
private struct GenesisVisitor: JSONVisitor {
  private enum Member: Int {
    case version, name, previous, key, id, number, tag
  }

  private let text: Bytes
  private let decoded: ByteBuffer
  private var depth = 0
  private var member: Member?
  /// Which members were met, a bit each.
  private var seen = 0
  private var isFaulty = false
  private var isInPrevious = false
  private var name = ""
  private var id: UInt64?
  private var number: UInt64?
  private var tag: Chain.Tag?
  private var key: ChainSecret?
  private var version: UInt64?

  /// - Parameter decoded: memory for names with escapes.
  init(text: Bytes, decoded: ByteBuffer) {
    self.text = text
    self.decoded = decoded
  }

  /// What was read; nil if it is no genesis line of a known version.
  var genesis: (name: String, previous: ChainHead?, key: ChainSecret?)? {
    guard !isFaulty, version == 1 else { return nil }
    guard seen & (1 << Member.previous.rawValue) != 0 else { return (name, nil, key) }
    guard let id, let number, let tag else { return nil }
    return (name, ChainHead(id: id, number: number, tag: tag), key)
  }

  mutating func beginObject(at offset: Int) {
    if depth == 1, member == .previous { isInPrevious = true } else if member != nil { isFaulty = true }
    depth += 1
    member = nil
  }
  mutating func endObject(at offset: Int) {
    depth -= 1
    if depth == 1 { isInPrevious = false }
  }
  mutating func beginArray(at offset: Int) {
    if member != nil { isFaulty = true }
    depth += 1
    member = nil
  }
  mutating func endArray(at offset: Int) { depth -= 1 }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    member = nil
    guard depth == 1 || (depth == 2 && isInPrevious) else { return }
    let name = unescaped(range, hasEscapes)
    if depth == 1 {
      if name.equals("seal") { member = .version }
      if name.equals("name") { member = .name }
      if name.equals("prev") { member = .previous }
      if name.equals("key") { member = .key }
    } else {
      if name.equals("id") { member = .id }
      if name.equals("n") { member = .number }
      if name.equals("t") { member = .tag }
    }
    guard let member else { return }
    if seen & (1 << member.rawValue) != 0 { isFaulty = true }
    seen |= 1 << member.rawValue
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    guard let member = member.take() else { return }
    if member == .key {
      // Where it had escapes it would be copied to where nobody wipes it.
      key = hasEscapes ? nil : ChainSecret(text.slice(range))
      isFaulty = isFaulty || key == nil
      return
    }
    let value = unescaped(range, hasEscapes)
    switch member {
    case .name: name = value.text
    case .id: id = Chain.id(value)
    case .tag: tag = Chain.tag(value, size: Chain.Tag.scalarCount)
    case .version, .previous, .key, .number: isFaulty = true
    }
  }

  mutating func number(_ range: Range<Int>) {
    switch member.take() {
    case .version: version = Chain.number(text.slice(range))
    case .number: number = Chain.number(text.slice(range))
    case .name, .previous, .key, .id, .tag: isFaulty = true
    case nil: break
    }
  }

  mutating func literal(_ range: Range<Int>) {
    if member.take() != nil { isFaulty = true }
  }

  private func unescaped(_ range: Range<Int>, _ hasEscapes: Bool) -> Bytes {
    let body = text.slice(range)
    guard hasEscapes else { return body }
    decoded.removeAll()
    JSONString.decode(body, into: decoded)
    return decoded.bytes
  }
}
