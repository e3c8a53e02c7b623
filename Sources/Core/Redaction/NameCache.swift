/// Remembers what is known of the last two thousand member names: records repeat theirs.
///
/// Made of plain memory, which its owner gives back. It belongs to one thread.
struct NameCache {
  struct Entry {
    /// Of the name, 0 for a free entry.
    fileprivate var size: UInt8 = 0
    /// Whether the rules have searched the name and found nothing in it.
    var isClean = false
    /// The rule whose names it is one of, as an index into the rule set.
    var rule: Int?
  }

  private let entries: UnsafeMutablePointer<Entry>
  /// The names themselves, `longestName` bytes for each entry.
  private let names: UnsafeMutablePointer<UInt8>

  private static let entryCount = 2048
  private static let longestName = 64

  init() {
    entries = .allocate(capacity: Self.entryCount)
    entries.initialize(repeating: Entry(), count: Self.entryCount)
    names = .allocate(capacity: Self.entryCount * Self.longestName)
  }

  /// Whoever keeps the cache gives its memory back.
  func deallocate() {
    entries.deallocate()
    names.deallocate()
  }

  /// What is remembered of a decoded name; nil if nothing is.
  @inline(__always)
  subscript(name: Bytes) -> Entry? {
    guard let base = name.baseAddress, name.count <= Self.longestName, name.count > 0 else { return nil }
    let slot = Self.slot(base, name.count)
    if holds(slot, name) { return entries[slot] }
    return holds(slot ^ 1, name) ? entries[slot ^ 1] : nil
  }

  @inline(__always)
  private func holds(_ slot: Int, _ name: Bytes) -> Bool {
    Int(entries[slot].size) == name.count
      && Bytes(start: names + slot &* Self.longestName, count: name.count).equals(name)
  }

  /// Remembers a name, in the place of the older of two that share a place with it; one of more than 64 bytes is not
  /// remembered.
  func remember(_ name: Bytes, rule: Int?, isClean: Bool) {
    guard let base = name.baseAddress, name.count <= Self.longestName, name.count > 0 else { return }
    let slot = Self.slot(base, name.count)
    if !holds(slot, name) {
      let older = Int(entries[slot].size)
      (names + (slot ^ 1) * Self.longestName).update(from: names + slot * Self.longestName, count: older)
      entries[slot ^ 1] = entries[slot]
    }
    (names + slot * Self.longestName).update(from: base, count: name.count)
    entries[slot] = Entry(size: UInt8(name.count), isClean: isClean, rule: rule)
  }

  /// From the first and the last eight bytes and the size, which tell the names of records apart well enough.
  @inline(__always)
  private static func slot(_ base: UnsafePointer<UInt8>, _ size: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    var hash: UInt64
    if size >= 8 {
      hash = raw.loadUnaligned(as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
      hash ^= raw.loadUnaligned(fromByteOffset: size &- 8, as: UInt64.self)
    } else {
      hash = 0
      for offset in 0..<size { hash = hash << 8 | UInt64(base[offset]) }
    }
    hash = (hash ^ UInt64(truncatingIfNeeded: size)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 53)
  }
}
