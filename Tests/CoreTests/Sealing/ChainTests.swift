import Testing

@testable import Core

@Suite struct ChainTests {
  /// RFC 5869, test case 3: no salt, no info; the first 32 bytes.
  @Test func theKeyIsDerivedAsTheStandardSays() throws {
    var secret = SecretBytes(capacity: 22)
    secret.append { room in
      room.update(repeating: 0x0B)
      return room.count
    }
    let expected = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    try secret.withBytes { bytes in
      let derived = try LibCrypto.derivedKey(from: bytes, info: "")
      #expect(derived.withBytes { $0.map { String(UInt16($0) + 256, radix: 16).suffix(2) }.joined() } == expected)
    }
  }

  @Test func textsAreReadBackAndNothingElseIs() throws {
    var tag = Chain.Tag()
    for place in 0..<16 { tag[place] = UInt8(place * 17) }
    var text = ChainText()
    for number: UInt64 in [0, 9, 10, 1_234_567_890, 999_999_999_999_999_999] {
      let head = ChainHead(id: 0xFEED_FACE_CAFE_BEEF, number: number, tag: tag)
      #expect(ChainHead(head.text) == head)
      // The first has one before it that is not its own.
      let link = ChainLink(head: head, previous: number == 0 ? Chain.Tag() : Chain.previous(tag))
      let buffer = ByteBuffer()
      text.append(link, to: buffer)
      #expect(buffer.bytes.starts(with: Chain.memberPrefix) && buffer.bytes.ends(with: "\""))
      let value = buffer.bytes.slice(Chain.memberPrefix.utf8CodeUnitCount, buffer.count - 1)
      #expect(ChainLink(value) == link)
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

  @Test(arguments: SealedChain.Kind.allCases) func aChainOpensFromWhereverItStarts(_ kind: SealedChain.Kind) throws {
    let chain = try SealedChain(kind)
    let all = try chain.lines(5)
    #expect(all.count == 6)
    let keys = ChainKeys()
    for start in all.indices {
      #expect(chain.check(Array(all[start...]), keys: keys) == (6 - max(start, 1), nil))
    }
  }

  @Test(arguments: [SealedChain.Kind.token, .jwe]) func aWriterGoesOnBehindTheLastLine(
    _ kind: SealedChain.Kind
  ) throws {
    let chain = try SealedChain(kind)
    let first = try chain.lines(3)
    let writer = chain.writer(name: "other")
    #expect(try resume(writer, behind: first[3] + "\n")?.number == 3)
    #expect(chain.check(first + (try chain.append(2, with: writer))) == (5, nil))
    let genesis = ChainWriter(KeyRing([chain.other, chain.key]), name: "")
    #expect(try resume(genesis, behind: first[0])?.number == 0)
    let foreign = ChainWriter(KeyRing([chain.other]), name: "")
    #expect(throws: SealingFault.chainNotAuthentic) { try resume(foreign, behind: first[3]) }
    #expect(try resume(foreign, behind: "{\"n\":1}") == nil)
  }

  /// The line that a writer goes on from, nil if it does not.
  private func resume(_ writer: ChainWriter, behind line: String) throws -> ChainHead? {
    if case .goesOn(let head) = try Sealed.withBytes(line, { try writer.resume(behind: $0) }) { head } else { nil }
  }

  @Test(arguments: SealedChain.Kind.allCases) func whatIsOutOfSequenceIsNamed(_ kind: SealedChain.Kind) throws {
    let chain = try SealedChain(kind)
    let a = try chain.lines(4)
    let b = try chain.lines(3)
    let keys = ChainKeys()
    #expect(chain.check(a, keys: keys) == (4, nil))
    #expect(chain.check(b, keys: keys) == (3, nil))
    let table: [([String], Int, SequenceFault)] = [
      ([a[0], a[1], a[3]], 1, .missing(first: 2, last: 2)),
      ([a[0], a[4]], 0, .missing(first: 1, last: 3)),
      ([a[0], a[1], a[1]], 1, .repeated(number: 1, after: 1)),
      ([a[0], a[1], a[0]], 1, .repeated(number: 0, after: 1)),
      ([a[2], a[1]], 1, .repeated(number: 1, after: 2)),
      ([a[0], a[1], b[2]], 1, .otherChain),
      (a + b, 4, .otherBeginning),
      (a + [a[2].replacing(/,"chain.*/, with: "}")], 4, .noChain),
      ([a[1].replacing(/,"chain.*/, with: "}"), a[2]], 1, .otherChain),
    ]
    for (lines, records, fault) in table {
      #expect(chain.check(lines, keys: keys) == (records, .outOfSequence(fault)))
    }
    #expect(chain.check([a[0], a[3], b[2], b[3]], allowsGaps: true, keys: keys) == (3, nil))
    #expect(
      chain.check([a[3], a[1]], allowsGaps: true, keys: keys).fault == .outOfSequence(.repeated(number: 1, after: 3)))
  }

  @Test(arguments: [SealedChain.Kind.token, .jwe]) func twoHistoriesAreNotLinked(_ kind: SealedChain.Kind) throws {
    let chain = try SealedChain(kind)
    let a = try chain.lines(2)
    let one = chain.writer()
    let two = chain.writer()
    for writer in [one, two] { #expect(try resume(writer, behind: a[2]) != nil) }
    let first = try chain.append(2, with: one)
    let second = try chain.append(2, with: two)
    #expect(chain.check(a + [first[0], second[1]]) == (3, .outOfSequence(.notLinked)))
  }

  @Test(arguments: SealedChain.Kind.allCases) func aChainThatGoesOnWithAnotherNamesItsEnd(
    _ kind: SealedChain.Kind
  ) throws {
    let chain = try SealedChain(kind)
    let a = try chain.lines(4)
    let heads = try a.map { line in try #require(try Sealed.withBytes(line) { try ChainedLine($0) }).link.head }
    let b = try chain.lines(2, behind: heads[4], name: "log \"é\"\n")
    #expect(chain.check(a + b) == (6, nil))
    #expect(chain.check(Array(a[..<4]) + b) == (3, .outOfSequence(.missing(first: 4, last: 4))))
    // The genesis line may know less than there is, never more.
    #expect(chain.check(a + (try chain.lines(1, behind: heads[3]))) == (5, nil))
  }

  @Test(arguments: SealedChain.Kind.allCases) func everyFlippedBitOfAChainedLineIsSeen(
    _ kind: SealedChain.Kind
  ) throws {
    let chain = try SealedChain(kind)
    let all = try chain.lines(2).map { Array($0.utf8) }
    for index in all.indices {
      for place in all[index].indices {
        // All bits of the places that the chain has, one of the others: opening a content key takes its time.
        for bit in place > all[index].count - 80 ? Array(0..<8) : [place % 8] {
          var altered = all
          altered[index][place] ^= 1 << bit
          let result = chain.check(altered)
          #expect(
            result.fault != nil || altered[index].contains(0x0A), "line \(index), byte \(place), bit \(bit)")
          #expect(result.records <= max(index - 1, 0))
        }
      }
    }
  }

  @Test(arguments: SealedChain.Kind.allCases) func whatAShipperDoesToALineDoesNotMatter(
    _ kind: SealedChain.Kind
  ) throws {
    let chain = try SealedChain(kind)
    let all = try chain.lines(2)
    let touched = all.map { line in
      "{ \"host\":\"web\", " + line.dropFirst().replacing("\",\"chain", with: "\" ,\"x\":{\"y\":1}, \"chain")
    }
    #expect(chain.check([touched[0], all[1], touched[2]]) == (2, nil))
  }
}
