/// Whole lines that were read together, in memory of their own: a thread works on one block while another is read.
package final class Block {
  /// Lines of a block, or one that is not shown.
  package struct Part {
    package enum Contents {
      /// Lines, each ended by LF; only the last line of the input may lack it. Valid until the block is filled anew.
      case lines(Bytes)
      /// One line that is longer than the limit.
      case overlongLine
    }

    package var contents: Contents
    /// The number of the first line, 1-based.
    package var firstLine: Int
    /// The offset of the first byte in the input.
    package var offset: Int
  }

  /// Where a block begins in its input.
  struct Place {
    /// 1-based.
    var line = 1
    /// In bytes.
    var offset = 0
  }

  /// In bytes: memory beyond this, which a long line took, is given back when ordinary lines follow.
  static let largestKept = 1 << 20

  /// Whole lines up to `size`; while it is filled, the beginning of another up to `end`.
  private var storage: UnsafeMutableRawBufferPointer
  private var end = 0
  /// Of the lines, in bytes; 0 for a line that is longer than the limit and was not kept.
  package private(set) var size = 0
  /// How many lines there are.
  package private(set) var lineCount = 0
  private let usualSize: Int

  private var maximumLineSize = Int.max
  /// Whether it stands for a line that was not kept.
  private var isOverlongLine = false
  /// Where the next part begins; its offset is one in the block.
  private var next = Place()
  /// Of the first byte in the input.
  private var offset = 0

  /// - Parameter usualSize: in bytes; a longer line makes it larger for as long as it takes.
  package init(usualSize: Int = BlockReader.blockSize) {
    self.usualSize = max(usualSize, 1)
    storage = .allocate(byteCount: self.usualSize, alignment: 16)
  }

  deinit {
    storage.deallocate()
  }

  /// The next lines, up to the first that is longer than the limit, or that one; nil when there are no more.
  package func nextPart() -> Part? {
    if isOverlongLine {
      isOverlongLine = false
      return Part(contents: .overlongLine, firstLine: next.line, offset: offset)
    }
    let start = next
    guard start.offset < size else { return nil }
    // Nearly always there is no room for such a line, and nothing to search.
    if size - start.offset <= maximumLineSize {
      next.offset = size
    } else {
      while next.offset < size, let end = endOfLine(from: next.offset) {
        next = Place(line: next.line + 1, offset: end)
      }
    }
    guard next.offset > start.offset else {
      next = Place(line: start.line + 1, offset: 1 + (filled.firstOffset(of: newline, from: start.offset) ?? size - 1))
      return Part(contents: .overlongLine, firstLine: start.line, offset: offset + start.offset)
    }
    return Part(
      contents: .lines(filled.slice(start.offset, next.offset)), firstLine: start.line, offset: offset + start.offset)
  }

  /// Behind the LF of a line, nil if it is longer than the limit.
  private func endOfLine(from start: Int) -> Int? {
    guard let newline = filled.slice(0, size).firstOffset(of: newline, from: start) else { return size }
    return newline - start > maximumLineSize ? nil : newline + 1
  }
}

// MARK: Filling, by the reader

extension Block {
  /// What has been read.
  var filled: Bytes {
    Bytes(start: UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: UInt8.self), count: end)
  }

  /// Whether it holds as much as blocks do.
  var isFull: Bool { end >= usualSize }

  /// Whether there is room for another byte.
  var hasRoom: Bool { end < storage.count }

  /// Forgets what it held, and gives back what a line before that took if it was longer by far.
  func removeAll() {
    let needed = end
    end = 0
    size = 0
    isOverlongLine = false
    if storage.count > max(Self.largestKept, usualSize), needed < storage.count / 8 { resize(to: usualSize) }
  }

  /// Begins anew with the first bytes of a line.
  func begin(with rest: Bytes) {
    if end > 0 { removeAll() }
    if storage.count < rest.count { resize(to: rest.count) }
    storage.copyMemory(from: UnsafeRawBufferPointer(rest))
    end = rest.count
  }

  /// Lets `read` write behind what has been read. It gets at most the usual size of a block, so that behind a long line
  /// there is never much of the next.
  func fill<Failure: Error>(
    _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    let stop = min(storage.count, end + usualSize)
    let count = try read(UnsafeMutableRawBufferPointer(rebasing: storage[end..<stop]))
    end += count
    return count
  }

  /// Says that there are whole lines up to `size`.
  func setSize(_ size: Int) {
    self.size = size
  }

  /// Drops the first bytes of what has been read.
  func removeFirst(_ count: Int) {
    storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[count..<end]))
    end -= count
  }

  /// Doubles the room for a long line.
  ///
  /// - Parameter limit: in bytes, more than there is room for now.
  func grow(atMost limit: Int) {
    resize(to: min(storage.count * 2, limit))
  }

  /// Says where the lines stand in the input; ends the filling.
  ///
  /// - Parameter isOverlong: whether there is no more than a line that is too long to be kept.
  func finish(at place: Place, maximumLineSize: Int, isOverlong: Bool = false) {
    self.maximumLineSize = maximumLineSize
    isOverlongLine = isOverlong
    offset = place.offset
    next = Place(line: place.line)
    let lines = filled.slice(0, size)
    let isTerminated = size == 0 || lines.last == newline
    lineCount = isOverlong ? 1 : lines.count(of: newline) + (isTerminated ? 0 : 1)
  }

  private func resize(to size: Int) {
    let other = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    other.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<end]))
    storage.deallocate()
    storage = other
  }
}

private let newline = UInt8(ascii: "\n")
