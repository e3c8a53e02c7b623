/// Bytes that nobody else may see: they lie in `SecretMemory`, which is wiped when they go.
///
/// They cannot be copied, so that there is one place to wipe; there is no description that could print them.
package struct SecretBytes: ~Copyable, @unchecked Sendable {
  private let storage: UnsafeMutableRawBufferPointer
  /// How many bytes are in use, from the start.
  package private(set) var count: Int

  /// Room for `capacity` bytes, none in use.
  package init(capacity: Int) {
    storage = SecretMemory.shared.allocate(max(capacity, 1))
    count = 0
  }

  /// A copy of those of `other`, with room for `capacity` bytes, or as many as they are.
  package init(_ other: borrowing SecretBytes, capacity: Int) {
    self.init(capacity: max(capacity, other.count))
    storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: other.storage[..<other.count]))
    count = other.count
  }

  /// Whether there is room for nothing more.
  package var isFull: Bool { count == storage.count }

  deinit {
    SecretMemory.shared.deallocate(storage)
  }

  /// The bytes in use; valid inside `body` only.
  package borrowing func withBytes<Result, Failure: Error>(
    _ body: (Bytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(Bytes(start: UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// Lets `body` write into the room that is left, and counts as many bytes as it returns.
  ///
  /// - Returns: that number.
  @discardableResult
  package mutating func append<Failure: Error>(
    _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    let room = UnsafeMutableRawBufferPointer(rebasing: storage[count...]).assumingMemoryBound(to: UInt8.self)
    let written = min(max(try body(room), 0), room.count)
    count += written
    return written
  }
}
