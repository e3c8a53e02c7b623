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

/// HMAC-SHA256 (RFC 2104) under one key. The digest's states after the padded key are kept, so a message costs two
/// compressions less.
///
/// Belongs to one thread at a time.
final class HMACContext {
  /// The state after the key xor 0x36…, after the key xor 0x5C…, and the one that works.
  private let inner: OpaquePointer
  private let outer: OpaquePointer
  private let working: OpaquePointer

  static let tagSize = 32
  /// Of SHA-256's compression.
  private static let blockSize = 64

  init(key: Bytes) throws(SealingFault) {
    guard let inner = EVP_MD_CTX_new(), let outer = EVP_MD_CTX_new(), let working = EVP_MD_CTX_new() else {
      throw .libraryFailed
    }
    self.inner = inner
    self.outer = outer
    self.working = working
    try setKey(key)
  }

  /// Takes another key in the place of the one before, of which nothing is left once a message has ended.
  func setKey(_ key: Bytes) throws(SealingFault) {
    guard key.count <= Self.blockSize else { throw .libraryFailed }
    try Self.begin(inner, key: key, pad: 0x36)
    try Self.begin(outer, key: key, pad: 0x5C)
  }

  deinit {
    EVP_MD_CTX_free(inner)
    EVP_MD_CTX_free(outer)
    EVP_MD_CTX_free(working)
  }

  private static func begin(_ context: OpaquePointer, key: Bytes, pad: UInt8) throws(SealingFault) {
    guard let algorithms = LibCrypto.shared else { throw .libraryFailed }
    // On the stack: a key may be taken for each line.
    var block = SIMD64<UInt8>(repeating: pad)
    let isDone = withUnsafeMutableBytes(of: &block) { block in
      defer { Memory.wipe(block) }
      for place in 0..<min(key.count, blockSize) { block[place] ^= key[place] }
      return EVP_DigestInit_ex(context, algorithms.digest, nil) == 1
        && EVP_DigestUpdate(context, block.baseAddress, blockSize) == 1
    }
    guard isDone else { throw .libraryFailed }
  }

  /// Begins a message.
  func start() throws(SealingFault) {
    guard EVP_MD_CTX_copy_ex(working, inner) == 1 else { throw .libraryFailed }
  }

  /// Takes the next bytes of the message.
  func update(_ bytes: Bytes) throws(SealingFault) {
    guard EVP_DigestUpdate(working, bytes.baseAddress, bytes.count) == 1 else { throw .libraryFailed }
  }

  /// Ends the message and writes its tag, `tagSize` bytes.
  func finish(into tag: UnsafeMutablePointer<UInt8>) throws(SealingFault) {
    guard
      EVP_DigestFinal_ex(working, tag, nil) == 1,
      EVP_MD_CTX_copy_ex(working, outer) == 1,
      EVP_DigestUpdate(working, tag, Self.tagSize) == 1,
      EVP_DigestFinal_ex(working, tag, nil) == 1
    else { throw .libraryFailed }
  }
}
