import CSystem
import Glibc

/// Ends the waiting of another thread for input (`eventfd(2)`).
package final class Interruption: Sendable {
  let descriptor: Descriptor

  package init() throws(Errno) {
    let raw = eventfd(0, Int32(EFD_CLOEXEC))
    guard raw >= 0 else { throw .current }
    descriptor = Descriptor(rawValue: raw)
  }

  deinit {
    try? descriptor.close()
  }

  /// Every wait ends from now on.
  package func raise() {
    var one: UInt64 = 1
    withUnsafeBytes(of: &one) { bytes in _ = try? descriptor.writeOnce(bytes) }
  }
}
