/// Writes members `chain`. What a line has in common with the one before it is not encoded again: the id, and `p`, which
/// is the beginning of that line's tag.
struct ChainText {
  /// `,"chain":"<id>.` of the last line.
  private let beginning = ByteBuffer(capacity: 64)
  private var id: UInt64 = 0
  /// What the line behind the last names as `p`, and its text.
  private var previous = Chain.Tag()
  private var previousText = SIMD16<UInt8>(repeating: UInt8(ascii: "A"))

  /// Of `t`, without padding.
  private static let tagTextSize = Chain.encodedSize(Chain.Tag.scalarCount)
  /// Of `p`.
  private static let previousTextSize = Chain.encodedSize(Chain.previousSize)

  /// Appends `,"chain":"<id>.<n>.<p>.<t>"`.
  @inline(__always)
  mutating func append(_ link: ChainLink, to output: ByteBuffer) {
    if link.head.id != id || beginning.count == 0 { begin(link.head.id) }
    output.append(beginning.bytes)
    Chain.appendNumber(link.head.number, to: output)
    let isKnown = link.previous == previous
    let first = isKnown ? previousText : Self.text(of: link.previous).lowHalf
    let second = Self.text(of: link.head.tag)
    let dot = UInt8(ascii: ".")
    let size = Self.previousTextSize + Self.tagTextSize + 3
    // Sixteen and thirty-two bytes are written at once, the last of them in vain.
    output.append(atMost: size + 16) { room in
      let room = UnsafeMutableRawBufferPointer(room)
      room[0] = dot
      room.storeBytes(of: first, toByteOffset: 1, as: SIMD16<UInt8>.self)
      room[1 + Self.previousTextSize] = dot
      room.storeBytes(of: second, toByteOffset: 2 + Self.previousTextSize, as: SIMD32<UInt8>.self)
      room[size - 1] = UInt8(ascii: "\"")
      return size
    }
    previous = Chain.previous(link.head.tag)
    previousText = second.lowHalf
  }

  private mutating func begin(_ id: UInt64) {
    self.id = id
    beginning.removeAll()
    beginning.append(Bytes(Chain.memberPrefix))
    Chain.appendID(id, to: beginning)
    beginning.append(UInt8(ascii: "."))
  }

  /// The text of a tag at the start, and what padding it has.
  @inline(__always)
  private static func text(of tag: Chain.Tag) -> SIMD32<UInt8> {
    var text = SIMD32<UInt8>()
    withUnsafeMutableBytes(of: &text) { room in
      withUnsafeBytes(of: tag) { tag in
        _ = Base64URL.standard.encode(tag.bindMemory(to: UInt8.self), into: room.bindMemory(to: UInt8.self))
      }
    }
    return text
  }
}
