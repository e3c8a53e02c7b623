import Core

/// `redact`: replaces secrets and personal data in JSON Lines; every other byte passes unchanged.
final class Redact {
  private let arguments: Arguments
  private let console: Console
  private let rules: RuleSet
  private let manner: RedactionWorker.Manner
  private var invalidLines: InvalidLines { manner.invalidLines }
  private var maximumLineSize: Int { manner.maximumLineSize }
  private let pipeline: Pipeline<RedactionWorker>
  /// Where findings are told.
  private let reports: [any FindingReport]
  /// Whether standard error is for a program, which diagnostics of lines would disturb.
  private let tellsFaultsInForm: Bool
  /// Where lines that cannot be checked are kept, nil unless that is asked for.
  private let quarantine: Descriptor?
  private var tally = Tally()

  init(_ arguments: Arguments, _ console: Console) throws {
    self.arguments = arguments
    self.console = console
    console.isQuiet = arguments.has(.quiet)
    try arguments.checkRedactCombinations()
    manner = try arguments.manner()
    rules = try arguments.ruleSet(maximumLineSize: manner.maximumLineSize)
    let options = try arguments.redactorOptions()
    try arguments.check(options.replacement, for: rules)
    pipeline = Pipeline(threadCount: try arguments.threadCount()) { [rules, manner] in
      RedactionWorker(Redactor(rules, options), manner)
    }
    let form = try arguments.choice(.format, of: ReportForm.self)
    tellsFaultsInForm = arguments.has(.check) && !arguments.has(.report) && form ?? .gcc != .gcc
    reports = try Self.reports(arguments, console, form, rules)
    if case .quarantine(let path) = manner.invalidLines {
      quarantine = try SystemError.naming(.open, path, try Descriptor.open(path, [.write, .append, .create]))
    } else {
      quarantine = nil
    }
  }

  private static func reports(
    _ arguments: Arguments, _ console: Console, _ form: ReportForm?, _ rules: RuleSet
  ) throws -> [any FindingReport] {
    let descriptions = RuleDescriptions(rules)
    if arguments.has(.explain) { return [Explanation(descriptions, isJSON: try arguments.explainsInJSON(form))] }
    var reports: [any FindingReport] = []
    if let path = arguments[.report] {
      reports.append(
        try form.map { try FormReport($0, descriptions, console, path: path) } ?? CountedReport(path))
      // With a file for machines, standard error is for people.
      if arguments.has(.check) { reports.append(PlaceReport(console)) }
    } else if arguments.has(.check) {
      let isForPeople = form ?? .gcc == .gcc
      reports.append(
        isForPeople ? PlaceReport(console) : try FormReport(form ?? .gcc, descriptions, console, path: nil))
    }
    return reports
  }

  func run() throws -> ExitCode {
    if arguments.has(.printRules) { return try printRules() }
    if let file = arguments[.testRules] { return try testRules(file) }
    try console.startProgress(arguments, size: Input.totalSize(arguments.operands))
    var status: ExitCode
    do {
      status = try arguments.has(.inPlace) ? redactInPlace() : redactTogether()
    } catch {
      for report in reports { report.abandon() }
      throw error
    }
    console.endProgress()
    if arguments.has(.check), tally.findingCount > 0 { status = status.combined(with: .no) }
    for report in reports { try report.finish(tally, status) }
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
    var status = ExitCode.done
    for (rule, line) in zip(file.rules, file.lines) {
      let place = Location(path, line: line)
      for failure in RuleCheck.failures(in: [rule]) {
        console.report(Diagnostic(.error, at: place, "rule \(rule.id): \(failure.message)"))
        status = .no
      }
      for warning in RuleCheck.warnings(on: rule) {
        console.report(Diagnostic(.warning, at: place, "rule \(rule.id): \(warning)"))
      }
    }
    return status
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

  /// All operands into one output.
  private func redactTogether() throws -> ExitCode {
    var output = try openOutput()
    let console = console
    let status = try Input.forEach(arguments.operands, onRefusal: { console.report(Diagnostic($0)) }) { input in
      try run(input, into: &output)
    }
    // What is to appear whole would not be whole.
    if status != .done, arguments.has(.output) { return status }
    // An explanation goes where records would, and ends it itself.
    if !arguments.has(.explain) { try output.commit() }
    return tally.invalidCount > 0 ? .failed : status
  }

  /// Each operand into itself. A file with a line that cannot be checked is left as it is unless `--on-invalid` says
  /// what becomes of such lines, since here they would be lost.
  private func redactInPlace() throws -> ExitCode {
    var status = ExitCode.done
    for operand in arguments.operands {
      do {
        try InPlace.rewrite(operand) { input, output in
          let before = tally
          try run(input, into: &output)
          if tally.invalidCount > before.invalidCount, !arguments.has(.onInvalid) { throw LeftAlone(file: operand) }
          // A last line without LF alone is no reason to rewrite.
          return tally.changeCount > before.changeCount ? .commit : .keepOld
        }
      } catch let error as any DescribedError {
        console.report(Diagnostic(error))
        status = .failed
      }
    }
    return tally.invalidCount > 0 ? .failed : status
  }

  /// A file that was not rewritten because of lines that were told.
  private struct LeftAlone: DescribedError {
    var file: String
    var location: Location? { Location(file) }
    var message: String { "not rewritten: it has lines that cannot be checked" }
    var hint: String? { "--on-invalid says what becomes of such lines" }
  }

  private func run(_ input: borrowing Input, into output: inout Output) throws {
    let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
    try pipeline.run(reader, advance: console.advance) { batch in
      try output.write(batch.output.bytes, recordCount: batch.recordCount)
      tally.findingCount += batch.notes.findingCount
      tally.changeCount += batch.notes.changeCount
      tally.droppedCount += batch.notes.droppedCount
      for note in batch.notes.notes { try tell(note, of: batch.file) }
    }
  }

  private func tell(_ note: RedactionWorker.Notes.Note, of name: String) throws {
    switch note {
    case .findings(let findings, let line):
      tally.count(findings)
      for report in reports { try report.add(findings, file: name, line: line) }
    case .invalid(let fault, let line, let characterColumn, let quarantined):
      tally.invalidCount += 1
      let place = Location(name, line: line, column: fault.column)
      if !tellsFaultsInForm { console.report(Diagnostic(.error, at: place, fault.message, hint: fault.hint)) }
      for report in reports {
        try report.add(
          Fault(
            .error, at: place, rule: FormReport.withheldRule, fault.message,
            characterColumns: characterColumn.map { $0..<$0 }))
      }
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
