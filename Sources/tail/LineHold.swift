import Core

/// Lets whole lines through and holds back one that nothing has ended yet.
final class LineHold {
  private let delimiter: UInt8
  private let held = ByteBuffer(capacity: 64)

  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// How many bytes are held back.
  var count: Int { held.count }

  /// Gives `body` what is whole by now; it is not called if nothing is.
  func pass(_ bytes: Bytes, to body: (Bytes) throws -> Void) throws {
    guard let last = bytes.lastOffset(of: delimiter, before: bytes.count) else { return held.append(bytes) }
    if !held.isEmpty {
      // Only the line that was held back is copied.
      let first = (bytes.firstOffset(of: delimiter) ?? last) + 1
      held.append(bytes.slice(0, first))
      try body(held.bytes)
      held.removeAll(keepingAtMost: 64 << 10)
      if first <= last { try body(bytes.slice(first, last + 1)) }
    } else {
      try body(bytes.slice(0, last + 1))
    }
    held.append(bytes.slice(last + 1, bytes.count))
  }

  /// Gives `body` what is held back, as it is: there is no more to come.
  func flush(to body: (Bytes) throws -> Void) throws {
    guard !held.isEmpty else { return }
    try body(held.bytes)
    held.removeAll()
  }

  /// What is held back will never be ended.
  func drop() {
    held.removeAll()
  }
}
