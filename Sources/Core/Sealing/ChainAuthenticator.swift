/// Makes and checks the tags of lines under one chain key. Belongs to one thread at a time.
final class ChainAuthenticator {
  private let authenticator: HMAC
  private let message = UnsafeMutablePointer<UInt8>.allocate(capacity: Chain.messageSize)

  /// - Parameter key: of the file, of which the chain key is made.
  convenience init(fileKey key: Bytes) throws(SealingFault) {
    let chainKey = try LibCrypto.derivedKey(from: key, info: Chain.keyLabel)
    self.init(chainKey)
  }

  private convenience init(_ chainKey: borrowing SecretBytes) {
    self.init(chainKey.withBytes { HMAC(key: $0) })
  }

  /// - Parameter authenticator: under the chain key.
  init(_ authenticator: HMAC) {
    self.authenticator = authenticator
    message.update(from: Chain.label.utf8Start, count: Chain.label.utf8CodeUnitCount)
  }

  deinit {
    message.deallocate()
  }

  /// The tag of line `number` of the chain `id`.
  ///
  /// - Parameter previous: `p`, with zeros behind its 12 bytes.
  func tag(id: UInt64, number: UInt64, previous: Chain.Tag, digest: Chain.Digest) -> Chain.Tag {
    let raw = UnsafeMutableRawPointer(message)
    raw.storeBytes(of: id.bigEndian, toByteOffset: 12, as: UInt64.self)
    raw.storeBytes(of: number.bigEndian, toByteOffset: 20, as: UInt64.self)
    // Sixteen bytes, of which the last four are written over.
    raw.storeBytes(of: previous, toByteOffset: 28, as: Chain.Tag.self)
    raw.storeBytes(of: digest, toByteOffset: 40, as: Chain.Digest.self)
    var code = Chain.Digest()
    withUnsafeMutableBytes(of: &code) { room in
      guard let base = room.bindMemory(to: UInt8.self).baseAddress else { return }
      authenticator.start()
      authenticator.update(Bytes(start: message, count: Chain.messageSize))
      authenticator.finish(into: base)
    }
    return code.lowHalf
  }

  /// Whether the line that seals what `digest` is of has this place in this chain.
  func isAuthentic(_ link: ChainLink, digest: Chain.Digest) -> Bool {
    let head = link.head
    let tag = tag(id: head.id, number: head.number, previous: link.previous, digest: digest)
    return withUnsafeBytes(of: tag) { tag in
      withUnsafeBytes(of: head.tag) { found in
        LibCrypto.areEqual(tag.bindMemory(to: UInt8.self), found.bindMemory(to: UInt8.self))
      }
    }
  }
}

extension SealingKey {
  /// What makes the tags of chains under this key; nil where the chain key evolves.
  func makeChainAuthenticator() throws(SealingFault) -> ChainAuthenticator? {
    switch self {
    case .fernet(let key): return try key.makeChainAuthenticator()
    case .web(let key): return try key.makeChainAuthenticator()
    }
  }

  /// Whether the chain key evolves: who seals with this key may have no key that opens.
  var hasEvolvingChain: Bool {
    if case .web(let key) = self { key.hasEvolvingChain } else { false }
  }
}

extension FernetKey {
  /// What makes the tags of chains under this key.
  func makeChainAuthenticator() throws(SealingFault) -> ChainAuthenticator {
    try bytes.withBytes { (bytes) throws(SealingFault) in try ChainAuthenticator(fileKey: bytes) }
  }
}

extension JSONWebKey {
  /// What makes the tags of chains under this key; nil where the chain key evolves.
  func makeChainAuthenticator() throws(SealingFault) -> ChainAuthenticator? {
    switch material {
    case .wrapping(let key):
      try key.withBytes { (bytes) throws(SealingFault) in try ChainAuthenticator(fileKey: bytes) }
    case .agreement: nil
    }
  }

  /// Whether the chain key evolves.
  var hasEvolvingChain: Bool { algorithm == .agreement }
}
