/// Digests what lines seal, for their places in a chain. Belongs to one thread at a time.
struct LineDigester {
  // Made at the first line: libcrypto takes a millisecond to get ready, which an empty input need not wait for.
  private var tokens: DigestContext?
  private var jwes: JWEDigestContext?

  /// The digest of a Fernet token's text.
  @inline(__always)
  mutating func digest(_ token: Bytes) throws(SealingFault) -> Chain.Digest {
    if let tokens { return try tokens.digest(token) }
    let made = try DigestContext()
    tokens = made
    return try made.digest(token)
  }

  /// The digest of a JWE.
  @inline(__always)
  mutating func digest(_ jwe: JWE.Members) throws(SealingFault) -> Chain.Digest {
    if let jwes { return try jwes.digest(jwe) }
    let made = try JWEDigestContext()
    jwes = made
    return try made.digest(jwe)
  }
}
