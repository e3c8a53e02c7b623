import Core

/// Parts each line into records to write and parts to leave out.
struct SalvageWorker: LineWorker {
  /// What was found and left out, besides the records.
  struct Notes: BatchNotes {
    var faults = FoundFaults<SalvageFault>()
    /// Everything left out, in order, if somebody keeps it.
    var rejects: Rejects?
    /// In bytes.
    var rejectedSize = 0
    /// In bytes: what held no data.
    var droppedSize = 0
    /// Whether anything was lost or changed but a torn end.
    var isChanged = false
    /// Whether something was lost that should have been kept with the rejects.
    var isUnaccounted = false
  }

  private let policy: Policy
  private let limit: Int
  private let keepsRejects: Bool
  private let tellsPlaces: Bool
  private let salvage = SalvageBox()

  /// - Parameters:
  ///   - limit: how many faults of each severity are told of a file.
  ///   - tellsPlaces: whether characters are counted too.
  init(policy: Policy, limit: Int, keepsRejects: Bool, tellsPlaces: Bool) {
    self.tellsPlaces = tellsPlaces
    self.policy = policy
    self.limit = limit
    self.keepsRejects = keepsRejects
  }

  func work(on line: Line, into batch: Batch<Notes>) {
    salvage.columns = CharacterColumns(line.bytes)
    if salvage.isWhole(line) {
      keep(line.bytes, into: batch)
      if !line.isTerminated { note(.missingNewline, .warning, line, at: line.bytes.count, into: batch) }
      return
    }
    var keptCount = 0
    salvage.part(line) { range, fate in
      let bytes = line.bytes.slice(range)
      let isLast = range.upperBound == line.bytes.count
      if fate == .kept {
        keep(bytes, into: batch)
        keptCount += 1
        if isLast, !line.isTerminated { note(.missingNewline, .warning, line, at: range.upperBound, into: batch) }
        return
      }
      // The line's own LF goes where its end goes; a record that was kept has taken it or got one.
      let takesNewline = isLast && line.isTerminated && (keptCount == 0 || !fate.isGap)
      leaveOut(bytes, fate, withNewline: takesNewline, into: batch)
      tell(fate, range, of: line, into: batch)
    }
    if keptCount > 1 {
      batch.notes.isChanged = true
      note(.gluedRecords(count: keptCount), .warning, line, at: 0, into: batch)
    }
  }

  func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    batch.notes.isChanged = true
    // The reader did not keep the line, so the promise of --rejects cannot be held.
    if keepsRejects { batch.notes.isUnaccounted = true }
    batch.notes.faults.add(
      .error, line: number, column: 1, limit: limit, .lineTooLong(isLost: keepsRejects))
  }

  private func keep(_ record: Bytes, into batch: Batch<Notes>) {
    batch.output.append(record)
    batch.output.append(UInt8(ascii: "\n"))
    batch.recordCount += 1
  }

  private func leaveOut(_ bytes: Bytes, _ fate: Salvage.Fate, withNewline: Bool, into batch: Batch<Notes>) {
    if fate.isGap {
      batch.notes.droppedSize += bytes.count
    } else {
      batch.notes.rejectedSize += bytes.count
    }
    guard keepsRejects else { return }
    guard let rejects = batch.notes.rejects else {
      batch.notes.rejects = Rejects(bytes, withNewline: withNewline)
      return
    }
    rejects.append(bytes, withNewline: withNewline)
  }

  private func tell(_ fate: Salvage.Fate, _ range: Range<Int>, of line: Line, into batch: Batch<Notes>) {
    let size = range.count
    switch fate {
    case .kept: return
    case .space:
      guard range == 0..<line.bytes.count, let severity = policy.blankLines.severity else { return }
      if severity == .error { batch.notes.isChanged = true }
      note(.blankLine, severity, line, at: 0, into: batch)
    case .nulBytes:
      batch.notes.isChanged = true
      note(.nulBytes(size: size), .warning, line, at: range.lowerBound, into: batch)
    case .byteOrderMark:
      guard let severity = policy.byteOrderMark.severity else { return }
      batch.notes.isChanged = true
      note(.byteOrderMark, severity, line, at: range.lowerBound, into: batch)
    case .tornTail:
      batch.notes.faults.tally.isTorn = true
      let fault = SalvageFault.tornTail(offset: line.offset + range.lowerBound, size: size)
      note(fault, .error, line, at: range.lowerBound, into: batch)
    case .tornRecord:
      batch.notes.isChanged = true
      note(.tornRecord(size: size), .error, line, at: range.lowerBound, into: batch)
    case .malformed(let error):
      batch.notes.isChanged = true
      note(.malformed(error.rule(in: line.bytes), size: size), .error, line, at: error.offset, into: batch)
    }
  }

  private func note(
    _ fault: SalvageFault, _ severity: Diagnostic.Severity, _ line: Line, at offset: Int, into batch: Batch<Notes>
  ) {
    batch.notes.faults.add(
      severity, line: line.number, column: offset + 1, limit: limit, fault,
      characterColumn: tellsPlaces ? salvage.columns.column(at: offset) : nil)
  }
}

/// A scanner has a place in memory of its own; a worker is a value.
private final class SalvageBox {
  private var salvage = Salvage()
  /// Of the present line.
  var columns = CharacterColumns(Bytes(""))

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
