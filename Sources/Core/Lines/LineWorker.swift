/// What there is to tell and to count of a batch, once its output is written.
package protocol BatchNotes {
  /// Nothing yet.
  init()
}

/// What the work on one block of lines gave: bytes to write, and what is to be told and counted, in the order of the
/// lines. It belongs to the thread that works on the block and commits it.
package final class Batch<Notes: BatchNotes> {
  /// What goes to the output.
  package let output = ByteBuffer(capacity: BlockReader.blockSize)
  /// How many records `output` holds.
  // Counted at every record, by one thread.
  @exclusivity(unchecked) package var recordCount = 0
  /// How many lines the block has.
  package internal(set) var lineCount = 0
  /// The input's name, for messages.
  package internal(set) var file = ""
  /// What the worker has to say besides.
  package var notes = Notes()
  /// Ends the run after this batch was written and its notes were told.
  package var failure: (any Error)?

  package init() {}

  func removeAll() {
    output.removeAll(keepingAtMost: Block.largestKept)
    recordCount = 0
    notes = Notes()
    failure = nil
  }
}

/// The work of a filter on lines, without reading, writing or telling: a worker belongs to one thread at a time and
/// what it does to a line depends on that line alone. What depends on other lines is left to the commit.
package protocol LineWorker: SendableMetatype {
  associatedtype Notes: BatchNotes

  /// Is told of the batch before the first line of a block.
  mutating func begin(_ batch: Batch<Notes>)

  /// Works on one line and appends what comes of it to `batch`.
  mutating func work(on line: Line, into batch: Batch<Notes>)

  /// Says what becomes of a line that is longer than the limit.
  mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>)
}

extension LineWorker {
  /// Most workers need not know where a block begins.
  package mutating func begin(_ batch: Batch<Notes>) {}
}
