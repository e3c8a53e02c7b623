/// Why a schema cannot be used; no record is checked against half a schema.
package struct SchemaError: DescribedError, Equatable {
  package enum Fault: Equatable, Sendable {
    case notJSON(RecordError.Fault)
    case tooLarge
    /// What the metaschema says: the keyword's pointer and the words for it.
    case invalid(pointer: String, message: String)
    case unknownMetaschema(String)
    case unknownVocabulary(String)
    /// There is no document of this URI.
    case unknownDocument(String)
    /// The document has nothing where the reference leads to, or no schema.
    case unresolvable(String)
    case notASchema
    case badPattern(String)
    case badDivisor
    case circular
  }

  package var fault: Fault
  package var location: Location?

  package init(_ fault: Fault, at location: Location? = nil) {
    self.fault = fault
    self.location = location
  }

  package var message: String {
    switch fault {
    case .notJSON(let fault): fault.rawValue
    case .tooLarge: "schema is too large"
    case .invalid(let pointer, let message): pointer.isEmpty ? message : "\(pointer): \(message)"
    case .unknownMetaschema(let uri): "unknown $schema '\(uri)'"
    case .unknownVocabulary(let uri): "the metaschema requires an unknown vocabulary '\(uri)'"
    case .unknownDocument(let uri): "no schema known as '\(uri)'"
    case .unresolvable(let reference): "no schema at '\(reference)'"
    case .notASchema: "a schema is an object or a boolean"
    case .badPattern(let words): words
    case .badDivisor: "'multipleOf' takes a number greater than 0 of at most \(Decimal.mostDivisorDigits) digits"
    case .circular: "the schema leads back to itself for the same value"
    }
  }

  package var hint: String? {
    switch fault {
    case .unknownDocument, .unknownMetaschema: "documents are never fetched; give them by --ref FILE, DIR or URI=DIR"
    default: nil
    }
  }
}
