import CSystem
import Glibc

/// Tells when files change, so that nobody has to ask them again and again (`inotify(7)`).
///
/// It does not see what other machines write to a network file system: whoever needs that asks now and then as well.
package final class FileWatch {
  /// Readable when a file has changed since `drain`.
  package let descriptor: Descriptor

  /// What has changed since the last question.
  package enum Change: Equatable, Sendable {
    /// The files with these numbers, as `add` gave them.
    case files(Set<Int32>)
    /// More than the system could keep, so it may be any.
    case any
  }

  /// - Throws: when the system or the user's limits refuse; then there is only asking.
  package init() throws(Errno) {
    descriptor = try INotify.open()
  }

  deinit {
    try? descriptor.close()
  }

  /// Watches the file behind an open descriptor for writes and truncations, whatever name it has by now.
  ///
  /// - Returns: the watched file's number; a file that is watched already has the same.
  /// - Throws: when the system refuses, also where `/proc` is not mounted.
  package func add(_ file: Descriptor) throws(Errno) -> Int32 {
    // The link leads to the open file itself, so no other file can have slipped under its name.
    try INotify.add(file.path, to: descriptor, events: UInt32(IN_MODIFY))
  }

  /// Forgets a file.
  package func remove(_ number: Int32) {
    _ = inotify_rm_watch(descriptor.rawValue, number)
  }

  /// Takes what has been told so far: the caller looks at its files afterwards.
  package func drain() -> Change {
    var numbers: Set<Int32> = []
    var isLost = false
    INotify.forEachEvent(of: descriptor) { event, _ in
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { isLost = true } else { numbers.insert(event.wd) }
    }
    return isLost ? .any : .files(numbers)
  }
}

/// The calls of `inotify(7)`.
enum INotify {
  static func open() throws(Errno) -> Descriptor {
    let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard raw >= 0 else { throw .current }
    return Descriptor(rawValue: raw)
  }

  static func add(_ path: String, to descriptor: Descriptor, events: UInt32) throws(Errno) -> Int32 {
    let number = inotify_add_watch(descriptor.rawValue, path, events)
    guard number >= 0 else { throw .current }
    return number
  }

  /// Takes every event that waits, with the name that it bears.
  static func forEachEvent(of descriptor: Descriptor, _ body: (inotify_event, String) -> Void) {
    let headerSize = MemoryLayout<inotify_event>.size
    withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: MemoryLayout<inotify_event>.alignment) { room in
      while let size = try? descriptor.read(into: room), size > 0 {
        let events = UnsafeRawBufferPointer(rebasing: room[..<size])
        var offset = 0
        while offset + headerSize <= size {
          let event = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let nameStart = offset + headerSize
          let end = min(nameStart + Int(event.len), size)
          // NUL bytes fill the name up.
          let name = events[nameStart..<end].prefix { $0 != 0 }
          body(event, String(decoding: name, as: UTF8.self))
          offset = end
        }
      }
    }
  }
}
