/// Seals records as JWEs to one key. Belongs to one thread at a time.
///
/// A content key serves many lines: it is wrapped once, and each line repeats the wrapped form. Every sealer has content
/// keys of its own, so that no two threads ever share the nonces of one.
package final class JWESealer {
  /// After so many lines there is a new content key. AES-GCM bears far more; what one lost content key opens should not
  /// be everything.
  package static let linesPerContentKey = 1 << 20

  private let key: JSONWebKey
  private let linesPerContentKey: Int
  private var contentKey: ContentKey?
  private let scratch = Scratch()

  /// - Parameter linesPerContentKey: less for tests.
  package init(_ key: JSONWebKey, linesPerContentKey: Int = JWESealer.linesPerContentKey) {
    self.key = key
    self.linesPerContentKey = linesPerContentKey
  }

  /// Appends the JWE of `plaintext` to `output`, all but the brace that closes it, so that other members can follow.
  ///
  /// - Returns: its members; valid until `output` changes.
  @discardableResult
  package func seal(_ plaintext: Bytes, into output: ByteBuffer) throws(SealingFault) -> JWE.Members {
    let contentKey = try readyContentKey()
    let start = output.count
    let base64 = Base64URL.unpadded
    let sealedSize = plaintext.count + GCMContext.tagSize
    let sealed = scratch.room(sealedSize)
    let nonce = contentKey.nextNonce()
    try contentKey.cipher.seal(plaintext, nonce: nonce, associatedData: contentKey.protected, into: sealed)

    output.append(contentKey.opening)
    let ivStart = output.count
    output.append(atMost: Base64URL.encodedSize(nonce.count)) { base64.encode(nonce, into: $0) }
    let ivEnd = output.count
    output.append("\",\"ciphertext\":\"")
    let ciphertextStart = output.count
    output.append(atMost: Base64URL.encodedSize(plaintext.count)) {
      base64.encode(Bytes(start: sealed, count: plaintext.count), into: $0)
    }
    let ciphertextEnd = output.count
    output.append("\",\"tag\":\"")
    let tagStart = output.count
    output.append(atMost: Base64URL.encodedSize(GCMContext.tagSize)) {
      base64.encode(Bytes(start: sealed + plaintext.count, count: GCMContext.tagSize), into: $0)
    }
    let tagEnd = output.count
    output.append("\"")

    let text = output.bytes
    let opening = text.slice(start, ivStart)
    return JWE.Members(
      protected: opening.slice(contentKey.protectedPlace), encryptedKey: opening.slice(contentKey.encryptedKeyPlace),
      iv: text.slice(ivStart, ivEnd), ciphertext: text.slice(ciphertextStart, ciphertextEnd),
      tag: text.slice(tagStart, tagEnd))
  }

  @inline(__always)
  private func readyContentKey() throws(SealingFault) -> ContentKey {
    if let contentKey, contentKey.lineCount < linesPerContentKey, contentKey.forkCount == Process.forkCount {
      return contentKey
    }
    return try renewContentKey()
  }

  @inline(never)
  private func renewContentKey() throws(SealingFault) -> ContentKey {
    let made = try ContentKey(for: key)
    contentKey = made
    return made
  }
}

/// A key that encrypts lines, the text in which each of them repeats its wrapped form, and the nonces that it has had.
private final class ContentKey {
  let cipher: GCMContext
  /// The start of each line, up to the text of the nonce.
  private let openingText: ByteBuffer
  /// In `opening`.
  let protectedPlace: Range<Int>
  let encryptedKeyPlace: Range<Int>
  /// Of the process that made it.
  let forkCount: Int
  /// How many nonces were given out.
  private(set) var lineCount = 0

  ///      0      4                12
  ///     +------+----------------+
  ///     | rand | 0, 1, 2 …      |      big-endian
  ///     +------+----------------+
  private let nonce: UnsafeMutableBufferPointer<UInt8>
  private static let prefixSize = 4

  init(for key: JSONWebKey) throws(SealingFault) {
    forkCount = Process.forkCount
    var secret = SecretBytes(capacity: GCMContext.keySize)
    try secret.append { (room) throws(SealingFault) in
      try LibCrypto.fillRandomly(room)
      return room.count
    }
    cipher = try secret.withBytes { (bytes) throws(SealingFault) in try GCMContext(.encrypt, key: bytes) }
    let wrapped = try key.wrap(secret)

    let text = ByteBuffer(capacity: 512)
    text.append(JWE.opening)
    let protectedStart = text.count
    text.appendBase64URL(wrapped.header)
    protectedPlace = protectedStart..<text.count
    text.append("\",\"encrypted_key\":\"")
    let encryptedKeyStart = text.count
    text.appendBase64URL(wrapped.encryptedKey)
    encryptedKeyPlace = encryptedKeyStart..<text.count
    text.append("\",\"iv\":\"")
    openingText = text

    nonce = .allocate(capacity: GCMContext.nonceSize)
    nonce.initialize(repeating: 0)
    try LibCrypto.fillRandomly(UnsafeMutableBufferPointer(rebasing: nonce[..<Self.prefixSize]))
  }

  deinit {
    nonce.deallocate()
  }

  var opening: Bytes { openingText.bytes }

  /// The text of the header, which every tag covers.
  var protected: Bytes { openingText.bytes.slice(protectedPlace) }

  /// A nonce that this key has not had; valid until the next one.
  @inline(__always)
  func nextNonce() -> Bytes {
    let counter = UInt64(lineCount).bigEndian
    UnsafeMutableRawBufferPointer(nonce).storeBytes(of: counter, toByteOffset: Self.prefixSize, as: UInt64.self)
    lineCount += 1
    return Bytes(nonce)
  }
}

extension ByteBuffer {
  /// Appends the text of some bytes, without padding.
  func appendBase64URL(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      append(atMost: Base64URL.encodedSize(bytes.count)) { Base64URL.unpadded.encode(bytes, into: $0) }
    }
  }
}
