/// The strings of a list of JSON that is known to be one, in order, where they stand in their line.
struct KeywordSequence: Sequence, IteratorProtocol {
  private let line: Bytes
  private var offset: Int

  /// - Parameter start: the quotation mark of the first string, or the end of the line for no strings.
  init(_ line: Bytes, from start: Int) {
    self.line = line
    offset = start
  }

  mutating func next() -> RuleText.StringPlace? {
    guard offset < line.count, line[offset] == UInt8(ascii: "\"") else { return nil }
    let start = offset + 1
    var end = start
    var hasEscapes = false
    while end < line.count, line[end] != UInt8(ascii: "\"") {
      if line[end] == UInt8(ascii: "\\") {
        hasEscapes = true
        end += 1
      }
      end += 1
    }
    guard end < line.count else { return nil }
    offset = end + 1
    while offset < line.count, Self.standsBetween(line[offset]) { offset += 1 }
    return RuleText.StringPlace(range: start..<end, hasEscapes: hasEscapes)
  }

  private static func standsBetween(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
