import Testing

@testable import Core

@Suite struct LineSequenceTests {
  @Test func aLineEndsAtLFAndNowhereElse() {
    let text: StaticString = "a\r\nb\u{2028}\u{85}c\n\nd"
    let lines = LineSequence(Bytes(text), firstLine: 7, offset: 100).map { ($0.bytes.text, $0.number, $0.offset) }
    #expect(lines.map(\.0) == ["a\r", "b\u{2028}\u{85}c", "", "d"])
    #expect(lines.map(\.1) == [7, 8, 9, 10])
    #expect(lines.map(\.2) == [100, 103, 111, 112])
  }
}
