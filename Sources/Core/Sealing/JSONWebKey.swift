/// A key as JOSE has it (RFC 7517) for one of the two ways in which records are sealed. What a JWE's header says of them
/// must be what the key says. Any number of threads may use it.
package final class JSONWebKey: Sendable {
  /// The curves of key pairs, by the names that JOSE has for them.
  package enum Curve: String, CaseIterable, Sendable {
    case p256 = "P-256"
    case x25519 = "X25519"

    /// Whether the public half is a point with `x` and `y`.
    var hasTwoCoordinates: Bool { self == .p256 }
  }

  enum Material: Sendable {
    case wrapping(WrappingKey)
    case agreement(AgreementKey)
  }

  /// The `kid`, decoded; nil where it has none.
  let id: [UInt8]?
  let material: Material

  init(id: [UInt8]?, material: Material) {
    self.id = id
    self.material = material
  }

  var algorithm: JWE.Algorithm {
    switch material {
    case .wrapping: .wrapping
    case .agreement: .agreement
    }
  }

  /// Whether it unseals, so that nobody else may have it.
  package var isPrivate: Bool {
    switch material {
    case .wrapping: true
    case .agreement(let key): key.isPrivate
    }
  }

  /// Seals a content key.
  ///
  /// - Returns: the text of the JWE's header, and the wrapped key.
  func wrap(_ contentKey: borrowing SecretBytes) throws(SealingFault) -> (header: [UInt8], encryptedKey: [UInt8]) {
    let header = ByteBuffer(capacity: 256)
    header.append("{\"alg\":\"")
    header.append(algorithm.name)
    header.append("\",\"enc\":\"")
    header.append(JWE.contentEncryption)
    header.append("\"")
    if let id {
      header.append(",\"kid\":\"")
      id.withUnsafeBufferPointer { JSONString.encode($0, into: header) }
      header.append("\"")
    }
    let encryptedKey: [UInt8]
    switch material {
    case .wrapping(let key): encryptedKey = try key.wrap(contentKey)
    case .agreement(let key):
      let ephemeral = try AgreementKey(new: key.curve)
      header.append(",\"epk\":{")
      JSONWebKeyText.append(try ephemeral.point(), on: key.curve, to: header)
      header.append("}")
      encryptedKey = try ephemeral.wrappingKey(with: key, algorithm: algorithm.name).wrap(contentKey)
    }
    header.append("}")
    return (Array(header.bytes), encryptedKey)
  }

  /// Opens a content key.
  ///
  /// - Parameter ephemeral: the key of the header's `epk`, where the algorithm has one.
  /// - Throws: `notAuthentic` when it was not sealed with this key, or this key is a public one.
  func unwrap(_ encryptedKey: Bytes, ephemeral: AgreementKey?) throws(SealingFault) -> SecretBytes {
    switch material {
    case .wrapping(let key): return try key.unwrap(encryptedKey)
    case .agreement(let key):
      guard let ephemeral else { throw .notAuthentic }
      return try key.wrappingKey(with: ephemeral, algorithm: algorithm.name).unwrap(encryptedKey)
    }
  }
}

extension JSONWebKey {
  /// A new key for `A256KW`, from the random generator, with a random `kid`.
  package static func makeSymmetric() throws(SealingFault) -> JSONWebKey {
    var secret = SecretBytes(capacity: WrappingKey.size)
    try secret.append { (room) throws(SealingFault) in
      try LibCrypto.fillRandomly(room)
      return room.count
    }
    guard let key = WrappingKey(secret) else { throw .libraryFailed }
    return JSONWebKey(id: try makeID(), material: .wrapping(key))
  }

  /// A new key pair for `ECDH-ES+A256KW`, with a random `kid`.
  package static func makePair(_ curve: Curve) throws(SealingFault) -> JSONWebKey {
    JSONWebKey(id: try makeID(), material: .agreement(try AgreementKey(new: curve)))
  }

  /// Eleven characters that no other key has.
  private static func makeID() throws(SealingFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 8)
    try bytes.withUnsafeMutableBufferPointer { (room) throws(SealingFault) in try LibCrypto.fillRandomly(room) }
    let text = ByteBuffer(capacity: 64)
    text.appendBase64URL(bytes)
    return Array(text.bytes)
  }

  /// The key as a JSON text, and nothing behind it.
  ///
  /// - Parameter isPublic: leaves the private half out; a key without halves has no such text.
  package func text(isPublic: Bool) throws(SealingFault) -> SecretBytes {
    let opening = ByteBuffer(capacity: 512)
    opening.append("{\"alg\":\"")
    opening.append(algorithm.name)
    opening.append("\"")
    if let id {
      opening.append(",\"kid\":\"")
      id.withUnsafeBufferPointer { JSONString.encode($0, into: opening) }
      opening.append("\"")
    }
    opening.append(",")
    var text = SecretBytes(capacity: opening.count + 512)
    switch material {
    case .wrapping(let key):
      guard !isPublic else { throw .libraryFailed }
      opening.append("\"kty\":\"oct\"")
      text.append(opening.bytes)
      key.withBytes { JSONWebKeyText.append("k", $0, to: &text) }
    case .agreement(let key):
      JSONWebKeyText.append(try key.point(), on: key.curve, to: opening)
      text.append(opening.bytes)
      if !isPublic {
        let half = try key.privateHalf()
        half.withBytes { JSONWebKeyText.append("d", $0, to: &text) }
      }
    }
    text.append(Bytes("}"))
    return text
  }
}

/// The spelling of a JWK's members.
private enum JSONWebKeyText {
  /// Appends the members of a public half: `"kty":"EC","crv":"P-256","x":"…","y":"…"`.
  static func append(_ point: AgreementKey.Point, on curve: AgreementKey.Curve, to output: ByteBuffer) {
    switch curve {
    case .p256: output.append("\"kty\":\"EC\",\"crv\":\"P-256\"")
    case .x25519: output.append("\"kty\":\"OKP\",\"crv\":\"X25519\"")
    }
    output.append(",\"x\":\"")
    output.appendBase64URL(point.x)
    output.append("\"")
    guard curve.hasTwoCoordinates else { return }
    output.append(",\"y\":\"")
    output.appendBase64URL(point.y)
    output.append("\"")
  }

  /// Appends a secret member behind others: `,"k":"…"`.
  static func append(_ name: StaticString, _ secret: Bytes, to output: inout SecretBytes) {
    output.append(Bytes(",\""))
    output.append(Bytes(name))
    output.append(Bytes("\":\""))
    output.append { Base64URL.unpadded.encode(secret, into: $0) }
    output.append(Bytes("\""))
  }
}

extension SecretBytes {
  /// Adds a copy of bytes, as many as there is room for.
  fileprivate mutating func append(_ bytes: Bytes) {
    append { room in
      guard bytes.count <= room.count else { return 0 }
      _ = room.update(fromContentsOf: bytes)
      return bytes.count
    }
  }
}
