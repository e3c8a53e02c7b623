/// Seals each line into a line of its own; blank lines are dropped.
package struct RecordSealer: LineWorker {
  /// What is told of a line besides its output.
  package enum Note {
    /// A line of white space, which leaves nothing in the output.
    case blankLine
  }

  private let form: Envelope
  private let sealer: FernetSealer
  /// The input's name for messages.
  package var file = "<stdin>"

  /// - Parameter form: how each token stands in its line.
  package init(_ key: FernetKey, form: Envelope) throws(SealingFault) {
    self.form = form
    sealer = try FernetSealer(key)
  }

  /// Appends the sealed line, or notes that it is blank; a failure of the library ends the run.
  package mutating func work(on line: Line, into batch: Batch<Note>) {
    guard !line.bytes.isBlank else { return batch.notes.append(.blankLine) }
    let output = batch.output
    let start = output.count
    do throws(SealingFault) {
      if form == .line { output.append(Envelope.prefix) }
      try sealer.seal(line.bytes, time: UInt64(clamping: Clock.unixSeconds), into: output)
      output.append(form == .line ? "\"}\n" : "\n")
      batch.recordCount += 1
    } catch {
      output.truncate(to: start)
      batch.failure = LocatedError(error, at: Location(file, line: line.number))
    }
  }

  /// A line that cannot be held cannot be sealed: it ends the run.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Note>) {
    batch.failure = LocatedError(SealingFault.overlongLine, at: Location(file, line: number))
  }
}
