/// A place where a rule found something. It never holds what was found.
package struct Finding: Equatable, Sendable {
  /// The rule's id.
  package var rule: String
  /// The pointers to the string, from the outside in: one, or more for JSON inside strings.
  package var pointers: [String]
  /// In the decoded text of the innermost string, in bytes.
  package var offset: Int
  package var size: Int
  /// What was replaced, in the line as it stands in the file, in bytes.
  package var range: Range<Int>
  /// What stands there instead, or the name of the kind of replacement where that shows something of the value.
  package var replacement: String
  /// Whether it is an example that somebody has published; false unless that is asked for.
  package var isPublished = false
  /// `range` as columns in characters, 1-based; nil where nobody counted them.
  package var characterColumns: Range<Int>?

  /// Of the first byte that was replaced, 1-based.
  package var column: Int { range.lowerBound + 1 }
}

/// Why a record could not be checked; it is never passed through.
package enum RedactionFailure: Error, Equatable {
  case notJSON(RecordError)
  /// A pattern reached its limit.
  case matchLimit(rule: String)
  /// A rule could not be made ready.
  case unusableRule(String)
  /// Redacting the result again would change it again.
  case noFixedPoint

  /// The word that a withheld record gives as its reason.
  package var reason: String {
    switch self {
    case .notJSON(let error):
      switch error.fault {
      case .invalidUTF8: "invalid UTF-8"
      case .tooDeep: "too deep"
      default: "not JSON"
      }
    case .matchLimit: "match limit"
    case .unusableRule: "unusable rule"
    case .noFixedPoint: "no fixed point"
    }
  }

  /// For people, with the place in the line if there is one.
  package var message: String {
    switch self {
    case .notJSON(let error): error.fault.rawValue
    case .matchLimit(let rule): "rule \(rule) reached its match limit"
    case .unusableRule(let rule): "rule \(rule) cannot be used"
    case .noFixedPoint: "redacting the result would change it again"
    }
  }
}
