/// A rule with all that it says, its patterns compiled.
final class PreparedRule {
  /// In the rule set.
  let index: Int
  let details: RuleDetails
  let isAnchored: Bool
  /// Nil for a rule by names.
  let pattern: Pattern?
  let allowlist: [Pattern]

  /// - Throws: for a rule that cannot be read or compiled, which a rule file's reading and the tests keep from
  ///   happening; a record that would need it is then not let through.
  init(_ rule: Rule, index: Int) throws(RedactionFailure) {
    guard let details = try? RuleReader.details(rule.text) else { throw .unusableRule(rule.id) }
    let isAnchored = rule.isAnchored(details)
    do throws(PatternError) {
      var pattern: Pattern?
      if let place = details.pattern { pattern = try Pattern(rule.text.decoded(place), isAnchored: isAnchored) }
      var allowlist: [Pattern] = []
      for place in details.allowlist { allowlist.append(try Pattern(rule.text.decoded(place), isAnchored: false)) }
      self.pattern = pattern
      self.allowlist = allowlist
    } catch {
      throw .unusableRule(rule.id)
    }
    self.index = index
    self.details = details
    self.isAnchored = isAnchored
  }
}

/// Finds secrets in decoded text: keywords and triggers name the places, patterns and checks decide. It belongs to one
/// thread.
final class TextSearch {
  /// A part of the text, and the rule that found it as an index into the rule set.
  struct Match {
    var range: Range<Int>
    var rule: Int
  }

  private let set: RuleSet
  private let context = MatchContext()
  private let keywords: LiteralMatcher
  private let triggers: [Trigger]
  /// Made ready when first needed: most runs need few.
  private var prepared: [PreparedRule?]
  private var hits: [LiteralMatcher.Hit] = []
  private var places: TriggerPlaces
  /// What stood in brackets so far, and whether it is the label of a rule.
  private var knownLabels: [[UInt8]: Bool] = [:]
  /// Which rules have searched the whole of the present text.
  private var searched: Set<Int> = []

  init(_ set: RuleSet) {
    self.set = set
    keywords = LiteralMatcher(set.keywords)
    triggers = Trigger.allCases.filter { !set.rulesByTrigger[$0.index].isEmpty }
    places = TriggerPlaces(triggers)
    prepared = Array(repeating: nil, count: set.rules.count)
  }

  /// Finds what the rules look for, overlapping findings united under the rule that found the longest.
  ///
  /// - Parameter text: well-formed UTF-8.
  /// - Returns: ascending, without overlaps.
  func matches(in text: Bytes) throws(RedactionFailure) -> [Match] {
    var matches: [Match] = []
    hits.removeAll(keepingCapacity: true)
    keywords.find(in: text, into: &hits)
    if !hits.isEmpty {
      searched.removeAll(keepingCapacity: true)
      for hit in hits {
        try set.keywords.forEachRule(of: hit.literal) { (rule) throws(RedactionFailure) in
          if try ready(rule).isAnchored {
            try match(rule, in: text, at: hit.offset, &matches)
          } else if searched.insert(rule).inserted {
            try search(rule, in: text, &matches)
          }
        }
      }
    }
    if !triggers.isEmpty {
      places.find(in: text)
      for trigger in triggers {
        for place in places[trigger] {
          for rule in set.rulesByTrigger[trigger.index] { try match(rule, in: text, at: place, &matches) }
        }
      }
    }
    return matches.count > 1 ? united(matches) : matches
  }

  /// Whether a rule by names takes `text` for a secret.
  func isSecret(_ text: Bytes, byNameRule index: Int) throws(RedactionFailure) -> Bool {
    guard !isReplaced(text), Check.literalSecret.accepts(text) else { return false }
    let rule = try ready(index)
    if rule.details.value == .random, !Self.looksRandom(text) { return false }
    return try passes(text, rule)
  }

  /// Whether `text` is exactly what a replacement leaves: it holds no secret, and redacting it again would change it for
  /// ever. Only the labels of the rules in use count, so that nothing hides in brackets.
  private func isReplaced(_ text: Bytes) -> Bool {
    guard let label = Replacement.label(in: text) else { return Replacement.isMasked(text) }
    let key = Array(label)
    if let isKnown = knownLabels[key] { return isKnown }
    let isKnown = set.hasLabel(label)
    // What a text can put here is bounded.
    if knownLabels.count < 1000 { knownLabels[key] = isKnown }
    return isKnown
  }

  /// The label of a rule that has found something.
  func label(of rule: Int) -> String {
    prepared[rule]?.details.label ?? "REDACTED"
  }

  /// 16 characters or more with letters and digits, or 3 bits a byte.
  private static func looksRandom(_ text: Bytes) -> Bool {
    guard text.count >= 8, !text.contains(0x20) else { return false }
    let hasDigit = text.contains { (0x30...0x39).contains($0) }
    let hasLetter = text.contains { (0x41...0x5A).contains($0 & ~0x20) }
    return (text.count >= 16 && hasDigit && hasLetter) || (hasDigit && shannonEntropy(text) >= 3)
  }

  private func match(_ index: Int, in text: Bytes, at offset: Int, _ matches: inout [Match]) throws(RedactionFailure) {
    let rule = try ready(index)
    guard let found = try firstMatch(rule, in: text, from: offset) else { return }
    try add(found.group, rule, text, &matches)
  }

  private func search(_ index: Int, in text: Bytes, _ matches: inout [Match]) throws(RedactionFailure) {
    let rule = try ready(index)
    var start = 0
    while start <= text.count, let found = try firstMatch(rule, in: text, from: start) {
      try add(found.group, rule, text, &matches)
      start = max(found.whole.upperBound, start + 1)
      // A search starts between characters.
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    }
  }

  private func add(
    _ range: Range<Int>, _ rule: PreparedRule, _ text: Bytes, _ matches: inout [Match]
  ) throws(RedactionFailure) {
    guard !range.isEmpty else { return }
    let secret = text.slice(range)
    guard !isReplaced(secret), try passes(secret, rule) else { return }
    matches.append(Match(range: range, rule: rule.index))
  }

  /// Whether the check, the entropy and the allowlist of a rule let `secret` count.
  private func passes(_ secret: Bytes, _ rule: PreparedRule) throws(RedactionFailure) -> Bool {
    let details = rule.details
    if details.entropy > 0, shannonEntropy(secret) < details.entropy { return false }
    if let check = details.check {
      // A threshold of the rule's own goes before that of the check.
      guard check == .entropy && details.entropy > 0 || check.accepts(secret) else { return false }
    }
    for pattern in rule.allowlist {
      do throws(MatchLimitError) {
        if try pattern.firstMatch(in: secret, from: 0, group: 0, context) != nil { return false }
      } catch {
        throw RedactionFailure.matchLimit(rule: set.rules[rule.index].id)
      }
    }
    return true
  }

  private func firstMatch(
    _ rule: PreparedRule, in text: Bytes, from start: Int
  ) throws(RedactionFailure) -> (whole: Range<Int>, group: Range<Int>)? {
    guard let pattern = rule.pattern else { return nil }
    do throws(MatchLimitError) {
      return try pattern.firstMatch(in: text, from: start, group: rule.details.group, context)
    } catch {
      throw RedactionFailure.matchLimit(rule: set.rules[rule.index].id)
    }
  }

  @inline(__always)
  private func ready(_ index: Int) throws(RedactionFailure) -> PreparedRule {
    if let rule = prepared[index] { return rule }
    let rule = try PreparedRule(set.rules[index], index: index)
    prepared[index] = rule
    return rule
  }

  private func united(_ matches: [Match]) -> [Match] {
    var united: [Match] = []
    var longest = 0
    for match in matches.sorted(by: Self.precedes) {
      // The `password@host` of a URL is no address; what is before its host is found by itself.
      if let last = united.last, last.range.contains(match.range.lowerBound), isAddress(match.rule),
        set.rules[last.rule].category == .secret
      {
        continue
      }
      guard let last = united.last, match.range.lowerBound < last.range.upperBound else {
        united.append(match)
        longest = match.range.count
        continue
      }
      let end = max(last.range.upperBound, match.range.upperBound)
      united[united.count - 1].range = last.range.lowerBound..<end
      if match.range.count > longest {
        longest = match.range.count
        united[united.count - 1].rule = match.rule
      }
    }
    return united
  }

  private func isAddress(_ rule: Int) -> Bool {
    guard case .trigger(.atSign) = set.rules[rule].recognition else { return false }
    return true
  }

  private static func precedes(_ first: Match, _ second: Match) -> Bool {
    if first.range.lowerBound != second.range.lowerBound { return first.range.lowerBound < second.range.lowerBound }
    return first.rule < second.rule
  }
}

extension Pattern {
  convenience init(_ pattern: [UInt8], isAnchored: Bool) throws(PatternError) {
    let buffer = ByteBuffer(capacity: pattern.count)
    buffer.append(pattern)
    try self.init(buffer.bytes, isAnchored: isAnchored)
  }
}
