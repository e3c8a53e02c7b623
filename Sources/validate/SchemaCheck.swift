import Core

/// Checks records against the schema that the user named.
struct SchemaCheck {
  private let checker: SchemaChecker
  private let settings: ProfileCheck.Settings

  /// Nil without a schema.
  init?(_ settings: ProfileCheck.Settings) {
    guard let schema = settings.schema else { return nil }
    checker = SchemaChecker(schema)
    self.settings = settings
  }

  /// Checks a record, or what stands at the place that the user named.
  ///
  /// - Parameter shift: where the text begins in the line, in bytes.
  func check(_ text: Bytes, of line: Line, shift: Int, _ faults: inout FoundFaults<SchemaFaultKind>) {
    let limit = max(settings.limit - faults.tally.errorCount, 0)
    // What is no JSON has been told before.
    guard case .faults(let found, let count) = try? checker.check(text, limit: limit) else { return }
    // They come in the order of the line, so that it is counted through once.
    var columns = CharacterColumns(line.bytes)
    for fault in found {
      let offset = shift + fault.offset
      faults.add(
        .error, line: line.number, column: offset + 1, limit: settings.limit,
        SchemaFaultKind(
          fault: fault, prefix: settings.at?.text ?? "", value: settings.showsValues ? line.value(at: offset) : nil),
        characterColumn: settings.tellsPlaces ? columns.column(at: offset) : nil)
    }
    // What was not kept is still counted.
    faults.tally.add(.error, count: count - found.count)
  }

  /// Reads and compiles the schema, nil if none was asked for.
  static func schema(_ arguments: Arguments) throws -> Schema? {
    guard let path = arguments[.schema] else {
      for option in [Option.draft, .reference, .formatAssertion] where arguments.has(option) {
        throw UsageError("\(option.name) needs \(Option.schema.name)")
      }
      return nil
    }
    guard path != "-" || !(arguments.operands.isEmpty || arguments.operands.contains("-")) else {
      throw UsageError("standard input cannot be both the schema and the records")
    }
    var options = SchemaOptions()
    options.defaultDraft = try arguments.choice(.draft) ?? options.defaultDraft
    options.sources = try SchemaSources(arguments.all(.reference))
    options.assertsFormats = arguments.has(.formatAssertion)
    return try Schema(path: path, options)
  }
}

/// A keyword of a schema that a record does not satisfy.
struct SchemaFaultKind: FaultKind {
  var fault: SchemaFault
  /// Where the value stands in the record: what `--at` names.
  var prefix: String
  /// The value, or its beginning, if values are to be shown.
  var value: String?

  var rule: String { fault.rule }
  var pointer: String? { prefix + fault.pointer }
  var schemaPointer: String? { fault.schemaPointer }
  var message: String { fault.message + (value.map { ": \($0)" } ?? "") }
  var isPointerForPeople: Bool { true }

  /// What a rule is about, by its name; nil if it is not one of a schema.
  static func message(of rule: String) -> String? {
    guard rule.hasPrefix("schema/") else { return nil }
    return rule == "schema/limit"
      ? "the record cannot be checked in reasonable time"
      : "a value does not satisfy '\(rule.dropFirst("schema/".count))' of the schema"
  }
}

extension Option {
  static let schema = Option(
    "schema", short: "s", .required("FILE", .files), help: "check each record against a JSON Schema")
  static let draft = Option(
    "draft", .required("DRAFT", .oneOf(Draft.allCases.map(\.rawValue))), help: "of a schema without $schema (2020-12)")
  static let reference = Option(
    "ref", .required("FILE", .files), help: "schemas to refer to: FILE, DIR or URI=DIR (repeatable)")
  static let formatAssertion = Option("format-assertion", help: "check 'format' in schemas")
}
