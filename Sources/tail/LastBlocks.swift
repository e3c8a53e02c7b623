import Core

/// The end of a stream that cannot be read backwards: a ring of blocks, of which only those are kept that the wanted
/// lines or bytes may lie in.
///
///     | dropped and used again |  kept: more than the wanted units  | being filled |
struct LastBlocks {
  private struct Held {
    let buffer: ByteBuffer
    /// Units in it. Lines may be counted too low, never too high: a block with more than are wanted is not counted out.
    var units = 0
  }

  /// A pipe of the usual size gives no more at once.
  static let blockSize = 64 << 10

  private let unit: Selection.Unit
  private let wanted: Int
  /// What ends a line, if one that is not ended does not count.
  private let wholeLines: UInt8?
  /// How many bytes nothing has ended yet.
  private var torn = 0
  private var held: [Held] = []
  /// Blocks before this one have been dropped.
  private var first = 0
  private var units = 0
  private var spare: ByteBuffer?

  init(unit: Selection.Unit, wanted: UInt64, wholeLines: UInt8? = nil) {
    self.unit = unit
    self.wholeLines = wholeLines
    self.wanted = Int(clamping: wanted)
  }

  /// Reads a file to its end.
  mutating func read(_ file: borrowing Input) throws(SystemError) {
    while true {
      let last = blockWithRoom()
      let buffer = held[last].buffer
      let before = buffer.count
      let descriptor = file.descriptor
      let name = file.name
      try buffer.append(atMost: 1) { (room) throws(SystemError) in
        try SystemError.naming(.read, name, try descriptor.read(into: UnsafeMutableRawBufferPointer(room)))
      }
      if buffer.count == before { return }
      let bytes = buffer.bytes.slice(before, buffer.count)
      if let wholeLines {
        let end = bytes.lastOffset(of: wholeLines, before: bytes.count)
        torn = end.map { bytes.count - $0 - 1 } ?? torn + bytes.count
      }
      let new = count(bytes)
      held[last].units += new
      units += new
      drop()
    }
  }

  /// Writes the wanted units, which are all there once the file has been read.
  func write(to body: (Bytes) throws -> Void) throws {
    guard wanted > 0 else { return }
    let (block, offset) = start
    let end = self.end
    for index in block..<held.count where index <= end.block {
      let bytes = held[index].buffer.bytes
      try body(
        bytes.slice(index == block ? min(offset, bytes.count) : 0, index == end.block ? end.offset : bytes.count))
    }
  }

  /// Hands over what stands behind the last whole line.
  func giveTorn(to hold: LineHold) throws {
    let end = self.end
    for index in end.block..<held.count {
      let bytes = held[index].buffer.bytes
      try hold.pass(bytes.slice(index == end.block ? end.offset : 0, bytes.count)) { _ in }
    }
  }

  /// Behind the last byte that counts.
  private var end: (block: Int, offset: Int) {
    var missing = torn
    for index in (first..<held.count).reversed() {
      let size = held[index].buffer.count
      if size > missing || index == first { return (index, size - min(missing, size)) }
      missing -= size
    }
    return (first, 0)
  }

  private mutating func blockWithRoom() -> Int {
    if let last = held.indices.last, held[last].buffer.count < Self.blockSize { return last }
    let buffer = spare ?? ByteBuffer(capacity: Self.blockSize)
    spare = nil
    buffer.removeAll()
    held.append(Held(buffer: buffer))
    return held.count - 1
  }

  /// Drops the blocks in front that the wanted units cannot reach into.
  private mutating func drop() {
    while first < held.count - 1 {
      let rest = units - held[first].units
      // The line before the last ones must have ended in what is kept, so that their start is known.
      guard unit == .bytes ? rest - torn >= wanted : rest > wanted else { break }
      units = rest
      spare = held[first].buffer
      first += 1
    }
    guard first > held.count / 2 else { return }
    held.removeFirst(first)
    first = 0
  }

  /// The units in bytes that have just come; of lines no more than it takes to drop what is before.
  private func count(_ bytes: Bytes) -> Int {
    guard case .lines(let delimiter) = unit else { return bytes.count }
    var count = 0
    var end = bytes.count
    while count <= wanted, let found = bytes.lastOffset(of: delimiter, before: end) {
      count += 1
      end = found
    }
    return count
  }

  /// The block and the place in it where the wanted units start.
  private var start: (block: Int, offset: Int) {
    let end = self.end
    guard !held.isEmpty else { return (first, 0) }
    switch unit {
    case .lines(let delimiter):
      var search = LastLineSearch(count: wanted, delimiter: delimiter)
      for index in (first...end.block).reversed() {
        let bytes = held[index].buffer.bytes
        if let offset = search.start(in: bytes.slice(0, index == end.block ? end.offset : bytes.count)) {
          return (index, offset)
        }
      }
    case .bytes:
      var missing = wanted
      for index in (first...end.block).reversed() {
        let size = index == end.block ? end.offset : held[index].buffer.count
        if size >= missing { return (index, size - missing) }
        missing -= size
      }
    }
    return (first, 0)
  }
}
