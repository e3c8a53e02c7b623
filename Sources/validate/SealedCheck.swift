import Core

/// Checks each line of a sealed log by itself: as JSON, where it is an object, and as a sealed record, with a key or
/// without.
struct SealedCheck: LineWorker {
  /// What was found in the lines of a batch, and what there is to find between them.
  struct Notes: BatchNotes {
    var faults = FoundFaults<SealedFault>()
    /// What came of each line that is not blank, for `LogCheck`; of those that were refused, `faults` says why.
    var lines = RecordOpener.Notes()
  }

  /// What says whether a line is sealed.
  private enum Reader {
    case unkeyed(SealedReader)
    case keyed(RecordOpener)
  }

  private let policy: Policy
  private let limit: Int
  private let tellsPlaces: Bool
  private var reader: Reader
  private var syntaxCheck: SyntaxCheck
  private let syntax = Batch<SyntaxCheck.Notes>()
  private let opened = Batch<RecordOpener.Notes>()

  /// - Parameter keys: nil to look only at what can be seen without one.
  init(keys: KeyRing?, policy: Policy, reports: Reports) {
    self.policy = policy
    limit = reports.limit
    tellsPlaces = reports.tellsPlaces
    reader = keys.map { .keyed(RecordOpener($0, refusal: .skips)) } ?? .unkeyed(SealedReader())
    syntaxCheck = SyntaxCheck(policy: policy, reports: reports)
  }

  mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard checkSyntax(of: line, into: batch) else { return note(.refused(.notJSON), of: line.number, into: batch) }
    var text = line
    if line.offset == 0, line.bytes.hasByteOrderMark {
      text.bytes = line.bytes.slice(line.bytes.byteOrderMarkSize, line.bytes.count)
    }
    guard !text.bytes.isBlank else { return }
    do throws(SealingFault) {
      note(try outcome(of: text, into: batch), of: line.number, into: batch)
    } catch {
      refuse(text, error, shift: line.bytes.count - text.bytes.count, into: batch)
    }
  }

  mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    note(.refused(.overlongLine), of: number, into: batch)
    batch.notes.faults.add(
      .error, line: number, column: 1, limit: limit, .syntax(SyntaxCheck.Kind(syntaxRule: .lineTooLong)))
  }

  /// Notes what is wrong with a line as JSON; a token alone is none, and has only an end.
  ///
  /// - Returns: false if it is not JSON and should be.
  private mutating func checkSyntax(of line: Line, into batch: Batch<Notes>) -> Bool {
    let first = line.bytes.trimmed.first
    guard first == UInt8(ascii: "{") || first == nil || first == 0xEF else {
      if !line.isTerminated { note(.missingNewline, .warning, line, into: batch) }
      return true
    }
    defer { syntax.notes = SyntaxCheck.Notes() }
    syntaxCheck.work(on: line, into: syntax)
    let found = syntax.notes.faults
    for fault in found.kept {
      batch.notes.faults.add(
        fault.severity, line: fault.line, column: fault.column, limit: limit, .syntax(fault.kind),
        characterColumn: fault.characterColumn)
    }
    // What was not kept is still counted.
    for severity in [Diagnostic.Severity.error, .warning] {
      let keptCount = found.kept.count { $0.severity == severity }
      batch.notes.faults.tally.add(severity, count: found.tally.count(of: severity) - keptCount)
    }
    if found.tally.isTorn { batch.notes.faults.tally.isTorn = true }
    return !found.kept.contains { $0.severity == .error && $0.kind.syntaxRule.isSyntax }
  }

  private func note(_ outcome: RecordOpener.Notes.Note.Outcome, of line: Int, into batch: Batch<Notes>) {
    batch.notes.lines.lines.append(RecordOpener.Notes.Note(outcome: outcome, line: line, end: 0))
  }

  /// What comes of a line that is sealed, as far as can be told.
  private mutating func outcome(
    of line: Line, into batch: Batch<Notes>
  ) throws(SealingFault) -> RecordOpener.Notes.Note.Outcome {
    switch reader {
    case .unkeyed(let reader): return .opened(try reader.read(line.bytes))
    case .keyed(var opener):
      defer {
        reader = .keyed(opener)
        opened.output.wipe(to: 0)
        opened.notes = RecordOpener.Notes()
      }
      opener.work(on: line, into: opened)
      switch opened.notes.lines.last?.outcome {
      case .opened(let place): return .opened(place)
      case .unproved(let link, let genesis, let digest):
        batch.notes.lines.digests.append(opened.notes.digests[digest])
        return .unproved(link, genesis, digest: batch.notes.lines.digests.count - 1)
      case .refused(let fault): throw fault
      case .plain, nil: throw .notSealed
      }
    }
  }

  private mutating func refuse(
    _ line: Line, _ fault: SealingFault, shift: Int, into batch: Batch<Notes>
  ) {
    guard let rule = SealedRule(fault) else {
      return batch.failure = LocatedError(fault, at: Location(batch.file, line: line.number))
    }
    note(.refused(fault), of: line.number, into: batch)
    if !line.isTerminated, fault == .truncated { batch.notes.faults.tally.isTorn = true }
    let place = fault.member.flatMap { Self.place(ofMember: $0, in: line.bytes) }
    batch.notes.faults.add(
      .error, line: line.number, column: shift + (place ?? 0) + 1, limit: limit,
      .line(rule, message: fault.message, member: place == nil ? nil : fault.member),
      characterColumn: tellsPlaces ? characterColumn(line, place ?? 0) : nil)
  }

  private func characterColumn(_ line: Line, _ offset: Int) -> Int {
    var columns = CharacterColumns(line.bytes)
    return columns.column(at: offset)
  }

  /// Where the value of one of the line's members begins.
  private static func place(ofMember name: String, in line: Bytes) -> Int? {
    guard let pointer = try? PointerPattern("/\(name)") else { return nil }
    let finder = ValueFinder([pointer])
    try? finder.read(line)
    return finder.places.first?.lowerBound
  }

  private func note(
    _ rule: SyntaxRule, _ severity: Diagnostic.Severity?, _ line: Line, into batch: Batch<Notes>
  ) {
    batch.notes.faults.add(
      severity, line: line.number, column: line.bytes.count + 1, limit: limit,
      .syntax(SyntaxCheck.Kind(syntaxRule: rule)),
      characterColumn: tellsPlaces ? characterColumn(line, line.bytes.count) : nil)
  }
}

extension SyntaxRule {
  /// Whether a line that breaks the rule is no JSON text, and not only one to remark on.
  fileprivate var isSyntax: Bool {
    switch self {
    case .byteOrderMark, .blankLine, .duplicateName, .loneSurrogate, .missingNewline: false
    default: true
    }
  }
}

extension SealingFault {
  /// The member of a sealed record that the fault is in, as far as it is in one.
  fileprivate var member: String? {
    switch self {
    case .notCanonical, .notFernet, .notAToken, .truncated, .duplicateMember: "fernet"
    case .notAChain, .chainNotAuthentic, .outOfSequence: "chain"
    // What is no member of a JWE is a parameter of its header.
    case .jwe(.malformed(let name)), .jwe(.missing(let name)), .jwe(.unsupported(let name)):
      JWE.memberNames.contains(name) ? name : "protected"
    case .jwe(.headerNotJSON), .jwe(.notTheKeysAlgorithm), .jwe(.unknownKey), .jwe(.publicKey): "protected"
    default: nil
    }
  }
}
