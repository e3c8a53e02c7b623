/// Well-formed UTF-8, as table 3-7 of the Unicode Standard defines it: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
package enum UTF8Validator {
  /// The size in bytes of the character that starts at `bytes`, 0 if it is ill-formed or cut off.
  ///
  /// - Parameter count: how many bytes there are, at least 1.
  @inline(__always)
  package static func sequenceSize(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let lead = bytes[0]
    if lead < 0x80 { return 1 }
    guard count >= 2 else { return 0 }
    let second = bytes[1]
    if lead < 0xE0 {
      return lead >= 0xC2 && second & 0xC0 == 0x80 ? 2 : 0
    }
    guard count >= 3, bytes[2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return lowest <= second && second <= highest ? 3 : 0
    }
    guard lead <= 0xF4, count >= 4, bytes[3] & 0xC0 == 0x80 else { return 0 }
    let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return lowest <= second && second <= highest ? 4 : 0
  }

  /// Whether the `count` bytes are the beginning of a well-formed character that more bytes would complete.
  package static func isBeginning(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard (1...3).contains(count), bytes[0] >= 0xC2 else { return false }
    // What may follow is seen by completing it: 0x80, 0x90 and 0xBF stand for the ranges that table 3-7 knows.
    for second in count > 1 ? [bytes[1]] : [0x80, 0x90, 0xBF] {
      let third = count > 2 ? bytes[2] : 0x80
      let whole = [bytes[0], second, third, 0x80]
      let size = whole.withUnsafeBufferPointer { whole in
        whole.baseAddress.map { sequenceSize($0, whole.count) } ?? 0
      }
      if size > count { return true }
    }
    return false
  }

  /// The offset behind the run of well-formed multi-byte characters that starts at `start`: of an ASCII character, of
  /// the first fault, or `count`.
  package static func skipMultibyte(_ base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var offset = start
    while offset &+ 4 <= count {
      // The first byte is the lowest; a byte of a character is compared with all others masked out.
      let word = Word.loadHalf(base + offset)
      if word & 0xC0E0 == 0x80C0 {
        // C0 and C1 are overlong.
        guard word & 0x1E != 0 else { return offset }
        offset &+= 2
      } else if word & 0xC0_C0F0 == 0x80_80E0 {
        // The bits that E0 must have more, and those that make a surrogate of ED.
        let second = word & 0x200F
        guard second != 0, second != 0x200D else { return offset }
        offset &+= 3
      } else {
        guard word & 0x80 != 0 else { return offset }
        let size = sequenceSize(base + offset, 4)
        guard size > 0 else { return offset }
        offset &+= size
      }
    }
    while offset < count, base[offset] >= 0x80 {
      let size = sequenceSize(base + offset, count &- offset)
      guard size > 0 else { return offset }
      offset &+= size
    }
    return offset
  }

  /// The offset of the first byte that is not part of well-formed UTF-8, nil if there is none.
  package static func firstFault(in text: Bytes) -> Int? {
    guard let base = text.baseAddress else { return nil }
    let count = text.count
    var offset = 0
    while offset < count {
      while offset &+ 8 <= count, Word.load(base + offset) & Word.all(0x80) == 0 { offset &+= 8 }
      while offset < count, base[offset] < 0x80 { offset &+= 1 }
      guard offset < count else { return nil }
      let end = skipMultibyte(base, from: offset, count: count)
      guard end == count || base[end] < 0x80 else { return end }
      offset = end
    }
    return nil
  }
}
