import Foundation
import Testing

@testable import Core

@Suite struct SchemaPatternTests {
  @Test(.enabled(if: TestData.shared != nil, "left out: ../shared/testdata is not here"))
  func everyPatternOfTheSuiteMatchesAsItSays() throws {
    let files = ["ecmascript-regex.json", "non-bmp-regex.json"]
    var groups = try SchemaSuite.groups(in: "optional", { files.contains($0) })
    groups += try SchemaSuite.groups(in: "", { $0 == "pattern.json" })
    var counts: [String: Int] = [:]
    for group in groups {
      for test in group.tests {
        let place = "\(group.draft) \(group.file): \(group.description): \(test.description)"
        if let pattern = group.schema["pattern"] as? String {
          counts[group.draft, default: 0] += 1
          let text = test.data as? String
          #expect(try text.map { try Self.matches(pattern, $0) } ?? true == test.isValid, "\(place)")
        } else if let pattern = (group.schema["patternProperties"] as? [String: Any])?.keys.first {
          counts[group.draft, default: 0] += 1
          let names = (test.data as? [String: Any] ?? [:]).keys
          // Either no other members are allowed, or the one that matches has another type.
          let isClosed = group.schema["additionalProperties"] as? Bool == false
          let matches = try names.map { try Self.matches(pattern, $0) }
          let isInteger = (test.data as? [String: Any])?.values.allSatisfy { $0 is Int } == true
          #expect(
            (isClosed ? matches.allSatisfy { $0 } : matches.allSatisfy { $0 } && isInteger) == test.isValid, "\(place)")
        }
      }
    }
    for draft in SchemaSuite.drafts { #expect((counts[draft] ?? 0) >= 86, "\(draft): \(counts[draft] ?? 0)") }
  }

  @Test(arguments: [
    (#"^\d+\/[[a-z]$"#, ["12/[", "1/a"], ["12/[\n", "1//", "١/a"]),
    (#"^[^]$"#, ["\n", "é"], ["", "ab"]),
    (#"[]"#, [], ["", "a"]),
    (#"^.$"#, ["a", "\u{85}", "😀"], ["\n", "\r", "\u{2028}", "\u{2029}"]),
    (#"^\cJ\x41\u0042\u{43}\uD83D\uDE00\0$"#, ["\nABC😀\0"], ["\nABC"]),
    (#"^[\b\-\w-.\]]+$"#, ["\u{8}-a-.]"], ["b d"]),
    (#"^\s\S[\S]$"#, ["\u{FEFF}ab", "\u{3000}\u{200B}\u{85}"], ["\u{85}ab", "  \u{A0}"]),
    (#"^(?<q>["']).*?\k<q>$"#, [#""a""#, "'a'"], [#""a'"#]),
    (#"^(?:(a)|b)\1$"#, ["aa", "b"], ["a", "ba"]),
    (#"^\p{Lu}\p{Lowercase_Letter}\P{L}\p{Script=Greek}\p{sc=Han}\p{Alphabetic}$"#, ["Aa1α字b"], ["aA1α字b"]),
    (#"^\p{Any}\p{Assigned}\p{ASCII}$"#, ["\u{378}éa"], ["a\u{378}a", "aaé"]),
    (#"^[\p{L}\P{N}]$"#, ["a", " "], ["1"]),
    (#"^[\ud800-\udfffa]$"#, ["a"], ["\u{FFFD}"]),
    (#"^{a}[\u{61}-\x62]{1,2}?$"#, ["{a}ab"], ["{a}abc"]),
    (#"a{,2}]}"#, ["a{,2}]}"], ["aa]}"]),
    (#"(?<=ab)c(?!d)"#, ["abce"], ["abcd", "c"]),
    (#"^(?:x(["']).*?\1|y)*$"#, [#"x"a"yx'b'"#], [#"x"a'"#]),
    ("^x-", ["x-", "x-a"], ["ax-", "x"]), ("b$", ["ab", "b"], ["b\n", "ba"]), ("^é$", ["é"], ["e", "éé"]),
    ("o", ["foo"], ["f", ""]), ("", ["", "a"], []), ("^", ["", "a"], []), ("$", ["", "a"], []), ("^$", [""], ["a"]),
    ("^[a-zA-Z0-9_-]{1,3}$", ["a-_", "Z"], ["", "abcd", "é", "a\n"]), ("^[ab]*$", ["", "ba"], ["c"]),
    (#"\/"#, ["/"], ["a"]), ("^[a-]$", ["a", "-"], ["b"]), ("^[+--]$", ["+", ",", "-"], ["."]),
  ])
  func aPatternMatchesAsECMA262Says(pattern: String, matching: [String], others: [String]) throws {
    for text in matching { #expect(try Self.matches(pattern, text), "\(pattern): \(text)") }
    for text in others { #expect(try !Self.matches(pattern, text), "\(pattern): \(text)") }
    // A long text takes the pattern with callouts.
    guard pattern.hasSuffix("$"), !pattern.contains("|") else { return }
    for text in matching where !pattern.contains("^") {
      #expect(try Self.matches(pattern, String(repeating: "z", count: 1000) + text))
    }
  }

  @Test(
    arguments: [
      ("(", .unclosedGroup, 0), ("a)", .unopenedGroup, 1), ("(?P<a>b)", .unknownGroup, 0), ("(?#a)", .unknownGroup, 0),
      ("(?i)a", .unknownGroup, 0), ("(?>a)", .unknownGroup, 0), ("(*UTF)", .nothingToRepeat, 1),
      ("[a", .unclosedClass, 0), ("[b-a]", .reversedRange, 1), ("*", .nothingToRepeat, 0), ("a**", .nothingToRepeat, 2),
      ("a++", .nothingToRepeat, 2), ("^*", .nothingToRepeat, 1), ("(?=a)*", .nothingToRepeat, 5),
      ("a{2,1}", .reversedQuantifier, 1), (#"\a"#, .badEscape, 0), (#"\"#, .badEscape, 0), (#"\u12"#, .badEscape, 0),
      (#"\01"#, .badEscape, 0), (#"a\1"#, .unknownReference, 1), (#"\k<a>"#, .unknownReference, 0),
      (#"\p{Greek}"#, .unknownProperty, 0), (#"\p{lu}"#, .unknownProperty, 0),
      (#"\p{sc=Klingon}"#, .unknownProperty, 0),
      ("(?<1>a)", .badGroupName, 3), ("(?<a>b)(?<a>c)", .repeatedGroupName, 7),
      ("(?<=a+)b", .unboundedLookBehind, 0), (#"(?:(a)|\1b)*"#, .referenceIntoRepeat, 7),
      (#"(?:\1(a))*"#, .referenceIntoRepeat, 3), (#"(?:(a)?b)*\1"#, .referenceIntoRepeat, 10),
      (#"(a)(?<=\1)"#, .referenceInLookBehind, 7), (#"(?:(?<n>a)|(?<n>b))\k<n>"#, .ambiguousReference, 19),
      ("(?i:a)", .modifiers, 0), ("a{65536}", .largeQuantifier, 1),
      (String(repeating: "(", count: 300) + String(repeating: ")", count: 300), .tooLarge, 0),
    ] as [(String, SchemaPatternError.Reason, Int)])
  func whatIsNoPatternIsToldAtItsPlace(pattern: String, reason: SchemaPatternError.Reason, offset: Int) {
    #expect(throws: SchemaPatternError(reason, at: offset)) { try Self.matches(pattern, "") }
  }

  /// Exponential, cubic and quadratic ones, in texts short and long: an answer or a refusal within seconds.
  @Test(arguments: [
    ("^(a+)+$", String(repeating: "a", count: 100) + "!"), ("^(a|aa)+$", String(repeating: "a", count: 100) + "!"),
    ("(x+x+)+y$", String(repeating: "x", count: 5000) + "yz"),
    ("^.*a.*a.*a.*b$", String(repeating: "a", count: 100_000) + "bc"),
    (#"\s+$"#, String(repeating: " ", count: 200_000) + "x"),
    ("(?:a?){50}a{50}b", String(repeating: "a", count: 49) + "cb"),
  ])
  func aMatchWithoutEndIsGivenUp(pattern: String, text: String) {
    let start = Clock.monotonicNanoseconds
    #expect(throws: MatchLimitError.self) { try Self.matches(pattern, text) }
    #expect(Clock.monotonicNanoseconds - start < 20_000_000_000)
  }

  @Test func aLongTextThatIsEasyIsMatched() throws {
    let text = String(repeating: "QUJD", count: 500_000)
    #expect(try Self.matches(#"^(?:[A-Za-z0-9+\/]{4})*(?:[A-Za-z0-9+\/]{2}==|[A-Za-z0-9+\/]{3}=)?$"#, text))
    #expect(try Self.matches("^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$", "data:image/png;base64," + text))
    #expect(try !Self.matches(#"\d{3}-\d{4}"#, text))
  }

  private static func matches(_ pattern: String, _ text: String) throws -> Bool {
    let compiled = try Array(pattern.utf8).withUnsafeBufferPointer { try SchemaPattern($0) }
    return try Array(text.utf8).withUnsafeBufferPointer { try compiled.matches($0) }
  }
}
