/// The way of lines through an opener where a token may be broken into several, as some programs break base64: what
/// `Pipeline` does, by one thread.
///
///     gAAAAABlU_EAAAECAwQFBgcICQoLDA0O       begins a token and does not open
///     DQ_WnyG...                             neither begins one nor is an object: goes on with it
///
/// A line that opens by itself does not wait for the next one.
package final class WrappedTokens {
  private var opener: RecordOpener
  private let maximumSize: Int
  private let batch = Batch<RecordOpener.Notes>()
  /// What there is of a token that does not open yet.
  private let pending = ByteBuffer()
  private var firstLine = 0

  /// - Parameter maximumSize: of a token, in bytes.
  package init(_ opener: RecordOpener, maximumSize: Int) {
    self.opener = opener
    self.maximumSize = maximumSize
  }

  /// Runs one input through the opener.
  ///
  /// - Parameters:
  ///   - commit: writes a batch and tells its notes; called for each block, and once more at the end.
  ///   - advance: is told the bytes read, after each block.
  /// - Throws: what reading, `commit` or the opener fails with first.
  package func run(
    _ reader: BlockReader, advance: (Int) -> Void, commit: (Batch<RecordOpener.Notes>) throws -> Void
  ) throws {
    pending.removeAll()
    while let block = try reader.next() {
      batch.removeAll()
      batch.file = reader.name
      switch block.contents {
      case .lines(let lines):
        for line in LineSequence(lines, firstLine: block.firstLine, offset: block.offset) where batch.failure == nil {
          take(line)
        }
      case .overlongLine:
        openPending()
        if batch.failure == nil { opener.refuseOverlongLine(number: block.firstLine, into: batch) }
      }
      try finish(commit)
      if case .lines(let lines) = block.contents { advance(lines.count) }
    }
    batch.removeAll()
    batch.file = reader.name
    openPending()
    try finish(commit)
  }

  private func finish(_ commit: (Batch<RecordOpener.Notes>) throws -> Void) throws {
    try commit(batch)
    if let failure = batch.failure { throw failure }
  }

  private func take(_ line: Line) {
    guard !line.bytes.isBlank else { return }
    let beginsToken = LenientBase64.text(line.bytes, startsWith: Envelope.tokenStart)
    let isObject = line.bytes.trimmed.first == UInt8(ascii: "{")
    if !pending.isEmpty, !beginsToken, !isObject { return takeRest(line) }
    openPending()
    guard batch.failure == nil else { return }
    guard beginsToken, !isObject else { return opener.work(on: line, into: batch) }
    guard !opens(line) else { return }
    pending.append(line.bytes)
    firstLine = line.number
  }

  private func takeRest(_ line: Line) {
    guard pending.count + line.bytes.count <= maximumSize else {
      pending.removeAll()
      return opener.refuseOverlongLine(number: firstLine, into: batch)
    }
    pending.append(line.bytes)
  }

  /// Opens a token that is whole on its line.
  ///
  /// - Returns: false if it is none; then nothing has come of it.
  private func opens(_ line: Line) -> Bool {
    let outputSize = batch.output.count
    let noteCount = batch.notes.lines.count
    opener.work(on: line, into: batch)
    if batch.failure == nil, case .opened? = batch.notes.lines.last?.outcome { return true }
    batch.failure = nil
    batch.output.truncate(to: outputSize)
    batch.notes.lines.removeSubrange(noteCount...)
    return false
  }

  private func openPending() {
    guard !pending.isEmpty else { return }
    opener.work(on: Line(bytes: pending.bytes, number: firstLine, offset: 0, isTerminated: true), into: batch)
    pending.removeAll()
  }
}
