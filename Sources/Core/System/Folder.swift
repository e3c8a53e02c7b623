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
}
