/// Spells a record anew where some reader stumbles over it; every other byte stays.
///
///     "\ud83d"            "\ufffd"         half a surrogate pair, which no API takes
///     "a<U+2028>b"        "a\u2028b"       what other readers take for the end of a line
package final class RecordMender {
  /// What is mended.
  package struct Choice: Sendable {
    package var surrogates: Bool
    package var separators: Bool

    package init(surrogates: Bool = false, separators: Bool = false) {
      self.surrogates = surrogates
      self.separators = separators
    }

    package var isEmpty: Bool { !surrogates && !separators }
  }

  /// How many places were mended.
  package struct Counts {
    package var surrogates = 0
    package var separators = 0
  }

  private let choice: Choice
  private var scanner = JSONScanner()
  private let halves = ByteBuffer(capacity: 64)
  private let escaped = ByteBuffer(capacity: 64)

  package init(_ choice: Choice) {
    self.choice = choice
  }

  /// Whether there is anything to mend in a text.
  package func isNeeded(_ text: Bytes) -> Bool {
    if choice.separators, Self.separator(in: text, from: 0) != nil { return true }
    return choice.surrogates && !loneSurrogates(in: text).isEmpty
  }

  /// Mends a record.
  ///
  /// - Parameter record: one JSON text.
  /// - Returns: the mended record, valid until the next one; the record itself if there was nothing to mend.
  /// - Complexity: O(`record.count`).
  package func mend(_ record: Bytes) -> (record: Bytes, counts: Counts) {
    var counts = Counts()
    var text = record
    if choice.surrogates { text = replaceSurrogates(text, &counts) }
    if choice.separators { text = escapeSeparators(text, &counts) }
    return (text, counts)
  }

  private func replaceSurrogates(_ text: Bytes, _ counts: inout Counts) -> Bytes {
    let places = loneSurrogates(in: text)
    guard !places.isEmpty else { return text }
    halves.removeAll()
    var start = 0
    for place in places {
      halves.append(text.slice(start, place))
      halves.append("\\ufffd")
      start = place + 6
    }
    halves.append(text.slice(start, text.count))
    counts.surrogates = places.count
    return halves.bytes
  }

  private func loneSurrogates(in text: Bytes) -> [Int] {
    // Most records have no such escape, and that is soon seen.
    guard text.firstOffset(of: Bytes("\\u")) != nil else { return [] }
    var visitor = LoneSurrogates()
    guard (try? scanner.scan(text, visitor: &visitor)) != nil else { return [] }
    return visitor.places
  }

  private func escapeSeparators(_ text: Bytes, _ counts: inout Counts) -> Bytes {
    guard var place = Self.separator(in: text, from: 0) else { return text }
    escaped.removeAll()
    var start = 0
    while true {
      escaped.append(text.slice(start, place))
      // U+0085 has two bytes, U+2028 and U+2029 have three.
      if text[place] == 0xC2 {
        escaped.append("\\u0085")
        start = place + 2
      } else {
        if text[place + 2] == 0xA8 { escaped.append("\\u2028") } else { escaped.append("\\u2029") }
        start = place + 3
      }
      counts.separators += 1
      guard let next = Self.separator(in: text, from: start) else { break }
      place = next
    }
    escaped.append(text.slice(start, text.count))
    return escaped.bytes
  }

  /// Where U+0085, U+2028 or U+2029 first stands; in a JSON text that is within a string.
  private static func separator(in text: Bytes, from start: Int) -> Int? {
    let rest = text.slice(start, text.count)
    let next = rest.firstOffset(of: Bytes("\u{85}"))
    // No further than that.
    let line = lineSeparator(in: rest.slice(0, next ?? rest.count))
    return (line ?? next).map { $0 + start }
  }

  private static func lineSeparator(in text: Bytes) -> Int? {
    let beginning = Bytes("\u{2028}").slice(0, 2)
    var start = 0
    while let found = text.slice(start, text.count).firstOffset(of: beginning) {
      let place = start + found
      if place + 2 < text.count, text[place + 2] & 0xFE == 0xA8 { return place }
      start = place + 2
    }
    return nil
  }
}

private struct LoneSurrogates: JSONVisitor {
  var places: [Int] = []

  mutating func loneSurrogate(at offset: Int) { places.append(offset) }
}
