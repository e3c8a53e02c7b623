/// Tells which rules do not do what their own examples say.
package enum RuleCheck {
  /// An example that a rule treats otherwise than it says.
  package struct Failure: Equatable {
    package var rule: String
    /// 1-based, in the rule's list.
    package var number: Int
    /// Whether it is one of the rule's `positives`.
    package var isPositive: Bool
  }

  /// Runs each rule, alone, over its own examples.
  package static func failures(in rules: [Rule]) -> [Failure] {
    var failures: [Failure] = []
    for rule in rules {
      let redactor = Redactor(RuleSet([rule]), Redactor.Options())
      guard let details = try? RuleReader.details(rule.text) else { continue }
      for (isPositive, examples) in [(true, details.positives), (false, details.negatives)] {
        for (index, example) in examples.map(rule.text.decoded).enumerated()
        where finds(redactor, rule, example) != isPositive {
          failures.append(Failure(rule: rule.id, number: index + 1, isPositive: isPositive))
        }
      }
    }
    return failures
  }

  /// An example of a rule by names is a record, any other is a text.
  private static func finds(_ redactor: Redactor, _ rule: Rule, _ example: [UInt8]) -> Bool {
    let output = ByteBuffer()
    return example.withUnsafeBufferPointer { text in
      if case .names = rule.recognition { return (try? redactor.redact(text, into: output)) == .changed }
      return (try? redactor.redactText(text, into: output)) == .changed
    }
  }
}
