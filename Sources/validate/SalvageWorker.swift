import Core

/// Parts each line into records to write and parts to leave out.
struct SalvageWorker: LineWorker {
  enum Note {
    case fault(Fault)
    /// Everything left out of a batch, in order; the first of its notes.
    case rejected(Rejects)
  }

  private let file: String
  private let policy: Policy
  private let limit: Int
  private let keepsRejects: Bool
  private let salvage = SalvageBox()
  private(set) var tally = Tally()
  private var recordCount = 0
  private var rejectedSize = 0
  private var droppedSize = 0
  /// Whether anything was lost or changed but a torn end.
  private var isChanged = false
  private var isUnaccounted = false

  init(file: String, policy: Policy, limit: Int, keepsRejects: Bool) {
    self.file = file
    self.policy = policy
    self.limit = limit
    self.keepsRejects = keepsRejects
  }

  var status: ExitCode {
    if isUnaccounted { return .failed }
    if isChanged { return .no }
    return tally.isTorn ? .torn : .done
  }

  /// What follows the counts in the last line on a file.
  var summary: String {
    "; \(Tally.counted(recordCount, "record")) kept, \(Tally.counted(rejectedSize, "byte")) rejected, "
      + "\(Tally.counted(droppedSize, "byte")) dropped"
  }

  mutating func work(on line: Line, into batch: Batch<Note>) {
    tally.lineCount += 1
    if salvage.isWhole(line) {
      keep(line.bytes, into: batch)
      if !line.isTerminated {
        note(.warning, line, at: line.bytes.count, "missing-newline", "LF added to the last record", into: batch)
      }
      return
    }
    var keptCount = 0
    salvage.part(line) { range, fate in
      let bytes = line.bytes.slice(range)
      let isLast = range.upperBound == line.bytes.count
      if fate == .kept {
        keep(bytes, into: batch)
        keptCount += 1
        if isLast, !line.isTerminated {
          note(.warning, line, at: range.upperBound, "missing-newline", "LF added to the last record", into: batch)
        }
        return
      }
      // The line's own LF goes where its end goes; a record that was kept has taken it or got one.
      let takesNewline = isLast && line.isTerminated && (keptCount == 0 || !fate.isGap)
      leaveOut(bytes, fate, withNewline: takesNewline, into: batch)
      tell(fate, range, of: line, into: batch)
    }
    if keptCount > 1 {
      isChanged = true
      note(.warning, line, at: 0, "glued-records", "\(keptCount) records on one line were split", into: batch)
    }
  }

  mutating func refuseOverlongLine(number: Int, into batch: Batch<Note>) {
    tally.lineCount += 1
    tally.add(.error)
    isChanged = true
    // The reader did not keep the line, so the promise of --rejects cannot be held.
    if keepsRejects { isUnaccounted = true }
    let place = Location(file, line: number, column: 1)
    let end = keepsRejects ? " and is missing from the rejects" : ""
    guard tally.errorCount <= limit else { return }
    batch.notes.append(
      .fault(
        Fault(.error, at: place, rule: "salvage/line-too-long", "\(SyntaxRule.lineTooLong.message), left out\(end)")))
  }

  private mutating func keep(_ record: Bytes, into batch: Batch<Note>) {
    batch.output.append(record)
    batch.output.append(UInt8(ascii: "\n"))
    batch.recordCount += 1
    recordCount += 1
  }

  private mutating func leaveOut(_ bytes: Bytes, _ fate: Salvage.Fate, withNewline: Bool, into batch: Batch<Note>) {
    if fate.isGap {
      droppedSize += bytes.count
    } else {
      rejectedSize += bytes.count
    }
    guard keepsRejects else { return }
    guard case .rejected(let rejects) = batch.notes.first else {
      batch.notes.insert(.rejected(Rejects(bytes, withNewline: withNewline)), at: 0)
      return
    }
    rejects.append(bytes, withNewline: withNewline)
  }

  private mutating func tell(_ fate: Salvage.Fate, _ range: Range<Int>, of line: Line, into batch: Batch<Note>) {
    var size: String { Tally.counted(range.count, "byte") }
    switch fate {
    case .kept: return
    case .space:
      guard range == 0..<line.bytes.count, let severity = policy.blankLines.severity else { return }
      if severity == .error { isChanged = true }
      note(severity, line, at: 0, "blank-line", "blank line dropped", into: batch)
    case .nulBytes:
      isChanged = true
      note(.warning, line, at: range.lowerBound, "nul-bytes", "\(size) of NUL dropped", into: batch)
    case .byteOrderMark:
      guard let severity = policy.byteOrderMark.severity else { return }
      isChanged = true
      note(severity, line, at: range.lowerBound, "byte-order-mark", "byte order mark dropped", into: batch)
    case .tornTail:
      tally.isTorn = true
      note(
        .error, line, at: range.lowerBound, "torn-tail",
        "torn last record cut at byte \(line.offset + range.lowerBound), \(size)", into: batch)
    case .tornRecord:
      isChanged = true
      note(
        .error, line, at: range.lowerBound, "torn-record", "torn record before a whole one rejected, \(size)",
        into: batch)
    case .malformed(let error):
      isChanged = true
      note(
        .error, line, at: error.offset, "malformed", "\(error.rule(in: line.bytes).message); rejected, \(size)",
        into: batch)
    }
  }

  private mutating func note(
    _ severity: Diagnostic.Severity, _ line: Line, at offset: Int, _ rule: StaticString,
    _ message: @autoclosure () -> String, into batch: Batch<Note>
  ) {
    tally.add(severity)
    guard tally.count(of: severity) <= limit else { return }
    let place = Location(file, line: line.number, column: offset + 1)
    batch.notes.append(.fault(Fault(severity, at: place, rule: "salvage/\(rule)", message())))
  }
}

/// A scanner has a place in memory of its own; a worker is a value.
private final class SalvageBox {
  private var salvage = Salvage()

  func isWhole(_ line: Line) -> Bool {
    salvage.isWhole(line.bytes, isTerminated: line.isTerminated)
  }

  func part(_ line: Line, _ take: (Range<Int>, Salvage.Fate) -> Void) {
    salvage.part(line.bytes, isTerminated: line.isTerminated, take)
  }
}

extension Salvage.Fate {
  /// Whether there was no data in it.
  fileprivate var isGap: Bool {
    switch self {
    case .nulBytes, .byteOrderMark, .space: true
    case .kept, .tornTail, .tornRecord, .malformed: false
    }
  }
}
