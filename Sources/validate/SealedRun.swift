import Core

/// Checks sealed logs: their lines, the chain that binds them, and the end that a head file records.
struct SealedRun {
  let operands: [String]
  let settings: SealedCheck.Settings
  let reports: Reports

  func run(maximumLineSize: Int, threadCount: Int) throws -> ExitCode {
    let pipeline = makePipeline(threadCount: threadCount)
    var status = ExitCode.done
    for operand in operands {
      do {
        let input = try Input.open(operand)
        let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
        status = status.combined(with: try run(input, reader, pipeline))
      } catch let failure as OutputFailure {
        throw failure.underlying
      } catch {
        reports.tell(error)
        status = .failed
      }
    }
    return status
  }

  func makePipeline(threadCount: Int) -> Pipeline<SealedCheck> {
    Pipeline(threadCount: threadCount) { [settings, reports] in SealedCheck(settings, reports) }
  }

  /// Checks one log.
  func run(
    _ input: borrowing Input, _ reader: BlockReader, _ pipeline: Pipeline<SealedCheck>
  ) throws -> ExitCode {
    var log = CheckedLog(input.name, try HeadRecord(input), settings, reports)
    try pipeline.run(reader, advance: reports.advance) { batch in try log.add(batch) }
    try log.end()
    reports.summarize(log.tally, file: input.name)
    return log.tally.status
  }
}

extension SealedRun {
  /// A run for files whose profile is to be found, without a key.
  ///
  /// - Returns: nil if what was asked for is for other profiles.
  init?(_ settings: ProfileCheck.Settings, _ reports: Reports) {
    guard settings.at == nil, settings.groupBy == nil, !settings.keepsStatistics else { return nil }
    self.init(operands: [], settings: SealedCheck.Settings(settings), reports: reports)
  }

  /// Whether the first line of an input is a sealed one.
  func isSealed(_ reader: BlockReader) throws -> Bool {
    guard let line = try reader.lookAhead() else { return false }
    let text = line.hasByteOrderMark ? line.slice(line.byteOrderMarkSize, line.count) : line
    return SealedReader().isMeantToBeSealed(text)
  }
}

/// What the head file beside a log says, read before the log, which may grow meanwhile.
private enum HeadRecord {
  case none
  case head(ChainHead)
  case fault(HeadFile.Fault)

  init(_ input: borrowing Input) throws {
    guard input.descriptor != .standardInput else {
      self = .none
      return
    }
    do {
      self = try HeadFile.read(of: input.name).map { .head($0.head) } ?? .none
    } catch let fault as HeadFile.Fault {
      self = .fault(fault)
    }
  }
}

/// What is found in one log: in its lines, between them, and in all of them together.
private struct CheckedLog {
  private let name: String
  private var check: LogCheck
  private let headFault: HeadFile.Fault?
  private let settings: SealedCheck.Settings
  private let printer: Reports.Printer
  private(set) var tally = Tally()

  init(_ name: String, _ record: HeadRecord, _ settings: SealedCheck.Settings, _ reports: Reports) {
    self.name = name
    self.settings = settings
    printer = Reports.Printer(reports)
    var recorded: ChainHead?
    var fault: HeadFile.Fault?
    switch record {
    case .none: break
    case .head(let head): recorded = head
    case .fault(let found): fault = found
    }
    headFault = fault
    check = LogCheck(LogCheck.Demands(), recorded: recorded, keys: ChainKeys())
  }

  /// Checks where the lines of a batch stand, and tells what was found in them, line by line.
  mutating func add(_ batch: Batch<SealedCheck.Notes>) throws {
    var places = FoundFaults<SealedFault>()
    for note in batch.notes.lines.lines {
      guard let fault = check.judge(note, of: batch.notes.lines) else { continue }
      // Of these is told already what is wrong.
      if case .refused = note.outcome { continue }
      guard let rule = SealedRule(fault) else { throw LocatedError(fault, at: Location(name, line: note.line)) }
      places.add(
        settings.levels.severity(of: rule), line: note.line, column: 1, limit: settings.limit,
        SealedFault(rule: rule, pointer: "/chain", message: words(for: fault)), characterColumn: 1)
    }
    tally.lineCount += batch.lineCount
    tally.add(batch.notes.syntax.tally)
    tally.add(batch.notes.faults.tally)
    tally.add(places.tally)
    try tell(batch.notes.syntax, batch.notes.faults, places)
  }

  /// That it is out of sequence, the rule says.
  private func words(for fault: SealingFault) -> String {
    if case .outOfSequence(let fault) = fault { fault.message } else { fault.message }
  }

  /// Tells faults in the order of the lines.
  private func tell(
    _ syntax: FoundFaults<SyntaxCheck.Kind>, _ lines: FoundFaults<SealedFault>, _ places: FoundFaults<SealedFault>
  ) throws {
    guard !syntax.kept.isEmpty || !lines.kept.isEmpty || !places.kept.isEmpty else { return }
    var faults = syntax.kept.map { $0.fault(in: name) }
    faults += (lines.kept + places.kept).map { $0.fault(in: name) }
    let order = faults.indices.sorted { first, second in
      let one = (faults[first].location.line ?? 0, faults[first].location.column ?? 0, first)
      let other = (faults[second].location.line ?? 0, faults[second].location.column ?? 0, second)
      return one < other
    }
    do {
      for index in order { try printer.tell(faults[index]) }
    } catch {
      throw OutputFailure(underlying: error)
    }
  }

  /// Checks what can only be said of all lines; what has no place among them is told at the last.
  mutating func end() throws {
    if let headFault { try tell(.headFile, .error, headFault.message) }
    if let fault = check.fault {
      try tell(SealedRule(fault), .error, fault.message)
    } else if check.lineCount > 0, case .failure(let fault) = check.verdict {
      // Who has a key wants to know that all is as it was written; without one, a form without a chain is one of several.
      try tell(SealedRule(fault), settings.keys == nil ? .warning : .error, fault.message)
    }
  }

  private mutating func tell(_ rule: SealedRule, _ usual: Diagnostic.Severity, _ message: String) throws {
    var faults = FoundFaults<SealedFault>()
    faults.add(
      settings.levels.severity(of: rule, usual: usual), line: max(tally.lineCount, 1), column: 1,
      limit: settings.limit, SealedFault(rule: rule, pointer: nil, message: message), characterColumn: 1)
    tally.add(faults.tally)
    try tell(FoundFaults(), faults, FoundFaults())
  }
}
