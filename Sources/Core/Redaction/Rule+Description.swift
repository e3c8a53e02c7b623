extension Rule {
  /// What the rule is about; only its id where it cannot be read.
  package var description: RuleDescription {
    guard let details = try? RuleReader.details(text) else { return RuleDescription(id) }
    let words = text(of: details.description)
    return RuleDescription(words.isEmpty ? id : words, source: text(of: details.source))
  }

  private func text(of place: RuleText.StringPlace?) -> String {
    place.map { String(decoding: text.decoded($0), as: UTF8.self) } ?? ""
  }
}

/// Looks up what rules are about, each once.
package final class RuleDescriptions {
  private let set: RuleSet
  private var known: [String: RuleDescription] = [:]
  /// Where each rule stands in the set; made when it is first needed.
  private lazy var indices = Dictionary(
    set.rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })

  package init(_ set: RuleSet) {
    self.set = set
  }

  /// What the rule of that id is about, nil if it is not in the set.
  package subscript(id id: String) -> RuleDescription? {
    if let description = known[id] { return description }
    guard let rule = rule(id) else { return nil }
    let description = rule.description
    known[id] = description
    return description
  }

  /// The rule of that id, nil if it is not in the set.
  package func rule(_ id: String) -> Rule? {
    indices[id].map { set.rules[$0] }
  }
}
