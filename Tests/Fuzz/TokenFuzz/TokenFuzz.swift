import Core
import FuzzDriver

/// Pieces cut anywhere give the same estimate as the whole; no line, JSON or not, does harm; and a text is never fewer
/// tokens than none or more than a few for each byte.
@main enum TokenFuzz {
  static func main() {
    let counters = TokenCounter.allCases.map { RecordTokens(.estimate($0), imageTokens: 1000) }
    Fuzz.run { bytes in
      for counter in TokenCounter.allCases {
        var whole = TokenEstimate(counter)
        whole.add(bytes)
        let count = whole.finish()
        let size = 1 + Int(bytes.first ?? 0) % 9
        var pieces = TokenEstimate(counter)
        for start in stride(from: 0, to: bytes.count, by: size) {
          pieces.add(Bytes(rebasing: bytes[start..<min(bytes.count, start + size)]))
        }
        Fuzz.expect(pieces.finish() == count, "pieces give another estimate than the whole")
        Fuzz.expect((count == 0) == bytes.isEmpty, "a text is no token, or nothing is one")
        Fuzz.expect(count <= 8 * bytes.count, "more tokens than a text can have")
      }
      for counter in counters { Fuzz.expect(((try? counter.count(bytes)) ?? -1) >= 0, "a line has no count") }
    }
  }
}
