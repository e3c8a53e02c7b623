import Core
import FuzzDriver
import Reference

/// The scanner accepts what a reader that is written after the grammar accepts, and nothing else; it says what it says
/// of every part of the text in order and within it. It says the same whichever way it reads strings, and whatever
/// stands before and behind the text.
@main enum JSONScannerFuzz {
  static func main() {
    Fuzz.run { text in
      var reader = PlainReader(text: Array(text))
      let log = ScanLog(of: text, stops: FastestStopFinder.self)
      Fuzz.expect((log.error == nil) == reader.accepts(), "the scanner and the plain reader disagree")
      Fuzz.expect(log.isInOrder(in: text), "a place behind the text, or out of order")
      Fuzz.expect(log == ScanLog(of: text, stops: PlainStopFinder.self), "the two ways to read strings disagree")
      withSlack(text, before: Int.random(in: 0...16), after: Int.random(in: 0...16)) { text in
        Fuzz.expect(log == ScanLog(of: text, stops: FastestStopFinder.self), "the wide way looked around the text")
        Fuzz.expect(log == ScanLog(of: text, stops: PlainStopFinder.self), "the plain way looked around the text")
      }
    }
  }
}
