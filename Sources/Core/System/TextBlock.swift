import CSystem

/// What one look at 64 bytes of a text tells, a bit for each byte, the first in the lowest.
package struct TextBlock: Equatable {
  /// Where the filter lets a trigram through.
  package var candidates: UInt64 = 0
  /// `0` to `9`.
  package var digits: UInt64 = 0
  /// ASCII letters.
  package var letters: UInt64 = 0
  /// `(` and `+`, with which a number may begin.
  package var signs: UInt64 = 0
  /// `@`, and 0xEF, with which a full-width one begins, and `%`.
  package var marks: UInt64 = 0

  package static let size = 64
  /// Bytes behind the 64 that are looked at too: a trigram has three bytes.
  package static let reach = 2

  /// Bytes of a filter, each 0 or 1.
  package static let filterSize = 1 << Int(SEALWAX_FILTER_BITS)

  /// The place of a trigram in a filter; both cases of a letter have the same.
  @inline(__always)
  package static func filterIndex(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let pair = UInt16(first | 0x20) | UInt16(second | 0x20) << 8
    let hash =
      pair &* UInt16(truncatingIfNeeded: SEALWAX_PAIR_FACTOR)
      &+ UInt16(third | 0x20) &* UInt16(truncatingIfNeeded: SEALWAX_THIRD_FACTOR)
    return Int(hash >> UInt16(16 - SEALWAX_FILTER_BITS))
  }

  /// Looks at `count` bytes, rounded up to 16; `size` and `reach` bytes must be there.
  @inline(__always)
  package init(_ text: UnsafePointer<UInt8>, count: Int = size, filter: UnsafePointer<UInt8>) {
    guard sealwax_has_sse2() == 1 else {
      self = TextBlock(plainly: text, filter: filter)
      return
    }
    let block = sealwax_look(text, Int32(truncatingIfNeeded: count), filter)
    candidates = block.candidates
    digits = block.digits
    letters = block.letters
    signs = block.signs
    marks = block.marks
  }

  /// The same, a byte at a time: for other processors, and for the tests to hold the fast way to.
  package init(plainly text: UnsafePointer<UInt8>, filter: UnsafePointer<UInt8>) {
    for place in 0..<Self.size {
      let bit: UInt64 = 1 << UInt64(place)
      let byte = text[place]
      if filter[Self.filterIndex(byte, text[place + 1], text[place + 2])] != 0 { candidates |= bit }
      if byte &- 0x30 < 10 { digits |= bit }
      if (byte | 0x20) &- 0x61 < 26 { letters |= bit }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "+"): signs |= bit
      case UInt8(ascii: "@"), 0xEF, UInt8(ascii: "%"): marks |= bit
      default: break
      }
    }
  }
}
