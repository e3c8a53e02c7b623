/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) under one key. What the digest is behind the padded key is kept, in the memory
/// of secrets, so that a message costs two compressions less. It belongs to one thread at a time.
package final class HMAC {
  package static let size = SHA256.digestSize

  /// Behind the key xor 0x36…, and behind the key xor 0x5C….
  private let keyed: UnsafeMutableRawBufferPointer
  private let working = SHA256()

  private static let keyedSize = MemoryLayout<SHA256.ChainingValue>.size

  package init(key: Bytes) {
    keyed = SecretMemory.shared.allocate(2 * Self.keyedSize)
    setKey(key)
  }

  deinit {
    working.deallocate()
    SecretMemory.shared.deallocate(keyed)
  }

  /// Takes another key in the place of the one before, of which nothing is left.
  func setKey(_ key: Bytes) {
    // On the stack, and eight bytes at once: a key may be taken for each line.
    var block = SIMD8<UInt64>()
    withUnsafeMutableBytes(of: &block) { block in
      if key.count <= block.count {
        block.copyMemory(from: UnsafeRawBufferPointer(key))
      } else {
        SHA256.digest(key, into: block.assumingMemoryBound(to: UInt8.self))
      }
    }
    block ^= SIMD8(repeating: 0x3636_3636_3636_3636)
    keepState(behind: &block, at: 0)
    block ^= SIMD8(repeating: 0x3636_3636_3636_3636 ^ 0x5C5C_5C5C_5C5C_5C5C)
    keepState(behind: &block, at: Self.keyedSize)
    withUnsafeMutableBytes(of: &block) { Memory.wipe($0) }
    // The padded key is in it.
    working.wipe()
  }

  private func keepState(behind block: inout SIMD8<UInt64>, at offset: Int) {
    working.begin()
    withUnsafeBytes(of: &block) { working.update($0.bindMemory(to: UInt8.self)) }
    keyed.storeBytes(of: working.chainingValue, toByteOffset: offset, as: SHA256.ChainingValue.self)
  }

  /// Begins a message.
  @inline(__always)
  package func start() {
    working.begin(behind: keyed.load(as: SHA256.ChainingValue.self))
  }

  /// Takes the next bytes of the message.
  @inline(__always)
  package func update(_ bytes: Bytes) {
    working.update(bytes)
  }

  /// Ends the message and writes its code, `size` bytes.
  @inline(__always)
  package func finish(into code: UnsafeMutablePointer<UInt8>) {
    working.finish(into: code)
    working.begin(behind: keyed.load(fromByteOffset: Self.keyedSize, as: SHA256.ChainingValue.self))
    working.update(Bytes(start: code, count: Self.size))
    working.finish(into: code)
  }
}

extension HMAC {
  /// The 32 bytes of the code of one text under `key`.
  package static func code(of bytes: Bytes, key: borrowing SecretBytes) -> [UInt8] {
    let context = key.withBytes { HMAC(key: $0) }
    context.start()
    context.update(bytes)
    return [UInt8](unsafeUninitializedCapacity: size) { room, count in
      guard let base = room.baseAddress else { return }
      context.finish(into: base)
      count = size
    }
  }
}
