/// Digests what lines seal, for their places in a chain. Belongs to one thread at a time.
final class LineDigester {
  private let working = SHA256()
  /// Behind `protected "." encrypted_key "."` of a JWE, which the lines under one content key repeat.
  private let opening = SHA256()
  /// The texts that `opening` has taken, one behind the other.
  private let texts = ByteBuffer()
  private var protectedSize = -1

  deinit {
    working.deallocate()
    opening.deallocate()
  }

  /// The digest of a Fernet token's text.
  @inline(__always)
  func digest(_ token: Bytes) -> Chain.Digest {
    working.begin()
    working.update(token)
    return finish()
  }

  /// The digest of what a JWE says: `protected "." encrypted_key "." iv "." ciphertext "." tag`.
  func digest(_ jwe: JWE.Members) -> Chain.Digest {
    if !isOpening(jwe) { begin(jwe) }
    working.begin(where: opening)
    working.update(jwe.iv)
    working.update(Bytes("."))
    working.update(jwe.ciphertext)
    working.update(Bytes("."))
    working.update(jwe.tag)
    return finish()
  }

  @inline(__always)
  private func finish() -> Chain.Digest {
    var digest = Chain.Digest()
    withUnsafeMutableBytes(of: &digest) { room in
      if let base = room.bindMemory(to: UInt8.self).baseAddress { working.finish(into: base) }
    }
    return digest
  }

  private func isOpening(_ jwe: JWE.Members) -> Bool {
    jwe.protected.count == protectedSize && texts.count == protectedSize + jwe.encryptedKey.count
      && texts.bytes.slice(0, protectedSize).equals(jwe.protected)
      && texts.bytes.slice(protectedSize, texts.count).equals(jwe.encryptedKey)
  }

  @inline(never)
  private func begin(_ jwe: JWE.Members) {
    opening.begin()
    opening.update(jwe.protected)
    opening.update(Bytes("."))
    opening.update(jwe.encryptedKey)
    opening.update(Bytes("."))
    texts.removeAll()
    texts.append(jwe.protected)
    texts.append(jwe.encryptedKey)
    protectedSize = jwe.protected.count
  }
}
