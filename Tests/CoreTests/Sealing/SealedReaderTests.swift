import Foundation
import Testing

@testable import Core

@Suite struct SealedReaderTests {
  private let reader = SealedReader()

  private func read(_ line: String) throws -> SequenceCheck.Line {
    try Sealed.withBytes(line) { try reader.read($0) }
  }

  /// What is wrong with a line, nil if nothing is.
  private func fault(_ line: String) -> SealingFault? {
    do {
      _ = try read(line)
      return nil
    } catch {
      return error as? SealingFault
    }
  }

  private static let token =
    "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA=="
  private static let link = "kY0WbuPl2Ic.3.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA"

  @Test func eachFormIsRead() throws {
    for line in [
      Self.token, " \(Self.token)\r", "{\"fernet\":\"\(Self.token)\"}", "{ \"x\":1,\"fernet\" : \"\(Self.token)\" }",
    ] {
      guard case .unchained = try read(line) else { return #expect(Bool(false), "\(line)") }
    }
    guard case .claimed(let link) = try read("{\"chain\":\"\(Self.link)\",\"fernet\":\"\(Self.token)\"}") else {
      return #expect(Bool(false))
    }
    #expect(link.head.number == 3)
  }

  @Test func whatIsWrongIsSeenWithoutAKey() {
    let short = String(Self.token.prefix(96))
    for (line, fault): (String, SealingFault) in [
      ("{}", .notSealed), ("plain", .notSealed), ("{\"fernet\":1}", .notCanonical), ("[]", .notSealed),
      ("{\"fernet\":\"\(Self.token)", .truncated), ("{\"fernet\" \"\"}", .notJSON), ("gAAAA", .truncated),
      (String(Self.token.dropLast()), .truncated), (Self.token.replacing("DA==", with: "DB=="), .notCanonical),
      (Self.token.replacing("_", with: "/"), .notCanonical), (short + "AAAAAAAA", .notAToken),
      (String(short.prefix(88)), .truncated),
      ("{\"fernet\":\"h\(Self.token.dropFirst())\"}", .notAToken),
      ("{\"fernet\":\"\(Self.token)\",\"fernet\":\"\"}", .duplicateMember),
      ("{\"fernet\":\"\(Self.token)\",\"chain\":\"\(Self.link)A\"}", .notAChain),
      ("{\"fernet\":\"\(Self.token)\",\"chain\":3}", .notAChain),
      ("{\"ciphertext\":\"\"}", .jwe(.missing("protected"))),
    ] {
      #expect(self.fault(line) == fault, "\(line)")
    }
  }

  @Test func whatOpensIsReadToo() throws {
    let key = try FernetKey()
    let web = try [JSONWebKey.makeSymmetric(), .makePair(.p256), .makePair(.x25519)]
    for key in [SealingKey.fernet(key)] + web.map(SealingKey.web) {
      var sealer = RecordSealer(key, form: .line)
      for line in ["1", "", "{\"a\":\"\(String(repeating: "x", count: 3000))\"}"] {
        let sealed = Sealed.run(Array("\(line)x\n".utf8), through: &sealer)
        guard case .unchained = try read(String(decoding: sealed.output, as: UTF8.self)) else {
          return #expect(Bool(false))
        }
      }
    }
  }

  @Test func aHeaderAndAWrappedKeyAreLookedInto() throws {
    var sealer = RecordSealer(.web(try JSONWebKey.makeSymmetric()), form: .line)
    let line = String(decoding: Sealed.run(Array("x\n".utf8), through: &sealer).output.dropLast(), as: UTF8.self)
    _ = try read(line)
    #expect(fault(line.replacing("\"protected\":\"", with: "\"protected\":\"AAAA")) == .jwe(.headerNotJSON))
    #expect(
      fault(line.replacing("\"encrypted_key\":\"", with: "\"encrypted_key\":\"AAAA"))
        == .jwe(.malformed("encrypted_key")))
    #expect(fault(line.replacing("\"iv\":\"", with: "\"iv\":\"AAAA")) == .jwe(.malformed("iv")))
    #expect(fault(line.replacing("\"}", with: "=\"}")) == .jwe(.malformed("tag")))
  }

  @Test func claimedPlacesAreHeldToTheirNumbersAndLinks() {
    func link(_ id: UInt64, _ number: UInt64, after previous: UInt8) -> SequenceCheck.Line {
      func tag(_ byte: UInt8) -> Chain.Tag { Chain.Tag(repeating: byte) }
      let head = ChainHead(id: id, number: number, tag: tag(UInt8(number) + 100))
      return .claimed(ChainLink(head: head, previous: Chain.previous(tag(previous))))
    }
    func faults(_ lines: [SequenceCheck.Line]) -> [SequenceFault?] {
      var check = SequenceCheck(allowsGaps: false)
      return lines.map { check.check($0) }
    }
    #expect(faults([link(1, 0, after: 0), link(1, 1, after: 100), link(1, 2, after: 101)]) == [nil, nil, nil])
    #expect(faults([link(1, 5, after: 0), link(1, 6, after: 105)]) == [nil, nil])
    #expect(faults([link(1, 0, after: 0), link(1, 1, after: 99)]) == [nil, .notLinked])
    #expect(faults([link(1, 0, after: 0), link(1, 2, after: 101)]) == [nil, .missing(first: 1, last: 1)])
    #expect(faults([link(1, 1, after: 0), link(1, 1, after: 0)]) == [nil, .repeated(number: 1, after: 1)])
    #expect(faults([link(1, 1, after: 0), link(2, 2, after: 101)]) == [nil, .otherChain])
    #expect(faults([link(1, 1, after: 0), link(2, 0, after: 101), link(2, 1, after: 100)]) == [nil, nil, nil])
    #expect(faults([link(1, 1, after: 0), link(2, 0, after: 0)]) == [nil, .otherBeginning])
    #expect(faults([link(1, 1, after: 0), .unchained]) == [nil, .noChain])
    #expect(faults([.unchained, link(1, 0, after: 0), link(1, 1, after: 100)]) == [nil, nil, nil])
    #expect(faults([.unchained, link(1, 1, after: 0)]) == [nil, .otherChain])
  }

  @Test func everyRuleHasItsNameAndItsWords() throws {
    let rules = SealedRule.allCases
    #expect(Set(rules.map(\.message)).count == rules.count)
    let page = try String(contentsOf: TestData.root.appendingPathComponent("man/validate.1"), encoding: .utf8)
    let listed = page.split(separator: "\n").filter { $0.hasPrefix(".It Cm sealed/") }.map { $0.dropFirst(7) }
    #expect(listed.map(String.init) == rules.map(\.rawValue))
    for rule in rules {
      #expect(rule.rawValue.hasPrefix("sealed/"))
      #expect(rule.message.first?.isUppercase == false && rule.message.last != ".")
    }
  }
}
