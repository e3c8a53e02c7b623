/// Tells which of the rules with triggers can match at a place: the openings of all of them side by side, a bit for each.
///
/// A digit begins a number every few words, and a dozen rules speak of numbers; nearly always this shows after a few
/// bytes that it is none of theirs.
///
/// Made of plain memory, which its owner gives back.
struct TriggerTable {
  private struct Entry {
    var rule: Int
    /// Whether the place must be a `number`.
    var needsNumber: Bool
    /// The next with the same bit, in `entries`, -1 at the end.
    var next: Int
  }

  /// For each place in a match and each byte there the rules that it suits; the last is the place before, and behind it
  /// stand the rules that a text can begin with.
  private let suited: UnsafeMutablePointer<UInt64>
  /// For each bit its rules: with more than 64 some share one.
  private let firsts: UnsafeMutablePointer<Int>
  private let entries: UnsafeMutablePointer<Entry>
  /// The bits to begin with, by trigger; for numbers by the byte that they begin with.
  private let beginnings: UnsafeMutablePointer<UInt64>
  private let readiness: UnsafeMutablePointer<Bool>

  /// Places in `beginnings` behind those of the triggers.
  private static let bracket = Trigger.allCases.count
  private static let plus = bracket + 1
  private static let digit = bracket + 2

  private static let bitCount = 64

  init(_ set: RuleSet) {
    // A number is asked after three times: behind a bracket, a plus, and neither.
    let entryCount = 3 * set.rulesByTrigger.map(\.count).reduce(0, +)
    suited = .allocate(capacity: (Opening.reach + 1) * 256 + 1)
    beginnings = .allocate(capacity: Self.digit + 1)
    firsts = .allocate(capacity: Self.bitCount)
    entries = .allocate(capacity: max(entryCount, 1))
    readiness = .allocate(capacity: 1)
    readiness.initialize(to: false)
  }

  /// Whoever keeps the table gives its memory back.
  func deallocate() {
    suited.deallocate()
    beginnings.deallocate()
    firsts.deallocate()
    entries.deallocate()
    readiness.deallocate()
  }

  var isReady: Bool { readiness.pointee }

  /// Reads the rules, which takes some 100 µs and is left to the first place that asks for them.
  ///
  /// - Throws: for a rule that cannot be read.
  func makeReady(_ set: RuleSet) throws(RedactionFailure) {
    var count = 0
    suited.initialize(repeating: 0, count: (Opening.reach + 1) * 256 + 1)
    beginnings.initialize(repeating: 0, count: Self.digit + 1)
    firsts.initialize(repeating: -1, count: Self.bitCount)
    for trigger in Trigger.allCases {
      for index in set.rulesByTrigger[trigger.index] {
        let rule = set.rules[index]
        guard let details = try? RuleReader.details(rule.text) else { throw .unusableRule(rule.id) }
        func add(_ opening: Opening) -> UInt64 {
          defer { opening.deallocate() }
          // Where nothing can begin so, there is nothing to remember.
          guard opening.isPossible else { return 0 }
          let bit = count % Self.bitCount
          (entries + count).initialize(
            to: Entry(rule: index, needsNumber: trigger == .number, next: firsts[bit]))
          firsts[bit] = count
          count += 1
          return suit(opening, bit: bit)
        }
        guard trigger == .number || trigger == .digits else {
          beginnings[trigger.index] |= add(rule.opening(details))
          continue
        }
        // What may follow a bracket is not what may follow a digit.
        beginnings[Self.bracket] |= add(rule.opening(details) { $0 == UInt8(ascii: "(") })
        beginnings[Self.plus] |= add(rule.opening(details) { $0 == UInt8(ascii: "+") })
        beginnings[Self.digit] |= add(rule.opening(details) { $0 &- 0x30 < 10 })
      }
    }
    readiness.pointee = true
  }

  /// The rules that can match at a place which their trigger names, a bit each.
  @inline(__always)
  func rules(of trigger: Trigger, at place: Int, in text: Bytes) -> UInt64 {
    var bits: UInt64
    if trigger == .digits {
      switch text[place] {
      case UInt8(ascii: "("): bits = beginnings[Self.bracket]
      case UInt8(ascii: "+"): bits = beginnings[Self.plus]
      default: bits = beginnings[Self.digit]
      }
    } else {
      bits = beginnings[trigger.index]
    }
    bits &= suited[Opening.reach << 8 + (place > 0 ? Int(text[place &- 1]) : 256)]
    let end = min(Opening.reach, text.count &- place)
    var offset = 0
    // Nearly always the first three bytes decide, and are looked at without asking after each.
    if end >= 3 {
      bits &= suited[Int(text[place])] & suited[256 | Int(text[place &+ 1])] & suited[512 | Int(text[place &+ 2])]
      offset = 3
    }
    while bits != 0, offset < end {
      bits &= suited[offset << 8 | Int(text[place &+ offset])]
      offset &+= 1
    }
    return bits
  }

  /// Calls `body` with each of those rules.
  func forEachRule<Failure: Error>(
    _ bits: UInt64, of trigger: Trigger, at place: Int, in text: Bytes, _ body: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    var bits = bits
    let isNumber = trigger == .digits && TriggerScan.isNumber(text, at: place)
    while bits != 0 {
      var next = firsts[bits.trailingZeroBitCount]
      while next >= 0 {
        if isNumber || !entries[next].needsNumber { try body(entries[next].rule) }
        next = entries[next].next
      }
      bits &= bits &- 1
    }
  }

  /// Sets the bit where it suits the opening.
  private func suit(_ opening: Opening, bit: Int) -> UInt64 {
    for byte in UInt8.min...UInt8.max {
      // The place before a match has the bit behind those of the places in it.
      var places = opening[byte]
      while places != 0 {
        suited[places.trailingZeroBitCount << 8 | Int(byte)] |= 1 << UInt64(bit)
        places &= places - 1
      }
    }
    if opening.admitsTextStart { suited[Opening.reach << 8 + 256] |= 1 << UInt64(bit) }
    return 1 << UInt64(bit)
  }
}
