import Core

/// Says whether JSON Lines are what they should be, and gets back what a crash left.
struct Validate {
  static let command = Command(
    name: "validate",
    summary: "Check JSON Lines and recover them after a crash",
    synopses: [
      "[OPTION]... [FILE]...",
      "--salvage [-o FILE] [--rejects=FILE] [FILE]...",
      "--resume-point [FILE]",
    ],
    options: [
      .format, .report, .maximumReports, .duplicateNames, .loneSurrogates, .blankLines, .byteOrderMark, .salvage,
      .repair, .escapeSeparators, .rejects, .resumePoint, .output, .quiet, .threads, .maximumLineSize, .progress,
    ],
    examples: [
      "validate session.jsonl",
      "validate --salvage --rejects=lost broken.jsonl > good.jsonl",
    ])

  /// What is done with the lines.
  private enum Mode {
    case check
    case salvage(SalvageOptions)
    case resumePoint
  }

  private let mode: Mode
  private let operands: [String]
  private let policy: Policy
  private let reports: Reports
  private let console: Console
  private let maximumLineSize: Int
  private let threadCount: Int

  init(_ arguments: Arguments, _ console: Console) throws {
    self.console = console
    mode = try Self.mode(arguments)
    // The input is never changed, but by the output that was asked for in its place; and two outputs are two files.
    try arguments.requireOwnFile(.rejects, besides: [.output, .report])
    try arguments.requireOwnFile(.report, besides: [.output])
    operands = arguments.operands.isEmpty ? ["-"] : arguments.operands
    policy = try Policy(arguments)
    reports = try Reports(arguments, console)
    maximumLineSize = try arguments.maximumLineSize()
    threadCount = try arguments.threadCount()
    console.isQuiet = arguments.has(.quiet)
    try console.startProgress(arguments, size: Input.totalSize(operands))
  }

  func run() throws -> ExitCode {
    defer { console.endProgress() }
    let status: ExitCode
    do {
      status = try runMode()
    } catch {
      // What standard error holds of the report is ended; its file does not appear.
      reports.abandon()
      throw error
    }
    try reports.finish(status)
    return status
  }

  private func runMode() throws -> ExitCode {
    switch mode {
    case .check: return try check()
    case .salvage(let options):
      let run = SalvageRun(operands: operands, options: options, policy: policy, reports: reports)
      return try run.run(maximumLineSize: maximumLineSize, threadCount: threadCount)
    case .resumePoint:
      let run = ResumePoint(operand: operands[0], policy: policy, reports: reports)
      return try run.run(maximumLineSize: maximumLineSize)
    }
  }

  private func check() throws -> ExitCode {
    let pipeline = Pipeline(threadCount: threadCount) { [policy, reports] in
      SyntaxCheck(policy: policy, reports: reports)
    }
    var status = ExitCode.done
    for operand in operands {
      do {
        let input = try Input.open(operand)
        let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
        let printer = Reports.Printer(reports)
        var tally = Tally()
        try pipeline.run(reader, advance: console.advance) { batch in
          tally.lineCount += batch.lineCount
          tally.add(batch.notes.faults.tally)
          do {
            try printer.tell(batch.notes.faults, in: batch.file)
          } catch {
            throw OutputFailure(underlying: error)
          }
        }
        reports.summarize(tally, file: input.name)
        status = status.combined(with: tally.status)
      } catch let failure as OutputFailure {
        throw failure.underlying
      } catch {
        reports.tell(error)
        status = .failed
      }
    }
    return status
  }

  private static func mode(_ arguments: Arguments) throws(UsageError) -> Mode {
    try arguments.exclude(.salvage, .resumePoint)
    try arguments.exclude(.salvage, .duplicateNames)
    try arguments.exclude(.salvage, .loneSurrogates)
    if arguments.has(.resumePoint), arguments.operands.count > 1 {
      throw UsageError("\(Option.resumePoint.name) takes one file")
    }
    guard !arguments.has(.salvage) else {
      return .salvage(try SalvageOptions(arguments))
    }
    for option in [.output] + SalvageOptions.own where arguments.has(option) {
      throw UsageError("\(option.name) needs \(Option.salvage.name)")
    }
    return arguments.has(.resumePoint) ? .resumePoint : .check
  }
}

extension Option {
  static let maximumReports = Option(
    "max-errors", .required("N"), help: "show N errors and N warnings a file (20; 0: all)")
  static let duplicateNames = Option(
    "duplicate-keys", .required("HOW", .oneOf(Strictness.words)), help: "equal member names: error, warn, allow (warn)")
  static let loneSurrogates = Option(
    "lone-surrogates", .required("HOW", .oneOf(Strictness.words)), help: "half a \\u pair: error, warn, allow (warn)")
  static let blankLines = Option(
    "blank-lines", .required("HOW", .oneOf(Strictness.words)), help: "error, warn, allow (warn)")
  static let byteOrderMark = Option(
    "bom", .required("HOW", .oneOf(ByteOrderMark.allCases.map(\.rawValue))),
    help: "at the start: error, warn, allow, skip (error)")
  static let salvage = Option("salvage", help: "write every whole record, leave out what is damaged")
  static let resumePoint = Option("resume-point", help: "print the offset behind the last record before any damage")
}
