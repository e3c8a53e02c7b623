/// The rules that a line of JSON is held to, by the names that reports give them.
package enum SyntaxRule: String, CaseIterable, Sendable {
  case byteOrderMark = "json/byte-order-mark"
  case expectedValue = "json/expected-value"
  case expectedName = "json/expected-name"
  case expectedColon = "json/expected-colon"
  case expectedCommaOrBrace = "json/expected-comma-or-brace"
  case expectedCommaOrBracket = "json/expected-comma-or-bracket"
  case unclosedString = "json/unclosed-string"
  case unclosedObject = "json/unclosed-object"
  case unclosedArray = "json/unclosed-array"
  case unfinishedValue = "json/unfinished-value"
  case unfinishedCharacter = "json/unfinished-character"
  case controlCharacter = "json/control-character"
  case badEscape = "json/bad-escape"
  case badUnicodeEscape = "json/bad-unicode-escape"
  case invalidUTF8 = "json/invalid-utf8"
  case badNumber = "json/bad-number"
  case tooDeep = "json/too-deep"
  case textAfterValue = "json/text-after-value"
  case nulBytes = "json/nul-bytes"
  case lineTooLong = "json/line-too-long"
  case blankLine = "json/blank-line"
  case duplicateName = "json/duplicate-name"
  case loneSurrogate = "json/lone-surrogate"
  case missingNewline = "json/missing-newline"

  /// What a report says, in lower case, without a full stop.
  package var message: String {
    switch self {
    case .byteOrderMark: RecordError.Fault.byteOrderMark.rawValue
    case .expectedValue: RecordError.Fault.expectedValue.rawValue
    case .expectedName: RecordError.Fault.expectedName.rawValue
    case .expectedColon: RecordError.Fault.expectedColon.rawValue
    case .expectedCommaOrBrace: RecordError.Fault.expectedCommaOrBrace.rawValue
    case .expectedCommaOrBracket: RecordError.Fault.expectedCommaOrBracket.rawValue
    case .unclosedString: RecordError.Fault.unclosedString.rawValue
    case .unclosedObject: RecordError.Fault.unclosedObject.rawValue
    case .unclosedArray: RecordError.Fault.unclosedArray.rawValue
    case .unfinishedValue: RecordError.Fault.unfinishedValue.rawValue
    case .unfinishedCharacter: RecordError.Fault.unfinishedCharacter.rawValue
    case .controlCharacter: RecordError.Fault.controlCharacter.rawValue
    case .badEscape: RecordError.Fault.badEscape.rawValue
    case .badUnicodeEscape: RecordError.Fault.badUnicodeEscape.rawValue
    case .invalidUTF8: RecordError.Fault.invalidUTF8.rawValue
    case .badNumber: RecordError.Fault.badNumber.rawValue
    case .tooDeep: RecordError.Fault.tooDeep.rawValue
    case .textAfterValue: RecordError.Fault.textAfterValue.rawValue
    case .nulBytes: "NUL bytes in the line"
    case .lineTooLong: "line is longer than --max-line-bytes allows"
    case .blankLine: "blank line"
    case .duplicateName: "the object has a member of this name already"
    case .loneSurrogate: "escape of half a surrogate pair"
    case .missingNewline: "no LF at the end"
    }
  }

  /// The rule that a fault breaks.
  package init(_ fault: RecordError.Fault) {
    switch fault {
    case .emptyText: self = .blankLine
    case .byteOrderMark: self = .byteOrderMark
    case .expectedValue: self = .expectedValue
    case .expectedName: self = .expectedName
    case .expectedColon: self = .expectedColon
    case .expectedCommaOrBrace: self = .expectedCommaOrBrace
    case .expectedCommaOrBracket: self = .expectedCommaOrBracket
    case .unclosedString: self = .unclosedString
    case .unclosedObject: self = .unclosedObject
    case .unclosedArray: self = .unclosedArray
    case .unfinishedValue: self = .unfinishedValue
    case .unfinishedCharacter: self = .unfinishedCharacter
    case .controlCharacter: self = .controlCharacter
    case .badEscape: self = .badEscape
    case .badUnicodeEscape: self = .badUnicodeEscape
    case .invalidUTF8: self = .invalidUTF8
    case .badNumber: self = .badNumber
    case .tooDeep: self = .tooDeep
    case .textAfterValue: self = .textAfterValue
    }
  }
}
