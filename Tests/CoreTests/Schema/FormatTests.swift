import Foundation
import Testing

@testable import Core

@Suite struct FormatTests {
  @Test(.enabled(if: TestData.shared != nil, "left out: ../shared/testdata is not here"))
  func everyCaseOfTheSuiteIsDecided() throws {
    var count = 0
    for group in try SchemaSuite.groups(in: "optional/format", { $0.hasSuffix(".json") }) {
      let name = try #require(group.schema["format"] as? String ?? group.schema["pattern"].map { _ in "" })
      let format = Self.format(name, knowsALabels: group.draft != "draft4" && group.draft != "draft6")
      for test in group.tests {
        count += 1
        guard let format, let text = test.data as? String else {
          #expect(test.isValid, "\(group.draft) \(group.file): \(test.description)")
          continue
        }
        #expect(Self.accepts(text, format) == test.isValid, "\(group.draft) \(group.file): \(test.description)")
      }
    }
    #expect(count == 2741)
  }

  @Test func everyFormatKnowsItsName() {
    for format in Format.allCases where format != .plainHostname {
      #expect(Self.format(format.rawValue) == format)
    }
    #expect(Self.format("hostname", knowsALabels: false) == .plainHostname)
    #expect(Self.format("hostname of RFC 1123") == nil)
    #expect(Self.format("colour") == nil)
  }

  @Test(arguments: [
    (
      Format.dateTime, ["2026-11-21T23:59:60Z", "2026-11-21t00:00:00.5+14:00"], ["2026-11-21", "2026-11-21 00:00:00Z"]
    ),
    (.duration, ["P1W", "PT5M", "P1Y2M"], ["P", "P1Y1D", "P1WT1H", "PT", "1D"]),
    (.email, ["a@b", "\"a\\\" b\"@c.example", "a@[IPv6:::1]"], ["a@", "@b", "a@-b", "\"a@b", "a@[::1]", "é@b"]),
    (.internationalEmail, ["é@b", "a@é.example"], ["@é", "é", "a@é..b"]),
    (.hostname, ["a", "xn--bcher-kva.example"], ["a.", "-a", "a_b", "xn--bcher-kva-", "xn--a"]),
    (.plainHostname, ["xn--a", "a--b"], ["a.", "-a"]),
    (.internationalHostname, ["bücher.example", "xn--bcher-kva", "BÜCHER".lowercased()], ["BÜCHER", "ab--cd", "a b"]),
    (.ipv6, ["::", "1::", "::1.2.3.4", "1:2:3:4:5:6:7::"], ["1:2:3:4:5:6:7:8::", "::1%eth0", ":::", "1:", ":1::2"]),
    (.uri, ["a:", "a:b", "http://[::1]:80/", "http://a:/"], ["", "a", "http://[::1", "http://[::1]x", "a:%4"]),
    (.uriReference, ["", "?", "#", "//a", "a/b:c"], ["a b", ":", "#a#b", "é"]),
    (.iriReference, ["é", "?\u{E000}"], ["\u{E000}", "\u{80}"]),
    (.uriTemplate, ["{a}", "{?a,b*}", "{a:3}é"], ["{", "}", "{a:}", "{a*:3}", "{.}", "%2"]),
    (.jsonPointer, ["", "/", "/~0~1"], ["a", "/~", "/~2"]),
    (.relativeJSONPointer, ["0", "1#", "10/a"], ["00", "#", "-1", "1a"]),
    (.uuid, ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567e89b12d3a456426614174000", ""]),
    (.regex, ["(?<=a+)b", "(?i:a)", "[]"], ["\\a", "(?P<a>b)", "(", "\\p{Greek}", "\\p{Script=Klingon}"]),
  ])
  func aFormatAcceptsWhatItsStandardSays(format: Format, accepted: [String], refused: [String]) {
    for text in accepted { #expect(Self.accepts(text, format), "\(format): \(text)") }
    for text in refused { #expect(!Self.accepts(text, format), "\(format): \(text)") }
  }

  /// Every text that other people's cases begin with, at every length: nothing traps.
  @Test func noBeginningOfATextIsTooShort() {
    let texts = [
      "2026-11-21T23:59:60.5+01:30", "P1Y2M3DT4H5M6S", "\"a\\ b\"@[IPv6:::1]", "xn--bcher-kva.xn--a", "::ffff:1.2.3.4",
      "http://u%20@[v1.a]:80/a%20b?c#d", "{+a%20,b:10,c*}x%20", "/a~0~1", "10/a~0",
      "(?<a>[\\w-\\u{61}]{2,3}?)\\k<a>\\p{L}",
      "ा\u{200C}\u{94D}\u{375}\u{30FB}א",
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      for format in Format.allCases {
        for end in 0...bytes.count {
          let part = String(decoding: bytes[..<end], as: UTF8.self)
          _ = Self.accepts(part, format)
        }
      }
    }
    #expect(texts.count == 11)
  }

  private static func format(_ name: String, knowsALabels: Bool = true) -> Format? {
    Array(name.utf8).withUnsafeBufferPointer { Format($0, knowsALabels: knowsALabels) }
  }

  private static func accepts(_ text: String, _ format: Format) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { format.accepts($0) }
  }
}
