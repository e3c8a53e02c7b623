import Testing

@testable import Core

@Suite struct OpeningTests {
  private func admits(_ pattern: String, _ text: String) -> Bool {
    Array(pattern.utf8).withUnsafeBufferPointer { pattern in
      Array(text.utf8).withUnsafeBufferPointer { Opening(pattern).admits($0, at: 0) }
    }
  }

  @Test(arguments: [
    ("abc", "abcd", true), ("abc", "abd", false), ("a[0-9]{3}", "a12x", false), ("a[0-9]{3}", "a123", true),
    ("(?i)key", "KeY", true), ("(?i:k)ey", "KEY", false), ("(?:ab|cd)e", "abe", true), ("(?:ab|cd)e", "abf", false),
    ("a?b", "b", true), ("a?b", "ab", true), ("a?b", "cb", false), ("a*b", "aaaab", true), ("a{2,3}b", "aab", true),
    ("a{2,3}b", "ab", false), ("(?<!x)ab", "ab", true), ("(?=a)ab", "bb", false), ("[^a]b", "ab", false),
    ("[^a]b", "éb", true), ("[^\\W_]x", "ax", true), ("\\d{20}", "1234567890123", true),
    ("\\d{20}", "12345678901x", false),
    ("a\\1b", "axyz", true), ("(a)|b", "b", true), ("", "anything", true), ("a|", "z", true), ("\\Qa", "z", true),
    ("(?x) a", "z", true), ("[[:alpha:]]", "1", true), ("\\x41\\x{42}", "AB", true), ("\\x41\\x{42}", "AC", false),
    ("\\x{A0}b", "\u{A0}b", true), ("(?i)\\x{212A}", "k", true), ("(?i)k", "\u{212A}", true), ("a{,3}b", "b", true),
    ("(?>ab)c", "abx", false), ("(?<name>ab)c", "abc", true), ("(?|ab|cd)", "cd", true), (".b", "éb", true),
    ("a(?#)b", "ab", true), ("\\N{U+41}x", "Ax", true), ("\\x+1", "\u{0}1", true), ("[]a]", "]", true),
    ("[a-c]", "d", false), ("[\\]x]", "]", true), ("\\.x", "ax", false),
  ])
  func itAdmitsWhatCanBeginAMatch(pattern: String, text: String, expected: Bool) {
    #expect(admits(pattern, text) == expected)
  }

  @Test(arguments: [
    ("(?<![a-z])b", "ab", false), ("(?<![a-z])b", "-b", true), ("(?<=[sr]\\.)b", ".b", true),
    ("(?<=[sr]\\.)b", "ab", false),
    ("(?:(?<![a-z])|(?<=n))b", "nb", true), ("(?:(?<![a-z])|(?<=n))b", "mb", false), ("(?:(?<![a-z])x)?b", "ab", true),
    ("a?(?<!x)b", "xb", true), ("(?<!ab)c", "bc", true), ("(?<!\\W)b", "-b", false), ("(?<!\\h)b", "\tb", true),
    ("(?<!a|b)c", "ac", true), ("x|(?<!a)c", "ac", true), ("(?<!é)c", "éc", true), ("((?<!a)b|c)", "ac", true),
    ("(?i)(?<!K)b", "kb", false), ("(?<=a)b", "b", false), ("(?<!a)b", "b", true), ("(?:(?<=a)|)b", "b", true),
  ])
  func whatStandsBeforeIsSeenToo(pattern: String, text: String, expected: Bool) {
    Array(pattern.utf8).withUnsafeBufferPointer { pattern in
      let start = text.utf8.count - 1
      Array(text.utf8).withUnsafeBufferPointer {
        #expect(Opening(pattern).admits($0, at: start) == expected, "\(text)")
      }
    }
  }

  @Test func onlyTheBytesThatAreAskedForBegin() {
    let pattern = Array("\\(?\\d{3}".utf8)
    pattern.withUnsafeBufferPointer { pattern in
      let bracket = Opening(pattern) { $0 == UInt8(ascii: "(") }
      #expect(bracket[UInt8(ascii: "(")] & 1 == 1)
      #expect(bracket[UInt8(ascii: "1")] & 1 == 0)
      #expect(bracket[UInt8(ascii: "1")] & 2 == 2)
      #expect(!Opening(pattern) { $0 == UInt8(ascii: "x") }.isPossible)
    }
  }

  /// The law: where a pattern matches, its opening lets it be run. Held for every rule over its own examples and over
  /// texts made of pieces of all of them.
  @Test func whereARuleMatchesItsOpeningAdmitsIt() throws {
    var selection = RuleSet.Selection()
    selection.takesAll = true
    let rules = try RuleSet(selection, adding: []).rules
    let prepared = try rules.enumerated().map { try PreparedRule($1, index: $0) }
    let context = MatchContext()
    var generator = SplitMix(state: 11)
    var matchCount = 0
    for (rule, preparedRule) in zip(rules, prepared) where preparedRule.isAnchored {
      guard let pattern = try preparedRule.compiled() else { continue }
      var texts = preparedRule.details.positives.map(rule.text.decoded)
      for text in texts where text.count > 4 {
        for _ in 0..<4 {
          var other = text
          other[Int.random(in: 0..<other.count, using: &generator)] = UInt8.random(in: 0x20...0x7E, using: &generator)
          if UTF8Validator.isValid(other) { texts.append(other) }
        }
      }
      for text in texts {
        try text.withUnsafeBufferPointer { text in
          for start in 0..<text.count where text[start] & 0xC0 != 0x80 {
            guard try pattern.firstMatch(in: text, from: start, group: 0, context) != nil else { continue }
            matchCount += 1
            #expect(preparedRule.opening.admits(text, at: start), "\(rule.id) at \(start)")
          }
        }
      }
    }
    #expect(matchCount > rules.count)
  }
}

extension UTF8Validator {
  fileprivate static func isValid(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { firstFault(in: $0) == nil }
  }
}
