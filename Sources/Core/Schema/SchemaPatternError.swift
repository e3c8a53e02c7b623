/// Why a pattern of a schema is not matched with.
package struct SchemaPatternError: Error, Equatable {
  /// What is wrong; the words never repeat the pattern.
  package enum Reason: String, Sendable {
    // No regular expression of ECMA-262.
    case unclosedGroup = "group is not closed"
    case unopenedGroup = "group is not opened"
    case unknownGroup = "unknown kind of group"
    case badGroupName = "bad name of a group"
    case repeatedGroupName = "two groups of one name"
    case unclosedClass = "class is not closed"
    case reversedRange = "range out of order"
    case nothingToRepeat = "nothing to repeat"
    case reversedQuantifier = "numbers of a quantifier out of order"
    case badEscape = "unknown escape"
    case unknownReference = "reference to no group"
    case unknownProperty = "unknown Unicode property"
    // What PCRE2 cannot do, or does otherwise.
    case unboundedLookBehind = "look-behind without fixed length"
    case referenceIntoRepeat = "reference to a group that a repeat may leave out"
    case referenceInLookBehind = "reference in or into a look-behind"
    case ambiguousReference = "reference to two groups of one name"
    case modifiers = "modifiers within the pattern"
    case largeQuantifier = "quantifier above 65535"
    case tooLarge = "pattern too large"
  }

  package var reason: Reason
  /// In the pattern, in bytes.
  package var offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// Whether the pattern is one of ECMA-262 all the same.
  package var isUnsupported: Bool {
    switch reason {
    case .unboundedLookBehind, .referenceIntoRepeat, .referenceInLookBehind, .ambiguousReference, .modifiers,
      .largeQuantifier, .tooLarge:
      true
    default: false
    }
  }

  /// What a message says.
  package var message: String { (isUnsupported ? "unsupported pattern: " : "bad pattern: ") + reason.rawValue }
}
