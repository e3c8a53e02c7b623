/// Finds secrets in decoded text: keywords and triggers name the places, patterns and checks decide. It belongs to one
/// thread.
final class TextSearch {
  /// A part of the text, and the rule that found it as an index into the rule set.
  struct Match {
    var range: Range<Int>
    var rule: Int
  }

  private let set: RuleSet
  private let replacement: Replacement
  private let context = MatchContext()
  private let keywords: LiteralMatcher
  private let scan: TriggerScan
  private let findsColons: Bool
  /// Made ready when first needed: most runs need few.
  private let prepared: UnsafeMutablePointer<PreparedRule?>
  /// What the prepared rules that are anchored begin with; most places need no more of a rule.
  private let openings: UnsafeMutablePointer<Opening?>
  private let triggerTable: TriggerTable
  /// What is let through whatever rule finds it, and what findings are marked by.
  private let allowlists: Allowlists
  /// The end of a text, with room for a whole block.
  private let tail: UnsafeMutablePointer<UInt8>
  /// What the triggers name in the present block.
  private let places: UnsafeMutablePointer<TriggerScan.Place>
  /// What stood in brackets so far, and whether it is the label of a rule.
  private var knownLabels: [[UInt8]: Bool] = [:]
  /// Which rules have searched the whole of the present text.
  @exclusivity(unchecked) private var searched: Set<Int> = []
  /// Of the present text, for what the rules remember.
  @exclusivity(unchecked) private var textNumber = 0
  /// What was found in the present text, in no order.
  @exclusivity(unchecked) private var found: [Match] = []
  /// Why the last text could not be searched to its end, until somebody asks.
  private var failure: RedactionFailure?
  /// Parts of the present text that may spell other text.
  private let runs = EncodedRuns()

  private static let blockReach = TextBlock.size + TextBlock.reach

  init(_ set: RuleSet, _ options: Redactor.Options = Redactor.Options()) {
    self.set = set
    replacement = options.replacement
    allowlists = Allowlists(options)
    keywords = LiteralMatcher(set.keywords)
    let triggers = Trigger.allCases.filter { !set.rulesByTrigger[$0.index].isEmpty }
    findsColons = triggers.contains(.colon)
    scan = TriggerScan(triggers)
    prepared = .allocate(capacity: set.rules.count)
    prepared.initialize(repeating: nil, count: set.rules.count)
    openings = .allocate(capacity: set.rules.count)
    openings.initialize(repeating: nil, count: set.rules.count)
    triggerTable = TriggerTable(set)
    places = .allocate(capacity: TriggerScan.mostPlaces)
    tail = .allocate(capacity: Self.blockReach)
    tail.initialize(repeating: 0, count: Self.blockReach)
  }

  deinit {
    keywords.deallocate()
    triggerTable.deallocate()
    places.deallocate()
    tail.deallocate()
    prepared.deinitialize(count: set.rules.count)
    prepared.deallocate()
    openings.deallocate()
  }

  /// Finds what the rules look for, overlapping findings united under the rule that found the longest.
  ///
  /// - Parameter text: well-formed UTF-8.
  /// - Returns: ascending, without overlaps.
  func matches(in text: Bytes) throws(RedactionFailure) -> [Match] {
    try find(in: text)
    return found.count > 1 ? united(found) : found
  }

  /// Whether nothing is found in a text and nothing stands in the way of saying so; if not, `lastMatches` tells the rest.
  func isClear(_ text: Bytes) -> Bool {
    do throws(RedactionFailure) {
      try find(in: text)
      return found.isEmpty
    } catch {
      failure = error
      return false
    }
  }

  /// What the text holds that `isClear` has just said no to, in the order of `matches(in:)`.
  func lastMatches() throws(RedactionFailure) -> [Match] {
    if let failure {
      self.failure = nil
      throw failure
    }
    return found.count > 1 ? united(found) : found
  }

  private func find(in text: Bytes) throws(RedactionFailure) {
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    // No keyword is shorter, and no number.
    guard text.count >= 2, let base = text.baseAddress else { return }
    if !triggerTable.isReady { try triggerTable.makeReady(set) }
    runs.begin()
    try look(at: text, base, gathersRuns: true)
    if !runs.isEmpty { try lookInside(text) }
  }

  /// Searches what parts of the text spell; what that spells is not decoded once more.
  @inline(never)
  private func lookInside(_ text: Bytes) throws(RedactionFailure) {
    var all = found
    try runs.forEachPassage { (passage, spelling) throws(RedactionFailure) in
      guard let base = spelling.baseAddress else { return }
      found.removeAll(keepingCapacity: true)
      try look(at: spelling, base, gathersRuns: false)
      for match in found.sorted(by: Self.precedes) {
        all.append(Match(range: runs.place(of: match.range, in: passage, of: text), rule: match.rule))
      }
    }
    found = all
  }

  /// - Parameter gathersRuns: whether what the text spells is looked into afterwards; known where it is called, so that
  ///   each of the two callers has a loop of its own.
  @inline(__always)
  private func look(
    at text: Bytes, _ base: UnsafePointer<UInt8>, gathersRuns: Bool
  ) throws(RedactionFailure) {
    if !searched.isEmpty { searched.removeAll(keepingCapacity: true) }
    textNumber &+= 1
    var scan = scan
    var words = EncodedRuns.Words()
    var offset = 0
    while offset < text.count {
      let rest = text.count &- offset
      var bytes = base + offset
      let block: TextBlock
      if rest >= Self.blockReach {
        block = TextBlock(bytes, filter: keywords.filter)
      } else {
        tail.update(from: bytes, count: rest)
        bytes = UnsafePointer(tail)
        (tail + rest).update(repeating: 0, count: Self.blockReach - rest)
        block = TextBlock(bytes, count: min(rest, TextBlock.size), filter: keywords.filter)
      }
      if block.candidates != 0 { try matchKeywords(at: block.candidates, offset, text) }
      if gathersRuns { runs.add(block, bytes, at: offset, of: text, behind: &words) }
      if scan.isNeeded {
        for number in 0..<scan.find(in: block, at: offset, of: text, into: places) {
          let place = places[number]
          let rules = triggerTable.rules(of: place.trigger, at: place.offset, in: text)
          if rules != 0 { try match(rules, of: place.trigger, at: place.offset, in: text) }
        }
      }
      offset &+= TextBlock.size
    }
    if findsColons {
      try TriggerScan.forEachColon(in: text) { (place) throws(RedactionFailure) in
        let rules = triggerTable.rules(of: .colon, at: place, in: text)
        if rules != 0 { try match(rules, of: .colon, at: place, in: text) }
      }
    }
  }

  /// Runs the rules of the keywords that stand at the candidates of a block.
  private func matchKeywords(
    at candidates: UInt64, _ offset: Int, _ text: Bytes
  ) throws(RedactionFailure) {
    var candidates = candidates
    while candidates != 0 {
      let place = offset &+ candidates.trailingZeroBitCount
      candidates &= candidates &- 1
      try keywords.forEachRule(around: place, in: text) { (rule, start) throws(RedactionFailure) in
        if let opening = openings[rule], !opening.admits(text, at: start) { return }
        try run(rule, at: start, in: text)
      }
    }
  }

  /// Runs a rule whose keyword stands at `start`.
  private func run(_ index: Int, at start: Int, in text: Bytes) throws(RedactionFailure) {
    let rule = try ready(index)
    if rule.isAnchored {
      guard rule.opening.admits(text, at: start) else { return }
      if rule.isAssignment,
        !AssignmentSign.mayFollow(text, at: start, isQuoted: rule.isQuotedAssignment)
      {
        return
      }
      if !rule.lastFinding.holds(start, ofText: textNumber) { try match(rule, in: text, at: start) }
    } else if searched.insert(index).inserted {
      try search(rule, in: text)
    }
  }

  /// Runs the rules of a trigger that can match at a place it names.
  private func match(
    _ rules: UInt64, of trigger: Trigger, at place: Int, in text: Bytes
  ) throws(RedactionFailure) {
    try triggerTable.forEachRule(rules, of: trigger, at: place, in: text) { (rule) throws(RedactionFailure) in
      let rule = try ready(rule)
      if rule.findsWords, rule.lastFinding.holdsInFirstHalf(place, ofText: textNumber) { return }
      try match(rule, in: text, at: place)
    }
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
    guard let label = replacement.label(in: text) else {
      return replacement.isMask(text) || Replacement.isShape(text)
    }
    let key = Array(label)
    if let isKnown = knownLabels[key] { return isKnown }
    let isKnown = set.hasLabel(label)
    // What a text can put here is bounded.
    if knownLabels.count < 1000 { knownLabels[key] = isKnown }
    return isKnown
  }

  /// Whether a rule looks for secrets.
  func isSecret(_ rule: Int) -> Bool { set.rules[rule].category == .secret }

  /// What is done with what a rule finds.
  func kind(for rule: Int) -> Replacement.Kind {
    let isUniform = !set.hasReplacements && replacement.kindByRule.isEmpty
    return isUniform ? replacement.kind : replacement.kind(for: set.rules[rule])
  }

  /// Whether a finding is an example that somebody has published, as far as anybody wants to know.
  func isPublished(_ text: Bytes) -> Bool {
    allowlists.isPublished(text, context)
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

  private func match(
    _ rule: PreparedRule, in text: Bytes, at offset: Int
  ) throws(RedactionFailure) {
    guard let found = try firstMatch(rule, in: text, from: offset) else { return }
    if try add(found.group, rule, text) {
      rule.lastFinding.accept(found.group, ofText: textNumber)
    } else if rule.isAssignment || rule.findsWords, rule.lastFinding.refuse(found.group, ofText: textNumber) {
      self.found.append(Match(range: found.group, rule: rule.index))
      rule.lastFinding.accept(found.group, ofText: textNumber)
    }
  }

  private func search(
    _ rule: PreparedRule, in text: Bytes
  ) throws(RedactionFailure) {
    var start = 0
    while start <= text.count, let found = try firstMatch(rule, in: text, from: start) {
      _ = try add(found.group, rule, text)
      start = max(found.whole.upperBound, start + 1)
      // A search starts between characters.
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    }
  }

  /// - Returns: whether it counts.
  private func add(
    _ range: Range<Int>, _ rule: PreparedRule, _ text: Bytes
  ) throws(RedactionFailure) -> Bool {
    guard !range.isEmpty else { return false }
    let secret = text.slice(range)
    guard !isReplaced(secret), try passes(secret, rule) else { return false }
    if !isSecret(rule.index), KeptValues.isInUUID(range, of: text) { return false }
    // The digits of a pseudonym may look like anything.
    if let pseudonym = replacement.pseudonym(around: range, in: text), isReplaced(text.slice(pseudonym)) {
      return false
    }
    found.append(Match(range: range, rule: rule.index))
    return true
  }

  /// Whether the check, the entropy and the allowlist of a rule let `secret` count.
  private func passes(_ secret: Bytes, _ rule: PreparedRule) throws(RedactionFailure) -> Bool {
    let details = rule.details
    if details.entropy > 0, shannonEntropy(secret) < details.entropy { return false }
    if let check = details.check {
      // A threshold of the rule's own goes before that of the check.
      guard check == .entropy && details.entropy > 0 || check.accepts(secret) else { return false }
    }
    for pattern in try rule.compiledAllowlist() {
      do throws(MatchLimitError) {
        if try pattern.firstMatch(in: secret, from: 0, group: 0, context) != nil { return false }
      } catch {
        throw RedactionFailure.matchLimit(rule: set.rules[rule.index].id)
      }
    }
    return try !allowlists.allow(secret, context)
  }

  private func firstMatch(
    _ rule: PreparedRule, in text: Bytes, from start: Int
  ) throws(RedactionFailure) -> (whole: Range<Int>, group: Range<Int>)? {
    guard let pattern = try rule.compiled() else { return nil }
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
    if rule.isAnchored { openings[index] = rule.opening }
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
