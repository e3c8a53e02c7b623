/// The first line of a chain, which seals nothing and says what the chain is:
///
///     {"seal":1,"name":"session.jsonl","prev":{"id":"…","n":41,"t":"…"},"chain":"<id>.0.<p>.<t>"}
///
/// `prev` names the last line of the chain that this one goes on with, after a rotation; without one, `p` is zeros. In
/// place of a token's text, `d` is SHA-256 over
///
///      0                14        22            22+size   30+size   38+size   54+size
///     +----------------+---------+-------------+---------+---------+---------+
///     | seal-genesis-1 |  size   |  name,      | id      | n       | t       |   the last three of `prev`,
///     +----------------+---------+-------------+---------+---------+---------+   if there is one
///                        of name   UTF-8
package struct Genesis: Equatable, Sendable {
  /// What the log was called when its chain began.
  package var name: String
  /// The last line of the chain before.
  package var previous: ChainHead?

  package init(name: String, previous: ChainHead?) {
    self.name = name
    self.previous = previous
  }

  /// What stands for `p` in the line.
  var previousTag: Chain.Tag { previous.map { Chain.previous($0.tag) } ?? Chain.Tag() }

  /// What stands for `d` under the tag.
  func digest(_ context: DigestContext) throws(SealingFault) -> Chain.Digest {
    let message = ByteBuffer()
    message.append("seal-genesis-1")
    func append<Value>(_ value: Value) {
      withUnsafeBytes(of: value) { message.append($0.bindMemory(to: UInt8.self)) }
    }
    append(UInt64(name.utf8.count).bigEndian)
    message.append(name)
    if let previous {
      append(previous.id.bigEndian)
      append(previous.number.bigEndian)
      append(previous.tag)
    }
    return try context.digest(message.bytes)
  }

  /// Appends the line, up to where the member `chain` goes.
  func append(to output: ByteBuffer) {
    output.append("{\"seal\":1,\"name\":")
    JSONString.appendQuoted(name, to: output)
    if let previous {
      let id = Chain.text(ofID: previous.id)
      output.append(",\"prev\":{\"id\":\"\(id)\",\"n\":\(previous.number),\"t\":\"\(previous.tagText)\"}")
    }
  }
}

/// Picks the members of a genesis line.
struct GenesisVisitor: JSONVisitor {
  private enum Member: Int {
    case version, name, previous, id, number, tag
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
  private var version: UInt64?

  /// - Parameter decoded: memory for names with escapes.
  init(text: Bytes, decoded: ByteBuffer) {
    self.text = text
    self.decoded = decoded
  }

  /// What was read; nil if it is no genesis line of a known version.
  var genesis: Genesis? {
    guard !isFaulty, version == 1 else { return nil }
    guard seen & (1 << Member.previous.rawValue) != 0 else { return Genesis(name: name, previous: nil) }
    guard let id, let number, let tag else { return nil }
    return Genesis(name: name, previous: ChainHead(id: id, number: number, tag: tag))
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
    let value = unescaped(range, hasEscapes)
    switch member {
    case .name: name = value.text
    case .id: id = Chain.id(value)
    case .tag: tag = Chain.tag(value, size: Chain.Tag.scalarCount)
    case .version, .previous, .number: isFaulty = true
    }
  }

  mutating func number(_ range: Range<Int>) {
    switch member.take() {
    case .version: version = Chain.number(text.slice(range))
    case .number: number = Chain.number(text.slice(range))
    case .name, .previous, .id, .tag: isFaulty = true
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
