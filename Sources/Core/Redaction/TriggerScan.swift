/// Finds the places that the triggers name, block by block through one text.
struct TriggerScan {
  /// A place and the trigger that names it: `digits` for numbers of any kind; whether one is a `number` is asked of
  /// `isNumber`.
  struct Place {
    var trigger: Trigger
    /// In the text.
    var offset: Int
  }

  /// More places than one block can have: each byte is a sign, of two places, a digit or the start of a word, a sixth of
  /// them can end a country's code, and there are no more than three long words of two places each.
  static let mostPlaces = 4 * TextBlock.size

  /// Triggers that are looked for, a bit for each index.
  private let wanted: UInt8
  /// Of the block before, from which runs reach into this one.
  private var digitsBefore: UInt64 = 0
  private var lettersBefore: UInt64 = 0
  private var isLastGroupFull = false
  /// What a local part may not reach back over: the end of the address before it.
  private var addressFloor = 0
  /// The end of the long word that was told last.
  private var wordEnd = 0

  private static let shortestLongWord = 24
  private static let shortestNumber = 7
  private static let numberReach = 24
  /// A word is one if there is a digit among this many bytes of it.
  private static let wordReach = 64

  init(_ triggers: [Trigger]) {
    wanted = triggers.reduce(0) { $0 | Self.bit($1) }
  }

  @inline(__always)
  private static func bit(_ trigger: Trigger) -> UInt8 { 1 << UInt8(trigger.index) }

  @inline(__always)
  private func wants(_ trigger: Trigger) -> Bool { wanted & Self.bit(trigger) != 0 }

  private var wantsNumbers: Bool { wanted & (Self.bit(.digits) | Self.bit(.number)) != 0 }

  /// Whether anything is looked for at all.
  var isNeeded: Bool { wanted != 0 }

  /// Writes the places that the block shows to `places`, which has room for `mostPlaces`.
  ///
  /// - Parameter offset: of the block in `text`; the blocks of a text come one after the other.
  /// - Returns: how many there are.
  @inline(__always)
  mutating func find(
    in block: TextBlock, at offset: Int, of text: Bytes, into places: UnsafeMutablePointer<Place>
  ) -> Int {
    var count = 0
    @inline(__always) func add(_ trigger: Trigger, _ offset: Int) {
      (places + count).initialize(to: Place(trigger: trigger, offset: offset))
      count &+= 1
    }
    let words = block.digits | block.letters
    let wordsBefore = digitsBefore | lettersBefore
    // Where a run of letters and digits begins.
    let starts = words & ~(words << 1 | wordsBefore >> 63)
    // A bracket or plus begins a number only before a digit or another of them; what stands behind the block is unknown.
    let signs = block.signs & ((block.digits | block.signs) >> 1 | 1 << 63)
    var bits = block.marks | signs | block.digits & starts
    while bits != 0 {
      let place = offset &+ bits.trailingZeroBitCount
      bits &= bits &- 1
      switch text[place] {
      case UInt8(ascii: "@"):
        if wants(.atSign), let start = localPart(before: place, size: 1, in: text) {
          add(.atSign, start)
          if let inner = Self.asciiPart(of: start..<place, in: text) { add(.atSign, inner) }
        }
      case 0xEF:
        if wants(.atSign), Self.isWideSign(text, at: place), let start = localPart(before: place, size: 3, in: text) {
          add(.atSign, start)
          if let inner = Self.asciiPart(of: start..<place, in: text) { add(.atSign, inner) }
        }
      case UInt8(ascii: "%"): break
      default:
        // The bracket or plus before a digit has been told already.
        if wantsNumbers, place == 0 || !Self.isSign(text[place - 1]) { add(.digits, place) }
      }
    }
    if wants(.countryCode) {
      // The second digit: two letters and a digit before it, and before them no letter or digit.
      var ends =
        block.digits & (block.digits << 1 | digitsBefore >> 63) & (block.letters << 2 | lettersBefore >> 62)
        & (block.letters << 3 | lettersBefore >> 61) & ~(words << 4 | wordsBefore >> 60)
      while ends != 0 {
        add(.countryCode, offset &+ ends.trailingZeroBitCount &- 3)
        ends &= ends - 1
      }
    }
    if wants(.longWord) {
      // A run of 24 or more holds two whole groups of eight that stand on multiples of eight.
      var full = words & words >> 1
      full &= full >> 2
      full &= full >> 4
      full &= 0x0101_0101_0101_0101
      var groups = full & (full << 8 | (isLastGroupFull ? 1 : 0))
      while groups != 0 {
        if let start = longWord(around: offset &+ groups.trailingZeroBitCount, text) {
          add(.longWord, start)
          // The letter of an escape may be no part of the word, nor the digits of %3A.
          if start > 0, text[start - 1] == UInt8(ascii: "\\") { add(.longWord, start + 1) }
          if start > 0, text[start - 1] == UInt8(ascii: "%") { add(.longWord, start + 2) }
        }
        groups &= groups &- 1
      }
      isLastGroupFull = full >> 56 != 0
    }
    if wants(.word) {
      var starts = starts
      while starts != 0 {
        let place = offset + starts.trailingZeroBitCount
        starts &= starts - 1
        if Self.hasDigit(text, from: place) { add(.word, place) }
      }
    }
    digitsBefore = block.digits
    lettersBefore = block.letters
    return count
  }

  /// The start of the run of letters and digits around `place`, before which eight of them stand; nil if it is no long
  /// word, or has been told.
  private mutating func longWord(around place: Int, _ text: Bytes) -> Int? {
    guard place >= wordEnd else { return nil }
    var start = place - 8
    while start > 0, Self.isWord(text[start - 1]) { start -= 1 }
    wordEnd = place + 8
    while wordEnd < text.count, Self.isWord(text[wordEnd]) { wordEnd += 1 }
    return wordEnd - start >= Self.shortestLongWord && Self.hasDigit(text, from: start) ? start : nil
  }

  /// Whether the number that begins at `place` is a `number`.
  static func isNumber(_ text: Bytes, at place: Int) -> Bool {
    var count = 0
    for offset in place..<min(place + numberReach, text.count) where text[offset] &- 0x30 < 10 { count += 1 }
    return count >= shortestNumber
  }

  private static func hasDigit(_ text: Bytes, from start: Int) -> Bool {
    for offset in start..<min(start + wordReach, text.count) {
      let byte = text[offset]
      if byte &- 0x30 < 10 { return true }
      if !isWord(byte) { return false }
    }
    return false
  }

  /// The start of what may be the local part before a sign at `place`, nil if there is none.
  private mutating func localPart(before place: Int, size: Int, in text: Bytes) -> Int? {
    let floor = addressFloor
    addressFloor = place + size
    var start = place
    if start > floor, text[start - 1] == UInt8(ascii: "\"") {
      // "quoted local part"@example.com: back to the other quote, 64 bytes at most (RFC 5321).
      let lowest = max(floor, start - 66)
      var quote = start - 2
      while quote >= lowest, text[quote] != UInt8(ascii: "\"") { quote -= 1 }
      if quote >= lowest { start = quote }
    } else {
      while start > floor, Self.isLocalPart[text[start - 1]] { start -= 1 }
      while start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    }
    return start < place ? start : nil
  }

  /// Where the ASCII at the end of a local part begins, if other characters come before it: these need be no letters, but
  /// a quotation mark, an emoji or a dash.
  private static func asciiPart(of part: Range<Int>, in text: Bytes) -> Int? {
    guard text[part.lowerBound] >= 0x80 || text.slice(part).contains(where: { $0 >= 0x80 }) else { return nil }
    var start = part.upperBound
    while text[start - 1] < 0x80 { start -= 1 }
    return start < part.upperBound ? start : nil
  }

  /// U+FF20, EF BC A0.
  @inline(__always)
  private static func isWideSign(_ text: Bytes, at place: Int) -> Bool {
    place + 2 < text.count && text[place + 1] == 0xBC && text[place + 2] == 0xA0
  }

  /// Calls `body` with each place of `colon` in the whole of a text.
  ///
  /// - Complexity: O(`text.count`).
  static func forEachColon<Failure: Error>(
    in text: Bytes, _ body: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    var place = 0
    while let found = text.firstOffset(of: UInt8(ascii: ":"), from: place) {
      var start = found
      while start > place, isAddress[text[start - 1]] { start -= 1 }
      var end = found + 1
      var colons = 1
      while end < text.count, isAddress[text[end]] {
        if text[end] == UInt8(ascii: ":") { colons += 1 }
        end += 1
      }
      if colons >= 2 { try body(start) }
      place = end
    }
  }

  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static let isLocalPart = ByteSet { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: Bytes(".!#$%&'*+/=?^_`{|}~-" as StaticString).contains(byte)
    }
  }

  private static let isAddress = ByteSet { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
    default: false
    }
  }
}
