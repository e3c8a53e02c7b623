/// Seals each line into a line of its own; blank lines are dropped.
package struct RecordSealer: LineWorker {
  /// What is told of a line besides its output.
  package enum Note {
    /// A line of white space, which leaves nothing in the output.
    case blankLine
  }

  private let form: Envelope
  private let key: FernetKey
  /// Made at the first line: libcrypto takes a millisecond to get ready, which an empty input need not wait for.
  private var sealer: FernetSealer?
  /// The input's name for messages.
  package var file = "<stdin>"

  /// - Parameter form: how each token stands in its line.
  package init(_ key: FernetKey, form: Envelope) {
    self.form = form
    self.key = key
  }

  /// Appends the sealed line, or notes that it is blank; a failure of the library ends the run.
  package mutating func work(on line: Line, into batch: Batch<Note>) {
    guard !line.bytes.isBlank else { return batch.notes.append(.blankLine) }
    let output = batch.output
    let start = output.count
    do throws(SealingFault) {
      let sealer = try readySealer()
      if form == .line { output.append(Envelope.prefix) }
      try sealer.seal(line.bytes, time: UInt64(clamping: Clock.unixSeconds), into: output)
      output.append(form == .line ? "\"}\n" : "\n")
      batch.recordCount += 1
    } catch {
      output.truncate(to: start)
      batch.failure = LocatedError(error, at: Location(file, line: line.number))
    }
  }

  @inline(__always)
  private mutating func readySealer() throws(SealingFault) -> FernetSealer {
    if let sealer { return sealer }
    let made = try FernetSealer(key)
    sealer = made
    return made
  }

  /// A line that cannot be held cannot be sealed: it ends the run.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Note>) {
    batch.failure = LocatedError(SealingFault.overlongLine, at: Location(file, line: number))
  }
}
