/// The key of the tags of a log that is sealed to a public key, where what tags may open nothing: random for each chain,
/// and another for each line.
///
///     K_0        random, 32 bytes; the genesis line seals it to the recipient
///     K_(n+1)    HMAC-SHA256(K_n, "evolve")
///
/// Each key takes the place of the one before, so that who sees the memory or the head file later can tag no earlier
/// line. Belongs to one thread at a time.
final class EvolvingKey {
  static let size = HMAC.size
  private static let label: StaticString = "evolve"

  /// Of the line that is tagged with it.
  private(set) var number: UInt64
  private let key: UnsafeMutableBufferPointer<UInt8>
  private let context: HMAC
  private let authenticator: ChainAuthenticator

  /// - Parameters:
  ///   - secret: `size` bytes.
  ///   - number: of the line that is tagged with it.
  init(_ secret: ChainSecret, number: UInt64) {
    self.number = number
    let key = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.size)
    key.initialize(repeating: 0)
    self.key = key
    secret.withBytes { _ = key.update(fromContentsOf: $0.prefix(Self.size)) }
    context = HMAC(key: Bytes(key))
    authenticator = ChainAuthenticator(context)
  }

  deinit {
    Memory.wipe(UnsafeMutableRawBufferPointer(key))
    key.deallocate()
  }

  /// A copy of the key as it is.
  var secret: ChainSecret { ChainSecret(copying: Bytes(key)) }

  /// Becomes the key of the next line.
  func evolve() {
    guard let base = key.baseAddress else { return }
    context.start()
    context.update(Bytes(Self.label))
    context.finish(into: base)
    context.setKey(Bytes(key))
    number += 1
  }

  /// Becomes the key of line `number`, which is not before the one at hand.
  ///
  /// - Returns: false if it would take more steps than a chain has lines, and it is as it was.
  func evolve(to number: UInt64) -> Bool {
    guard number >= self.number, number < Chain.largestEvolvingChain else { return false }
    while self.number < number { evolve() }
    return true
  }

  /// The tag of the line at hand in the chain `id`.
  func tag(id: UInt64, previous: Chain.Tag, digest: Chain.Digest) -> Chain.Tag {
    authenticator.tag(id: id, number: number, previous: previous, digest: digest)
  }

  /// Whether a line whose number is that at hand has this place in this chain.
  func isAuthentic(_ link: ChainLink, digest: Chain.Digest) -> Bool {
    guard link.head.number == number else { return false }
    return authenticator.isAuthentic(link, digest: digest)
  }
}

/// A key of `EvolvingKey`'s size where it is kept or written down: in genesis lines and head files.
final class ChainSecret: Sendable {
  private let bytes: SecretBytes

  /// From the random generator.
  init() throws(SealingFault) {
    var bytes = SecretBytes(capacity: EvolvingKey.size)
    try bytes.append { (room) throws(SealingFault) in
      try LibCrypto.fillRandomly(room)
      return room.count
    }
    self.bytes = bytes
  }

  init(copying other: Bytes) {
    var bytes = SecretBytes(capacity: EvolvingKey.size)
    bytes.append { room in
      let size = min(room.count, other.count)
      _ = room.update(fromContentsOf: other.prefix(size))
      return size
    }
    self.bytes = bytes
  }

  /// Reads 43 characters of base64url.
  ///
  /// - Returns: nil for anything else.
  init?(_ text: Bytes) {
    var bytes = SecretBytes(capacity: Base64URL.decodedCapacity(text.count))
    bytes.append { room in Base64URL.unpadded.decode(text, into: room) ?? 0 }
    guard bytes.count == EvolvingKey.size else { return nil }
    self.bytes = bytes
  }

  /// Calls `body` with the bytes.
  func withBytes<Result, Failure: Error>(_ body: (Bytes) throws(Failure) -> Result) throws(Failure) -> Result {
    try bytes.withBytes(body)
  }

  /// Appends 43 characters of base64url; who holds the buffer wipes it.
  func append(to output: ByteBuffer) {
    bytes.withBytes { bytes in
      output.append(atMost: Base64URL.encodedSize(bytes.count)) { Base64URL.unpadded.encode(bytes, into: $0) }
    }
  }
}
