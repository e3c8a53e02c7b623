import Testing

@testable import Core

@Suite(.serialized) struct ArgumentParserTests {
  private static let options = [
    Option("output", short: "o", .required("FILE"), help: ""), Option("quiet", short: "q", help: ""),
    Option("ack", .optional("WORD"), help: ""), Option("only", .required("P"), help: ""),
    Option("max-age", .required("T"), help: ""), Option("max-errors", .required("N"), help: ""),
  ]

  @Test(arguments: [
    (["-qofile", "a", "--only", "x", "b"], ["quiet", "output=file", "only=x"], ["a", "b"]),
    (["a", "-q", "--", "-o", "-"], ["quiet"], ["a", "-o", "-"]),
    (["--ack", "x", "--ack=y", "-"], ["ack", "ack=y"], ["x", "-"]),
    (["--out=f", "--output=", "-o", "-q"], ["output=f", "output=", "output=-q"], []),
  ])
  func aCommandLineIsReadAsGetoptReadsIt(words: [String], given: [String], operands: [String]) throws {
    let arguments = try Arguments(words, options: Self.options)
    #expect(arguments.given.map { item in item.value.map { "\(item.option)=\($0)" } ?? item.option } == given)
    #expect(arguments.operands == operands)
  }

  @Test(arguments: [
    (["--outptu=x"], "unknown option '--outptu'", "did you mean '--output'?"),
    (["-q", "x", "--quite"], "unknown option '--quite'", "did you mean '--quiet'?"),
    (["--zebra"], "unknown option '--zebra'", nil), (["-qx"], "unknown option '-x'", nil),
    (["--output"], "option '--output' needs a value", nil), (["-o"], "option '-o' needs a value", nil),
    (["--quiet=1"], "option '--quiet' takes no value", nil),
    (["--max"], "option '--max' is ambiguous", "it could be --max-age, --max-errors"),
  ])
  func aCommandLineThatIsWrongIsTold(words: [String], message: String, hint: String?) {
    let error = #expect(throws: UsageError.self) { try Arguments(words, options: Self.options) }
    #expect(error == UsageError(message, hint: hint))
  }

  @Test(arguments: [
    ("7", 7), ("2K", 2048), ("1M", 1 << 20), ("3G", 3 << 30), ("0", nil), ("-1", nil), ("1T", nil), ("K", nil),
    ("", nil),
    ("9999999999G", nil), ("１", nil),
  ])
  func aSizeHasASuffixOrNone(text: String, size: Int?) throws {
    let arguments = try Arguments(["--only", text], options: Self.options)
    #expect((try? arguments.size(Self.options[3])) == size)
  }

  @Test(arguments: [("90", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800), ("2w", 1_209_600), ("1y", nil)])
  func aTimeHasASuffixOrNone(text: String, seconds: Int?) throws {
    let arguments = try Arguments(["--max-age", text], options: Self.options)
    #expect((try? arguments.seconds(Self.options[4])) == seconds)
  }

  @Test func progressSaysHowFarAndHowFast() {
    let second: UInt64 = 1_000_000_000
    #expect(Progress.line(bytes: 0, size: nil, nanoseconds: second) == "0 B  0 B/s")
    #expect(
      Progress.line(bytes: 1_500_000_000, size: 3_000_000_000, nanoseconds: 5 * second)
        == "1.5 GB  50 %  300 MB/s  0:05 left")
    #expect(Progress.line(bytes: 12_345, size: 100, nanoseconds: second) == "12 kB  100 %  12 kB/s")
  }
}
