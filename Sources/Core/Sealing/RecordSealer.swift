/// Seals each line into a line of its own; blank lines are dropped.
package struct RecordSealer: LineWorker {
  /// What is counted besides the output.
  package struct Notes: BatchNotes {
    /// Lines of white space, which leave nothing in the output.
    package var blankLineCount = 0
    /// Of what each line of the output seals, for `ChainWriter`; none where no chain is asked for.
    package var digests: [Chain.Digest] = []
    /// For each pointer of a `FieldSealer` whether it has led to a value.
    package var haveLed: [Bool] = []

    package init() {}
  }

  private enum Sealer {
    case fernet(FernetSealer)
    case jwe(JWESealer)
  }

  private let form: Envelope
  private let isChained: Bool
  private let digester = LineDigester()
  private let key: SealingKey
  /// Made at the first line: libcrypto takes a millisecond to get ready, which an empty input need not wait for.
  private var sealer: Sealer?

  /// - Parameters:
  ///   - form: how each token stands in its line; a JWE is a line of its own.
  ///   - isChained: whether the lines get a member `chain`, for which digests are made. They get it later, in order.
  package init(_ key: SealingKey, form: Envelope, isChained: Bool = false) {
    self.form = form
    self.isChained = isChained
    self.key = key
  }

  /// Appends the sealed line, or counts it as blank; a failure of the library ends the run.
  package mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard !line.bytes.isBlank else {
      batch.notes.blankLineCount += 1
      return
    }
    let start = batch.output.count
    do throws(SealingFault) {
      let time = UInt64(clamping: Clock.unixSeconds)
      if let digest = try seal(line.bytes, time: time, into: batch.output) { batch.notes.digests.append(digest) }
      batch.recordCount += 1
    } catch {
      batch.output.truncate(to: start)
      batch.failure = LocatedError(error, at: Location(batch.file, line: line.number))
    }
  }

  /// Appends the sealed line of a record.
  ///
  /// - Parameter time: since 1970, in seconds; a JWE does not say it.
  /// - Returns: the digest of what is sealed, if there is to be a chain.
  @inline(__always)
  mutating func seal(
    _ plaintext: Bytes, time: UInt64, into output: ByteBuffer
  ) throws(SealingFault) -> Chain.Digest? {
    var digest: Chain.Digest?
    switch try readySealer() {
    case .fernet(let sealer):
      if form == .line { output.append(Envelope.prefix) }
      let start = output.count
      try sealer.seal(plaintext, time: time, into: output)
      if isChained { digest = digester.digest(output.bytes.slice(start, output.count)) }
      output.append(form == .line ? "\"}\n" : "\n")
    case .jwe(let sealer):
      let jwe = try sealer.seal(plaintext, into: output)
      if isChained { digest = digester.digest(jwe) }
      output.append("}\n")
    }
    return digest
  }

  @inline(__always)
  private mutating func readySealer() throws(SealingFault) -> Sealer {
    if let sealer { return sealer }
    let made: Sealer =
      switch key {
      case .fernet(let key): .fernet(try FernetSealer(key))
      case .web(let key): .jwe(JWESealer(key))
      }
    sealer = made
    return made
  }

  /// A line that cannot be held cannot be sealed: it ends the run.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    batch.failure = LocatedError(SealingFault.overlongLine, at: Location(batch.file, line: number))
  }
}
