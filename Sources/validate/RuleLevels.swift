import Core

/// How bad it is to break each rule of the profiles, by default and as the user set it.
struct RuleLevels {
  private let isStrict: Bool
  private var set: [String: Strictness] = [:]

  /// Reads the options; what they say of the rules of JSON goes to `policy`. The last word on a rule counts.
  init(_ arguments: Arguments, _ policy: inout Policy) throws(UsageError) {
    isStrict = arguments.has(.strict)
    for (option, value) in arguments.given {
      let strictness: Strictness
      switch option {
      case Option.errorRule.long: strictness = .error
      case Option.warnRule.long: strictness = .warn
      case Option.ignoreRule.long: strictness = .allow
      default: continue
      }
      for name in (value ?? "").split(separator: ",").map(String.init) {
        try add(name, strictness, &policy)
      }
    }
  }

  private mutating func add(_ name: String, _ strictness: Strictness, _ policy: inout Policy) throws(UsageError) {
    if let rule = SyntaxRule(rawValue: name) {
      guard policy.set(rule, strictness) else {
        throw UsageError("\(name) cannot be set: such a line is not JSON")
      }
      return
    }
    guard Self.message(of: name) != nil else {
      throw UsageError("there is no rule of this name", hint: "--list-rules prints them all")
    }
    set[name] = strictness
  }

  /// The rules of a profile that are on.
  func severities(in profile: Profile) -> [ChatRule: Diagnostic.Severity] {
    var severities: [ChatRule: Diagnostic.Severity] = [:]
    for rule in profile.rules {
      let usual = rule.severity ?? (isStrict ? .error : nil)
      let strictness = set[profile.name(of: rule.rule)]
      severities[rule.rule] = strictness.map(\.severity) ?? usual
    }
    return severities
  }

  /// How bad it is to break a rule of sealed logs.
  ///
  /// - Parameter usual: if the user did not say.
  func severity(of rule: SealedRule, usual: Diagnostic.Severity = .error) -> Diagnostic.Severity? {
    set[rule.rawValue].map(\.severity) ?? usual
  }

  /// What a rule of a profile is about, by its name; nil if there is none.
  static func message(of name: String) -> String? {
    if let rule = SealedRule(rawValue: name) { return rule.message }
    guard let slash = name.firstIndex(of: "/"), let profile = Profile(rawValue: String(name[..<slash])) else {
      return nil
    }
    return profile.rules.first { profile.name(of: $0.rule) == name }?.rule.message
  }

  /// All rules, or those of one profile, a line each: name, level, text.
  static func list(of option: ProfileOption) -> String {
    var profiles = Profile.allCases
    if case .profile(let profile) = option { profiles = [profile] }
    if option == .sealed { profiles = [] }
    var text = ""
    for rule in SyntaxRule.allCases { text += "\(rule.rawValue)\t\(level(of: rule))\t\(rule.message)\n" }
    for profile in profiles {
      for rule in profile.rules {
        text += "\(profile.name(of: rule.rule))\t\(rule.severity?.rawValue ?? "strict")\t\(rule.rule.message)\n"
      }
    }
    if option == .sealed || option == .auto {
      for rule in SealedRule.allCases {
        let level = rule == .noChain ? "warning" : "error"
        text += "\(rule.rawValue)\t\(level)\t\(rule.message)\n"
      }
    }
    return text
  }

  private static func level(of rule: SyntaxRule) -> String {
    switch rule {
    case .blankLine, .duplicateName, .loneSurrogate, .missingNewline: "warning"
    default: "error"
    }
  }
}
