/// Check digits of national numbers. Each takes the text without its separators, letters in upper case.
enum NationalChecks {
  // MARK: Australia

  /// Business number: one taken from the first digit, weights 10 1 3 5 … 19, divisible by 89 (abr.business.gov.au).
  static func auABN(_ text: CompactText) -> Bool {
    guard text.isDigits(11), text.digit(0) != 0, let sum = text.weightedSum("A13579BDFHJ") else { return false }
    return (sum - 10) % 89 == 0
  }

  /// Company number: weights 8…1, the ninth digit completes to ten (asic.gov.au).
  static func auACN(_ text: CompactText) -> Bool {
    guard text.isDigits(9), !text.isOneByteRepeated, let sum = text.weightedSum("87654321") else { return false }
    return text.digit(8) == (10 - sum % 10) % 10
  }

  /// Medicare card: begins with 2…6, weights 1 3 7 9 1 3 7 9 give the ninth digit; issue and person number follow.
  static func auMedicare(_ text: CompactText) -> Bool {
    guard text.isDigits, text.count == 10 || text.count == 11, let first = text.digit(0) else { return false }
    guard (2...6).contains(first), let sum = text.weightedSum("13791379") else { return false }
    return text.digit(8) == sum % 10
  }

  /// Tax file number: weights 1 4 3 7 5 8 6 9 10, divisible by eleven (ato.gov.au).
  static func auTFN(_ text: CompactText) -> Bool {
    guard text.isDigits(9), !text.isOneByteRepeated else { return false }
    return (text.weightedSum("14375869A") ?? 1) % 11 == 0
  }

  // MARK: Canada

  /// Social insurance number: Luhn; 0 and 8 do not begin one (canada.ca).
  static func caSIN(_ text: CompactText) -> Bool {
    text.isDigits(9) && text.digit(0) != 0 && text.digit(0) != 8 && DigitChecks.luhn(text)
  }

  // MARK: Germany

  /// Health insurance number: the letter as 01…26, weights 1 2 1 2 …, digit sums (gkv-spitzenverband.de).
  static func deHealthInsurance(_ text: CompactText) -> Bool {
    guard text.count == 10, let letter = text.letter(0) else { return false }
    let order = letter + 1
    var sum = order / 10 + digitSum(order % 10 * 2)
    for place in 1...8 {
      guard let digit = text.digit(place) else { return false }
      sum += place % 2 == 1 ? digit : digitSum(digit * 2)
    }
    return text.digit(9) == sum % 10
  }

  /// Physician number: weights 4 9 4 9 4 9 over six digits, the seventh completes to ten (kbv.de).
  static func deLANR(_ text: CompactText) -> Bool {
    guard text.isDigits(9), !text.isOneByteRepeated, let sum = text.weightedSum("494949") else { return false }
    return text.digit(6) == (10 - sum % 10) % 10
  }

  /// Passport and identity card: eight characters with weights 7 3 1, letters as 10…35 (ICAO 9303, part 3).
  static func dePassport(_ text: CompactText) -> Bool {
    guard text.count == 9, let last = text.digit(8) else { return false }
    var sum = 0
    for place in 0..<8 {
      let weight = place % 3 == 0 ? 7 : place % 3 == 1 ? 3 : 1
      guard let value = text.digit(place) ?? text.letter(place).map({ $0 + 10 }) else { return false }
      sum += value * weight
    }
    return sum % 10 == last
  }

  /// Pension insurance number: area, birth date, letter as two digits, serial; digit sums (VKVV, § 2).
  static func deSocialSecurity(_ text: CompactText) -> Bool {
    guard text.count == 12, let letter = text.letter(8), let last = text.digit(11) else { return false }
    guard let day = text.number(from: 2, length: 2), let month = text.number(from: 4, length: 2) else { return false }
    guard (1...31).contains(day % 50), day < 82, (1...12).contains(month) else { return false }
    let weights: StaticString = "212571212121"
    var sum = 0
    for index in 0..<12 {
      let value: Int? =
        switch index {
        case 0...7: text.digit(index)
        case 8: (letter + 1) / 10
        case 9: (letter + 1) % 10
        default: text.digit(index - 1)
        }
      guard let value else { return false }
      sum += digitSum(value * (Int(weights.utf8Start[index]) - 0x30))
    }
    return sum % 10 == last
  }

  /// Tax identification number: ISO 7064 MOD 11,10; no leading zero, no digit more than three times (bzst.de).
  static func deTaxID(_ text: CompactText) -> Bool {
    guard text.isDigits(11), text.digit(0) != 0, let last = text.digit(10) else { return false }
    var product = 10
    for place in 0..<10 {
      guard let digit = text.digit(place) else { return false }
      guard text.bytes[0..<10].count(where: { $0 == text[place] }) <= 3 else { return false }
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == last
  }

  // MARK: Spain

  /// NIF and NIE: the number modulo 23 picks the letter; X, Y, Z stand for 0, 1, 2 (interior.gob.es).
  static func esNIF(_ text: CompactText) -> Bool {
    guard (8...9).contains(text.count), let last = text.letter(text.count - 1) else { return false }
    let size = text.count - 2
    guard let tail = text.number(from: 1, length: size) else { return false }
    let head: Int
    if let digit = text.digit(0) {
      head = digit
    } else if text.count == 9, (UInt8(ascii: "X")...UInt8(ascii: "Z")).contains(text[0]) {
      head = Int(text[0]) - Int(UInt8(ascii: "X"))
    } else {
      return false
    }
    let number = size == 7 ? head * 10_000_000 + tail : head * 1_000_000 + tail
    let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"
    return Int(letters.utf8Start[number % 23]) - 0x41 == last
  }

  // MARK: Finland

  /// Personal identity code: date, century sign, individual number; modulo 31 picks the last character (dvv.fi).
  static func fiIdentityCode(_ text: CompactText) -> Bool {
    // "-" and "+" are gone from the compact text, the letters among the century signs are not.
    let start = text.count == 11 ? 7 : 6
    guard text.count == 10 || text.count == 11, isDate(text, day: 0, month: 2) else { return false }
    guard let date = text.number(from: 0, length: 6), let serial = text.number(from: start, length: 3) else {
      return false
    }
    let letters: StaticString = "0123456789ABCDEFHJKLMNPRSTUVWXY"
    return serial >= 2 && letters.utf8Start[(date * 1000 + serial) % 31] == text[start + 3]
  }

  // MARK: Korea

  /// Business registration number: weights 1 3 7 1 3 7 1 3 5, the carry of the last added (nts.go.kr).
  static func krBusinessNumber(_ text: CompactText) -> Bool {
    guard text.isDigits(10), let sum = text.weightedSum("137137135"), let ninth = text.digit(8) else { return false }
    return text.digit(9) == (10 - (sum + ninth * 5 / 10) % 10) % 10
  }

  /// Resident and foreigner numbers of people born before October 2020: a birth date, and weights 2…9, 2…5; the
  /// remainder of eleven completes to eleven, a foreigner's to thirteen (mois.go.kr).
  static func krResidentNumber(_ text: CompactText) -> Bool {
    guard text.isDigits(13), dateYYMMDD(text), let sum = text.weightedSum("234567892345") else { return false }
    guard let kind = text.digit(6), (1...8).contains(kind) else { return false }
    return text.digit(12) == ((kind > 4 ? 13 : 11) - sum % 11) % 10
  }

  // MARK: Philippines

  /// Taxpayer number: weights 9…2, the remainder of eleven is the ninth digit; a branch code may follow (bir.gov.ph).
  static func phTIN(_ text: CompactText) -> Bool {
    guard text.isDigits, (9...14).contains(text.count), let sum = text.weightedSum("98765432") else { return false }
    return sum > 0 && text.digit(8) == sum % 11
  }

  // MARK: Poland

  /// PESEL: weights 1 3 7 9 …; the month carries the century in steps of twenty (gov.pl).
  static func plPESEL(_ text: CompactText) -> Bool {
    guard text.isDigits(11), let sum = text.weightedSum("1379137913") else { return false }
    guard let month = text.number(from: 2, length: 2), let day = text.number(from: 4, length: 2) else { return false }
    guard (1...12).contains(month % 20), (1...31).contains(day) else { return false }
    return text.digit(10) == (10 - sum % 10) % 10
  }

  // MARK: Sweden

  /// Personal, coordination and organisation numbers: Luhn over the last ten digits (skatteverket.se).
  static func seIdentityNumber(_ text: CompactText) -> Bool {
    guard text.isDigits, text.count == 10 || text.count == 12 else { return false }
    let start = text.count - 10
    guard let month = text.number(from: start + 2, length: 2), let day = text.number(from: start + 4, length: 2) else {
      return false
    }
    let isPerson = (1...12).contains(month) && (1...31).contains(day % 60) && day < 92
    // The first digit tells the legal form; no number in use begins with another.
    let isForm = [2, 5, 7, 8, 9].contains(text.digit(0) ?? 0)
    let isOrganisation = start == 0 && month >= 20 && isForm
    return (isPerson || isOrganisation) && DigitChecks.luhn(text, from: start, startingWith: 0)
  }

  // MARK: Thailand

  /// National number: weights 13…2, the last digit completes to eleven; begins with 1…8 (dopa.go.th).
  static func thNationalID(_ text: CompactText) -> Bool {
    guard text.isDigits(13), let first = text.digit(0), (1...8).contains(first), !text.isOneByteRepeated else {
      return false
    }
    // The second and third digit are the province, 10…96.
    guard let province = text.number(from: 1, length: 2), (10...96).contains(province) else { return false }
    guard let sum = text.weightedSum("DCBA98765432") else { return false }
    return text.digit(12) == (11 - sum % 11) % 10
  }

  // MARK: Türkiye

  /// Identity number: the tenth digit from odd and even places, the eleventh from the sum (nvi.gov.tr).
  static func trNationalID(_ text: CompactText) -> Bool {
    guard text.isDigits(11), text.digit(0) != 0, let odd = text.weightedSum("101010101"),
      let even = text.weightedSum("01010101"), let tenth = text.digit(9)
    else { return false }
    return (odd * 7 + 90 - even) % 10 == tenth && (odd + even + tenth) % 10 == text.digit(10)
  }

  // MARK: United Kingdom

  /// NHS number: weights 10…2, the last digit completes to eleven (datadictionary.nhs.uk).
  static func ukNHS(_ text: CompactText) -> Bool {
    guard text.isDigits(10), !text.isOneByteRepeated, let sum = text.weightedSum("A98765432") else { return false }
    return text.digit(9) == (11 - sum % 11) % 11
  }

  // MARK: United States

  /// DEA registration: odd places plus twice the even ones give the last digit (deadiversion.usdoj.gov).
  static func usDEA(_ text: CompactText) -> Bool {
    guard text.count == 9, text.letter(0) != nil, let sum = text.weightedSum("121212", from: 2) else { return false }
    return text.digit(8) == sum % 10
  }

  /// Provider identifier: Luhn behind the prefix 80840, whose sum is 24 (cms.gov).
  static func usNPI(_ text: CompactText) -> Bool {
    text.isDigits(10) && (text.digit(0) == 1 || text.digit(0) == 2)
      && DigitChecks.luhn(text, from: 0, startingWith: 24)
  }

  // MARK: South Africa

  /// Identity number: birth date, serial, citizenship 0…2, Luhn (dha.gov.za).
  static func zaNationalID(_ text: CompactText) -> Bool {
    guard text.isDigits(13), isDate(text, day: 4, month: 2), let status = text.digit(10) else { return false }
    return status <= 2 && DigitChecks.luhn(text)
  }

  // MARK: Shared

  /// Begins with a date written YYMMDD.
  static func dateYYMMDD(_ text: CompactText) -> Bool {
    text.number(from: 0, length: 2) != nil && isDate(text, day: 4, month: 2)
  }

  /// Whether two digits at `month` are a month and two digits at `day` one of its days (29 February always is).
  private static func isDate(_ text: CompactText, day: Int, month: Int) -> Bool {
    guard let day = text.number(from: day, length: 2), let month = text.number(from: month, length: 2) else {
      return false
    }
    let last =
      switch month {
      case 2: 29
      case 4, 6, 9, 11: 30
      default: 31
      }
    return (1...12).contains(month) && (1...last).contains(day)
  }

  /// The sum of the figures of a number below a hundred.
  private static func digitSum(_ value: Int) -> Int {
    value / 10 + value % 10
  }
}
