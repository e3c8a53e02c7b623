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
  /// As `word`, for runs of 24 bytes or more: what is long enough to be a key.
  case longWord = "long-word"
  /// Two letters with two digits behind them that begin a run of letters and digits, as in an IBAN.
  case countryCode = "country-code"
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
    case .longWord: 4
    case .countryCode: 5
    case .colon: 6
    }
  }
}
