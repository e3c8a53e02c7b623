/// Opens JWEs under any of several keys. Belongs to one thread at a time.
package final class JWEOpener {
  /// A content key that was opened, with the texts that it was opened from.
  private struct Opened {
    var protected: [UInt8]
    var encryptedKey: [UInt8]
    var cipher: GCMContext
    /// Which key has opened it.
    var key: Int
  }

  private let keys: [JSONWebKey]
  /// Those that came last; several, because several threads seal with a content key each.
  private var opened: [Opened] = []
  /// The one that came last, or the next to be forgotten where it does not fit.
  private var current = 0
  private let scratch = Scratch()

  /// As many as there may be threads at once, and little to search.
  private static let largestKept = 64

  /// - Parameter keys: in the order in which they are tried where `kid` leaves a choice.
  package init(_ keys: [JSONWebKey]) {
    self.keys = keys
  }

  /// Appends the plaintext of one JWE to `output`, once it has proved authentic.
  ///
  /// - Returns: which key it was, counted from 0.
  /// - Throws: `notAuthentic` for a wrong key or altered bytes: the two cannot be told apart; or what is not ours about
  ///   the JWE. `output` is then as it was.
  @discardableResult
  package func open(_ jwe: JWE.Members, into output: ByteBuffer) throws(SealingFault) -> Int {
    let cipher = try readyCipher(jwe)
    // One after the other in one room: 12 bytes, 16 bytes, the rest. Decoding writes up to three bytes too many, which the
    // next part overwrites.
    let capacity =
      Base64URL.decodedCapacity(jwe.iv.count) + Base64URL.decodedCapacity(jwe.tag.count)
      + Base64URL.decodedCapacity(jwe.ciphertext.count)
    let room = UnsafeMutableBufferPointer(start: scratch.room(capacity), count: capacity)
    var used = 0
    let iv = try decode(jwe.iv, "iv", into: room, &used)
    let tag = try decode(jwe.tag, "tag", into: room, &used)
    let ciphertext = try decode(jwe.ciphertext, "ciphertext", into: room, &used)
    try output.append(atMost: ciphertext.count) { (plaintext) throws(SealingFault) in
      guard let base = plaintext.baseAddress else { throw .libraryFailed }
      try cipher.open(ciphertext, tag: tag, nonce: iv, associatedData: jwe.protected, into: base)
      return ciphertext.count
    }
    return opened[current].key
  }

  private func decode(
    _ text: Bytes, _ name: String, into room: UnsafeMutableBufferPointer<UInt8>, _ used: inout Int
  ) throws(SealingFault) -> Bytes {
    let target = UnsafeMutableBufferPointer(rebasing: room[used...])
    guard let size = Base64URL.unpadded.decode(text, into: target) else { throw .jwe(.malformed(name)) }
    used += size
    return Bytes(target).slice(0, size)
  }

  @inline(__always)
  private func readyCipher(_ jwe: JWE.Members) throws(SealingFault) -> GCMContext {
    if current < opened.count, fits(opened[current], jwe) { return opened[current].cipher }
    return try findCipher(jwe)
  }

  private func fits(_ known: Opened, _ jwe: JWE.Members) -> Bool {
    known.encryptedKey.withUnsafeBufferPointer { $0.equals(jwe.encryptedKey) }
      && known.protected.withUnsafeBufferPointer { $0.equals(jwe.protected) }
  }

  @inline(never)
  private func findCipher(_ jwe: JWE.Members) throws(SealingFault) -> GCMContext {
    if let known = opened.firstIndex(where: { fits($0, jwe) }) {
      current = known
      return opened[known].cipher
    }
    var index = 0
    let secret = try contentKey(jwe, &index)
    let cipher = try secret.withBytes { (bytes) throws(SealingFault) in
      guard bytes.count == GCMContext.keySize else { throw .notAuthentic }
      return try GCMContext(.decrypt, key: bytes)
    }
    let entry = Opened(
      protected: Array(jwe.protected), encryptedKey: Array(jwe.encryptedKey), cipher: cipher, key: index)
    if opened.count < Self.largestKept {
      current = opened.count
      opened.append(entry)
    } else {
      current = (current + 1) % opened.count
      opened[current] = entry
    }
    return cipher
  }

  /// - Parameter index: is told which key has opened it.
  private func contentKey(_ jwe: JWE.Members, _ index: inout Int) throws(SealingFault) -> SecretBytes {
    let wrapped = ByteBuffer(capacity: Base64URL.decodedCapacity(jwe.encryptedKey.count))
    let header = try JWEHeader(encoded: jwe.protected)
    try decode(jwe.encryptedKey, "encrypted_key", into: wrapped)
    let named = candidates(header)
    guard !named.isEmpty else { throw .jwe(.unknownKey) }
    let fitting = named.filter { $0.algorithm == header.algorithm }
    guard !fitting.isEmpty else { throw .jwe(.notTheKeysAlgorithm("alg \(header.algorithm.name)")) }
    let usable = fitting.filter(\.isPrivate)
    guard !usable.isEmpty else { throw .jwe(.publicKey) }
    // A point that is none says no more than bytes that were altered.
    guard header.algorithm == .wrapping || header.ephemeral != nil else { throw .notAuthentic }
    for key in usable {
      do throws(SealingFault) {
        let secret = try key.unwrap(wrapped.bytes, ephemeral: header.ephemeral)
        index = keys.firstIndex { $0 === key } ?? 0
        return secret
      } catch {
        guard error == .notAuthentic else { throw error }
      }
    }
    throw .notAuthentic
  }

  /// The keys with the header's `kid`, else those that have none, else, where the header has none, all.
  private func candidates(_ header: JWEHeader) -> [JSONWebKey] {
    guard let id = header.keyID else { return keys }
    let named = keys.filter { $0.id == id }
    return named.isEmpty ? keys.filter { $0.id == nil } : named
  }

  private func decode(_ text: Bytes, _ name: String, into output: ByteBuffer) throws(SealingFault) {
    try output.append(atMost: Base64URL.decodedCapacity(text.count)) { (room) throws(SealingFault) in
      guard let size = Base64URL.unpadded.decode(text, into: room) else { throw .jwe(.malformed(name)) }
      return size
    }
  }
}
