/// The bytes before a place in a file, by which the place is known again: a file that was cut and written anew to more
/// than its old size has others there.
///
///     ... what was given ...  |  mark, at most 4 KiB  |  what is new
///                                                   offset
///
/// A line or two would do for most logs. Lines of one size that end alike need more.
package struct PlaceMark {
  package static let size = 4 << 10

  private let buffer = ByteBuffer(capacity: PlaceMark.size)
  package private(set) var offset: Int

  /// Reads the mark of a place.
  package init(offset: Int, in descriptor: Descriptor) throws(Errno) {
    self.offset = offset
    let count = min(offset, Self.size)
    try Self.read(count, before: offset, of: descriptor, into: buffer)
  }

  /// The bytes before the place, at most 4 KiB.
  package var bytes: Bytes { buffer.bytes }

  /// Moves to the end of `bytes`, which begin with the mark.
  package mutating func advance(over bytes: Bytes) {
    offset += bytes.count - buffer.count
    set(bytes)
  }

  /// Moves to the start of the file, before which there is nothing.
  package mutating func reset() {
    offset = 0
    buffer.removeAll()
  }

  private func set(_ bytes: Bytes) {
    let count = min(bytes.count, Self.size)
    // The new bytes lie elsewhere, so the old ones need not be kept for them.
    buffer.removeAll()
    buffer.append(bytes.slice(bytes.count - count, bytes.count))
  }

  private static func read(
    _ count: Int, before offset: Int, of descriptor: Descriptor, into buffer: ByteBuffer
  ) throws(Errno) {
    guard count > 0 else { return }
    try buffer.append(atMost: count) { (room) throws(Errno) in
      let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[..<count])
      return try descriptor.read(into: part, at: offset - count)
    }
    // A place behind the end has nothing before it that could be compared.
    if buffer.count < count { buffer.removeAll() }
  }
}
