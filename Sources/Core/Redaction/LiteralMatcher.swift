/// Finds where any of many literals stands in a text, without regard to the case of ASCII letters.
///
/// For each literal the three bytes that are rarest in ordinary text are put into a filter; a `TextBlock` asks it at
/// every place, 16 at once. Where it lets one through, the trigram is looked up, and then the literal is compared.
///
/// Built at every start from some 1,300 literals, and so made of plain memory, which its owner gives back.
struct LiteralMatcher {
  private struct Candidate {
    /// The number of the literal.
    var literal: Int32
    /// Of the literal in `bytes`.
    var start: Int32
    var size: Int32
    /// Of the trigram in the literal.
    var trigramOffset: Int32
    /// The next with the same trigram, -1 at the end.
    var next: Int32
  }

  /// Open addressing: a trigram and its first candidate.
  private struct Slot {
    /// Three bytes and a mark that the slot is in use.
    var key: UInt32 = 0
    var first: Int32 = -1
  }

  /// For `TextBlock`: 1 where `TextBlock.filterIndex` leads for the trigram of a literal.
  let filter: UnsafeMutablePointer<UInt8>
  private let slots: UnsafeMutablePointer<Slot>
  private let slotMask: Int
  /// Leaves as many bits of a hash as slots have.
  private let slotShift: UInt32
  private let candidates: UnsafeMutablePointer<Candidate>
  private let bytes: UnsafeMutablePointer<UInt8>
  /// Literals of two bytes have no trigram: they are looked up by a key of their own.
  private let hasPairs: Bool

  private static let filterSize = 1 << 16

  init(_ literals: KeywordTable) {
    var slotCount = 4096
    while slotCount < 2 * literals.count { slotCount *= 2 }
    slotMask = slotCount - 1
    slotShift = UInt32(32 - slotCount.trailingZeroBitCount)
    filter = .allocate(capacity: Self.filterSize)
    filter.initialize(repeating: 0, count: Self.filterSize)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(), count: slotCount)
    candidates = .allocate(capacity: max(literals.count, 1))
    bytes = .allocate(capacity: max(literals.size, 1))
    hasPairs = (0..<literals.count).contains { literals.withKeyword($0) { $0.count == 2 } }
    let rarity = Rarity()
    defer { rarity.deallocate() }
    var end = 0
    for number in 0..<literals.count {
      literals.withKeyword(number) { literal in
        add(literal, number, at: end, rarity)
        end += literal.count
      }
    }
  }

  /// Whoever keeps the matcher gives its memory back.
  func deallocate() {
    filter.deallocate()
    slots.deallocate()
    candidates.deallocate()
    bytes.deallocate()
  }

  /// Calls `body` with each literal that stands around the trigram at `place`, and with its offset in the text.
  ///
  /// - Parameter place: one that a `TextBlock` has let through.
  @inline(__always)
  func forEachLiteral<Failure: Error>(
    around place: Int, in text: Bytes, _ body: (_ literal: Int, _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) {
    if place + 2 < text.count {
      try forEachLiteral(Self.key(text[place], text[place + 1], text[place + 2]), place, text, body)
    }
    if hasPairs, place + 1 < text.count {
      try forEachLiteral(Self.key(text[place], text[place + 1]), place, text, body)
    }
  }

  @inline(__always)
  private func forEachLiteral<Failure: Error>(
    _ key: UInt32, _ place: Int, _ text: Bytes, _ body: (_ literal: Int, _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) {
    var next = slots[slot(of: key)].first
    while next >= 0 {
      let candidate = candidates[Int(next)]
      next = candidate.next
      let offset = place - Int(candidate.trigramOffset)
      if stands(candidate, at: offset, in: text) { try body(Int(candidate.literal), offset) }
    }
  }

  @inline(__always)
  private func stands(_ candidate: Candidate, at offset: Int, in text: Bytes) -> Bool {
    let size = Int(candidate.size)
    guard offset >= 0, offset + size <= text.count else { return false }
    let literal = bytes + Int(candidate.start)
    for place in 0..<size where Self.lowercased(text[offset + place]) != literal[place] { return false }
    return true
  }

  // MARK: Building

  private func add(_ literal: Bytes, _ number: Int, at start: Int, _ rarity: Rarity) {
    guard literal.count >= 2 else { return }
    for place in 0..<literal.count { bytes[start + place] = literal[place] }
    let offset = rarity.rarestTrigram(of: literal)
    let key: UInt32
    if literal.count > 2 {
      key = Self.key(literal[offset], literal[offset + 1], literal[offset + 2])
      filter[TextBlock.filterIndex(literal[offset], literal[offset + 1], literal[offset + 2])] = 1
    } else {
      key = Self.key(literal[0], literal[1])
      for third in UInt8.min...UInt8.max { filter[TextBlock.filterIndex(literal[0], literal[1], third)] = 1 }
    }
    let slot = slot(of: key)
    candidates[number] = Candidate(
      literal: Int32(number), start: Int32(truncatingIfNeeded: start), size: Int32(truncatingIfNeeded: literal.count),
      trigramOffset: Int32(offset), next: slots[slot].first)
    slots[slot] = Slot(key: key, first: Int32(number))
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    1 << 24 | UInt32(lowercased(first)) << 16 | UInt32(lowercased(second)) << 8 | UInt32(lowercased(third))
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt32 {
    2 << 24 | UInt32(lowercased(first)) << 8 | UInt32(lowercased(second))
  }

  /// The slot that holds the key, or the free one where it belongs; at most half of them are in use.
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
