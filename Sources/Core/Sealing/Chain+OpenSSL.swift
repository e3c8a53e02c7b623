import CCrypto

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
