/// Reads sealed lines as far as they can be read without a key: whether each has one of the forms, spelt as it must be, and
/// the place in a chain that it claims. Belongs to one thread at a time.
package final class SealedReader {
  private let envelope = EnvelopeReader()
  private let jweReader = JWEReader()
  private let scratch = Scratch()
  /// The texts of a JWE's members that many lines repeat, as they were when they were last looked into.
  private var known: (protected: [UInt8], encryptedKey: [UInt8])?

  /// A reader for any number of lines.
  package init() {}

  /// Reads a line.
  ///
  /// - Returns: its place as the line itself has it, which no key vouches for.
  /// - Throws: what is wrong with it; `notSealed` if it is something else.
  /// - Complexity: O(`line.count`).
  package func read(_ line: Bytes) throws(SealingFault) -> SequenceCheck.Line {
    if line.starts(with: JWE.opening), let place = try readJWE(line) { return place }
    switch try envelope.read(line) {
    case .token(let token, let chain):
      try check(token: token)
      return try place(chain)
    case .plain:
      guard let place = try readJWE(line) else { throw .notSealed }
      return place
    }
  }

  /// Whether a line is meant to be a sealed one: it is, or it begins like those of `seal`.
  package func isMeantToBeSealed(_ line: Bytes) -> Bool {
    let openings = [JWE.opening, Envelope.prefix, Envelope.tokenStart]
    return openings.contains(where: line.starts) || (try? read(line)) != nil
  }

  private func place(_ chain: Bytes?) throws(SealingFault) -> SequenceCheck.Line {
    guard let chain else { return .unchained }
    guard let link = ChainLink(chain) else { throw .notAChain }
    return .claimed(link)
  }

  private func check(token: Bytes) throws(SealingFault) {
    guard let bytes = decode(token, by: .standard) else { throw token.count % 4 == 0 ? .notCanonical : .truncated }
    guard bytes.count >= Fernet.smallestSize else { throw .truncated }
    let ciphertextSize = bytes.count - Fernet.ciphertextOffset - Fernet.tagSize
    guard bytes[0] == Fernet.version, ciphertextSize % Fernet.blockSize == 0 else { throw .notAToken }
  }

  private func readJWE(_ line: Bytes) throws(SealingFault) -> SequenceCheck.Line? {
    guard let jwe = try jweReader.read(line) else { return nil }
    try check(jwe.iv, "iv", size: GCMContext.nonceSize)
    try check(jwe.ciphertext, "ciphertext", size: nil)
    try check(jwe.tag, "tag", size: GCMContext.tagSize)
    if let known, known.protected.withUnsafeBufferPointer({ $0.equals(jwe.protected) }),
      known.encryptedKey.withUnsafeBufferPointer({ $0.equals(jwe.encryptedKey) })
    {
      return try place(jwe.chain)
    }
    // Eight bytes more than the key: AES Key Wrap (RFC 3394).
    try check(jwe.encryptedKey, "encrypted_key", size: GCMContext.keySize + 8)
    guard let header = decode(jwe.protected, by: .unpadded) else { throw .jwe(.malformed("protected")) }
    _ = try JWEHeader(header)
    known = (Array(jwe.protected), Array(jwe.encryptedKey))
    return try place(jwe.chain)
  }

  /// Checks a member of a JWE, which stands for `size` bytes, or for any number.
  private func check(_ text: Bytes, _ name: String, size: Int?) throws(SealingFault) {
    guard let bytes = decode(text, by: .unpadded), bytes.count == size ?? bytes.count else {
      throw .jwe(.malformed(name))
    }
  }

  /// The bytes that a text stands for, valid until the next is decoded; nil if it is not the one canonical text of them.
  private func decode(_ text: Bytes, by alphabet: Base64URL) -> Bytes? {
    let capacity = Base64URL.decodedCapacity(text.count)
    let room = UnsafeMutableBufferPointer(start: scratch.room(capacity), count: capacity)
    return alphabet.decode(text, into: room).map { Bytes(room).slice(0, $0) }
  }
}
