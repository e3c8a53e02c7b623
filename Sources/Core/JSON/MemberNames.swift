/// The member names of the objects that are open at one place of a text; it tells when an object gets a name that it
/// already has, in one pass and without a tree.
///
/// The names of an object are entered after those of the objects around it and leave before them, so one stack serves all
/// levels:
///
///     {"a":…,"b":{"c":…,"d":…      entries  a b | c d        bases  0 2
///     {"a":…,"b":{"c":…,"d":…}     entries  a b              bases  0
///
/// An object of a few members, as nearly all are, has 64 bits of which each name sets one: a name that finds its bit unset
/// is new, another is compared with the few. A larger object is indexed: its names are in a hash table, one for all
/// levels. There too, what leaves is always what came last, so that a slot can simply be emptied.
package struct MemberNames: ~Copyable {
  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var start: Int
    var end: Int
  }

  /// An open object.
  private struct Level: BitwiseCopyable {
    /// Where its entries start.
    var base = 0
    /// The bits that its names have set.
    var filter: UInt64 = 0
    /// What the hashes of its names start with: the same name further out is another name.
    var seed: UInt64 = 0
    /// Whether its entries are in the table; then the bits are all set.
    var isIndexed = false
  }

  private var entries = Stack<Entry>(capacity: Self.smallTable)
  /// The objects around the innermost one.
  private var outer = Stack<Level>(capacity: 16)
  /// Outside of all objects there is one too, whose seed is of this process alone, so that nobody can write names that all
  /// fall into one slot.
  private var innermost = Level(seed: UInt64.random(in: .min ... .max))
  private var index = NameIndex(size: Self.smallTable)
  /// Of this process alone too.
  private let factor = UInt64.random(in: .min ... .max) | 1
  private let decoded = ByteBuffer()
  private let otherDecoded = ByteBuffer()

  /// How many names are compared with each other; a hostile object costs no more than that for each of its names.
  private static let largestUnindexed = 32
  /// Enough for what people write; it stays in the first-level cache.
  private static let smallTable = 256
  /// A larger table is given back after its line.
  private static let largestKeptTable = 1 << 18

  package init() {}

  /// Forgets everything, for a new text.
  @inline(__always)
  package mutating func removeAll() {
    while outer.count > 0 { endObject() }
  }

  /// Enters an object, whose names are then the innermost.
  @inline(__always)
  package mutating func beginObject() {
    outer.append(innermost)
    // An odd step, so that no two levels are alike.
    innermost = Level(base: entries.count, seed: innermost.seed &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// Leaves the innermost object and forgets its names.
  @inline(__always)
  package mutating func endObject() {
    if innermost.isIndexed { leaveIndex() }
    entries.count = innermost.base
    if let level = outer.popLast() { innermost = level }
  }

  /// Enters a name of the innermost open object.
  ///
  /// - Parameters:
  ///   - range: the name in `text`, between its quotes; `text` is the same for all names of the open objects.
  /// - Returns: false if the object has the name already. Names are compared decoded: `"\u0061"` is `"a"`.
  /// - Complexity: O(`range.count`) on average.
  @inline(__always)
  package mutating func insert(_ range: Range<Int>, in text: Bytes, hasEscapes: Bool) -> Bool {
    guard let base = text.baseAddress else { return true }
    let hash =
      hasEscapes
      ? decodedHash(range, in: text)
      : hash(
        base + range.lowerBound, range.upperBound &- range.lowerBound, room: text.count &- range.lowerBound)
    let bit: UInt64 = 1 &<< (hash &>> 58)
    if innermost.filter & bit != 0, isKnown(range, in: text, hasEscapes: hasEscapes, hash: hash) { return false }
    innermost.filter |= bit
    entries.append(Entry(hash: hash, start: range.lowerBound, end: range.upperBound))
    if entries.count &- innermost.base > Self.largestUnindexed { enterIndex() }
    return true
  }

  @inline(never)
  private func isKnown(_ range: Range<Int>, in text: Bytes, hasEscapes: Bool, hash: UInt64) -> Bool {
    guard innermost.isIndexed else {
      var number = innermost.base
      while number < entries.count {
        if entries[number].hash == hash, isName(entries[number], equalTo: range, hasEscapes, in: text) { return true }
        number &+= 1
      }
      return false
    }
    var slot = index.firstSlot(for: hash)
    while let number = index.number(in: slot) {
      // Equal names at other levels have another hash, but for an accident.
      if index.agrees(slot, with: hash), number >= innermost.base,
        isName(entries[number], equalTo: range, hasEscapes, in: text)
      {
        return true
      }
      slot = index.slot(behind: slot)
    }
    return false
  }

  /// Enters the last name in the table, or all names of an object that has just become too large to do without.
  @inline(never)
  private mutating func enterIndex() {
    // A line that has four thousand million names is not looked at any further.
    guard entries.count < Int(UInt32.max) else { return entries.count = entries.count &- 1 }
    let first = innermost.isIndexed ? entries.count &- 1 : innermost.base
    if !index.hasRoom(for: entries.count &- first) {
      index = NameIndex(size: index.size * 2)
      // In the order in which they came, so that they can leave in the opposite one.
      for position in 0..<outer.count where outer[position].isIndexed {
        let end = position + 1 < outer.count ? outer[position + 1].base : innermost.base
        for number in outer[position].base..<end { index.enter(number, hash: entries[number].hash) }
      }
      if innermost.isIndexed {
        for number in innermost.base..<first { index.enter(number, hash: entries[number].hash) }
      }
    }
    for number in first..<entries.count { index.enter(number, hash: entries[number].hash) }
    innermost.isIndexed = true
    innermost.filter = .max
  }

  /// Takes the names of the innermost object out of the table.
  @inline(never)
  private mutating func leaveIndex() {
    guard outer.count > 1 || index.size <= Self.largestKeptTable else {
      index = NameIndex(size: Self.smallTable)
      entries = Stack(capacity: Self.smallTable)
      innermost.base = 0
      return
    }
    if index.count == entries.count &- innermost.base, index.count &* 8 > index.size { return index.removeAll() }
    var number = entries.count
    while number > innermost.base {
      number &-= 1
      index.leave(number, hash: entries[number].hash)
    }
  }

  private func isName(_ entry: Entry, equalTo range: Range<Int>, _ hasEscapes: Bool, in text: Bytes) -> Bool {
    let body = text.slice(entry.start, entry.end)
    let hasOtherEscapes = body.firstOffset(of: UInt8(ascii: "\\")) != nil
    let other = decodedName(entry.start..<entry.end, in: text, hasEscapes: hasOtherEscapes, scratch: otherDecoded)
    return decodedName(range, in: text, hasEscapes: hasEscapes, scratch: decoded).equals(other)
  }

  private func decodedName(_ range: Range<Int>, in text: Bytes, hasEscapes: Bool, scratch: ByteBuffer) -> Bytes {
    guard hasEscapes else { return text.slice(range) }
    scratch.removeAll()
    JSONString.decode(text.slice(range), into: scratch, keepsLoneSurrogates: true)
    return scratch.bytes
  }

  @inline(never)
  private func decodedHash(_ range: Range<Int>, in text: Bytes) -> UInt64 {
    let name = decodedName(range, in: text, hasEscapes: true, scratch: decoded)
    guard let base = name.baseAddress else { return 0 }
    return hash(base, name.count, room: name.count)
  }

  /// Eight bytes a step, each folded in by the two halves of a full product.
  ///
  /// - Parameter room: how many bytes may be read; those behind the name do not count.
  @inline(__always)
  private func hash(_ name: UnsafePointer<UInt8>, _ size: Int, room: Int) -> UInt64 {
    var hash = innermost.seed ^ UInt64(truncatingIfNeeded: size)
    guard size >= 8 else { return folded(hash ^ Word.load(name, size: size, room: room), factor) }
    var offset = 0
    while offset < size &- 8 {
      hash = folded(hash ^ Word.load(name + offset), factor)
      offset &+= 8
    }
    return folded(hash ^ Word.load(name + (size &- 8)), factor)
  }

  @inline(__always)
  private func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}

/// Where the names of large objects stand in the list of names, by their hash.
private struct NameIndex: ~Copyable {
  /// 0 for an empty slot, else a number in the list, 1-based, and above it the upper half of the name's hash, so that the
  /// list is only asked for names that are equal.
  private let slots: UnsafeMutablePointer<UInt64>
  /// How many slots there are; a power of two.
  let size: Int
  /// How many of them are not empty.
  private(set) var count = 0

  init(size: Int) {
    self.size = size
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
  }

  deinit {
    slots.deallocate()
  }

  /// Whether at least half of the slots stay empty, so that the next empty one is never far.
  func hasRoom(for more: Int) -> Bool {
    (count &+ more) &* 2 <= size
  }

  @inline(__always)
  func firstSlot(for hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (size &- 1)
  }

  @inline(__always)
  func slot(behind slot: Int) -> Int {
    (slot &+ 1) & (size &- 1)
  }

  /// The number that stands in a slot, nil if it is empty.
  @inline(__always)
  func number(in slot: Int) -> Int? {
    slots[slot] == 0 ? nil : Int(UInt32(truncatingIfNeeded: slots[slot])) &- 1
  }

  /// Whether the name in a slot can have this hash.
  @inline(__always)
  func agrees(_ slot: Int, with hash: UInt64) -> Bool {
    (slots[slot] ^ hash) &>> 32 == 0
  }

  @inline(__always)
  mutating func enter(_ number: Int, hash: UInt64) {
    var slot = firstSlot(for: hash)
    while slots[slot] != 0 { slot = self.slot(behind: slot) }
    slots[slot] = content(number, hash)
    count &+= 1
  }

  /// Takes out the number that was entered last.
  @inline(__always)
  mutating func leave(_ number: Int, hash: UInt64) {
    var slot = firstSlot(for: hash)
    while slots[slot] != content(number, hash) { slot = self.slot(behind: slot) }
    slots[slot] = 0
    count &-= 1
  }

  mutating func removeAll() {
    slots.update(repeating: 0, count: size)
    count = 0
  }

  @inline(__always)
  private func content(_ number: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(truncatingIfNeeded: number &+ 1)
  }
}
