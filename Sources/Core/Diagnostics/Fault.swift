/// One fault in the data: where it is, which rule says so, and never what stands there.
package struct Fault: Equatable, Sendable {
  package var severity: Diagnostic.Severity
  package var location: Location
  /// The place in the record as a JSON Pointer, nil where the column says enough.
  package var pointer: String?
  /// Two words in kebab case with a slash between them, as in `json/unclosed-string`.
  package var rule: String
  /// Lower case, no full stop.
  package var message: String
  /// From the first character to behind the last, 1-based, for the forms that count characters and not bytes; nil where
  /// nobody counted. Empty for a place between two.
  package var characterColumns: Range<Int>?
  /// Of a rule that a schema makes, where it stands there: a JSON Pointer behind `#`.
  package var schemaPointer: String?

  package init(
    _ severity: Diagnostic.Severity, at location: Location, pointer: String? = nil, rule: String, _ message: String,
    characterColumns: Range<Int>? = nil, schemaPointer: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.pointer = pointer
    self.rule = rule
    self.message = message
    self.characterColumns = characterColumns
    self.schemaPointer = schemaPointer
  }

  /// The line as compilers write it, ended by LF, so that editors can jump to the place:
  /// `file:17:342: error: /content/0/text: string is empty [anthropic/empty-text]`.
  package var text: String {
    let place = pointer.map { "\($0): " } ?? ""
    return "\(location): \(severity.rawValue): \(place)\(message) [\(rule)]\n"
  }
}
