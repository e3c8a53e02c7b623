/// Finds where any of many literals stands in a text, without regard to the case of ASCII letters.
///
/// For each literal the three bytes that are rarest in ordinary text are put into a filter; a `TextBlock` asks it at
/// every place, 16 at once. What it lets through, one place in twenty-five, is mostly something else: the byte beside the
/// trigram tells, before the trigram is looked up and the literal compared.
///
/// Built at every start from some 1,300 literals, and so made of plain memory, which its owner gives back.
struct LiteralMatcher {
  private struct Candidate {
    /// Of the literal in `bytes`.
    var start: Int32
    /// The rules that the literal calls, in `rules`.
    var firstRule: Int32
    /// The next with the same trigram, -1 at the end.
    var next: Int32
    var size: UInt16
    /// Of the trigram in the literal.
    var trigramOffset: UInt16
    var ruleCount: UInt32
  }

  /// Open addressing: a trigram and its first candidate.
  private struct Slot {
    /// Three bytes and a mark that the slot is in use.
    var key: UInt32 = 0
    var first: Int32 = -1
  }

  /// For `TextBlock`: 1 where `TextBlock.filterIndex` leads for the trigram of a literal.
  let filter: UnsafeMutablePointer<UInt8>
  /// Trigrams with the byte behind them, or for those at a literal's end with the byte before, and literals of three
  /// bytes. One set, since what the processor's nearest cache holds matters more than that it lets a few more through.
  private let neighbours = HashSet()
  private let slots: UnsafeMutablePointer<Slot>
  private let slotMask: Int
  /// Leaves as many bits of a hash as slots have.
  private let slotShift: UInt32
  private let candidates: UnsafeMutablePointer<Candidate>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let rules: UnsafeMutablePointer<Int32>
  /// Literals of two bytes have no trigram: they are looked up by a key of their own.
  private let hasPairs: Bool

  init(_ literals: borrowing KeywordTable) {
    var slotCount = 2048
    while slotCount < literals.count + literals.count / 2 { slotCount *= 2 }
    slotMask = slotCount - 1
    slotShift = UInt32(32 - slotCount.trailingZeroBitCount)
    filter = .allocate(capacity: TextBlock.filterSize)
    filter.initialize(repeating: 0, count: TextBlock.filterSize)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(), count: slotCount)
    candidates = .allocate(capacity: max(literals.count, 1))
    bytes = .allocate(capacity: max(literals.size, 1))
    hasPairs = (0..<literals.count).contains { literals.withKeyword($0) { $0.count == 2 } }
    let rarity = Rarity()
    defer { rarity.deallocate() }
    rules = .allocate(capacity: max(literals.callCount, 1))
    var end = 0
    var ruleEnd = 0
    for number in 0..<literals.count {
      let ruleCount = literals.copyRules(of: number, to: rules + ruleEnd)
      literals.withKeyword(number) { literal in
        add(literal, number, at: end, rules: ruleEnd..<ruleEnd + ruleCount, rarity)
        end += literal.count
      }
      ruleEnd += ruleCount
    }
  }

  /// Whoever keeps the matcher gives its memory back.
  func deallocate() {
    filter.deallocate()
    neighbours.deallocate()
    slots.deallocate()
    candidates.deallocate()
    bytes.deallocate()
    rules.deallocate()
  }

  /// Calls `body` with each rule of each literal that stands around the trigram at `place`, and with the literal's offset
  /// in the text.
  ///
  /// - Parameter place: one that a `TextBlock` has let through.
  @inline(__always)
  func forEachRule<Failure: Error>(
    around place: Int, in text: Bytes, _ body: (_ rule: Int, _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachLiteral(around: place, in: text) { (candidate, offset) throws(Failure) in
      let first = Int(candidate.firstRule)
      for place in first..<first &+ Int(candidate.ruleCount) { try body(Int(rules[place]), offset) }
    }
  }

  @inline(__always)
  private func forEachLiteral<Failure: Error>(
    around place: Int, in text: Bytes, _ body: (_ literal: Candidate, _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard mayStand(around: place, in: text) else { return }
    if place &+ 2 < text.count {
      try forEachLiteral(Self.key(text[place], text[place &+ 1], text[place &+ 2]), place, text, body)
    }
    if hasPairs, place + 1 < text.count {
      try forEachLiteral(Self.key(text[place], text[place + 1]), place, text, body)
    }
  }

  /// Whether a literal may stand around the trigram at `place`, as far as the bytes beside it tell.
  @inline(__always)
  private func mayStand(around place: Int, in text: Bytes) -> Bool {
    // At the ends of a text there is nothing beside it, and beside two bytes there is anything.
    guard place > 0, place &+ 4 <= text.count, !hasPairs, let base = text.baseAddress else { return true }
    let raw = UnsafeRawPointer(base + place)
    let behind = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)) | Self.fold
    let before = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: -1, as: UInt32.self)) | Self.fold
    return neighbours.bit(behind) | neighbours.bit(~before) | neighbours.bit(behind & 0xFF_FFFF) != 0
  }

  private static let fold: UInt32 = 0x2020_2020

  @inline(__always)
  private func forEachLiteral<Failure: Error>(
    _ key: UInt32, _ place: Int, _ text: Bytes, _ body: (_ literal: Candidate, _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) {
    var next = slots[slot(of: key)].first
    while next >= 0 {
      let candidate = candidates[Int(next)]
      next = candidate.next
      let offset = place &- Int(candidate.trigramOffset)
      if stands(candidate, at: offset, in: text) { try body(candidate, offset) }
    }
  }

  @inline(__always)
  private func stands(_ candidate: Candidate, at offset: Int, in text: Bytes) -> Bool {
    let size = Int(candidate.size)
    guard offset >= 0, offset &+ size <= text.count else { return false }
    let literal = bytes + Int(candidate.start)
    for place in 0..<size where Self.lowercased(text[offset &+ place]) != literal[place] { return false }
    return true
  }

  // MARK: Building

  private func add(_ literal: Bytes, _ number: Int, at start: Int, rules: Range<Int>, _ rarity: Rarity) {
    // Rules have 2 to 1,000 bytes, as their reading sees to.
    guard literal.count >= 2, literal.count <= Int(UInt16.max) else { return }
    for place in 0..<literal.count { bytes[start + place] = literal[place] }
    let offset = rarity.rarestTrigram(of: literal)
    let key: UInt32
    if literal.count > 2 {
      key = Self.key(literal[offset], literal[offset + 1], literal[offset + 2])
      filter[TextBlock.filterIndex(literal[offset], literal[offset + 1], literal[offset + 2])] = 1
      let trigram = UInt32(literal[offset]) | UInt32(literal[offset + 1]) << 8 | UInt32(literal[offset + 2]) << 16
      if offset + 3 < literal.count {
        neighbours.insert((trigram | UInt32(literal[offset + 3]) << 24) | Self.fold)
      } else if offset > 0 {
        neighbours.insert(~((trigram << 8 | UInt32(literal[offset - 1])) | Self.fold))
      } else {
        neighbours.insert((trigram | Self.fold) & 0xFF_FFFF)
      }
    } else {
      key = Self.key(literal[0], literal[1])
      for third in UInt8.min...UInt8.max { filter[TextBlock.filterIndex(literal[0], literal[1], third)] = 1 }
    }
    let slot = slot(of: key)
    candidates[number] = Candidate(
      start: Int32(truncatingIfNeeded: start), firstRule: Int32(truncatingIfNeeded: rules.lowerBound),
      next: slots[slot].first, size: UInt16(literal.count), trigramOffset: UInt16(offset),
      ruleCount: UInt32(truncatingIfNeeded: rules.count))
    slots[slot] = Slot(key: key, first: Int32(number))
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    1 << 24 | UInt32(lowercased(first)) << 16 | UInt32(lowercased(second)) << 8 | UInt32(lowercased(third))
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt32 {
    2 << 24 | UInt32(lowercased(first)) << 8 | UInt32(lowercased(second))
  }

  /// The slot that holds the key, or the free one where it belongs; at most two thirds of them are in use.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* 0x9E37_79B1) >> slotShift)
    while slots[slot].key != key, slots[slot].key != 0 { slot = (slot &+ 1) & slotMask }
    return slot
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

/// A set of 32-bit values that may have more than was put in, and never less.
private struct HashSet {
  private let words: UnsafeMutablePointer<UInt64>
  private static let wordCount = 1024

  init() {
    words = .allocate(capacity: Self.wordCount)
    words.initialize(repeating: 0, count: Self.wordCount)
  }

  func deallocate() {
    words.deallocate()
  }

  func insert(_ value: UInt32) {
    let hash = Self.hash(value)
    words[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  /// 1 if the value may be in it, else 0.
  @inline(__always)
  func bit(_ value: UInt32) -> UInt64 {
    let hash = Self.hash(value)
    return words[hash >> 6] >> UInt64(hash & 63) & 1
  }

  @inline(__always)
  private static func hash(_ value: UInt32) -> Int {
    Int((value &* 0x9E37_79B1) >> 16)
  }
}
