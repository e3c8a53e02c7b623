/// Random bytes drawn many at a time, because a call of the generator costs as much as sealing a short line.
///
/// Each byte is given out once and wiped as it goes. Belongs to one thread of one process: it does not survive a fork,
/// and no tool forks.
final class RandomPool {
  private let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: RandomPool.size)
  private var used = RandomPool.size

  /// Bytes drawn at a time: 256 IVs; more gains nothing measurable.
  private static let size = 4096

  deinit {
    Memory.wipe(UnsafeMutableRawBufferPointer(storage))
    storage.deallocate()
  }

  /// The next IV.
  func nextIV() throws(SealingFault) -> Fernet.IV {
    if used + Fernet.ivSize > Self.size {
      try LibCrypto.fillRandomly(storage)
      used = 0
    }
    let part = UnsafeMutableRawBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(storage)[used..<(used + Fernet.ivSize)])
    let iv = part.loadUnaligned(as: Fernet.IV.self)
    Memory.wipe(part)
    used += Fernet.ivSize
    return iv
  }
}
