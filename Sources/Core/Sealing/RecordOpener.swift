/// Opens each sealed line, whatever form it has; blank lines are dropped.
package struct RecordOpener: LineWorker {
  /// What is told and counted besides the output.
  package struct Notes: BatchNotes {
    /// Lines that were left out because they could not be opened.
    package var refusals: [(fault: SealingFault, line: Int)] = []
    /// How many records were left out because they are older than the limit.
    package var tooOldCount = 0

    package init() {}
  }

  /// What becomes of a line that is not sealed.
  package enum PlainLines: String, CaseIterable, Sendable {
    /// It is refused.
    case error
    /// It leaves as it came.
    case pass
  }

  /// What becomes of a line that cannot be opened.
  package enum Refusal: Sendable {
    /// The run ends there.
    case stops
    /// It is noted and left out.
    case skips
  }

  private let keys: [FernetKey]
  /// Made at the first line, as in `RecordSealer`.
  private var opener: FernetOpener?
  private let reader = EnvelopeReader()
  private let jweOpener: JWEOpener
  private let jweReader = JWEReader()
  private let plainLines: PlainLines
  private let refusal: Refusal
  /// In seconds, nil for any age.
  private let maximumAge: Int?

  /// - Parameters:
  ///   - keys: in the order in which they are tried.
  ///   - maximumAge: in seconds; older records are left out. Nil for any age.
  package init(
    _ keys: KeyRing, plainLines: PlainLines = .error, refusal: Refusal = .stops, maximumAge: Int? = nil
  ) {
    self.keys = keys.fernet
    jweOpener = JWEOpener(keys.web)
    self.plainLines = plainLines
    self.refusal = refusal
    self.maximumAge = maximumAge
  }

  /// Appends the opened line, or notes or ends with why it cannot be opened; nothing unauthenticated is appended.
  package mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard !line.bytes.isBlank else { return }
    let start = batch.output.count
    do throws(SealingFault) {
      // Seen at a glance, where the other reader would have to look at all of it.
      if line.bytes.starts(with: JWE.opening), try openJWE(line.bytes, into: batch.output) {
        return endLine(from: start, in: batch)
      }
      switch try reader.read(line.bytes) {
      case .token(let token):
        let time = try readyOpener().open(token, into: batch.output)
        if let maximumAge {
          let age = RecordAge(sealedAt: time, now: UInt64(clamping: Clock.unixSeconds))
          guard !age.isFromTheFuture else { throw .fromTheFuture }
          guard !age.exceeds(maximumAge) else {
            batch.output.truncate(to: start)
            batch.notes.tooOldCount += 1
            return
          }
        }
      case .plain:
        if try openJWE(line.bytes, into: batch.output) { break }
        guard plainLines == .pass else { throw .notSealed }
        batch.output.append(line.bytes)
      }
      endLine(from: start, in: batch)
    } catch {
      batch.output.truncate(to: start)
      refuse(error, line: line.number, in: batch)
    }
  }

  /// Appends what a line's JWE says.
  ///
  /// - Returns: false if the line is no JWE.
  private func openJWE(_ line: Bytes, into output: ByteBuffer) throws(SealingFault) -> Bool {
    guard let jwe = try jweReader.read(line) else { return false }
    guard maximumAge == nil else { throw .jwe(.noTime) }
    try jweOpener.open(jwe, into: output)
    return true
  }

  @inline(__always)
  private mutating func readyOpener() throws(SealingFault) -> FernetOpener {
    if let opener { return opener }
    let made = try FernetOpener(keys)
    opener = made
    return made
  }

  /// A line that cannot be held cannot be authenticated.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    refuse(.overlongLine, line: number, in: batch)
  }

  /// Ends what was opened with an LF, unless it is a whole text that has its own, or nothing.
  private func endLine(from start: Int, in batch: Batch<Notes>) {
    guard batch.output.count > start else { return }
    if batch.output.bytes.last != UInt8(ascii: "\n") { batch.output.append(UInt8(ascii: "\n")) }
    batch.recordCount += 1
  }

  private func refuse(_ fault: SealingFault, line: Int, in batch: Batch<Notes>) {
    switch refusal {
    case .stops: batch.failure = LocatedError(fault, at: Location(batch.file, line: line))
    case .skips: batch.notes.refusals.append((fault, line))
    }
  }
}
