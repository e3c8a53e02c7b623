/// The member names of the objects that are open at one place of a text; it tells when an object gets a name that it
/// already has, in one pass and without a tree.
///
/// One hash table serves all levels. The names of an object are entered after those of the objects around it and leave
/// before them, so what leaves is always what came last, and a slot can simply be emptied:
///
///     {"a":…,"b":{"c":…,"d":…      entries  a b | c d        bases  0 2
///     {"a":…,"b":{"c":…,"d":…}     entries  a b              bases  0
package struct MemberNames {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var end: Int
  }

  private var entries: [Entry] = []
  /// Where the entries of each open object start.
  private var bases: [Int] = []
  /// 0 for an empty slot, else the number of an entry, 1-based; a power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: Self.smallTable)
  /// Of this process alone, so that nobody can write names that all fall into one slot.
  private let seed = UInt64.random(in: .min ... .max)
  private let factor = UInt64.random(in: .min ... .max) | 1
  private let decoded = ByteBuffer()
  private let otherDecoded = ByteBuffer()

  /// Enough for what people write; it stays in the first-level cache.
  private static let smallTable = 256
  /// A larger table is given back after its line.
  private static let largestKeptTable = 1 << 16

  package init() {}

  /// Forgets everything, for a new text.
  package mutating func removeAll() {
    guard !bases.isEmpty else { return }
    leave(from: 0)
    bases.removeAll(keepingCapacity: true)
    giveBackMemory()
  }

  /// Enters an object, whose names are then the innermost.
  package mutating func beginObject() {
    bases.append(entries.count)
  }

  /// Leaves the innermost object and forgets its names.
  package mutating func endObject() {
    guard let base = bases.popLast() else { return }
    leave(from: base)
    if bases.isEmpty { giveBackMemory() }
  }

  /// Enters a name of the innermost open object.
  ///
  /// - Parameters:
  ///   - range: the name in `text`, between its quotes; `text` is the same for all names of the open objects.
  /// - Returns: false if the object has the name already. Names are compared decoded: `"\u0061"` is `"a"`.
  /// - Complexity: O(`range.count`) on average.
  package mutating func insert(_ range: Range<Int>, in text: Bytes, hasEscapes: Bool) -> Bool {
    guard let base = bases.last else { return true }
    let hash = hash(decodedName(range, in: text, hasEscapes: hasEscapes, scratch: decoded))
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      // Equal names at other levels have another hash, but for an accident.
      if entries[index].hash == hash, index >= base, isName(entries[index], equalTo: range, hasEscapes, in: text) {
        return false
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    // A line that has four thousand million names is not looked at any further.
    guard let number = UInt32(exactly: entries.count + 1) else { return true }
    entries.append(Entry(hash: hash, start: range.lowerBound, end: range.upperBound))
    slots[slot] = number
    if entries.count * 2 > slots.count { grow() }
    return true
  }

  private mutating func leave(from base: Int) {
    while entries.count > base {
      let number = UInt32(truncatingIfNeeded: entries.count)
      guard let entry = entries.popLast() else { return }
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != number { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = 0
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    // In the order in which they came, so that they can leave in the opposite one.
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
  }

  private mutating func giveBackMemory() {
    guard slots.count > Self.largestKeptTable else { return }
    slots = [UInt32](repeating: 0, count: Self.smallTable)
    entries = []
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

  /// Eight bytes a step, each folded in by the two halves of a full product.
  private func hash(_ name: Bytes) -> UInt64 {
    // The level is part of it: the same name further out is another name.
    var hash = seed &+ UInt64(truncatingIfNeeded: bases.count) &* 0x9E37_79B9_7F4A_7C15
    guard let base = name.baseAddress else { return folded(hash, factor) }
    var offset = 0
    while offset &+ 8 <= name.count {
      hash = folded(hash ^ UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self), factor)
      offset &+= 8
    }
    var rest = UInt64(truncatingIfNeeded: name.count)
    while offset < name.count {
      rest = rest << 8 | UInt64(base[offset])
      offset &+= 1
    }
    return folded(hash ^ rest, factor)
  }

  @inline(__always)
  private func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
