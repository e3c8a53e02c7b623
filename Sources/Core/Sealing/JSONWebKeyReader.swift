/// Reads a JWK or a JWK Set (RFC 7517), strictly: every key of a set must be one that seals or unseals records, for one that
/// is passed over in silence might be the one that somebody relies on.
enum JSONWebKeyReader {
  private enum Name: Int, MemberName {
    case keys, keyType, use, operations, algorithm, id, curve, x, y, d, k

    var text: StaticString {
      switch self {
      case .keys: "keys"
      case .keyType: "kty"
      case .use: "use"
      case .operations: "key_ops"
      case .algorithm: "alg"
      case .id: "kid"
      case .curve: "crv"
      case .x: "x"
      case .y: "y"
      case .d: "d"
      case .k: "k"
      }
    }
  }

  /// Reads the keys of a text, at least one, in their order.
  static func keys(in text: Bytes) throws(JSONWebKeyFault) -> [JSONWebKey] {
    let members = try members(of: text)
    guard members.has(.keys) else { return [try key(members)] }
    guard let objects = members.objects(.keys) else { throw .malformed("keys") }
    guard !objects.isEmpty else { throw .emptySet }
    var keys: [JSONWebKey] = []
    for object in objects {
      let key = try key(self.members(of: object))
      if let id = key.id, keys.contains(where: { $0.id == id }) { throw .repeatedID }
      keys.append(key)
    }
    return keys
  }

  /// Reads the public half of a key: the `epk` of a JWE's header.
  ///
  /// - Returns: nil when it is none on a curve we know.
  static func publicHalf(in text: Bytes) -> AgreementKey? {
    guard let members = try? members(of: text), let curve = try? curve(members) else { return nil }
    return (try? point(members, on: curve)).flatMap { AgreementKey(curve, $0) }
  }

  private static func members(of text: Bytes) throws(JSONWebKeyFault) -> ObjectMembers<Name> {
    let members = ObjectMembers<Name>()
    do {
      try members.read(text)
    } catch {
      switch error {
      case .notJSON, .notAnObject: throw .notJSON
      case .repeatedName: throw .repeatedName
      }
    }
    return members
  }

  private static func key(_ members: ObjectMembers<Name>) throws(JSONWebKeyFault) -> JSONWebKey {
    guard members.has(.keyType) else { throw .missing("kty") }
    guard let type = members.string(.keyType) else { throw .malformed("kty") }
    if members.has(.use), members.string(.use)?.equals("enc") != true { throw .notForSealing("use") }
    let id = try id(members)
    if type.equals("oct") {
      try checkUses(members, .wrapping, operations: ["wrapKey", "unwrapKey"])
      guard let key = WrappingKey(try secret(members, .k)) else { throw .malformed("k") }
      return JSONWebKey(id: id, material: .wrapping(key))
    }
    guard type.equals("EC") || type.equals("OKP") else {
      throw .unsupported(type.equals("RSA") ? "kty RSA" : "this kty")
    }
    // RFC 7517 means the first two; Debian's jose writes the others, for what is done with what was derived.
    try checkUses(members, .agreement, operations: ["deriveKey", "deriveBits", "wrapKey", "unwrapKey"])
    let curve = try curve(members)
    let point = try point(members, on: curve)
    let key: AgreementKey?
    if members.has(.d) {
      let half = try secret(members, .d)
      key = AgreementKey(curve, point, privateHalf: half)
    } else {
      key = AgreementKey(curve, point)
    }
    guard let key else { throw .notAPoint }
    return JSONWebKey(id: id, material: .agreement(key))
  }

  private static func id(_ members: ObjectMembers<Name>) throws(JSONWebKeyFault) -> [UInt8]? {
    guard members.has(.id) else { return nil }
    guard let id = members.string(.id) else { throw .malformed("kid") }
    return Array(id)
  }

  /// What the key says it is for. A curve leaves but one algorithm; 32 bytes could be for anything, so they must say.
  private static func checkUses(
    _ members: ObjectMembers<Name>, _ algorithm: JWE.Algorithm, operations: [StaticString]
  ) throws(JSONWebKeyFault) {
    if members.has(.algorithm) {
      guard let name = members.string(.algorithm) else { throw .malformed("alg") }
      guard name.equals(algorithm.name) else {
        let others = JWE.otherAlgorithms + JWE.Algorithm.allCases.map(\.name) + JWE.otherEncryptions
        let known = (others + [JWE.contentEncryption]).first { name.equals($0) }
        throw .unsupported(known.map { "alg \($0)" } ?? "this alg")
      }
    } else if algorithm == .wrapping {
      throw .missing("alg")
    }
    if members.has(.operations) {
      guard let given = members.strings(.operations) else { throw .malformed("key_ops") }
      // RFC 7517 lets it be there beside `use`; what a public half is for need not be said.
      let isPublic = algorithm == .agreement && !members.has(.d)
      guard given.contains(where: { given in operations.contains { given.equals($0) } }) || (isPublic && given.isEmpty)
      else { throw .notForSealing("key_ops") }
    }
  }

  private static func curve(_ members: ObjectMembers<Name>) throws(JSONWebKeyFault) -> AgreementKey.Curve {
    guard members.has(.curve) else { throw .missing("crv") }
    guard let type = members.string(.keyType), let name = members.string(.curve) else { throw .malformed("crv") }
    if type.equals("EC"), name.equals("P-256") { return .p256 }
    if type.equals("OKP"), name.equals("X25519") { return .x25519 }
    let others: [StaticString] = ["P-384", "P-521", "secp256k1", "X448", "Ed25519", "Ed448"]
    throw .unsupported(others.first { name.equals($0) }.map { "crv \($0)" } ?? "this crv")
  }

  private static func point(
    _ members: ObjectMembers<Name>, on curve: AgreementKey.Curve
  ) throws(JSONWebKeyFault) -> AgreementKey.Point {
    let x = try coordinate(members, .x, on: curve)
    return AgreementKey.Point(x: x, y: curve.hasTwoCoordinates ? try coordinate(members, .y, on: curve) : [])
  }

  private static func coordinate(
    _ members: ObjectMembers<Name>, _ name: Name, on curve: AgreementKey.Curve
  ) throws(JSONWebKeyFault) -> [UInt8] {
    let bytes = try secret(members, name)
    guard bytes.count == curve.size else { throw .malformed("\(name.text)") }
    return bytes.withBytes { Array($0) }
  }

  private static func secret(_ members: ObjectMembers<Name>, _ name: Name) throws(JSONWebKeyFault) -> SecretBytes {
    guard members.has(name) else { throw .missing("\(name.text)") }
    guard let text = members.plainString(name) else { throw .malformed("\(name.text)") }
    var secret = SecretBytes(capacity: Base64URL.decodedCapacity(text.count))
    var isCanonical = false
    secret.append { room in
      let size = Base64URL.unpadded.decode(text, into: room)
      isCanonical = size != nil
      return size ?? 0
    }
    guard isCanonical else { throw .malformed("\(name.text)") }
    return secret
  }
}

/// Why a text is no JWK that seals or unseals records. It says nothing of what the text holds.
package enum JSONWebKeyFault: Error, Equatable, Sendable {
  /// Not a JSON object.
  case notJSON
  /// Two members of one name.
  case repeatedName
  /// A set without keys.
  case emptySet
  /// Two keys of a set with one `kid`.
  case repeatedID
  /// A kind of key, by its name, that we have no use for.
  case unsupported(String)
  /// A member that is needed, by its name.
  case missing(String)
  /// A member, by its name, that is not what RFC 7518 wants there.
  case malformed(String)
  /// The member, by its name, that says that the key is for something else.
  case notForSealing(String)
  /// The coordinates are not on the curve, or not those of the private half.
  case notAPoint

  var message: String {
    switch self {
    case .notJSON: "a JWK that is no JSON object"
    case .repeatedName: "a JWK with two members of one name"
    case .emptySet: "a JWK Set without a key"
    case .repeatedID: "a JWK Set with two keys of one kid"
    case .unsupported(let name): "a JWK with \(name), which is not supported"
    case .missing(let name): "a JWK without \(name)"
    case .malformed(let name): "a JWK whose \(name) is malformed"
    case .notForSealing(let name): "a JWK whose \(name) says that it is not for encryption"
    case .notAPoint: "a JWK whose coordinates are not a public key, or not that of its private half"
    }
  }
}
