import CCrypto

/// SHA-256 of one text after the other, with a context that is kept. Belongs to one thread at a time.
final class DigestContext {
  private let context: OpaquePointer
  private let algorithm: OpaquePointer

  init() throws(SealingFault) {
    guard let algorithms = LibCrypto.shared, let context = EVP_MD_CTX_new() else { throw .libraryFailed }
    self.context = context
    algorithm = algorithms.digest
    guard EVP_DigestInit_ex(context, algorithm, nil) == 1 else { throw .libraryFailed }
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// The digest of `bytes`.
  func digest(_ bytes: Bytes) throws(SealingFault) -> Chain.Digest {
    var digest = Chain.Digest()
    let isDone = withUnsafeMutableBytes(of: &digest) { room in
      EVP_DigestInit_ex(context, nil, nil) == 1
        && EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        && EVP_DigestFinal_ex(context, room.bindMemory(to: UInt8.self).baseAddress, nil) == 1
    }
    guard isDone else { throw .libraryFailed }
    return digest
  }
}

/// SHA-256 of what a JWE says: `protected "." encrypted_key "." iv "." ciphertext "." tag`. The state behind the first two
/// is kept, since the lines under one content key repeat them. Belongs to one thread at a time.
final class JWEDigestContext {
  private let algorithm: OpaquePointer
  private let opening: OpaquePointer
  private let working: OpaquePointer
  /// The texts that `opening` has taken, one behind the other.
  private let texts = ByteBuffer(capacity: 1024)
  private var protectedSize = -1

  init() throws(SealingFault) {
    guard let algorithms = LibCrypto.shared, let opening = EVP_MD_CTX_new(), let working = EVP_MD_CTX_new() else {
      throw .libraryFailed
    }
    algorithm = algorithms.digest
    self.opening = opening
    self.working = working
  }

  deinit {
    EVP_MD_CTX_free(opening)
    EVP_MD_CTX_free(working)
  }

  /// The digest of a JWE.
  func digest(_ jwe: JWE.Members) throws(SealingFault) -> Chain.Digest {
    if !isOpening(jwe) { try begin(jwe) }
    var digest = Chain.Digest()
    let isDone = withUnsafeMutableBytes(of: &digest) { room in
      EVP_MD_CTX_copy_ex(working, opening) == 1
        && EVP_DigestUpdate(working, jwe.iv.baseAddress, jwe.iv.count) == 1
        && EVP_DigestUpdate(working, ".", 1) == 1
        && EVP_DigestUpdate(working, jwe.ciphertext.baseAddress, jwe.ciphertext.count) == 1
        && EVP_DigestUpdate(working, ".", 1) == 1
        && EVP_DigestUpdate(working, jwe.tag.baseAddress, jwe.tag.count) == 1
        && EVP_DigestFinal_ex(working, room.bindMemory(to: UInt8.self).baseAddress, nil) == 1
    }
    guard isDone else { throw .libraryFailed }
    return digest
  }

  private func isOpening(_ jwe: JWE.Members) -> Bool {
    jwe.protected.count == protectedSize && texts.count == protectedSize + jwe.encryptedKey.count
      && texts.bytes.slice(0, protectedSize).equals(jwe.protected)
      && texts.bytes.slice(protectedSize, texts.count).equals(jwe.encryptedKey)
  }

  @inline(never)
  private func begin(_ jwe: JWE.Members) throws(SealingFault) {
    protectedSize = -1
    guard
      EVP_DigestInit_ex(opening, algorithm, nil) == 1,
      EVP_DigestUpdate(opening, jwe.protected.baseAddress, jwe.protected.count) == 1,
      EVP_DigestUpdate(opening, ".", 1) == 1,
      EVP_DigestUpdate(opening, jwe.encryptedKey.baseAddress, jwe.encryptedKey.count) == 1,
      EVP_DigestUpdate(opening, ".", 1) == 1
    else { throw .libraryFailed }
    texts.removeAll()
    texts.append(jwe.protected)
    texts.append(jwe.encryptedKey)
    protectedSize = jwe.protected.count
  }
}

extension LibCrypto {
  /// HKDF-SHA256 (RFC 5869) without salt: 32 bytes.
  static func derivedKey(from key: Bytes, info: StaticString) throws(SealingFault) -> SecretBytes {
    try derivedKey(from: key, info: Bytes(info), size: 32)
  }

  /// As many bytes as are asked for, as test vectors do.
  static func derivedKey(from key: Bytes, info: Bytes, size: Int) throws(SealingFault) -> SecretBytes {
    guard shared != nil, let algorithm = EVP_KDF_fetch(nil, "HKDF", nil) else { throw .libraryFailed }
    defer { EVP_KDF_free(algorithm) }
    guard let context = EVP_KDF_CTX_new(algorithm) else { throw .libraryFailed }
    defer { EVP_KDF_CTX_free(context) }
    var derived = SecretBytes(capacity: size)
    try derived.append { (room) throws(SealingFault) in
      guard deriveKey(context, key: key, info: info, into: room) == 1 else { throw .libraryFailed }
      return room.count
    }
    return derived
  }

  private static func deriveKey(
    _ context: OpaquePointer, key: Bytes, info: Bytes, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int32 {
    // libcrypto keeps the pointers until it is done, and takes them as if it wrote where it only reads: literals stay.
    func text(_ literal: StaticString) -> UnsafeMutablePointer<CChar> {
      UnsafeMutableRawPointer(mutating: literal.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    var parameters = [
      OSSL_PARAM_construct_utf8_string(text("digest"), text("SHA256"), 0),
      OSSL_PARAM_construct_octet_string(text("key"), UnsafeMutableRawPointer(mutating: key.baseAddress), key.count),
      OSSL_PARAM_construct_octet_string(text("info"), UnsafeMutableRawPointer(mutating: info.baseAddress), info.count),
      OSSL_PARAM_construct_end(),
    ]
    return EVP_KDF_derive(context, room.baseAddress, room.count, &parameters)
  }
}
