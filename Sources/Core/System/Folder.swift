import Glibc

/// What a folder holds.
package enum Folder {
  package struct Entry: Equatable, Sendable {
    package var name: String
    package var inode: UInt64
  }

  /// The names in a folder, in no order, without `.` and `..`.
  package static func entries(of path: String) throws(Errno) -> [Entry] {
    guard let stream = opendir(path) else { throw .current }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { entries.append(Entry(name: name, inode: UInt64(entry.pointee.d_ino))) }
    }
    return entries
  }

  /// The paths of the regular files in a folder and in those inside it, in the order of their bytes.
  ///
  /// - Parameter suffix: what their names end in.
  package static func files(in folder: String, suffix: String) throws(SystemError) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for entry in try SystemError.naming(.open, folder, try entries(of: folder)) {
        let path = "\(folder)/\(entry.name)"
        // A folder behind a symbolic link could hold itself.
        switch isLink(path) ? nil : (try? FileStatus(path: path))?.kind {
        case .directory: folders.append(path)
        case .regular where entry.name.hasSuffix(suffix): files.append(path)
        default: break
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isLink(_ path: String) -> Bool {
    var byte: CChar = 0
    return readlink(path, &byte, 1) >= 0
  }
}
