import Core

/// Lines that wait until it is known what they are: messages of plain text, which two profiles have in common.
struct UndecidedLines {
  /// As many as are kept at most: a history with tools has its first call before that.
  private static let largestCount = 256
  /// In bytes.
  private static let largestSize = 1 << 20

  private struct Kept {
    var line: Line
    var range: Range<Int>
  }

  private let detector = ProfileDetector()
  private let at: ValueFinder?
  private var kept: [Kept] = []
  private let bytes = ByteBuffer()

  init(_ at: ChosenPointer?) {
    self.at = at.map { ValueFinder([$0.pattern]) }
  }

  var isEmpty: Bool { kept.isEmpty }

  /// What a line says of its profile, nil for one that says nothing: blank, not JSON, without a message.
  func clue(of line: Line) -> ProfileClue? {
    var text = line.bytes
    if line.offset == 0, text.hasByteOrderMark { text = text.slice(text.byteOrderMarkSize, text.count) }
    if let at {
      guard let place = at.firstPlace(in: text) else { return nil }
      text = text.slice(place)
    }
    return try? detector.clue(text)
  }

  /// Keeps a copy of a line.
  ///
  /// - Returns: false if there is no room for it.
  mutating func keep(_ line: Line) -> Bool {
    guard kept.count < Self.largestCount, bytes.count + line.bytes.count <= Self.largestSize else { return false }
    let start = bytes.count
    bytes.append(line.bytes)
    kept.append(Kept(line: line, range: start..<bytes.count))
    return true
  }

  /// Hands out the lines that were kept, in their order, and forgets them.
  mutating func release(_ take: (Line) throws -> Void) rethrows {
    let released = kept
    kept = []
    for var entry in released {
      entry.line.bytes = bytes.bytes.slice(entry.range)
      try take(entry.line)
    }
    bytes.removeAll()
  }
}
