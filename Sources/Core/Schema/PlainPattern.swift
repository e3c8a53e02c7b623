/// What a pattern looks for, where that takes no regular expression: a text somewhere, at the start, at the end or alone,
/// or nothing but some characters of ASCII.
///
///     ^x-            ^call_id$          toolu_           ^[a-zA-Z0-9_-]{1,64}$
enum PlainPattern {
  case text([UInt8], atStart: Bool, atEnd: Bool)
  case characters(ByteSet, ClosedRange<Int>)

  /// - Returns: nil for any other pattern.
  init?(_ pattern: Bytes) {
    let atStart = pattern.first == UInt8(ascii: "^")
    let atEnd = pattern.count > (atStart ? 1 : 0) && pattern.last == UInt8(ascii: "$")
    let body = pattern.slice(atStart ? 1 : 0, pattern.count - (atEnd ? 1 : 0))
    if !body.contains(where: { Self.syntax[$0] }) {
      self = .text(Array(body), atStart: atStart, atEnd: atEnd)
      return
    }
    guard atStart, atEnd, let end = body.firstIndex(of: UInt8(ascii: "]")),
      let set = Self.characters(body.slice(0, end)), end + 1 < body.count,
      let quantifier = Repeat(body, at: end + 1), quantifier.end == body.count, quantifier.least <= quantifier.most
    else { return nil }
    self = .characters(set, quantifier.least...quantifier.most)
  }

  func matches(_ text: Bytes) -> Bool {
    switch self {
    case .text(let part, let atStart, let atEnd):
      part.withUnsafeBufferPointer { part in
        guard text.count >= part.count else { return false }
        switch (atStart, atEnd) {
        case (true, true): return text.equals(part)
        case (true, false): return text.slice(0, part.count).equals(part)
        case (false, true): return text.slice(text.count - part.count, text.count).equals(part)
        case (false, false): return part.isEmpty || text.firstOffset(of: part) != nil
        }
      }
    case .characters(let set, let count):
      count.contains(text.count) && text.allSatisfy { set[$0] }
    }
  }

  private static let syntax = ByteSet { byte in Array(#"^$\.*+?()[]{}|"#.utf8).contains(byte) }

  /// A class of plain characters and ranges of ASCII.
  private static func characters(_ text: Bytes) -> ByteSet? {
    guard text.count > 1, text[0] == UInt8(ascii: "["), text[1] != UInt8(ascii: "^") else { return nil }
    var members: Set<UInt8> = []
    var place = 1
    while place < text.count {
      let byte = text[place]
      guard byte < 0x80, byte != UInt8(ascii: "\\") else { return nil }
      if place + 2 < text.count, text[place + 1] == UInt8(ascii: "-") {
        let last = text[place + 2]
        guard last < 0x80, last != UInt8(ascii: "\\"), byte <= last else { return nil }
        members.formUnion(byte...last)
        place += 3
      } else {
        members.insert(byte)
        place += 1
      }
    }
    return ByteSet { members.contains($0) }
  }
}
