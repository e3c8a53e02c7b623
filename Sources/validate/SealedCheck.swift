import Core

/// Checks each line of a sealed log by itself: as JSON, where it is an object, and as a sealed record, with a key or
/// without.
struct SealedCheck: LineWorker {
  /// What the user asked for.
  struct Settings {
    /// Nil to look only at what can be seen without a key.
    var keys: KeyRing?
    var policy: Policy
    var levels: RuleLevels
    var limit: Int
    var tellsPlaces: Bool
  }

  /// What was found in the lines of a batch, and what there is to find between them.
  struct Notes: SyntaxNotes {
    var syntax = FoundFaults<SyntaxCheck.Kind>()
    var faults = FoundFaults<SealedFault>()
    /// What came of each line that is not blank, for `LogCheck`; of those that were refused, `faults` says why.
    var lines = RecordOpener.Notes()
  }

  /// What says whether a line is sealed.
  private enum Reader {
    case unkeyed(SealedReader)
    case keyed(RecordOpener)
  }

  private let settings: Settings
  private var reader: Reader
  private let syntaxCheck: SyntaxCheck
  private let opened = Batch<RecordOpener.Notes>()

  init(_ settings: Settings, _ reports: Reports) {
    self.settings = settings
    reader = settings.keys.map { .keyed(RecordOpener($0, refusal: .skips)) } ?? .unkeyed(SealedReader())
    syntaxCheck = SyntaxCheck(policy: settings.policy, reports: reports)
  }

  mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard let text = record(in: line, into: batch) else { return }
    do throws(SealingFault) {
      note(try outcome(of: line, text, into: batch), of: line.number, into: batch)
    } catch {
      refuse(line, text, error, into: batch)
    }
  }

  mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    note(.refused(.overlongLine), of: number, into: batch)
    syntaxCheck.noteOverlongLine(number: number, into: batch)
  }

  /// What of a line is to be a sealed record. An object is JSON, and a token is not.
  ///
  /// - Returns: nil for a blank line, and for one that is neither.
  private func record(in line: Line, into batch: Batch<Notes>) -> Bytes? {
    var text = line.bytes
    if line.offset == 0, text.hasByteOrderMark { text = text.slice(text.byteOrderMarkSize, text.count) }
    guard let first = text.trimmed.first, first != UInt8(ascii: "{") else {
      if let record = syntaxCheck.check(line, into: batch) { return record }
      if !text.isBlank { note(.refused(.notJSON), of: line.number, into: batch) }
      return nil
    }
    syntaxCheck.checkEnds(of: line, into: batch)
    return text
  }

  private func note(_ outcome: RecordOpener.Notes.Note.Outcome, of line: Int, into batch: Batch<Notes>) {
    batch.notes.lines.lines.append(RecordOpener.Notes.Note(outcome: outcome, line: line, end: 0))
  }

  /// What comes of a line that is sealed, as far as can be told.
  private mutating func outcome(
    of line: Line, _ text: Bytes, into batch: Batch<Notes>
  ) throws(SealingFault) -> RecordOpener.Notes.Note.Outcome {
    switch reader {
    case .unkeyed(let reader): return .opened(try reader.read(text))
    case .keyed(var opener):
      var record = line
      record.bytes = text
      defer {
        reader = .keyed(opener)
        opened.output.wipe(to: 0)
        opened.notes = RecordOpener.Notes()
      }
      opener.work(on: record, into: opened)
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

  private func refuse(_ line: Line, _ text: Bytes, _ fault: SealingFault, into batch: Batch<Notes>) {
    guard let rule = SealedRule(fault) else {
      return batch.failure = LocatedError(fault, at: Location(batch.file, line: line.number))
    }
    note(.refused(fault), of: line.number, into: batch)
    let severity = settings.levels.severity(of: rule)
    if !line.isTerminated, fault == .truncated, severity == .error { batch.notes.faults.tally.isTorn = true }
    let place = fault.member.flatMap { Self.place(ofMember: $0, in: text) }
    let offset = line.bytes.count - text.count + (place ?? 0)
    batch.notes.faults.add(
      severity, line: line.number, column: offset + 1, limit: settings.limit,
      SealedFault(rule: rule, pointer: place == nil ? nil : fault.member.map { "/\($0)" }, message: fault.message),
      characterColumn: settings.tellsPlaces ? Self.characterColumn(line, offset) : nil)
  }

  private static func characterColumn(_ line: Line, _ offset: Int) -> Int {
    var columns = CharacterColumns(line.bytes)
    return columns.column(at: offset)
  }

  /// Where the value of one of the line's members begins.
  private static func place(ofMember name: String, in line: Bytes) -> Int? {
    guard let pointer = try? PointerPattern("/\(name)") else { return nil }
    return ValueFinder([pointer]).firstPlace(in: line)?.lowerBound
  }
}

/// What is wrong with a line of a sealed log, or with the log.
struct SealedFault: FaultKind {
  var sealedRule: SealedRule
  var pointer: String?
  var message: String

  var rule: String { sealedRule.rawValue }

  init(rule: SealedRule, pointer: String?, message: String) {
    sealedRule = rule
    self.pointer = pointer
    self.message = message
  }
}

extension SealedCheck.Settings {
  /// - Returns: nil if the lines are none of a sealed log.
  init?(_ arguments: Arguments, _ option: ProfileOption, _ settings: ProfileCheck.Settings) throws {
    guard option == .sealed else {
      for option in [Option.keyFile, .keyDescriptor, .insecureKeyFile] where arguments.has(option) {
        throw UsageError("\(option.name) needs \(Option.profile.name)=sealed")
      }
      return nil
    }
    for option in [Option.schema, .at, .groupBy, .strict, .statistics, .showValues] where arguments.has(option) {
      throw UsageError("\(option.name) does not go with \(Option.profile.name)=sealed")
    }
    let sources = KeySources(
      files: arguments.all(.keyFile), descriptor: try arguments.count(.keyDescriptor).map { Int32(clamping: $0) },
      isInsecureAccepted: arguments.has(.insecureKeyFile))
    self.init(settings)
    do {
      keys = try sources.keys()
    } catch KeyFault.noKeyGiven {
      keys = nil
    }
  }

  /// Without a key.
  init(_ settings: ProfileCheck.Settings) {
    policy = settings.policy
    levels = settings.levels
    limit = settings.limit
    tellsPlaces = settings.tellsPlaces
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
