import CCrypto

/// What of libcrypto is set up once for the process, at the first use: a tool that needs no cipher pays nothing.
struct LibCrypto: @unchecked Sendable {
  /// Nil when libcrypto lacks one of the algorithms.
  static let shared = LibCrypto()

  /// AES-128-CBC.
  let cipher: OpaquePointer

  private init?() {
    // The system's configuration could only take algorithms away, and reading it costs 0.3 ms. What libcrypto would
    // tidy up at the end the system takes back anyway, and keys are wiped by those who hold them.
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT), nil)
    guard let cipher = EVP_CIPHER_fetch(nil, "AES-128-CBC", nil) else { return nil }
    self.cipher = cipher
  }

  /// Fills `bytes` from the cryptographic random generator.
  static func fillRandomly(_ bytes: UnsafeMutableBufferPointer<UInt8>) throws(SealingFault) {
    guard shared != nil, RAND_bytes(bytes.baseAddress, Int32(clamping: bytes.count)) == 1 else {
      throw .libraryFailed
    }
  }

  /// Whether the bytes are the same, in a time that depends on their count only.
  static func areEqual(_ first: Bytes, _ second: Bytes) -> Bool {
    first.count == second.count && CRYPTO_memcmp(first.baseAddress, second.baseAddress, first.count) == 0
  }
}
