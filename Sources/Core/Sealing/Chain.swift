/// What binds the lines of a sealed log to each other: the member `chain` of each line.
///
///     "chain":"<id>.<n>.<p>.<t>"
///
///     id   11 characters   8 random bytes, the same in all lines of a chain
///     n    decimal         the line's number in the chain; 0 is the genesis line
///     p    16 characters   the first 12 bytes of the tag of the line before
///     t    22 characters   the tag, 16 bytes: HMAC-SHA256 under the chain key over
///
///      0              12        20        28          40                        72
///     +--------------+---------+---------+-----------+-------------------------+
///     | seal-chain-1 |   id    |    n    |     p     |            d            |
///     +--------------+---------+---------+-----------+-------------------------+
///                                big                   SHA-256 of what the line
///                                endian                seals: the token's text
///
/// All but `n` is base64url without padding. Under a key that opens what it seals, the chain key is HKDF-SHA256 of its 32
/// bytes, without salt, with the info `seal chain v1`. Under a public key it is another for each line: `EvolvingKey`.
package enum Chain {
  /// Sixteen bytes of HMAC-SHA256.
  package typealias Tag = SIMD16<UInt8>
  /// SHA-256 of what a line seals.
  package typealias Digest = SIMD32<UInt8>

  /// Of `p`, in bytes of a tag.
  static let previousSize = 12
  /// Of the bytes under the tag.
  static let messageSize = 72
  static let label: StaticString = "seal-chain-1"
  static let keyLabel: StaticString = "seal chain v1"
  static let memberPrefix: StaticString = ",\"chain\":\""
  /// Of a whole member `chain` in a line, at most: 20 digits are the most that `n` can have.
  static let largestMemberSize = 10 + 11 + 1 + 20 + 1 + 16 + 1 + 22 + 1

  /// Lines of a chain whose key evolves, at most: what a number in a line can cost who checks it has an end.
  package static let largestEvolvingChain: UInt64 = 1 << 20

  /// What the line after one with this tag names as `p`; the rest are zeros.
  static func previous(_ tag: Tag) -> Tag {
    first(previousSize, of: tag)
  }

  /// The id of a new chain.
  static func newID() throws(SealingFault) -> UInt64 {
    var id: UInt64 = 0
    try withUnsafeMutableBytes(of: &id) { (bytes) throws(SealingFault) in
      try LibCrypto.fillRandomly(bytes.bindMemory(to: UInt8.self))
    }
    return id
  }

  /// The text of an id, as in a line.
  package static func text(ofID id: UInt64) -> String {
    let buffer = ByteBuffer(capacity: 64)
    appendID(id, to: buffer)
    return withExtendedLifetime(buffer) { buffer.bytes.text }
  }

  static func appendID(_ id: UInt64, to output: ByteBuffer) {
    withUnsafeBytes(of: id.bigEndian) { appendText($0.bindMemory(to: UInt8.self), to: output) }
  }

  fileprivate static func append(_ tag: Tag, size: Int, to output: ByteBuffer) {
    withUnsafeBytes(of: tag) { appendText($0.bindMemory(to: UInt8.self).slice(0, size), to: output) }
  }

  private static func appendText(_ bytes: Bytes, to output: ByteBuffer) {
    output.append(atMost: Base64URL.encodedSize(bytes.count)) { room in
      let size = Base64URL.standard.encode(bytes, into: room)
      // Without the padding.
      return size - (3 - bytes.count % 3) % 3
    }
  }

  static func appendNumber(_ number: UInt64, to output: ByteBuffer) {
    output.append(atMost: 20) { room in
      var digits = 1
      var rest = number
      while rest >= 10 {
        rest /= 10
        digits += 1
      }
      rest = number
      for place in stride(from: digits - 1, through: 0, by: -1) {
        room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      return digits
    }
  }

  /// Reads an id.
  static func id(_ text: Bytes) -> UInt64? {
    guard let tag = tag(text, size: 8) else { return nil }
    return withUnsafeBytes(of: tag) { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  /// Reads the first `size` bytes of a tag, the rest are zeros.
  static func tag(_ text: Bytes, size: Int) -> Tag? {
    guard text.count == encodedSize(size) else { return nil }
    // Decoding writes a few bytes too many.
    var bytes = SIMD32<UInt8>()
    let decoded = withUnsafeMutableBytes(of: &bytes) { room in
      Base64URL.unpadded.decode(text, into: room.bindMemory(to: UInt8.self))
    }
    guard decoded == size else { return nil }
    return first(size, of: bytes.lowHalf)
  }

  /// The first bytes of a tag, and zeros.
  @inline(__always)
  private static func first(_ size: Int, of tag: Tag) -> Tag {
    var tag = tag
    // In memory: where lanes are set one by one, it costs more than the rest of a link.
    withUnsafeMutableBytes(of: &tag) { bytes in
      for place in size..<max(size, Tag.scalarCount) { bytes[place] = 0 }
    }
    return tag
  }

  /// Of the text of `size` bytes, without padding.
  @inline(__always)
  static func encodedSize(_ size: Int) -> Int { (size * 4 + 2) / 3 }

  /// Reads a decimal number without leading zeros.
  static func number(_ text: Bytes) -> UInt64? {
    guard let first = text.first, text.count <= 19, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var number: UInt64 = 0
    for byte in text {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
    }
    return number
  }
}

/// A line's place in its chain, and its tag: with the head of its last line, all of a chain is named.
package struct ChainHead: Equatable, Sendable {
  package var id: UInt64
  /// 0 for the genesis line.
  package var number: UInt64
  package var tag: Chain.Tag

  package init(id: UInt64, number: UInt64, tag: Chain.Tag) {
    self.id = id
    self.number = number
    self.tag = tag
  }

  /// Reads `id.n.t`.
  ///
  /// - Returns: nil for anything else.
  package init?(_ text: Bytes) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Bytes.init(rebasing:))
    guard
      parts.count == 3, let id = Chain.id(parts[0]), let number = Chain.number(parts[1]),
      let tag = Chain.tag(parts[2], size: Chain.Tag.scalarCount)
    else { return nil }
    self.init(id: id, number: number, tag: tag)
  }

  /// Reads `id.n.t` from a text.
  package init?(_ text: String) {
    var text = text
    guard let head = text.withUTF8({ Self($0) }) else { return nil }
    self = head
  }

  /// Whether this line is the other one, or stands before it in its chain.
  func isAtOrBefore(_ other: ChainHead) -> Bool {
    self == other || (id == other.id && number < other.number)
  }

  /// `id.n.t`, which an anchor is written as.
  package var text: String {
    "\(Chain.text(ofID: id)).\(number).\(tagText)"
  }

  var tagText: String {
    let buffer = ByteBuffer(capacity: 64)
    Chain.append(tag, size: Chain.Tag.scalarCount, to: buffer)
    return withExtendedLifetime(buffer) { buffer.bytes.text }
  }
}

/// The value of a line's member `chain`.
package struct ChainLink: Equatable, Sendable {
  package var head: ChainHead
  /// `p`: the first bytes of the tag of the line before, the rest are zeros.
  package var previous: Chain.Tag

  package init(head: ChainHead, previous: Chain.Tag) {
    self.head = head
    self.previous = previous
  }

  /// Reads `id.n.p.t`.
  ///
  /// - Returns: nil for anything else.
  init?(_ text: Bytes) {
    // All but the number has one size.
    let first = Chain.encodedSize(8)
    let third = text.count - Chain.encodedSize(Chain.Tag.scalarCount) - 1
    let second = third - Chain.encodedSize(Chain.previousSize) - 1
    let stop = UInt8(ascii: ".")
    guard
      first < second, text[first] == stop, text[second] == stop, text[third] == stop,
      let id = Chain.id(text.slice(0, first)), let number = Chain.number(text.slice(first + 1, second)),
      let previous = Chain.tag(text.slice(second + 1, third), size: Chain.previousSize),
      let tag = Chain.tag(text.slice(third + 1, text.count), size: Chain.Tag.scalarCount)
    else { return nil }
    self.init(head: ChainHead(id: id, number: number, tag: tag), previous: previous)
  }
}
