import Core
import FuzzDriver
import Reference

/// The scanner accepts what a reader that is written after the grammar accepts, and nothing else; it says what it says
/// of every part of the text in order and within it.
@main enum JSONScannerFuzz {
  static func main() {
    Fuzz.run { text in
      var scanner = JSONScanner()
      var reader = PlainReader(text: Array(text))
      Fuzz.expect(scanner.accepts(text) == reader.accepts(), "the scanner and the plain reader disagree")
      var places = Places()
      if (try? scanner.scan(text, visitor: &places)) != nil {
        Fuzz.expect(places.end <= text.count, "a place behind the text")
      }
    }
  }
}

private struct Places: JSONVisitor {
  var end = 0

  private mutating func see(_ range: Range<Int>) {
    Fuzz.expect(range.lowerBound >= end, "places out of order")
    end = range.upperBound
  }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) { see(range) }
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) { see(range) }
  mutating func number(_ range: Range<Int>) { see(range) }
  mutating func literal(_ range: Range<Int>) { see(range) }
}
