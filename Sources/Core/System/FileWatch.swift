import CSystem
import Glibc

/// Tells when files change, so that nobody has to ask them again and again (`inotify(7)`).
///
/// It does not see what other machines write to a network file system: whoever needs that asks now and then as well.
package final class FileWatch {
  /// Readable when a file has changed since `drain`.
  package let descriptor: Descriptor

  /// - Throws: when the system or the user's limits refuse; then there is only asking.
  package init() throws(Errno) {
    let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard raw >= 0 else { throw .current }
    descriptor = Descriptor(rawValue: raw)
  }

  deinit {
    try? descriptor.close()
  }

  /// Watches the file behind an open descriptor for writes and truncations, whatever name it has by now.
  ///
  /// - Throws: when the system refuses, also where `/proc` is not mounted.
  package func add(_ file: Descriptor) throws(Errno) {
    // The link leads to the open file itself, so no other file can have slipped under its name.
    let watch = inotify_add_watch(descriptor.rawValue, "/proc/self/fd/\(file.rawValue)", UInt32(IN_MODIFY))
    guard watch >= 0 else { throw .current }
  }

  /// Takes what has been told so far: the caller looks at its files afterwards.
  package func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: MemoryLayout<inotify_event>.alignment) { events in
      while let size = try? descriptor.read(into: events), size == events.count {}
    }
  }
}
