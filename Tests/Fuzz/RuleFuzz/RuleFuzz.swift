import Core
import FuzzDriver

/// Whatever the rules look for, what changes stays JSON and does not change again: a rule file from the first bytes, a
/// record from the others. A rule file that is refused says where; a record that a rule cannot be held to is not let out.
@main enum RuleFuzz {
  static func main() {
    var scanner = JSONScanner()
    let once = ByteBuffer()
    let twice = ByteBuffer()
    Fuzz.run { bytes in
      var draw = Draw(bytes: bytes)
      let text = ByteBuffer()
      for number in 0...draw.below(3) { text.append(rule(number, &draw)) }
      let options = Redactor.Options()
      let file: RuleFile
      do {
        file = try RuleFile(text, name: "rules")
      } catch {
        Fuzz.expect((error as? RuleError)?.location?.line != nil, "a fault without its place")
        return
      }
      let redactor = Redactor(RuleSet(file.rules), options)
      let record = record(&draw)
      once.removeAll()
      twice.removeAll()
      do {
        let outcome = try redactor.redact(record.bytes, into: once)
        guard outcome == .changed else {
          Fuzz.expect(once.isEmpty, "output for a record that does not change")
          return
        }
        Fuzz.expect(scanner.accepts(once.bytes), "the redacted record is no JSON")
        Fuzz.expect(try redactor.redact(once.bytes, into: twice) == .unchanged, "redacting twice is not redacting once")
      } catch {
        guard case .notJSON = error as? RedactionFailure else { return }
        Fuzz.expect(!scanner.accepts(record.bytes), "a record was refused as no JSON")
      }
    }
  }

  /// What patterns are put together from; not all that is put together can be read.
  private static let pieces = [
    "a", "b", "ab", "[ab]", "[^a]", "[0-9]", "\\d", "\\w", "\\s", "\\b", ".", "*", "+", "?", "{2,3}", "*+", "|", "(",
    "(?:", ")",
    "(?i)", "(?<=a)", "(?=b)", "(?!b)", "(?<!1)", "^", "$", "é", "\\x{1F600}", "X", "\\[", "\\]", "\"", "\\\\", "_",
    "1", " ", "\\n",
    "\\K", "\\R", "(?<n>a)", "[[:alpha:]]", "\\p{L}", "",
  ]
  private static let keywords = ["ab", "a1", "b", "X", "[X", "X]", "é", "1", "_a", "\"", "a b", "😀"]
  private static let triggers = ["at-sign", "digits", "number", "word", "long-word", "colon", "country-code"]
  private static let names = ["a", "*b", "x*", "key", "ab1"]
  private static let characters = [
    "a", "b", "1", "2", "ab", "A", "B", " ", "X", "[", "]", "[X]", "é", "😀", "_", "-", ".", "@", ":", "\n", "\"", "\\",
    "{", "}", "\\u0061", "%61",
    "a1b2", "123456789", "\u{2028}", "\t",
  ]

  private static func rule(_ number: Int, _ draw: inout Draw) -> String {
    let heading = "{\"id\":\"r\(number)\",\"category\":\"secret\",\"description\":\"d\","
    let kind = draw.below(8)
    if kind == 0 {
      return heading + "\"names\":[\"\(draw.one(of: names))\"],\"value\":\"literal\",\"label\":\"X\"}\n"
    }
    let recognition =
      kind == 1
      ? "\"trigger\":\"\(draw.one(of: triggers))\""
      : "\"keywords\":[\(quoted(draw.one(of: keywords))),\(quoted(draw.one(of: keywords)))]"
    var pattern = ""
    var depth = 0
    for _ in 0...draw.below(10) {
      let piece = draw.one(of: pieces)
      if piece == ")", depth == 0 { continue }
      depth += piece == "(" || piece == "(?:" ? 1 : piece == ")" ? -1 : 0
      pattern += piece
    }
    pattern += String(repeating: ")", count: depth)
    let anchored = draw.below(4) == 0 ? ",\"anchored\":true" : ""
    let group = draw.below(4) == 0 ? ",\"group\":1" : ""
    let label = draw.one(of: ["X", "AB", "A1", "A_B"])
    return heading + recognition + ",\"pattern\":\(quoted(pattern))\(anchored)\(group),\"label\":\"\(label)\"}\n"
  }

  /// Now and then the bytes as they are; else strings, names and numbers of characters that the rules look for.
  private static func record(_ draw: inout Draw) -> ByteBuffer {
    let record = ByteBuffer()
    switch draw.below(5) {
    case 0: record.append(draw.rest())
    case 1: record.append("[\(string(&draw)),\(string(&draw)),1234567890123]")
    case 2: record.append("{\(string(&draw)):\(string(&draw)),\"key\":\(string(&draw))}")
    case 3: record.append("{\"a\":\(quoted("{\"b\":\(string(&draw)),\"key\":[\(string(&draw))]}"))}")
    default: record.append("{\"a\":\(string(&draw))}")
    }
    return record
  }

  private static func string(_ draw: inout Draw) -> String {
    quoted((0..<draw.below(24)).map { _ in draw.one(of: characters) }.joined())
  }

  private static func quoted(_ text: String) -> String {
    let buffer = ByteBuffer()
    JSONString.appendQuoted(text, to: buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

/// Choices from the fuzzer's bytes; the first of each behind their end.
private struct Draw {
  let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func below(_ limit: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    defer { offset += 1 }
    return Int(bytes[offset]) % limit
  }

  mutating func one(of choices: [String]) -> String {
    choices[below(choices.count)]
  }

  /// The bytes that are left; none are behind them.
  mutating func rest() -> UnsafeBufferPointer<UInt8> {
    defer { offset = bytes.count }
    return UnsafeBufferPointer(rebasing: bytes[offset...])
  }
}
