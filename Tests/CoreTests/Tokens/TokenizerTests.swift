import Foundation
import Testing

@testable import Core

@Suite struct TokenizerTests {
  /// Single bytes, then what joins: `ab` before `bc`, `abc` last.
  private static let joins = ["ab", "bc", "cd", "aa", "aaaa", "abcd", "abc", " a"]

  @Test func piecesAreJoinedByRankAndNotByLength() throws {
    let tokenizer = try makeTokenizer(pattern: "[^ ]+| [^ ]*")
    // ab cd, for ab comes before bc; then abcd as a whole.
    #expect(try count("abcd", tokenizer) == 1)
    // x + bc + d: cd comes after bc.
    #expect(try count("xbcd", tokenizer) == 3)
    #expect(try count("aaaaa", tokenizer) == 2)
    #expect(try count("", tokenizer) == 0)
  }

  @Test func itCountsAsThePlainWayDoes() throws {
    let tokenizer = try makeTokenizer(pattern: "[^ ]+| [^ ]*")
    var state: UInt64 = 1
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<(Int(state >> 33) % 40) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += ["a", "b", "c", "d", " ", "aa"][Int(state >> 33) % 6]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      #expect(try count(text, tokenizer) == Self.plainCount(text), "\(text)")
    }
  }

  @Test func aLongWordTakesNoLongerThanItsLength() throws {
    let tokenizer = try makeTokenizer(pattern: "[^ ]+")
    let clock = ContinuousClock()
    let text = String(repeating: "a", count: 50_000)
    let start = clock.now
    #expect(try count(text, tokenizer) == 12_500)
    let time = clock.now - start
    // Each pair against each other would be minutes.
    #expect(time < .seconds(5))
  }

  @Test func aMalformedVocabularyIsNamedByItsLine() throws {
    for (text, line) in [("YQ== 0\nYg== x\n", 2), ("YQ==\n", 1), ("Y 0\n", 1), ("Y=== 0\n", 1), (" 0\n", 1)] {
      #expect(throws: Vocabulary.Fault.self, "\(text), \(line)") { _ = try makeVocabulary(text) }
    }
    #expect(throws: Vocabulary.Fault.self) { _ = try makeVocabulary("") }
  }

  @Test(arguments: TokenPattern.allCases) func publishedPatternsCompileAndTakeEverything(_ pattern: TokenPattern) throws
  {
    let split = try SplitPattern(pattern.text)
    for text in TokenEstimateTests.texts {
      let bytes = Array(text.utf8)
      var end = 0
      while end < bytes.count {
        let piece = try bytes.withUnsafeBufferPointer { text in try split.next(in: text, from: end) }
        #expect(piece?.lowerBound == end)
        end = piece?.upperBound ?? bytes.count
      }
    }
  }

  @Test func theNameOfAFileTellsItsPattern() {
    #expect(TokenPattern(file: "/a/o200k_base.tiktoken") == .o200k)
    #expect(TokenPattern(file: "r50k_base.tiktoken") == .p50k)
    #expect(TokenPattern(file: "mine.tiktoken") == nil)
  }

  // MARK: Help

  private func makeTokenizer(pattern: String) throws -> Tokenizer {
    var text = ""
    for byte in 0...255 { text += Data([UInt8(byte)]).base64EncodedString() + " \(byte)\n" }
    for (index, join) in Self.joins.enumerated() { text += Data(join.utf8).base64EncodedString() + " \(256 + index)\n" }
    return Tokenizer(try makeVocabulary(text), pattern: try SplitPattern(pattern))
  }

  private func makeVocabulary(_ text: String) throws -> Vocabulary {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("vocabulary-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Vocabulary(contentsOf: file.path)
  }

  private func count(_ text: String, _ tokenizer: Tokenizer) throws -> Int {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { try tokenizer.count($0) }
  }

  /// Each time the pair of the lowest rank, the first of them.
  private static func plainCount(_ text: String) -> Int {
    var count = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let whole = (piece.offset > 0 ? " " : "") + piece.element
      if joins.contains(whole) {
        count += 1
        continue
      }
      var parts = whole.map(String.init)
      while true {
        let ranks = parts.indices.dropLast().map { joins.firstIndex(of: parts[$0] + parts[$0 + 1]) ?? .max }
        guard let best = ranks.min(), best < .max, let place = ranks.firstIndex(of: best) else { break }
        parts[place] += parts.remove(at: place + 1)
      }
      count += parts.count
    }
    return count
  }
}
