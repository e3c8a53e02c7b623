/// Opens each sealed line, whatever form it has; blank lines are dropped.
package struct RecordOpener: LineWorker {
  /// What is told and counted besides the output.
  package struct Notes: BatchNotes {
    /// A line that was not blank, and what came of it.
    package struct Note {
      package enum Outcome {
        /// It proved authentic; what it says of its place is for `SequenceCheck` to judge.
        case opened(SequenceCheck.Line)
        /// It opened, as what is sealed to a public key does whoever sealed it: its tag is for `ChainKeys` to prove, in
        /// order, with the digest of this index in `digests`.
        case unproved(ChainLink, Genesis?, digest: Int)
        /// It was not sealed, and passed.
        case plain
        /// It could not be opened and was left out.
        case refused(SealingFault)
      }

      package var outcome: Outcome
      /// 1-based.
      package var line: Int
      /// Where in the line the value that was refused stands, 1-based, in bytes; nil if it is the line.
      package var column: Int?
      /// Where in the output what came of it ends.
      package var end: Int

      package init(outcome: Outcome, line: Int, column: Int? = nil, end: Int) {
        self.outcome = outcome
        self.line = line
        self.column = column
        self.end = end
      }
    }

    /// In the order of the lines.
    package var lines: [Note] = []
    /// Of what was sealed in lines whose tags are yet to be proved.
    package var digests: [Chain.Digest] = []
    /// How many records were left out because they are older than the limit.
    package var tooOldCount = 0
    /// For each pointer of a `FieldOpener` whether it has led to a value.
    package var haveLed: [Bool] = []

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
  private let webKeys: [JSONWebKey]
  /// Made at the first line, as in `RecordSealer`.
  private var opener: FernetOpener?
  /// When the last line was sealed that was opened, in seconds since 1970; nil for one that does not say.
  private(set) var lastTime: UInt64?
  let reader: EnvelopeReader
  let jweOpener: JWEOpener
  let jweReader = JWEReader()
  /// Of the keys, as far as they were needed.
  private var authenticators: [ChainAuthenticator?]
  private var webAuthenticators: [ChainAuthenticator?]
  private let digester = LineDigester()
  let plainLines: PlainLines
  private let refusal: Refusal
  /// In seconds, nil for any age.
  let maximumAge: Int?
  private let isLenient: Bool
  private let endsLines: Bool

  /// - Parameters:
  ///   - keys: in the order in which they are tried.
  ///   - maximumAge: in seconds; older records are left out. Nil for any age.
  ///   - isLenient: whether tokens are read as loosely as `LenientBase64` does.
  ///   - endsLines: whether what was opened gets an LF where it lacks one.
  package init(
    _ keys: KeyRing, plainLines: PlainLines = .error, refusal: Refusal = .stops, maximumAge: Int? = nil,
    isLenient: Bool = false, endsLines: Bool = true
  ) {
    self.keys = keys.fernet
    self.isLenient = isLenient
    self.endsLines = endsLines
    reader = EnvelopeReader(isLenient: isLenient)
    webKeys = keys.web
    jweOpener = JWEOpener(keys.web)
    authenticators = keys.fernet.map { _ in nil }
    webAuthenticators = keys.web.map { _ in nil }
    self.plainLines = plainLines
    self.refusal = refusal
    self.maximumAge = maximumAge
  }

  /// Appends the opened line, or notes or ends with why it cannot be opened; nothing unauthenticated is appended.
  package mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard !line.bytes.isBlank else { return }
    let start = batch.output.count
    do throws(SealingFault) {
      let outcome = try open(line.bytes, into: batch)
      endLine(from: start, in: batch)
      batch.notes.lines.append(Notes.Note(outcome: outcome, line: line.number, end: batch.output.count))
    } catch {
      batch.output.truncate(to: start)
      refuse(error, line: line.number, in: batch)
    }
  }

  /// Appends what a line's JWE says.
  ///
  /// - Returns: nil if the line is no JWE.
  private mutating func openJWE(
    _ line: Bytes, into batch: Batch<Notes>
  ) throws(SealingFault) -> Notes.Note.Outcome? {
    guard let jwe = try jweReader.read(line) else { return nil }
    guard maximumAge == nil else { throw .jwe(.noTime) }
    lastTime = nil
    let start = batch.output.count
    let key = try jweOpener.open(jwe, into: batch.output)
    guard let chain = jwe.chain else {
      try checkIsRecord(batch.output.bytes.slice(start, batch.output.count))
      return .opened(.unchained)
    }
    guard let link = ChainLink(chain) else { throw .notAChain }
    let digest = digester.digest(jwe)
    if let authenticator = try readyWebAuthenticator(key) {
      guard authenticator.isAuthentic(link, digest: digest) else { throw .chainNotAuthentic }
      return .opened(.chained(link, try takeGenesis(link, from: start, in: batch.output), isEvolving: false))
    }
    let genesis = try takeGenesis(link, from: start, in: batch.output)
    batch.notes.digests.append(digest)
    return .unproved(link, genesis, digest: batch.notes.digests.count - 1)
  }

  /// What a line says of its chain, if it is the first: then it is no record, and leaves the output.
  @inline(__always)
  private func takeGenesis(_ link: ChainLink, from start: Int, in output: ByteBuffer) throws(SealingFault) -> Genesis? {
    guard link.head.number == 0 else { return nil }
    let genesis = Genesis.read(output.bytes.slice(start, output.count))
    // It may hold a key.
    output.wipe(to: start)
    guard let genesis else { throw .notAChain }
    return genesis
  }

  /// A first line that has lost its place would come out as a record.
  private func checkIsRecord(_ plaintext: Bytes) throws(SealingFault) {
    guard Genesis.read(plaintext) == nil else { throw .notAChain }
  }

  private mutating func open(
    _ line: Bytes, into batch: Batch<Notes>
  ) throws(SealingFault) -> Notes.Note.Outcome {
    // Seen at a glance, where the other reader would have to look at all of it.
    if line.starts(with: JWE.opening), let outcome = try openJWE(line, into: batch) { return outcome }
    switch try reader.read(line) {
    case .token(let token, let chain):
      let start = batch.output.count
      let opener = try readyOpener()
      let time = try opener.open(token, into: batch.output)
      lastTime = time
      var place = SequenceCheck.Line.unchained
      if let chain {
        let link = try authenticate(chain, digest: digester.digest(token), key: opener.preferred)
        let genesis = try takeGenesis(link, from: start, in: batch.output)
        place = .chained(link, genesis, isEvolving: false)
        if genesis != nil { return .opened(place) }
      } else if line.trimmed.first == UInt8(ascii: "{") {
        try checkIsRecord(batch.output.bytes.slice(start, batch.output.count))
      }
      if let maximumAge, try isTooOld(time, limit: maximumAge) {
        batch.output.truncate(to: start)
        batch.notes.tooOldCount += 1
      }
      return .opened(place)
    case .plain:
      if let outcome = try openJWE(line, into: batch) { return outcome }
      guard plainLines == .pass else { throw .notSealed }
      batch.output.append(line)
      return .plain
    }
  }

  func isTooOld(_ time: UInt64, limit: Int) throws(SealingFault) -> Bool {
    let age = RecordAge(sealedAt: time, now: UInt64(clamping: Clock.unixSeconds))
    guard !age.isFromTheFuture else { throw .fromTheFuture }
    return age.exceeds(limit)
  }

  /// The place in a chain that a line has, by the key that opened its token.
  private mutating func authenticate(
    _ chain: Bytes, digest: Chain.Digest, key: Int
  ) throws(SealingFault) -> ChainLink {
    guard let link = ChainLink(chain) else { throw .notAChain }
    guard try readyAuthenticator(key).isAuthentic(link, digest: digest) else { throw .chainNotAuthentic }
    return link
  }

  private mutating func readyAuthenticator(_ index: Int) throws(SealingFault) -> ChainAuthenticator {
    if let authenticator = authenticators[index] { return authenticator }
    let made = try keys[index].makeChainAuthenticator()
    authenticators[index] = made
    return made
  }

  private mutating func readyWebAuthenticator(_ index: Int) throws(SealingFault) -> ChainAuthenticator? {
    if let authenticator = webAuthenticators[index] { return authenticator }
    let made = try webKeys[index].makeChainAuthenticator()
    webAuthenticators[index] = made
    return made
  }

  @inline(__always)
  mutating func readyOpener() throws(SealingFault) -> FernetOpener {
    if let opener { return opener }
    let made = try FernetOpener(keys, isLenient: isLenient)
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
    if endsLines, batch.output.bytes.last != UInt8(ascii: "\n") { batch.output.append(UInt8(ascii: "\n")) }
    batch.recordCount += 1
  }

  func refuse(_ fault: SealingFault, line: Int, column: Int? = nil, in batch: Batch<Notes>) {
    switch refusal {
    case .stops: batch.failure = LocatedError(fault, at: Location(batch.file, line: line, column: column))
    case .skips:
      batch.notes.lines.append(
        Notes.Note(outcome: .refused(fault), line: line, column: column, end: batch.output.count))
    }
  }
}
