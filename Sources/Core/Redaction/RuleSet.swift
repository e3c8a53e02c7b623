/// The rules that come with the program, by topic, each topic a text in the form of a rule file.
package enum BuiltInRules {
  /// Rules that know their issuer come before those that judge by context: where both find as much, the first names it.
  package static let all: [StaticString] = [
    key, cloud, model, developer, messaging, payment, service, personal, national, network, name, assigned,
  ]
}

/// The rules of a run, and what finds the places where they may apply.
package final class RuleSet {
  /// Which rules are wanted.
  package struct Selection {
    package var usesBuiltInRules = true
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
    package var hint: String? { "redact --print-rules lists them" }
  }

  package let rules: [Rule]
  /// The keywords, in lower case, and for each the rules that it calls, as indices into `rules`.
  let keywords: [[UInt8]]
  let rulesByKeyword: [[Int]]
  let rulesByTrigger: [Trigger: [Int]]

  package init(_ rules: [Rule]) {
    self.rules = rules
    var numbers: [[UInt8]: Int] = [:]
    var keywords: [[UInt8]] = []
    var rulesByKeyword: [[Int]] = []
    var rulesByTrigger: [Trigger: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      switch rule.recognition {
      case .keywords(let words, _):
        for word in Set(words.map { $0.map(LiteralMatcher.lowercased) }) {
          if let number = numbers[word] {
            rulesByKeyword[number].append(index)
          } else {
            numbers[word] = keywords.count
            keywords.append(word)
            rulesByKeyword.append([index])
          }
        }
      case .trigger(let trigger): rulesByTrigger[trigger, default: []].append(index)
      case .names: break
      }
    }
    self.keywords = keywords
    self.rulesByKeyword = rulesByKeyword
    self.rulesByTrigger = rulesByTrigger
  }

  /// Chooses from the built-in rules and those of rule files.
  ///
  /// - Throws: when a rule cannot be read, two have one id, or a selection names none.
  package convenience init(_ selection: Selection, adding files: [RuleFile]) throws {
    var rules: [Rule] = []
    if selection.usesBuiltInRules {
      for text in BuiltInRules.all {
        rules += try RuleFile(Bytes(text), name: "built-in rules", owner: nil).rules
      }
    }
    // A user's own rules come first: where two find the same text, theirs gives the label.
    rules = files.flatMap(\.rules) + rules
    var known: Set<String> = []
    for rule in rules where !known.insert(rule.id).inserted {
      throw RuleError(.repeatedIdentifier, at: Location(rule.id))
    }
    for id in selection.disabled.union(selection.enabled).sorted() where !known.contains(id) {
      throw SelectionError.unknownRule(id)
    }
    let own = Set(files.flatMap(\.rules).map(\.id))
    self.init(
      rules.filter { rule in
        guard !selection.disabled.contains(rule.id) else { return false }
        if selection.enabled.contains(rule.id) { return true }
        if let categories = selection.categories { return categories.contains(rule.category) }
        return rule.category.isOnByDefault || own.contains(rule.id)
      })
  }
}
