import CSystem
import Glibc

/// What is done to names of files, not to their contents.
package enum FilePath {
  /// The path with every symbolic link resolved, or nil when the file does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder that holds `path`: everything before the last `/`, or `.`.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of `path`: everything behind the last `/`.
  package static func baseName(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Puts the file `old` at the name `new`, whatever stood there, in one step.
  package static func rename(_ old: String, to new: String) throws(Errno) {
    guard Glibc.rename(old, new) == 0 else { throw .current }
  }

  /// Takes the name away (`unlink`); not a folder's.
  package static func remove(_ path: String) throws(Errno) {
    guard unlink(path) == 0 else { throw .current }
  }

  /// Gives a name to an unnamed open file (`OpenFlags.unnamed`).
  ///
  /// - Throws: `exists` when the name is taken.
  package static func link(_ descriptor: Descriptor, at path: String) throws(Errno) {
    let place = "/proc/self/fd/\(descriptor.rawValue)"
    guard linkat(AT_FDCWD, place, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else { throw .current }
  }

  /// Waits until the entries of a folder are on the disk, so that a new or renamed file is still there after a crash.
  package static func syncFolder(_ path: String) throws(Errno) {
    let folder = try Descriptor.open(path, [.read, .directory])
    defer { try? folder.close() }
    try folder.sync()
  }
}
