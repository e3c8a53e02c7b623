/// Why a text is not one JSON text, and where.
package struct RecordError: Error, Equatable, Sendable {
  package enum Fault: String, Sendable, CaseIterable {
    case emptyText = "there is no value"
    case byteOrderMark = "byte order mark before the value"
    case expectedValue = "expected a value"
    case expectedName = "expected a member name in double quotes"
    case expectedColon = "expected ':' after a member name"
    case expectedCommaOrBrace = "expected ',' or '}'"
    case expectedCommaOrBracket = "expected ',' or ']'"
    case unclosedString = "string is not closed"
    case unclosedObject = "object is not closed"
    case unclosedArray = "array is not closed"
    case unfinishedValue = "number or word is cut off"
    case unfinishedCharacter = "UTF-8 character is cut off"
    case controlCharacter = "control character in a string"
    case badEscape = "unknown escape in a string"
    case badUnicodeEscape = "\\u needs four hexadecimal digits"
    case invalidUTF8 = "invalid UTF-8"
    case badNumber = "number is not well formed"
    case tooDeep = "nested more than 1024 deep"
    case textAfterValue = "text after the value"
  }

  package var fault: Fault
  /// Of the byte at fault in the text, 0-based; the text's size where something is missing at the end.
  package var offset: Int

  package init(_ fault: Fault, at offset: Int) {
    self.fault = fault
    self.offset = offset
  }

  /// Whether the text is a beginning that more bytes could still complete, as a torn record is.
  package var isTruncation: Bool {
    switch fault {
    case .unclosedString, .unclosedObject, .unclosedArray, .unfinishedValue, .unfinishedCharacter: true
    default: false
    }
  }

  /// The fault as an error at a place: the column is that of `offset` in the line.
  package func located(in file: String, line: Int) -> LocatedError<RecordFaultError> {
    LocatedError(RecordFaultError(fault: fault), at: Location(file, line: line, column: offset + 1))
  }
}

/// The words for a fault in a record.
package struct RecordFaultError: DescribedError, Equatable {
  package var fault: RecordError.Fault
  package var message: String { fault.rawValue }
}
