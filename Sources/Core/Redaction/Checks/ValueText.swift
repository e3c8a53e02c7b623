/// The text of what may be a secret, with the questions that checks put to it. Letter case is left aside wherever words
/// are compared.
///
/// A check runs at each place that a pattern lets through, so none of this allocates, and nothing goes through a
/// generic collection.
struct ValueText {
  let bytes: Bytes

  var count: Int { bytes.count }

  /// The byte at a 0-based place; 0 outside.
  @inline(__always)
  subscript(place: Int) -> UInt8 {
    UInt(bitPattern: place) < UInt(bitPattern: bytes.count) ? bytes[place] : 0
  }

  var last: UInt8 { self[count - 1] }

  // MARK: Bytes

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inline(__always)
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F }

  /// Whether `byte` is one of a few ASCII characters.
  @inline(__always)
  static func isOne(_ byte: UInt8, of signs: StaticString) -> Bool {
    for place in 0..<signs.utf8CodeUnitCount where signs.utf8Start[place] == byte { return true }
    return false
  }

  @inline(__always)
  func contains(where isWanted: (UInt8) -> Bool) -> Bool {
    for place in 0..<count where isWanted(bytes[place]) { return true }
    return false
  }

  /// Whether all bytes from `start` up to `end` are as wanted; the end is that of the text unless another is told, and no
  /// place may lie outside.
  @inline(__always)
  func allSatisfy(from start: Int = 0, to end: Int? = nil, _ isWanted: (UInt8) -> Bool) -> Bool {
    var place = start
    let end = end ?? count
    while place < end {
      guard isWanted(bytes[place]) else { return false }
      place &+= 1
    }
    return true
  }

  // MARK: Words

  /// Whether it is one of `words`.
  func isOne(of words: WordList) -> Bool {
    words.mayHold(self[0], self[1]) && words.contains { $0.count == count && stands($0, at: 0) }
  }

  /// Whether it begins with one of `words`.
  func has(beginning words: WordList) -> Bool {
    words.mayHold(self[0], self[1]) && words.contains { stands($0, at: 0) }
  }

  /// Whether it ends in one of `words`.
  func has(ending words: WordList) -> Bool {
    words.mayEnd(in: last) && words.contains { stands($0, at: count - $0.count) }
  }

  /// Whether one of `words` stands somewhere in it.
  func has(_ words: WordList) -> Bool {
    for place in 0..<count where words.mayHold(bytes[place], self[place + 1]) {
      if words.contains(where: { stands($0, at: place) }) { return true }
    }
    return false
  }

  /// Whether `word`, in lower case, stands at a place.
  @inline(__always)
  private func stands(_ word: Bytes, at place: Int) -> Bool {
    guard place >= 0, place &+ word.count <= count else { return false }
    for offset in 0..<word.count where LiteralMatcher.lowercased(bytes[place &+ offset]) != word[offset] {
      return false
    }
    return true
  }
}

/// Words to compare a text with, letter case aside. What they begin with and end in tells at most places that none of
/// them stands there.
struct WordList: Sendable {
  private let words: StaticString
  private let separator: UInt8
  // Sets of bytes by their last five bits, which are the same in capitals.
  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var last: UInt32 = 0

  /// - Parameter words: in lower case, none of them empty, with the separator between them.
  init(_ words: StaticString, separatedBy separator: UInt8 = 0x20) {
    self.words = words
    self.separator = separator
    var (first, second, last): (UInt32, UInt32, UInt32) = (0, 0, 0)
    _ = contains { word in
      first |= Self.bit(word[0])
      second |= word.count > 1 ? Self.bit(word[1]) : .max
      last |= Self.bit(word[word.count - 1])
      return false
    }
    (self.first, self.second, self.last) = (first, second, last)
  }

  @inline(__always)
  private static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

  /// Whether a word may begin with these bytes.
  @inline(__always)
  func mayHold(_ first: UInt8, _ second: UInt8) -> Bool {
    self.first & Self.bit(first) != 0 && self.second & Self.bit(second) != 0
  }

  @inline(__always)
  func mayEnd(in last: UInt8) -> Bool { self.last & Self.bit(last) != 0 }

  /// Whether `isFitting` says yes to one of the words, which it gets in their order.
  @inline(__always)
  func contains(where isFitting: (Bytes) -> Bool) -> Bool {
    let words = Bytes(words)
    var start = 0
    while start < words.count {
      let end = words.firstOffset(of: separator, from: start) ?? words.count
      if isFitting(words.slice(start, end)) { return true }
      start = end &+ 1
    }
    return false
  }
}
