import Core

/// Writes, instead of records, how many tokens each of them is (`--count`): a number a line.
final class CountedRecords {
  private let options: TokenOptions
  private let counter: RecordTokens
  private let delimiter: UInt8
  private let numbers = ByteBuffer()

  private struct TextGivenUp: DescribedError {
    var message: String { "a record is more than the tokenizer's pattern can split" }
  }

  init(_ options: TokenOptions, endedBy delimiter: UInt8) throws {
    self.options = options
    self.delimiter = delimiter
    counter = try options.makeCounter()
  }

  /// Counts whole lines, of which only the last may lack its end.
  ///
  /// - Returns: the numbers, valid until the next call.
  func count(_ lines: Bytes) throws -> Bytes {
    numbers.removeAll(keepingAtMost: 1 << 20)
    var start = 0
    while start < lines.count {
      let end = lines.firstOffset(of: delimiter, from: start) ?? lines.count
      let count: Int
      do {
        count = try counter.count(lines.slice(start, end))
      } catch {
        throw TextGivenUp()
      }
      numbers.append("\(options.scaled(count))\n")
      start = end + 1
    }
    return numbers.bytes
  }
}
