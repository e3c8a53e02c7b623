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
  /// In bytes, without the LF.
  let maximumLineSize: Int
  private var storage: UnsafeMutableRawBufferPointer
  /// The bytes in `storage`: handed over before `start`, not yet from there to `end`.
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var isSkipping = false
  private var line = 1
  private var offset = 0

  /// - Parameters:
  ///   - name: the input's name for messages.
  ///   - maximumLineSize: in bytes, without the LF.
  package init(_ descriptor: Descriptor, name: String, maximumLineSize: Int, blockSize: Int = BlockReader.blockSize) {
    self.descriptor = descriptor
    self.name = name
    // Twice the limit and a block must be a number.
    self.maximumLineSize = min(maximumLineSize, Int.max / 4)
    storage = .allocate(byteCount: blockSize, alignment: 16)
  }

  deinit {
    storage.deallocate()
  }

  /// The next lines, or nil at the end of the input.
  package func next() throws(SystemError) -> Block? {
    compact()
    // Where the search for an LF goes on; it is never searched twice, so that a long line costs what it is long.
    var searched = 0
    // Just behind the last LF so far.
    var linesEnd: Int?
    while true {
      if isAtEnd { return takeRest() }
      if end == storage.count {
        if end > maximumLineSize { return takeOverlongLine() }
        grow()
      }
      let count = try read()
      if isSkipping, !skip(count) { continue }
      if let last = filled.slice(searched, end).lastOffset(of: newline, before: end - searched) {
        linesEnd = searched + last + 1
      }
      searched = end
      guard let linesEnd else {
        // One byte over the limit is enough to know.
        if end > maximumLineSize { return takeOverlongLine() }
        continue
      }
      if end < storage.count, !isAtEnd, descriptor.isReadable { continue }
      return take(linesEnd)
    }
  }

  private var filled: Bytes {
    Bytes(start: UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: UInt8.self), count: end)
  }

  private func compact() {
    if start > 0 {
      storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
      end -= start
      start = 0
    }
  }

  private func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(storage.count * 2, maximumLineSize + Self.blockSize), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<end]))
    storage.deallocate()
    storage = larger
  }

  private func read() throws(SystemError) -> Int {
    let count = try SystemError.naming(
      .read, name, try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: storage[end...])))
    if count == 0 { isAtEnd = true }
    end += count
    return count
  }

  /// Drops what belongs to an overlong line; false while its end has not come.
  private func skip(_ count: Int) -> Bool {
    guard let found = filled.firstOffset(of: newline) else {
      offset += end
      end = 0
      return false
    }
    offset += found + 1
    line += 1
    isSkipping = false
    start = found + 1
    compact()
    return end > 0
  }

  private func take(_ size: Int) -> Block {
    start = size
    let lines = filled.slice(0, size)
    let block = Block(contents: .lines(lines), firstLine: line, offset: offset)
    line += lines.count(of: newline)
    offset += size
    return block
  }

  private func takeRest() -> Block? {
    guard end > start, !isSkipping else { return nil }
    return take(end)
  }

  private func takeOverlongLine() -> Block {
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
