/// Tells which rule, if any, a member's name belongs to.
///
/// Records repeat their names, so the answers are remembered for a few hundred of them. It belongs to one thread.
final class SecretNames {
  private struct Entry {
    var name: [UInt8] = []
    var rule: Int?
    var isSet = false
  }

  private struct NamedRule {
    var rule: Int
    var names: [NamePattern]
    var unless: [NamePattern]
  }

  private let set: RuleSet
  /// Read when the first name is looked up.
  private lazy var rules: [NamedRule] = set.rulesByName.compactMap { index in
    guard let details = try? RuleReader.details(set.rules[index].text) else { return nil }
    return NamedRule(rule: index, names: details.names, unless: details.exceptedNames)
  }
  private var remembered = [Entry](repeating: Entry(), count: 256)
  private var folded: [UInt8] = []
  /// Names longer than this are nobody's: a rule by name speaks of words.
  private static let longestName = 128

  init(_ set: RuleSet) {
    self.set = set
  }

  /// The rule whose names the decoded `name` is one of, as an index into the rule set.
  func rule(for name: Bytes) -> Int? {
    guard !set.rulesByName.isEmpty, name.count <= Self.longestName, !name.isEmpty else { return nil }
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let slot = Int(hash & 255)
    if remembered[slot].isSet, remembered[slot].name.withUnsafeBufferPointer({ $0.equals(name) }) {
      return remembered[slot].rule
    }
    let rule = look(for: name)
    remembered[slot] = Entry(name: Array(name), rule: rule, isSet: true)
    return rule
  }

  private func look(for name: Bytes) -> Int? {
    folded.removeAll(keepingCapacity: true)
    for byte in name {
      if let byte = NamePattern.folded(byte) { folded.append(byte) }
    }
    for rule in rules where rule.names.contains(where: fits) && !rule.unless.contains(where: fits) { return rule.rule }
    return nil
  }

  private func fits(_ pattern: NamePattern) -> Bool {
    switch pattern.place {
    case .whole: folded == pattern.name
    case .prefix: folded.starts(with: pattern.name)
    case .suffix: folded.count >= pattern.name.count && folded.suffix(pattern.name.count).elementsEqual(pattern.name)
    }
  }
}
