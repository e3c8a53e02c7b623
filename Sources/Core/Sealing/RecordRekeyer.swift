/// Opens each sealed line under one key and seals what it holds under another, so that no plaintext leaves the process.
package struct RecordRekeyer: LineWorker {
  /// What is to be judged of the lines that were opened, and what the new ones are to be linked with.
  package struct Notes: BatchNotes {
    package var opened = RecordOpener.Notes()
    /// Of what each line of the output seals, for `ChainWriter`.
    package var digests: [Chain.Digest] = []

    package init() {}
  }

  private var opener: RecordOpener
  private var sealer: RecordSealer
  /// One line at a time.
  private let plain = Batch<RecordOpener.Notes>()

  /// - Parameters:
  ///   - opening: the keys of the lines that are there.
  ///   - sealing: the key of the new lines.
  ///   - form: how a token stands in its line.
  ///   - isChained: whether the lines get a member `chain`.
  package init(opening: KeyRing, sealing: SealingKey, form: Envelope, isChained: Bool) {
    opener = RecordOpener(opening)
    sealer = RecordSealer(sealing, form: form, isChained: isChained)
  }

  /// Appends the line sealed anew, with its time if it has one; a line that does not open ends the run. What the lines of
  /// a batch say of their places is for `LogCheck` to judge.
  package mutating func work(on line: Line, into batch: Batch<Notes>) {
    plain.file = batch.file
    opener.work(on: line, into: plain)
    defer {
      plain.output.wipe(to: 0)
      plain.notes.lines.removeAll(keepingCapacity: true)
      plain.notes.digests.removeAll(keepingCapacity: true)
      plain.failure = nil
    }
    if let failure = plain.failure {
      batch.failure = failure
      return
    }
    note(into: batch)
    guard !plain.output.isEmpty else { return }
    let start = batch.output.count
    do throws(SealingFault) {
      let record = plain.output.bytes.slice(0, plain.output.count - 1)
      guard record.firstOffset(of: UInt8(ascii: "\n")) == nil else { throw .wholeText }
      let time = opener.lastTime ?? UInt64(clamping: Clock.unixSeconds)
      if let digest = try sealer.seal(record, time: time, into: batch.output) { batch.notes.digests.append(digest) }
      batch.recordCount += 1
    } catch {
      batch.output.truncate(to: start)
      batch.failure = LocatedError(error, at: Location(batch.file, line: line.number))
    }
  }

  /// Notes for the batch what was noted of the line.
  private func note(into batch: Batch<Notes>) {
    for var note in plain.notes.lines {
      if case .unproved(let link, let genesis, let digest) = note.outcome {
        batch.notes.opened.digests.append(plain.notes.digests[digest])
        note.outcome = .unproved(link, genesis, digest: batch.notes.opened.digests.count - 1)
      }
      batch.notes.opened.lines.append(note)
    }
  }

  /// A line that cannot be held cannot be sealed: it ends the run.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    batch.failure = LocatedError(SealingFault.overlongLine, at: Location(batch.file, line: number))
  }
}
