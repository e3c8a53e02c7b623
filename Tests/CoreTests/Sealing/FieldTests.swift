import Testing

@testable import Core

@Suite struct FieldTests {
  private let keys: KeyRing

  init() throws {
    keys = KeyRing([.fernet(try Sealed.key()), .web(try JSONWebKey.makeSymmetric())])
  }

  private func seal(_ text: [UInt8], _ pointers: [PointerPattern], with key: SealingKey) -> [UInt8] {
    var sealer = FieldSealer(key, fields: pointers)
    let sealed = Sealed.run(text, through: &sealer)
    #expect(sealed.failure == nil)
    return sealed.output
  }

  private func open(
    _ text: [UInt8], _ pointers: [PointerPattern], plainLines: RecordOpener.PlainLines = .error,
    refusal: RecordOpener.Refusal = .stops
  ) -> (output: [UInt8], fault: SealingFault?) {
    var opener = FieldOpener(RecordOpener(keys, plainLines: plainLines, refusal: refusal), fields: pointers)
    let opened = Sealed.run(text, through: &opener)
    return (opened.output, (opened.failure as? LocatedError<SealingFault>)?.underlying)
  }

  private var sealingKeys: [SealingKey] { keys.fernet.map(SealingKey.fernet) + keys.web.map(SealingKey.web) }

  @Test func whatWasSealedInPlaceIsOpenedInPlaceByteForByte() throws {
    for seed in 0..<600 {
      var random = RandomRecord(seed: UInt64(seed))
      let lines = Array(((0..<3).map { _ in random.record() }.joined(separator: "\n") + "\n").utf8)
      let pointers = try random.pointers()
      for key in sealingKeys {
        let sealed = seal(lines, pointers, with: key)
        let opened = open(sealed, pointers)
        #expect(opened.output == lines && opened.fault == nil, "\(String(decoding: lines, as: UTF8.self)) \(pointers)")
      }
    }
  }

  @Test func everyOtherByteIsKept() throws {
    for seed in 0..<600 {
      var random = RandomRecord(seed: UInt64(seed))
      let record = Array(random.record().utf8)
      let pointers = try random.pointers()
      let sealed = seal(record, pointers, with: sealingKeys[seed % 2])
      let finder = ValueFinder(pointers)
      /// What is outside of the values.
      func rest(_ text: ArraySlice<UInt8>) throws -> [ArraySlice<UInt8>] {
        let text = Array(text)
        try text.withUnsafeBufferPointer { try finder.read($0) }
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        for place in finder.places {
          parts.append(text[start..<place.lowerBound])
          start = place.upperBound
        }
        return parts + [text[start...]]
      }
      #expect(try rest(sealed.dropLast()) == rest(record[...]))
      var scanner = JSONScanner()
      #expect(sealed.withUnsafeBufferPointer { scanner.accepts($0) })
    }
  }

  @Test func noBitOfASealedValueCanBeFlipped() throws {
    let pointers = [try PointerPattern("/a")]
    for key in sealingKeys {
      let sealed = seal(Array("{\"b\":1,\"a\":[\"x\"]}".utf8), pointers, with: key)
      let end = sealed.count - 2
      for place in 11..<end {
        for bit in 0..<8 {
          var changed = sealed
          changed[place] ^= 1 << UInt8(bit)
          guard changed[place] != 0x0A else { continue }
          let opened = open(changed, pointers)
          #expect(opened.output.isEmpty && opened.fault != nil, "\(place) \(bit)")
        }
      }
    }
  }

  @Test func onlyWhatWasSealedAsAValueIsPutInARecord() throws {
    let pointers = [try PointerPattern("/a")]
    let key = try #require(keys.fernet.first)
    for text in ["", " 1", "1 ", "1,2", "{}\n", "[1\n]", "{", "x", "\u{FEFF}1", "1\r"] {
      let token = String(decoding: try Sealed.seal(Array(text.utf8), with: try FernetSealer(key)), as: UTF8.self)
      let opened = open(Array("{\"a\":{\"fernet\":\"\(token)\"}}".utf8), pointers)
      #expect(opened.output.isEmpty && opened.fault == .notAValue, "\(text)")
    }
    let token = String(decoding: try Sealed.seal(Array("[1\r]".utf8), with: try FernetSealer(key)), as: UTF8.self)
    #expect(open(Array("{\"a\":{\"fernet\":\"\(token)\"}}".utf8), pointers).output == Array("{\"a\":[1\r]}\n".utf8))
    #expect(open(Array("{\"a\":{\"fernet\":\"\(token)\",\"chain\":\"x\"}}".utf8), pointers).fault == .notAValue)
    #expect(open(Array("{\"a\":{\"fernet\":\"\(token)\",\"fernet\":1}}".utf8), pointers).fault == .duplicateMember)
    #expect(open(Array("{\"a\":\"\(token)\"}".utf8), pointers).fault == .notSealed)
  }

  @Test func aRecordIsAsOldAsTheOldestOfItsValues() throws {
    let key = try #require(keys.fernet.first)
    let sealer = try FernetSealer(key)
    func token(_ time: UInt64) throws -> String {
      let output = ByteBuffer()
      try sealer.seal(Bytes("1"), time: time, into: output)
      return output.bytes.text
    }
    let now = UInt64(clamping: Clock.unixSeconds)
    let pointers = [try PointerPattern("/a")]
    let (old, new) = (try token(1_700_000_000), try token(now))
    func run(_ values: [String]) -> (output: [UInt8], tooOldCount: Int, failure: (any Error)?) {
      let record = "{" + values.map { "\"a\":{\"fernet\":\"\($0)\"}" }.joined(separator: ",") + "}"
      var opener = FieldOpener(RecordOpener(keys, maximumAge: 60), fields: pointers)
      let opened = Sealed.run(Array(record.utf8), through: &opener)
      return (opened.output, opened.notes.tooOldCount, opened.failure)
    }
    #expect(run([new, new]).output == Array("{\"a\":1,\"a\":1}\n".utf8))
    #expect(run([old, new]).output.isEmpty && run([old, new]).tooOldCount == 1 && run([new, old]).tooOldCount == 1)
    #expect(run([old, "A" + new.dropFirst()]).failure != nil)
  }

  @Test func aRecordLeavesWhollyOpenedOrNotAtAll() throws {
    let pointers = try ["/a", "/b"].map(PointerPattern.init)
    let lines = "{\"a\":1,\"b\":2}\n"
    let sealed = String(decoding: seal(Array(lines.utf8), pointers, with: sealingKeys[0]), as: UTF8.self)
    let broken = sealed.replacing("\"}}", with: "A\"}}")
    #expect(open(Array(broken.utf8), pointers).output.isEmpty)
    #expect(open(Array((broken + sealed).utf8), pointers, refusal: .skips).output == Array(lines.utf8))
    #expect(
      open(Array("{\"a\":1,\"b\":{}}".utf8), pointers, plainLines: .pass).output == Array("{\"a\":1,\"b\":{}}\n".utf8))
    #expect(open(Array("{\"a\":".utf8), pointers, plainLines: .pass).fault == .truncated)
    #expect(open(Array("nil".utf8), pointers, plainLines: .pass).fault == .notJSON)
  }
}
