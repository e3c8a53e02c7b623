import Foundation
import Testing

@testable import Core

@Suite struct JWETests {
  static let kinds: [String] = ["oct", "P-256", "X25519"]

  static func key(_ kind: String) throws -> JSONWebKey {
    try JSONWebKey.Curve(rawValue: kind).map { curve throws in try JSONWebKey.makePair(curve) }
      ?? JSONWebKey.makeSymmetric()
  }

  /// One line without its LF.
  static func seal(_ plaintext: [UInt8], with sealer: JWESealer) throws -> [UInt8] {
    let output = ByteBuffer()
    _ = try plaintext.withUnsafeBufferPointer { try sealer.seal($0, into: output) }
    output.append("}")
    return Array(output.bytes)
  }

  /// The plaintext; nil for what is no JWE.
  static func open(_ line: [UInt8], with opener: JWEOpener) throws -> [UInt8]? {
    let output = ByteBuffer()
    let isJWE = try line.withUnsafeBufferPointer { line in
      guard let members = try JWEReader().read(line) else { return false }
      try opener.open(members, into: output)
      return true
    }
    return isJWE ? Array(output.bytes) : nil
  }

  private static func base64URL(_ text: String) -> String {
    let output = ByteBuffer()
    output.appendBase64URL(Array(text.utf8))
    return output.bytes.text
  }

  @Test(arguments: kinds) func whatIsSealedOpensAgain(kind: String) throws {
    let key = try Self.key(kind)
    let sealer = JWESealer(key)
    let opener = JWEOpener([key])
    for size in [0, 1, 2, 3, 15, 16, 17, 31, 32, 33, 4095, 4096, 4097, 65_536, 262_144, 1 << 20] {
      let text = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
      #expect(try Self.open(try Self.seal(text, with: sealer), with: opener) == text, "\(size)")
    }
  }

  @Test(arguments: kinds) func theHeaderSaysNoMoreThanItMust(kind: String) throws {
    let line = try Self.seal([1, 2, 3], with: JWESealer(try Self.key(kind)))
    let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: String])
    #expect(Set(object.keys) == ["protected", "encrypted_key", "iv", "ciphertext", "tag"])
    let text = try #require(object["protected"])
    var header = [UInt8](repeating: 0, count: 1024)
    let size = header.withUnsafeMutableBufferPointer { room in
      Sealed.withBytes(text) { Base64URL.unpadded.decode($0, into: room) }
    }
    let json = Data(header[..<(size ?? 0)])
    let members = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(Set(members.keys) == (kind == "oct" ? ["alg", "enc", "kid"] : ["alg", "enc", "kid", "epk"]))
    #expect(members["enc"] as? String == "A256GCM")
  }

  @Test(arguments: kinds) func everyFlippedBitIsRefused(kind: String) throws {
    let key = try Self.key(kind)
    let line = try Self.seal(Array("{\"a\":1}".utf8), with: JWESealer(key))
    let opener = JWEOpener([key])
    for place in line.indices {
      for bit in 0..<8 {
        var altered = line
        altered[place] ^= 1 << bit
        let opened = try? Self.open(altered, with: opener)
        #expect(opened == nil, "byte \(place), bit \(bit)")
      }
    }
    for size in 0..<line.count { #expect((try? Self.open(Array(line[..<size]), with: opener)) == nil) }
  }

  @Test func noNonceComesTwiceUnderOneContentKey() throws {
    let sealer = JWESealer(try JSONWebKey.makeSymmetric(), linesPerContentKey: 100)
    var seen: Set<String> = []
    var contentKeys: Set<String> = []
    let output = ByteBuffer()
    for _ in 0..<1000 {
      output.removeAll()
      let members = try sealer.seal(Bytes("x"), into: output)
      contentKeys.insert(members.encryptedKey.text)
      seen.insert(members.encryptedKey.text + "." + members.iv.text)
    }
    #expect(seen.count == 1000)
    #expect(contentKeys.count == 10)
  }

  @Test func twoSealersShareNoContentKey() throws {
    let key = try JSONWebKey.makeSymmetric()
    let output = ByteBuffer()
    let first = try JWESealer(key).seal(Bytes("x"), into: output).encryptedKey.text
    #expect(try JWESealer(key).seal(Bytes("x"), into: output).encryptedKey.text != first)
  }

  @Test func afterAForkThereIsAnotherContentKey() throws {
    // Swift hides fork(2), for what a child may do is little; this one only seals.
    let symbol = try #require(dlsym(nil, "fork"))
    let fork = unsafeBitCast(symbol, to: (@convention(c) () -> Int32).self)
    let sealer = JWESealer(try JSONWebKey.makeSymmetric())
    let output = ByteBuffer()
    let before = try sealer.seal(Bytes("x"), into: output).encryptedKey.text
    let child = fork()
    if child == 0 {
      output.removeAll()
      let after = try? sealer.seal(Bytes("x"), into: output).encryptedKey.text
      _exit(after == nil ? 2 : after == before ? 1 : 0)
    }
    var status: Int32 = -1
    #expect(child > 0 && waitpid(child, &status, 0) == child && status == 0)
    output.removeAll()
    #expect(try sealer.seal(Bytes("x"), into: output).encryptedKey.text == before)
  }

  @Test func theMembersThatAreToldAreThoseOfTheLine() throws {
    let sealer = JWESealer(try JSONWebKey.makePair(.p256))
    let output = ByteBuffer()
    output.append("before")
    let told = try sealer.seal(Bytes("record"), into: output)
    let texts = [told.protected, told.encryptedKey, told.iv, told.ciphertext, told.tag].map(\.text)
    output.append("}")
    let read = try #require(try JWEReader().read(output.bytes.slice(6, output.count)))
    #expect([read.protected, read.encryptedKey, read.iv, read.ciphertext, read.tag].map(\.text) == texts)
  }

  @Test func theKeyIDChoosesAndAnotherKeyIsNamedAsUnknown() throws {
    let keys = try Self.kinds.map(Self.key)
    let opener = JWEOpener(keys)
    for key in keys + keys.reversed() {
      #expect(try Self.open(try Self.seal([7], with: JWESealer(key)), with: opener) == [7])
    }
    let foreign = try Self.seal([7], with: JWESealer(try JSONWebKey.makeSymmetric()))
    #expect(throws: SealingFault.jwe(.unknownKey)) { try Self.open(foreign, with: opener) }
    #expect(throws: SealingFault.jwe(.unknownKey)) { try Self.open(foreign, with: JWEOpener([])) }
  }

  @Test func withoutAKeyIDAllKeysOfTheAlgorithmAreTried() throws {
    let keys = try Self.kinds.flatMap { [try Self.key($0), try Self.key($0)] }
      .map { JSONWebKey(id: nil, material: $0.material) }
    let opener = JWEOpener(keys)
    for key in keys { #expect(try Self.open(try Self.seal([7], with: JWESealer(key)), with: opener) == [7]) }
    let foreign = JSONWebKey(id: nil, material: try JSONWebKey.makeSymmetric().material)
    let line = try Self.seal([7], with: JWESealer(foreign))
    #expect(throws: SealingFault.notAuthentic) { try Self.open(line, with: opener) }
  }

  @Test(arguments: ["P-256", "X25519"]) func aPublicKeySealsAndDoesNotOpen(curve: String) throws {
    let key = try Self.key(curve)
    let publicText = try key.text(isPublic: true)
    let publicKeys = try publicText.withBytes { try JSONWebKeyReader.keys(in: $0) }
    let publicKey = try #require(publicKeys.first)
    #expect(!publicKey.isPrivate && key.isPrivate)
    let line = try Self.seal([1, 2], with: JWESealer(publicKey))
    #expect(try Self.open(line, with: JWEOpener([key])) == [1, 2])
    #expect(throws: SealingFault.jwe(.publicKey)) { try Self.open(line, with: JWEOpener([publicKey])) }
  }

  @Test func aJWEMayBeReorderedAndHaveOtherMembers() throws {
    let key = try JSONWebKey.makeSymmetric()
    let line = try Self.seal(Array("x".utf8), with: JWESealer(key))
    var object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    object["host"] = ["name": "a", "list": [1, ["b": 2]]]
    let touched = [UInt8](try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys]))
    #expect(try Self.open(touched, with: JWEOpener([key])) == Array("x".utf8))
  }

  @Test func whatIsNotOursIsRefusedByName() throws {
    let key = try JSONWebKey.makeSymmetric()
    let line = String(decoding: try Self.seal([1], with: JWESealer(key)), as: UTF8.self)
    let protected = try #require(try Sealed.withBytes(line) { try JWEReader().read($0)?.protected.text })
    func with(_ more: String) -> String { line.dropLast() + ",\(more)}" }
    func header(_ text: String) -> String { line.replacing(protected, with: Self.base64URL(text)) }
    let table: [(String, JWEFault)] = [
      (with("\"unprotected\":{}"), .unsupported("unprotected")), (with("\"header\":{}"), .unsupported("header")),
      (with("\"aad\":\"\""), .unsupported("aad")), (with("\"recipients\":[]"), .unsupported("recipients")),
      (with("\"t\\u0061g\":\"\""), .repeatedName), (with("\"a\":{\"b\":1,\"b\":2}"), .repeatedName),
      (line.replacing("\"tag\"", with: "\"tug\""), .missing("tag")),
      (line.replacing("\"protected\"", with: "\"p\""), .missing("protected")),
      (line.replacing("\"ciphertext\"", with: "\"c\""), .missing("ciphertext")),
      (line.replacing("\"iv\":\"", with: "\"iv\":\"="), .malformed("iv")),
      (header(#"{"alg":"A256KW","enc":"A256GCM","zip":"DEF"}"#), .unsupported("zip")),
      (header(#"{"alg":"A256KW","enc":"A256GCM","crit":["exp"]}"#), .unsupported("crit")),
      (header(#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#), .unsupported("alg RSA-OAEP")),
      (header(#"{"alg":"RSA1_5","enc":"A256GCM"}"#), .unsupported("alg RSA1_5")),
      (header(#"{"alg":"PBES2-HS256+A128KW","enc":"A256GCM"}"#), .unsupported("alg PBES2-HS256+A128KW")),
      (header(#"{"alg":"dir","enc":"A256GCM"}"#), .unsupported("alg dir")),
      (header(#"{"alg":"A256KW","enc":"A128GCM"}"#), .unsupported("enc A128GCM")),
      (header(#"{"alg":"hidden","enc":"A256GCM"}"#), .unsupported("this alg")),
      (header(#"{"alg":"ECDH-ES+A256KW","enc":"A256GCM"}"#), .missing("epk")),
      (
        header(#"{"alg":"ECDH-ES+A256KW","enc":"A256GCM","epk":{"kty":"OKP","crv":"X25519","x":""}}"#),
        .notTheKeysAlgorithm("alg ECDH-ES+A256KW")
      ),
      (header(#"{"alg":"A256KW","alg":"A256KW","enc":"A256GCM"}"#), .repeatedName),
      (header(#"{"enc":"A256GCM"}"#), .missing("alg")), (header("[]"), .headerNotJSON), (header("{"), .headerNotJSON),
      (header(#"{"alg":"A256KW","enc":"A256GCM","kid":"other"}"#), .unknownKey),
      (header(#"{"alg":"A256KW","enc":"A256GCM","kid":1}"#), .malformed("kid")),
    ]
    for (text, fault) in table {
      #expect(throws: SealingFault.jwe(fault), "\(fault)") { try Self.open(Array(text.utf8), with: JWEOpener([key])) }
    }
    // The key is right, and the tag covers the header.
    let other = Array(header(#"{"alg":"A256KW","enc":"A256GCM"}"#).utf8)
    #expect(throws: SealingFault.notAuthentic) { try Self.open(other, with: JWEOpener([key])) }
  }

  @Test(arguments: [
    "", "x", "{}", "[1]", #"{"fernet":"gAAAA"}"#, #"{"tag":"v1","iv":1,"protected":true}"#, #"{"a":1,"a":2}"#,
  ])
  func whatIsNoJWEIsLeftToOthers(text: String) throws {
    #expect(try Self.open(Array(text.utf8), with: JWEOpener([])) == nil)
  }
}
