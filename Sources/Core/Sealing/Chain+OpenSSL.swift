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

extension LibCrypto {
  /// HKDF-SHA256 (RFC 5869) without salt: 32 bytes.
  static func derivedKey(from key: borrowing SecretBytes, info: StaticString) throws(SealingFault) -> SecretBytes {
    try derivedKey(from: key, info: Bytes(info), size: 32)
  }

  /// As many bytes as are asked for, as test vectors do.
  static func derivedKey(
    from key: borrowing SecretBytes, info: Bytes, size: Int
  ) throws(SealingFault) -> SecretBytes {
    guard shared != nil, let algorithm = EVP_KDF_fetch(nil, "HKDF", nil) else { throw .libraryFailed }
    defer { EVP_KDF_free(algorithm) }
    guard let context = EVP_KDF_CTX_new(algorithm) else { throw .libraryFailed }
    defer { EVP_KDF_CTX_free(context) }
    var derived = SecretBytes(capacity: size)
    try derived.append { (room) throws(SealingFault) in
      let result = key.withBytes { key in
        deriveKey(context, key: key, info: info, into: room)
      }
      guard result == 1 else { throw .libraryFailed }
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
