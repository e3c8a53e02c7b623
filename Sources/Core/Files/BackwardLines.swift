/// Reads the lines of a part of a file from the last to the first, in memory of a few of the longest line, and leaves
/// the file's own offset alone.
package struct BackwardLines: ~Copyable {
  /// A line and where it lies in the file.
  package struct Line {
    /// Of the first byte in the file.
    package var offset: Int
    /// With the LF, which only the last line of a file may lack; valid until the next line is asked for.
    package var bytes: Bytes
  }

  package enum Fault: DescribedError, Equatable {
    case overlong(String, offset: Int)

    package var location: Location? {
      switch self {
      case .overlong(let name, _): Location(name)
      }
    }
    package var message: String {
      switch self {
      case .overlong(_, let offset): "the line that ends before byte \(offset) is too long"
      }
    }
  }

  private static let newline = UInt8(ascii: "\n")

  private let descriptor: Descriptor
  private let name: String
  private let start: Int
  private let maximumLineSize: Int
  private var storage: UnsafeMutableRawBufferPointer
  /// What has been read and not been given lies from here to `end` in the storage.
  private var first: Int
  private var end: Int
  /// Where the byte at `first` lies in the file.
  private var place: Int

  /// - Parameters:
  ///   - name: the file's name for messages.
  ///   - range: the part to read, in bytes from the start of the file; it begins where a line does.
  ///   - maximumLineSize: in bytes; a longer line is an error.
  ///   - blockSize: bytes read at a time, as long as no line is longer.
  package init(
    _ descriptor: Descriptor, name: String, range: Range<Int>, maximumLineSize: Int, blockSize: Int = 128 << 10
  ) {
    self.descriptor = descriptor
    self.name = name
    self.maximumLineSize = maximumLineSize
    start = range.lowerBound
    place = range.upperBound
    let size = max(blockSize, 1)
    storage = .allocate(byteCount: size, alignment: 16)
    first = size
    end = size
  }

  deinit {
    storage.deallocate()
  }

  /// Bytes of the file that have not been read.
  package var unreadRange: Range<Int> { start..<max(start, place) }

  /// The line before the one that the last call gave, or nil at the start.
  ///
  /// - Throws: `SystemError`, `Fault`.
  package mutating func next() throws -> Line? {
    // Bytes at the end of what is there that are known to hold no LF; the very last byte ends the line itself.
    var searched = 0
    while true {
      let unread = bytes(first, end)
      if let found = unread.lastOffset(of: Self.newline, before: unread.count - max(searched, 1)) {
        let lineStart = first + found + 1
        defer { end = lineStart }
        return Line(offset: place + found + 1, bytes: bytes(lineStart, end))
      }
      searched = unread.count
      guard place > start else { break }
      guard unread.count <= maximumLineSize else { throw Fault.overlong(name, offset: place + unread.count) }
      if try !readMore() { searched = 0 }
    }
    guard first < end else { return nil }
    defer { end = first }
    return Line(offset: place, bytes: bytes(first, end))
  }

  /// Reads what lies before, and makes room first if there is none.
  ///
  /// - Returns: whether all of it was there; a file that was cut meanwhile gives less, and what followed is forgotten.
  private mutating func readMore() throws -> Bool {
    if first == 0 { makeRoom() }
    let wanted = min(first, place - start)
    var count = 0
    while count < wanted {
      let rest = UnsafeMutableRawBufferPointer(rebasing: storage[(first - wanted + count)..<first])
      let read = try SystemError.naming(.read, name, try descriptor.read(into: rest, at: place - wanted + count))
      if read == 0 { break }
      count += read
    }
    if count < wanted { end = first - wanted + count }
    first -= wanted
    place -= wanted
    return count == wanted
  }

  /// Moves what is there to the end, into twice the memory if it takes more than half.
  private mutating func makeRoom() {
    let unread = UnsafeRawBufferPointer(rebasing: storage[first..<end])
    guard unread.count > storage.count / 2 else {
      let target = storage.count - unread.count
      UnsafeMutableRawBufferPointer(rebasing: storage[target...]).copyMemory(from: unread)
      (first, end) = (target, storage.count)
      return
    }
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: storage.count * 2, alignment: 16)
    let target = larger.count - unread.count
    UnsafeMutableRawBufferPointer(rebasing: larger[target...]).copyMemory(from: unread)
    storage.deallocate()
    storage = larger
    (first, end) = (target, larger.count)
  }

  private func bytes(_ start: Int, _ end: Int) -> Bytes {
    UnsafeRawBufferPointer(rebasing: storage[start..<end]).assumingMemoryBound(to: UInt8.self)
  }
}
