import CCrypto

/// AES-128-CBC under one key. The key schedule is made once; each message only sets its IV.
///
/// Belongs to one thread at a time.
final class CBCContext {
  enum Direction: Int32 {
    case decrypt = 0
    case encrypt = 1
  }

  private let context: OpaquePointer

  /// - Parameter isPadding: whether libcrypto adds the PKCS #7 padding; else the caller gives whole blocks.
  init(_ direction: Direction, key: Bytes, isPadding: Bool) throws(SealingFault) {
    guard let algorithms = LibCrypto.shared, let context = EVP_CIPHER_CTX_new() else { throw .libraryFailed }
    self.context = context
    guard
      key.count == Fernet.keyHalfSize,
      EVP_CipherInit_ex(context, algorithms.cipher, nil, key.baseAddress, nil, direction.rawValue) == 1,
      EVP_CIPHER_CTX_set_padding(context, isPadding ? 1 : 0) == 1
    else { throw .libraryFailed }
  }

  deinit {
    EVP_CIPHER_CTX_free(context)
  }

  /// Begins a message.
  func start(_ iv: Fernet.IV) throws(SealingFault) {
    let result = withUnsafeBytes(of: iv) { bytes in
      EVP_CipherInit_ex(context, nil, nil, nil, bytes.bindMemory(to: UInt8.self).baseAddress, -1)
    }
    guard result == 1 else { throw .libraryFailed }
  }

  /// Works on the next bytes of the message.
  ///
  /// - Parameter output: at least a block larger than `input`, or as large as it if padding is off; may be `input`.
  /// - Returns: how many bytes were written.
  func update(_ input: Bytes, into output: UnsafeMutablePointer<UInt8>) throws(SealingFault) -> Int {
    // libcrypto counts in 32 bits; 1 GiB is a whole number of blocks.
    let largest = 1 << 30
    var read = 0
    var written = 0
    while read < input.count, let source = input.baseAddress {
      let size = min(input.count - read, largest)
      var count: Int32 = 0
      guard EVP_CipherUpdate(context, output + written, &count, source + read, Int32(size)) == 1 else {
        throw .libraryFailed
      }
      read += size
      written += Int(count)
    }
    return written
  }

  /// Ends the message with its padding.
  ///
  /// - Parameter output: room for a block.
  /// - Returns: how many bytes were written.
  func finish(into output: UnsafeMutablePointer<UInt8>) throws(SealingFault) -> Int {
    var count: Int32 = 0
    guard EVP_CipherFinal_ex(context, output, &count) == 1 else { throw .libraryFailed }
    return Int(count)
  }
}
