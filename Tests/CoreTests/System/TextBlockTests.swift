import Testing

@testable import Core

@Suite struct TextBlockTests {
  /// The wide way gives what the plain way gives, for any bytes and any filter.
  @Test func theWideWayGivesWhatThePlainWayGives() {
    var generator = SplitMix(state: 3)
    var filter = [UInt8](repeating: 0, count: TextBlock.filterSize)
    for _ in 0..<4000 { filter[Int.random(in: filter.indices, using: &generator)] = 1 }
    let letters = Array("aZ09 (+@%_{}`/:".utf8) + [0xEF, 0x80, 0, 0xFF]
    for _ in 0..<500 {
      let text = (0..<TextBlock.size + TextBlock.reach).map { _ in
        Bool.random(using: &generator)
          ? letters[Int.random(in: letters.indices, using: &generator)] : UInt8.random(in: 0...255, using: &generator)
      }
      // No filter lets everything through, so that a candidate is one for its own place.
      filter[TextBlock.filterIndex(text[7], text[8], text[9])] = 1
      let block = TextBlock(text, filter: filter)
      #expect(block == TextBlock(plainly: text, filter: filter))
      #expect(block.candidates & 1 << 7 != 0)
      for count in [1, 16, 17, 48] {
        let part = TextBlock(text, count: count, filter: filter)
        let mask: UInt64 = 1 << UInt64(count) - 1
        #expect(part.candidates & mask == block.candidates & mask)
        #expect(part.digits & mask == block.digits & mask)
        #expect(part.letters & mask == block.letters & mask)
        #expect(part.signs & mask == block.signs & mask)
        #expect(part.marks & mask == block.marks & mask)
      }
    }
  }
}
