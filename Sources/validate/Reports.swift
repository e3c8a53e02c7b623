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

/// How faults are told: in which form, and how many.
struct Reports {
  enum Form: String, CaseIterable {
    case gcc, json
  }

  let form: Form
  /// Of each severity, a file.
  let limit: Int
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    form = try arguments.choice(.format) ?? .gcc
    let limit = try arguments.count(.maximumReports) ?? 20
    self.limit = limit == 0 ? .max : limit
    self.console = console
  }

  /// The last line on a file; in the JSON form every line is a fault, so there it is left out.
  func summarize(_ tally: Tally, file: String, addition: String = "") {
    guard form == .gcc, !console.isQuiet else { return }
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

  /// Tells the faults of one file until there are enough.
  final class Printer {
    private let reports: Reports
    private var told = Tally()

    init(_ reports: Reports) {
      self.reports = reports
    }

    /// Tells the faults of some lines, which come in the order of the file.
    func tell<Kind>(_ faults: FoundFaults<Kind>, in file: String) {
      for found in faults.kept { tell(found.fault(in: file)) }
    }

    func tell(_ fault: Fault) {
      told.add(fault.severity)
      guard !reports.console.isQuiet, told.count(of: fault.severity) <= reports.limit else { return }
      switch reports.form {
      case .gcc: reports.console.write(fault.text)
      case .json:
        let line = ByteBuffer()
        fault.appendJSON(to: line)
        reports.console.write(line.bytes.text)
      }
    }
  }
}
