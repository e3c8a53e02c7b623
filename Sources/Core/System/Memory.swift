import CSystem
import Glibc

/// What is done to memory itself.
package enum Memory {
  /// Has memory that is given back go to the system, in pieces of at least `size` bytes at once and of the rest what is
  /// more than that for each thread (`mallopt(3)`). Else each of many threads would keep 64 MiB for its next long line.
  package static func keepAtMost(_ size: Int32) {
    _ = mallopt(M_MMAP_THRESHOLD, size)
    _ = mallopt(M_TRIM_THRESHOLD, size)
  }

  /// Overwrites bytes with zeros in a way that the compiler may not leave out (`explicit_bzero(3)`).
  package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    explicit_bzero(base, bytes.count)
  }

  /// Overwrites what the functions that have returned left on the stack, 32 KiB of it. They are asked to keep secrets in
  /// `SecretBytes`, and compilers put some of what passes through registers onto the stack all the same.
  package static func wipeStack() {
    sealwax_wipe_stack()
  }
}
