/// The keywords of all rules, each once, and for each the rules that it calls.
///
/// Built at every start, so it is made of plain memory, with room for what the built-in rules have: what grows touches
/// twice the memory. Some 1,700 keywords take 0.7 million instructions.
struct KeywordTable: ~Copyable {
  /// All keywords, in lower case, one behind the other.
  private let storage = ByteBuffer(capacity: 1 << 14)
  private var entries = Stack<Entry>(capacity: 1 << 11)
  /// What `Call.next` leads to: all but the last call of each keyword.
  private var calls = Stack<Call>(capacity: 1 << 9)
  /// Open addressing: the number of a keyword plus one, 0 for a free place. A power of two, at most half full.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCount: Int

  private struct Entry {
    /// Of the keyword in `storage`.
    var start: Int
    var size: Int32
    var lastCall: Call
  }

  private struct Call {
    var rule: Int32
    /// In `calls`, -1 at the end.
    var next: Int32
  }

  init() {
    slotCount = 1 << 12
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
  }

  deinit {
    slots.deallocate()
  }

  /// How many different keywords there are.
  var count: Int { entries.count }

  /// The bytes of all keywords together.
  var size: Int { storage.count }

  /// Adds the keywords of a rule; rules must come in ascending order.
  mutating func add(_ rule: Rule, at index: Int) {
    for place in rule.keywords {
      if place.hasEscapes {
        rule.text.decoded(place).withUnsafeBufferPointer { add($0, rule: index) }
      } else {
        add(rule.text.line.slice(place.range), rule: index)
      }
    }
  }

  /// Adds a keyword, in any case, that calls a rule; calls of one keyword must come with ascending rules.
  mutating func add(_ keyword: Bytes, rule: Int) {
    if entries.count * 2 >= slotCount { enlarge() }
    let rule = Int32(truncatingIfNeeded: rule)
    let entry = Entry(
      start: storage.count, size: Int32(truncatingIfNeeded: keyword.count), lastCall: Call(rule: rule, next: -1))
    storage.append(atMost: keyword.count) { room in
      for place in 0..<keyword.count { room[place] = LiteralMatcher.lowercased(keyword[place]) }
      return keyword.count
    }
    let slot = slot(of: self.keyword(of: entry))
    guard slots[slot] > 0 else {
      entries.append(entry)
      slots[slot] = UInt32(truncatingIfNeeded: entries.count)
      return
    }
    storage.truncate(to: entry.start)
    let number = Int(slots[slot]) - 1
    let last = entries[number].lastCall
    guard last.rule != rule else { return }
    calls.append(last)
    entries[number].lastCall = Call(rule: rule, next: Int32(truncatingIfNeeded: calls.count - 1))
  }

  /// The keyword in lower case.
  func withKeyword<Result>(_ number: Int, _ body: (Bytes) -> Result) -> Result {
    body(keyword(of: entries[number]))
  }

  /// How many calls there are of all keywords together.
  var callCount: Int { entries.count + calls.count }

  /// Appends the rules that the keyword calls to memory that has room for them.
  ///
  /// - Returns: how many.
  func copyRules(of number: Int, to destination: UnsafeMutablePointer<Int32>) -> Int {
    var call = entries[number].lastCall
    destination[0] = call.rule
    var count = 1
    while call.next >= 0 {
      call = calls[Int(call.next)]
      destination[count] = call.rule
      count += 1
    }
    return count
  }

  private func keyword(of entry: Entry) -> Bytes {
    storage.bytes.slice(entry.start, entry.start + Int(entry.size))
  }

  /// The slot that holds the keyword, or the free one where it belongs.
  private func slot(of keyword: Bytes) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(keyword)) & (slotCount - 1)
    while slots[slot] > 0, !self.keyword(of: entries[Int(slots[slot]) - 1]).equals(keyword) {
      slot = (slot + 1) & (slotCount - 1)
    }
    return slot
  }

  private static func hash(_ keyword: Bytes) -> UInt64 {
    var hash: UInt64 = 0
    var word: UInt64 = 0
    // Eight bytes a step, since each step waits for the one before.
    for place in 0..<keyword.count {
      word = word << 8 | UInt64(keyword[place])
      if place & 7 == 7 { hash = mixed(hash ^ word) }
    }
    return mixed(hash ^ word)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  private mutating func enlarge() {
    slots.deallocate()
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for number in 0..<entries.count {
      slots[slot(of: keyword(of: entries[number]))] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
