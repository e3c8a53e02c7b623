/// Check digits and ranges of payment, bank and US numbers. Each takes the text without its separators.
enum DigitChecks {
  /// ISO/IEC 7812-1 annex B: every second digit from the right doubled, digits summed, the sum divisible by ten.
  static func luhn(_ text: CompactText) -> Bool {
    luhn(text, from: 0, startingWith: 0)
  }

  /// Luhn over the digits from `start`, as if digits whose Luhn sum is `sum` stood before them.
  static func luhn(_ text: CompactText, from start: Int, startingWith sum: Int) -> Bool {
    guard text.count - start >= 2, !text.isOneByteRepeated else { return false }
    var sum = sum
    var isDoubled = false
    for place in (start..<text.count).reversed() {
      guard let digit = text.digit(place) else { return false }
      let value = isDoubled ? digit * 2 : digit
      sum += value > 9 ? value - 9 : value
      isDoubled.toggle()
    }
    return sum % 10 == 0
  }

  /// A card number of an issuer in use: its range, its length (ISO/IEC 7812, issuers' BIN tables) and Luhn.
  static func paymentCard(_ text: CompactText) -> Bool {
    guard text.isDigits, text.count >= 12, text.count <= 19, let head = text.number(from: 0, length: 6) else {
      return false
    }
    let isLengthRight =
      switch head / 100 {
      case 3400...3499, 3700...3799: text.count == 15  // American Express
      case 3000...3059, 3095, 3600...3699, 3800...3999: text.count == 14 || text.count == 16  // Diners Club
      case 3528...3589: text.count >= 16  // JCB
      case 4000...4999: text.count == 13 || text.count == 16 || text.count == 19  // Visa
      case 2221...2720, 5100...5599: text.count == 16  // Mastercard
      case 2200...2204: text.count >= 16  // Mir
      case 6011, 6440...6599: text.count == 16 || text.count == 19  // Discover
      case 6200...6299: text.count >= 16  // UnionPay
      case 5000...5099, 5600...6999: true  // Maestro and the national debit schemes, 12…19
      case 9792: text.count == 16  // Troy
      case 1000...1999: text.count == 15  // UATP
      default: false
      }
    return isLengthRight && luhn(text)
  }

  /// ISO 7064 MOD 97-10 as in ISO 13616: the first four characters moved to the end, letters as 10…35, remainder 1.
  static func mod97(_ text: CompactText) -> Bool {
    guard text.count >= 5 else { return false }
    var remainder = 0
    for index in 0..<text.count {
      let place = (index + 4) % text.count
      if let digit = text.digit(place) {
        remainder = (remainder * 10 + digit) % 97
      } else if let letter = text.letter(place) {
        remainder = (remainder * 100 + letter + 10) % 97
      }
    }
    return remainder == 1
  }

  /// An IBAN of a registered country: its length, the shape of its bank code, and MOD 97-10.
  static func iban(_ text: CompactText) -> Bool {
    guard text.letter(0) != nil, text.letter(1) != nil, let checkDigits = text.number(from: 2, length: 2) else {
      return false
    }
    guard (2...98).contains(checkDigits), let shape = IBANRegistry.shape(text[0], text[1]) else { return false }
    guard shape.count == text.count - 4 else { return false }
    for (index, kind) in shape.enumerated() {
      switch kind {
      case UInt8(ascii: "n"): guard text.digit(index + 4) != nil else { return false }
      case UInt8(ascii: "a"): guard text.letter(index + 4) != nil else { return false }
      default: continue
      }
    }
    return mod97(text)
  }

  /// Verhoeff's dihedral check (Aadhaar, Nigerian NIN): every digit counts, the last one closes the sum.
  static func verhoeff(_ text: CompactText) -> Bool {
    guard text.count >= 2, !text.isOneByteRepeated else { return false }
    var check = 0
    for index in 0..<text.count {
      guard var digit = text.digit(text.count - 1 - index) else { return false }
      for _ in 0..<index % 8 { digit = permuted(digit) }
      check = dihedralProduct(check, digit)
    }
    return check == 0
  }

  /// Nine digits with a Federal Reserve prefix whose 3-7-1 sum is divisible by ten (ABA routing number policy).
  static func abaRouting(_ text: CompactText) -> Bool {
    guard text.isDigits(9), let prefix = text.number(from: 0, length: 2) else { return false }
    guard (1...12).contains(prefix) || (21...32).contains(prefix) || (61...72).contains(prefix) || prefix == 80 else {
      return false
    }
    return (text.weightedSum("371371371") ?? 1) % 10 == 0
  }

  /// A social security number that can have been issued: area 001…665 or 667…899, group and serial not all zeros.
  ///
  /// A zero inside group or serial is fine. 078-05-1120 was printed in wallets and belongs to nobody (ssa.gov).
  static func ssnRange(_ text: CompactText) -> Bool {
    guard text.isDigits(9), let whole = text.number(from: 0, length: 9) else { return false }
    let area = whole / 1_000_000
    let group = whole / 10_000 % 100
    let serial = whole % 10_000
    return area != 0 && area != 666 && area < 900 && group != 0 && serial != 0 && whole != 78_051_120
      && !text.isOneByteRepeated && whole != 123_456_789
  }

  /// An individual taxpayer number: 9xx, fourth and fifth digit 50…65, 70…88, 90…92 or 94…99 (irs.gov).
  static func itinRange(_ text: CompactText) -> Bool {
    guard text.isDigits(9), text.digit(0) == 9, let group = text.number(from: 3, length: 2) else { return false }
    return switch group {
    case 50...65, 70...88, 90...92, 94...99: true
    default: false
    }
  }

  /// One step of Verhoeff's permutation (1 5 8 9 4 2 7 0)(3 6).
  private static func permuted(_ digit: Int) -> Int {
    let table: StaticString = "1576283094"
    return digit >= 0 && digit < 10 ? Int(table.utf8Start[digit]) - 0x30 : 0
  }

  /// The product in the dihedral group of order ten: 0…4 turns, 5…9 flips.
  private static func dihedralProduct(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right - 5) % 5 + 5
    case (false, true): (left - 5 - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }
}
