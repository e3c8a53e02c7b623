/// Reads an input in blocks that end where a line ends, in constant memory.
///
/// A complete line never waits for the next one: before it would have to wait for more, the reader hands over what it
/// has. A block is about 256 KiB, larger only for a line that is longer (measured: smaller and larger blocks are
/// slower). It belongs to one thread at a time; the blocks may be different threads'.
package final class BlockReader {
  package static let blockSize = 256 << 10
  /// How much is read to look ahead, in bytes: as much as a pipe holds.
  private static let largestLookAhead = 64 << 10

  /// The input's name for messages.
  package let name: String
  private let descriptor: Descriptor
  private let maximumLineSize: Int
  /// What was read of the line behind the last block; less than a block.
  private let rest = ByteBuffer()
  /// Whether `rest` may hold line ends, because somebody has looked ahead.
  private var hasLookedAhead = false
  /// Whether all of the input has been read.
  package private(set) var isAtEnd = false
  /// Why a read failed behind whole lines, which go out first.
  private var failure: SystemError?
  /// Whether what comes next belongs to an overlong line that has been told.
  private var isSkipping = false
  private var place = Block.Place()
  /// How many bytes have been read.
  package var readCount: Int { place.offset + rest.count }
  private var interruption: Interruption?
  private var onLongLine: ((_ size: Int) -> Void)?
  private let blockSize: Int
  /// For those who read part by part.
  private lazy var ownBlock = Block(usualSize: blockSize)

  /// - Parameters:
  ///   - name: the input's name for messages.
  ///   - maximumLineSize: in bytes, without the LF.
  package init(_ descriptor: Descriptor, name: String, maximumLineSize: Int, blockSize: Int = BlockReader.blockSize) {
    self.descriptor = descriptor
    self.name = name
    self.maximumLineSize = maximumLineSize
    self.blockSize = blockSize
  }

  /// Makes ready for several threads that read one after the other.
  ///
  /// - Parameters:
  ///   - interruption: may end the wait for input; then there are no more blocks.
  ///   - onLongLine: is told how many bytes have come of a line, before memory is taken for more.
  func share(_ interruption: Interruption, onLongLine: @escaping (_ size: Int) -> Void) {
    self.interruption = interruption
    self.onLongLine = onLongLine
    // A pipe usually holds a quarter of a block, and a thread that must wait for more keeps the others waiting.
    descriptor.enlargePipe(to: Int32(4 * Self.blockSize))
  }

  /// The next lines, up to the first that is longer than the limit, or that one; nil at the end of the input. They are
  /// valid until the next read.
  package func next() throws(SystemError) -> Block.Part? {
    repeat {
      if let part = ownBlock.nextPart() { return part }
    } while try read(into: ownBlock)
    return nil
  }

  /// The first line that is not blank, without taking it: what follows is read as if nobody had looked. Waits for input
  /// until there is so much of it; only before anything else is read.
  ///
  /// - Returns: the line without its LF, or its beginning if it does not end within 64 KiB; nil if there is none.
  package func lookAhead() throws(SystemError) -> Bytes? {
    hasLookedAhead = true
    while true {
      for line in LineSequence(rest.bytes) where !line.bytes.isBlank {
        if line.isTerminated || isAtEnd || rest.count >= Self.largestLookAhead { return line.bytes }
      }
      guard !isAtEnd, rest.count < Self.largestLookAhead else { return nil }
      let before = rest.count
      try rest.append(atMost: Self.largestLookAhead) { (room) throws(SystemError) in
        let part = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(room)[..<Self.largestLookAhead])
        return try SystemError.naming(.read, name, try descriptor.read(into: part))
      }
      if rest.count == before { isAtEnd = true }
    }
  }

  /// Fills a block with the next lines.
  ///
  /// - Returns: false at the end of the input, or when the wait for it was interrupted.
  package func read(into block: Block) throws(SystemError) -> Bool {
    if let failure { throw failure }
    block.begin(with: rest.bytes)
    rest.removeAll()
    if hasLookedAhead {
      hasLookedAhead = false
      if let last = block.filled.lastOffset(of: newline, before: block.filled.count) { block.setSize(last + 1) }
    }
    while true {
      if block.size > 0 {
        // What is whole goes out before a read that would wait.
        if isAtEnd || failure != nil || block.isFull || !descriptor.isReadable { return finish(block) }
      } else {
        // One byte over the limit is enough to know.
        if block.filled.count > maximumLineSize { return finishOverlong(block) }
        if isAtEnd { return finishLast(block) }
        if !block.hasRoom {
          onLongLine?(block.filled.count)
          block.grow(atMost: largestSize)
        }
        guard try waitForInput() else { return false }
      }
      try fill(block)
    }
  }

  /// Never more than a block above the limit; a line that fills that is overlong.
  private var largestSize: Int {
    let (most, isBeyond) = maximumLineSize.addingReportingOverflow(Self.blockSize)
    return isBeyond ? .max : most
  }

  private func waitForInput() throws(SystemError) -> Bool {
    guard let interruption else { return true }
    return try SystemError.naming(.read, name, try descriptor.waitUntilReadable(unless: interruption))
  }

  private func fill(_ block: Block) throws(SystemError) {
    let old = block.filled.count
    let count: Int
    do throws(Errno) {
      count = try block.fill { (room) throws(Errno) in try descriptor.read(into: room) }
    } catch {
      let failure = SystemError(.read, name, error)
      guard block.size > 0 else { throw failure }
      self.failure = failure
      return
    }
    if count == 0 { isAtEnd = true }
    if isSkipping { return skip(block) }
    // Only what is new is searched: a long line comes in many reads.
    if let last = block.filled.slice(old, old + count).lastOffset(of: newline, before: count) {
      block.setSize(old + last + 1)
    }
  }

  /// Drops what belongs to an overlong line; the block holds nothing else when this is called.
  private func skip(_ block: Block) {
    guard let found = block.filled.firstOffset(of: newline) else {
      place.offset += block.filled.count
      return block.removeFirst(block.filled.count)
    }
    isSkipping = false
    place.offset += found + 1
    place.line += 1
    block.removeFirst(found + 1)
    if let last = block.filled.lastOffset(of: newline, before: block.filled.count) { block.setSize(last + 1) }
  }

  private func finish(_ block: Block) -> Bool {
    block.finish(at: place, maximumLineSize: maximumLineSize)
    rest.append(block.filled.slice(block.size, block.filled.count))
    place.line += block.lineCount
    place.offset += block.size
    return true
  }

  private func finishLast(_ block: Block) -> Bool {
    block.setSize(block.filled.count)
    return block.size > 0 && finish(block)
  }

  private func finishOverlong(_ block: Block) -> Bool {
    block.finish(at: place, maximumLineSize: maximumLineSize, isOverlong: true)
    // Its LF, where the next line begins, is still to come.
    place.offset += block.filled.count
    isSkipping = true
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How often `byte` stands here. Counting is on every tool's way, so it takes 32 bytes a step: 8 GB/s, not 3.
  func count(of byte: UInt8) -> Int {
    let step = 32
    // A lane of 8 bits counts to 127 before it is added up.
    let round = 127 * step
    let wanted = SIMD32<UInt8>(repeating: byte)
    let raw = UnsafeRawBufferPointer(self)
    var count = 0
    var offset = 0
    while self.count &- offset >= step {
      let end = Swift.min(self.count &- step, offset &+ round &- step)
      var lanes = SIMD32<Int8>.zero
      while offset <= end {
        // A lane of the mask is -1 where the bytes are equal.
        let mask = raw.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self) .== wanted
        lanes &-= unsafeBitCast(mask, to: SIMD32<Int8>.self)
        offset &+= step
      }
      count &+= Int(SIMD32<Int16>(truncatingIfNeeded: lanes).wrappedSum())
    }
    while offset < self.count {
      if self[offset] == byte { count &+= 1 }
      offset &+= 1
    }
    return count
  }
}

private let newline = UInt8(ascii: "\n")
