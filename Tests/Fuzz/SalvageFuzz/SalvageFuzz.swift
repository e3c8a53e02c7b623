import Core
import FuzzDriver

/// Every byte of a line is accounted for once and in order; what is kept is a record; what is whole is kept whole.
@main enum SalvageFuzz {
  static func main() {
    Fuzz.run { bytes in
      var salvage = Salvage()
      var scanner = JSONScanner()
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Bytes(rebasing: $0) }
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
  }
}
