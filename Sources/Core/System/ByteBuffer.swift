import CSystem
import Glibc

/// Bytes that grow at the end: the output of a block, the decoded form of a string.
///
/// A class, so that it can be kept and used again from block to block; it belongs to one thread at a time.
package final class ByteBuffer {
  // No access lasts while somebody else's code runs, so there is nothing for the runtime to watch at every byte.
  @exclusivity(unchecked) private var storage: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var capacity: Int
  /// Bytes in use.
  @exclusivity(unchecked) package private(set) var count = 0

  package init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    storage = .allocate(capacity: self.capacity)
  }

  deinit {
    storage.deallocate()
  }

  /// What has been appended; valid until the next change, and only as long as somebody holds the buffer: never take it
  /// from a temporary.
  package var bytes: Bytes { Bytes(start: storage, count: count) }

  package var isEmpty: Bool { count == 0 }

  /// Forgets the contents and keeps the memory.
  package func removeAll() {
    count = 0
  }

  /// Forgets the contents, and gives the memory back if it is more than `size` bytes and this time hardly any was needed.
  package func removeAll(keepingAtMost size: Int) {
    let needed = count
    count = 0
    guard capacity > size, needed < capacity / 8 else { return }
    storage.deallocate()
    capacity = max(size, 64)
    storage = .allocate(capacity: capacity)
  }

  /// Forgets what was appended after the first `size` bytes.
  package func truncate(to size: Int) {
    count = min(count, max(size, 0))
  }

  /// Forgets what was appended after the first `size` bytes, and overwrites it, for secrets. Where the buffer has grown
  /// meanwhile, there are copies.
  package func wipe(to size: Int) {
    let kept = min(count, max(size, 0))
    Memory.wipe(UnsafeMutableRawBufferPointer(start: storage + kept, count: count - kept))
    count = kept
  }

  /// Forgets the first `size` bytes and moves the rest to the front.
  package func removeFirst(_ size: Int) {
    let removed = min(max(size, 0), count)
    memmove(storage, storage + removed, count - removed)
    count -= removed
  }

  /// Puts another byte in the place of each.
  package func replaceEach(_ other: (UInt8) -> UInt8) {
    for offset in 0..<count { storage[offset] = other(storage[offset]) }
  }

  /// Adds one byte.
  @inline(__always)
  package func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    storage[count] = byte
    count += 1
  }

  /// Adds a copy of bytes that may not lie in this buffer: it can move.
  @inline(__always)
  package func append(_ bytes: Bytes) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    memcpy(storage + count, base, bytes.count)
    count += bytes.count
  }

  /// Adds a copy of the bytes before the first `stop`, or of all.
  ///
  /// - Returns: how many they are.
  @inline(__always)
  package func append(_ bytes: Bytes, upTo stop: UInt8) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    // Sixteen bytes are copied at once, the last of them in vain.
    if capacity &- count < bytes.count &+ 16 { grow(by: bytes.count &+ 16) }
    let copied = sealwax_copy_until(base, bytes.count, storage + count, stop)
    count &+= copied
    return copied
  }

  /// Adds a copy of an array.
  package func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Adds a literal, as UTF-8.
  package func append(_ text: StaticString) {
    append(Bytes(text))
  }

  /// Adds a text, as UTF-8.
  package func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Lets `body` write at the end: it gets room for at least `room` bytes and returns how many it wrote.
  @inline(__always)
  package func append<Failure: Error>(
    atMost room: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
  ) throws(Failure) {
    if capacity - count < room { grow(by: room) }
    let written = try body(UnsafeMutableBufferPointer(start: storage + count, count: capacity - count))
    count += min(max(written, 0), capacity - count)
  }

  @inline(never)
  private func grow(by room: Int) {
    let wanted = max(capacity * 2, count + room)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    memcpy(larger, storage, count)
    storage.deallocate()
    storage = larger
    capacity = wanted
  }
}
