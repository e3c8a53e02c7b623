/// A set of characters: which of ASCII, and whether any beyond.
struct PatternCharacters {
  private var low: UInt64
  private var high: UInt64
  private(set) var hasBeyondASCII: Bool
  /// Whether none of these ASCII characters is there only to be on the safe side, which a complement would turn around.
  private(set) var isExact = true
  /// Whether there may also be nothing: for what stands before a match.
  private(set) var hasTextStart = false

  static let none = PatternCharacters(low: 0, high: 0, hasBeyondASCII: false)
  static let everything = PatternCharacters(
    low: .max, high: .max, hasBeyondASCII: true, isExact: false, hasTextStart: true)

  private init(
    low: UInt64, high: UInt64, hasBeyondASCII: Bool, isExact: Bool = true, hasTextStart: Bool = false
  ) {
    self.low = low
    self.high = high
    self.hasBeyondASCII = hasBeyondASCII
    self.isExact = isExact
    self.hasTextStart = hasTextStart
  }

  init(where isMember: (UInt8) -> Bool) {
    self = .none
    for byte in UInt8.min..<0x80 where isMember(byte) { insert(byte) }
    hasBeyondASCII = isMember(0x80)
  }

  /// One character of ASCII, in both cases if case is ignored.
  init(_ byte: UInt8, _ ignoresCase: Bool) {
    self = .none
    insert(byte)
    guard ignoresCase, (byte | 0x20) &- 0x61 < 26 else { return }
    insert(byte ^ 0x20)
    // U+212A and U+017F are a k and an s to who ignores case.
    hasBeyondASCII = byte | 0x20 == UInt8(ascii: "k") || byte | 0x20 == UInt8(ascii: "s")
  }

  /// PatternCharacters of ASCII that follow each other, in both cases if case is ignored.
  init(_ range: ClosedRange<Int>, _ ignoresCase: Bool) {
    self = PatternCharacters(
      low: Self.bits(range, from: 0), high: Self.bits(range, from: 64), hasBeyondASCII: false)
    guard ignoresCase else { return }
    for byte in range where (byte | 0x20) - 0x61 < 26 && byte | 0x20 >= 0x61 {
      formUnion(PatternCharacters(UInt8(byte), true))
    }
  }

  /// PatternCharacters of which only that is known. To who ignores case, some of them are letters of ASCII.
  static func beyondASCII(_ ignoresCase: Bool) -> PatternCharacters {
    ignoresCase ? .everything : PatternCharacters(low: 0, high: 0, hasBeyondASCII: true)
  }

  /// A complement has what is beyond ASCII whatever the set has of it: more than there is, never less.
  static func everythingBut(_ set: PatternCharacters) -> PatternCharacters {
    guard set.isExact else { return .everything }
    return PatternCharacters(low: ~set.low, high: ~set.high, hasBeyondASCII: true, hasTextStart: true)
  }

  var hasASCII: Bool { low | high != 0 }

  /// The value of the only character, 0x80 for any beyond ASCII; nil for more than one.
  var single: Int? {
    if low == 0, high == 0 { return hasBeyondASCII ? 0x80 : nil }
    guard !hasBeyondASCII, low.nonzeroBitCount + high.nonzeroBitCount == 1 else { return nil }
    return low == 0 ? 64 + high.trailingZeroBitCount : low.trailingZeroBitCount
  }

  /// Adds `mark` to the entries of `table`, one for each byte, that can be a byte of one of the characters.
  func add(_ mark: UInt16, to table: UnsafeMutablePointer<UInt16>) {
    for (start, word) in [(0, low), (64, high)] {
      var bits = word
      while bits != 0 {
        table[start + bits.trailingZeroBitCount] |= mark
        bits &= bits - 1
      }
    }
    guard hasBeyondASCII else { return }
    for byte in 0x80..<0x100 { table[byte] |= mark }
  }

  mutating func formUnion(_ other: PatternCharacters) {
    low |= other.low
    high |= other.high
    hasBeyondASCII = hasBeyondASCII || other.hasBeyondASCII
    isExact = isExact && other.isExact
    hasTextStart = hasTextStart || other.hasTextStart
  }

  mutating func removeTextStart() {
    hasTextStart = false
  }

  func intersection(_ other: PatternCharacters) -> PatternCharacters {
    PatternCharacters(
      low: low & other.low, high: high & other.high, hasBeyondASCII: hasBeyondASCII && other.hasBeyondASCII,
      isExact: isExact && other.isExact, hasTextStart: hasTextStart && other.hasTextStart)
  }

  /// A bit for each of the 64 numbers from `start` on that are in a range.
  private static func bits(_ range: ClosedRange<Int>, from start: Int) -> UInt64 {
    let first = max(range.lowerBound - start, 0)
    let last = min(range.upperBound - start, 63)
    return first <= last ? UInt64.max >> UInt64(63 - last) & UInt64.max << UInt64(first) : 0
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
  }
}
