/// A sealed line as it is seen without a key: what it says of its place in a chain, and what its tag covers.
struct ChainedLine {
  var link: ChainLink
  /// Of what it seals.
  var digest: Chain.Digest
  /// Whether the chain key is another for each line, since the line is sealed to a public key.
  var isEvolving: Bool

  /// - Returns: nil if the line has no place in a chain, or is not sealed.
  /// - Throws: `notAChain` when it has a place that is none.
  init?(_ line: Bytes) throws(SealingFault) {
    let tokens = EnvelopeReader()
    let jwes = JWEReader()
    defer { withExtendedLifetime((tokens, jwes)) {} }
    if case .token(let token, let chain?)? = try? tokens.read(line) {
      guard let link = ChainLink(chain) else { throw .notAChain }
      self.link = link
      digest = LineDigester().digest(token)
      isEvolving = false
    } else if let jwe = try? jwes.read(line), let chain = jwe.chain {
      guard let link = ChainLink(chain) else { throw .notAChain }
      guard let header = try? JWEHeader(encoded: jwe.protected) else { return nil }
      self.link = link
      digest = LineDigester().digest(jwe)
      isEvolving = header.algorithm == .agreement
    } else {
      return nil
    }
  }
}
