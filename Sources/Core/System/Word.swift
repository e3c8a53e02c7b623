/// Eight bytes in one register: the first byte of the memory is the lowest, whatever the processor's own order.
enum Word {
  /// The eight bytes at `bytes`.
  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The first `size` bytes at `bytes`, less than eight, and zeros above them.
  ///
  /// - Parameter room: how many bytes may be read.
  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>, size: Int, room: Int) -> UInt64 {
    guard room < 8 else { return load(bytes) & ((1 &<< UInt64(truncatingIfNeeded: size &* 8)) &- 1) }
    var word: UInt64 = 0
    for offset in 0..<size { word |= UInt64(bytes[offset]) &<< UInt64(truncatingIfNeeded: offset &* 8) }
    return word
  }

  /// The four bytes at `bytes`.
  @inline(__always)
  static func loadHalf(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
  }

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The place, 0 to 7, of the first byte whose high bit `marks` has set; it has at least one.
  @inline(__always)
  static func firstMarked(_ marks: UInt64) -> Int {
    marks.trailingZeroBitCount &>> 3
  }
}
