import Testing

@testable import Core

@Suite struct TokenEstimateTests {
  static let texts = [
    "", " ", "a", "hello world", "The HTTPServer's parseURL(x1, 42) == 1234567 -- ok?\n\n\tif x {\n    y += 3\n}",
    "ABC ABc ABCd AB Ab aB aBC XMLHttpRequest", "zażółć gęślą jaźń; Größe, façade, tiếng Việt không dấu",
    "漢字とかな交じり文、한국어 문장 русский текст ελληνικά עברית العربية हिन्दी ภาษาไทย հայերեն", "👩‍👩‍👧 ☃️ 🏽 \u{301}",
    "==========\n----\n....\n---", "\u{0}\u{7F}\u{A0}\u{FFFD}", "a  b   c\t\td \n e\r\nf", "1 22 333 4444 55555",
    " .a .b ..c",
  ]

  @Test(arguments: TokenCounter.allCases) func anyPiecesGiveTheSame(_ counter: TokenCounter) {
    for text in Self.texts {
      let bytes = Array(text.utf8)
      let whole = estimate([bytes], counter)
      for size in 1...5 {
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
          Array(bytes[$0..<min(bytes.count, $0 + size)])
        }
        #expect(estimate(pieces, counter) == whole, "\(text) by \(size)")
      }
    }
  }

  @Test(arguments: TokenCounter.allCases) func onlyNothingIsNoToken(_ counter: TokenCounter) {
    for text in Self.texts { #expect((estimate([Array(text.utf8)], counter) == 0) == text.isEmpty, "\(text)") }
  }

  @Test func aTextIsForgottenWhenItEnds() {
    var estimate = TokenEstimate(.o200k)
    let counts = Self.texts.map { text in
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { bytes in estimate.add(bytes) }
      return estimate.finish()
    }
    #expect(counts == Self.texts.map { self.estimate([Array($0.utf8)], .o200k) })
  }

  @Test func bytesByFourAreRoundedUp() {
    #expect((0...9).map { estimate([Array(repeating: 0x61, count: $0)], .bytes4) } == [0, 1, 1, 1, 1, 2, 2, 2, 2, 3])
  }

  /// Words whose tokens anybody can look up.
  @Test func ordinaryTextIsNearItsTokens() {
    let text = "The quick brown fox jumps over the lazy dog. It was not amused, and said so in the meeting on Tuesday."
    let count = estimate([Array(text.utf8)], .o200k)
    // o200k has 23.
    #expect((20...26).contains(count))
  }

  @Test func whatIsNotUTF8DoesNoHarm() {
    for bytes in [
      [0xFF, 0xFE], [0xC3], [0xE2, 0x82], [0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xED, 0xA0, 0x80, 0x41],
    ] {
      #expect(estimate([bytes.map { UInt8($0) }], .claude) > 0)
    }
  }

  @Test func everyFeatureHasACostInEveryVocabulary() {
    #expect(TokenFeature.costs.count == TokenFeature.allCases.count)
    for row in TokenFeature.costs { #expect(row.count == TokenCounter.allCases.count - 1) }
    for counter in TokenCounter.allCases where counter != .bytes4 {
      #expect(counter.costs.count == TokenFeature.allCases.count)
    }
  }

  private func estimate(_ pieces: [[UInt8]], _ counter: TokenCounter) -> Int {
    var estimate = TokenEstimate(counter)
    for piece in pieces { piece.withUnsafeBufferPointer { bytes in estimate.add(bytes) } }
    return estimate.finish()
  }
}
