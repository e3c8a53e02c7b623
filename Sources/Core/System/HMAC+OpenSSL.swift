import CCrypto

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1), for a few short texts; sealing has its own contexts.
package enum HMAC {
  package static let size = 32

  /// The 32 bytes of the code of `bytes` under `key`; nil if libcrypto refuses.
  package static func code(of bytes: Bytes, key: borrowing SecretBytes) -> [UInt8]? {
    var code = [UInt8](repeating: 0, count: size)
    var count: UInt32 = 0
    let isDone = key.withBytes { key in
      // A missing text is a null pointer, which libcrypto takes only for what comes in parts.
      withUnsafePointer(to: 0 as UInt8) { nothing in
        CCrypto.HMAC(
          EVP_sha256(), key.baseAddress, Int32(clamping: key.count), bytes.baseAddress ?? nothing, bytes.count, &code,
          &count) != nil
      }
    }
    return isDone && count == size ? code : nil
  }
}
