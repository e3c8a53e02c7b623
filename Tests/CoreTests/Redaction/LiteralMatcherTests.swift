import Testing

@testable import Core

@Suite struct LiteralMatcherTests {
  /// The plain way: every literal at every place.
  @Test func itFindsWhatTheObviousSearchFinds() {
    var generator = SplitMix(state: 7)
    let alphabet = Array("aAbB_-=é".utf8)
    func word(_ sizes: ClosedRange<Int>, _ letters: [UInt8]) -> [UInt8] {
      (0..<Int.random(in: sizes, using: &generator)).map { _ in
        letters[Int.random(in: letters.indices, using: &generator)]
      }
    }
    for _ in 0..<200 {
      var table = KeywordTable()
      for rule in 0..<Int.random(in: 1...20, using: &generator) {
        let keyword = word(2...4, Array("aAbB_-".utf8))
        keyword.withUnsafeBufferPointer { table.add($0, rule: rule) }
      }
      let text = word(0...60, alphabet)
      let matcher = LiteralMatcher(table)
      var hits: [[Int]] = []
      text.withUnsafeBufferPointer { text in
        for place in text.indices {
          let bytes = (place..<place + 3).map { $0 < text.count ? text[$0] : 0 }
          guard matcher.filter[TextBlock.filterIndex(bytes[0], bytes[1], bytes[2])] != 0 else { continue }
          matcher.forEachLiteral(around: place, in: text) { literal, offset in hits.append([literal, offset]) }
        }
      }
      let found = Set(hits)
      #expect(found.count == hits.count)
      let folded = text.map(LiteralMatcher.lowercased)
      var expected: Set<[Int]> = []
      for number in 0..<table.count {
        let literal = table.withKeyword(number) { Array($0) }
        for offset in folded.indices where folded[offset...].starts(with: literal) {
          expected.insert([number, offset])
        }
      }
      #expect(found == expected)
    }
  }

  @Test func aKeywordThatSeveralRulesShareCallsThemAll() {
    var table = KeywordTable()
    for rule in 0..<3000 {
      Array("key\(rule % 1500)".utf8).withUnsafeBufferPointer { table.add($0, rule: rule) }
    }
    #expect(table.count == 1500)
    for number in 0..<table.count {
      var rules: [Int] = []
      table.forEachRule(of: number) { rules.append($0) }
      #expect(rules.sorted() == [number, number + 1500])
    }
  }
}
