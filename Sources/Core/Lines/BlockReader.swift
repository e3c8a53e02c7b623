/// Whole lines that were read together.
package struct Block {
  package enum Contents {
    /// Lines, each ended by LF; only the last line of the input may lack it. Valid until the next read.
    case lines(Bytes)
    /// One line that is longer than the limit; its bytes are not kept.
    case overlongLine
  }

  package var contents: Contents
  /// The number of the first line, 1-based.
  package var firstLine: Int
  /// The offset of the first byte in the input.
  package var offset: Int
}

/// Reads an input in blocks that end where a line ends, in constant memory.
///
/// A complete line never waits for the next one: before it would have to wait for more, the reader hands over what it
/// has. A block is about 256 KiB, larger only for a line that is longer (measured: smaller and larger blocks are
/// slower).
package final class BlockReader {
  package static let blockSize = 256 << 10

  private let descriptor: Descriptor
  private let name: String
  private let maximumLineSize: Int
  /// Handed over before `start`; whole lines up to `complete`; the beginning of a line up to `end`.
  private var storage: UnsafeMutableRawBufferPointer
  private var start = 0
  private var complete = 0
  private var end = 0
  private var isAtEnd = false
  /// Whether what comes next belongs to an overlong line that has been told.
  private var isSkipping = false
  private var line = 1
  private var offset = 0

  /// - Parameters:
  ///   - name: the input's name for messages.
  ///   - maximumLineSize: in bytes, without the LF.
  package init(_ descriptor: Descriptor, name: String, maximumLineSize: Int, blockSize: Int = BlockReader.blockSize) {
    self.descriptor = descriptor
    self.name = name
    self.maximumLineSize = maximumLineSize
    storage = .allocate(byteCount: max(blockSize, 1), alignment: 16)
  }

  deinit {
    storage.deallocate()
  }

  /// The next lines, or nil at the end of the input.
  package func next() throws(SystemError) -> Block? {
    if start < complete { return takeLines() }
    compact()
    while true {
      if complete > 0 {
        // What is whole goes out before a read that would wait.
        if isAtEnd || end == storage.count || !descriptor.isReadable { return takeLines() }
      } else {
        // One byte over the limit is enough to know.
        if end > maximumLineSize { return takeUnendedOverlongLine() }
        if isAtEnd { return takeRest() }
        if end == storage.count { grow() }
      }
      try read()
    }
  }

  private var filled: Bytes {
    Bytes(start: UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: UInt8.self), count: end)
  }

  private func compact() {
    guard start > 0 else { return }
    if start < end { storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end])) }
    end -= start
    start = 0
    complete = 0
  }

  private func grow() {
    // Never more than a block above the limit; a line that fills that is overlong.
    let (most, isBeyond) = maximumLineSize.addingReportingOverflow(max(storage.count, Self.blockSize))
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: isBeyond ? storage.count * 2 : min(storage.count * 2, most), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<end]))
    storage.deallocate()
    storage = larger
  }

  private func read() throws(SystemError) {
    let count = try SystemError.naming(
      .read, name, try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: storage[end...])))
    if count == 0 { isAtEnd = true }
    let old = end
    end += count
    if isSkipping { return skip() }
    // Only what is new is searched: a long line comes in many reads.
    if let last = filled.slice(old, end).lastOffset(of: newline, before: count) { complete = old + last + 1 }
  }

  /// Drops what belongs to an overlong line; the buffer holds nothing else when this is called.
  private func skip() {
    guard let found = filled.firstOffset(of: newline) else {
      offset += end
      end = 0
      return
    }
    isSkipping = false
    offset += found + 1
    line += 1
    start = found + 1
    compact()
    if let last = filled.lastOffset(of: newline, before: end) { complete = last + 1 }
  }

  /// Hands over the whole lines, up to the first that is longer than the limit, or that one.
  private func takeLines() -> Block {
    var stop = start
    if complete - start > maximumLineSize {
      while stop < complete, let found = filled.firstOffset(of: newline, from: stop) {
        if found - stop > maximumLineSize { break }
        stop = found + 1
      }
    } else {
      stop = complete
    }
    guard stop > start else { return takeEndedOverlongLine() }
    return take(upTo: stop)
  }

  private func take(upTo stop: Int) -> Block {
    let lines = filled.slice(start, stop)
    let block = Block(contents: .lines(lines), firstLine: line, offset: offset)
    line += lines.count(of: newline)
    offset += stop - start
    start = stop
    return block
  }

  private func takeRest() -> Block? {
    guard end > start else { return nil }
    complete = end
    return take(upTo: end)
  }

  private func takeEndedOverlongLine() -> Block {
    let block = Block(contents: .overlongLine, firstLine: line, offset: offset)
    let stop = (filled.firstOffset(of: newline, from: start) ?? complete - 1) + 1
    offset += stop - start
    line += 1
    start = stop
    return block
  }

  private func takeUnendedOverlongLine() -> Block {
    let block = Block(contents: .overlongLine, firstLine: line, offset: offset)
    offset += end
    end = 0
    isSkipping = true
    return block
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
