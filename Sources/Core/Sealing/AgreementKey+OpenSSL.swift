import CCrypto

/// A key on a curve that two can agree upon a secret with: both halves of it, or the public one alone. Any number of threads
/// may use it.
///
/// - SeeAlso: RFC 7518, section 4.6 (ECDH-ES), and RFC 8037 (X25519).
final class AgreementKey: @unchecked Sendable {
  typealias Curve = JSONWebKey.Curve

  /// The public half: the coordinates of a point, `y` empty where a curve has but one.
  struct Point: Equatable, Sendable {
    var x: [UInt8]
    var y: [UInt8]
  }

  let curve: Curve
  let isPrivate: Bool
  private let key: OpaquePointer

  private init(_ curve: Curve, isPrivate: Bool, key: OpaquePointer) {
    self.curve = curve
    self.isPrivate = isPrivate
    self.key = key
  }

  deinit {
    // Wipes the private half.
    EVP_PKEY_free(key)
  }

  /// A new key from the random generator.
  convenience init(new curve: Curve) throws(SealingFault) {
    guard
      LibCrypto.shared != nil,
      let context = EVP_PKEY_CTX_new_from_name(nil, curve == .p256 ? "EC" : "X25519", nil)
    else { throw .libraryFailed }
    defer { EVP_PKEY_CTX_free(context) }
    var made: OpaquePointer?
    guard
      EVP_PKEY_keygen_init(context) == 1,
      curve != .p256 || EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
      EVP_PKEY_generate(context, &made) == 1, let made
    else { throw .libraryFailed }
    self.init(curve, isPrivate: true, key: made)
  }

  /// The public half of a key.
  ///
  /// - Returns: nil when the point is not on the curve.
  convenience init?(_ curve: Curve, _ point: Point) {
    guard LibCrypto.shared != nil, point.fits(curve) else { return nil }
    let made: OpaquePointer?
    switch curve {
    case .x25519: made = EVP_PKEY_new_raw_public_key_ex(nil, "X25519", nil, point.x, point.x.count)
    case .p256: made = Self.makeP256(point, privateHalf: nil)
    }
    guard let made else {
      ERR_clear_error()
      return nil
    }
    guard Self.isSound(made, EVP_PKEY_public_check) else {
      EVP_PKEY_free(made)
      return nil
    }
    self.init(curve, isPrivate: false, key: made)
  }

  /// Both halves of a key.
  ///
  /// - Returns: nil when the point is not on the curve, or is not that of the private half.
  convenience init?(_ curve: Curve, _ point: Point, privateHalf: borrowing SecretBytes) {
    guard LibCrypto.shared != nil, point.fits(curve), privateHalf.count == curve.size else { return nil }
    let made: OpaquePointer?
    switch curve {
    case .x25519:
      made = privateHalf.withBytes { EVP_PKEY_new_raw_private_key_ex(nil, "X25519", nil, $0.baseAddress, $0.count) }
    case .p256:
      // libcrypto takes numbers in the order of this machine, which is little-endian on all that Swift runs on.
      var number = SecretBytes(capacity: curve.size)
      number.append { room in
        privateHalf.withBytes { bytes in
          for (place, byte) in bytes.reversed().enumerated() { room[place] = byte }
          return bytes.count
        }
      }
      var key: OpaquePointer?
      number.withBytes { key = Self.makeP256(point, privateHalf: $0) }
      made = key
    }
    guard let made else {
      ERR_clear_error()
      return nil
    }
    self.init(curve, isPrivate: true, key: made)
    switch curve {
    case .p256: guard Self.isSound(made, EVP_PKEY_check) else { return nil }
    case .x25519: guard (try? self.point()) == point else { return nil }
    }
  }

  private static func makeP256(_ point: Point, privateHalf: Bytes?) -> OpaquePointer? {
    guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var group = Array("P-256".utf8CString)
    // SEC 1, section 2.3.3: 4, x, y.
    var encoded = [4] + point.x + point.y
    var made: OpaquePointer?
    let halves = OSSL_KEYMGMT_SELECT_PUBLIC_KEY | (privateHalf == nil ? 0 : OSSL_KEYMGMT_SELECT_PRIVATE_KEY)
    let selection = Int32(halves | OSSL_KEYMGMT_SELECT_DOMAIN_PARAMETERS)
    let isDone = group.withUnsafeMutableBufferPointer { group in
      encoded.withUnsafeMutableBufferPointer { encoded in
        var parameters = [
          OSSL_PARAM_construct_utf8_string(Parameter.group, group.baseAddress, 0),
          OSSL_PARAM_construct_octet_string(Parameter.publicHalf, encoded.baseAddress, encoded.count),
        ]
        if let privateHalf {
          // libcrypto only reads it.
          let number = UnsafeMutablePointer(mutating: privateHalf.baseAddress)
          parameters.append(OSSL_PARAM_construct_BN(Parameter.privateHalf, number, privateHalf.count))
        }
        parameters.append(OSSL_PARAM_construct_end())
        return EVP_PKEY_fromdata_init(context) == 1 && EVP_PKEY_fromdata(context, &made, selection, &parameters) == 1
      }
    }
    return isDone ? made : nil
  }

  private static func isSound(_ key: OpaquePointer, _ check: (OpaquePointer?) -> Int32) -> Bool {
    guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else { return false }
    defer { EVP_PKEY_CTX_free(context) }
    if check(context) == 1 { return true }
    ERR_clear_error()
    return false
  }

  /// The public half.
  func point() throws(SealingFault) -> Point {
    var encoded = [UInt8](repeating: 0, count: 65)
    var size = 0
    guard EVP_PKEY_get_octet_string_param(key, "pub", &encoded, encoded.count, &size) == 1 else {
      throw .libraryFailed
    }
    switch curve {
    case .x25519:
      guard size == curve.size else { throw .libraryFailed }
      return Point(x: Array(encoded[..<32]), y: [])
    case .p256:
      guard size == 65, encoded[0] == 4 else { throw .libraryFailed }
      return Point(x: Array(encoded[1..<33]), y: Array(encoded[33...]))
    }
  }

  /// The private half, to write it into a key file.
  func privateHalf() throws(SealingFault) -> SecretBytes {
    var secret = SecretBytes(capacity: curve.size)
    let size = curve.size
    secret.append { room in
      switch curve {
      case .x25519:
        var count = room.count
        return EVP_PKEY_get_raw_private_key(key, room.baseAddress, &count) == 1 ? count : 0
      case .p256:
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, "priv", &number) == 1 else { return 0 }
        defer { BN_clear_free(number) }
        return Int(BN_bn2binpad(number, room.baseAddress, Int32(size)))
      }
    }
    guard secret.count == size else { throw .libraryFailed }
    return secret
  }

  /// The secret that this key's private half and another's public half agree upon, which is the other's too.
  ///
  /// - Throws: `notAuthentic` when they agree upon nothing: another curve, or a point of small order.
  func agree(with other: AgreementKey) throws(SealingFault) -> SecretBytes {
    guard isPrivate, curve == other.curve else { throw .notAuthentic }
    guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil) else { throw .libraryFailed }
    defer { EVP_PKEY_CTX_free(context) }
    guard EVP_PKEY_derive_init(context) == 1 else { throw .libraryFailed }
    var secret = SecretBytes(capacity: curve.size)
    secret.append { room in
      var size = room.count
      let isDone =
        EVP_PKEY_derive_set_peer(context, other.key) == 1
        && EVP_PKEY_derive(context, room.baseAddress, &size) == 1
      return isDone ? size : 0
    }
    guard secret.count == curve.size else {
      ERR_clear_error()
      throw .notAuthentic
    }
    return secret
  }

  /// The wrapping key that both agree upon for one algorithm (Concat KDF, RFC 7518, section 4.6.2).
  ///
  ///     info = | size of alg, 4 bytes | alg | 0, 4 bytes: no apu | 0, 4 bytes: no apv | 256, 4 bytes: bits of the key |
  func wrappingKey(with other: AgreementKey, algorithm: StaticString) throws(SealingFault) -> WrappingKey {
    let name = Bytes(algorithm)
    func bigEndian(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
    let bits = 8 * WrappingKey.size
    let info = bigEndian(name.count) + Array(name) + bigEndian(0) + bigEndian(0) + bigEndian(bits)
    let secret = try agree(with: other)
    guard let key = WrappingKey(try ConcatKDF.derive(from: secret, info: info, size: WrappingKey.size)) else {
      throw .libraryFailed
    }
    return key
  }
}

extension JSONWebKey.Curve {
  /// Of a coordinate and of the private half, in bytes.
  var size: Int { 32 }
}

extension AgreementKey.Point {
  fileprivate func fits(_ curve: AgreementKey.Curve) -> Bool {
    x.count == curve.size && y.count == (curve.hasTwoCoordinates ? curve.size : 0)
  }
}

/// The one-step key derivation with SHA-256 (NIST SP 800-56C, section 4).
enum ConcatKDF {
  /// `size` bytes that follow from a secret and what is said about their use.
  static func derive(from secret: borrowing SecretBytes, info: [UInt8], size: Int) throws(SealingFault) -> SecretBytes {
    guard let algorithms = JOSEAlgorithms.shared, let context = EVP_KDF_CTX_new(algorithms.derivation) else {
      throw .libraryFailed
    }
    defer { EVP_KDF_CTX_free(context) }
    var derived = SecretBytes(capacity: size)
    var digest = Array("SHA256".utf8CString)
    var info = info
    derived.append { room in
      secret.withBytes { secret in
        digest.withUnsafeMutableBufferPointer { digest in
          info.withUnsafeMutableBufferPointer { info in
            let key = UnsafeMutablePointer(mutating: secret.baseAddress)
            let parameters = [
              OSSL_PARAM_construct_utf8_string(Parameter.digest, digest.baseAddress, 0),
              OSSL_PARAM_construct_octet_string(Parameter.key, key, secret.count),
              OSSL_PARAM_construct_octet_string(Parameter.info, info.baseAddress, info.count),
              OSSL_PARAM_construct_end(),
            ]
            return EVP_KDF_derive(context, room.baseAddress, size, parameters) == 1 ? size : 0
          }
        }
      }
    }
    guard derived.count == size else { throw .libraryFailed }
    return derived
  }
}

/// The names of libcrypto's parameters (`core_names.h`), which it keeps pointers to.
private enum Parameter {
  static var group: UnsafePointer<CChar> { name("group") }
  static var publicHalf: UnsafePointer<CChar> { name("pub") }
  static var privateHalf: UnsafePointer<CChar> { name("priv") }
  static var digest: UnsafePointer<CChar> { name("digest") }
  static var key: UnsafePointer<CChar> { name("key") }
  static var info: UnsafePointer<CChar> { name("info") }

  /// A literal lives as long as the program and ends in a zero.
  private static func name(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
