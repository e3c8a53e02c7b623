import CCrypto

/// A key of 32 bytes that seals other keys: AES Key Wrap (RFC 3394), the `A256KW` of RFC 7518, section 4.4. Any number of
/// threads may use it.
final class WrappingKey: Sendable {
  static let size = 32
  /// What a wrapped key is longer.
  static let overhead = 8

  private let secret: SecretBytes

  /// - Returns: nil unless `secret` is 32 bytes.
  init?(_ secret: consuming SecretBytes) {
    guard secret.count == Self.size else { return nil }
    self.secret = secret
  }

  /// Calls `body` with the bytes of the key, to write them into a key file.
  func withBytes<Result, Failure: Error>(_ body: (Bytes) throws(Failure) -> Result) throws(Failure) -> Result {
    try secret.withBytes(body)
  }

  /// The wrapped form of a key, whose size is a multiple of 8 and at least 16.
  func wrap(_ key: borrowing SecretBytes) throws(SealingFault) -> [UInt8] {
    var wrapped = [UInt8](repeating: 0, count: key.count + Self.overhead)
    let size = try key.withBytes { (bytes) throws(SealingFault) in
      try wrapped.withUnsafeMutableBufferPointer { (room) throws(SealingFault) in
        try run(.encrypt, bytes, into: room)
      }
    }
    guard size == wrapped.count else { throw .libraryFailed }
    return wrapped
  }

  /// The key of which `wrapped` is the wrapped form.
  ///
  /// - Throws: `notAuthentic` when it is that of no key under this one.
  func unwrap(_ wrapped: Bytes) throws(SealingFault) -> SecretBytes {
    guard wrapped.count % 8 == 0, wrapped.count >= 24 else { throw .notAuthentic }
    var key = SecretBytes(capacity: wrapped.count)
    try key.append { (room) throws(SealingFault) in try run(.decrypt, wrapped, into: room) ?? 0 }
    guard key.count == wrapped.count - Self.overhead else { throw .notAuthentic }
    return key
  }

  /// - Parameter output: room for `input.count + overhead` bytes, or `input.count` on unwrapping.
  /// - Returns: how many bytes were written, nil when the input is refused.
  private func run(
    _ direction: CBCContext.Direction, _ input: Bytes, into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(SealingFault) -> Int? {
    guard let algorithms = JOSEAlgorithms.shared, let context = EVP_CIPHER_CTX_new() else { throw .libraryFailed }
    defer { EVP_CIPHER_CTX_free(context) }
    // Of what it unwraps, libcrypto leaves the first eight bytes there.
    defer { Memory.wipeStack() }
    EVP_CIPHER_CTX_set_flags(context, Int32(EVP_CIPHER_CTX_FLAG_WRAP_ALLOW))
    let isReady = secret.withBytes {
      EVP_CipherInit_ex(context, algorithms.keyWrap, nil, $0.baseAddress, nil, direction.rawValue) == 1
    }
    guard isReady else { throw .libraryFailed }
    var count: Int32 = 0
    let isDone =
      EVP_CipherUpdate(context, output.baseAddress, &count, input.baseAddress, Int32(clamping: input.count)) == 1
    // What it says of a key that does not fit is no business of later calls.
    if !isDone { ERR_clear_error() }
    return isDone ? Int(count) : nil
  }
}
