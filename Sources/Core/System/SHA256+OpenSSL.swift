import CCrypto

/// SHA-256 (FIPS 180-4) of one text after the other, in plain memory: nothing is looked up, made or cleared for each of
/// them, which takes libcrypto's newer functions as long as a text of a few hundred bytes does.
///
/// Whoever keeps it gives its memory back. It belongs to one thread at a time.
struct SHA256 {
  /// What it is after whole blocks: all that is left of them.
  typealias ChainingValue = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  static let digestSize = 32
  static let blockSize = 64

  private let context: UnsafeMutablePointer<SHA256_CTX>

  /// At the beginning of a text.
  init() {
    context = .allocate(capacity: 1)
    context.initialize(to: SHA256_CTX())
    begin()
  }

  /// Wipes the memory and gives it back.
  func deallocate() {
    wipe()
    context.deallocate()
  }

  /// Leaves nothing of what it has taken; it is to begin next.
  func wipe() {
    Memory.wipe(UnsafeMutableRawBufferPointer(start: context, count: MemoryLayout<SHA256_CTX>.size))
  }

  /// Begins a text.
  @inline(__always)
  func begin() {
    SHA256_Init(context)
  }

  /// Begins behind one block.
  @inline(__always)
  func begin(behind block: ChainingValue) {
    context.pointee.h = block
    context.pointee.Nl = UInt32(8 * Self.blockSize)
    context.pointee.Nh = 0
    context.pointee.num = 0
    context.pointee.md_len = UInt32(Self.digestSize)
  }

  /// Goes on where `other` is.
  @inline(__always)
  func begin(where other: SHA256) {
    context.update(from: other.context, count: 1)
  }

  /// What it is after the blocks that it has taken.
  var chainingValue: ChainingValue { context.pointee.h }

  /// Takes the next bytes.
  @inline(__always)
  func update(_ bytes: Bytes) {
    SHA256_Update(context, bytes.baseAddress, bytes.count)
  }

  /// Ends the text and writes its digest, `digestSize` bytes.
  @inline(__always)
  func finish(into digest: UnsafeMutablePointer<UInt8>) {
    SHA256_Final(digest, context)
  }
}

extension SHA256 {
  /// Writes the 32 bytes of the digest of `bytes` to the start of `digest`, which has room for them.
  static func digest(_ bytes: Bytes, into digest: UnsafeMutableBufferPointer<UInt8>) {
    guard digest.count >= digestSize, let base = digest.baseAddress else { return }
    let state = SHA256()
    defer { state.deallocate() }
    state.update(bytes)
    state.finish(into: base)
  }
}
