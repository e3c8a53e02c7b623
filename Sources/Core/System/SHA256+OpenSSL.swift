import CCrypto

/// SHA-256 (FIPS 180-4), for check sums; sealing has its own contexts.
package enum SHA256 {
  /// Writes the 32 bytes of the digest of `bytes` to the start of `digest`, zeros if libcrypto refuses.
  package static func digest(_ bytes: Bytes, into digest: UnsafeMutableBufferPointer<UInt8>) {
    guard digest.count >= 32, let base = digest.baseAddress else { return }
    var size: UInt32 = 0
    if EVP_Digest(bytes.baseAddress, bytes.count, base, &size, EVP_sha256(), nil) != 1 {
      digest.update(repeating: 0)
    }
  }
}
