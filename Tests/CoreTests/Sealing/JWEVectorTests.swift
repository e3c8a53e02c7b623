import Foundation
import Testing

@testable import Core

/// Other people's JWEs: those of our algorithms open, every other is refused, and what is only of another algorithm is
/// refused by its name.
@Suite(.enabled(if: TestData.shared != nil, "no shared/testdata beside the project")) struct JWEVectorTests {
  private static let ours: Set<String> = ["A256KW A256GCM", "ECDH-ES+A256KW A256GCM"]

  @Test func wycheproof() throws {
    var accepted = 0
    var refused = 0
    for group in try Wycheproof.rawGroups("json_web_encryption_test") {
      let keyText = try text(try #require(group["private"]))
      for test in group["tests"] as? [[String: Any]] ?? [] {
        let number = test["tcId"] as? Int ?? 0
        let jwe = test["jwe"] ?? ""
        let outcome = Outcome(of: try line(jwe), keys: keyText)
        if test["result"] as? String == "valid", let kind = kind(jwe), Self.ours.contains(kind) {
          accepted += 1
          #expect(outcome == .opened(Wycheproof.bytes(hex: test["pt"] as? String ?? "")), "\(number)")
        } else {
          refused += 1
          #expect(outcome.isRefusal, "\(number): \(outcome)")
          if test["result"] as? String == "valid" { #expect(outcome.isByName, "\(number): \(outcome)") }
        }
      }
    }
    #expect(accepted == 2 && refused > 120)
  }

  /// Keys used with a cipher that they are not for, which some libraries accept: also under a key that would fit.
  @Test func aKeyIsUsedForItsOwnAlgorithmOnly() throws {
    var count = 0
    for group in try Wycheproof.rawGroups("json_web_encryption_test") {
      for test in group["tests"] as? [[String: Any]] ?? [] {
        guard let number = test["tcId"] as? Int, (106...111).contains(number) else { continue }
        count += 1
        var key = try #require(JSONSerialization.jsonObject(with: Data(text(group["private"] ?? ""))) as? [String: Any])
        let jwe = try line(test["jwe"] ?? "")
        #expect(Outcome(of: jwe, keys: try text(key)).isByName, "\(number)")
        guard (key["k"] as? String)?.count == 43 else { continue }
        key["alg"] = "A256KW"
        #expect(Outcome(of: jwe, keys: try text(key)).isByName, "\(number)")
      }
    }
    #expect(count == 6)
  }

  /// None of the cookbook's examples has our algorithms: each is refused, for what its key or its header says.
  @Test func theCookbook() throws {
    let folder = try #require(TestData.shared).appendingPathComponent("rfc7520/jwe")
    var faults: [String: Outcome] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      let example = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let input = try #require(example["input"] as? [String: Any])
      let output = try #require(example["output"] as? [String: Any])
      let number = String(name.prefix { $0 != "." })
      let jwe = output["json_flat"] ?? output["json"] ?? output["compact"] ?? ""
      let keys: Any = (input["key"] as? [[String: Any]]).map { ["keys": $0] } ?? input["key"] ?? [:]
      faults[number] = Outcome(of: try line(jwe), keys: try text(keys))
      // Their headers, under a key of ours: by name too.
      let fitting: [String: Any] = ["kty": "oct", "alg": "A256KW", "k": String(repeating: "A", count: 43)]
      let outcome = Outcome(of: try line(jwe), keys: try text(fitting))
      #expect(outcome.isByName, "\(name): \(outcome)")
    }
    #expect(faults.count == 13)
    // A password is no key.
    #expect(faults.removeValue(forKey: "5_3") == .keyRefused(.missing("kty")))
    for (name, outcome) in faults { #expect(outcome.isByName, "\(name): \(outcome)") }
    #expect(faults["5_1"] == .keyRefused(.unsupported("kty RSA")))
    #expect(faults["5_2"] == .keyRefused(.unsupported("kty RSA")))
    #expect(faults["5_4"] == .keyRefused(.unsupported("crv P-384")))
    #expect(faults["5_8"] == .keyRefused(.unsupported("alg A128KW")))
  }

  @Test func theCookbooksKeys() throws {
    let table: [(String, JSONWebKeyFault)] = [
      ("3_1.ec_public_key", .notForSealing("use")), ("3_2.ec_private_key", .notForSealing("use")),
      ("3_3.rsa_public_key", .notForSealing("use")), ("3_4.rsa_private_key", .notForSealing("use")),
      ("3_5.symmetric_key_mac_computation", .notForSealing("use")),
      ("3_6.symmetric_key_encryption", .unsupported("alg A256GCM")),
    ]
    for (name, fault) in table {
      let text = try TestData.shared("rfc7520/jwk/\(name).json")
      #expect(Outcome(of: [], keys: text) == .keyRefused(fault), "\(name)")
    }
  }

  private func text(_ value: Any) throws -> [UInt8] {
    if let text = value as? String { return Array(text.utf8) }
    return try Wycheproof.text(value)
  }

  /// A JWE in the form that we read: the compact one becomes the flattened one, of which it is a spelling.
  private func line(_ jwe: Any) throws -> [UInt8] {
    guard let compact = jwe as? String, !compact.hasPrefix("{") else { return try text(jwe) }
    let names = ["protected", "encrypted_key", "iv", "ciphertext", "tag"]
    let parts = compact.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= names.count else { return Array(compact.utf8) }
    return try Wycheproof.text(Dictionary(uniqueKeysWithValues: zip(names, parts)))
  }

  /// Its `alg` and `enc`.
  private func kind(_ jwe: Any) -> String? {
    guard let first = (jwe as? String)?.split(separator: ".").first else { return nil }
    var text = first.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    text += String(repeating: "=", count: (4 - text.count % 4) % 4)
    guard let data = Data(base64Encoded: text),
      let header = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return nil }
    return "\(header["alg"] ?? "") \(header["enc"] ?? "")"
  }
}

private enum Outcome: Equatable {
  case opened([UInt8])
  case notAJWE
  case refused(SealingFault)
  case keyRefused(JSONWebKeyFault)

  init(of line: [UInt8], keys text: [UInt8]) {
    do {
      let keys = try text.withUnsafeBufferPointer { try JSONWebKeyReader.keys(in: $0) }
      self = try JWETests.open(line, with: JWEOpener(keys)).map(Outcome.opened) ?? .notAJWE
    } catch let fault as JSONWebKeyFault {
      self = .keyRefused(fault)
    } catch {
      self = .refused(error as? SealingFault ?? .libraryFailed)
    }
  }

  var isRefusal: Bool {
    if case .opened = self { return false }
    return true
  }

  /// Refused for what the key or the header says, and not because something does not fit.
  var isByName: Bool {
    switch self {
    case .refused(.jwe(.unsupported)), .keyRefused(.unsupported): true
    // Members of the general serialization and of additional data, before any header is looked at.
    case .refused(.jwe(.missing("protected"))), .refused(.jwe(.missing("encrypted_key"))): true
    default: false
    }
  }
}
