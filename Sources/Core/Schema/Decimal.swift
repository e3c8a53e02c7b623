/// A number as it is spelled, with its value and without conversion: a sign, the digits from the first to the last that
/// is not 0, and how many places the point is from them. Two spellings of one value are equal; no digit is lost.
struct Decimal {
  /// From the first to the last significant digit; a point may stand between them. Empty for zero.
  private let digits: Bytes
  let isNegative: Bool
  /// Of the significant digits.
  private let digitCount: Int
  /// The power of ten that the last significant digit counts.
  private let exponent: Int

  /// Exponents go so far; beyond, one is as good as another.
  private static let largestExponent = 1 << 56

  /// - Parameter text: a number that a `JSONScanner` has accepted, which must stay where it is.
  init(_ text: Bytes) {
    var offset = 0
    isNegative = text.first == UInt8(ascii: "-")
    if isNegative { offset = 1 }
    var first = -1
    var behindLast = 0
    // Digits before the point, behind it, and of them those up to the last significant one.
    var isBehindPoint = false
    var places = 0
    var placesOfLast = 0
    var significant = 0
    var significantOfLast = 0
    scan: while offset < text.count {
      switch text[offset] {
      case UInt8(ascii: "."): isBehindPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isBehindPoint { places += 1 }
        let isZero = text[offset] == UInt8(ascii: "0")
        if first >= 0 || !isZero { significant += 1 }
        if !isZero {
          if first < 0 { first = offset }
          behindLast = offset + 1
          placesOfLast = isBehindPoint ? places : 0
          significantOfLast = significant
        }
      default: break scan
      }
      offset += 1
    }
    guard first >= 0 else {
      digits = text.slice(0, 0)
      digitCount = 0
      exponent = 0
      return
    }
    digits = text.slice(first, behindLast)
    digitCount = significantOfLast
    let written = offset < text.count ? Self.exponent(text.slice(offset + 1, text.count)) : 0
    // Zeros behind the last significant digit and before the point count as well.
    exponent = placesOfLast > 0 ? written - placesOfLast : written + (significant - significantOfLast) - places
  }

  private static func exponent(_ text: Bytes) -> Int {
    var value = 0
    for byte in text where byte >= UInt8(ascii: "0") {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), largestExponent)
      if value == largestExponent { break }
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  var isZero: Bool { digitCount == 0 }
  /// Whether nothing stands behind the point when the number is written out.
  var isInteger: Bool { isZero || exponent >= 0 }

  /// Calls `body` with each digit's value until it says enough.
  private func forEachDigit(_ body: (UInt8) -> Void) {
    for byte in digits where byte != UInt8(ascii: ".") { body(byte &- 0x30) }
  }

  /// - Returns: negative, zero or positive, as this number is less, equal or greater.
  func compared(to other: Decimal) -> Int {
    if isZero || other.isZero {
      if isZero && other.isZero { return 0 }
      if isZero { return other.isNegative ? 1 : -1 }
      return isNegative ? -1 : 1
    }
    guard isNegative == other.isNegative else { return isNegative ? -1 : 1 }
    let order = magnitude(comparedTo: other)
    return isNegative ? -order : order
  }

  private func magnitude(comparedTo other: Decimal) -> Int {
    let (place, otherPlace) = (exponent + digitCount, other.exponent + other.digitCount)
    guard place == otherPlace else { return place < otherPlace ? -1 : 1 }
    var (offset, otherOffset) = (0, 0)
    for _ in 0..<min(digitCount, other.digitCount) {
      if digits[offset] == UInt8(ascii: ".") { offset += 1 }
      if other.digits[otherOffset] == UInt8(ascii: ".") { otherOffset += 1 }
      if digits[offset] != other.digits[otherOffset] { return digits[offset] < other.digits[otherOffset] ? -1 : 1 }
      offset += 1
      otherOffset += 1
    }
    return digitCount - other.digitCount
  }

  /// Folds the value into a hash, the same for all its spellings.
  func hash(into hash: (UInt64) -> Void) {
    guard !isZero else { return hash(0) }
    hash(isNegative ? 1 : 2)
    hash(UInt64(bitPattern: Int64(exponent)))
    var word: UInt64 = 0
    var count = 0
    forEachDigit { digit in
      word = word &* 10 &+ UInt64(digit)
      count += 1
      if count % 18 == 0 {
        hash(word)
        word = 0
      }
    }
    hash(word)
  }

  /// The most digits a divisor may have: what dividing by more would cost is out of all proportion.
  static let mostDivisorDigits = 1000

  /// The number's value as a divisor for `isMultiple`; nil for zero, or when it has too many digits.
  var divisor: Divisor? {
    guard !isZero, digitCount <= Self.mostDivisorDigits else { return nil }
    var limbs: [UInt32] = []
    forEachDigit { digit in
      var carry = UInt64(digit)
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * 10 + carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
    }
    return Divisor(limbs: limbs, exponent: exponent)
  }

  /// A value to divide by: `limbs`, the least first, times a power of ten.
  struct Divisor {
    fileprivate var limbs: [UInt32]
    /// In 32 bits, as a measure of what dividing by it costs.
    var size: Int { limbs.count }
    fileprivate var exponent: Int
  }

  /// Whether the number is a whole number of times the divisor, exactly.
  func isMultiple(of divisor: Divisor) -> Bool {
    guard !isZero else { return true }
    // This is a / b * 10^zeros. The last digit of a is not 0, so that without zeros to spare 10 does not divide it.
    let zeros = exponent - divisor.exponent
    guard zeros >= 0 else { return false }
    // Of twos and fives, b has at most one a bit: more zeros change nothing.
    let neededZeros = min(zeros, divisor.limbs.count * 32)
    if divisor.limbs.count == 1 {
      let modulus = UInt64(divisor.limbs[0])
      var rest: UInt64 = 0
      forEachDigit { rest = (rest * 10 + UInt64($0)) % modulus }
      for _ in 0..<neededZeros { rest = rest * 10 % modulus }
      return rest == 0
    }
    var rest = [UInt32](repeating: 0, count: divisor.limbs.count + 1)
    forEachDigit { Self.append($0, to: &rest, modulo: divisor.limbs) }
    for _ in 0..<neededZeros { Self.append(0, to: &rest, modulo: divisor.limbs) }
    return rest.allSatisfy { $0 == 0 }
  }

  /// rest = (rest * 10 + digit) mod modulus; `rest` has one limb more.
  private static func append(_ digit: UInt8, to rest: inout [UInt32], modulo modulus: [UInt32]) {
    var carry = UInt64(digit)
    for index in rest.indices {
      let product = UInt64(rest[index]) * 10 + carry
      rest[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    while isAtLeast(rest, modulus) {
      var borrow: Int64 = 0
      for index in rest.indices {
        let limb = index < modulus.count ? Int64(modulus[index]) : 0
        let difference = Int64(rest[index]) - limb + borrow
        rest[index] = UInt32(truncatingIfNeeded: difference)
        borrow = difference >> 32
      }
    }
  }

  private static func isAtLeast(_ value: [UInt32], _ other: [UInt32]) -> Bool {
    for index in value.indices.reversed() {
      let limb = index < other.count ? other[index] : 0
      if value[index] != limb { return value[index] > limb }
    }
    return true
  }
}

extension Decimal {
  /// The number as a count; nil for one that is negative or not whole.
  func count(atMost limit: Int32) -> Int32? {
    guard !isZero else { return 0 }
    guard !isNegative, isInteger else { return nil }
    var value: Int64 = 0
    forEachDigit { value = min(value * 10 + Int64($0), Int64(limit)) }
    for _ in 0..<min(exponent, 11) { value = min(value * 10, Int64(limit)) }
    return Int32(truncatingIfNeeded: value)
  }
}
