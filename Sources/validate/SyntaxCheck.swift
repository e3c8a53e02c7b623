import Core

/// Notes that hold what is wrong with lines as JSON.
protocol SyntaxNotes: BatchNotes {
  var syntax: FoundFaults<SyntaxCheck.Kind> { get set }
}

/// Checks each line as JSON and notes what is wrong with it.
struct SyntaxCheck: LineWorker {
  /// A rule that is broken, and where if the reports tell it.
  struct Kind: FaultKind {
    var syntaxRule: SyntaxRule
    var pointer: String?

    var rule: String { syntaxRule.rawValue }
    var message: String { syntaxRule.message }
  }

  /// What was found in the lines of a batch, which are counted elsewhere.
  struct Notes: SyntaxNotes {
    var faults = FoundFaults<Kind>()
    var syntax: FoundFaults<Kind> {
      get { faults }
      _modify { yield &faults }
    }
  }

  var policy: Policy
  private let limit: Int
  private let showsPointers: Bool
  private let checker: RecordChecker

  init(policy: Policy, reports: Reports) {
    self.policy = policy
    limit = reports.limit
    showsPointers = reports.tellsPlaces
    checker = RecordChecker(
      findsDuplicateNames: policy.duplicateNames.severity != nil,
      findsLoneSurrogates: policy.loneSurrogates.severity != nil, remarkLimit: reports.limit)
  }

  mutating func work(on line: Line, into batch: Batch<Notes>) {
    check(line, into: batch)
  }

  mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    noteOverlongLine(number: number, into: batch)
  }

  /// Notes a line that is longer than the limit.
  func noteOverlongLine(number: Int, into batch: Batch<some SyntaxNotes>) {
    batch.notes.syntax.add(.error, line: number, column: 1, limit: limit, Kind(syntaxRule: .lineTooLong))
  }

  /// Checks a line.
  ///
  /// - Parameter reader: reads the record in the same pass.
  /// - Returns: the record; nil if there is none, or if it is not JSON.
  @discardableResult
  func check(_ line: Line, into batch: Batch<some SyntaxNotes>, telling reader: ChatReader? = nil) -> Bytes? {
    var text = line.bytes
    if line.offset == 0, text.hasByteOrderMark {
      note(.byteOrderMark, policy.byteOrderMark.severity, line, at: 0, into: batch)
      text = text.slice(text.byteOrderMarkSize, text.count)
    }
    guard !text.isBlank else {
      note(.blankLine, policy.blankLines.severity, line, at: 0, into: batch)
      return nil
    }
    do {
      if let reader { try reader.read(text, in: line.bytes, checkedBy: checker) } else { try checker.check(text) }
    } catch {
      if !line.isTerminated, error.isTruncation { batch.notes.syntax.tally.isTorn = true }
      note(error, in: text, of: line, into: batch)
      return nil
    }
    if checker.hasRemarks { noteRemarks(on: text, of: line, into: batch) }
    if !line.isTerminated {
      note(.missingNewline, policy.missingNewline.severity, line, at: line.bytes.count, into: batch)
    }
    return text
  }

  /// Checks where a line that need not be JSON begins and ends.
  func checkEnds(of line: Line, into batch: Batch<some SyntaxNotes>) {
    if line.offset == 0, line.bytes.hasByteOrderMark {
      note(.byteOrderMark, policy.byteOrderMark.severity, line, at: 0, into: batch)
    }
    guard !line.isTerminated else { return }
    note(.missingNewline, policy.missingNewline.severity, line, at: line.bytes.count, into: batch)
  }

  private func note(_ error: RecordError, in text: Bytes, of line: Line, into batch: Batch<some SyntaxNotes>) {
    let pointer = batch.notes.syntax.tally.errorCount < limit ? pointers(for: [error.offset], in: text).first : nil
    note(
      error.rule(in: text), .error, line, at: line.bytes.count - text.count + error.offset, pointer: pointer,
      into: batch)
  }

  private func noteRemarks(on text: Bytes, of line: Line, into batch: Batch<some SyntaxNotes>) {
    let remarks = checker.remarks
    let pointers = pointers(for: remarks.map(\.offset), in: text)
    let shift = line.bytes.count - text.count
    // They come in the order of the line, so that it is counted through once.
    var columns = CharacterColumns(line.bytes)
    for (index, remark) in remarks.enumerated() {
      let severity = (remark.rule == .duplicateName ? policy.duplicateNames : policy.loneSurrogates).severity
      let pointer = pointers.indices.contains(index) ? pointers[index] : nil
      note(remark.rule, severity, line, at: shift + remark.offset, pointer: pointer, &columns, into: batch)
    }
    // What was not kept is still counted.
    let names = checker.duplicateNameCount - remarks.count { $0.rule == .duplicateName }
    let surrogates = checker.loneSurrogateCount - remarks.count { $0.rule == .loneSurrogate }
    if let severity = policy.duplicateNames.severity { batch.notes.syntax.tally.add(severity, count: names) }
    if let severity = policy.loneSurrogates.severity { batch.notes.syntax.tally.add(severity, count: surrogates) }
  }

  private func note(
    _ rule: SyntaxRule, _ severity: Diagnostic.Severity?, _ line: Line, at offset: Int, pointer: String? = nil,
    into batch: Batch<some SyntaxNotes>
  ) {
    var columns = CharacterColumns(line.bytes)
    note(rule, severity, line, at: offset, pointer: pointer, &columns, into: batch)
  }

  private func note(
    _ rule: SyntaxRule, _ severity: Diagnostic.Severity?, _ line: Line, at offset: Int, pointer: String?,
    _ columns: inout CharacterColumns, into batch: Batch<some SyntaxNotes>
  ) {
    batch.notes.syntax.add(
      severity, line: line.number, column: offset + 1, limit: limit, Kind(syntaxRule: rule, pointer: pointer),
      characterColumn: showsPointers ? columns.column(at: offset) : nil)
  }

  private func pointers(for offsets: [Int], in text: Bytes) -> [String] {
    guard showsPointers else { return [] }
    var scanner = JSONScanner()
    return JSONPointer.texts(for: offsets, in: text, scanner: &scanner)
  }
}

extension RecordError {
  /// The rule that is broken; where NUL bytes are the fault, that says more than what is missing in their place.
  func rule(in text: Bytes) -> SyntaxRule {
    offset < text.count && text[offset] == 0 ? .nulBytes : SyntaxRule(fault)
  }
}

extension Bytes {
  var hasByteOrderMark: Bool { count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF }
  var byteOrderMarkSize: Int { 3 }
}
