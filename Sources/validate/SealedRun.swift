import Core

/// Checks sealed logs: their lines, the chain that binds them, and the end that a head file records.
struct SealedRun {
  let operands: [String]
  /// Nil to look only at what can be seen without one.
  let keys: KeyRing?
  let policy: Policy
  let reports: Reports

  /// Where keys are looked for; none at all is no fault here.
  static func keys(_ arguments: Arguments) throws -> KeyRing? {
    let sources = KeySources(
      files: arguments.all(.keyFile), descriptor: try arguments.count(.keyDescriptor).map { Int32(clamping: $0) },
      isInsecureAccepted: arguments.has(.insecureKeyFile))
    do {
      return try sources.keys()
    } catch KeyFault.noKeyGiven {
      return nil
    }
  }

  func run(maximumLineSize: Int, threadCount: Int) throws -> ExitCode {
    let pipeline = Pipeline(threadCount: threadCount) { [keys, policy, reports] in
      SealedCheck(keys: keys, policy: policy, reports: reports)
    }
    var status = ExitCode.done
    for operand in operands {
      do {
        let input = try Input.open(operand)
        var log = LogFaults(try recorded(input), reports)
        let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
        try pipeline.run(reader, advance: reports.advance) { batch in
          do {
            try log.add(batch)
          } catch {
            throw OutputFailure(underlying: error)
          }
        }
        do {
          try log.end(input.name, hasKeys: keys != nil)
        } catch {
          throw OutputFailure(underlying: error)
        }
        reports.summarize(log.tally, file: input.name)
        status = status.combined(with: log.tally.status)
      } catch let failure as OutputFailure {
        throw failure.underlying
      } catch {
        reports.tell(error)
        status = .failed
      }
    }
    return status
  }

  /// What the head file beside a log says, read before the log, which may grow meanwhile.
  private func recorded(_ input: borrowing Input) throws -> Result<ChainHead?, HeadFile.Fault> {
    guard input.descriptor != .standardInput else { return .success(nil) }
    do {
      return .success(try HeadFile.read(of: input.name)?.head)
    } catch let fault as HeadFile.Fault {
      return .failure(fault)
    }
  }
}

/// What is found in one log: in its lines, between them, and in all of them together.
private struct LogFaults {
  private var check: LogCheck
  private let headFault: HeadFile.Fault?
  private let printer: Reports.Printer
  private let limit: Int
  private(set) var tally = Tally()

  init(_ recorded: Result<ChainHead?, HeadFile.Fault>, _ reports: Reports) {
    switch recorded {
    case .success(let head):
      check = LogCheck(LogCheck.Demands(), recorded: head, keys: ChainKeys())
      headFault = nil
    case .failure(let fault):
      check = LogCheck(LogCheck.Demands(), recorded: nil, keys: ChainKeys())
      headFault = fault
    }
    printer = Reports.Printer(reports)
    limit = reports.limit
  }

  /// Checks where the lines of a batch stand, and tells what was found in them, line by line.
  mutating func add(_ batch: Batch<SealedCheck.Notes>) throws {
    var faults = FoundFaults<SealedFault>()
    for note in batch.notes.lines.lines {
      guard let fault = check.judge(note, of: batch.notes.lines) else { continue }
      // Of these is told already what is wrong.
      if case .refused = note.outcome { continue }
      guard let rule = SealedRule(fault) else { throw LocatedError(fault, at: Location(batch.file, line: note.line)) }
      faults.add(
        .error, line: note.line, column: 1, limit: limit, .line(rule, message: words(for: fault), member: "chain"),
        characterColumn: 1)
    }
    tally.lineCount += batch.lineCount
    tally.add(batch.notes.faults.tally)
    tally.add(faults.tally)
    var inLines = batch.notes.faults.kept[...]
    for found in faults.kept {
      while let first = inLines.first, first.line <= found.line {
        try printer.tell(first.fault(in: batch.file))
        inLines.removeFirst()
      }
      try printer.tell(found.fault(in: batch.file))
    }
    for found in inLines { try printer.tell(found.fault(in: batch.file)) }
  }

  /// That it is out of sequence, the rule says.
  private func words(for fault: SealingFault) -> String {
    if case .outOfSequence(let fault) = fault { fault.message } else { fault.message }
  }

  /// Checks what can only be said of all lines; what has no place among them is told at the last.
  mutating func end(_ file: String, hasKeys: Bool) throws {
    if let headFault { try tell(.error, .headFile, headFault.message, in: file) }
    if let fault = check.fault {
      try tell(.error, SealedRule(fault), fault.message, in: file)
    } else if check.lineCount > 0, case .failure(let fault) = check.verdict {
      // Who has a key wants to know that all is as it was written; without one, a form without a chain is one of several.
      try tell(hasKeys ? .error : .warning, SealedRule(fault), fault.message, in: file)
    }
  }

  private mutating func tell(
    _ severity: Diagnostic.Severity, _ rule: SealedRule, _ message: String, in file: String
  ) throws {
    var faults = FoundFaults<SealedFault>()
    faults.add(
      severity, line: max(tally.lineCount, 1), column: 1, limit: limit, .log(rule, message: message),
      characterColumn: 1)
    tally.add(faults.tally)
    try printer.tell(faults, in: file)
  }
}
