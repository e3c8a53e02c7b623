/// The keywords of all rules, each once, and for each the rules that it calls.
///
/// Built at every start, so it is made of a few flat arrays: 500 keywords in about 30 µs.
struct KeywordTable {
  /// All keywords, in lower case, one behind the other.
  private var storage: [UInt8] = []
  private var ranges: [Range<Int>] = []
  /// For each keyword its first call.
  private var firstCalls: [Int] = []
  private var calls: [Call] = []
  /// Open addressing: the number of a keyword plus one, 0 for a free place. A power of two, at most half full.
  private var slots = [Int](repeating: 0, count: 4096)

  private struct Call {
    var rule: Int
    /// In `calls`, -1 at the end.
    var next: Int
  }

  /// How many different keywords there are.
  var count: Int { ranges.count }

  /// The bytes of all keywords together.
  var size: Int { storage.count }

  /// Adds a keyword, in any case, that calls a rule; calls of one keyword must come with ascending rules.
  mutating func add(_ keyword: Bytes, rule: Int) {
    if ranges.count * 2 >= slots.count { enlarge() }
    let start = storage.count
    for byte in keyword { storage.append(LiteralMatcher.lowercased(byte)) }
    let slot = slot(of: start..<storage.count)
    if slots[slot] > 0 {
      storage.removeLast(storage.count - start)
      let number = slots[slot] - 1
      guard calls[firstCalls[number]].rule != rule else { return }
      calls.append(Call(rule: rule, next: firstCalls[number]))
      firstCalls[number] = calls.count - 1
    } else {
      ranges.append(start..<storage.count)
      slots[slot] = ranges.count
      calls.append(Call(rule: rule, next: -1))
      firstCalls.append(calls.count - 1)
    }
  }

  /// The keyword in lower case.
  func withKeyword<Result>(_ number: Int, _ body: (Bytes) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body($0.slice(ranges[number])) }
  }

  /// How many calls there are of all keywords together.
  var callCount: Int { calls.count }

  /// Appends the rules that the keyword calls to memory that has room for them.
  ///
  /// - Returns: how many.
  func copyRules(of number: Int, to destination: UnsafeMutablePointer<Int32>) -> Int {
    var count = 0
    var call = firstCalls[number]
    while call >= 0 {
      destination[count] = Int32(truncatingIfNeeded: calls[call].rule)
      count += 1
      call = calls[call].next
    }
    return count
  }

  /// The slot that holds the keyword, or the free one where it belongs.
  private func slot(of range: Range<Int>) -> Int {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    storage.withUnsafeBufferPointer { storage in
      for byte in storage.slice(range) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] > 0, !isEqual(ranges[slots[slot] - 1], range) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    storage.withUnsafeBufferPointer { $0.slice(first).equals($0.slice(second)) }
  }

  private mutating func enlarge() {
    slots = [Int](repeating: 0, count: slots.count * 2)
    for (number, range) in ranges.enumerated() { slots[slot(of: range)] = number + 1 }
  }
}
