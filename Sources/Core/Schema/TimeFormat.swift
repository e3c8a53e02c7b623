/// Dates, times and durations of RFC 3339.
enum TimeFormat {
  /// `full-date`: `1963-06-19`.
  static func isDate(_ text: Bytes) -> Bool {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = number(text, at: 0), let yearOfCentury = number(text, at: 2), let month = number(text, at: 5),
      let day = number(text, at: 8), (1...12).contains(month), day >= 1
    else { return false }
    let year = century * 100 + yearOfCentury
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let dayCounts = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= dayCounts[month - 1]
  }

  /// `full-time`: `08:30:06.283185Z`. A second 60 ends a day of UTC.
  static func isTime(_ text: Bytes) -> Bool {
    guard text.count >= 9, text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"),
      let hour = number(text, at: 0), let minute = number(text, at: 3), let second = number(text, at: 6),
      hour < 24, minute < 60, second <= 60
    else { return false }
    var place = 8
    if text[place] == UInt8(ascii: ".") {
      let start = place + 1
      place = start
      while place < text.count, isDigit(text[place]) { place += 1 }
      guard place > start else { return false }
    }
    guard let shift = minutesFromUTC(text.slice(place, text.count)) else { return false }
    let minuteOfDay = (hour * 60 + minute - shift + 2 * 1440) % 1440
    return second < 60 || minuteOfDay == 1439
  }

  /// `date-time`: a date, `T`, a time.
  static func isDateTime(_ text: Bytes) -> Bool {
    guard text.count > 11, text[10] | 0x20 == UInt8(ascii: "t") else { return false }
    return isDate(text.slice(0, 10)) && isTime(text.slice(11, text.count))
  }

  /// `duration` of appendix A: no unit is left out between two others, and weeks stand alone.
  static func isDuration(_ text: Bytes) -> Bool {
    guard text.first == UInt8(ascii: "P") else { return false }
    let body = text.slice(1, text.count)
    let start = body.firstOffset(of: UInt8(ascii: "T")) ?? body.count
    let date = body.slice(0, start)
    guard start < body.count else { return hasUnits(date, "YMD") || hasUnits(date, "W") }
    let time = body.slice(start + 1, body.count)
    return (date.isEmpty || hasUnits(date, "YMD")) && hasUnits(time, "HMS")
  }

  /// Whether numbers stand here with units that follow each other without a gap.
  private static func hasUnits(_ text: Bytes, _ units: StaticString) -> Bool {
    let units = Bytes(units)
    var next: Int?
    var place = 0
    while place < text.count {
      let start = place
      while place < text.count, isDigit(text[place]) { place += 1 }
      guard place > start, place < text.count, let unit = units.firstIndex(of: text[place]), unit == next ?? unit
      else { return false }
      next = unit + 1
      place += 1
    }
    return next != nil
  }

  /// `Z`, `+01:30`; nil for anything else.
  private static func minutesFromUTC(_ text: Bytes) -> Int? {
    if text.count == 1, text[0] | 0x20 == UInt8(ascii: "z") { return 0 }
    guard text.count == 6, text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
      text[3] == UInt8(ascii: ":"), let hours = number(text, at: 1), let minutes = number(text, at: 4), hours < 24,
      minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (text[0] == UInt8(ascii: "-") ? -1 : 1)
  }

  /// Two digits; there is room for them.
  private static func number(_ text: Bytes, at offset: Int) -> Int? {
    guard isDigit(text[offset]), isDigit(text[offset + 1]) else { return nil }
    return Int(text[offset] - 0x30) * 10 + Int(text[offset + 1] - 0x30)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
