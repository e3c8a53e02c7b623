import Foundation
import Testing

@testable import Core

@Suite struct FernetTests {
  struct Vector: Decodable {
    var desc: String?
    var token: String
    var now: String
    var ttl_sec: Int?
    var iv: [UInt8]?
    var src: String?
    var secret: String

    var time: UInt64 { UInt64(ISO8601DateFormatter().date(from: now)?.timeIntervalSince1970 ?? 0) }
  }

  static func vectors(_ name: String) throws -> [Vector] {
    try JSONDecoder().decode([Vector].self, from: Data(try TestData.shared("fernet/\(name).json")))
  }

  @Test(.enabled(if: TestData.shared != nil, "no shared/testdata beside the project"))
  func theGenerateVectorsComeOutByteForByte() throws {
    for vector in try Self.vectors("fernet_generate") {
      let sealer = try FernetSealer(try Sealed.key(vector.secret))
      let iv = Fernet.IV(try #require(vector.iv))
      let output = ByteBuffer()
      let text = Array(try #require(vector.src).utf8)
      try text.withUnsafeBufferPointer { try sealer.seal($0, time: vector.time, iv: iv, into: output) }
      #expect(output.bytes.text == vector.token)

      let stream = try FernetStream(try Sealed.key(vector.secret), time: vector.time, iv: iv)
      output.removeAll()
      for byte in text { try [byte].withUnsafeBufferPointer { try stream.update($0, into: output) } }
      try stream.finish(into: output)
      #expect(output.bytes.text == vector.token)
    }
  }

  @Test(.enabled(if: TestData.shared != nil, "no shared/testdata beside the project"))
  func theVerifyVectorsOpen() throws {
    for vector in try Self.vectors("fernet_verify") {
      let opener = try FernetOpener([try Sealed.key(vector.secret)])
      let output = ByteBuffer()
      let time = try Sealed.withBytes(vector.token) { try opener.open($0, into: output) }
      #expect(output.bytes.text == vector.src)
      #expect(vector.time - time <= UInt64(try #require(vector.ttl_sec)))
    }
  }

  @Test(.enabled(if: TestData.shared != nil, "no shared/testdata beside the project"))
  func theInvalidVectorsAreRefused() throws {
    for vector in try Self.vectors("fernet_invalid") {
      let opener = try FernetOpener([try Sealed.key(vector.secret)])
      let output = ByteBuffer()
      do {
        let time = try Sealed.withBytes(vector.token) { try opener.open($0, into: output) }
        let age = RecordAge(sealedAt: time, now: vector.time)
        #expect(age.exceeds(try #require(vector.ttl_sec)) || age.isFromTheFuture, "\(vector.desc ?? "")")
      } catch {
        #expect(output.isEmpty)
      }
    }
  }

  @Test(arguments: [0, 1, 15, 16, 17, 31, 32, 33, 4095, 4096, 4097, 262_143, 262_144, 262_145])
  func whatIsSealedOpensAgain(size: Int) throws {
    let text = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let key = try FernetKey()
    let opener = try FernetOpener([key])
    let sealer = try FernetSealer(key)
    let token = try Sealed.seal(text, with: sealer)
    #expect(try Sealed.open(token, with: opener) == text)
    #expect(token.count == Base64URL.encodedSize(Fernet.ciphertextOffset + Fernet.ciphertextSize(size) + 32))
    for step in [1, 7, 48, 1000] where size / step < 10_000 {
      let stream = try FernetStream(key, time: 1)
      let output = ByteBuffer()
      for start in stride(from: 0, to: size, by: step) {
        try Array(text[start..<min(start + step, size)]).withUnsafeBufferPointer {
          try stream.update($0, into: output)
        }
      }
      try stream.finish(into: output)
      #expect(try Sealed.open(Array(output.bytes), with: opener) == text)
    }
  }

  @Test func everyFlippedBitIsRefused() throws {
    let key = try Sealed.key()
    let token = try Sealed.seal(Array("{\"role\":\"user\"}".utf8), with: try FernetSealer(key))
    let opener = try FernetOpener([key])
    for place in token.indices {
      for bit in 0..<8 {
        var altered = token
        altered[place] ^= 1 << bit
        #expect(throws: SealingFault.self) { try Sealed.open(altered, with: opener) }
      }
    }
  }

  @Test func everyTruncationAndEveryExtensionIsRefused() throws {
    let key = try Sealed.key()
    let token = try Sealed.seal(Array("{\"role\":\"user\"}".utf8), with: try FernetSealer(key))
    let opener = try FernetOpener([key])
    for size in 0..<token.count {
      #expect(throws: SealingFault.self) { try Sealed.open(Array(token[..<size]), with: opener) }
      #expect(throws: SealingFault.self) { try Sealed.open(Array(token[(token.count - size)...]), with: opener) }
    }
    #expect(throws: SealingFault.self) { try Sealed.open(token + Array("AAAA".utf8), with: opener) }
    #expect(throws: SealingFault.self) { try Sealed.open(token + Array("\n".utf8), with: opener) }
  }

  @Test func anyOfSeveralKeysOpensAndNoOther() throws {
    let keys = [try FernetKey(), try FernetKey(), try FernetKey()]
    let opener = try FernetOpener(keys)
    for key in keys + keys.reversed() {
      let token = try Sealed.seal([1, 2, 3], with: try FernetSealer(key))
      #expect(try Sealed.open(token, with: opener) == [1, 2, 3])
    }
    let foreign = try Sealed.seal([1], with: try FernetSealer(try FernetKey()))
    #expect(throws: SealingFault.notAuthentic) { try Sealed.open(foreign, with: opener) }
  }

  @Test func noTwoTokensShareAnIV() throws {
    let pool = RandomPool()
    var seen: Set<[UInt8]> = []
    for _ in 0..<2000 {
      let iv = try pool.nextIV()
      seen.insert((0..<16).map { iv[$0] })
    }
    #expect(seen.count == 2000)
  }

  @Test func aRefusedTokenLeavesTheOutputAsItWas() throws {
    let opener = try FernetOpener([try Sealed.key()])
    let output = ByteBuffer()
    output.append("before")
    var token = try Sealed.seal(Array("secret".utf8), with: try FernetSealer(try Sealed.key()))
    token[40] = token[40] == 65 ? 66 : 65
    #expect(throws: SealingFault.notAuthentic) {
      try token.withUnsafeBufferPointer { try opener.open($0, into: output) }
    }
    #expect(output.bytes.text == "before")
  }
}
