/// Which bytes the first bytes of a match can be, as far as a pattern's text says so: a few look-ups tell that most
/// places cannot begin a match, and spare the call of the pattern.
///
/// It errs on one side only: where it says no, the pattern does not match. What it does not understand, it admits.
///
/// Made of plain memory, which its owner gives back.
package struct Opening {
  /// How many bytes of a match are looked at.
  static let reach = 12

  /// For each byte a bit for each place in the match where it can stand, and one more for the place before.
  private let places: UnsafeMutablePointer<UInt16>
  private static let before: UInt16 = 1 << UInt16(reach)

  /// - Parameters:
  ///   - pattern: PCRE2's syntax, one that compiles.
  ///   - first: the bytes with which a match is asked to begin; the others are not followed.
  package init(_ pattern: Bytes, first isFirst: (UInt8) -> Bool = { _ in true }) {
    var reader = OpeningReader(pattern, first: PatternCharacters(where: isFirst))
    let read = reader.read()
    admitsTextStart = reader.before.hasTextStart
    places = .allocate(capacity: 256)
    places.initialize(repeating: 0, count: 256)
    reader.before.add(Self.before, to: places)
    for place in read.indices { read[place].add(1 << UInt16(place), to: places) }
  }

  /// Whoever keeps the opening gives its memory back.
  package func deallocate() {
    places.deallocate()
  }

  /// The places where `byte` can stand, the first in the lowest bit.
  @inline(__always)
  subscript(byte: UInt8) -> UInt16 { places[Int(byte)] }

  /// Whether a match can begin where the text begins.
  let admitsTextStart: Bool

  /// Whether a match can begin behind a byte, as far as the look-behind at the pattern's beginning says.
  @inline(__always)
  func admits(behind byte: UInt8) -> Bool { places[Int(byte)] & Self.before != 0 }

  /// Whether there is a byte with which a match can begin.
  var isPossible: Bool { (0..<256).contains { places[$0] & 1 != 0 } }

  /// Whether a match can begin at `start`.
  @inline(__always)
  package func admits(_ text: Bytes, at start: Int) -> Bool {
    guard start > 0 ? places[Int(text[start &- 1])] & Self.before != 0 : admitsTextStart else { return false }
    let end = min(Self.reach, text.count &- start)
    var place = 0
    while place < end {
      if places[Int(text[start &+ place])] & 1 << UInt16(place) == 0 { return false }
      place &+= 1
    }
    return true
  }
}
