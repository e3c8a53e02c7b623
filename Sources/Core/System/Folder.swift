import Glibc

/// What is in a folder.
package enum Folder {
  /// The paths of the regular files in a folder and in those inside it, in the order of their bytes.
  ///
  /// - Parameter suffix: what their names end in.
  package static func files(in folder: String, suffix: String) throws(SystemError) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in try names(in: folder) {
        let path = "\(folder)/\(name)"
        // A folder behind a symbolic link could hold itself.
        switch isLink(path) ? nil : (try? FileStatus(path: path))?.kind {
        case .directory: folders.append(path)
        case .regular where name.hasSuffix(suffix): files.append(path)
        default: break
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(.open, folder, .current) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func isLink(_ path: String) -> Bool {
    var byte: CChar = 0
    return readlink(path, &byte, 1) >= 0
  }
}
