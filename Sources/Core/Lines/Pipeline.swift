/// What the work on one block of lines gave: bytes to write, and things to tell, in the order of the lines.
package final class Batch<Note> {
  /// What goes to the output.
  package let output = ByteBuffer(capacity: BlockReader.blockSize)
  /// How many records `output` holds.
  package var recordCount = 0
  /// What the tool tells or counts once the output is written.
  package var notes: [Note] = []
  /// Ends the run after this batch was written and its notes were told.
  package var failure: (any Error)?

  package init() {}

  func removeAll() {
    output.removeAll()
    recordCount = 0
    notes.removeAll(keepingCapacity: true)
    failure = nil
  }
}

/// The work of a filter on lines, without reading, writing or telling: a worker belongs to one thread at a time and
/// what it does to a line depends on that line alone.
package protocol LineWorker {
  associatedtype Note

  /// Works on one line and appends what comes of it to `batch`.
  mutating func work(on line: Line, into batch: Batch<Note>)

  /// Says what becomes of a line that is longer than the limit.
  mutating func refuseOverlongLine(number: Int, into batch: Batch<Note>)
}

/// The way of every record through a filter: read a block, work on its lines, write, tell. Before it waits for input it
/// has written everything it can.
package enum Pipeline {
  /// Runs one input through a worker.
  ///
  /// - Parameters:
  ///   - commit: writes a batch and tells its notes; called once for each block, in the order of the input.
  ///   - advance: is told the bytes read, after each block.
  /// - Throws: what reading or `commit` throws, or the first failure that the worker noted.
  package static func run<Worker: LineWorker>(
    _ reader: BlockReader, worker: inout Worker, advance: (Int) -> Void,
    commit: (Batch<Worker.Note>) throws -> Void
  ) throws {
    let batch = Batch<Worker.Note>()
    while let block = try reader.next() {
      batch.removeAll()
      switch block.contents {
      case .lines(let bytes):
        for line in LineSequence(bytes, firstLine: block.firstLine, offset: block.offset) {
          worker.work(on: line, into: batch)
          if batch.failure != nil { break }
        }
        advance(bytes.count)
      case .overlongLine:
        worker.refuseOverlongLine(number: block.firstLine, into: batch)
      }
      try commit(batch)
      if let failure = batch.failure { throw failure }
    }
  }
}
