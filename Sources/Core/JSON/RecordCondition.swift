/// A condition on a record, written `POINTER=VALUE` or `POINTER`: that a value stands there, or anything.
package struct RecordCondition: Sendable {
  package struct SyntaxError: DescribedError, Equatable {
    package var message: String
  }

  private let pointer: PointerPattern
  /// The decoded text of a string, or a number or literal as it is written; nil for any value.
  private let value: [UInt8]?

  /// The pointer ends at the first `=`.
  package init(_ text: String) throws(SyntaxError) {
    let place = text.utf8.firstIndex(of: UInt8(ascii: "="))
    do throws(PointerPattern.SyntaxError) {
      pointer = try PointerPattern(String(text[..<(place ?? text.endIndex)]))
    } catch {
      throw SyntaxError(message: error.message)
    }
    value = place.map { Array(text.utf8[text.utf8.index(after: $0)...]) }
  }

  /// Which of the conditions hold for a record.
  ///
  /// - Throws: when the record is no JSON.
  /// - Complexity: O(`record.count`) and the pointers' work at each value.
  package static func holding(
    _ conditions: [RecordCondition], in record: Bytes, scanner: inout JSONScanner
  ) throws(RecordError) -> [Bool] {
    var visitor = ConditionVisitor(conditions: conditions, text: record)
    try scanner.scan(record, visitor: &visitor)
    return visitor.holds
  }

  fileprivate func holds(at path: [[UInt8]], _ text: Bytes?) -> Bool {
    guard pointer.names(path) else { return false }
    guard let value else { return true }
    guard let text else { return false }
    return value.withUnsafeBufferPointer { $0.equals(text) }
  }
}

/// Compares each value of a record with what the conditions say of its place.
private struct ConditionVisitor: JSONVisitor {
  let conditions: [RecordCondition]
  let text: Bytes
  var holds: [Bool]
  /// The names and indices that lead to the present value; of an object before its first name the last is empty.
  private var path: [[UInt8]] = []
  /// Of each open container the index of the next element, nil for an object.
  private var indices: [Int?] = []
  private let decoded = ByteBuffer()

  init(conditions: [RecordCondition], text: Bytes) {
    self.conditions = conditions
    self.text = text
    holds = conditions.map { _ in false }
  }

  mutating func beginObject(at offset: Int) { beginContainer(index: nil) }

  mutating func beginArray(at offset: Int) { beginContainer(index: 0) }

  mutating func endObject(at offset: Int) { endContainer() }

  mutating func endArray(at offset: Int) { endContainer() }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    path[path.count - 1] = Array(decode(range, hasEscapes))
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) { value(decode(range, hasEscapes)) }

  mutating func number(_ range: Range<Int>) { value(text.slice(range)) }

  mutating func literal(_ range: Range<Int>) { value(text.slice(range)) }

  private mutating func beginContainer(index: Int?) {
    value(nil)
    path.append([])
    indices.append(index)
  }

  private mutating func endContainer() {
    _ = path.popLast()
    _ = indices.popLast()
  }

  private mutating func value(_ text: Bytes?) {
    if let last = indices.last, let index = last {
      path[path.count - 1] = Array(String(index).utf8)
      indices[indices.count - 1] = index + 1
    }
    for (place, condition) in conditions.enumerated() where !holds[place] {
      holds[place] = condition.holds(at: path, text)
    }
  }

  private func decode(_ range: Range<Int>, _ hasEscapes: Bool) -> Bytes {
    guard hasEscapes else { return text.slice(range) }
    decoded.removeAll()
    JSONString.decode(text.slice(range), into: decoded)
    return decoded.bytes
  }
}
