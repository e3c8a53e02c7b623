/// A file that appears whole or not at all: its bytes go to an unnamed file in the same folder, and `commit` puts that
/// in the place of the old one. Until then the old file is untouched; when it is dropped, nothing is left behind.
///
/// A new file has mode 0600; an existing one keeps its mode and owner. A symbolic link is followed, not replaced.
package struct ReplacementFile: ~Copyable {
  /// The path as the user gave it, for messages.
  package let name: String
  /// Where the file will stand, links resolved.
  private let target: String
  private let descriptor: Descriptor
  /// The name of the temporary file, nil while it has none.
  private let temporaryName: String?

  private init(name: String, target: String, descriptor: Descriptor, temporaryName: String?) {
    self.name = name
    self.target = target
    self.descriptor = descriptor
    self.temporaryName = temporaryName
  }

  /// Opens the temporary file.
  ///
  /// - Throws: when the folder takes no new file, or the old one's mode and owner cannot be kept.
  package static func open(_ path: String) throws(SystemError) -> ReplacementFile {
    let target = FilePath.resolved(path) ?? path
    let opened = try SystemError.naming(.create, path, try openTemporary(besides: target))
    let file = ReplacementFile(
      name: path, target: target, descriptor: opened.descriptor, temporaryName: opened.name)
    try SystemError.naming(.create, path, try copyAttributes(of: target, to: opened.descriptor))
    return file
  }

  deinit {
    try? descriptor.close()
    if let temporaryName { try? FilePath.remove(temporaryName) }
  }

  /// Adds to the temporary file.
  package func write(_ bytes: Bytes) throws(SystemError) {
    try SystemError.naming(.write, name, try descriptor.writeAll(UnsafeRawBufferPointer(bytes)))
  }

  /// Takes bytes out of what was written; what follows them moves up.
  ///
  /// - Parameter range: in bytes from the start, within what was written.
  package func remove(_ range: Range<Int>) throws(SystemError) {
    try SystemError.naming(.write, name, try Self.remove(range, from: descriptor))
  }

  private static func remove(_ range: Range<Int>, from descriptor: Descriptor) throws(Errno) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { block.deallocate() }
    var source = range.upperBound
    var target = range.lowerBound
    while true {
      let count = try descriptor.read(into: block, at: source)
      if count == 0 { break }
      try descriptor.seek(to: target)
      try descriptor.writeAll(UnsafeRawBufferPointer(rebasing: block[..<count]))
      source += count
      target += count
    }
    try descriptor.truncate(to: target)
    try descriptor.seek(to: target)
  }

  /// Makes the file durable and puts it in its place.
  package consuming func commit() throws(SystemError) {
    try commitKeepingOpen()
  }

  /// As `commit`, and holds the lock of the new file meanwhile (`flock(2)`), until `body` has returned.
  ///
  /// - Parameter body: is called when the new file is in its place; gets its size in bytes.
  package consuming func commitLocked(_ body: (_ size: Int) throws -> Void) throws {
    try SystemError.naming(.lock, name, try descriptor.lock())
    let size = try SystemError.naming(.stat, name, try FileStatus(of: descriptor)).size
    try commitKeepingOpen()
    try body(size)
  }

  private func commitKeepingOpen() throws(SystemError) {
    try SystemError.naming(.sync, name, try descriptor.sync())
    try SystemError.naming(.rename, name, try putInPlace())
  }

  /// As `commit`, unless the file would not change: then it stays, with its times.
  package consuming func commit(unlessEqualTo old: borrowing Input) throws(SystemError) {
    if try SystemError.naming(.read, name, try Self.haveSameContents(descriptor, old.descriptor)) { return }
    try commit()
  }

  private static func haveSameContents(_ first: Descriptor, _ second: Descriptor) throws(Errno) -> Bool {
    let size = try FileStatus(of: first).size
    guard try FileStatus(of: second).size == size else { return false }
    let block = 64 << 10
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * block, alignment: 16)
    defer { memory.deallocate() }
    let halves = (
      UnsafeMutableRawBufferPointer(rebasing: memory[..<block]),
      UnsafeMutableRawBufferPointer(rebasing: memory[block...])
    )
    var offset = 0
    while offset < size {
      let count = try first.read(into: halves.0, at: offset)
      // A short read counts as a change: the file is then rewritten, which is never wrong.
      guard count > 0, try second.read(into: halves.1, at: offset) == count else { return false }
      guard
        Bytes(halves.0.bindMemory(to: UInt8.self)).slice(0, count)
          .equals(Bytes(halves.1.bindMemory(to: UInt8.self)).slice(0, count))
      else { return false }
      offset += count
    }
    return true
  }

  private func putInPlace() throws(Errno) {
    let source =
      if let temporaryName {
        temporaryName
      } else {
        try Self.uniqueName(besides: target) { (candidate) throws(Errno) in
          try FilePath.link(descriptor, at: candidate)
        }
      }
    do {
      try FilePath.rename(source, to: target)
    } catch {
      try? FilePath.remove(source)
      throw error
    }
    try FilePath.syncFolder(FilePath.folder(of: target))
  }

  /// An unnamed file, which a crash leaves no trace of, or a named one on file systems that have no unnamed files.
  private static func openTemporary(besides target: String) throws(Errno) -> (descriptor: Descriptor, name: String?) {
    do throws(Errno) {
      return (try Descriptor.open(FilePath.folder(of: target), [.readWrite, .unnamed]), nil)
    } catch {
      guard [.notSupported, .isDirectory, .invalidArgument].contains(error) else { throw error }
    }
    var descriptor: Descriptor?
    let name = try uniqueName(besides: target) { (candidate) throws(Errno) in
      descriptor = try Descriptor.open(candidate, [.readWrite, .create, .exclusive])
    }
    guard let descriptor else { throw .exists }
    return (descriptor, name)
  }

  /// Tries names next to `target` until `make` finds one that is free.
  private static func uniqueName(
    besides target: String, _ make: (String) throws(Errno) -> Void
  ) throws(Errno) -> String {
    // 64 random bits: the second try is for a name that somebody else chose on purpose.
    for _ in 0..<16 {
      let candidate = "\(target).\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
      do {
        try make(candidate)
        return candidate
      } catch {
        guard error == .exists else { throw error }
      }
    }
    throw .exists
  }

  private static func copyAttributes(of target: String, to descriptor: Descriptor) throws(Errno) {
    let old: FileStatus
    do {
      old = try FileStatus(path: target)
    } catch {
      guard error == .noEntry else { throw error }
      return
    }
    let new = try FileStatus(of: descriptor)
    if old.user != new.user || old.group != new.group {
      try descriptor.setOwner(user: old.user, group: old.group)
    }
    try descriptor.setMode(old.mode)
  }
}
