import Glibc

/// What is done to memory itself.
package enum Memory {
  /// Overwrites bytes with zeros in a way that the compiler may not leave out (`explicit_bzero(3)`).
  package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    explicit_bzero(base, bytes.count)
  }
}
