/// Where a pattern without keywords may begin: found by a loop over the bytes, so that the pattern runs at few places.
package enum Trigger: String, CaseIterable, Sendable {
  /// The first character of what stands before an `@`, as far as it can be the local part of an address.
  case atSign = "at-sign"
  /// A digit, `+` or `(` that begins a number.
  case digits
  /// As `digits`, with 7 digits or more in the 24 bytes from there on: a number that can be a card, a phone or an account.
  case number
  /// The first byte of a run of letters and digits with a digit among its first 64 bytes.
  case word
  /// The first byte of a run of hexadecimal digits, `:` and `.` with two colons in it.
  case colon

  /// The place in `allCases`, for tables.
  @inline(__always)
  var index: Int {
    switch self {
    case .atSign: 0
    case .digits: 1
    case .number: 2
    case .word: 3
    case .colon: 4
    }
  }
}

/// The places in one text that the triggers name, each list ascending.
struct TriggerPlaces {
  /// Which triggers to look for, by their indices.
  private let wanted: [Bool]
  private(set) var atSign: [Int] = []
  private(set) var digits: [Int] = []
  private(set) var number: [Int] = []
  private(set) var word: [Int] = []
  private(set) var colon: [Int] = []

  init(_ triggers: [Trigger]) {
    wanted = Trigger.allCases.map(triggers.contains)
  }

  subscript(trigger: Trigger) -> [Int] {
    switch trigger {
    case .atSign: atSign
    case .digits: digits
    case .number: number
    case .word: word
    case .colon: colon
    }
  }

  /// Looks for the places of the wanted triggers.
  ///
  /// - Complexity: O(`text.count`).
  mutating func find(in text: Bytes) {
    atSign.removeAll(keepingCapacity: true)
    digits.removeAll(keepingCapacity: true)
    number.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    colon.removeAll(keepingCapacity: true)
    if wants(.atSign) { findAtSigns(in: text) }
    if wants(.digits) || wants(.number) || wants(.word) { findRuns(in: text) }
    if wants(.colon) { findColons(in: text) }
  }

  @inline(__always)
  private func wants(_ trigger: Trigger) -> Bool { wanted[trigger.index] }

  private mutating func findAtSigns(in text: Bytes) {
    // What a run may not reach back over: the end of the one before it.
    var floor = 0
    var place = 0
    while place < text.count {
      let isWide: Bool
      let found: Int
      if let sign = text.firstOffset(of: UInt8(ascii: "@"), from: place) {
        // A full-width sign (U+FF20, EF BC A0) before it is rarer than anything else, and looked for only in between.
        if let wide = Self.wideSign(in: text, from: place, to: sign) {
          (found, isWide) = (wide, true)
        } else {
          (found, isWide) = (sign, false)
        }
      } else if let wide = Self.wideSign(in: text, from: place, to: text.count) {
        (found, isWide) = (wide, true)
      } else {
        return
      }
      var start = found
      if start > floor, text[start - 1] == UInt8(ascii: "\"") {
        // "quoted local part"@example.com: back to the other quote, 64 bytes at most (RFC 5321).
        let lowest = max(floor, start - 66)
        var quote = start - 2
        while quote >= lowest, text[quote] != UInt8(ascii: "\"") { quote -= 1 }
        if quote >= lowest { start = quote }
      } else {
        while start > floor, Self.isLocalPart[text[start - 1]] { start -= 1 }
        while start < found, text[start] & 0xC0 == 0x80 { start += 1 }
      }
      if start < found { atSign.append(start) }
      place = found + (isWide ? 3 : 1)
      floor = place
    }
  }

  private static func wideSign(in text: Bytes, from start: Int, to end: Int) -> Int? {
    let text = text.slice(0, end)
    var place = start
    while let lead = text.firstOffset(of: 0xEF, from: place), lead + 2 < end {
      if text[lead + 1] == 0xBC, text[lead + 2] == 0xA0 { return lead }
      place = lead + 1
    }
    return nil
  }

  private mutating func findRuns(in text: Bytes) {
    let wantsDigits = wants(.digits) || wants(.number)
    let wantsWords = wants(.word)
    var place = 0
    var previous: UInt8 = 0
    while place < text.count {
      let byte = text[place]
      let kind = Self.kind[byte]
      if kind == 0 {
        if wantsDigits, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "("), !Self.isSign(previous) {
          addDigits(at: place, in: text)
        }
        previous = byte
        place += 1
        continue
      }
      let start = place
      if wantsDigits, kind == 2, !Self.isSign(previous) { addDigits(at: place, in: text) }
      var hasDigit = false
      while place < text.count {
        let kind = Self.kind[text[place]]
        if kind == 0 { break }
        if kind == 2, place - start < 64 { hasDigit = true }
        place += 1
      }
      if wantsWords, hasDigit { word.append(start) }
      previous = text[place - 1]
    }
  }

  private mutating func addDigits(at place: Int, in text: Bytes) {
    if wants(.digits) { digits.append(place) }
    guard wants(.number) else { return }
    var count = 0
    for offset in place..<min(place + Self.numberReach, text.count) where Self.kind[text[offset]] == 2 { count += 1 }
    if count >= Self.shortestNumber { number.append(place) }
  }

  private static let shortestNumber = 7
  private static let numberReach = 24

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
  }

  private mutating func findColons(in text: Bytes) {
    var place = 0
    while let found = text.firstOffset(of: UInt8(ascii: ":"), from: place) {
      var start = found
      while start > place, Self.isAddress[text[start - 1]] { start -= 1 }
      var end = found + 1
      var colons = 1
      while end < text.count, Self.isAddress[text[end]] {
        if text[end] == UInt8(ascii: ":") { colons += 1 }
        end += 1
      }
      if colons >= 2 { colon.append(start) }
      place = end
    }
  }

  /// 1 for an ASCII letter, 2 for a digit, 0 for the rest.
  private static let kind = ByteTable { byte in
    switch byte {
    case 0x30...0x39: 2
    case 0x41...0x5A, 0x61...0x7A: 1
    default: 0
    }
  }

  private static let isLocalPart = ByteSet { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: Bytes(".!#$%&'*+/=?^_`{|}~-" as StaticString).contains(byte)
    }
  }

  private static let isAddress = ByteSet { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
    default: false
    }
  }
}
