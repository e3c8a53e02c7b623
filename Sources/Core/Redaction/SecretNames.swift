/// What a member's name says of its value.
enum NameMeaning {
  case nothing
  /// The rule by names that the value stands under, as an index into the rule set.
  case rule(Int)
  /// The value is itself a name: `{"name": "DB_PASSWORD", "value": …}`.
  case nameOfPair
  /// The value belongs to the name that a member before it told.
  case valueOfPair

  /// - Parameter name: folded as the names of rules are.
  fileprivate init(ofPair name: [UInt8]) {
    if Self.names.contains(where: { name.elementsEqual($0.utf8) }) {
      self = .nameOfPair
    } else if Self.values.contains(where: { name.elementsEqual($0.utf8) }) {
      self = .valueOfPair
    } else {
      self = .nothing
    }
  }

  private static let names = ["name", "key", "variable", "variablename", "parameterkey", "parametername", "field"]
  private static let values = ["value", "val", "variablevalue", "parametervalue", "defaultvalue"]
}

/// Tells which rule, if any, a member's name belongs to. It belongs to one thread.
final class SecretNames {
  /// The patterns of all rules by the byte that a name must have for them: the first, or the last for a `*` in front.
  private struct Candidate {
    var pattern: NamePattern
    var rule: Int
    /// Whether the rule has nothing to say of the names that fit.
    var isException: Bool
  }

  private let set: RuleSet
  private let hasRules: Bool
  /// Read when the first name is looked up.
  private lazy var candidates = readCandidates()
  private var folded: [UInt8] = []

  /// Names longer than this are nobody's: a rule by name speaks of words.
  private static let longestName = 128

  init(_ set: RuleSet) {
    self.set = set
    hasRules = !set.rulesByName.isEmpty
  }

  /// The rule whose names the decoded `name` is one of, as an index into the rule set.
  func rule(for name: Bytes) -> Int? {
    hasRules && name.count <= Self.longestName ? look(for: name) : nil
  }

  /// What the decoded `name` says of the value behind it.
  func meaning(of name: Bytes) -> NameMeaning {
    guard hasRules, name.count <= Self.longestName else { return .nothing }
    if let rule = look(for: name) { return .rule(rule) }
    return NameMeaning(ofPair: folded)
  }

  private func look(for name: Bytes) -> Int? {
    folded.removeAll(keepingCapacity: true)
    for byte in name {
      if let byte = NamePattern.folded(byte) { folded.append(byte) }
    }
    guard let first = folded.first, let last = folded.last else { return nil }
    // The first rule by its place in the set that fits and does not make an exception.
    var fitting: [Int] = []
    var excepted: [Int] = []
    for list in [candidates.byFirst[Int(first)], candidates.byLast[Int(last)]] {
      for candidate in list where fits(candidate.pattern) {
        if candidate.isException { excepted.append(candidate.rule) } else { fitting.append(candidate.rule) }
      }
    }
    return fitting.filter { !excepted.contains($0) }.min()
  }

  private func readCandidates() -> (byFirst: [[Candidate]], byLast: [[Candidate]]) {
    var byFirst = [[Candidate]](repeating: [], count: 256)
    var byLast = byFirst
    for index in set.rulesByName {
      guard let details = try? RuleReader.details(set.rules[index].text) else { continue }
      for (patterns, isException) in [(details.names, false), (details.exceptedNames, true)] {
        for pattern in patterns {
          let candidate = Candidate(pattern: pattern, rule: index, isException: isException)
          if pattern.place == .suffix, let last = pattern.name.last {
            byLast[Int(last)].append(candidate)
          } else if let first = pattern.name.first {
            byFirst[Int(first)].append(candidate)
          }
        }
      }
    }
    return (byFirst, byLast)
  }

  private func fits(_ pattern: NamePattern) -> Bool {
    switch pattern.place {
    case .whole: folded == pattern.name
    case .prefix: folded.starts(with: pattern.name)
    case .suffix: folded.count >= pattern.name.count && folded.suffix(pattern.name.count).elementsEqual(pattern.name)
    }
  }
}
