import Foundation

@testable import Core

/// The vectors of C2SP's Wycheproof, as far as we use what they are for.
enum Wycheproof {
  struct File<Test: Decodable>: Decodable {
    var testGroups: [Group<Test>]
  }

  struct Group<Test: Decodable>: Decodable {
    var keySize: Int?
    var ivSize: Int?
    var tagSize: Int?
    var tests: [Test]
  }

  enum Result: String, Decodable {
    case valid, invalid, acceptable
  }

  static func groups<Test: Decodable>(_ name: String, of type: Test.Type) throws -> [Group<Test>] {
    try JSONDecoder().decode(File<Test>.self, from: Data(try TestData.shared("wycheproof/\(name).json"))).testGroups
  }

  /// The JSON text of something in a vector file that is to be read by our own reader.
  static func text(_ value: Any) throws -> [UInt8] {
    [UInt8](try JSONSerialization.data(withJSONObject: value))
  }

  /// The groups as dictionaries, for what has no fixed shape.
  static func rawGroups(_ name: String) throws -> [[String: Any]] {
    let file = try JSONSerialization.jsonObject(with: Data(try TestData.shared("wycheproof/\(name).json")))
    return (file as? [String: Any])?["testGroups"] as? [[String: Any]] ?? []
  }

  static func bytes(hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }

  static func secret(_ bytes: [UInt8]) -> SecretBytes {
    var secret = SecretBytes(capacity: bytes.count)
    secret.append { room in
      for (place, byte) in bytes.enumerated() { room[place] = byte }
      return bytes.count
    }
    return secret
  }
}
