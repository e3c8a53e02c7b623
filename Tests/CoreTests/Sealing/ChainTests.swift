import Testing

@testable import Core

@Suite struct ChainTests {
  private let key: FernetKey
  private let other: FernetKey

  init() throws {
    key = try Sealed.key()
    other = try FernetKey()
  }

  /// RFC 5869, test case 3: no salt, no info; the first 32 bytes.
  @Test func theKeyIsDerivedAsTheStandardSays() throws {
    var secret = SecretBytes(capacity: 22)
    secret.append { room in
      room.update(repeating: 0x0B)
      return room.count
    }
    let derived = try LibCrypto.derivedKey(from: secret, info: "")
    let expected = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    #expect(derived.withBytes { $0.map { String(UInt16($0) + 256, radix: 16).suffix(2) }.joined() } == expected)
  }

  @Test func textsAreReadBackAndNothingElseIs() throws {
    var tag = Chain.Tag()
    for place in 0..<16 { tag[place] = UInt8(place * 17) }
    for number: UInt64 in [0, 9, 10, 1_234_567_890, 999_999_999_999_999_999] {
      let head = ChainHead(id: 0xFEED_FACE_CAFE_BEEF, number: number, tag: tag)
      #expect(ChainHead(head.text) == head)
      let link = ChainLink(head: head, previous: Chain.previous(tag))
      let buffer = ByteBuffer()
      link.append(to: buffer)
      #expect(ChainLink(buffer.bytes) == link)
      #expect(buffer.count <= Chain.largestMemberSize)
    }
    let good = ChainHead(id: 1, number: 12, tag: tag).text
    let bad = [
      "", "a.b.c", "\(good)=", "\(good) ", ".\(good)", good.replacing(".12.", with: ".012."),
      good.replacing(".12.", with: ".-1."), good.replacing(".12.", with: "."), String(good.dropLast()),
      good.replacing(".12.", with: ".99999999999999999999."), String(good.dropLast()) + "1",
    ]
    for text in bad { #expect(ChainHead(text) == nil, "\(text)") }
  }

  /// The lines of a chain, the genesis line first.
  private func lines(_ count: Int, behind previous: ChainHead? = nil, name: String = "log") throws -> [String] {
    let writer = ChainWriter([key], name: name)
    writer.begin(behind: previous)
    return try append(count, with: writer)
  }

  private func append(_ count: Int, with writer: ChainWriter) throws -> [String] {
    var sealer = RecordSealer(.fernet(key), form: .line, isChained: true)
    let text = (0..<count).map { "{\"n\":\($0)}\n" }.joined()
    let sealed = Sealed.run(Array(text.utf8), through: &sealer)
    writer.take(sealed.notes.digests)
    let linked = try sealed.output.withUnsafeBufferPointer { try writer.link($0, count: count).text }
    return linked.split(separator: "\n").map(String.init)
  }

  /// What is wrong with lines, and what came out of those before.
  private func check(_ lines: [String], allowsGaps: Bool = false) -> (records: Int, fault: SealingFault?) {
    var opener = RecordOpener(KeyRing([.fernet(other), .fernet(key)]))
    let result = Sealed.run(Array(lines.joined(separator: "\n").utf8), through: &opener)
    var check = SequenceCheck(allowsGaps: allowsGaps)
    var end = 0
    for note in result.notes.lines {
      if case .opened(let line) = note.outcome, let fault = check.check(line) {
        return (result.output[..<end].count { $0 == 0x0A }, .outOfSequence(fault))
      }
      end = note.end
    }
    return (result.output.count { $0 == 0x0A }, (result.failure as? LocatedError<SealingFault>)?.underlying)
  }

  @Test func aChainOpensFromWhereverItStarts() throws {
    let all = try lines(5)
    #expect(all.count == 6)
    for start in all.indices {
      #expect(check(Array(all[start...])) == (6 - max(start, 1), nil))
    }
  }

  @Test func aWriterGoesOnBehindTheLastLine() throws {
    let first = try lines(3)
    let writer = ChainWriter([key], name: "other")
    let head = try Sealed.withBytes(first[3] + "\n") { try writer.resume(behind: $0) }
    #expect(head?.number == 3)
    #expect(check(first + (try append(2, with: writer))) == (5, nil))
    let genesis = ChainWriter([other, key], name: "")
    #expect(try Sealed.withBytes(first[0]) { try genesis.resume(behind: $0) }?.number == 0)
    let foreign = ChainWriter([other], name: "")
    #expect(throws: SealingFault.chainNotAuthentic) {
      try Sealed.withBytes(first[3]) { try foreign.resume(behind: $0) }
    }
    #expect(try Sealed.withBytes("{\"n\":1}") { try foreign.resume(behind: $0) } == nil)
  }

  @Test func whatIsOutOfSequenceIsNamed() throws {
    let a = try lines(4)
    let b = try lines(3)
    let table: [([String], Int, SequenceFault)] = [
      ([a[0], a[1], a[3]], 1, .missing(first: 2, last: 2)),
      ([a[0], a[4]], 0, .missing(first: 1, last: 3)),
      ([a[0], a[1], a[1]], 1, .repeated(number: 1, after: 1)),
      ([a[2], a[1]], 1, .repeated(number: 1, after: 2)),
      ([a[0], a[1], b[2]], 1, .otherChain),
      (a + b, 4, .otherBeginning),
      (a + [a[2].replacing(/,"chain.*/, with: "}")], 4, .noChain),
      ([a[1].replacing(/,"chain.*/, with: "}"), a[2]], 1, .otherChain),
    ]
    for (lines, records, fault) in table { #expect(check(lines) == (records, .outOfSequence(fault))) }
    #expect(check([a[0], a[3], b[2], b[3]], allowsGaps: true) == (3, nil))
    #expect(check([a[3], a[1]], allowsGaps: true).fault == .outOfSequence(.repeated(number: 1, after: 3)))
    // A history that went on twice from one line.
    let one = ChainWriter([key], name: "")
    let two = ChainWriter([key], name: "")
    for writer in [one, two] { _ = try Sealed.withBytes(a[2]) { try writer.resume(behind: $0) } }
    let first = try append(2, with: one)
    let second = try append(2, with: two)
    #expect(check(a[...2] + [first[0], second[1]]) == (3, .outOfSequence(.notLinked)))
  }

  @Test func aChainThatGoesOnWithAnotherNamesItsEnd() throws {
    let a = try lines(4)
    let writer = ChainWriter([key], name: "")
    let head = try #require(try Sealed.withBytes(a[4]) { try writer.resume(behind: $0) })
    let b = try lines(2, behind: head, name: "log \"é\"\n")
    #expect(check(a + b) == (6, nil))
    #expect(check(Array(a[..<4]) + b) == (3, .outOfSequence(.missing(first: 4, last: 4))))
    // The genesis line may know less than there is, never more.
    let early = try #require(try Sealed.withBytes(a[3]) { try writer.resume(behind: $0) })
    #expect(check(a + (try lines(1, behind: early))) == (5, nil))
  }

  @Test func everyFlippedBitOfAChainedLineIsSeen() throws {
    let all = try lines(2)
    for index in all.indices {
      let line = Array(all[index].utf8)
      for place in line.indices {
        for bit in 0..<8 {
          var altered = all.map { Array($0.utf8) }
          altered[index][place] ^= 1 << bit
          let texts = altered.map { String(decoding: $0, as: UTF8.self) }
          // What is no UTF-8 any more is mended by `String`, and altered all the same.
          let result = check(texts)
          #expect(result.fault != nil || texts[index].contains("\n"), "line \(index), byte \(place), bit \(bit)")
          #expect(result.records <= max(index - 1, 0))
        }
      }
    }
  }

  @Test func whatAShipperDoesToALineDoesNotMatter() throws {
    let all = try lines(2)
    let touched = all.map { line in
      "{ \"host\":\"web\", " + line.dropFirst().replacing("\",\"", with: "\" ,\"x\":{\"chain\":1}, \"")
    }
    #expect(check([touched[0], all[1], touched[2]]) == (2, nil))
  }
}
