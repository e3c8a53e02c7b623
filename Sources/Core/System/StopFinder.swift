import CSystem

/// Finds where the ordinary characters of a JSON string end.
///
/// There are a plain way and, where the processor has it, a wide one. They give the same answers, which the tests and a
/// fuzzer hold them to; the scanner is compiled for each.
package protocol StopFinder {
  /// The offset of the first byte at or after `start` that is not an ordinary ASCII character of a string: a quote, a
  /// backslash, a control character, or a byte of a multi-byte character. `count` if there is none.
  ///
  /// - Parameters:
  ///   - base: `count` bytes; none outside of them is read.
  ///   - start: at most `count`.
  static func firstStop(in base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int
}

extension StopFinder {
  /// One byte at a time, for a text that is shorter than a step.
  @inline(__always)
  fileprivate static func firstStopByByte(in base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var offset = start
    while offset < count {
      let byte = base[offset]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      offset &+= 1
    }
    return offset
  }
}

/// Eight bytes a step, in a general register.
package enum PlainStopFinder: StopFinder {
  /// `StopFinder` says what.
  @inline(__always)
  package static func firstStop(in base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    let lastStep = count &- 8
    var offset = start
    while offset <= lastStep {
      let stops = stops(in: Word.load(base + offset))
      if stops != 0 { return offset &+ Word.firstMarked(stops) }
      offset &+= 8
    }
    return firstStopAtEnd(of: base, from: offset, count: count)
  }

  /// In the last eight bytes, without those that were seen: the zeros that come in from above are stops themselves, and
  /// the first of them stands at `count`.
  @inline(never)
  private static func firstStopAtEnd(of base: UnsafePointer<UInt8>, from offset: Int, count: Int) -> Int {
    let lastStep = count &- 8
    guard lastStep >= 0 else { return firstStopByByte(in: base, from: offset, count: count) }
    guard offset < count else { return count }
    let rest = Word.load(base + lastStep) &>> UInt64(truncatingIfNeeded: (offset &- lastStep) &* 8)
    return offset &+ Word.firstMarked(stops(in: rest))
  }

  /// The high bit of each byte that is a stop. A borrow can mark one too many, but only above a right one, and only the
  /// lowest is used.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    let quotes = word ^ Word.all(UInt8(ascii: "\""))
    let backslashes = word ^ Word.all(UInt8(ascii: "\\"))
    let equal = ((quotes &- Word.all(1)) & ~quotes) | ((backslashes &- Word.all(1)) & ~backslashes)
    return (equal | (word &- Word.all(0x20)) | word) & Word.all(0x80)
  }
}

#if arch(x86_64) && !SEALWAX_PLAIN
/// Sixteen bytes a step, with SSE2.
package enum VectorStopFinder: StopFinder {
  /// `StopFinder` says what.
  @inline(__always)
  package static func firstStop(in base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    let lastStep = count &- 16
    var offset = start
    while offset <= lastStep {
      let stops = sealwax_string_stops(base + offset)
      if stops != 0 { return offset &+ stops.trailingZeroBitCount }
      offset &+= 16
    }
    return firstStopAtEnd(of: base, from: offset, count: count)
  }

  /// In the last sixteen bytes, without those that were seen.
  @inline(never)
  private static func firstStopAtEnd(of base: UnsafePointer<UInt8>, from offset: Int, count: Int) -> Int {
    let lastStep = count &- 16
    guard lastStep >= 0 else { return firstStopByByte(in: base, from: offset, count: count) }
    guard offset < count else { return count }
    let rest = sealwax_string_stops(base + lastStep) &>> UInt32(truncatingIfNeeded: offset &- lastStep)
    return rest != 0 ? offset &+ rest.trailingZeroBitCount : count
  }
}

/// What the scanner uses on this processor.
package typealias FastestStopFinder = VectorStopFinder
#else
/// What the scanner uses on this processor.
package typealias FastestStopFinder = PlainStopFinder
#endif
