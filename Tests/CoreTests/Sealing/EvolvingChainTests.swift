import Testing

@testable import Core

@Suite struct EvolvingChainTests {
  private let chain: SealedChain

  init() throws {
    chain = try SealedChain(.evolving)
  }

  /// K_1 of a key of zeros, and K_2, as Python's hmac has them.
  @Test func theKeyEvolvesAsItIsWrittenDown() {
    let zeros = [UInt8](repeating: 0, count: 32)
    let key = EvolvingKey(zeros.withUnsafeBufferPointer(ChainSecret.init(copying:)), number: 0)
    var texts: [String] = []
    for _ in 0..<2 {
      key.evolve()
      let text = ByteBuffer()
      key.secret.append(to: text)
      texts.append(text.bytes.text)
    }
    #expect(texts == ["ito_1ucgHtNyXEu-gsziAFGW4ijDZZfoL8vnAC6fIcY", "svX87q7gBXapRRzXWVaY3lPt1ji5WyKwsAsDdTnB9Y0"])
    #expect(key.number == 2)
    #expect(key.evolve(to: 1) == false)
    #expect(key.evolve(to: Chain.largestEvolvingChain) == false)
    #expect(key.number == 2)
  }

  @Test func withoutItsFirstLineAChainProvesNothing() throws {
    let all = try chain.lines(3)
    #expect(chain.check(Array(all[1...])) == (0, .noChainKey))
    #expect(chain.check([all[2]], allowsGaps: true) == (0, .noChainKey))
    #expect(chain.check([all[0], all[2]], allowsGaps: true) == (1, nil))
    // A line of one that is not there does not come out, though one is there.
    #expect(chain.check([all[0], try chain.lines(1)[1]], allowsGaps: true) == (0, .noChainKey))
  }

  @Test func whoHasThePublicKeyCannotGoOnWithAChain() throws {
    let all = try chain.lines(3)
    let head = try #require(try Sealed.withBytes(all[3]) { try ChainedLine($0) }).link.head
    // Another's chain with the same id, whose lines have the right numbers and name the right line before.
    let forged = try chain.lines(4)
    let forgedID = try #require(try Sealed.withBytes(forged[0]) { try ChainedLine($0) }).link.head.id
    let renamed = forged.map { $0.replacing(Chain.text(ofID: forgedID), with: Chain.text(ofID: head.id)) }
    #expect(chain.check(all + [renamed[4]]) == (3, .chainNotAuthentic))
    #expect(chain.check(all + [renamed[0]]) == (3, .chainNotAuthentic))
    // With a number so large that nobody wants to get there.
    for number in ["4294967296", "1048576", "9999999999999999999"] {
      let far = all[3].replacing("\(Chain.text(ofID: head.id)).3.", with: "\(Chain.text(ofID: head.id)).\(number).")
      #expect(chain.check(Array(all[..<3]) + [far], allowsGaps: true) == (2, .chainNotAuthentic))
    }
  }

  @Test func aChainOfTheOtherKindIsAnotherEvenWithItsID() throws {
    let tokens = try SealedChain(.token)
    let all = try tokens.lines(1)
    let link = try #require(try Sealed.withBytes(all[1]) { try ChainedLine($0) }).link
    var check = SequenceCheck(allowsGaps: true)
    #expect(check.check(.chained(link, nil, isEvolving: false)) == nil)
    var next = link
    next.head.number += 1
    next.previous = Chain.previous(link.head.tag)
    #expect(check.check(.chained(next, nil, isEvolving: true)) == .otherChain)
    #expect(check.check(.chained(next, nil, isEvolving: false)) == nil)
  }

  @Test func aWriterGoesOnWithTheRecordedKeyAndNoOther() throws {
    let writer = chain.writer()
    let first = try chain.append(2, with: writer)
    let recorded = HeadFile(head: try #require(writer.head), size: 0, key: writer.nextKey)
    let second = try chain.append(2, with: writer)
    // The head file may be behind.
    let next = chain.writer()
    guard case .goesOn(let head) = try resume(next, behind: second[1], recorded) else {
      Issue.record("ends")
      return
    }
    #expect(head == writer.head)
    #expect(chain.check(first + second + (try chain.append(1, with: next))) == (5, nil))
    // It may not be ahead, of another chain, of another key or without one.
    let other = chain.writer()
    _ = try chain.append(2, with: other)
    let useless = [
      nil, HeadFile(head: try #require(writer.head), size: 0, key: writer.nextKey),
      HeadFile(head: try #require(other.head), size: 0, key: other.nextKey),
      HeadFile(head: recorded.head, size: 0, key: other.nextKey), HeadFile(head: recorded.head, size: 0),
    ]
    for file in useless {
      let writer = chain.writer()
      guard case .ends(let last, let isKeyLost) = try resume(writer, behind: second[0], file) else {
        Issue.record("goes on")
        continue
      }
      #expect(isKeyLost)
      writer.begin(behind: last)
      #expect(chain.check(first + [second[0]] + (try chain.append(1, with: writer))) == (4, nil))
    }
  }

  private func resume(
    _ writer: ChainWriter, behind line: String, _ recorded: HeadFile?
  ) throws -> ChainWriter.Resumption {
    try Sealed.withBytes(line) { try writer.resume(behind: $0, recorded: recorded) }
  }

  @Test func whereAReaderGoesNoFurtherAnotherChainBegins() throws {
    let writer = ChainWriter(KeyRing([chain.key]), name: "", largestEvolvingChain: 4)
    let all = try chain.append(5, with: writer) + chain.append(3, with: writer)
    let numbers = try all.map { line in
      try #require(try Sealed.withBytes(line) { try ChainedLine($0) }).link.head.number
    }
    #expect(numbers == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2])
    #expect(chain.check(all) == (8, nil))
    #expect(chain.check(Array(all[..<3]) + all[4...]).fault == .outOfSequence(.missing(first: 3, last: 3)))
  }

  @Test func aGenesisLineWithoutAKeyBeginsNothing() throws {
    let previous = ChainHead(id: 1, number: 2, tag: Chain.Tag(repeating: 3))
    let secret = try ChainSecret()
    for (genesis, hasKey) in [
      (Genesis(name: "log", previous: previous, key: secret), true), (Genesis(name: "", previous: nil), false),
    ] {
      let text = ByteBuffer()
      genesis.append(to: text)
      #expect(text.count < genesis.largestSize)
      let read = try #require(Genesis.read(text.bytes))
      #expect(read.name == genesis.name)
      #expect(read.previous == genesis.previous)
      #expect((read.key != nil) == hasKey)
    }
    for key in ["1", "\"\"", "\"AAAA\"", "null", "{}"] {
      #expect(Sealed.withBytes("{\"seal\":1,\"name\":\"\",\"key\":\(key)}\n") { Genesis.read($0) } == nil)
    }
  }
}
