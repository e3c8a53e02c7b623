/// A rule with all that it says. Its patterns are compiled when they are first run: most places that call a rule are
/// seen off by its opening.
final class PreparedRule {
  /// In the rule set.
  let index: Int
  let details: RuleDetails
  let isAnchored: Bool
  /// What a match begins with; for an anchored rule only.
  let opening: Opening
  /// Whether a match needs a sign of assignment, which is looked for before the pattern runs.
  let isAssignment: Bool
  /// Whether it also needs a quotation mark before the value.
  let isQuotedAssignment: Bool
  /// Whether it is asked at each word of a run, though what it takes goes on over many of them.
  let findsWords: Bool
  /// What it has found last, and in which text.
  var lastFinding = RuleFinding()
  private let rule: Rule
  private var pattern: Pattern?
  private var allowlist: [Pattern]?

  /// - Throws: for a rule that cannot be read or compiled, which a rule file's reading and the tests keep from
  ///   happening; a record that would need it is then not let through.
  init(_ rule: Rule, index: Int) throws(RedactionFailure) {
    guard let details = try? RuleReader.details(rule.text) else { throw .unusableRule(rule.id) }
    self.rule = rule
    self.index = index
    self.details = details
    isAnchored = rule.isAnchored(details)
    opening = isAnchored ? rule.opening(details) : Opening(Bytes(""))
    let pattern = isAnchored ? details.pattern.map(rule.text.decoded) ?? [] : []
    if case .trigger(.word) = rule.recognition { findsWords = true } else { findsWords = false }
    isAssignment = AssignmentSign.isAsked(by: pattern)
    isQuotedAssignment = isAssignment && AssignmentSign.isQuotationAsked(by: pattern)
  }

  deinit {
    opening.deallocate()
  }

  /// The pattern, nil for a rule by names.
  func compiled() throws(RedactionFailure) -> Pattern? {
    if let pattern { return pattern }
    guard let place = details.pattern else { return nil }
    pattern = try compile(place, isAnchored: isAnchored)
    return pattern
  }

  /// Patterns of values that are let through.
  func compiledAllowlist() throws(RedactionFailure) -> [Pattern] {
    if let allowlist { return allowlist }
    var patterns: [Pattern] = []
    for place in details.allowlist { patterns.append(try compile(place, isAnchored: false)) }
    allowlist = patterns
    return patterns
  }

  private func compile(_ place: RuleText.StringPlace, isAnchored: Bool) throws(RedactionFailure) -> Pattern {
    do throws(PatternError) {
      return try Pattern(rule.text.decoded(place), isAnchored: isAnchored, isKnown: rule.text.isBuiltIn)
    } catch {
      throw .unusableRule(rule.id)
    }
  }
}

extension Rule {
  /// What a match of the rule's pattern begins with.
  ///
  /// - Parameter isFirst: the bytes of which one comes first; the others are not followed.
  func opening(_ details: RuleDetails, first isFirst: (UInt8) -> Bool = { _ in true }) -> Opening {
    guard let place = details.pattern else { return Opening(Bytes("")) }
    return text.decoded(place).withUnsafeBufferPointer { Opening($0, first: isFirst) }
  }
}

extension Pattern {
  convenience init(_ pattern: [UInt8], isAnchored: Bool, isKnown: Bool = false) throws(PatternError) {
    let buffer = ByteBuffer(capacity: pattern.count)
    buffer.append(pattern)
    try self.init(buffer.bytes, isAnchored: isAnchored, isKnown: isKnown)
  }
}
