/// Checks records against a schema. It belongs to one thread at a time.
package final class SchemaChecker {
  let evaluator: SchemaEvaluator

  package init(_ schema: Schema) {
    evaluator = SchemaEvaluator(schema)
  }

  package func fits(_ text: Bytes) throws -> Bool {
    try evaluator.begin(text)
    return try evaluator.fits()
  }

  struct FF { var pointer: String; var message: String; var offset: Int }
  func firstFault(in text: Bytes) -> FF? {
    guard let fits = try? fits(text), fits else { return FF(pointer: "", message: "invalid", offset: 0) }
    return nil
  }
}
