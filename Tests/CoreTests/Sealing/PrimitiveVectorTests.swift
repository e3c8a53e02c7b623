import Foundation
import Testing

@testable import Core

/// Wycheproof's vectors for what tokens, JWEs and chains are made of: every valid one accepted, every invalid one refused.
@Suite(.enabled(if: TestData.shared != nil, "no shared/testdata beside the project")) struct PrimitiveVectorTests {
  struct GCM: Decodable {
    var tcId: Int
    var key, iv, aad, msg, ct, tag: String
    var result: Wycheproof.Result
  }

  @Test func aesGCM() throws {
    var counts: [Wycheproof.Result: Int] = [:]
    for group in try Wycheproof.groups("aes_gcm_test", of: GCM.self)
    where group.keySize == 256 && group.ivSize == 96 && group.tagSize == 128 {
      for test in group.tests {
        counts[test.result, default: 0] += 1
        let (key, iv, aad) = (bytes(test.key), bytes(test.iv), bytes(test.aad))
        let (message, tag) = (bytes(test.msg), bytes(test.tag))
        let ciphertext = bytes(test.ct)
        let opened = key.withUnsafeBufferPointer { key in
          open(ciphertext, tag: tag, iv: iv, aad: aad, key: key)
        }
        #expect(opened == (test.result == .valid ? message : nil), "\(test.tcId)")
        guard test.result == .valid else { continue }
        let sealer = try key.withUnsafeBufferPointer { try GCMContext(.encrypt, key: $0) }
        var sealed = [UInt8](repeating: 0, count: message.count + 16)
        try message.withUnsafeBufferPointer { message in
          try iv.withUnsafeBufferPointer { iv in
            try aad.withUnsafeBufferPointer { aad in
              try sealed.withUnsafeMutableBufferPointer { room in
                try sealer.seal(message, nonce: iv, associatedData: aad, into: #require(room.baseAddress))
              }
            }
          }
        }
        #expect(sealed == ciphertext + tag, "\(test.tcId)")
      }
    }
    #expect(counts[.valid, default: 0] > 30 && counts[.invalid, default: 0] > 10)
  }

  private func open(_ ciphertext: [UInt8], tag: [UInt8], iv: [UInt8], aad: [UInt8], key: Bytes) -> [UInt8]? {
    guard let context = try? GCMContext(.decrypt, key: key) else { return nil }
    var plaintext = [UInt8](repeating: 0, count: ciphertext.count + 1)
    let isAuthentic = ciphertext.withUnsafeBufferPointer { ciphertext in
      tag.withUnsafeBufferPointer { tag in
        iv.withUnsafeBufferPointer { iv in
          aad.withUnsafeBufferPointer { aad in
            plaintext.withUnsafeMutableBufferPointer { room in
              guard let base = room.baseAddress else { return false }
              return (try? context.open(ciphertext, tag: tag, nonce: iv, associatedData: aad, into: base)) != nil
            }
          }
        }
      }
    }
    return isAuthentic ? Array(plaintext.dropLast()) : nil
  }

  struct Wrap: Decodable {
    var tcId: Int
    var key, msg, ct: String
    var result: Wycheproof.Result
  }

  @Test func aesKeyWrap() throws {
    var counts: [Wycheproof.Result: Int] = [:]
    for group in try Wycheproof.groups("aes_wrap_test", of: Wrap.self) where group.keySize == 256 {
      for test in group.tests {
        counts[test.result, default: 0] += 1
        let made = WrappingKey(Wycheproof.secret(bytes(test.key)))
        let key = try #require(made)
        let unwrapped = bytes(test.ct).withUnsafeBufferPointer { wrapped -> [UInt8]? in
          guard let secret = try? key.unwrap(wrapped) else { return nil }
          return secret.withBytes { Array($0) }
        }
        switch test.result {
        case .valid:
          #expect(unwrapped == bytes(test.msg), "\(test.tcId)")
          let wrapped = try key.wrap(Wycheproof.secret(bytes(test.msg)))
          #expect(wrapped == bytes(test.ct), "\(test.tcId)")
        case .invalid: #expect(unwrapped == nil, "\(test.tcId)")
        case .acceptable: break
        }
      }
    }
    #expect(counts[.valid, default: 0] > 10 && counts[.invalid, default: 0] > 30)
  }

  @Test(arguments: ["ecdh_secp256r1_webcrypto_test", "x25519_jwk_test"]) func agreement(file: String) throws {
    var counts: [String: Int] = [:]
    for group in try Wycheproof.rawGroups(file) {
      for test in group["tests"] as? [[String: Any]] ?? [] {
        let number = test["tcId"] as? Int ?? 0
        let result = test["result"] as? String ?? ""
        counts[result, default: 0] += 1
        let shared = bytes(test["shared"] as? String ?? "")
        let agreed = agree(test["private"], test["public"])
        switch result {
        case "valid": #expect(agreed == shared, "\(number)")
        case "invalid": #expect(agreed == nil, "\(number)")
        // Points off the curve's main group and the like: nothing, or what they say, but no other secret; and never zeros.
        default: #expect((agreed == nil || agreed == shared) && agreed != [UInt8](repeating: 0, count: 32), "\(number)")
        }
      }
    }
    #expect(counts["valid", default: 0] > 200 && counts["invalid", default: 0] > 10)
  }

  private func agree(_ privateKey: Any?, _ publicKey: Any?) -> [UInt8]? {
    guard let privateKey, let publicKey,
      let ours = (try? Wycheproof.text(privateKey))?
        .withUnsafeBufferPointer({ try? JSONWebKeyReader.keys(in: $0).first }),
      case .agreement(let key) = ours.material,
      let theirs = (try? Wycheproof.text(publicKey))?.withUnsafeBufferPointer({ JSONWebKeyReader.publicHalf(in: $0) }),
      let secret = try? key.agree(with: theirs)
    else { return nil }
    return secret.withBytes { Array($0) }
  }

  struct Derivation: Decodable {
    var tcId, size: Int
    var ikm, salt, info, okm: String
    var result: Wycheproof.Result
  }

  /// Those without salt, since a chain key has none.
  @Test func hkdf() throws {
    var count = 0
    for group in try Wycheproof.groups("hkdf_sha256_test", of: Derivation.self) {
      for test in group.tests where test.salt.isEmpty {
        count += 1
        let derived = try bytes(test.info).withUnsafeBufferPointer { info in
          try bytes(test.ikm).withUnsafeBufferPointer { secret in
            let key = try LibCrypto.derivedKey(from: secret, info: info, size: test.size)
            return key.withBytes { Array($0) }
          }
        }
        #expect(derived == bytes(test.okm) && test.result == .valid, "\(test.tcId)")
      }
    }
    #expect(count == 23)
  }

  struct Code: Decodable {
    var tcId: Int
    var key, msg, tag: String
    var result: Wycheproof.Result
  }

  @Test func hmac() throws {
    var counts: [Wycheproof.Result: Int] = [:]
    for group in try Wycheproof.groups("hmac_sha256_test", of: Code.self) {
      for test in group.tests {
        counts[test.result, default: 0] += 1
        let (key, message, tag) = (bytes(test.key), bytes(test.msg), bytes(test.tag))
        let code = message.withUnsafeBufferPointer { HMAC.code(of: $0, key: Wycheproof.secret(key)) }
        // A tag of half the size is the first half, as in a chain.
        #expect((Array(code[..<tag.count]) == tag) == (test.result == .valid), "\(test.tcId)")
        let context = key.withUnsafeBufferPointer { HMAC(key: $0) }
        for size in [message.count, message.count / 2, 1] {
          #expect(try self.code(of: message, inPiecesOf: size, context) == code, "\(test.tcId)")
        }
      }
    }
    #expect(counts[.valid, default: 0] > 50 && counts[.invalid, default: 0] > 100)
  }

  private func code(of message: [UInt8], inPiecesOf size: Int, _ context: HMAC) throws -> [UInt8] {
    context.start()
    for start in stride(from: 0, to: message.count, by: max(size, 1)) {
      message[start..<min(start + max(size, 1), message.count)].withUnsafeBufferPointer { context.update($0) }
    }
    var code = [UInt8](repeating: 0, count: HMAC.size)
    try code.withUnsafeMutableBufferPointer { context.finish(into: try #require($0.baseAddress)) }
    return code
  }

  /// Keys of Wycheproof's JWS part, which are for signing, of RSA, too short, or not on their curve: none seals.
  @Test func keysForOtherUses() throws {
    var count = 0
    for group in try Wycheproof.rawGroups("json_web_key_test") {
      count += 1
      let text = try Wycheproof.text(#require(group["private"]))
      #expect(throws: JSONWebKeyFault.self, "\(group["comment"] ?? "")") {
        try text.withUnsafeBufferPointer { try JSONWebKeyReader.keys(in: $0) }
      }
    }
    #expect(count == 25)
  }

  private func bytes(_ hex: String) -> [UInt8] { Wycheproof.bytes(hex: hex) }
}
