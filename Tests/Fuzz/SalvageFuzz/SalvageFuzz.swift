import Core
import FuzzDriver

/// Every byte of a line is accounted for once and in order; what is kept is a record; what is whole is kept whole.
@main enum SalvageFuzz {
  static func main() {
    Fuzz.run { bytes in
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Bytes(rebasing: $0) }
      partEach(lines)
      partTogether(lines)
    }
  }

  /// A line by itself.
  private static func partEach(_ lines: [Bytes]) {
    var salvage = Salvage()
    var scanner = JSONScanner()
    for (index, line) in lines.enumerated() {
      let isTerminated = index < lines.count - 1
      var end = 0
      var keptCount = 0
      var isTorn = false
      salvage.part(line, isTerminated: isTerminated) { range, fate in
        Fuzz.expect(range.lowerBound == end, "a gap or an overlap")
        end = range.upperBound
        if fate == .kept {
          keptCount += 1
          Fuzz.expect(scanner.accepts(line.slice(range)), "what is kept is no record")
        }
        // NUL bytes may lie behind it, and nothing else.
        Fuzz.expect(!isTorn || fate == .nulBytes, "something behind a torn tail")
        if fate == .tornTail {
          Fuzz.expect(!isTerminated, "a torn tail with its LF")
          isTorn = true
        }
      }
      Fuzz.expect(end == line.count, "bytes at the end are lost")
      if isTerminated, scanner.accepts(line) { Fuzz.expect(keptCount == 1, "a whole record is not kept") }
    }
  }

  /// Lines that may be one record, and whose beginnings tell records from others.
  private static func partTogether(_ lines: [Bytes]) {
    let stream = SalvageStream()
    var scanner = JSONScanner()
    var number = 1
    var end = 0
    /// Of the line at hand, a joined record has taken an unknown part.
    var isPartTaken = false
    func finishLine() {
      Fuzz.expect(isPartTaken || end == lines[number - 1].count, "bytes of a line are lost")
      (number, end, isPartTaken) = (number + 1, 0, false)
    }
    func take(_ part: SalvageStream.Part) {
      while number < part.line.number { finishLine() }
      Fuzz.expect(number == part.line.number, "a line comes after a later one")
      Fuzz.expect(part.range.lowerBound == end || isPartTaken, "a gap or an overlap")
      (end, isPartTaken) = (part.range.upperBound, false)
      if case .kept = part.fate { Fuzz.expect(scanner.accepts(part.bytes), "what is kept is no record") }
      guard case .joined(let lineCount) = part.fate else { return }
      Fuzz.expect(scanner.accepts(part.bytes) && part.bytes.firstOffset(of: 0x0A) == nil, "what is joined is no record")
      Fuzz.expect(end == part.line.bytes.count && lineCount > 1, "a joined record ends in its first line")
      number += lineCount - 1
      (end, isPartTaken) = (0, true)
    }
    for (index, line) in lines.enumerated() {
      stream.take(Line(bytes: line, number: index + 1, offset: 0, isTerminated: index < lines.count - 1), take)
    }
    stream.end(take)
    while number <= lines.count { finishLine() }
  }
}
