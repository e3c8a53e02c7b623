/// Tells the author of rules what is wrong with them.
package enum RuleCheck {
  /// An example that a rule treats otherwise than it says.
  package struct Failure: Equatable {
    package var rule: String
    /// 1-based, in the rule's list.
    package var number: Int
    /// Whether it is one of the rule's `positives`.
    package var isPositive: Bool
    /// What the rule did instead, without the example.
    package var reason: String

    /// Lower case, without a full stop: `positive 2: none of the keywords is in it`.
    package var message: String { "\(isPositive ? "positive" : "negative") \(number): \(reason)" }
  }

  /// Runs each rule, alone, over its own examples.
  package static func failures(in rules: [Rule]) -> [Failure] {
    rules.flatMap { rule -> [Failure] in
      guard let details = try? RuleReader.details(rule.text) else { return [] }
      let examination = RuleExamination(rule, details)
      var failures: [Failure] = []
      for (isPositive, examples) in [(true, details.positives), (false, details.negatives)] {
        for (index, example) in examples.enumerated() {
          let text = rule.text.decoded(example)
          guard let reason = text.withUnsafeBufferPointer({ examination.objection(to: $0, isPositive: isPositive) })
          else { continue }
          failures.append(Failure(rule: rule.id, number: index + 1, isPositive: isPositive, reason: reason))
        }
      }
      return failures
    }
  }

  /// What speaks against a rule that does what its examples say: why it may be slow, or was not tried.
  package static func warnings(on rule: Rule) -> [String] {
    guard let details = try? RuleReader.details(rule.text) else { return [] }
    var warnings: [String] = []
    if details.positives.isEmpty { warnings.append("no positives show that it finds anything") }
    if details.negatives.isEmpty { warnings.append("no negatives show what it leaves alone") }
    let pace = RulePace(rule, details)
    return warnings + pace.keywordWarnings + pace.measuredWarnings()
  }
}
