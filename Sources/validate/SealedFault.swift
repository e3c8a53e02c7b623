import Core

/// What is wrong with a line of a sealed log, or with the log.
enum SealedFault: FaultKind {
  /// The line is no JSON, or there is a remark on it.
  case syntax(SyntaxCheck.Kind)
  /// It is not sealed as it should be, at a member that it has or should have, or not where it belongs.
  case line(SealedRule, message: String, member: String?)
  case log(SealedRule, message: String)

  var rule: String {
    switch self {
    case .syntax(let kind): kind.rule
    case .line(let rule, _, _), .log(let rule, _): rule.rawValue
    }
  }

  var pointer: String? {
    switch self {
    case .syntax(let kind): kind.pointer
    case .line(_, _, let member): member.map { "/\($0)" }
    case .log: nil
    }
  }

  var message: String {
    switch self {
    case .syntax(let kind): kind.message
    case .line(_, let message, _), .log(_, let message): message
    }
  }
}
