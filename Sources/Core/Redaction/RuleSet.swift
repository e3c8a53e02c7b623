/// The rules that come with the program, by topic, each topic a text in the form of a rule file.
package enum BuiltInRules {
  /// Rules that know their issuer come before those that judge by context: where both find as much, the first names it.
  package static let all: [StaticString] = [
    key, cloud, model, developer, messaging, payment, service, prefix, personal, national, network, name, assigned,
    command,
  ]
}

/// The rules of a run, and what finds the places where they may apply.
package final class RuleSet {
  /// Which rules are wanted.
  package struct Selection {
    package var usesBuiltInRules = true
    /// Whether every rule is taken in, whatever else is said: to show them.
    package var takesAll = false
    /// Categories to look for; nil for those that are on by default.
    package var categories: Set<Rule.Category>?
    package var disabled: Set<String> = []
    package var enabled: Set<String> = []

    package init() {}
  }

  package enum SelectionError: DescribedError, Equatable {
    case unknownRule(String)

    package var message: String {
      switch self {
      case .unknownRule(let id): "there is no rule '\(id)'"
      }
    }
    package var hint: String? { "redact --print-rules=all lists them" }
  }

  package let rules: [Rule]
  let keywords: KeywordTable
  /// For each trigger, in the order of `Trigger.allCases`, indices into `rules`.
  let rulesByTrigger: [[Int]]
  /// Indices into `rules`.
  let rulesByName: [Int]
  /// Whether a rule says itself what is done with what it finds.
  package let hasReplacements: Bool

  package init(_ rules: [Rule]) {
    self.rules = rules
    var keywords = KeywordTable()
    var rulesByTrigger = Trigger.allCases.map { _ in [Int]() }
    var rulesByName: [Int] = []
    for (index, rule) in rules.enumerated() {
      switch rule.recognition {
      case .keywords: keywords.add(rule, at: index)
      case .trigger(let trigger): rulesByTrigger[trigger.index].append(index)
      case .names: rulesByName.append(index)
      }
    }
    hasReplacements = rules.contains { $0.replacement != nil }
    self.keywords = keywords
    self.rulesByTrigger = rulesByTrigger
    self.rulesByName = rulesByName
  }

  /// Whether one of the rules has this label.
  ///
  /// - Complexity: O(the size of all rules), at the speed of `memmem`; what the answer is kept for is the caller's.
  func hasLabel(_ label: Bytes) -> Bool {
    let text = String(decoding: label, as: UTF8.self)
    return rules.contains { rule in
      rule.text.line.firstOffset(of: label) != nil && (try? RuleReader.details(rule.text))?.label == text
    }
  }

  /// - Throws: when one of the ids is no rule's.
  package func checkNames(_ ids: Set<String>) throws(SelectionError) {
    guard !ids.isEmpty else { return }
    let known = Set(rules.map(\.id))
    if let id = ids.subtracting(known).min() { throw .unknownRule(id) }
  }

  /// Chooses from the built-in rules and those of rule files.
  ///
  /// - Throws: when a rule cannot be read, two have one id, or a selection names none.
  package convenience init(_ selection: Selection, adding files: [RuleFile]) throws {
    // A user's own rules come first: where two find the same text, theirs gives the label.
    let own = files.flatMap(\.rules)
    let named = selection.named
    // The ids of the built-in rules are different, as a test makes sure of.
    let needsCheck = !own.isEmpty || !named.isEmpty
    var known = needsCheck ? own.map(\.id) : []
    var rules: [Rule] = []
    rules.reserveCapacity(own.count + 512)
    rules += own.lazy.filter { selection.contains($0, isOwn: true, isNamed: !named.isEmpty) }
    if selection.usesBuiltInRules {
      try BuiltInRules.forEach { rule in
        if needsCheck { known.append(rule.id) }
        if selection.contains(rule, isOwn: false, isNamed: !named.isEmpty) { rules.append(rule) }
      }
    }
    if needsCheck { try Self.check(known, named) }
    self.init(rules)
  }

  private static func check(_ identifiers: [String], _ named: Set<String>) throws {
    var known: Set<String> = []
    for id in identifiers where !known.insert(id).inserted {
      throw RuleError(.repeatedIdentifier, at: Location(id))
    }
    for id in named.sorted() where !known.contains(id) {
      throw SelectionError.unknownRule(id)
    }
  }
}

extension RuleSet.Selection {
  fileprivate var named: Set<String> { disabled.union(enabled) }

  /// - Parameter isNamed: whether any rule is named.
  fileprivate func contains(_ rule: Rule, isOwn: Bool, isNamed: Bool) -> Bool {
    if takesAll { return true }
    if isNamed {
      if disabled.contains(rule.id) { return false }
      if enabled.contains(rule.id) { return true }
    }
    guard !rule.isOptional else { return false }
    if let categories { return categories.contains(rule.category) }
    return isOwn || rule.category.isOnByDefault
  }
}
