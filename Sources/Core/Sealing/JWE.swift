/// A JWE in the flattened JSON serialization (RFC 7516, section 7.2.2), as far as records are sealed so.
///
///     {"protected":"…","encrypted_key":"…","iv":"…","ciphertext":"…","tag":"…","chain":"…"}
///
///     protected       the header: {"alg":…,"enc":"A256GCM","kid":…,"epk":…}
///     encrypted_key   the content key, 32 bytes, wrapped: 40 bytes
///     iv              12 bytes, never twice under one content key
///     ciphertext      as long as the record
///     tag             16 bytes, over the text of `protected` and the ciphertext
///
/// All of them are base64url without padding. `Chain` says what the last member is, which is no part of the JWE.
package enum JWE {
  /// What a line that `seal` wrote begins with.
  static let opening: StaticString = "{\"protected\":\""

  /// The one way in which contents are encrypted.
  static let contentEncryption: StaticString = "A256GCM"

  /// How the content key is sealed; it follows from the key.
  enum Algorithm: CaseIterable, Sendable {
    /// Under a key that both sides have (RFC 7518, section 4.4).
    case wrapping
    /// Under a key agreed upon between a key made for the purpose and the recipient's (RFC 7518, section 4.6).
    case agreement

    var name: StaticString {
      switch self {
      case .wrapping: "A256KW"
      case .agreement: "ECDH-ES+A256KW"
      }
    }
  }

  /// The texts of a JWE's members, where they lie.
  package struct Members {
    package var protected: Bytes
    package var encryptedKey: Bytes
    package var iv: Bytes
    package var ciphertext: Bytes
    package var tag: Bytes
    /// Not of the JWE: its place in a chain.
    package var chain: Bytes?
  }
}

/// Why a JWE is refused. It names only what this program has a name for, and nothing that the record holds.
package enum JWEFault: Equatable, Sendable {
  /// A member or header parameter that a JWE may have and a sealed record may not, by its name.
  case unsupported(String)
  /// A member or header parameter that is needed, by its name.
  case missing(String)
  /// Something else than a string, or than base64url without padding, in a member or header parameter.
  case malformed(String)
  /// Two members or header parameters of one name.
  case repeatedName
  /// The header is not a JSON object.
  case headerNotJSON
  /// An `alg` or `enc` that is not the key's.
  case notTheKeysAlgorithm(String)
  /// No key has the header's `kid`, or there is no JWK at all.
  case unknownKey
  /// The key that it was sealed to is there without its private half.
  case publicKey
  /// It does not say when it was sealed.
  case noTime

  var message: String {
    switch self {
    case .unsupported(let name): "a JWE with \(name), which is not supported"
    case .missing(let name): "a JWE without \(name)"
    case .malformed(let name): "a JWE whose \(name) is malformed"
    case .repeatedName: "a JWE with two members of one name"
    case .headerNotJSON: "a JWE whose header is no JSON object"
    case .notTheKeysAlgorithm(let name): "a JWE with \(name), which is not the key's"
    case .unknownKey: "none of the keys is the one it was sealed with"
    case .publicKey: "the key is a public one, which seals and cannot unseal"
    case .noTime: "a JWE does not say when it was sealed, which --max-age needs"
    }
  }
}

extension JWE {
  /// The names of RFC 7518 for ways to do what we do in one way, so that what is refused can be named without saying
  /// anything that stands in a record.
  static let otherAlgorithms: [StaticString] = [
    "RSA1_5", "RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512", "A128KW", "A192KW", "dir", "ECDH-ES",
    "ECDH-ES+A128KW", "ECDH-ES+A192KW", "A128GCMKW", "A192GCMKW", "A256GCMKW", "PBES2-HS256+A128KW",
    "PBES2-HS384+A192KW", "PBES2-HS512+A256KW",
  ]
  static let otherEncryptions: [StaticString] = [
    "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM",
  ]
}
