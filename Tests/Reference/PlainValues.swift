import Core

/// Every value of a record with the way to it: what `ValueFinder` is held to.
package struct PlainValues: JSONVisitor {
  /// A value and the names and indices that lead to it.
  package struct Value {
    package var path: [[UInt8]]
    package var range: Range<Int>
  }

  private let text: [UInt8]
  private var values: [Value] = []
  /// Of each open container where it begins, and the index of its next element, nil for an object.
  private var open: [(start: Int, index: Int?)] = []
  private var path: [[UInt8]] = []

  private init(text: [UInt8]) {
    self.text = text
  }

  /// Where the values stand that pointers lead to, without those in others; nil if the text is not JSON.
  package static func places(of pointers: [PointerPattern], in text: [UInt8]) -> [Range<Int>]? {
    var visitor = PlainValues(text: text)
    var scanner = JSONScanner()
    guard text.withUnsafeBufferPointer({ (try? scanner.scan($0, visitor: &visitor)) != nil }) else { return nil }
    let found = visitor.values.filter { value in pointers.contains { $0.names(value.path) } }.map(\.range)
    return found.filter { range in
      !found.contains { $0 != range && $0.contains(range.lowerBound) && $0.upperBound >= range.upperBound }
    }
    .sorted { $0.lowerBound < $1.lowerBound }
  }

  package mutating func beginObject(at offset: Int) { begin(at: offset, index: nil) }

  package mutating func beginArray(at offset: Int) { begin(at: offset, index: 0) }

  package mutating func endObject(at offset: Int) { end(at: offset) }

  package mutating func endArray(at offset: Int) { end(at: offset) }

  package mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    let buffer = ByteBuffer()
    text.withUnsafeBufferPointer { JSONString.decode($0.slice(range), into: buffer, keepsLoneSurrogates: true) }
    path[path.count - 1] = Array(buffer.bytes)
  }

  package mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    value(range.lowerBound - 1..<range.upperBound + 1)
  }

  package mutating func number(_ range: Range<Int>) { value(range) }

  package mutating func literal(_ range: Range<Int>) { value(range) }

  private mutating func value(_ range: Range<Int>) {
    takeIndex()
    values.append(Value(path: path, range: range))
  }

  private mutating func begin(at offset: Int, index: Int?) {
    takeIndex()
    open.append((offset, index))
    path.append([])
  }

  private mutating func end(at offset: Int) {
    guard let container = open.popLast() else { return }
    path.removeLast()
    values.append(Value(path: path, range: container.start..<offset + 1))
  }

  private mutating func takeIndex() {
    guard let index = open.last?.index else { return }
    path[path.count - 1] = Array(String(index).utf8)
    open[open.count - 1].index = index + 1
  }
}
