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
      var keywords: [[UInt8]] = []
      for rule in 0..<Int.random(in: 1...20, using: &generator) {
        let keyword = word(2...6, Array("aAbB_-".utf8))
        keywords.append(keyword.map(LiteralMatcher.lowercased))
        keyword.withUnsafeBufferPointer { table.add($0, rule: rule) }
      }
      let text = word(0...60, alphabet)
      let matcher = LiteralMatcher(table)
      var hits: [[Int]] = []
      text.withUnsafeBufferPointer { text in
        for place in text.indices {
          let bytes = (place..<place + 3).map { $0 < text.count ? text[$0] : 0 }
          guard matcher.filter[TextBlock.filterIndex(bytes[0], bytes[1], bytes[2])] != 0 else { continue }
          matcher.forEachRule(around: place, in: text) { rule, offset in hits.append([rule, offset]) }
        }
      }
      let found = Set(hits)
      #expect(found.count == hits.count)
      let folded = text.map(LiteralMatcher.lowercased)
      var expected: Set<[Int]> = []
      for (rule, keyword) in keywords.enumerated() {
        for offset in folded.indices where folded[offset...].starts(with: keyword) {
          expected.insert([rule, offset])
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
    let rules = UnsafeMutablePointer<Int32>.allocate(capacity: table.callCount)
    defer { rules.deallocate() }
    for number in 0..<table.count {
      #expect(table.copyRules(of: number, to: rules) == 2)
      #expect(Set([rules[0], rules[1]]) == [Int32(number), Int32(number + 1500)])
    }
  }
}
