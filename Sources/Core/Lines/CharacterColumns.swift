/// Counts the characters before places in one line, for readers that count those and not bytes.
package struct CharacterColumns {
  private let line: Bytes
  private var offset = 0
  private var column = 1

  package init(_ line: Bytes) {
    self.line = line
  }

  /// The column, 1-based, of the character (Unicode code point) at `offset`, which is where the next count goes on.
  ///
  /// - Complexity: O(the bytes from the last place asked for); from the line's start if that was a later one.
  package mutating func column(at offset: Int) -> Int {
    if offset < self.offset { self = Self(line) }
    let end = min(offset, line.count)
    column += line.slice(self.offset, end).count { $0 & 0xC0 != 0x80 }
    self.offset = end
    return column
  }

  /// The columns of a part of the line.
  package mutating func columns(of range: Range<Int>) -> Range<Int> {
    let start = column(at: range.lowerBound)
    return start..<max(start, column(at: range.upperBound))
  }
}
