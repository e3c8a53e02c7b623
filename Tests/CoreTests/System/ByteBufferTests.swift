import Testing

@testable import Core

@Suite struct ByteBufferTests {
  /// Sixteen bytes are copied at once; what is counted is only what stands before the stop.
  @Test func aCopyEndsBeforeTheStop() {
    let stop = UInt8(ascii: "\\")
    for size in 0...50 {
      for place in 0...size {
        var text = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 | 0x80) }
        if place < size { text[place] = stop }
        let buffer = ByteBuffer(capacity: 1)
        buffer.append("before")
        let count = text.withUnsafeBufferPointer { buffer.append($0, upTo: stop) }
        #expect(count == place)
        #expect(Array(buffer.bytes) == Array("before".utf8) + text[..<place])
      }
    }
  }
}
