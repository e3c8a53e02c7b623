/// Counts the tokens that records are to a model: the text that it reads of each, and what a message and an image cost by
/// themselves.
///
/// It belongs to one thread at a time.
package final class RecordTokens {
  /// How a text is counted.
  package enum Method {
    case estimate(TokenCounter)
    case exact(Tokenizer)
  }

  private let method: Method
  private var estimate: TokenEstimate
  private let imageTokens: Int
  private var scanner = JSONScanner()
  private let decoded = ByteBuffer()

  /// What goes around a message: its role and its marks.
  private static let messageTokens = 4

  /// - Parameter imageTokens: what an image costs.
  package init(_ method: Method, imageTokens: Int) {
    self.method = method
    self.imageTokens = imageTokens
    estimate = if case .estimate(let counter) = method { TokenEstimate(counter) } else { TokenEstimate(.bytes4) }
  }

  /// The tokens of a record.
  ///
  /// A record that is a string is that text and no message. A line that is not JSON is counted as it stands.
  ///
  /// - Parameter record: one line, without its end.
  /// - Throws: if the tokenizer's pattern gives a text up.
  /// - Complexity: O(`record.count`) for an estimate.
  package func count(_ record: Bytes) throws(SplitPattern.Fault) -> Int {
    let text = record.trimmed
    guard !text.isEmpty else { return 0 }
    var visitor = ModelText(text)
    guard (try? scanner.scan(text, visitor: &visitor)) != nil else { return try countRaw(text) + estimate.finish() }
    var count = visitor.messageCount * Self.messageTokens
    count += visitor.imageCount.multipliedReportingOverflow(by: imageTokens).partialValue
    for part in visitor.parts {
      let body = text.slice(part.range)
      if part.hasEscapes {
        decoded.removeAll(keepingAtMost: 1 << 20)
        JSONString.decode(body, into: decoded)
        count += try self.count(text: decoded.bytes)
      } else {
        count += try self.count(text: body)
      }
    }
    return count + estimate.finish()
  }

  /// A line that nobody has checked may hold anything.
  private func countRaw(_ line: Bytes) throws(SplitPattern.Fault) -> Int {
    let mended = Array(line.text.utf8)
    decoded.removeAll(keepingAtMost: 1 << 20)
    decoded.append(mended)
    return try count(text: decoded.bytes)
  }

  private func count(text: Bytes) throws(SplitPattern.Fault) -> Int {
    switch method {
    case .estimate:
      // Rounded once for all texts of a record, or a record of many would be too much.
      estimate.add(text)
      estimate.endText()
      return 0
    case .exact(let tokenizer):
      return try tokenizer.count(text)
    }
  }
}
