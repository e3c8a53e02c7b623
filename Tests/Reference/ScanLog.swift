import Core

/// All that a scanner tells of a text, in its order, and how it ends: two ways to scan are the same if their logs are.
package struct ScanLog: Equatable {
  private struct Entry: Equatable {
    var kind: StaticString
    var start: Int
    var end: Int
    var hasEscapes = false

    static func == (one: Self, other: Self) -> Bool {
      one.kind.description == other.kind.description && one.start == other.start && one.end == other.end
        && one.hasEscapes == other.hasEscapes
    }
  }

  private var entries: [Entry] = []
  package private(set) var error: RecordError?

  /// Scans `text`, which may lie in the middle of other bytes.
  package init<Stops: StopFinder>(of text: Bytes, stops: Stops.Type) {
    var scanner = JSONScanner()
    do throws(RecordError) {
      try scanner.scan(text, visitor: &self, stops: stops)
    } catch {
      self.error = error
    }
  }

  /// Whether every part lies in the text and behind the one before it.
  package func isInOrder(in text: Bytes) -> Bool {
    var end = 0
    for entry in entries where entry.kind.description != "surrogate" {
      guard entry.start >= end, entry.end >= entry.start, entry.end <= text.count else { return false }
      end = entry.end
    }
    return true
  }
}

extension ScanLog: JSONVisitor {
  package mutating func beginObject(at offset: Int) { see("{", offset..<offset + 1) }
  package mutating func endObject(at offset: Int) { see("}", offset..<offset + 1) }
  package mutating func beginArray(at offset: Int) { see("[", offset..<offset + 1) }
  package mutating func endArray(at offset: Int) { see("]", offset..<offset + 1) }
  package mutating func name(_ range: Range<Int>, hasEscapes: Bool) { see("name", range, hasEscapes) }
  package mutating func string(_ range: Range<Int>, hasEscapes: Bool) { see("string", range, hasEscapes) }
  package mutating func number(_ range: Range<Int>) { see("number", range) }
  package mutating func literal(_ range: Range<Int>) { see("literal", range) }
  package mutating func loneSurrogate(at offset: Int) { see("surrogate", offset..<offset + 6) }

  private mutating func see(_ kind: StaticString, _ range: Range<Int>, _ hasEscapes: Bool = false) {
    entries.append(Entry(kind: kind, start: range.lowerBound, end: range.upperBound, hasEscapes: hasEscapes))
  }
}

/// Calls `body` with a copy of `text` between bytes that would make another text of it: what reads them shows.
package func withSlack<Result>(
  _ text: some Collection<UInt8>, before: Int, after: Int, _ body: (Bytes) throws -> Result
) rethrows -> Result {
  let slack = Array("\"\\]}0,\u{0} é".utf8)
  var copy = (0..<before).map { slack[$0 % slack.count] }
  copy += text
  copy += (0..<after).map { slack[$0 % slack.count] }
  return try copy.withUnsafeBufferPointer { try body(Bytes(rebasing: $0[before..<before + text.count])) }
}
