/// Remembers what is known of the last two thousand short texts: records repeat their names, and many a value.
///
/// Made of plain memory, which its owner gives back. It belongs to one thread.
struct TextCache {
  struct Entry {
    /// Of the text, 0 for a free entry.
    fileprivate var size: UInt8 = 0
    /// Whether the rules have searched the text and found nothing in it.
    var isClean = false
    /// Of a name.
    var meaning = NameMeaning.nothing
  }

  private let entries: UnsafeMutablePointer<Entry>
  /// The texts themselves, `longestText` bytes for each entry.
  private let texts: UnsafeMutablePointer<UInt8>

  private static let entryCount = 2048
  private static let longestText = 64

  init() {
    entries = .allocate(capacity: Self.entryCount)
    entries.initialize(repeating: Entry(), count: Self.entryCount)
    texts = .allocate(capacity: Self.entryCount * Self.longestText)
  }

  /// Whoever keeps the cache gives its memory back.
  func deallocate() {
    entries.deallocate()
    texts.deallocate()
  }

  /// What is remembered of a decoded text; nil if nothing is.
  @inline(__always)
  subscript(text: Bytes) -> Entry? {
    guard let base = text.baseAddress, text.count <= Self.longestText, text.count > 0 else { return nil }
    let slot = Self.slot(base, text.count)
    if holds(slot, text) { return entries[slot] }
    return holds(slot ^ 1, text) ? entries[slot ^ 1] : nil
  }

  @inline(__always)
  private func holds(_ slot: Int, _ text: Bytes) -> Bool {
    Int(entries[slot].size) == text.count
      && Bytes(start: texts + slot &* Self.longestText, count: text.count).equals(text)
  }

  /// Remembers a text, in the place of the older of two that share a place with it; one of more than 64 bytes is not
  /// remembered.
  func remember(_ text: Bytes, meaning: NameMeaning = .nothing, isClean: Bool) {
    guard let base = text.baseAddress, text.count <= Self.longestText, text.count > 0 else { return }
    let slot = Self.slot(base, text.count)
    if !holds(slot, text) {
      let older = Int(entries[slot].size)
      (texts + (slot ^ 1) * Self.longestText).update(from: texts + slot * Self.longestText, count: older)
      entries[slot ^ 1] = entries[slot]
    }
    (texts + slot * Self.longestText).update(from: base, count: text.count)
    entries[slot] = Entry(size: UInt8(text.count), isClean: isClean, meaning: meaning)
  }

  /// From the first and the last eight bytes and the size, which tell names and values apart well enough.
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
