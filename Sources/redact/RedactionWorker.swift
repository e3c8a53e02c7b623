import Core

/// Redacts lines: one record in, one record out, or a note of why not.
struct RedactionWorker: LineWorker {
  /// What is told and counted besides the output.
  struct Notes: BatchNotes {
    /// What is told of one line.
    enum Note {
      case findings([Finding], line: Int)
      case invalid(LineFault, line: Int, characterColumn: Int?, quarantined: [UInt8]?)
    }

    /// In the order of the lines.
    var notes: [Note] = []
    var findingCount = 0
    /// Records that did not leave as they came.
    var changeCount = 0
    var droppedCount = 0
  }

  /// What is done with lines, besides redacting them.
  struct Manner {
    var invalidLines = InvalidLines.withhold
    /// Whether lines are text and not JSON.
    var isText = false
    /// Whether findings are all that is wanted.
    var isChecking = false
    /// Whether places are told in characters too.
    var countsCharacters = false
    var maximumLineSize = Int.max
  }

  private let redactor: Redactor
  private let manner: Manner
  private var invalidLines: InvalidLines { manner.invalidLines }
  private var isChecking: Bool { manner.isChecking }

  init(_ redactor: Redactor, _ manner: Manner) {
    self.redactor = redactor
    self.manner = manner
  }

  mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard !line.bytes.isBlank else { return emit(line.bytes, into: batch) }
    do throws(RedactionFailure) {
      try redact(line, asText: manner.isText, into: batch)
    } catch {
      refuse(line, error, into: batch)
    }
  }

  mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    refuse(.overlong(limit: manner.maximumLineSize), line: number, bytes: nil, into: batch)
  }

  private func redact(_ line: Line, asText isText: Bool, into batch: Batch<Notes>) throws(RedactionFailure) {
    let before = batch.output.count
    let outcome =
      try isText
      ? redactor.redactText(line.bytes, into: batch.output) : redactor.redact(line.bytes, into: batch.output)
    if outcome != .unchanged {
      batch.notes.changeCount += 1
      batch.notes.findingCount += redactor.findingCount
      // Empty unless somebody wants them one by one.
      if !redactor.findings.isEmpty { batch.notes.notes.append(.findings(findings(in: line), line: line.number)) }
    }
    guard !isChecking else { return batch.output.truncate(to: before) }
    switch outcome {
    case .unchanged: emit(line.bytes, into: batch)
    case .changed: endRecord(batch)
    case .dropped: batch.notes.droppedCount += 1
    }
  }

  private func findings(in line: Line) -> [Finding] {
    var findings = redactor.findings
    guard manner.countsCharacters else { return findings }
    var columns = CharacterColumns(line.bytes)
    for index in findings.indices { findings[index].characterColumns = columns.columns(of: findings[index].range) }
    return findings
  }

  private func emit(_ bytes: Bytes, into batch: Batch<Notes>) {
    guard !isChecking else { return }
    batch.output.append(bytes)
    endRecord(batch)
  }

  private func endRecord(_ batch: Batch<Notes>) {
    batch.output.append(UInt8(ascii: "\n"))
    batch.recordCount += 1
  }

  private func refuse(_ line: Line, _ failure: RedactionFailure, into batch: Batch<Notes>) {
    guard invalidLines == .text, case .notJSON = failure else {
      return refuse(.failure(failure), line: line.number, bytes: line.bytes, into: batch)
    }
    do throws(RedactionFailure) {
      try redact(line, asText: true, into: batch)
    } catch {
      refuse(.failure(error), line: line.number, bytes: line.bytes, into: batch)
    }
  }

  private func refuse(_ fault: LineFault, line: Int, bytes: Bytes?, into batch: Batch<Notes>) {
    var quarantined: [UInt8]?
    switch invalidLines {
    case .fail:
      batch.failure = LocatedError(fault, at: Location(batch.file, line: line, column: fault.column))
      return
    case .withhold, .text:
      emitWithheld(fault, line: line, into: batch)
    case .drop:
      break
    case .quarantine:
      quarantined = bytes.map { Array($0) + [UInt8(ascii: "\n")] }
      emitWithheld(fault, line: line, into: batch)
    }
    var characterColumn: Int?
    if manner.countsCharacters, let column = fault.column, let bytes {
      var columns = CharacterColumns(bytes)
      characterColumn = columns.column(at: column - 1)
    }
    batch.notes.notes.append(
      .invalid(fault, line: line, characterColumn: characterColumn, quarantined: quarantined))
  }

  /// Lines out are lines in: what cannot be shown says at least that it was there.
  private func emitWithheld(_ fault: LineFault, line: Int, into batch: Batch<Notes>) {
    guard !isChecking else { return }
    batch.output.append("{\"redact\":\"withheld\",\"line\":")
    batch.output.append(String(line))
    batch.output.append(",\"reason\":")
    JSONString.appendQuoted(fault.reason, to: batch.output)
    batch.output.append("}")
    endRecord(batch)
  }
}
