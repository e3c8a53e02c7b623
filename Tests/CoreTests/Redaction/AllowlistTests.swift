import Testing

@testable import Core

@Suite struct AllowlistTests {
  @Test func everyPatternOfThePublishedExamplesCanBeCompiled() throws {
    let list = Allowlist.publishedExamples
    #expect(list.values.count > 80)
    #expect(list.patterns.count > 10)
    for pattern in list.patterns {
      let text = String(decoding: pattern, as: UTF8.self)
      #expect(throws: Never.self, "\(text)") { try Pattern(pattern, isAnchored: true) }
      #expect(throws: Never.self, "\(text)") { try Pattern(Allowlist.whole(pattern), isAnchored: true) }
    }
  }

  /// Values are compared without separators, so one that is written with them would never be met.
  @Test func noPublishedValueHasASeparatorLeft() {
    for value in Allowlist.publishedExamples.values {
      #expect(!value.contains(UInt8(ascii: " ")) && !value.isEmpty)
    }
  }

  @Test(arguments: [
    ("AKIAIOSFODNN7EXAMPLE", true), ("AKIAIOSFODNN7EXAMPLF", false), ("xAKIAIOSFODNN7EXAMPLE", false),
    ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", true), ("4111 1111 1111 1111", true), ("4111111111111112", false),
    ("user@example.com", true), ("user@mail.EXAMPLE.org", true), ("user@notexample.com", false),
    ("user@example.com.evil.io", false), ("user@example.co", false), ("user@a.test", true), ("user@test.io", false),
    ("+1 (212) 555-0142", true), ("212-555-0242", false), ("1 212 555 01423", false), ("GB82WEST12345698765432", true),
    ("GB82 WEST 1234 5698 7654 32", true), ("078-05-1120", true), ("078-05-1121", false), ("192.0.2.1", true),
    ("192.0.3.1", false), ("2001:db8::1", true), ("2001:dead::1", false), ("", false),
  ])
  func whatIsPublishedAndWhatOnlyLooksSo(text: String, isPublished: Bool) throws {
    let values = try AllowedValues(.publishedExamples)
    let bytes = Array(text.utf8)
    let contains = try bytes.withUnsafeBufferPointer { try values.contains($0, MatchContext()) }
    #expect(contains == isPublished)
  }

  @Test func aFileHasValuesPatternsAndComments() throws {
    let list = try allowlist("# comment\n\nplain value \r\n/a|bc/\n/\n//\n\\d\n/\\Q#1\\E/\nlast")
    let values = try AllowedValues(list)
    func allows(_ text: String) throws -> Bool {
      let bytes = Array(text.utf8)
      return try bytes.withUnsafeBufferPointer { try values.contains($0, MatchContext()) }
    }
    for text in ["plain value ", "a", "bc", "/", "\\d", "#1", "last"] { #expect(try allows(text), "\(text)") }
    for text in ["plain value", "# comment", "abc", "ab", "b", "1", "xlast", "lastx", "LAST", "a\n"] {
      #expect(try !allows(text), "\(text)")
    }
  }

  @Test(arguments: [
    ("a\n/(/\n", "f:2:3: pattern: missing closing parenthesis"),
    ("/a)|(b/", "f:1:3: pattern: unmatched closing parenthesis"),
    ("/\\/", "f:1:3: pattern: \\ at end of pattern"), ("/(?x)a # b/", "f:1:"),
  ])
  func aBadPatternIsRefusedWithItsPlace(text: String, message: String) throws {
    do {
      _ = try allowlist(text)
      Issue.record("it was taken")
    } catch {
      #expect("\(error.location.map { "\($0)" } ?? ""): \(error.message)".hasPrefix(message), "\(error)")
    }
  }

  @Test func aPatternWithoutEndWithholdsTheRecord() throws {
    let rule = #"{"id":"t","category":"secret","description":"d","keywords":["zz"],"pattern":"zz\\w+!?","label":"T"}"#
    let text = ByteBuffer()
    text.append(rule)
    var options = Redactor.Options()
    options.allowlists = [try allowlist("/zz(a+)+/")]
    let redactor = Redactor(RuleSet(try RuleFile(text, name: "f").rules), options)
    let record = Array("\"zz\(String(repeating: "a", count: 60))!\"".utf8)
    let failure = record.withUnsafeBufferPointer { bytes -> RedactionFailure? in
      do throws(RedactionFailure) {
        _ = try redactor.redact(bytes, into: ByteBuffer())
        return nil
      } catch { return error }
    }
    #expect(failure == .matchLimit(rule: "--allow"))
  }

  private func allowlist(_ text: String) throws(AllowlistError) -> Allowlist {
    let buffer = ByteBuffer()
    buffer.append(text)
    return try Allowlist(buffer.bytes, name: "f")
  }
}
