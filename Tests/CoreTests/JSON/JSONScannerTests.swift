import Reference
import Testing

@testable import Core

@Suite struct JSONScannerTests {
  @Test(
    arguments: [
      ("", .emptyText, 0), ("  ", .emptyText, 2), ("\u{FEFF}{}", .byteOrderMark, 0), ("x", .expectedValue, 0),
      ("{\"a\":x}", .expectedValue, 5), ("[1,]", .expectedValue, 3), ("NaN", .expectedValue, 0),
      ("[trux]", .expectedValue, 1), ("{a:1}", .expectedName, 1), ("{\"a\":1,}", .expectedName, 7),
      ("{\"a\" 1}", .expectedColon, 5), ("{\"a\":1 \"b\":2}", .expectedCommaOrBrace, 7),
      ("{\"a\":1]", .expectedCommaOrBrace, 6), ("[1 2]", .expectedCommaOrBracket, 3),
      ("[1}", .expectedCommaOrBracket, 2), ("\"abc", .unclosedString, 4), ("\"abc\\", .unclosedString, 5),
      ("\"\\u12", .unclosedString, 5), ("{", .unclosedObject, 1), ("{\"a\"", .unclosedObject, 4),
      ("{\"a\":", .unclosedObject, 5), ("{\"a\":1,", .unclosedObject, 7), ("[", .unclosedArray, 1),
      ("[1,", .unclosedArray, 3), ("\"a\nb\"", .controlCharacter, 2), ("\"\u{0}\"", .controlCharacter, 1),
      ("\"\\x\"", .badEscape, 1), ("\"ab\\u12g4\"", .badUnicodeEscape, 3), ("01", .badNumber, 1), ("-a", .badNumber, 1),
      ("[1.]", .badNumber, 3), ("1e+x", .badNumber, 3), ("-", .unfinishedValue, 1), ("1.", .unfinishedValue, 2),
      ("1e+", .unfinishedValue, 3), ("[tru", .unfinishedValue, 4), ("nul", .unfinishedValue, 3),
      ("{} {}", .textAfterValue, 3), ("1 \u{0}", .textAfterValue, 2),
    ] as [(String, RecordError.Fault, Int)])
  func aFaultIsFoundWhereItIs(text: String, fault: RecordError.Fault, offset: Int) {
    #expect(error(in: Array(text.utf8)) == RecordError(fault, at: offset))
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], .invalidUTF8, 1), ([0x22, 0xC0, 0x80, 0x22], .invalidUTF8, 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, 1),
      ([0x22, 0x61, 0xE2, 0x82, 0x22], .invalidUTF8, 2), ([0x22, 0xE2, 0x82], .unfinishedCharacter, 1),
      ([0x22, 0xF0], .unfinishedCharacter, 1), ([0x22, 0xE0, 0x80], .invalidUTF8, 1),
      ([0x22, 0xF4, 0x90], .invalidUTF8, 1), ([0x22, 0xF0, 0x90, 0x80], .unfinishedCharacter, 1),
      ([0x22, 0x80], .invalidUTF8, 1),
    ] as [([UInt8], RecordError.Fault, Int)])
  func illFormedUTF8IsFoundWhereItIs(text: [UInt8], fault: RecordError.Fault, offset: Int) {
    #expect(error(in: text) == RecordError(fault, at: offset))
  }

  /// Whatever is cut off, a reader can tell that only the end is missing.
  @Test(arguments: [
    #"{"a":[1,-2.5e+10,true,false,null],"b":{"c":"d\n\u00e9\ud83d\ude00é€😀"}, "e" : [ ] }"#, #"["x"]"#, #""é€😀\u0041""#,
  ])
  func everyTruncationIsOne(text: String) {
    let bytes = Array(text.utf8)
    for size in 1..<bytes.count {
      let error = error(in: Array(bytes[..<size]))
      #expect(error?.isTruncation == true, "\(size): \(error.map(String.init(describing:)) ?? "accepted")")
    }
    #expect(error(in: bytes) == nil)
  }

  /// A fault of another kind stays one, whatever follows.
  @Test(arguments: ["{\"a\":x", "[1 2", "\"\\x", "{a", "[01", "\"a\nb", "{}{", "[trux"])
  func whatNothingCanCompleteIsNoTruncation(text: String) {
    #expect(error(in: Array(text.utf8))?.isTruncation == false)
  }

  @Test(arguments: [(UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "{"), UInt8(ascii: "}"))])
  func nestingGoesTo1024(opening: UInt8, closing: UInt8) {
    for (depth, isAccepted) in [(1024, true), (1025, false), (100_000, false)] {
      let level = opening == UInt8(ascii: "{") ? Array("{\"a\":".utf8) : [opening]
      var text = Array([[UInt8]](repeating: level, count: depth - 1).joined())
      text += [opening] + [UInt8](repeating: closing, count: depth)
      let error = error(in: text)
      #expect((error == nil) == isAccepted)
      if !isAccepted { #expect(error == RecordError(.tooDeep, at: level.count * 1024)) }
    }
  }

  /// Both kinds inside each other, in any order: each is closed by its own bracket, at every depth.
  @Test func whatIsOpenedIsClosedByItsOwnBracket() {
    for depth in [1, 2, 63, 64, 65, 127, 128, 129, 200, 1023, 1024] {
      let kinds = (0..<depth).map { _ in Bool.random() }
      var text = Array(kinds.map { $0 ? #"{"a":"# : "[" }.joined().utf8) + Array("1".utf8)
      let first = text.count
      text += kinds.reversed().map { UInt8(ascii: $0 ? "}" : "]") }
      #expect(error(in: text) == nil)
      for place in first..<text.count {
        var other = text
        other[place] ^= UInt8(ascii: "}") ^ UInt8(ascii: "]")
        if error(in: other)?.offset != place { Issue.record("\(depth): \(place)") }
      }
    }
  }

  /// A value in the middle of other bytes ends where it ends, and what follows is not looked at.
  @Test func aValueIsReadFromTheMiddle() throws {
    let text = Array("xx {\"a\":1}{\"b\":".utf8)
    var scanner = JSONScanner()
    var visitor = CheckingVisitor()
    let end = try text.withUnsafeBufferPointer { try scanner.scanValue(in: $0, from: 2, visitor: &visitor) }
    #expect(end == 10)
  }

  /// The fast reader accepts exactly what a plain one does that follows the grammar word by word, and says the same
  /// whichever way it reads strings and whatever stands around the text.
  @Test func theScannerAgreesWithThePlainReader() {
    var random = SystemRandomNumberGenerator()
    let seeds = [
      #"{"a":[1,-2.5e+10,true],"b":{"c":"d\n\u00e9\ud83d\ude00é€😀"}, "e" : [ ] }"#,
      #"[0,-0,1.0E-2,123,4567,"long enough for two steps of sixteen bytes \" \\ ",null,{}]"#, " \t\r\n0 ",
    ].map { Array($0.utf8) }
    let alphabet =
      Array("{}[]:,\"\\/bfnrtu0123456789aEe+-. \t\r\n\u{0}\u{1F}\u{7F}é".utf8) + [0x80, 0xBF, 0xC0, 0xF5, 0xFF]
    var acceptedCount = 0
    for _ in 0..<20_000 {
      var text = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text[place] = byte
        case 1: text.insert(byte, at: place)
        case 2 where text.count > 1: text.remove(at: place)
        default: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
        }
      }
      var plain = PlainReader(text: text)
      let isAccepted = plain.accepts()
      if isAccepted { acceptedCount += 1 }
      // Not #expect, which costs more than the two readers.
      let log = text.withUnsafeBufferPointer { ScanLog(of: $0, stops: FastestStopFinder.self) }
      if (log.error == nil) != isAccepted { Issue.record("\(text)") }
      let other = withSlack(
        text, before: Int.random(in: 0...16, using: &random), after: Int.random(in: 0...16, using: &random)
      ) { ScanLog(of: $0, stops: PlainStopFinder.self) }
      if log != other { Issue.record("\(text)") }
    }
    #expect(acceptedCount > 4_000)
  }

  /// What is long enough to be skipped in wide steps, and its end.
  @Test(arguments: [
    ("[\(String(repeating: "7", count: 100))]", nil), ("[\(String(repeating: "7", count: 100))x]", 101),
    ("[1\(String(repeating: " ", count: 100))]", nil), ("[1\(String(repeating: " ", count: 100))x]", 102),
    ("\"\(String(repeating: "\\u00e9", count: 50))\"", nil),
    ("\"\(String(repeating: "\\u00e9", count: 50))\\u00g9\"", 301),
    ("\"\(String(repeating: "é", count: 50))\"", nil), ("\"\(String(repeating: "日", count: 50))\n\"", 151),
    ("\"\(String(repeating: "😀", count: 50))\"", nil), ("\"\(String(repeating: "\\\\", count: 50))\\", 102),
  ])
  func aLongRunIsReadToItsEnd(text: String, offset: Int?) {
    #expect(error(in: Array(text.utf8))?.offset == offset)
  }

  private func error(in text: [UInt8]) -> RecordError? {
    var scanner = JSONScanner()
    return text.withUnsafeBufferPointer { (text) -> RecordError? in
      do throws(RecordError) {
        try scanner.check(text)
        return nil
      } catch {
        return error
      }
    }
  }
}
