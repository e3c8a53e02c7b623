import Core

/// What was found in a line that is salvaged, and what was done about it. Sizes and offsets are in bytes.
enum SalvageFault: FaultKind {
  case missingNewline
  case gluedRecords(count: Int)
  case lineTooLong(isLost: Bool)
  case blankLine
  case nulBytes(size: Int)
  case byteOrderMark
  case tornTail(offset: Int, size: Int)
  case tornRecord(size: Int)
  case malformed(SyntaxRule, size: Int)
  case spreadRecord(lineCount: Int)
  case loneSurrogates(count: Int)
  case separators(count: Int)
  case closedCall
  case droppedCall
  case unclosableCall

  var pointer: String? { nil }

  var rule: String {
    switch self {
    case .missingNewline: "salvage/missing-newline"
    case .gluedRecords: "salvage/glued-records"
    case .lineTooLong: "salvage/line-too-long"
    case .blankLine: "salvage/blank-line"
    case .nulBytes: "salvage/nul-bytes"
    case .byteOrderMark: "salvage/byte-order-mark"
    case .tornTail: "salvage/torn-tail"
    case .tornRecord: "salvage/torn-record"
    case .malformed: "salvage/malformed"
    case .spreadRecord: "salvage/spread-record"
    case .loneSurrogates: "salvage/lone-surrogates"
    case .separators: "salvage/separators"
    case .closedCall: "salvage/closed-call"
    case .droppedCall: "salvage/dropped-call"
    case .unclosableCall: "salvage/unclosable-call"
    }
  }

  /// What each rule is about, for reports that have a list of rules.
  static let descriptions = [
    "salvage/missing-newline": "the last record has no LF", "salvage/glued-records": "several records on one line",
    "salvage/line-too-long": SyntaxRule.lineTooLong.message, "salvage/blank-line": "blank line",
    "salvage/nul-bytes": "NUL bytes between records", "salvage/byte-order-mark": "byte order mark",
    "salvage/torn-tail": "the last record is torn", "salvage/torn-record": "a torn record before a whole one",
    "salvage/malformed": "a line without a whole record", "salvage/spread-record": "one record on several lines",
    "salvage/lone-surrogates": "escapes of half a surrogate pair",
    "salvage/closed-call": "a tool call without result, closed",
    "salvage/dropped-call": "a tool call without result, dropped",
    "salvage/unclosable-call": "a tool call without result that only a result of its own kind can close",
    "salvage/separators": "separators that other readers take for the end of a line",
  ]

  var message: String {
    switch self {
    case .missingNewline: "LF added to the last record"
    case .gluedRecords(let count): "\(count) records on one line were split"
    case .lineTooLong(false): "\(SyntaxRule.lineTooLong.message), left out"
    case .lineTooLong(true): "\(SyntaxRule.lineTooLong.message), left out and is missing from the rejects"
    case .blankLine: "blank line dropped"
    case .nulBytes(let size): "\(Tally.counted(size, "byte")) of NUL dropped"
    case .byteOrderMark: "byte order mark dropped"
    case .tornTail(let offset, let size): "torn last record cut at byte \(offset), \(Tally.counted(size, "byte"))"
    case .tornRecord(let size): "torn record before a whole one rejected, \(Tally.counted(size, "byte"))"
    case .spreadRecord(let count): "a record on \(count) lines was joined"
    case .loneSurrogates(let count): "\(Tally.counted(count, "lone surrogate")) replaced by \\ufffd"
    case .separators(let count): "\(Tally.counted(count, "line separator")) escaped"
    case .closedCall: "tool call without result closed by one that says so"
    case .droppedCall: "tool call without result dropped"
    case .unclosableCall: "tool call without result stays open: its results are no text"
    case .malformed(let rule, let size): "\(rule.message); rejected, \(Tally.counted(size, "byte"))"
    }
  }
}
