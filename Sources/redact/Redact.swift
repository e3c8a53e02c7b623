import Core

/// `redact`: replaces secrets and personal data in JSON Lines; every other byte passes unchanged.
struct Redact {
  private let arguments: Arguments
  private let console: Console
  private let rules: RuleSet
  private let invalidLines: InvalidLines
  private let maximumLineSize: Int
  private var worker: RedactionWorker
  private var report: FindingReport?
  private var quarantine: Descriptor?
  private var tally = Tally()

  init(_ arguments: Arguments, _ console: Console) throws {
    self.arguments = arguments
    self.console = console
    console.isQuiet = arguments.has(.quiet)
    try arguments.checkRedactCombinations()
    maximumLineSize = try arguments.maximumLineSize()
    invalidLines = try arguments.invalidLines()
    rules = try arguments.ruleSet(maximumLineSize: maximumLineSize)
    worker = RedactionWorker(
      Redactor(rules, try arguments.redactorOptions()), invalidLines, isChecking: arguments.has(.check),
      maximumLineSize: maximumLineSize)
    if let path = arguments[.report] { report = try FindingReport(path) }
    if case .quarantine(let path) = invalidLines {
      quarantine = try SystemError.naming(.open, path, try Descriptor.open(path, [.write, .append, .create]))
    }
  }

  mutating func run() throws -> ExitCode {
    if arguments.has(.printRules) { return try printRules() }
    if let file = arguments[.testRules] { return try testRules(file) }
    let operands = arguments.operands.isEmpty ? ["-"] : arguments.operands
    try console.startProgress(arguments, size: Input.totalSize(operands))
    var status = ExitCode.done
    if arguments.has(.inPlace) {
      for operand in operands { status = status.combined(with: try redactInPlace(operand)) }
    } else {
      var output = try openOutput()
      for operand in operands { status = status.combined(with: try redact(operand, into: &output)) }
      try output.commit()
    }
    console.endProgress()
    if arguments.has(.check), tally.findingCount > 0 { status = status.combined(with: .no) }
    try report?.finish(tally)
    return status
  }

  // MARK: Rules

  private func printRules() throws -> ExitCode {
    let text = ByteBuffer(capacity: 1 << 18)
    for rule in rules.rules {
      text.append(rule.text.line)
      text.append("\n")
    }
    var output = Output.standard
    try output.write(text.bytes, recordCount: rules.rules.count)
    try output.commit()
    return .done
  }

  private func testRules(_ path: String) throws -> ExitCode {
    let file = try RuleFile(path: path, maximumLineSize: maximumLineSize)
    let failures = RuleCheck.failures(in: file.rules)
    for failure in failures {
      let what = failure.isPositive ? "finds nothing in positive" : "finds something in negative"
      console.report(Diagnostic(.error, at: Location(path), "rule \(failure.rule) \(what) \(failure.number)"))
    }
    return failures.isEmpty ? .done : .no
  }

  // MARK: Records

  private func openOutput() throws -> Output {
    if let path = arguments[.output] { return try .file(path) }
    guard let path = arguments[.append] else { return .standard }
    let console = console
    return .appending(
      try AppendFile(
        path, synchronization: try arguments.choice(.synchronization) ?? .batch, tornCopy: arguments[.keepTorn],
        isWholeRecord: JSONScanner.isWholeRecord, onRepair: { console.report($0.diagnostic(of: path)) },
        onDurable: { _ in }))
  }

  /// Redacts one operand into an output that goes on after it; one that cannot be opened is told and passed over.
  private mutating func redact(_ operand: String, into output: inout Output) throws -> ExitCode {
    let input: Input
    do {
      input = try Input.open(operand)
    } catch {
      console.report(Diagnostic(error))
      return .failed
    }
    let before = tally
    try run(input, into: &output)
    return tally.invalidCount > before.invalidCount ? .failed : .done
  }

  /// Redacts a file into its own place. One that does not change is not rewritten; one with a line that cannot be
  /// checked is left alone unless `--on-invalid` says what becomes of such lines, since here they would be lost.
  private mutating func redactInPlace(_ operand: String) throws -> ExitCode {
    let input: Input
    do {
      input = try Input.open(operand)
    } catch {
      console.report(Diagnostic(error))
      return .failed
    }
    let before = tally
    var output = Output.replacement(try ReplacementFile.open(operand))
    try run(input, into: &output)
    let hasInvalid = tally.invalidCount > before.invalidCount
    if hasInvalid, !arguments.has(.onInvalid) {
      console.report(
        Diagnostic(
          .note, at: Location(operand), "left as it was", hint: "--on-invalid says what becomes of such lines"))
    } else if tally.changeCount > before.changeCount || hasInvalid {
      try output.commit()
    }
    return hasInvalid ? .failed : .done
  }

  private mutating func run(_ input: borrowing Input, into output: inout Output) throws {
    let name = input.name
    let reader = BlockReader(input.descriptor, name: name, maximumLineSize: maximumLineSize)
    var worker = worker
    let console = console
    do {
      try Pipeline.run(reader, worker: &worker, advance: { console.advance(bytes: $0) }) { batch in
        try output.write(batch.output.bytes, recordCount: batch.recordCount)
        for note in batch.notes { try tell(note, of: name) }
      }
    } catch let stop as RedactionWorker.Stop {
      throw LocatedError(stop.fault, at: Location(name, line: stop.line, column: stop.fault.column))
    }
  }

  private mutating func tell(_ note: RedactionWorker.Note, of name: String) throws {
    switch note {
    case .findings(let findings, let count, let line):
      tally.findingCount += count
      tally.changeCount += 1
      tally.count(findings)
      if arguments.has(.check) {
        for finding in findings {
          console.report("\(Location(name, line: line, column: finding.column)): \(finding.rule)\n")
        }
      }
      try report?.add(findings, file: name, line: line)
    case .dropped:
      tally.droppedCount += 1
    case .invalid(let fault, let line, let quarantined):
      tally.invalidCount += 1
      console.report(
        Diagnostic(.error, at: Location(name, line: line, column: fault.column), fault.message, hint: fault.hint))
      if let quarantined { try keep(quarantined) }
    }
  }

  private func keep(_ line: [UInt8]) throws {
    guard let quarantine, case .quarantine(let path) = invalidLines else { return }
    let buffer = ByteBuffer(capacity: line.count)
    buffer.append(line)
    try SystemError.naming(.write, path, try quarantine.writeAll(UnsafeRawBufferPointer(buffer.bytes)))
  }
}
