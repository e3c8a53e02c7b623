/// What is recorded of the end of a log beside it, so that a tail that was cut is noticed: one line in `FILE.head`.
///
///     {"id":"…","n":41,"t":"…","size":20480,"key":"…"}
///
/// `key` is there only where the chain key evolves: it is that of the next line.
/// It is written after what it names is on the disk, so it may be behind the log, and is never ahead of it.
package struct HeadFile: Sendable {
  /// The last line that is known to be on the disk.
  package var head: ChainHead
  /// Of the log up to that line, in bytes.
  package var size: Int
  /// Of the next line, where the chain key evolves.
  let key: ChainSecret?

  init(head: ChainHead, size: Int, key: ChainSecret? = nil) {
    self.head = head
    self.size = size
    self.key = key
  }

  /// Where the head of a log stands.
  package static func path(of log: String) -> String { "\(log).head" }

  /// Why a head file cannot be used.
  package enum Fault: DescribedError, Equatable {
    case malformed(String)

    package var location: Location? {
      switch self {
      case .malformed(let path): Location(path)
      }
    }
    package var message: String { "not a head file" }
  }

  /// Far more than a head takes.
  private static let largestSize = 1024

  /// Reads the head of a log.
  ///
  /// - Returns: nil if there is none.
  package static func read(of log: String) throws -> HeadFile? {
    let path = path(of: log)
    let descriptor: Descriptor
    do throws(Errno) {
      descriptor = try Descriptor.open(path, [.read, .nonBlocking])
    } catch {
      guard error == .noEntry else { throw SystemError(.open, path, error) }
      return nil
    }
    defer { try? descriptor.close() }
    let buffer = ByteBuffer(capacity: largestSize)
    defer { buffer.wipe(to: 0) }
    try buffer.append(atMost: largestSize) { (room) throws(SystemError) in
      let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[..<largestSize])
      return try SystemError.naming(.read, path, try descriptor.read(into: rest))
    }
    var scanner = JSONScanner()
    let text = buffer.bytes.trimmed
    var visitor = HeadVisitor(text: text)
    do {
      try scanner.scan(text, visitor: &visitor)
    } catch {
      throw Fault.malformed(path)
    }
    guard let id = visitor.id, let number = visitor.number, let tag = visitor.tag else { throw Fault.malformed(path) }
    return HeadFile(
      head: ChainHead(id: id, number: number, tag: tag), size: Int(clamping: visitor.size ?? 0),
      key: visitor.key)
  }

  /// Puts the head of a log in the place of the one that is there.
  ///
  /// - Parameter isWanted: is asked while nobody else writes this head, not even a writer of another file that has taken
  ///   the log's name since, whose lock is another. If it says no, the recorded head stays.
  func write(of log: String, if isWanted: () throws -> Bool) throws {
    let path = Self.path(of: log)
    let temporary = "\(path).tmp"
    let descriptor = try SystemError.naming(.create, path, try Self.openLocked(temporary))
    defer { try? descriptor.close() }
    guard try isWanted() else {
      try? FilePath.remove(temporary)
      return
    }
    let line = ByteBuffer()
    defer { line.wipe(to: 0) }
    append(to: line)
    try SystemError.naming(.write, path, try descriptor.truncate(to: 0))
    try SystemError.naming(.write, path, try descriptor.writeAll(UnsafeRawBufferPointer(line.bytes)))
    // No sync: should the system crash, the old one is as good, for it may be behind.
    try SystemError.naming(.rename, path, try FilePath.rename(temporary, to: path))
  }

  /// Takes the recorded head of a log away.
  static func remove(of log: String) throws(SystemError) {
    let path = path(of: log)
    do throws(Errno) {
      try FilePath.remove(path)
    } catch {
      guard error == .noEntry else { throw SystemError(.remove, path, error) }
    }
  }

  private func append(to line: ByteBuffer) {
    let id = Chain.text(ofID: head.id)
    line.append("{\"id\":\"\(id)\",\"n\":\(head.number),\"t\":\"\(head.tagText)\",\"size\":\(size)")
    if let key {
      line.append(",\"key\":\"")
      key.append(to: line)
      line.append("\"")
    }
    line.append("}\n")
  }

  /// Opens the file that is to take the head's place, and locks it. Whoever had it before has given it the head's name, so
  /// that there is another to be opened.
  private static func openLocked(_ path: String) throws(Errno) -> Descriptor {
    while true {
      let descriptor = try Descriptor.open(path, [.write, .create, .nonBlocking])
      do throws(Errno) {
        try descriptor.lock()
        let status = try FileStatus(of: descriptor)
        if let there = try? FileStatus(path: path), there.identity == status.identity {
          // It may be left over from somebody with other habits, and is to hold a key.
          if status.mode & 0o077 != 0 { try descriptor.setMode(0o600) }
          return descriptor
        }
      } catch {
        try? descriptor.close()
        throw error
      }
      try? descriptor.close()
    }
  }
}

/// Picks the members of a head file.
private struct HeadVisitor: JSONVisitor {
  let text: Bytes
  var id: UInt64?
  var number: UInt64?
  var tag: Chain.Tag?
  var size: UInt64?
  var key: ChainSecret?
  private var name = ""

  init(text: Bytes) { self.text = text }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) { name = text.slice(range).text }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    if name == "id" { id = Chain.id(text.slice(range)) }
    if name == "key" { key = ChainSecret(text.slice(range)) }
    if name == "t" { tag = Chain.tag(text.slice(range), size: Chain.Tag.scalarCount) }
  }

  mutating func number(_ range: Range<Int>) {
    if name == "n" { number = Chain.number(text.slice(range)) }
    if name == "size" { size = Chain.number(text.slice(range)) }
  }
}
