/// Reads a part of a file from its end towards its start, in blocks, and leaves the file's own offset alone.
///
///     start        block 3   |    block 2    |    block 1    end
///       +----------+---------------+---------------+---------+
///                  each cut at a multiple of the block's size
package struct BackwardReader: ~Copyable {
  package static let blockSize = 256 << 10

  /// Bytes of the file and where they lie in it.
  package struct Piece {
    /// Of the first byte in the file.
    package var offset: Int
    /// Valid until the next read.
    package var bytes: Bytes
  }

  private let descriptor: Descriptor
  private let name: String
  private let start: Int
  private let blockSize: Int
  private let storage: UnsafeMutableRawBufferPointer
  /// What lies between here and the end has been read.
  private var place: Int

  /// - Parameters:
  ///   - name: the file's name for messages.
  ///   - range: the part to read, in bytes from the start of the file.
  package init(_ descriptor: Descriptor, name: String, range: Range<Int>, blockSize: Int = BackwardReader.blockSize) {
    self.descriptor = descriptor
    self.name = name
    self.blockSize = max(blockSize, 1)
    start = range.lowerBound
    place = range.upperBound
    storage = .allocate(byteCount: self.blockSize, alignment: 16)
  }

  deinit {
    storage.deallocate()
  }

  /// The bytes before those that the last call gave, or nil at the start.
  ///
  /// A file that was cut meanwhile gives less than a block.
  package mutating func next() throws(SystemError) -> Piece? {
    guard place > start else { return nil }
    let first = max(start, (place - 1) / blockSize * blockSize)
    var count = 0
    while count < place - first {
      let rest = UnsafeMutableRawBufferPointer(rebasing: storage[count..<(place - first)])
      let read = try SystemError.naming(.read, name, try descriptor.read(into: rest, at: first + count))
      if read == 0 { break }
      count += read
    }
    place = first
    let base = UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    return Piece(offset: first, bytes: Bytes(start: base, count: count))
  }

  /// Where the last `count` lines start, in bytes from the start of the file; the start of the part if it has fewer.
  ///
  /// A last line that nothing ended counts as one.
  ///
  /// - Complexity: O(size of those lines), in the memory of one block.
  package mutating func startOfLastLines(_ count: Int, endedBy delimiter: UInt8) throws(SystemError) -> Int {
    guard count > 0 else { return place }
    var search = LastLineSearch(count: count, delimiter: delimiter)
    while let piece = try next() {
      if let found = search.start(in: piece.bytes) { return piece.offset + found }
    }
    return start
  }

  /// Behind the last delimiter, in bytes from the start of the file; the start of the part if it has none.
  ///
  /// - Complexity: O(size of what stands behind it).
  package mutating func endOfLastLine(endedBy delimiter: UInt8) throws(SystemError) -> Int {
    while let piece = try next() {
      let bytes = piece.bytes
      if let found = bytes.lastOffset(of: delimiter, before: bytes.count) { return piece.offset + found + 1 }
    }
    return start
  }
}

/// Looks for the start of the last lines in blocks that come from the last to the first.
package struct LastLineSearch {
  private var missing: Int
  private let delimiter: UInt8
  private var hasSeenEnd = false

  /// - Parameter count: how many lines, at least 1.
  package init(count: Int, delimiter: UInt8) {
    missing = max(count, 1)
    self.delimiter = delimiter
  }

  /// Where in this block the lines start, or nil if they start in an earlier one.
  package mutating func start(in bytes: Bytes) -> Int? {
    guard let last = bytes.last else { return nil }
    var end = bytes.count
    if !hasSeenEnd {
      hasSeenEnd = true
      // The delimiter at the very end ends the last line and does not start another.
      if last == delimiter { end -= 1 }
    }
    while let found = bytes.lastOffset(of: delimiter, before: end) {
      missing -= 1
      if missing == 0 { return found + 1 }
      end = found
    }
    return nil
  }
}
