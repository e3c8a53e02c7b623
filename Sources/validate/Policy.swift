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
  var byteOrderMark = ByteOrderMark.error

  init(_ arguments: Arguments) throws(UsageError) {
    duplicateNames = try arguments.choice(.duplicateNames) ?? duplicateNames
    loneSurrogates = try arguments.choice(.loneSurrogates) ?? loneSurrogates
    blankLines = try arguments.choice(.blankLines) ?? blankLines
    byteOrderMark = try arguments.choice(.byteOrderMark) ?? byteOrderMark
  }
}
