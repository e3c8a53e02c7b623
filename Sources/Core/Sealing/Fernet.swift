/// The layout of a Fernet token before it is base64url text.
///
///      0    1         9        25                      n-32       n
///     +----+---------+--------+-----------------------+----------+
///     | 80 | seconds |   IV   | ciphertext            |   tag    |
///     +----+---------+--------+-----------------------+----------+
///            since     16       AES-128-CBC, PKCS #7,   HMAC-SHA256 over
///            1970,     random   16, 32, 48 … bytes      all before it
///            big       bytes
///            endian
///
/// - SeeAlso: the Fernet specification, github.com/fernet/spec.
package enum Fernet {
  /// Sixteen random bytes, never used twice under one key.
  package typealias IV = SIMD16<UInt8>

  /// The first byte of every token.
  package static let version: UInt8 = 0x80
  /// Of the 8 bytes of seconds.
  package static let timeOffset = 1
  /// Of the IV.
  package static let ivOffset = 9
  /// Bytes.
  package static let ivSize = 16
  /// Of the ciphertext, which goes to the tag.
  package static let ciphertextOffset = 25
  /// Of AES, in bytes.
  package static let blockSize = 16
  /// Of HMAC-SHA256, in bytes.
  package static let tagSize = 32
  /// A token of nothing: one block of padding.
  package static let smallestSize = ciphertextOffset + blockSize + tagSize
  /// Half of a key: the first authenticates, the second encrypts.
  package static let keyHalfSize = 16
  /// Bytes.
  package static let keySize = 2 * keyHalfSize

  /// The size of the ciphertext of `size` bytes: there is always padding, 1 to 16 bytes.
  package static func ciphertextSize(_ size: Int) -> Int {
    (size / blockSize + 1) * blockSize
  }
}

/// The 32 bytes of a Fernet key. Any number of threads may use it.
package final class FernetKey: Sendable {
  private let secret: SecretBytes

  /// - Returns: nil unless `secret` is 32 bytes.
  package init?(_ secret: consuming SecretBytes) {
    guard secret.count == Fernet.keySize else { return nil }
    self.secret = secret
  }

  /// A new key from the random generator.
  package convenience init() throws(SealingFault) {
    var secret = SecretBytes(capacity: Fernet.keySize)
    try secret.append { (room) throws(SealingFault) in
      try LibCrypto.fillRandomly(room)
      return room.count
    }
    guard secret.count == Fernet.keySize else { throw .libraryFailed }
    self.init(checked: secret)
  }

  private init(checked secret: consuming SecretBytes) {
    self.secret = secret
  }

  /// The 44 characters of the key.
  package var text: SecretBytes {
    var text = SecretBytes(capacity: Base64URL.encodedSize(Fernet.keySize))
    text.append { room in secret.withBytes { Base64URL.standard.encode($0, into: room) } }
    return text
  }

  /// A copy of the 32 bytes, for other uses than Fernet's.
  package var bytes: SecretBytes {
    var bytes = SecretBytes(capacity: Fernet.keySize)
    bytes.append { room in
      secret.withBytes { key in
        _ = room.update(fromContentsOf: key)
        return key.count
      }
    }
    return bytes
  }

  func makeHMAC() -> HMAC {
    secret.withBytes { HMAC(key: $0.slice(0, Fernet.keyHalfSize)) }
  }

  func makeCBC(_ direction: CBCContext.Direction, isPadding: Bool) throws(SealingFault) -> CBCContext {
    try secret.withBytes { (bytes) throws(SealingFault) in
      try CBCContext(direction, key: bytes.slice(Fernet.keyHalfSize, Fernet.keySize), isPadding: isPadding)
    }
  }
}

/// Seals records under one key. Belongs to one thread at a time.
package final class FernetSealer {
  private let cipher: CBCContext
  private let authenticator: HMAC
  private let random = RandomPool()
  private let scratch = Scratch()

  /// - Throws: `libraryFailed` when libcrypto has no memory or lacks an algorithm.
  package init(_ key: FernetKey) throws(SealingFault) {
    cipher = try key.makeCBC(.encrypt, isPadding: false)
    authenticator = key.makeHMAC()
  }

  /// Appends the token of `plaintext` to `output`.
  ///
  /// - Parameter time: seconds since 1970.
  @inline(__always)
  package func seal(_ plaintext: Bytes, time: UInt64, into output: ByteBuffer) throws(SealingFault) {
    try seal(plaintext, time: time, iv: try random.nextIV(), into: output)
  }

  /// Appends the token of `plaintext` to `output`, with an IV that the caller vouches for: test vectors have theirs.
  package func seal(_ plaintext: Bytes, time: UInt64, iv: Fernet.IV, into output: ByteBuffer) throws(SealingFault) {
    let ciphertextSize = Fernet.ciphertextSize(plaintext.count)
    let tagOffset = Fernet.ciphertextOffset + ciphertextSize
    let size = tagOffset + Fernet.tagSize
    let token = scratch.room(size)
    writeTokenHeader(time: time, iv: iv, to: token)
    let body = token + Fernet.ciphertextOffset
    if let source = plaintext.baseAddress { body.update(from: source, count: plaintext.count) }
    let padding = ciphertextSize - plaintext.count
    (body + plaintext.count).update(repeating: UInt8(truncatingIfNeeded: padding), count: padding)
    try cipher.start(iv)
    let written = try cipher.update(Bytes(start: body, count: ciphertextSize), into: body)
    guard written == ciphertextSize else { throw .libraryFailed }
    authenticator.start()
    authenticator.update(Bytes(start: token, count: tagOffset))
    authenticator.finish(into: token + tagOffset)
    output.append(atMost: Base64URL.encodedSize(size)) { room in
      Base64URL.standard.encode(Bytes(start: token, count: size), into: room)
    }
  }
}

/// Seals one text of any length into one token, in constant memory. Belongs to one thread at a time.
package final class FernetStream {
  private let cipher: CBCContext
  private let authenticator: HMAC
  /// Bytes of the token that are not text yet: at most two between calls.
  private let pending = ByteBuffer(capacity: BlockReader.blockSize)

  /// Begins a token.
  ///
  /// - Parameter time: seconds since 1970.
  package convenience init(_ key: FernetKey, time: UInt64) throws(SealingFault) {
    try self.init(key, time: time, iv: try RandomPool().nextIV())
  }

  init(_ key: FernetKey, time: UInt64, iv: Fernet.IV) throws(SealingFault) {
    cipher = try key.makeCBC(.encrypt, isPadding: true)
    authenticator = key.makeHMAC()
    pending.append(atMost: Fernet.ciphertextOffset) { room in
      guard let base = room.baseAddress else { return 0 }
      writeTokenHeader(time: time, iv: iv, to: base)
      return Fernet.ciphertextOffset
    }
    try cipher.start(iv)
    authenticator.start()
    authenticator.update(pending.bytes)
  }

  /// Takes the next bytes of the plaintext and appends what can be said of the token to `output`.
  package func update(_ plaintext: Bytes, into output: ByteBuffer) throws(SealingFault) {
    try encrypt(atMost: plaintext.count + Fernet.blockSize) { (room) throws(SealingFault) in
      try cipher.update(plaintext, into: room)
    }
    // A multiple of three has no padding.
    let whole = pending.count / 3 * 3
    encode(pending.bytes.slice(0, whole), into: output)
    pending.removeFirst(whole)
  }

  /// Ends the token.
  package func finish(into output: ByteBuffer) throws(SealingFault) {
    try encrypt(atMost: Fernet.blockSize) { (room) throws(SealingFault) in try cipher.finish(into: room) }
    try pending.append(atMost: Fernet.tagSize) { (room) throws(SealingFault) in
      guard let base = room.baseAddress else { throw .libraryFailed }
      authenticator.finish(into: base)
      return Fernet.tagSize
    }
    encode(pending.bytes, into: output)
    pending.removeAll()
  }

  private func encrypt(
    atMost size: Int, _ body: (UnsafeMutablePointer<UInt8>) throws(SealingFault) -> Int
  ) throws(SealingFault) {
    let before = pending.count
    try pending.append(atMost: size) { (room) throws(SealingFault) in
      guard let base = room.baseAddress else { throw .libraryFailed }
      return try body(base)
    }
    authenticator.update(pending.bytes.slice(before, pending.count))
  }

  private func encode(_ bytes: Bytes, into output: ByteBuffer) {
    output.append(atMost: Base64URL.encodedSize(bytes.count)) { Base64URL.standard.encode(bytes, into: $0) }
  }
}

/// Opens tokens under any of several keys. Belongs to one thread at a time.
package final class FernetOpener {
  private let keys: [(cipher: CBCContext, authenticator: HMAC)]
  /// The key that opened the last token: the next one is probably sealed under it too.
  private(set) var preferred = 0
  private let scratch = Scratch()
  private let isLenient: Bool

  /// - Parameters:
  ///   - keys: in the order in which they are tried.
  ///   - isLenient: whether tokens are read as loosely as `LenientBase64` does.
  package init(_ keys: [FernetKey], isLenient: Bool = false) throws(SealingFault) {
    self.isLenient = isLenient
    var contexts: [(CBCContext, HMAC)] = []
    for key in keys { contexts.append((try key.makeCBC(.decrypt, isPadding: false), key.makeHMAC())) }
    self.keys = contexts
  }

  /// Appends the plaintext of one token to `output`, once the token has proved authentic.
  ///
  /// - Parameter token: the base64url text, without white space.
  /// - Returns: when it was sealed, in seconds since 1970, as the sealer's clock had it.
  /// - Throws: `notAuthentic` for a wrong key or altered bytes: the two cannot be told apart; `truncated` or
  ///   `notCanonical` for a text that is no token under any key. `output` is then as it was.
  /// - Complexity: O(`token.count`) for each key that is tried.
  package func open(_ token: Bytes, into output: ByteBuffer) throws(SealingFault) -> UInt64 {
    let capacity = Base64URL.decodedCapacity(token.count)
    let bytes = scratch.room(capacity)
    let room = UnsafeMutableBufferPointer(start: bytes, count: capacity)
    guard
      let size = isLenient ? LenientBase64.decode(token, into: room) : Base64URL.standard.decode(token, into: room)
    else { throw token.count % 4 == 0 ? .notCanonical : .truncated }
    guard size >= Fernet.smallestSize else { throw .truncated }
    let tagOffset = size - Fernet.tagSize
    let cipher = try authenticate(Bytes(start: bytes, count: size), tagOffset: tagOffset)

    let ciphertext = Bytes(start: bytes + Fernet.ciphertextOffset, count: tagOffset - Fernet.ciphertextOffset)
    guard bytes[0] == Fernet.version, ciphertext.count % Fernet.blockSize == 0 else { throw .notFernet }
    let raw = UnsafeRawPointer(bytes)
    try cipher.start(raw.loadUnaligned(fromByteOffset: Fernet.ivOffset, as: Fernet.IV.self))
    try output.append(atMost: ciphertext.count) { (room) throws(SealingFault) in
      guard let base = room.baseAddress, try cipher.update(ciphertext, into: base) == ciphertext.count else {
        throw .libraryFailed
      }
      return try unpaddedSize(Bytes(start: base, count: ciphertext.count))
    }
    return UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: Fernet.timeOffset, as: UInt64.self))
  }

  /// Whether `token` is a whole token under one of the keys.
  package static func opens(_ token: Bytes, with keys: [FernetKey]) -> Bool {
    guard let opener = try? FernetOpener(keys) else { return false }
    return (try? opener.open(token, into: ByteBuffer(capacity: token.count))) != nil
  }

  private func authenticate(_ token: Bytes, tagOffset: Int) throws(SealingFault) -> CBCContext {
    for turn in keys.indices {
      let index = (preferred + turn) % keys.count
      let (cipher, authenticator) = keys[index]
      let signed = token.slice(0, tagOffset)
      var tag = SIMD32<UInt8>()
      let isAuthentic = try withUnsafeMutableBytes(of: &tag) { (room) throws(SealingFault) in
        let computed = room.bindMemory(to: UInt8.self)
        guard let base = computed.baseAddress else { throw .libraryFailed }
        authenticator.start()
        authenticator.update(signed)
        authenticator.finish(into: base)
        return LibCrypto.areEqual(Bytes(computed), token.slice(tagOffset, token.count))
      }
      guard isAuthentic else { continue }
      preferred = index
      return cipher
    }
    throw .notAuthentic
  }
}

/// The size of a text without its PKCS #7 padding. It is authentic, so how it fails tells an attacker nothing.
private func unpaddedSize(_ text: Bytes) throws(SealingFault) -> Int {
  guard let last = text.last, 1...UInt8(Fernet.blockSize) ~= last else { throw .notFernet }
  let size = text.count - Int(last)
  guard text.slice(size, text.count).allSatisfy({ $0 == last }) else { throw .notFernet }
  return size
}

/// Writes the `ciphertextOffset` bytes before the ciphertext.
@inline(__always)
private func writeTokenHeader(time: UInt64, iv: Fernet.IV, to token: UnsafeMutablePointer<UInt8>) {
  let raw = UnsafeMutableRawPointer(token)
  token[0] = Fernet.version
  raw.storeBytes(of: time.bigEndian, toByteOffset: Fernet.timeOffset, as: UInt64.self)
  raw.storeBytes(of: iv, toByteOffset: Fernet.ivOffset, as: Fernet.IV.self)
}

/// Memory for one token at a time, kept from token to token and wiped at the end, for it holds plaintext.
final class Scratch {
  private var storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)

  deinit {
    Memory.wipe(UnsafeMutableRawBufferPointer(storage))
    storage.deallocate()
  }

  /// At least `size` bytes, their contents unspecified.
  @inline(__always)
  func room(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    if storage.count >= size, let base = storage.baseAddress { return base }
    return grow(to: size)
  }

  @inline(never)
  private func grow(to size: Int) -> UnsafeMutablePointer<UInt8> {
    Memory.wipe(UnsafeMutableRawBufferPointer(storage))
    storage.deallocate()
    let capacity = size + size / 4
    let base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    storage = UnsafeMutableBufferPointer(start: base, count: capacity)
    return base
  }
}
