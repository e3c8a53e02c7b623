/// Finds where any of many literals stands in a text, without regard to the case of ASCII letters.
///
/// A table of all pairs of bytes tells whether a pair belongs to a literal: for each literal the pair that is rarest in
/// ordinary text. Text without such a pair, which is most of it, is passed over at one look-up a byte; at a pair the
/// bytes beside it are looked at, and then the literal itself is compared.
final class LiteralMatcher {
  /// A place where a literal stands.
  struct Hit {
    var literal: Int
    var offset: Int
  }

  private let index: PairIndex
  private let literals: KeywordTable

  init(_ literals: KeywordTable) {
    self.literals = literals
    var index = PairIndex(capacity: literals.count)
    for number in 0..<literals.count { literals.withKeyword(number) { index.add($0, number) } }
    self.index = index
  }

  deinit {
    index.deallocate()
  }

  /// Appends every place of every literal to `hits`, ascending by the place of its rarest pair.
  func find(in text: Bytes, into hits: inout [Hit]) {
    guard text.count >= 2, let base = text.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let buckets = index.buckets
    let last = text.count - 2
    for offset in 0...last {
      let bucket = buckets[Self.pair(raw, offset)]
      if bucket == 0 { continue }
      // Some literals share their pair with ordinary words: a fifth of all places comes this far, and most of it is seen
      // off by the bytes on both sides. At the ends of the text there is nothing to see.
      if offset > 0, !index.admits(base[offset &- 1], .before, of: bucket) { continue }
      if offset < last, !index.admits(base[offset &+ 2], .behind, of: bucket) { continue }
      compare(text, offset, bucket, &hits)
    }
  }

  private func compare(_ text: Bytes, _ offset: Int, _ bucket: UInt16, _ hits: inout [Hit]) {
    var next = index.first[Int(bucket)]
    while next >= 0 {
      let candidate = index.candidates[next]
      next = candidate.next
      let start = offset - candidate.pairOffset
      guard start >= 0 else { continue }
      let isThere = literals.withKeyword(candidate.literal) { literal in
        guard start + literal.count <= text.count else { return false }
        var place = 0
        while place < literal.count, Self.lowercased(text[start + place]) == literal[place] { place += 1 }
        return place == literal.count
      }
      if isThere { hits.append(Hit(literal: candidate.literal, offset: start)) }
    }
  }

  @inline(__always)
  private static func pair(_ raw: UnsafeRawPointer, _ offset: Int) -> Int {
    Int(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
