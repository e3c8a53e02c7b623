import CSystem

/// Where in 64 bytes of a text ASCII may be spelt by digits of another notation, a bit for each byte, the first in the
/// lowest.
///
/// Of the 24 bits of four digits of base64 three are zero if the three bytes that they spell are ASCII:
///
///     first        second       third        fourth
///     0aaaaa       aa0bbb       bbbb0c       cccccc
package struct SpellingBlock: Equatable {
  /// Where four digits of base64 begin that may spell three bytes, or two that may spell the last; the third and the
  /// fourth can be anything that is no letter or digit.
  package var groups: UInt64 = 0
  /// Where two hexadecimal digits may spell a byte.
  package var pairs: UInt64 = 0

  /// Nothing is spelt.
  package init() {}

  /// Looks at `TextBlock.size` bytes; those and `TextBlock.reach` more must be there.
  @inline(__always)
  package init(_ text: UnsafePointer<UInt8>) {
    guard sealwax_has_sse2() == 1 else {
      self = SpellingBlock(plainly: text)
      return
    }
    let spelling = sealwax_spell(text)
    groups = spelling.groups
    pairs = spelling.pairs
  }

  /// The same, a byte at a time: for other processors, and for the tests to hold the fast way to.
  package init(plainly text: UnsafePointer<UInt8>) {
    for place in 0..<TextBlock.size {
      let bit: UInt64 = 1 << UInt64(place)
      if let first = Self.base64(text[place]), first & 0x20 == 0, let second = Self.base64(text[place + 1]),
        second & 0x08 == 0, (Self.base64(text[place + 2]) ?? 0) & 0x02 == 0
      {
        groups |= bit
      }
      if text[place] &- 0x32 < 6, Self.isHexadecimal(text[place + 1]) { pairs |= bit }
    }
  }

  /// The value of a letter or digit.
  private static func base64(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    default: nil
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }
}
