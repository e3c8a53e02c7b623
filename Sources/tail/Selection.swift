import Core

/// Which part of each file is wanted: `-n 20`, `-c +1K`.
struct Selection: Equatable, Sendable {
  enum Unit: Equatable, Sendable {
    case lines(endedBy: UInt8)
    case bytes
  }

  enum Part: Equatable, Sendable {
    /// As many units as there are at the end.
    case last(UInt64)
    /// All but so many units at the start.
    case allButFirst(UInt64)
  }

  var unit: Unit
  var part: Part
  /// What ends a line.
  var delimiter = UInt8(ascii: "\n")

  /// All of each file.
  static func whole(endedBy delimiter: UInt8) -> Selection {
    Selection(unit: .bytes, part: .allButFirst(0), delimiter: delimiter)
  }
}

extension Selection {
  /// Reads the options as GNU tail does: the last count and unit hold, and a `+` once given stays.
  init(_ arguments: Arguments) throws(UsageError) {
    var count: UInt64 = 10
    var isFromStart = false
    var countsLines = true
    for (option, value) in arguments.given {
      guard let value, option == Tail.lines.long || option == Tail.bytes.long else { continue }
      countsLines = option == Tail.lines.long
      if value.hasPrefix("+") { isFromStart = true }
      guard let number = Self.count(value.hasPrefix("-") ? value.dropFirst() : Substring(value)) else {
        throw UsageError("--\(option) takes a number such as 20, +20, 4K or 1MB")
      }
      count = number
    }
    delimiter = arguments.has(Tail.zeroTerminated) ? 0 : UInt8(ascii: "\n")
    unit = countsLines ? .lines(endedBy: delimiter) : .bytes
    // +1 is the whole file, and so is +0.
    part = isFromStart ? .allButFirst(count > 0 ? count - 1 : 0) : .last(count)
  }

  /// Whether nothing of any file is wanted.
  var isEmpty: Bool { part == .last(0) }

  /// A number with GNU's suffixes: `b` is 512; `K` and `KiB` are 1024, `KB` is 1000, and so on up to `Y`.
  ///
  /// White space and a plus sign may stand in front, as `strtoumax(3)` allows; a suffix alone means one of it.
  ///
  /// - Returns: nil for what is no number, or one beyond 64 bits.
  static func count(_ text: Substring) -> UInt64? {
    var rest = text.utf8.drop { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
    if rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    // Without digits nothing is skipped either, so that only a bare suffix is left to be one.
    let suffix = digits.isEmpty ? text.utf8[...] : rest.dropFirst(digits.count)
    guard let number = digits.isEmpty ? 1 : UInt64(Substring(digits)) else { return nil }
    if suffix.isEmpty { return digits.isEmpty ? nil : number }
    guard let factors = factors(of: suffix) else { return nil }
    var product = number
    for _ in 0..<factors.exponent {
      let (next, overflow) = product.multipliedReportingOverflow(by: factors.base)
      if overflow { return nil }
      product = next
    }
    return product
  }

  private static func factors(of suffix: Substring.UTF8View) -> (base: UInt64, exponent: Int)? {
    let text = Substring(suffix)
    if text == "b" { return (512, 1) }
    // Of the letters that may be small, GNU tail knows these two.
    let letters: [Character: Int] = [
      "k": 1, "K": 1, "m": 2, "M": 2, "G": 3, "T": 4, "P": 5, "E": 6, "Z": 7, "Y": 8,
    ]
    guard let letter = text.first, let exponent = letters[letter] else { return nil }
    switch text.dropFirst() {
    case "", "iB": return (1024, exponent)
    case "B", "D": return (1000, exponent)
    default: return nil
    }
  }
}
