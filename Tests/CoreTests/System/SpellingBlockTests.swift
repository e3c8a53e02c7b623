import Testing

@testable import Core

@Suite struct SpellingBlockTests {
  /// The wide way gives what the plain way gives, for any bytes.
  @Test func theWideWayGivesWhatThePlainWayGives() {
    var generator = SplitMix(state: 5)
    let digits = Array("ABHIPQXYZafghnovwz0123456789+/-_=[`{@:\n".utf8)
    for round in 0..<2000 {
      let text = (0..<TextBlock.size + TextBlock.reach).map { _ in
        round % 4 == 0
          ? UInt8.random(in: 0...255, using: &generator) : digits[Int.random(in: digits.indices, using: &generator)]
      }
      #expect(SpellingBlock(text) == SpellingBlock(plainly: text))
    }
  }
}
