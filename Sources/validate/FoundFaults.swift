import Core

/// What is wrong at a place; it becomes words only when it is told.
protocol FaultKind {
  var rule: String { get }
  /// The place in the record as a JSON Pointer, nil where the column says enough.
  var pointer: String? { get }
  var message: String { get }
  /// Whether people are shown the pointer too: only one without names from the data.
  var isPointerForPeople: Bool { get }
  /// Of a rule that a schema makes, where it stands there.
  var schemaPointer: String? { get }
}

extension FaultKind {
  var isPointerForPeople: Bool { false }
  var schemaPointer: String? { nil }
}

/// The faults of some lines. All are counted, and of each severity as many kept as are told of a file, so that a file
/// with a fault in each line takes no more memory than another.
struct FoundFaults<Kind: FaultKind> {
  struct Found {
    var severity: Diagnostic.Severity
    /// 1-based.
    var line: Int
    /// 1-based, in bytes.
    var column: Int
    /// In characters, nil where nobody needs to know.
    var characterColumn: Int?
    var kind: Kind

    func fault(in file: String) -> Fault {
      Fault(
        severity, at: Location(file, line: line, column: column), pointer: kind.pointer, rule: kind.rule, kind.message,
        characterColumns: characterColumn.map { $0..<$0 }, schemaPointer: kind.schemaPointer)
    }
  }

  var tally = Tally()
  /// In the order of the lines.
  private(set) var kept: [Found] = []

  /// - Parameters:
  ///   - severity: nil for what is allowed.
  ///   - limit: how many of a severity are kept.
  ///   - characterColumn: asked for only where the fault is kept.
  mutating func add(
    _ severity: Diagnostic.Severity?, line: Int, column: Int, limit: Int, _ kind: @autoclosure () -> Kind,
    characterColumn: @autoclosure () -> Int? = nil
  ) {
    guard let severity else { return }
    tally.add(severity)
    guard tally.count(of: severity) <= limit else { return }
    kept.append(
      Found(severity: severity, line: line, column: column, characterColumn: characterColumn(), kind: kind()))
  }
}
