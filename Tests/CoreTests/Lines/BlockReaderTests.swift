import Glibc
import Testing

@testable import Core

@Suite struct BlockReaderTests {
  @Test func aCompleteLineNeverWaitsForTheNextOne() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (source, sink) = (Descriptor(rawValue: ends[0]), Descriptor(rawValue: ends[1]))
    defer { try? source.close() }
    // Two reads: the first ends inside the second line, the second brings no LF.
    let reader = BlockReader(source, name: "pipe", maximumLineSize: 1000, blockSize: 16)
    try sink.writeAll(UnsafeRawBufferPointer(Bytes("one\n4567890123456")))
    guard case .lines(let first) = try #require(try reader.next()).contents else { return #expect(Bool(false)) }
    #expect(first.text == "one\n")
    try sink.writeAll(UnsafeRawBufferPointer(Bytes("7\nlast")))
    try sink.close()
    var rest = ""
    while let block = try reader.next() {
      guard case .lines(let lines) = block.contents else { continue }
      rest += lines.text
    }
    #expect(rest == "45678901234567\nlast")
  }

  @Test func countingFindsEveryByteAtEverySize() {
    for size in [0, 1, 31, 32, 33, 127 * 32 - 1, 127 * 32, 127 * 32 + 33, 20_000] {
      let bytes = (0..<size).map { $0 % 3 == 0 ? UInt8(0x0A) : 0x41 }
      #expect(bytes.withUnsafeBufferPointer { $0.count(of: 0x0A) } == (size + 2) / 3)
      let all = [UInt8](repeating: 0x0A, count: size)
      #expect(all.withUnsafeBufferPointer { $0.count(of: 0x0A) } == size)
    }
  }
}
