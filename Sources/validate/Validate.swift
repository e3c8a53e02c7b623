import Core

/// Says whether JSON Lines are what they should be, and gets back what a crash left.
struct Validate {
  static let command = Command(
    name: "validate",
    summary: "Check JSON Lines and conversations, and recover them after a crash",
    synopses: [
      "[-p PROFILE] [OPTION]... [FILE]...",
      "-s SCHEMA [--ref=FILE]... [OPTION]... [FILE]...",
      "--list-rules [-p PROFILE]",
      "--salvage [-o FILE] [--rejects=FILE] [FILE]...",
      "--resume-point [FILE]",
    ],
    options: [
      .profile, .keyFile, .keyDescriptor, .insecureKeyFile, .schema, .draft, .reference, .formatAssertion, .at,
      .groupBy, .strict, .errorRule, .warnRule, .ignoreRule, .duplicateNames, .loneSurrogates,
      .blankLines, .byteOrderMark, .listRules, .statistics,
      .format, .report, .showValues, .maximumReports, .salvage, .repair, .dangling, .escapeSeparators, .rejects,
      .resumePoint, .resumeInformation, .output, .quiet, .threads, .maximumLineSize, .progress,
    ],
    examples: [
      "validate -p anthropic session.jsonl",
      "validate --salvage --rejects=lost broken.jsonl > good.jsonl",
    ])

  /// What is done with the lines.
  private enum Mode {
    case listRules(ProfileOption)
    case sealed(SealedCheck.Settings)
    case check(ProfileOption, ProfileCheck.Settings)
    case salvage(SalvageOptions)
    case resumePoint(ResumeState?)
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
    // The input is never changed, but by the output that was asked for in its place; and two outputs are two files.
    try arguments.requireOwnFile(.rejects, besides: [.output, .report])
    try arguments.requireOwnFile(.report, besides: [.output])
    operands = arguments.operands.isEmpty ? ["-"] : arguments.operands
    var policy = try Policy(arguments)
    let levels = try RuleLevels(arguments, &policy)
    self.policy = policy
    let option = try ProfileOption(arguments)
    reports = try Reports(arguments, console)
    let settings = ProfileCheck.Settings(
      policy: policy, levels: levels, schema: try SchemaCheck.schema(arguments), at: try ChosenPointer(arguments, .at),
      groupBy: try ChosenPointer(arguments, .groupBy), limit: reports.limit, tellsPlaces: reports.tellsPlaces,
      showsValues: arguments.has(.showValues), keepsStatistics: arguments.has(.statistics))
    mode = try Self.mode(arguments, option, settings)
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
    case .listRules(let option):
      try Console.printStandardOutput(RuleLevels.list(of: option))
      return .done
    case .sealed(let settings):
      let run = SealedRun(operands: operands, settings: settings, reports: reports)
      return try run.run(maximumLineSize: maximumLineSize, threadCount: threadCount)
    case .check(let option, let settings):
      let run = ProfileRun(operands: operands, option: option, settings: settings, reports: reports)
      return try run.run(maximumLineSize: maximumLineSize, threadCount: threadCount)
    case .salvage(let options):
      let run = SalvageRun(operands: operands, options: options, policy: policy, reports: reports)
      return try run.run(maximumLineSize: maximumLineSize, threadCount: threadCount)
    case .resumePoint(let state):
      let run = ResumePoint(operand: operands[0], state: state, policy: policy, reports: reports)
      return try run.run(maximumLineSize: maximumLineSize)
    }
  }

  private static func mode(
    _ arguments: Arguments, _ option: ProfileOption, _ settings: ProfileCheck.Settings
  ) throws -> Mode {
    if arguments.has(.listRules) { return .listRules(option) }
    try arguments.exclude(.salvage, .resumePoint)
    try arguments.exclude(.salvage, .schema)
    try arguments.exclude(.resumePoint, .schema)
    try arguments.exclude(.salvage, .duplicateNames)
    try arguments.exclude(.salvage, .loneSurrogates)
    try arguments.exclude(.salvage, .resumeInformation)
    try arguments.exclude(.resumePoint, .resumeInformation)
    for option in [Option.salvage, .resumePoint, .resumeInformation] { try arguments.exclude(.statistics, option) }
    for point in [Option.resumePoint, .resumeInformation] where arguments.has(point) {
      if arguments.operands.count > 1 { throw UsageError("\(point.name) takes one file") }
    }
    guard !arguments.has(.salvage) else {
      return .salvage(try SalvageOptions(arguments, option))
    }
    for option in [.output] + SalvageOptions.own where arguments.has(option) {
      throw UsageError("\(option.name) needs \(Option.salvage.name)")
    }
    if arguments.has(.resumeInformation) { return .resumePoint(ResumeState(option.profile)) }
    if arguments.has(.resumePoint) { return .resumePoint(nil) }
    for other in [Option.at, .groupBy, .statistics] where option == .sealed && arguments.has(other) {
      throw UsageError("\(other.name) does not go with \(Option.profile.name)=sealed")
    }
    let sealed = try SealedCheck.Settings(arguments, option, settings)
    return sealed.map(Mode.sealed) ?? .check(option, settings)
  }
}
