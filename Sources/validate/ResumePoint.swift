import Core

/// Finds where the intact beginning of a file ends: just behind its last complete record.
struct ResumePoint {
  let operand: String
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
      }
      reports.advance(bytes: bytes.count)
    }
    if let damage { try Reports.Printer(reports).tell(damage) }
    try Console.printStandardOutput("\(point)\n")
    return damage == nil ? .done : .no
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
