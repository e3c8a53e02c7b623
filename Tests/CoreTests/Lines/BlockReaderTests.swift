import Testing

@testable import Core

@Suite struct BlockReaderTests {
  /// A line as a tool sees it.
  private struct Seen: Equatable {
    /// Nil for an overlong line.
    var bytes: [UInt8]?
    var number: Int
    var offset: Int
    var isTerminated = true
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "\n\n\na\n", "one\ntwo\n\nthree is longer\nfour", "no end at all",
    "0123456789\n0123456789A\nb\n",
    "0123456789A\n0123456789\n0123456789AB", "\n0123456789ABCDEF0123456789ABCDEF\n\nx\n0123456789ABCDEF\ny",
  ])
  func anySplitOfTheInputGivesTheSameLines(text: String) throws {
    let bytes = Array(text.utf8)
    let expected = plain(bytes, limit: 10)
    for blockSize in [1, 2, 3, 7, 10, 11, 12, 64, 4096] {
      for pieceSize in 1...max(bytes.count, 1) {
        let pieces = stride(from: 0, to: bytes.count, by: pieceSize).map { Array(bytes[$0...].prefix(pieceSize)) }
        for looksAhead in [false, true]
        where try read(pieces, limit: 10, blockSize: blockSize, looksAhead: looksAhead) != expected {
          Issue.record("blocks of \(blockSize), pieces of \(pieceSize)\(looksAhead ? ", looking ahead" : "")")
        }
      }
    }
  }

  @Test func randomInputInRandomPiecesGivesTheSameLines() throws {
    for _ in 0..<150 {
      let limit = Int.random(in: 1...400)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40) {
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: Bool.random() ? limit : Int.random(in: 0...(limit * 2)))
        bytes.append(UInt8(ascii: "\n"))
      }
      if Bool.random() { bytes.removeLast(min(bytes.count, Int.random(in: 1...3))) }
      var pieces: [[UInt8]] = []
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...300))
        pieces.append(Array(bytes[start..<end]))
        start = end
      }
      let blockSize = Int.random(in: 1...500)
      let expected = plain(bytes, limit: limit)
      #expect(try read(pieces, limit: limit, blockSize: blockSize) == expected)
      #expect(try read(pieces, limit: limit, blockSize: blockSize, looksAhead: true) == expected)
    }
  }

  @Test(arguments: [-1, 0, 1])
  func aLineMayEndWhereABlockEnds(difference: Int) throws {
    let blockSize = 512
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: blockSize + difference - 1) + [UInt8(ascii: "\n")]
    let bytes = line + line + Array("end".utf8)
    #expect(try read([bytes], limit: 1 << 20, blockSize: blockSize) == plain(bytes, limit: 1 << 20))
  }

  /// A complete line goes out before the reader waits, also when the beginning of another has come with it.
  @Test func aCompleteLineNeverWaitsForTheNext() throws {
    let pipe = try BytePipe()
    let reader = BlockReader(pipe.input, name: "pipe", maximumLineSize: 100, blockSize: 64)
    try pipe.write(Array("one\ntw".utf8))
    #expect(try lines(of: reader.next()) == [Seen(bytes: Array("one".utf8), number: 1, offset: 0)])
    try pipe.write(Array("o\nthree\nf".utf8))
    #expect(
      try lines(of: reader.next()) == [
        Seen(bytes: Array("two".utf8), number: 2, offset: 4), Seen(bytes: Array("three".utf8), number: 3, offset: 8),
      ])
    pipe.closeOutput()
    #expect(
      try lines(of: reader.next()) == [Seen(bytes: Array("f".utf8), number: 4, offset: 14, isTerminated: false)])
    #expect(try lines(of: reader.next()) == [])
    #expect(try lines(of: reader.next()) == [])
  }

  @Test(arguments: [("\n \nfirst\nsecond\n", "first"), ("only", "only"), ("", nil), ("\n\n", nil), ("a\r\nb", "a\r")])
  func whoLooksAheadSeesTheFirstLineThatIsNotBlank(text: String, expected: String?) throws {
    let pipe = try BytePipe()
    try pipe.write(Array(text.utf8))
    pipe.closeOutput()
    let reader = BlockReader(pipe.input, name: "pipe", maximumLineSize: 1 << 20)
    #expect(try reader.lookAhead()?.text == expected)
    var lines: [Seen] = []
    while let part = try reader.next() { lines += self.lines(of: part) }
    #expect(lines == plain(Array(text.utf8), limit: 1 << 20))
  }

  @Test func theLargestLimitIsNoOverflow() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 100) + [UInt8(ascii: "\n")]
    #expect(try read([bytes], limit: .max, blockSize: 8) == plain(bytes, limit: .max))
  }

  /// Splits as the description says, without blocks.
  @Test func countingFindsEveryByteAtEverySize() {
    for size in [0, 1, 31, 32, 33, 127 * 32 - 1, 127 * 32, 127 * 32 + 33, 20_000] {
      let bytes = (0..<size).map { $0 % 3 == 0 ? UInt8(0x0A) : 0x41 }
      #expect(bytes.withUnsafeBufferPointer { $0.count(of: 0x0A) } == (size + 2) / 3)
      let all = [UInt8](repeating: 0x0A, count: size)
      #expect(all.withUnsafeBufferPointer { $0.count(of: 0x0A) } == size)
    }
  }

  private func plain(_ bytes: [UInt8], limit: Int) -> [Seen] {
    var seen: [Seen] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let line = Array(bytes[start..<(end ?? bytes.count)])
      let number = seen.count + 1
      seen.append(
        line.count > limit
          ? Seen(number: number, offset: start)
          : Seen(bytes: line, number: number, offset: start, isTerminated: end != nil))
      start = (end ?? bytes.count) + 1
    }
    return seen
  }

  /// Feeds the pieces one by one; each is written when the reader has taken what came before.
  private func read(
    _ pieces: [[UInt8]], limit: Int, blockSize: Int, looksAhead: Bool = false
  ) throws -> [Seen] {
    let pipe = try BytePipe()
    let feeder = Feeder(pipe: pipe, pieces: pieces)
    let reader = BlockReader(pipe.input, name: "pipe", maximumLineSize: limit, blockSize: blockSize)
    var seen: [Seen] = []
    try feeder.run {
      if looksAhead { _ = try reader.lookAhead() }
      while let part = try reader.next() { seen += lines(of: part) }
    }
    return seen
  }

  private func lines(of part: Block.Part?) -> [Seen] {
    guard let part else { return [] }
    guard case .lines(let bytes) = part.contents else { return [Seen(number: part.firstLine, offset: part.offset)] }
    return LineSequence(bytes, firstLine: part.firstLine, offset: part.offset).map {
      Seen(bytes: Array($0.bytes), number: $0.number, offset: $0.offset, isTerminated: $0.isTerminated)
    }
  }
}
