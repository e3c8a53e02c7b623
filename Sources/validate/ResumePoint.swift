import Core

/// Finds where the intact beginning of a file ends: just behind its last complete record.
struct ResumePoint {
  let operand: String
  /// What to say of the records up to there besides, nil for the offset alone.
  let state: ResumeState?
  let policy: Policy
  let reports: Reports

  /// Prints the offset in bytes.
  ///
  /// - Returns: `no` if damage lies in the middle: then records may follow it that a cut would lose. A torn end is what
  ///   this is asked for, and is `done`.
  func run(maximumLineSize: Int) throws -> ExitCode {
    let input = try Input.open(operand)
    let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
    var salvage = Salvage()
    var point = 0
    var lineCount = 0
    var damage: Fault?
    search: while let block = try reader.next() {
      guard case .lines(let bytes) = block.contents else {
        damage = Fault(
          .error, at: Location(input.name, line: block.firstLine, column: 1), rule: SyntaxRule.lineTooLong.rawValue,
          SyntaxRule.lineTooLong.message)
        break
      }
      for line in LineSequence(bytes, firstLine: block.firstLine, offset: block.offset) {
        let text = textToCheck(line)
        if text.isBlank { continue }
        guard salvage.isWhole(text, isTerminated: line.isTerminated) else {
          if line.isTerminated { damage = fault(in: text, of: line, file: input.name) }
          break search
        }
        point = line.offset + line.bytes.count + (line.isTerminated ? 1 : 0)
        lineCount = line.number
        state?.take(text)
      }
      reports.advance(bytes: bytes.count)
    }
    if let damage { try Reports.Printer(reports).tell(damage) }
    try Console.printStandardOutput(state.map { text(of: $0, point, lineCount) } ?? "\(point)\n")
    return damage == nil ? .done : .no
  }

  private func text(of state: ResumeState, _ point: Int, _ lineCount: Int) -> String {
    let output = ByteBuffer()
    output.append(#"{"bytes":\#(point),"lines":\#(lineCount),"profile":"#)
    append(state.profile?.rawValue, to: output)
    output.append(#","last_role":"#)
    append(state.lastKind?.rawValue, to: output)
    output.append(#","open_tool_ids":["#)
    for (index, id) in state.openIDs.enumerated() {
      output.append(index > 0 ? ",\"" : "\"")
      output.append(id)
      output.append(UInt8(ascii: "\""))
    }
    output.append(#"],"next":["#)
    for (index, kind) in state.next.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONString.appendQuoted(kind.rawValue, to: output)
    }
    output.append("]}\n")
    return output.bytes.text
  }

  private func append(_ word: String?, to output: ByteBuffer) {
    if let word { JSONString.appendQuoted(word, to: output) } else { output.append("null") }
  }

  /// The line, without a byte order mark where that is not an error.
  private func textToCheck(_ line: Line) -> Bytes {
    guard line.offset == 0, policy.byteOrderMark.severity != .error, line.bytes.hasByteOrderMark else {
      return line.bytes
    }
    return line.bytes.slice(line.bytes.byteOrderMarkSize, line.bytes.count)
  }

  private func fault(in text: Bytes, of line: Line, file: String) -> Fault? {
    do {
      try RecordChecker(findsDuplicateNames: false, findsLoneSurrogates: false).check(text)
      return nil
    } catch {
      let column = line.bytes.count - text.count + error.offset + 1
      let rule = error.rule(in: text)
      return Fault(
        .error, at: Location(file, line: line.number, column: column), rule: rule.rawValue, rule.message)
    }
  }
}
