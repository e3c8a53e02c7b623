/// The letters and digits of a formatted number, without what people write between them.
///
///     "DE89 3704 0044 0532 0130 00"  ->  DE89370400440532013000
///
/// Letters are made upper case. Lies in temporary memory for the time of one call.
struct CompactText {
  /// ASCII digits and upper-case letters only.
  let bytes: UnsafeBufferPointer<UInt8>

  /// No number of any standard here is longer; an IBAN has at most 34.
  private static let longest = 64

  var count: Int { bytes.count }

  /// The byte at a 0-based place; 0 outside, so that a check cannot trap on a short text.
  subscript(place: Int) -> UInt8 {
    place >= 0 && place < bytes.count ? bytes[place] : 0
  }

  /// The value 0…9 of the digit at a place, or nil if no digit stands there.
  func digit(_ place: Int) -> Int? {
    let byte = self[place]
    return byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }

  /// The value 0…25 of the letter at a place, or nil if no letter stands there.
  func letter(_ place: Int) -> Int? {
    let byte = self[place]
    return byte >= 0x41 && byte <= 0x5A ? Int(byte) - 0x41 : nil
  }

  /// The number written by `length` digits from `start`, or nil if one of them is no digit. At most 18 digits.
  func number(from start: Int, length: Int) -> Int? {
    guard length <= 18 else { return nil }
    var value = 0
    for place in start..<start + length {
      guard let digit = digit(place) else { return nil }
      value = value &* 10 &+ digit
    }
    return value
  }

  /// The sum of the first digits, each times its weight, or nil if one of them is no digit.
  func weightedSum(_ weights: StaticString, from start: Int = 0) -> Int? {
    // Weights of one figure each, written as a string: no array is allocated. "A" stands for 10, "B" for 11, …
    var sum = 0
    for index in 0..<weights.utf8CodeUnitCount {
      let mark = Int(weights.utf8Start[index])
      guard let digit = digit(start + index) else { return nil }
      sum &+= digit &* (mark > 0x40 ? mark - 0x37 : mark - 0x30)
    }
    return sum
  }

  /// Whether only digits stand here, and `count` of them.
  func isDigits(_ expected: Int) -> Bool {
    count == expected && isDigits
  }

  var isDigits: Bool {
    bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && !bytes.isEmpty
  }

  /// Whether the same digit stands everywhere: a filler, in all numbering plans.
  var isOneByteRepeated: Bool {
    bytes.allSatisfy { $0 == self[0] }
  }

  /// Strips the separators of `text` and asks `check`.
  ///
  /// - Returns: false without asking if something other than letters, digits and separators stands in `text`.
  static func read(_ text: UnsafeBufferPointer<UInt8>, _ check: (CompactText) -> Bool) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { storage in
      var count = 0
      for byte in text {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
          guard count < longest else { return false }
          storage[count] = byte >= 0x61 ? byte - 0x20 : byte
          count += 1
        case 0x20, 0x09, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F, 0x2B, 0x28, 0x29, 0xC2, 0xA0, 0xE2, 0x80...0x95:
          continue  // also the bytes of U+00A0, U+2002…U+2015, the spaces and dashes of typeset numbers
        default:
          return false
        }
      }
      return check(CompactText(bytes: UnsafeBufferPointer(rebasing: storage[0..<count])))
    }
  }
}
