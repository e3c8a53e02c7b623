import Testing

@testable import Core

@Suite struct DecimalTests {
  @Test(arguments: [
    ["1", "1.0", "1e0", "10e-1", "0.1E1", "0.001e+3", "1000e-3"], ["0", "-0", "0.000", "0e9", "-0.0e-9"],
    ["-12.5", "-125e-1", "-0.125e2", "-12.5000"], ["1e400", "10e399", "0.1e401"],
    ["123456789012345678901234567890", "1.2345678901234567890123456789e29"],
    ["1e999999999999999999999", "1e999999999999999999998"],
  ])
  func spellingsOfOneValueAreEqual(spellings: [String]) {
    for first in spellings {
      for second in spellings {
        #expect(Self.compare(first, second) == 0, "\(first) \(second)")
        #expect(Self.hash(first) == Self.hash(second), "\(first) \(second)")
      }
    }
  }

  @Test func valuesAreOrdered() {
    let ascending = [
      "-1e999", "-18446744073709551616", "-18446744073709551615", "-10", "-9.99", "-1", "-0.1", "-1e-9", "0", "1e-400",
      "0.1",
      "0.10000000000000000000000000000000000001", "0.11", "0.9", "1", "1.5", "2", "9", "9.99999999999999999999", "10",
      "11",
      "18446744073709551615", "18446744073709551616", "1e20", "1e999",
    ]
    for (place, first) in ascending.enumerated() {
      for (otherPlace, second) in ascending.enumerated() {
        let order = Self.compare(first, second)
        #expect(order.signum() == (place - otherPlace).signum(), "\(first) \(second)")
        if order != 0 { #expect(Self.hash(first) != Self.hash(second), "\(first) \(second)") }
      }
    }
  }

  @Test(arguments: [
    ("0", true), ("7", true), ("-7.0", true), ("1.5e1", true), ("12.50e1", true), ("1e308", true), ("100e-2", true),
    ("0.0e-9", true), ("1.5", false), ("1e-1", false), ("12.345e2", false), ("-0.5", false),
  ])
  func wholeNumbersAreWholeInEverySpelling(text: String, isInteger: Bool) {
    #expect(Self.withDecimal(text) { $0.isInteger } == isInteger)
  }

  @Test(arguments: [
    ("10", "5", true), ("10", "3", false), ("0", "7", true), ("0.0075", "0.0001", true), ("0.00751", "0.0001", false),
    ("4.5", "1.5", true), ("35", "1.5", false), ("1e308", "0.5", true), ("1e308", "3", false), ("-9", "3", true),
    ("1", "0.1", true), ("19.99", "0.01", true), ("3", "1e1", false), ("30", "1e1", true), ("3e-1", "1", false),
    ("121932631137021795226185032733622923332237463801111263526900", "98765432109876543210987654321", true),
    ("121932631137021795226185032733622923332237463801111263526901", "98765432109876543210987654321", false),
    (
      "12193263113702179522618503273362292333223746380111126352690", "987654321098765432109876543210", true
    ), ("1e1000", "1024", true), ("1e9", "1024", false), ("1e10", "1024", true), ("1e999999999", "999999999999", false),
    ("999999999999e999", "999999999999", true), ("18446744073709551616", "4294967296", true),
  ])
  func multiplesAreExact(text: String, divisor: String, isMultiple: Bool) throws {
    let divisor = try #require(Self.withDecimal(divisor) { $0.divisor })
    #expect(Self.withDecimal(text) { $0.isMultiple(of: divisor) } == isMultiple)
  }

  @Test func aDivisorIsNotZeroAndNotEndless() {
    #expect(Self.withDecimal("0") { $0.divisor } == nil)
    #expect(Self.withDecimal("0.00e5") { $0.divisor } == nil)
    #expect(Self.withDecimal(String(repeating: "7", count: 1000)) { $0.divisor } != nil)
    #expect(Self.withDecimal(String(repeating: "7", count: 1001)) { $0.divisor } == nil)
  }

  @Test(arguments: [
    ("0", Int32(0)), ("12", 12), ("1.2e1", 12), ("12.0", 12), ("2147483647", .max), ("99999999999", .max),
    ("1e99", .max),
    ("1.5", nil), ("-1", nil),
  ])
  func aCountIsWholeAndNotNegative(text: String, count: Int32?) {
    #expect(Self.withDecimal(text) { $0.count(atMost: .max) } == count)
  }

  private static func withDecimal<Result>(_ text: String, _ body: (Decimal) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(Decimal($0)) }
  }

  private static func compare(_ first: String, _ second: String) -> Int {
    withDecimal(first) { first in withDecimal(second) { first.compared(to: $0) } }
  }

  private static func hash(_ text: String) -> [UInt64] {
    var parts: [UInt64] = []
    withDecimal(text) { $0.hash { parts.append($0) } }
    return parts
  }
}
