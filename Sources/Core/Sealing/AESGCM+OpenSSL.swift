import CCrypto

/// What JOSE needs of libcrypto, set up at the first use.
struct JOSEAlgorithms: @unchecked Sendable {
  /// Nil when libcrypto lacks one of them.
  static let shared = JOSEAlgorithms()

  /// AES-256-GCM.
  let contentCipher: OpaquePointer
  /// AES Key Wrap with a key of 256 bits.
  let keyWrap: OpaquePointer
  /// The one-step key derivation of NIST SP 800-56C, which is the Concat KDF of RFC 7518.
  let derivation: OpaquePointer

  private init?() {
    guard
      LibCrypto.shared != nil, let contentCipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil),
      let keyWrap = EVP_CIPHER_fetch(nil, "AES-256-WRAP", nil), let derivation = EVP_KDF_fetch(nil, "SSKDF", nil)
    else { return nil }
    self.contentCipher = contentCipher
    self.keyWrap = keyWrap
    self.derivation = derivation
  }
}

/// AES-256-GCM (NIST SP 800-38D) under one key, with nonces of 12 bytes and tags of 16. The key schedule is made once.
///
/// Belongs to one thread at a time.
final class GCMContext {
  static let keySize = 32
  static let nonceSize = 12
  static let tagSize = 16

  private let context: OpaquePointer
  private let direction: CBCContext.Direction

  init(_ direction: CBCContext.Direction, key: Bytes) throws(SealingFault) {
    guard let algorithms = JOSEAlgorithms.shared, let context = EVP_CIPHER_CTX_new() else { throw .libraryFailed }
    self.context = context
    self.direction = direction
    guard
      key.count == Self.keySize,
      EVP_CipherInit_ex(context, algorithms.contentCipher, nil, key.baseAddress, nil, direction.rawValue) == 1
    else { throw .libraryFailed }
  }

  deinit {
    EVP_CIPHER_CTX_free(context)
  }

  /// Seals a message.
  ///
  /// - Parameters:
  ///   - nonce: 12 bytes that this key has not had before.
  ///   - output: room for the ciphertext, as large as the plaintext, and the tag behind it; may be the plaintext.
  func seal(
    _ plaintext: Bytes, nonce: Bytes, associatedData: Bytes, into output: UnsafeMutablePointer<UInt8>
  ) throws(SealingFault) {
    guard direction == .encrypt else { throw .libraryFailed }
    try start(nonce, associatedData)
    try update(plaintext, into: output)
    var count: Int32 = 0
    let tag = output + plaintext.count
    guard
      EVP_CipherFinal_ex(context, tag, &count) == 1, count == 0,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagSize), tag) == 1
    else { throw .libraryFailed }
  }

  /// Opens a message.
  ///
  /// - Parameter output: room for the plaintext, as large as the ciphertext; wiped when it does not authenticate.
  /// - Throws: `notAuthentic` for another key, nonce or tag and for altered bytes.
  func open(
    _ ciphertext: Bytes, tag: Bytes, nonce: Bytes, associatedData: Bytes, into output: UnsafeMutablePointer<UInt8>
  ) throws(SealingFault) {
    guard direction == .decrypt else { throw .libraryFailed }
    // A shorter tag would be easier to guess, and libcrypto would take it.
    guard nonce.count == Self.nonceSize, tag.count == Self.tagSize else { throw .notAuthentic }
    try start(nonce, associatedData)
    try update(ciphertext, into: output)
    var expected = SIMD16<UInt8>()
    let isAuthentic = withUnsafeMutableBytes(of: &expected) { room in
      room.copyMemory(from: UnsafeRawBufferPointer(tag))
      var nothing: UInt8 = 0
      var count: Int32 = 0
      return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagSize), room.baseAddress) == 1
        && EVP_CipherFinal_ex(context, &nothing, &count) == 1 && count == 0
    }
    guard isAuthentic else {
      Memory.wipe(UnsafeMutableRawBufferPointer(start: output, count: ciphertext.count))
      throw .notAuthentic
    }
  }

  private func start(_ nonce: Bytes, _ associatedData: Bytes) throws(SealingFault) {
    var count: Int32 = 0
    guard
      nonce.count == Self.nonceSize, associatedData.count <= Int(Int32.max),
      EVP_CipherInit_ex(context, nil, nil, nil, nonce.baseAddress, -1) == 1,
      associatedData.isEmpty
        || EVP_CipherUpdate(context, nil, &count, associatedData.baseAddress, Int32(associatedData.count)) == 1
    else { throw .libraryFailed }
  }

  private func update(_ input: Bytes, into output: UnsafeMutablePointer<UInt8>) throws(SealingFault) {
    // libcrypto counts in 32 bits.
    let largest = 1 << 30
    var done = 0
    while done < input.count, let source = input.baseAddress {
      let size = min(input.count - done, largest)
      var count: Int32 = 0
      guard EVP_CipherUpdate(context, output + done, &count, source + done, Int32(size)) == 1, Int(count) == size else {
        throw .libraryFailed
      }
      done += size
    }
  }
}
