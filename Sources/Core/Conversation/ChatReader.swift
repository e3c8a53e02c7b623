/// Reads one record after the other as a profile's, in one pass over its bytes.
///
/// Memory is kept from record to record and does not grow with their number. Belongs to one thread at a time.
package final class ChatReader {
  // Nothing here calls back, so no access can meet another.
  @exclusivity(unchecked) private var scanner = JSONScanner()
  @exclusivity(unchecked) private var visitor: ShapeVisitor
  private let shape: ChatShape

  /// - Returns: nil for a profile that has no conversations.
  package init?(_ profile: Profile) {
    guard let shape = profile.makeShape() else { return nil }
    self.shape = shape
    visitor = ShapeVisitor(shape)
  }

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - text: one JSON text.
  ///   - origin: where it begins in its line, in bytes; all places are counted from the line's start.
  /// - Throws: if the text is not JSON; then nothing is known of it.
  /// - Complexity: O(`text.count`).
  package func read(_ text: Bytes, origin: Int = 0) throws(RecordError) {
    visitor.begin(text, origin: origin)
    try scanner.scan(text, visitor: &visitor)
    visitor.end()
  }

  /// Reads a record while `checker` checks it: one pass does both.
  ///
  /// - Parameter line: ends with the record; it may begin with something else.
  package func read(_ text: Bytes, in line: Bytes, checkedBy checker: RecordChecker) throws(RecordError) {
    visitor.begin(text, origin: line.count - text.count)
    try checker.check(text, telling: &visitor)
    visitor.end()
  }

  /// What the record is that was read last.
  package var record: ChatRecord { shape.record }
  /// The tool calls that it makes, in their order.
  package var calls: [ToolReference] { shape.calls }
  /// The tool results that it gives, in their order.
  package var results: [ToolReference] { shape.results }
  /// The rules that it breaks by itself.
  package var faults: [ChatFault] { shape.faults }
}
