import Core

/// Takes the lines of one file in their order, gathers what is to be written, and tells what was done.
final class SalvageWriter {
  /// Whole records, each ended by LF, since the last `removeAll`.
  let records = ByteBuffer(capacity: BlockReader.blockSize)
  private(set) var recordCount = 0
  /// Everything left out, in order, if somebody keeps it.
  private(set) var rejects: Rejects?
  private(set) var faults = FoundFaults<SalvageFault>()
  /// What was done, as far as it has been written.
  private(set) var tally = SalvageTally()

  private let policy: Policy
  private let limit: Int
  private let tellsPlaces: Bool
  private let keepsRejects: Bool
  private let mender: RecordMender
  private let stream = SalvageStream()
  private let dangling: CallRepair.Choice?
  private let watch: ProfileWatch
  /// From the record on that shows the profile.
  private var repair: CallRepair?
  /// The line of which records were kept last, and how many.
  private var glued = (line: 0, count: 0)

  init(_ options: SalvageOptions, policy: Policy, reports: Reports) {
    self.policy = policy
    limit = reports.limit
    tellsPlaces = reports.tellsPlaces
    keepsRejects = options.rejects != nil
    mender = RecordMender(options.mending)
    dangling = options.dangling
    watch = ProfileWatch(options.profile)
  }

  /// Takes the lines of a batch.
  func take(_ batch: Batch<SalvageWorker.Notes>) {
    tally.lineCount += batch.lineCount
    var start = 0
    for piece in batch.notes.pieces {
      let text = batch.output.bytes.slice(start, piece.end)
      start = piece.end
      switch piece.kind {
      case .overlong: refuseOverlongLine(number: piece.number)
      case .whole where !stream.isHolding && dangling == nil:
        records.append(text)
        recordCount += piece.lineCount
        stream.note(piece.kinds)
      case .whole, .lines:
        for line in LineSequence(text, firstLine: piece.number, offset: piece.offset) {
          stream.take(line, take)
          tellGlued()
        }
      }
    }
  }

  /// Says that the file ends.
  func end() {
    stream.end(take)
    tellGlued()
    repair?.end(take)
  }

  /// Forgets what has been written and told.
  func removeAll() {
    tally.add(faults.tally, recordCount: recordCount)
    records.removeAll(keepingAtMost: 1 << 20)
    recordCount = 0
    rejects = nil
    faults = FoundFaults()
  }

  private func refuseOverlongLine(number: Int) {
    stream.end(take)
    tellGlued()
    tally.isChanged = true
    // The reader did not keep the line, so the promise of --rejects cannot be held.
    if keepsRejects { tally.isUnaccounted = true }
    faults.add(.error, line: number, column: 1, limit: limit, .lineTooLong(isLost: keepsRejects))
  }

  private func take(_ part: SalvageStream.Part) {
    if glued.line != part.line.number { tellGlued() }
    switch part.fate {
    case .kept:
      glued = (part.line.number, glued.count + 1)
      keep(part)
      if !part.isTerminated, part.range.upperBound == part.line.bytes.count {
        note(.missingNewline, .warning, part, at: part.range.upperBound)
      }
    case .joined(let lineCount):
      tally.isChanged = true
      keep(part)
      note(.spreadRecord(lineCount: lineCount), .warning, part, at: part.range.lowerBound)
    default:
      leaveOut(part.bytes, isGap: part.fate.isGap, withNewline: part.takesNewline)
      tell(part)
    }
  }

  private func keep(_ part: SalvageStream.Part) {
    let (record, counts) = mender.mend(part.bytes)
    if counts.surrogates > 0 {
      tally.isChanged = true
      // What they were is lost otherwise.
      leaveOut(part.bytes, isGap: false, withNewline: true)
      note(.loneSurrogates(count: counts.surrogates), .warning, part, at: part.range.lowerBound)
    }
    if counts.separators > 0 {
      note(.separators(count: counts.separators), .warning, part, at: part.range.lowerBound)
    }
    guard let dangling else { return write(record) }
    if repair == nil { repair = watch.profile(with: record).flatMap { CallRepair($0, dangling) } }
    guard let repair else { return write(record) }
    var columns = CharacterColumns(part.line.bytes)
    repair.take(
      record, line: part.line.number, origin: part.range.lowerBound,
      characters: tellsPlaces ? columns.column(at: part.range.lowerBound) - 1 : nil, take)
  }

  private func write(_ record: Bytes) {
    records.append(atMost: record.count + 1) { room in
      _ = room.update(fromContentsOf: record)
      room[record.count] = UInt8(ascii: "\n")
      return record.count + 1
    }
    recordCount += 1
  }

  private func take(_ step: CallRepair.Step) {
    switch step {
    case .write(let record): write(record)
    case .replace(let record, let other):
      leaveOut(record, isGap: false, withNewline: true)
      write(other)
    case .leaveOut(let record): leaveOut(record, isGap: false, withNewline: true)
    case .closed(let place): note(.closedCall, .warning, place)
    case .dropped(let place): note(.droppedCall, .warning, place)
    case .unclosable(let place): note(.unclosableCall, .error, place)
    }
  }

  private func note(_ fault: SalvageFault, _ severity: Diagnostic.Severity, _ place: CallRepair.Place) {
    tally.isChanged = true
    faults.add(
      severity, line: place.line, column: place.offset + 1, limit: limit, fault, characterColumn: place.characterColumn)
  }

  private func leaveOut(_ bytes: Bytes, isGap: Bool, withNewline: Bool) {
    if isGap { tally.droppedSize += bytes.count } else { tally.rejectedSize += bytes.count }
    guard keepsRejects else { return }
    guard let rejects else {
      rejects = Rejects(bytes, withNewline: withNewline)
      return
    }
    rejects.append(bytes, withNewline: withNewline)
  }

  private func tellGlued() {
    defer { glued.count = 0 }
    guard glued.count > 1 else { return }
    tally.isChanged = true
    faults.add(
      .warning, line: glued.line, column: 1, limit: limit, .gluedRecords(count: glued.count),
      characterColumn: tellsPlaces ? 1 : nil)
  }

  private func tell(_ part: SalvageStream.Part) {
    let size = part.range.count
    switch part.fate {
    case .kept, .joined: return
    case .space:
      guard part.range == 0..<part.line.bytes.count, let severity = policy.blankLines.severity else { return }
      if severity == .error { tally.isChanged = true }
      note(.blankLine, severity, part, at: 0)
    case .nulBytes:
      tally.isChanged = true
      note(.nulBytes(size: size), .warning, part, at: part.range.lowerBound)
    case .byteOrderMark:
      guard let severity = policy.byteOrderMark.severity else { return }
      tally.isChanged = true
      note(.byteOrderMark, severity, part, at: part.range.lowerBound)
    case .tornTail:
      faults.tally.isTorn = true
      let fault = SalvageFault.tornTail(offset: part.line.offset + part.range.lowerBound, size: size)
      note(fault, .error, part, at: part.range.lowerBound)
    case .tornRecord:
      tally.isChanged = true
      note(.tornRecord(size: size), .error, part, at: part.range.lowerBound)
    case .malformed(let error):
      tally.isChanged = true
      note(.malformed(error.rule(in: part.line.bytes), size: size), .error, part, at: error.offset)
    }
  }

  private func note(
    _ fault: SalvageFault, _ severity: Diagnostic.Severity, _ part: SalvageStream.Part, at offset: Int
  ) {
    var columns = CharacterColumns(part.line.bytes)
    faults.add(
      severity, line: part.line.number, column: offset + 1, limit: limit, fault,
      characterColumn: tellsPlaces ? columns.column(at: offset) : nil)
  }
}
