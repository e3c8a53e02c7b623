/// For each pair of bytes the literals that are looked for by it.
///
/// Built at every start from some 1,300 literals, and so made of plain memory.
struct PairIndex {
  struct Candidate {
    var literal: Int
    /// Of the chosen pair in the literal.
    var pairOffset: Int
    /// The next one of the same bucket, in `candidates`, -1 at the end.
    var next: Int
  }

  /// For each pair of bytes, the first in the low half of the index, the number of its bucket, 0 for none.
  let buckets: UnsafeMutablePointer<UInt16>
  private(set) var candidates: [Candidate] = []
  /// For each bucket its first candidate, -1 for none.
  private(set) var first = [Int](repeating: -1, count: mostBuckets)
  private var bucketCount = 1
  /// More than the pairs of all built-in keywords, so that hardly any two share a bucket.
  private static let mostBuckets = 1024

  /// For each bucket eight words: a bit for each byte that may stand before its pair (four words) and behind it (four),
  /// in both cases. Most pairs that are met are those of ordinary words, and go no further than this.
  private let neighbours: UnsafeMutablePointer<UInt64>

  enum Side: Int {
    case before = 0
    case behind = 4
  }

  init(capacity: Int) {
    buckets = .allocate(capacity: 1 << 16)
    buckets.initialize(repeating: 0, count: 1 << 16)
    neighbours = .allocate(capacity: Self.mostBuckets * 8)
    neighbours.initialize(repeating: 0, count: Self.mostBuckets * 8)
    candidates.reserveCapacity(capacity)
  }

  /// Whoever keeps the index gives its memory back.
  func deallocate() {
    buckets.deallocate()
    neighbours.deallocate()
  }

  /// Adds a literal of at least 2 bytes, in lower case, with its number.
  mutating func add(_ literal: Bytes, _ number: Int) {
    guard literal.count >= 2 else { return }
    let offset = Rarity.shared.rarestPair(of: literal)
    let bucket = bucket(literal[offset], literal[offset + 1])
    allow(offset > 0 ? literal[offset - 1] : nil, .before, of: bucket)
    allow(offset + 2 < literal.count ? literal[offset + 2] : nil, .behind, of: bucket)
    candidates.append(Candidate(literal: number, pairOffset: offset, next: first[bucket]))
    first[bucket] = candidates.count - 1
  }

  private mutating func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    let known = Int(buckets[Int(first) | Int(second) << 8])
    guard known == 0 else { return known }
    let bucket: Int
    if bucketCount < Self.mostBuckets {
      bucket = bucketCount
      bucketCount += 1
    } else {
      // With very many rules of a user's own some pairs share a bucket, which costs a comparison.
      bucket = 1 + (Int(first) &* 31 &+ Int(second)) % (Self.mostBuckets - 1)
    }
    // Both cases of both letters; for other bytes the two are one.
    let upper = (Self.uppercased(first), Self.uppercased(second))
    for (one, other) in [(first, second), (first, upper.1), (upper.0, second), upper] {
      buckets[Int(one) | Int(other) << 8] = UInt16(bucket)
    }
    return bucket
  }

  /// Whether a literal of the bucket can have `byte` on that side of its pair.
  @inline(__always)
  func admits(_ byte: UInt8, _ side: Side, of bucket: UInt16) -> Bool {
    neighbours[Int(bucket) &* 8 &+ side.rawValue &+ Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  /// - Parameter byte: the literal's byte on that side, nil if the pair is at its end and any byte may stand there.
  private func allow(_ byte: UInt8?, _ side: Side, of bucket: Int) {
    let words = neighbours + bucket * 8 + side.rawValue
    guard let byte else {
      for word in 0..<4 { words[word] = .max }
      return
    }
    for byte in [byte, Self.uppercased(byte)] { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  private static func uppercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x61 < 26 ? byte & ~0x20 : byte
  }
}

/// What is rare in chat, code and logs.
private struct Rarity: @unchecked Sendable {
  static let shared = Rarity()

  private let weights: ByteTable
  /// By `index`, which mixes some pairs up; it only helps to choose.
  private let commonPairs: UnsafeMutablePointer<Bool>

  private init() {
    weights = ByteTable(Self.commonness)
    commonPairs = .allocate(capacity: 1024)
    commonPairs.initialize(repeating: false, count: 1024)
    let pairs = Bytes(Self.pairs)
    for offset in stride(from: 0, to: pairs.count - 1, by: 3) {
      commonPairs[Self.index(pairs[offset], pairs[offset + 1])] = true
    }
  }

  /// The offset of the pair that ordinary text holds least.
  func rarestPair(of literal: Bytes) -> Int {
    var rarest = (offset: 0, weight: UInt32.max)
    for offset in 0..<literal.count - 1 {
      let (first, second) = (literal[offset], literal[offset + 1])
      var weight = UInt32(weights[first]) &* UInt32(weights[second])
      if commonPairs[Self.index(first, second)] { weight &*= 8 }
      if weight < rarest.weight { rarest = (offset, weight) }
    }
    return rarest.offset
  }

  @inline(__always)
  private static func index(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Pairs that stand together far more often than each byte by itself lets expect, in English and in JSON.
  private static let pairs: StaticString = """
    th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic \
    ne ea ra ce li ch ll be ma si om ur ss pa pr po sp ns ct ex e_ n_ _i r- ": \\" ",
    """

  /// How often a byte stands in ordinary text, in rough thousandths.
  private static func commonness(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x20: 150
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 14
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "\""): 12
    case UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: ")"): 8
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letters[Int(byte) - 0x61]
    default: 3
    }
  }

  /// Letters of English, from a to z.
  private static let letters: [UInt8] = [
    77, 16, 28, 39, 127, 23, 20, 40, 71, 4, 8, 41, 25, 67, 73, 22, 4, 58, 64, 91, 29, 12, 16, 6, 20, 3,
  ]
}
