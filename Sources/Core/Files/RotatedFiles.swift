/// The files beside a log that rotation has made of it: `app.log.1`, `app.log-20261121`, `app-20261121.log`.
package struct RotatedFiles {
  private let folder: String
  private let name: String

  package init(of path: String) {
    folder = FilePath.folder(of: path)
    name = FilePath.baseName(of: path)
  }

  /// A file's times may be those of the last tick of the system's clock, and copies are made at leisure.
  private static let slack = 1_000_000_000

  /// The copy of what the file was when it was longer than it is, and behind it those that were made later, if it was cut
  /// more than once; none if there is no such copy.
  ///
  /// - Parameters:
  ///   - offset: the place behind which the first copy may hold more.
  ///   - since: no copy is older, in nanoseconds since 1970.
  ///   - fits: whether a file that stands at the place is the same before it.
  package func copies(
    behind offset: Int, of identity: FileStatus.Identity, since: Int, fits: (GrowingFile) -> Bool
  ) -> [GrowingFile] {
    // Without a byte to compare, any file would do.
    guard offset > 0 else { return [] }
    var newest: (copy: GrowingFile, modified: Int)?
    for entry in siblings where entry.inode != identity.inode {
      let path = path(of: entry)
      guard let status = try? FileStatus(path: path), status.kind == .regular, status.size >= offset,
        status.modified >= since - Self.slack, status.modified >= newest?.modified ?? .min,
        let input = try? Input.open(path), let file = try? GrowingFile(input, offset: offset), fits(file)
      else { continue }
      newest = (file, status.modified)
    }
    guard let copy = newest?.copy else { return [] }
    let later = paths(between: copy.input.name).compactMap { path -> GrowingFile? in
      guard let status = try? FileStatus(path: path), status.kind == .regular, status.modified >= since - Self.slack,
        status.identity.inode != identity.inode, let input = try? Input.open(path)
      else { return nil }
      return try? GrowingFile(input, offset: 0)
    }
    return [copy] + later
  }

  /// The file that bore the log's name, by its name of today.
  package func path(ofInode inode: UInt64) -> String? {
    siblings.first { $0.inode == inode }.map(path)
  }

  /// The files that came between an old one and the log of today, the oldest first: those with smaller numbers if
  /// rotation counts, those with later dates if it dates.
  package func paths(between old: String) -> [String] {
    guard let oldStamp = stamp(of: FilePath.baseName(of: old)) else { return [] }
    let others = siblings.compactMap { entry -> (stamp: Stamp, path: String)? in
      guard let stamp = stamp(of: entry.name), stamp.isLater(than: oldStamp) else { return nil }
      return (stamp, path(of: entry))
    }
    return others.sorted { $1.stamp.isLater(than: $0.stamp) }.map(\.path)
  }

  /// What rotation puts behind the name.
  private struct Stamp {
    var text: String
    var number: Int

    /// Numbers of rotations are small and grow with age, dates are large and fall.
    private var isDate: Bool { number >= 100_000 }

    func isLater(than other: Stamp) -> Bool {
      guard isDate == other.isDate else { return false }
      return isDate ? (number, text) > (other.number, other.text) : number < other.number
    }
  }

  /// Nil for what is no plain rotated file of the log: what is compressed cannot be read from a place on.
  private func stamp(of other: String) -> Stamp? {
    guard other.utf8.count > name.utf8.count + 1, other.hasPrefix(name) else { return nil }
    let rest = other.utf8.dropFirst(name.utf8.count)
    guard let separator = rest.first, [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(separator)
    else { return nil }
    let text = rest.dropFirst()
    // 2026-11-21T10:00 and the like: the digits in their order.
    guard text.allSatisfy({ isDigit($0) || "-:T".utf8.contains($0) }) else { return nil }
    guard let number = Int(String(decoding: text.filter(isDigit), as: UTF8.self)) else { return nil }
    return Stamp(text: other, number: number)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// The files that begin as the log's name does up to its first dot.
  private var siblings: [Folder.Entry] {
    let stem = name.dropFirst().firstIndex(of: ".").map { name[..<$0] } ?? name[...]
    let entries = (try? Folder.entries(of: folder)) ?? []
    return entries.filter { $0.name != name && $0.name.hasPrefix(stem) }
  }

  private func path(of entry: Folder.Entry) -> String {
    folder == "/" ? "/\(entry.name)" : "\(folder)/\(entry.name)"
  }
}
