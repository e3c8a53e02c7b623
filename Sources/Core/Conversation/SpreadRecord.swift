/// Lines that may be one record, which raw line ends have spread over them.
///
///     {"a":"x          {"a":"x\ny"}          in a string, the line end becomes its escape
///     y"}
///     {                { "b": 1 }            elsewhere, a space
///       "b": 1
///     }
///
/// Whether they are shows when all brackets are closed: the union is a record, or the lines are what they are alone.
/// An object or array that is whole by itself is never taken into another.
struct SpreadRecord: ~Copyable {
  enum Progress {
    /// More lines may belong to it.
    case open
    /// It is whole, and ends in the line that was added, at this offset.
    case whole(end: Int)
    /// These lines are no record together.
    case failed
  }

  /// In bytes. More is not held back for the sake of one record that may be none.
  static let largest = 1 << 20
  /// Each of them takes memory besides its bytes.
  private static let mostLines = 10_000

  private let joined = ByteBuffer()
  private(set) var lineCount = 0
  private var scanner = JSONScanner()
  private var isInString = false
  private var depth = 0
  /// The union's size when it was last read whole: it is read again when it has doubled, or seems to be complete.
  private var checkedSize = 0
  /// How many bytes have been looked at in all attempts, for a bound on what a hostile input can make of it.
  private(set) var checkedCount = 0

  /// The union, as one line.
  var text: Bytes { joined.bytes }

  /// Begins with the torn record that a line ends with.
  ///
  /// - Returns: false if it cannot go on behind a line end.
  mutating func begin(with text: Bytes) -> Bool {
    joined.removeAll(keepingAtMost: Self.largest)
    (lineCount, isInString, depth, checkedSize) = (1, false, 0, 0)
    checkedCount += text.count
    return text.count <= Self.largest && follow(text) == nil && depth > 0 && append(text)
  }

  /// Adds the next line.
  mutating func add(_ line: Bytes) -> Progress {
    // What is whole by itself has its own line; in a string it may be anything.
    if !isInString, line.first.map({ $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) == true {
      checkedCount += line.count
      if scanner.accepts(line) { return .failed }
    }
    checkedCount += line.count
    let isFirst = lineCount == 1
    lineCount += 1
    if isInString { joined.append("\\n") } else { joined.append(UInt8(ascii: " ")) }
    guard joined.count + line.count <= Self.largest, lineCount <= Self.mostLines else { return .failed }
    if let end = follow(line) {
      joined.append(line.slice(0, end))
      checkedCount += joined.count
      return scanner.accepts(joined.bytes) ? .whole(end: end) : .failed
    }
    guard append(line) else { return .failed }
    guard isFirst || joined.count >= 2 * checkedSize else { return .open }
    checkedSize = joined.count
    checkedCount += joined.count
    do {
      try scanner.check(joined.bytes)
    } catch {
      if error.isTruncation { return .open }
    }
    return .failed
  }

  /// Adds what ends in a line end, the CR of which would be a control character in a string.
  ///
  /// - Returns: false if the line ends within an escape, which no line end belongs to.
  private mutating func append(_ line: Bytes) -> Bool {
    guard isInString else {
      joined.append(line)
      return true
    }
    let hasReturn = line.last == UInt8(ascii: "\r")
    let body = line.slice(0, line.count - (hasReturn ? 1 : 0))
    let backslashes = body.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    guard backslashes.isMultiple(of: 2) else { return false }
    joined.append(body)
    if hasReturn { joined.append("\\r") }
    return true
  }

  /// Follows strings and brackets through a line.
  ///
  /// - Returns: the offset behind the bracket that closes the record; nil if it stays open.
  private mutating func follow(_ line: Bytes) -> Int? {
    var offset = 0
    while offset < line.count {
      let byte = line[offset]
      offset += 1
      if isInString {
        if byte == UInt8(ascii: "\\") { offset += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return offset }
      default: break
      }
    }
    return nil
  }
}
