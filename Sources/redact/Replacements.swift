import Core

extension Arguments {
  /// Reads what `--replace`, `--keep` and `--pseudonym-key` say.
  func read(_ replacement: inout Replacement) throws {
    for word in all(.replace) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let kind = Replacement.Kind(rawValue: parts.last ?? "") else {
        let known = Replacement.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("\(Option.replace.name) takes one of \(known), or ID=KIND")
      }
      if parts.count == 2 { replacement.kindByRule[parts[0]] = kind } else { replacement.kind = kind }
    }
    // A mask that showed more would be none.
    if let count = try count(.keep, maximum: 100) { replacement.shownCount = count }
    if let path = self[.pseudonymKey] {
      let keys = try KeyFile.keys(at: path, isInsecureAccepted: false)
      guard case .fernet(let key) = keys.sealing else { throw KeyFault.noFernetKey }
      replacement.key = PseudonymKey(key.bytes)
    }
  }

  /// Refuses a run that would have to make pseudonyms without a key, and kinds for rules that there are not.
  func check(_ replacement: Replacement, for rules: RuleSet) throws {
    try rules.checkNames(Set(replacement.kindByRule.keys))
    guard replacement.key == nil, has(.replace) || rules.hasReplacements else { return }
    let kinds = [replacement.kind] + replacement.kindByRule.values + rules.rules.compactMap(\.replacement)
    if let kind = kinds.first(where: \.needsKey) {
      throw UsageError("\(kind.rawValue) needs \(Option.pseudonymKey.name)")
    }
  }

  /// The rules for what `--known` and `--known-env` name, nil for none.
  func knownValues(maximumLineSize: Int) throws -> RuleFile? {
    guard has(.known) || has(.knownEnvironment) else { return nil }
    var values = KnownValues()
    for path in all(.known) {
      let lines = try WholeFile.lines(at: path, maximumLineSize: maximumLineSize)
      try values.add(lines.bytes, name: path == "-" ? "<stdin>" : path)
    }
    for pattern in list(.knownEnvironment) {
      for name in Process.environmentNames(matching: pattern) {
        guard let value = Process.environmentBytes(name) else { continue }
        values.add(value, label: Self.label(name))
      }
    }
    return try values.rules()
  }

  /// A variable's name as a label.
  private static func label(_ name: String) -> String {
    let label = name.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return label.isEmpty ? "KNOWN_VALUE" : label
  }
}
