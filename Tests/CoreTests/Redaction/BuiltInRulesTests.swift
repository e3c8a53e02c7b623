import Testing

@testable import Core

@Suite struct BuiltInRulesTests {
  private let rules: [Rule]

  init() throws {
    var rules: [Rule] = []
    try BuiltInRules.forEach { rules.append($0) }
    self.rules = rules
  }

  @Test func everyRuleCanBeReadAndCompiled() throws {
    for rule in rules {
      #expect(throws: Never.self, "\(rule.id)") { try RuleReader.compile(rule) }
    }
  }

  @Test func everyRuleDoesWhatItsExamplesSay() throws {
    #expect(RuleCheck.failures(in: rules) == [])
  }

  @Test func everyRuleHasExamplesOfBothKinds() throws {
    for rule in rules {
      let details = try RuleReader.details(rule.text)
      #expect(!details.positives.isEmpty, "\(rule.id)")
      #expect(!details.negatives.isEmpty, "\(rule.id)")
    }
  }

  @Test func noTwoRulesShareAnIdentifier() throws {
    let identifiers = rules.map(\.id)
    #expect(Set(identifiers).count == identifiers.count)
  }

  /// A run reads only the beginning of a rule; it must be what the whole rule says.
  @Test func theBeginningOfARuleSaysWhatTheWholeRuleSays() throws {
    for rule in rules {
      let whole = try RuleReader.rule(rule.text)
      #expect(rule.id == whole.id)
      #expect(rule.category == whole.category)
      #expect(rule.isOptional == whole.isOptional)
      #expect(rule.keywords.map(\.range) == whole.keywords.map(\.range), "\(rule.id)")
      var members = RuleMembers()
      var scanner = JSONScanner()
      try scanner.scan(rule.text.line, visitor: &members)
      let keywords = members.members.first { rule.text.line.slice($0.name).equals("keywords") }?.strings ?? []
      #expect(rule.keywords.map(\.range) == keywords.map(\.range), "\(rule.id)")
      #expect(rule.keywords.map(\.hasEscapes) == keywords.map(\.hasEscapes), "\(rule.id)")
      switch (rule.recognition, whole.recognition) {
      case (.keywords, .keywords): #expect(!keywords.isEmpty, "\(rule.id)")
      case (.trigger(let one), .trigger(let other)): #expect(one == other, "\(rule.id)")
      case (.names, .names): break
      default: Issue.record("\(rule.id)")
      }
    }
  }

  /// The bound is loose, for a debug build on a busy machine; quadratic work is far beyond it.
  @Test(arguments: [
    "a", "0123456789abcdef", "@.", "a@a.", "1.", "eyJ", "-", "1", " ", "\n", "=", "\"", "://",
    "-----BEGIN PRIVATE KEY-----",
    "password=", "key: ", "+1 ", "(1) ", "a1b2 ", "::", "AKIA", "sk-",
  ])
  func hostileTextCostsNoMoreThanItsSize(piece: String) throws {
    let redactor = Redactor(try RuleSet(.init(), adding: []), .init())
    let clock = ContinuousClock()
    func time(_ size: Int) -> Duration {
      let text = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
      return clock.measure {
        text.withUnsafeBufferPointer { _ = try? redactor.redactText($0, into: ByteBuffer()) }
      }
    }
    _ = time(1_000)
    let small = (0..<3).map { _ in time(10_000) }.min() ?? .zero
    let large = time(160_000)
    // Sixteen times the text; quadratic work would be 256 times as much.
    #expect(large < small * 64 + .milliseconds(50), "\(small) for 10 kB, \(large) for 160 kB")
  }
}
