import Core

/// How bad something is that is well formed and still unwelcome.
enum Strictness: String, CaseIterable {
  case error, warn, allow

  static let words = allCases.map(\.rawValue)

  /// Nil for what is allowed.
  var severity: Diagnostic.Severity? {
    switch self {
    case .error: .error
    case .warn: .warning
    case .allow: nil
    }
  }
}

/// What to think of a byte order mark at the start of a file; `skip` is another word for `allow`.
enum ByteOrderMark: String, CaseIterable {
  case error, warn, allow, skip

  /// Nil for what is allowed.
  var severity: Diagnostic.Severity? {
    switch self {
    case .error: .error
    case .warn: .warning
    case .allow, .skip: nil
    }
  }
}

/// What the user set for each thing that can be set.
struct Policy {
  var duplicateNames = Strictness.warn
  var loneSurrogates = Strictness.warn
  var blankLines = Strictness.warn
  var missingNewline = Strictness.warn
  var byteOrderMark = ByteOrderMark.error
  /// Whether the user said what to think of lone surrogates; if not, it depends on the profile.
  private var setsLoneSurrogates = false

  init(_ arguments: Arguments) throws(UsageError) {
    duplicateNames = try arguments.choice(.duplicateNames) ?? duplicateNames
    loneSurrogates = try arguments.choice(.loneSurrogates) ?? loneSurrogates
    blankLines = try arguments.choice(.blankLines) ?? blankLines
    byteOrderMark = try arguments.choice(.byteOrderMark) ?? byteOrderMark
    setsLoneSurrogates = arguments.has(.loneSurrogates)
  }

  /// Sets how bad it is to break a rule.
  ///
  /// - Returns: false for a rule that cannot be set: what breaks it is not JSON.
  mutating func set(_ rule: SyntaxRule, _ strictness: Strictness) -> Bool {
    switch rule {
    case .duplicateName: duplicateNames = strictness
    case .blankLine: blankLines = strictness
    case .missingNewline: missingNewline = strictness
    case .byteOrderMark: byteOrderMark = ByteOrderMark(rawValue: strictness.rawValue) ?? byteOrderMark
    case .loneSurrogate:
      loneSurrogates = strictness
      setsLoneSurrogates = true
    default: return false
    }
    return true
  }

  /// The policy for a profile: model APIs refuse a text with half a surrogate pair.
  func adapted(to profile: Profile) -> Policy {
    guard profile.isChat, !setsLoneSurrogates else { return self }
    var policy = self
    policy.loneSurrogates = .error
    return policy
  }
}
