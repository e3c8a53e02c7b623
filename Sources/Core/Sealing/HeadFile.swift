/// What is recorded of the end of a log beside it, so that a tail that was cut is noticed: one line in `FILE.head`.
///
///     {"id":"…","n":41,"t":"…","size":20480,"key":"…"}   …spaces… LF
///     0                                                           256
///
/// `key` is there only where the chain key evolves: it is that of the next line.
/// It is written after what it names is on the disk, so it may be behind the log, and is never ahead of it. A new head is
/// written over the old one: both have one size and lie in one sector of the disk, so that after a crash of the system it
/// is the one or the other, without a sync. A file that took the old one's name unsynced may be found empty then.
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

  /// Half a sector of the smallest kind. A head takes 153 bytes at most.
  private static let fileSize = 256

  /// Reads the head of a log.
  ///
  /// - Returns: nil if there is none, or an empty one, as a crash leaves that comes before the first head.
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
    // Not while another process is writing it; where nothing can be locked, nobody writes.
    try? descriptor.lock(isShared: true)
    defer { try? descriptor.unlock() }
    return try read(descriptor, path)
  }

  /// Puts the head of a log in the place of the one that is there. The first of a chain is on the disk when this returns,
  /// so that a crash of the system never leaves that of a chain before: the next chain would go on with that one.
  ///
  /// - Parameter isWanted: is asked, with the head that is recorded, while nobody else writes this head, not even a writer
  ///   of another file that has taken the log's name since, whose lock is another. If it says no, that head stays.
  func write(of log: String, if isWanted: (_ recorded: ChainHead?) throws -> Bool) throws {
    let path = Self.path(of: log)
    while true {
      let descriptor = try SystemError.naming(
        .create, path, try Descriptor.open(path, [.readWrite, .create, .nonBlocking]))
      defer { try? descriptor.close() }
      try SystemError.naming(.lock, path, try descriptor.lock())
      defer { try? descriptor.unlock() }
      let status = try SystemError.naming(.stat, path, try FileStatus(of: descriptor))
      guard (try? FileStatus(path: path))?.identity == status.identity else { continue }
      let recorded = (try? Self.read(descriptor, path))?.head
      guard try isWanted(recorded) else { return }
      // It may be from somebody with other habits, and is to hold a key.
      if status.mode & 0o077 != 0 { try SystemError.naming(.write, path, try descriptor.setMode(0o600)) }
      try SystemError.naming(.write, path, try write(to: descriptor))
      if status.size == Self.fileSize, recorded?.id == head.id { return }
      try SystemError.naming(.write, path, try descriptor.truncate(to: Self.fileSize))
      try SystemError.naming(.sync, path, try descriptor.sync())
      if status.size == 0 { try SystemError.naming(.sync, path, try FilePath.syncFolder(FilePath.folder(of: path))) }
      return
    }
  }

  private func write(to descriptor: Descriptor) throws(Errno) {
    let line = ByteBuffer(capacity: Self.fileSize)
    defer { line.wipe(to: 0) }
    append(to: line)
    while line.count < Self.fileSize - 1 { line.append(" ") }
    line.append("\n")
    // The buffer must outlive the view of it.
    let count = try withExtendedLifetime(line) { () throws(Errno) in
      try descriptor.writeOnce(UnsafeRawBufferPointer(line.bytes), at: 0)
    }
    guard count == Self.fileSize else { throw .noSpace }
  }

  private static func read(_ descriptor: Descriptor, _ path: String) throws -> HeadFile? {
    // A longer one is none of ours.
    let largestSize = 4 * fileSize
    let buffer = ByteBuffer(capacity: largestSize)
    defer { buffer.wipe(to: 0) }
    try buffer.append(atMost: largestSize) { (room) throws(SystemError) in
      let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[..<largestSize])
      return try SystemError.naming(.read, path, try descriptor.read(into: rest, at: 0))
    }
    guard !buffer.bytes.isEmpty else { return nil }
    return try withExtendedLifetime(buffer) {
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
        head: ChainHead(id: id, number: number, tag: tag), size: Int(clamping: visitor.size ?? 0), key: visitor.key)
    }
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
    line.append("}")
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
