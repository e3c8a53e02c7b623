/// Stands in until the translator is there.
package final class SchemaPattern {
  private let pattern: Pattern
  private let context = MatchContext()

  package init(_ pattern: Bytes) throws(SchemaPatternError) {
    do throws(PatternError) {
      self.pattern = try Pattern(pattern, isAnchored: false)
    } catch {
      throw SchemaPatternError()
    }
  }

  package func matches(_ text: Bytes) throws(MatchLimitError) -> Bool {
    try pattern.firstMatch(in: text, from: 0, group: 0, context) != nil
  }
}

package struct SchemaPatternError: Error, Equatable {
  package var message: String { "bad pattern" }
}
