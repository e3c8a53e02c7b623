import Core

/// What was found in one file, counted.
struct Tally {
  var lineCount = 0
  var errorCount = 0
  var warningCount = 0
  /// Whether one of the errors is a torn last line.
  var isTorn = false

  mutating func add(_ severity: Diagnostic.Severity, count: Int = 1) {
    switch severity {
    case .error: errorCount += count
    case .warning: warningCount += count
    case .note: break
    }
  }

  mutating func add(_ other: Tally) {
    lineCount += other.lineCount
    errorCount += other.errorCount
    warningCount += other.warningCount
    isTorn = isTorn || other.isTorn
  }

  func count(of severity: Diagnostic.Severity) -> Int {
    severity == .error ? errorCount : warningCount
  }

  var status: ExitCode {
    guard errorCount > 0 else { return .done }
    return isTorn && errorCount == 1 ? .torn : .no
  }

  var text: String {
    "\(Self.counted(errorCount, "error")), \(Self.counted(warningCount, "warning")) in \(Self.counted(lineCount, "line"))"
  }

  /// `1 error`, `2 errors`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// How faults are told: in which form, where, and how many.
struct Reports {
  /// Of each severity, a file.
  let limit: Int
  /// Whether a form is in use that says more of a place than its line and its column in bytes.
  let tellsPlaces: Bool
  /// Whether standard error is for people, with a last line on each file.
  private let hasSummaries: Bool
  private let console: Console
  private let sink: Sink

  init(_ arguments: Arguments, _ console: Console) throws {
    let form = try arguments.choice(.format, of: ReportForm.self)
    let limit = try arguments.count(.maximumReports) ?? 20
    self.limit = limit == 0 ? .max : limit
    self.console = console
    let path = arguments[.report]
    // With a file for machines, standard error is for people.
    let consoleForm = path == nil ? form ?? .gcc : .gcc
    hasSummaries = consoleForm == .gcc
    tellsPlaces = !hasSummaries || path != nil
    let file = try path.map { try Output.file($0) }
    sink = Sink(
      console, Self.report(consoleForm), file: file, fileReport: Self.report(form ?? .json))
  }

  private static func report(_ form: ReportForm) -> FaultReport {
    FaultReport(form, tool: "validate", version: Command.version) { rule in
      (SyntaxRule(rawValue: rule)?.message ?? SalvageFault.descriptions[rule] ?? RuleLevels.message(of: rule)
        ?? SchemaFaultKind.message(of: rule))
        .map { RuleDescription($0) }
    }
  }

  /// The last line on a file; in the forms for machines every line is a fault, so there it is left out.
  func summarize(_ tally: Tally, file: String, addition: String = "") {
    guard hasSummaries, !console.isQuiet else { return }
    console.write("\(Location(file)): \(tally.text)\(addition)\n")
  }

  /// Tells what kept the run from being done.
  func tell(_ error: any Error) {
    // Core throws described errors only; if another comes, its text might hold data and is not shown.
    let diagnostic = (error as? any DescribedError).map { Diagnostic($0) }
    console.report(diagnostic ?? Diagnostic(.error, "unexpected failure (\(type(of: error)))"))
  }

  func advance(bytes: Int) {
    console.advance(bytes: bytes)
  }

  /// Ends the reports. The file of `--report` appears here.
  func finish(_ status: ExitCode) throws {
    try sink.finish(isSuccessful: status != .failed)
  }

  /// Ends what was told of a run that an error ends.
  func abandon() {
    sink.abandon()
  }

  /// Where faults go: standard error, and a file if one was asked for.
  private final class Sink {
    private let console: Console
    private let report: FaultReport
    private var file: Output?
    private let fileReport: FaultReport
    private let buffer = ByteBuffer()

    init(_ console: Console, _ report: FaultReport, file: consuming Output?, fileReport: FaultReport) {
      self.console = console
      self.report = report
      self.file = file
      self.fileReport = fileReport
    }

    func tell(_ fault: Fault, isPointerForPeople: Bool) throws {
      try write { buffer, report in
        var fault = fault
        // A person has the column, and names of members are data.
        if report.form == .gcc, !isPointerForPeople || fault.pointer?.isEmpty == true { fault.pointer = nil }
        report.append(fault, to: buffer)
      }
    }

    func finish(isSuccessful: Bool) throws {
      try write { $1.end(isSuccessful: isSuccessful, to: $0) }
      guard let file = file.take() else { return }
      try file.commit()
    }

    func abandon() {
      file = nil
      try? finish(isSuccessful: false)
    }

    private func write(_ part: (ByteBuffer, FaultReport) -> Void) throws {
      if !console.isQuiet {
        buffer.removeAll()
        part(buffer, report)
        if !buffer.bytes.isEmpty { console.write(buffer.bytes.text) }
      }
      buffer.removeAll()
      part(buffer, fileReport)
      try file?.write(buffer.bytes, recordCount: 0)
    }
  }

  /// Tells the faults of one file until there are enough.
  final class Printer {
    private let reports: Reports
    private var told = Tally()

    init(_ reports: Reports) {
      self.reports = reports
    }

    /// Tells the faults of some lines, which come in the order of the file.
    func tell<Kind>(_ faults: FoundFaults<Kind>, in file: String) throws {
      for found in faults.kept { try tell(found, in: file) }
    }

    func tell<Kind>(_ found: FoundFaults<Kind>.Found, in file: String) throws {
      try tell(found.fault(in: file), isPointerForPeople: found.kind.isPointerForPeople)
    }

    func tell(_ fault: Fault, isPointerForPeople: Bool = false) throws {
      told.add(fault.severity)
      guard told.count(of: fault.severity) <= reports.limit else { return }
      try reports.sink.tell(fault, isPointerForPeople: isPointerForPeople)
    }
  }
}
