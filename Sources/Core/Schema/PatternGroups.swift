/// The groups of a pattern, and whether its references mean the same to PCRE2 as to ECMA-262.
///
/// ECMA-262 forgets at each turn of a repeat what the groups in it have captured; PCRE2 keeps it. The two differ where a
/// reference can look at a group that the turn has left out, such as `\1` in `(?:(a)|\1b)*`.
struct PatternGroups {
  enum Kind {
    case plain, lookAhead, lookBehind, capture
  }

  private struct Group {
    /// The group around it; the whole pattern is its own.
    var parent: Int
    /// Which of the parent's alternatives it stands in.
    var alternative: Int
    var kind: Kind
    /// In the pattern.
    var offset: Int
    var outputStart: Int
    var alternativeCount = 1
    var isOptional = false
    var isRepeated = false
  }

  private struct Reference {
    var number: Int
    var parent: Int
    var alternative: Int
    var offset: Int
    /// How many groups were opened before it.
    var groupCount: Int
  }

  private var groups = [Group(parent: 0, alternative: 0, kind: .plain, offset: 0, outputStart: 0)]
  private var captures: [Int] = []
  private var references: [Reference] = []
  private var current = 0

  mutating func open(_ kind: Kind, at offset: Int, outputStart: Int) {
    let group = Group(
      parent: current, alternative: groups[current].alternativeCount - 1, kind: kind, offset: offset,
      outputStart: outputStart)
    current = groups.count
    groups.append(group)
    if kind == .capture { captures.append(current) }
  }

  mutating func beginAlternative() {
    groups[current].alternativeCount += 1
  }

  /// - Returns: the group that ends here, where it starts in the output, and whether it is a look around; nil if none is
  ///   open.
  mutating func close() -> (group: Int, start: Int, isAssertion: Bool)? {
    guard current > 0 else { return nil }
    let group = groups[current]
    defer { current = group.parent }
    return (current, group.outputStart, group.kind == .lookAhead || group.kind == .lookBehind)
  }

  mutating func quantify(_ group: Int, isOptional: Bool, isRepeated: Bool) {
    groups[group].isOptional = isOptional
    groups[group].isRepeated = isRepeated
  }

  mutating func refer(to number: Int, at offset: Int) {
    references.append(
      Reference(
        number: number, parent: current, alternative: groups[current].alternativeCount - 1, offset: offset,
        groupCount: groups.count))
  }

  /// - Parameter names: of the captures.
  func finish(names: [[UInt8]?]) throws(SchemaPatternError) {
    guard current == 0 else { throw SchemaPatternError(.unclosedGroup, at: groups[current].offset) }
    try checkNames(names)
    for reference in references where captures.indices.contains(reference.number - 1) {
      let target = captures[reference.number - 1]
      let around = ancestors(of: reference.parent)
      let aroundTarget = ancestors(of: target)
      guard (around + aroundTarget).allSatisfy({ groups[$0].kind != .lookBehind }) else {
        throw SchemaPatternError(.referenceInLookBehind, at: reference.offset)
      }
      if mayBeStale(reference, target, around, aroundTarget) {
        throw SchemaPatternError(.referenceIntoRepeat, at: reference.offset)
      }
    }
  }

  /// Two groups may have one name if no match goes through both.
  private func checkNames(_ names: [[UInt8]?]) throws(SchemaPatternError) {
    var seen: [[UInt8]: [Int]] = [:]
    for (name, group) in zip(names, captures) {
      guard let name else { continue }
      for other in seen[name, default: []] where !areAlternatives(other, group) {
        throw SchemaPatternError(.repeatedGroupName, at: groups[group].offset)
      }
      seen[name, default: []].append(group)
    }
  }

  private func areAlternatives(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (ancestors(of: first), ancestors(of: second))
    let common = zip(one, other).prefix { $0 == $1 }.count
    guard common < one.count, common < other.count else { return false }
    return groups[one[common]].alternative != groups[other[common]].alternative
  }

  /// The groups around a group from the outermost on, and itself.
  private func ancestors(of group: Int) -> [Int] {
    var line = [group]
    while let last = line.last, last > 0 { line.append(groups[last].parent) }
    return line.reversed()
  }

  /// Whether the target can hold something that an earlier turn has captured.
  private func mayBeStale(
    _ reference: Reference, _ target: Int, _ around: [Int], _ aroundTarget: [Int]
  ) -> Bool {
    let common = zip(around, aroundTarget).prefix { $0 == $1 }.count
    var isRepeated = around[..<common].contains { groups[$0].isRepeated }
    // Within the group itself or before it, there is only what an earlier turn has left.
    guard common < aroundTarget.count, target < reference.groupCount else { return isRepeated }
    let alternative = common < around.count ? groups[around[common]].alternative : reference.alternative
    var isLeftOut = groups[aroundTarget[common]].alternative != alternative
    for group in aroundTarget[common...] {
      if isRepeated, isLeftOut || groups[group].isOptional { return true }
      isRepeated = isRepeated || groups[group].isRepeated
      isLeftOut = groups[group].alternativeCount > 1
    }
    return false
  }
}
