/// The array in a record in which tool calls or tool results stand, each an object with an id.
///
///     {"role":"assistant","tool_calls":[{"id":"1",…},{"id":"2",…}]}
///                        ^ member       ^ element
struct CallList {
  /// Of the array, brackets and all, in the record.
  let range: Range<Int>
  /// Of the elements, in the record.
  let elements: [Range<Int>]
  /// Of the record's member that holds the array, from its name's quote on.
  private let memberStart: Int
  private let record: Bytes

  /// - Parameters:
  ///   - id: where one of the ids begins, behind its quote.
  ///   - record: one JSON text.
  /// - Returns: nil if the string there is no member of an object in an array.
  init?(around id: Int, in record: Bytes) {
    var scanner = JSONScanner()
    var search = Search(target: id)
    _ = try? scanner.scan(record, visitor: &search)
    guard let start = search.array else { return nil }
    var list = Elements()
    guard let end = try? scanner.scanValue(in: record, from: start, visitor: &list) else { return nil }
    range = start..<end
    elements = list.ranges
    memberStart = search.member
    self.record = record
  }

  /// The record with other elements before those that are there.
  func inserting(_ text: [UInt8]) -> [UInt8] {
    let comma = elements.isEmpty ? [] : [UInt8(ascii: ",")]
    return record(from: 0, to: range.lowerBound + 1) + text + comma + record(from: range.lowerBound + 1)
  }

  /// The record without the elements that hold the ids.
  ///
  /// - Parameters:
  ///   - ids: where they begin.
  ///   - isMemberNeeded: whether the member stays when its array is empty.
  func removing(_ ids: [Int], isMemberNeeded: Bool) -> [UInt8] {
    let kept = elements.filter { element in !ids.contains { element.contains($0) } }
    guard kept.isEmpty, !isMemberNeeded else {
      let list = Array(kept.map { Array(record.slice($0)) }.joined(separator: [UInt8(ascii: ",")]))
      return record(from: 0, to: range.lowerBound + 1) + list + record(from: range.upperBound - 1)
    }
    // The comma behind the member goes with it; behind the last one there is none, and so that before.
    var (start, end) = (memberStart, range.upperBound)
    while end < record.count, record[end] <= 0x20 { end += 1 }
    if end < record.count, record[end] == UInt8(ascii: ",") {
      end += 1
    } else {
      while start > 0, record[start - 1] <= 0x20 { start -= 1 }
      if start > 0, record[start - 1] == UInt8(ascii: ",") { start -= 1 }
    }
    return record(from: 0, to: start) + record(from: end)
  }

  /// The elements that hold none of the ids.
  func others(_ ids: [Int]) -> [Bytes] {
    elements.filter { element in !ids.contains { element.contains($0) } }.map { record.slice($0) }
  }

  private func record(from start: Int, to end: Int? = nil) -> [UInt8] {
    Array(record.slice(start, end ?? record.count))
  }

  /// Finds the array around an object around a string.
  private struct Search: JSONVisitor {
    let target: Int
    var array: Int?
    /// Of the record's member at hand.
    var member = 0
    private var open: [(start: Int, isArray: Bool)] = []

    init(target: Int) {
      self.target = target
    }

    mutating func beginObject(at offset: Int) { open.append((offset, false)) }
    mutating func beginArray(at offset: Int) { open.append((offset, true)) }
    mutating func endObject(at offset: Int) { open.removeLast() }
    mutating func endArray(at offset: Int) { open.removeLast() }

    mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
      if open.count == 1, array == nil { member = range.lowerBound - 1 }
    }

    mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
      guard range.lowerBound == target, open.count > 1 else { return }
      let around = open[open.count - 2]
      if around.isArray { array = around.start }
    }
  }

  private struct Elements: JSONVisitor {
    var ranges: [Range<Int>] = []
    private var depth = 0
    private var start = 0

    init() {}

    mutating func beginObject(at offset: Int) { begin(at: offset) }
    mutating func beginArray(at offset: Int) { begin(at: offset) }
    mutating func endObject(at offset: Int) { end(at: offset) }
    mutating func endArray(at offset: Int) { end(at: offset) }
    mutating func string(_ range: Range<Int>, hasEscapes: Bool) { note(range.lowerBound - 1..<range.upperBound + 1) }
    mutating func number(_ range: Range<Int>) { note(range) }
    mutating func literal(_ range: Range<Int>) { note(range) }

    private mutating func begin(at offset: Int) {
      if depth == 1 { start = offset }
      depth += 1
    }

    private mutating func end(at offset: Int) {
      depth -= 1
      note(start..<offset + 1)
    }

    private mutating func note(_ range: Range<Int>) {
      if depth == 1 { ranges.append(range) }
    }
  }
}
