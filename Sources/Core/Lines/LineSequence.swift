/// One line of a block.
package struct Line {
  /// Without the LF; a CR before it is part of the line.
  package var bytes: Bytes
  /// 1-based.
  package var number: Int
  /// Of the line's first byte in the input.
  package var offset: Int
  /// Whether an LF ended it; false only for the last line of an input.
  package var isTerminated: Bool

  package init(bytes: Bytes, number: Int, offset: Int, isTerminated: Bool) {
    self.bytes = bytes
    self.number = number
    self.offset = offset
    self.isTerminated = isTerminated
  }
}

/// The lines of a block, split at LF and at nothing else.
package struct LineSequence: Sequence, IteratorProtocol {
  private let bytes: Bytes
  private var start = 0
  private var number: Int
  private let offset: Int

  /// - Parameters:
  ///   - firstLine: the number of the first line, 1-based.
  ///   - offset: of the first byte in the input.
  package init(_ bytes: Bytes, firstLine: Int = 1, offset: Int = 0) {
    self.bytes = bytes
    number = firstLine
    self.offset = offset
  }

  /// The next line, nil behind the last byte.
  @inline(__always)
  package mutating func next() -> Line? {
    guard start < bytes.count else { return nil }
    let found = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start)
    let end = found ?? bytes.count
    let line = Line(
      bytes: bytes.slice(start, end), number: number, offset: offset + start, isTerminated: found != nil)
    start = end + 1
    number += 1
    return line
  }
}
