/// Makes of the lines of a conversation what a search for a window takes.
package final class WindowReader {
  /// What a line is to a window.
  package enum Reading {
    case item(WindowSearch.Item)
    /// Nothing: a blank line.
    case blank
    /// The beginning of a record that nobody has ended: a crash has left it, and it is never part of a window.
    case torn

    package var isBlank: Bool {
      if case .blank = self { true } else { false }
    }
  }

  private let reader: ChatReader
  /// What a record takes of the limit.
  package let cost: (_ text: Bytes) -> Int

  /// - Parameter cost: what a record takes of the limit; it is asked for records that are sent to a model.
  /// - Returns: nil for a profile whose lines are no messages.
  package init?(_ profile: Profile, cost: @escaping (_ text: Bytes) -> Int) {
    guard !profile.isConversationPerLine, let reader = ChatReader(profile) else { return nil }
    self.reader = reader
    self.cost = cost
  }

  /// Whether the record that was read last comes before all messages, and belongs to every window: instructions, and what
  /// a file begins with.
  package var isLeading: Bool {
    switch reader.record.kind {
    case .system, .developer: true
    default: reader.record.isHeader
    }
  }

  /// Whether it is no message, though every window begins with it.
  package var isHeader: Bool { reader.record.isHeader }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: with its LF, which only the last line of the input may lack.
  ///   - range: where it is.
  ///   - isCounted: whether its cost is asked for now.
  /// - Throws: for what is not JSON.
  package func read(_ line: Bytes, at range: Range<Int>, isCounted: Bool = true) throws(RecordError) -> Reading {
    let text = line.last == UInt8(ascii: "\n") ? line.slice(0, line.count - 1) : line
    if text.isBlank { return .blank }
    do throws(RecordError) {
      try reader.read(text)
    } catch {
      if text.count == line.count { return .torn }
      throw error
    }
    let record = reader.record
    var item = WindowSearch.Item(
      range: range, kind: record.kind, holdsResults: record.holdsResults, messageID: record.messageID)
    guard record.kind != .aside else { return .item(item) }
    if isCounted { item.cost = cost(text) }
    item.calls = reader.calls.map(\.id)
    item.results = reader.results.map(\.id)
    return .item(item)
  }
}
