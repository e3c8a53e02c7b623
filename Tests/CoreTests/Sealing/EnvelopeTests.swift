import Testing

@testable import Core

@Suite struct EnvelopeTests {
  private let key: FernetKey
  private let token: String

  init() throws {
    key = try Sealed.key()
    token = String(decoding: try Sealed.seal(Array("{\"a\":1}".utf8), with: try FernetSealer(key)), as: UTF8.self)
  }

  private func open(
    _ text: String, plainLines: RecordOpener.PlainLines = .error, refusal: RecordOpener.Refusal = .stops,
    maximumAge: Int? = nil
  ) throws -> (text: String, fault: SealingFault?) {
    var worker = RecordOpener(KeyRing([.fernet(key)]), plainLines: plainLines, refusal: refusal, maximumAge: maximumAge)
    let result = Sealed.run(Array(text.utf8), through: &worker)
    let failure = result.failure as? LocatedError<SealingFault>
    return (String(decoding: result.output, as: UTF8.self), failure?.underlying)
  }

  @Test func anObjectMayBeReorderedSpacedAndAddedTo() throws {
    let escaped = token.replacing("=", with: "\\u003d")
    for line in [
      "{\"fernet\":\"\(token)\"}", " { \"fernet\" : \"\(token)\" } ", "\(token)", "  \(token)\t",
      "{\"host\":\"a\",\"fernet\":\"\(token)\",\"n\":[{\"fernet\":\"x\"}]}\r", "{\"fernet\":\"\(escaped)\"}",
      "{\"f\\u0065rnet\":\"\(token)\",\"chained\":\"x\",\"seal\":1}",
    ] {
      #expect(try open(line + "\n") == ("{\"a\":1}\n", nil), "\(line)")
      #expect(try open(line) == ("{\"a\":1}\n", nil), "\(line)")
    }
  }

  @Test func whatIsWrongIsNamed() throws {
    let table: [(String, SealingFault)] = [
      ("{\"fernet\":\"\(token)\",\"fernet\":\"\(token)\"}", .duplicateMember),
      ("{\"fernet\":\"\(token)\",\"f\\u0065rnet\":null}", .duplicateMember),
      ("{\"fernet\":\"\(token)\",\"chain\":\"x\"}", .notAChain), ("{\"fernet\":\"\(token)\",\"chain\":7}", .notAChain),
      ("{\"fernet\":\"\(token)\",\"chain\":\"x\",\"chain\":\"x\"}", .duplicateMember),
      ("{\"seal\":1,\"chain\":\"x\"}", .notSealed),
      ("{\"fernet\":7}", .notCanonical), ("{\"fernet\":{\"fernet\":\"\(token)\"}}", .notCanonical),
      ("{\"fernet\":\"\(token)", .truncated), ("{\"fernet\":\"\(token)\"", .truncated),
      ("\(token.dropLast(3))", .truncated), ("gAAAA", .truncated), ("\(token.dropLast(4))\n", .truncated),
      ("{\"fernet\":\"\(token)\"}}", .notJSON), ("{\"fernet\" \"\(token)\"}", .notJSON),
      ("{\"fernet\":\"\(token.prefix(8))AAAA\(token.dropFirst(12))\"}", .notAuthentic),
      ("{\"fernet\":\"\(token) \"}", .truncated), ("{\"fernet\":\"    \(token)\"}", .notCanonical),
      ("{\"role\":\"user\"}", .notSealed), ("hello", .notSealed), ("[\"\(token)\"]", .notSealed),
    ]
    for (line, fault) in table {
      let result = try open(line + "\n")
      #expect(result == ("", fault), "\(line)")
    }
  }

  @Test func linesBeforeTheFaultAreOpened() throws {
    #expect(try open("\(token)\nhello\n\(token)\n") == ("{\"a\":1}\n", .notSealed))
    #expect(try open("\(token)\nhello\n\(token)\n", refusal: .skips) == ("{\"a\":1}\n{\"a\":1}\n", nil))
  }

  @Test func plainLinesPassWhereTheyMayAndTornOnesNever() throws {
    #expect(try open("{\"b\":2}\nhello\r\n", plainLines: .pass) == ("{\"b\":2}\nhello\r\n", nil))
    #expect(try open("{\"b\":2", plainLines: .pass) == ("", .truncated))
    #expect(try open("\(token.dropLast(9))", plainLines: .pass).fault != nil)
  }

  @Test func everyFlippedBitOfALineIsRefused() throws {
    let line = Array("{\"fernet\":\"\(token)\"}".utf8)
    var worker = RecordOpener(KeyRing([.fernet(key)]))
    for place in line.indices {
      for bit in 0..<8 {
        var altered = line
        altered[place] ^= 1 << bit
        let result = Sealed.run(altered, through: &worker)
        // Two bits make white space, which means nothing, of nothing here: every flip says no.
        #expect(result.failure is LocatedError<SealingFault>)
        #expect(result.output.isEmpty)
      }
    }
  }

  @Test func sealedLinesOpenToTheSameLines() throws {
    let text = "{\"a\":1}\n\n \t\nnot json\r\n\u{2028}\n{\"torn\":"
    for form in Envelope.allCases {
      var sealer = RecordSealer(.fernet(key), form: form)
      let sealed = Sealed.run(Array(text.utf8), through: &sealer)
      #expect(sealed.notes.blankLineCount == 2)
      #expect(sealed.output.count { $0 == 0x0A } == 4)
      let opened = try open(String(decoding: sealed.output, as: UTF8.self))
      #expect(opened == ("{\"a\":1}\nnot json\r\n\u{2028}\n{\"torn\":\n", nil))
    }
  }

  @Test func theAgeLimitFollowsTheSpecification() {
    let now: UInt64 = 1_000_000
    #expect(!RecordAge(sealedAt: now - 60, now: now).exceeds(60))
    #expect(RecordAge(sealedAt: now - 61, now: now).exceeds(60))
    #expect(!RecordAge(sealedAt: now + 60, now: now).isFromTheFuture)
    #expect(RecordAge(sealedAt: now + 61, now: now).isFromTheFuture)
    #expect(RecordAge(sealedAt: .max, now: now).isFromTheFuture)
    #expect(!RecordAge(sealedAt: .max, now: now).exceeds(0))
  }
}
