/// Checks records against a schema. It belongs to one thread at a time.
package final class SchemaChecker {
  private let evaluator: SchemaEvaluator

  package init(_ schema: Schema) {
    evaluator = SchemaEvaluator(schema)
  }

  /// What was found in a record.
  package enum Verdict: Equatable {
    case fits
    /// The first faults in the order of their places, and how many there are in all.
    case faults([SchemaFault], count: Int)
  }

  /// Checks a record.
  ///
  /// - Parameters:
  ///   - text: one JSON text.
  ///   - limit: how many faults are kept.
  /// - Throws: `RecordError` for what is no JSON text.
  /// - Complexity: bounded for every text and every schema: a record that would need more is a fault of its own.
  package func check(_ text: Bytes, limit: Int) throws(RecordError) -> Verdict {
    guard text.count <= Tape.largestText else { return Self.refused("record is too large to be checked") }
    try evaluator.begin(text)
    do throws(SchemaEvaluator.Stop) {
      if try evaluator.fits() { return .fits }
      evaluator.beginExplanation()
      var explanation = SchemaExplanation(evaluator)
      var sink = SchemaFaultSink(limit: limit)
      try explanation.explain(evaluator.schema.root, 0, &sink)
      // Nodes are in the order of the text; of one node, faults are in that of the schema.
      let found = sink.kept.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
      var paths = FaultPaths()
      var faults: [SchemaFault] = []
      for (_, fault) in found { faults.append(evaluator.schema.fault(fault, evaluator.tape, &paths)) }
      return .faults(faults, count: max(sink.count, 1))
    } catch {
      switch error {
      case .tooCostly: return Self.refused("record takes too long to be checked")
      case .tooDeep: return Self.refused("schemas refer to each other too often for one record")
      case .patternTooCostly: return Self.refused("record takes too long to be matched with a pattern")
      }
    }
  }

  /// Nobody knows whether the record fits, so it does not pass.
  private static func refused(_ message: String) -> Verdict {
    .faults([SchemaFault(offset: 0, pointer: "", keyword: "limit", schemaPointer: "", message: message)], count: 1)
  }
}
