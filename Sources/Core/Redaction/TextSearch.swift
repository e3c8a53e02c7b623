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
  private let triggers: Set<Trigger>
  /// Compiled when first needed: most runs need few.
  private var patterns: [Pattern?]
  private var allowlists: [[Pattern]?]
  private var hits: [LiteralMatcher.Hit] = []
  private var places = TriggerPlaces()
  /// Which rules have searched the whole of the present text.
  private var searched: Set<Int> = []

  init(_ set: RuleSet) {
    self.set = set
    keywords = LiteralMatcher(set.keywords)
    triggers = Set(set.rulesByTrigger.keys)
    patterns = Array(repeating: nil, count: set.rules.count)
    allowlists = Array(repeating: nil, count: set.rules.count)
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
        for rule in set.rulesByKeyword[hit.literal] {
          if case .keywords(_, isAnchored: true) = set.rules[rule].recognition {
            try match(rule, in: text, at: hit.offset, &matches)
          } else if searched.insert(rule).inserted {
            try search(rule, in: text, &matches)
          }
        }
      }
    }
    if !triggers.isEmpty {
      places.find(in: text, triggers)
      for trigger in Trigger.allCases {
        guard let rules = set.rulesByTrigger[trigger] else { continue }
        for place in places[trigger] {
          for rule in rules { try match(rule, in: text, at: place, &matches) }
        }
      }
    }
    return matches.count > 1 ? Self.united(matches) : matches
  }

  /// Whether a rule by names takes `text` for a secret.
  func isSecret(_ text: Bytes, byNameRule rule: Int) throws(RedactionFailure) -> Bool {
    let rule = (index: rule, rule: set.rules[rule])
    guard case .names(_, _, let value) = rule.rule.recognition, !Replacement.isReplaced(text),
      Check.literalSecret.accepts(text)
    else { return false }
    if value == .random, !Self.looksRandom(text) { return false }
    return try passes(text, rule.index)
  }

  /// 16 characters or more with letters and digits, or 3 bits a byte.
  private static func looksRandom(_ text: Bytes) -> Bool {
    guard text.count >= 8, !text.contains(0x20) else { return false }
    let hasDigit = text.contains { (0x30...0x39).contains($0) }
    let hasLetter = text.contains { (0x41...0x5A).contains($0 & ~0x20) }
    return (text.count >= 16 && hasDigit && hasLetter) || (hasDigit && shannonEntropy(text) >= 3)
  }

  private func match(_ rule: Int, in text: Bytes, at offset: Int, _ matches: inout [Match]) throws(RedactionFailure) {
    guard let found = try firstMatch(rule, in: text, from: offset) else { return }
    try add(found.group, rule, text, &matches)
  }

  private func search(_ rule: Int, in text: Bytes, _ matches: inout [Match]) throws(RedactionFailure) {
    var start = 0
    while start <= text.count, let found = try firstMatch(rule, in: text, from: start) {
      try add(found.group, rule, text, &matches)
      start = max(found.whole.upperBound, start + 1)
      // A search starts between characters.
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    }
  }

  private func add(
    _ range: Range<Int>, _ rule: Int, _ text: Bytes, _ matches: inout [Match]
  ) throws(RedactionFailure) {
    guard !range.isEmpty else { return }
    let secret = text.slice(range)
    guard !Replacement.isReplaced(secret), try passes(secret, rule) else { return }
    matches.append(Match(range: range, rule: rule))
  }

  /// Whether the check, the entropy and the allowlist of a rule let `secret` count.
  private func passes(_ secret: Bytes, _ index: Int) throws(RedactionFailure) -> Bool {
    let rule = set.rules[index]
    if rule.entropy > 0, shannonEntropy(secret) < rule.entropy { return false }
    if let check = rule.check, check != .entropy, !check.accepts(secret) { return false }
    if rule.check == .entropy, rule.entropy == 0, !Check.entropy.accepts(secret) { return false }
    for pattern in try allowlist(index) {
      do {
        if try pattern.firstMatch(in: secret, from: 0, group: 0, context) != nil { return false }
      } catch {
        throw RedactionFailure.matchLimit(rule: rule.id)
      }
    }
    return true
  }

  private func firstMatch(
    _ rule: Int, in text: Bytes, from start: Int
  ) throws(RedactionFailure) -> (whole: Range<Int>, group: Range<Int>)? {
    do throws(MatchLimitError) {
      return try pattern(rule).firstMatch(in: text, from: start, group: set.rules[rule].group, context)
    } catch {
      throw RedactionFailure.matchLimit(rule: set.rules[rule].id)
    }
  }

  /// - Throws: a limit error for a pattern that does not compile, which `RuleCheck` keeps from happening: it fails
  ///   closed.
  private func pattern(_ index: Int) throws(MatchLimitError) -> Pattern {
    if let pattern = patterns[index] { return pattern }
    guard let pattern = try? set.rules[index].compiledPattern() else { throw MatchLimitError() }
    patterns[index] = pattern
    return pattern
  }

  private func allowlist(_ index: Int) throws(RedactionFailure) -> [Pattern] {
    if let patterns = allowlists[index] { return patterns }
    var compiled: [Pattern] = []
    for text in set.rules[index].allowlist {
      guard let pattern = try? text.withUnsafeBufferPointer({ try Pattern($0, isAnchored: false) }) else {
        throw RedactionFailure.matchLimit(rule: set.rules[index].id)
      }
      compiled.append(pattern)
    }
    allowlists[index] = compiled
    return compiled
  }

  private static func united(_ matches: [Match]) -> [Match] {
    var united: [Match] = []
    var longest = 0
    for match in matches.sorted(by: precedes) {
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

  private static func precedes(_ first: Match, _ second: Match) -> Bool {
    if first.range.lowerBound != second.range.lowerBound { return first.range.lowerBound < second.range.lowerBound }
    return first.rule < second.rule
  }
}

extension Rule {
  /// The pattern, ready to match; nil for a rule by names.
  func compiledPattern() throws(PatternError) -> Pattern {
    let isAnchored =
      switch recognition {
      case .keywords(_, let isAnchored): isAnchored
      case .trigger: true
      case .names: false
      }
    let text = pattern
    return try Pattern(text, isAnchored: isAnchored)
  }
}

extension Pattern {
  convenience init(_ pattern: [UInt8], isAnchored: Bool) throws(PatternError) {
    let buffer = ByteBuffer(capacity: pattern.count)
    buffer.append(pattern)
    try self.init(buffer.bytes, isAnchored: isAnchored)
  }
}
