/// A log that grows durably: what `append` has returned from is on the disk, whatever is killed afterwards.
///
/// Several processes may append to one file. Each batch is one `write(2)` under an exclusive lock; a torn end that a
/// crash left is mended first; a file that was rotated away is opened anew under its old name.
package final class AppendFile {
  /// When `append` waits for the disk.
  package enum Synchronization: String, CaseIterable, Sendable {
    /// After each record.
    case record
    /// After each batch: whatever one read brought.
    case batch
    /// Never: the system writes when it likes.
    case none
  }

  /// What was found at the end of the file and mended.
  package enum Repair: Equatable, Sendable {
    /// `size` bytes of a record that was never acknowledged, from `offset` to the end, were cut.
    case cutTornRecord(offset: Int, size: Int)
    /// `size` NUL bytes, as some file systems leave after a power cut, were cut.
    case cutNulBytes(offset: Int, size: Int)
    /// The last record was whole and only its LF was missing.
    case addedNewline(offset: Int)

    /// The repair told to a person.
    package func diagnostic(of path: String) -> Diagnostic {
      let what =
        switch self {
        case .cutTornRecord(let offset, let size): "cut a torn record of \(size) bytes at byte \(offset)"
        case .cutNulBytes(let offset, let size): "cut \(size) NUL bytes at byte \(offset)"
        case .addedNewline(let offset): "added the missing newline at byte \(offset)"
        }
      return Diagnostic(.warning, at: Location(path), what)
    }
  }

  package enum Fault: DescribedError, Equatable {
    case notRegular(String)
    case shortWrite(String)
    case torn(String)

    package var location: Location? {
      switch self {
      case .notRegular(let path), .shortWrite(let path), .torn(let path): Location(path)
      }
    }
    package var hint: String? {
      if case .torn = self { "seal -a mends the end of its file" } else { nil }
    }
    package var message: String {
      switch self {
      case .notRegular: "cannot append durably: not a regular file"
      case .shortWrite: "cannot write: the file took only a part, which was taken back"
      case .torn: "cannot append: the last record is torn"
      }
    }
  }

  /// Bytes read at a time while the end is mended.
  private static let blockSize = 64 << 10
  /// A last line without LF that is longer is not read into memory to see whether it is whole; it counts as torn.
  private static let largestWholeRecord = 512 << 20

  /// The path as the user gave it, or `<stdout>`.
  package let name: String
  let path: String
  private let synchronization: Synchronization
  private let tornCopy: String?
  private let isWholeRecord: (Bytes) -> Bool
  private let onRepair: (Repair) -> Void
  private let onDurable: (_ recordCount: Int) throws -> Void
  private let linker: (any AppendLinker)?
  private let cutsTornEnd: Bool
  private(set) var descriptor: Descriptor
  /// Which file it was and how large, when the linker last knew its end.
  private var linkedEnd: (file: FileStatus.Identity, size: Int)?

  /// Opens the log, creates it with mode 0600 if there is none, and mends its end.
  ///
  /// - Parameters:
  ///   - name: for messages, if it is not the path.
  ///   - tornCopy: a file that gets what is cut from a torn end, nil to let it go.
  ///   - isWholeRecord: whether a last line without LF is nevertheless a whole record.
  ///   - linker: gives the lines their last form, nil to write them as they are.
  ///   - cutsTornEnd: whether a torn end may be cut; if not, there is no appending to such a file.
  ///   - onRepair: is told what was mended.
  ///   - onDurable: is called after each batch has reached the disk; where acknowledgements are written.
  package init(
    _ path: String, name: String? = nil, synchronization: Synchronization, tornCopy: String?,
    isWholeRecord: @escaping (Bytes) -> Bool, linker: (any AppendLinker)? = nil, cutsTornEnd: Bool = true,
    onRepair: @escaping (Repair) -> Void,
    onDurable: @escaping (_ recordCount: Int) throws -> Void
  ) throws {
    self.path = path
    self.name = name ?? path
    self.synchronization = synchronization
    self.tornCopy = tornCopy
    self.isWholeRecord = isWholeRecord
    self.onRepair = onRepair
    self.onDurable = onDurable
    self.linker = linker
    self.cutsTornEnd = cutsTornEnd
    descriptor = try Self.open(path, name: self.name, isDurable: synchronization != .none)
    try whileLocked { _ in }
  }

  deinit {
    if descriptor.rawValue >= 0 { try? descriptor.close() }
  }

  /// Appends whole lines and returns when they are as durable as `synchronization` says.
  ///
  /// - Parameter bytes: lines, each ended by LF.
  /// - Throws: when the file is as it was before, or, after a failed sync, when nobody knows: then nothing was
  ///   acknowledged and the caller must stop.
  package func append(_ bytes: Bytes, recordCount: Int) throws {
    guard synchronization == .record else {
      return try appendBatch(bytes, recordCount: recordCount)
    }
    var start = 0
    while start < bytes.count {
      let end = (bytes.firstOffset(of: newline, from: start) ?? bytes.count - 1) + 1
      try appendBatch(bytes.slice(start, end), recordCount: 1)
      start = end
    }
  }

  /// Closes the file; everything appended is already where it should be.
  package func close() throws(SystemError) {
    let open = descriptor
    descriptor = Descriptor(rawValue: -1)
    try SystemError.naming(.close, name, try open.close())
  }

  private func appendBatch(_ records: Bytes, recordCount: Int) throws {
    var end: Int?
    var isTold = false
    repeat {
      try whileLocked { size in
        guard let start = try writeBeginning(at: size) else { return }
        let newEnd = try write(linker?.link(records, count: recordCount) ?? records, at: start)
        end = newEnd
        isTold = linker?.need == .underLock
        if isTold { try makeDurable(size: newEnd) }
      }
    } while end == nil
    // Outside the lock: the sync of one writer carries what the others have written meanwhile.
    if let end, !isTold { try makeDurable(size: end) }
    try onDurable(recordCount)
  }

  /// Whoever goes on must be told of a beginning before there is anything behind it, also if this process is killed and
  /// the file rotated.
  ///
  /// - Returns: the size of the file then; nil if the file was rotated away meanwhile, and nobody has been told.
  private func writeBeginning(at size: Int) throws -> Int? {
    guard synchronization != .none, let beginning = try linker?.linkBeginning() else { return size }
    let end = beginning.isEmpty ? size : try write(beginning, at: size)
    try makeDurable(size: end)
    return try isCurrent() ? end : nil
  }

  /// Writes at the end of the file, all or nothing.
  ///
  /// - Returns: the size of the file then.
  private func write(_ bytes: Bytes, at size: Int) throws -> Int {
    let written: Int
    do throws(Errno) {
      written = try descriptor.writeOnce(UnsafeRawBufferPointer(bytes))
    } catch {
      try? descriptor.truncate(to: size)
      throw SystemError(.write, name, error)
    }
    guard written == bytes.count else {
      try? descriptor.truncate(to: size)
      throw Fault.shortWrite(name)
    }
    linkedEnd?.size = size + written
    return size + written
  }

  private func makeDurable(size: Int) throws {
    let isSynced = synchronization != .none
    if isSynced { try SystemError.naming(.sync, name, try descriptor.syncData()) }
    guard let linker, isSynced || linker.need != .none else { return }
    try linker.becameDurable(size: size, isCurrent: isCurrent)
  }

  /// Takes the lock of the file that bears the name now, mends its end, and gives its size to `body`.
  func whileLocked(_ body: (_ size: Int) throws -> Void) throws {
    try lockCurrent()
    defer { try? descriptor.unlock() }
    let size = try mendEnd()
    if let linker { try resume(linker, size: size) }
    try body(size)
  }

  /// Shows the linker the last line, unless nobody has written since it knew the end.
  private func resume(_ linker: any AppendLinker, size: Int) throws {
    let file = try status().identity
    if let linkedEnd, linkedEnd.file == file, linkedEnd.size == size { return }
    linkedEnd = nil
    let last = try placeOfLastLine(size: size)
    try withContents(from: last.lowerBound, to: last.upperBound) {
      try linker.resume(behind: $0.isBlank ? nil : $0)
    }
    linkedEnd = (file, size)
  }

  /// Where the last line stands that is not blank, or the first if all are.
  func placeOfLastLine(size: Int) throws -> Range<Int> {
    var end = size
    var start = size
    repeat {
      end = start
      start = end > 0 ? try startOfLastLine(before: end - 1) : 0
    } while try start > 0 && withContents(from: start, to: end, \.isBlank)
    return start..<end
  }

  /// A file that was renamed away keeps its old descriptor, so the name is looked up again under the lock.
  private func lockCurrent() throws {
    while true {
      try SystemError.naming(.lock, name, try descriptor.lock())
      if try isCurrent() { return }
      // Where the next file begins with what this one ended with, its very end must be known; if it cannot be, what is
      // recorded of it must do.
      if let linker, linkedEnd != nil { try? resume(linker, size: try mendEnd()) }
      let old = descriptor
      descriptor = try Self.open(path, name: name, isDurable: synchronization != .none)
      try? old.close()
    }
  }

  func isCurrent() throws -> Bool {
    let opened = try status()
    return (try? FileStatus(path: path))?.identity == opened.identity
  }

  private static func open(_ path: String, name: String, isDurable: Bool) throws -> Descriptor {
    // Opening a pipe to write would wait for its reader; a log is never a pipe.
    let descriptor = try SystemError.naming(
      .open, name, try Descriptor.open(path, [.readWrite, .append, .create, .nonBlocking]))
    do {
      let status = try SystemError.naming(.stat, name, try FileStatus(of: descriptor))
      guard status.kind == .regular else { throw Fault.notRegular(name) }
      // An empty log may be new, made by this process or by one that was killed before it came to this.
      if status.size == 0, isDurable {
        let folder = FilePath.folder(of: FilePath.resolved(path) ?? path)
        try SystemError.naming(.sync, name, try FilePath.syncFolder(folder))
      }
    } catch {
      try? descriptor.close()
      throw error
    }
    return descriptor
  }

  private func status() throws -> FileStatus {
    try SystemError.naming(.stat, name, try FileStatus(of: descriptor))
  }

  // MARK: Mending

  /// - Returns: the size of the file, which is 0 or ends in LF.
  private func mendEnd() throws -> Int {
    let size = try status().size
    guard size > 0 else { return 0 }
    do {
      guard try byte(at: size - 1) != newline else { return size }
      guard cutsTornEnd else { throw Fault.torn(name) }
      let nulStart = try startOfNulBytes(before: size)
      if nulStart < size {
        try cut(to: nulStart, from: size, as: .cutNulBytes(offset: nulStart, size: size - nulStart))
      }
      guard nulStart > 0, try byte(at: nulStart - 1) != newline else { return nulStart }
      return try mendLastRecord(endingAt: nulStart)
    } catch let error as Errno {
      throw SystemError(.truncate, name, error)
    }
  }

  private func mendLastRecord(endingAt size: Int) throws -> Int {
    let start = try startOfLastLine(before: size)
    guard size - start <= Self.largestWholeRecord, try withContents(from: start, to: size, isWholeRecord) else {
      if let tornCopy { try save(from: start, to: size, in: tornCopy) }
      try cut(to: start, from: size, as: .cutTornRecord(offset: start, size: size - start))
      return start
    }
    let end: [UInt8] = [newline]
    try end.withUnsafeBytes { try descriptor.writeAll($0) }
    onRepair(.addedNewline(offset: size))
    return size + 1
  }

  private func cut(to size: Int, from old: Int, as repair: Repair) throws {
    try descriptor.truncate(to: size)
    onRepair(repair)
  }

  /// Appends a part of the log and an LF to another file, durably: after this the part is cut.
  private func save(from start: Int, to end: Int, in path: String) throws {
    let copy = try SystemError.naming(.open, path, try Descriptor.open(path, [.write, .append, .create]))
    defer { try? copy.close() }
    for block in stride(from: start, to: end, by: Self.blockSize) {
      try withContents(from: block, to: min(block + Self.blockSize, end)) { bytes in
        try SystemError.naming(.write, path, try copy.writeAll(UnsafeRawBufferPointer(bytes)))
      }
    }
    try SystemError.naming(.write, path, try copy.writeAll(UnsafeRawBufferPointer(Bytes("\n"))))
    try SystemError.naming(.sync, path, try copy.sync())
    try SystemError.naming(.sync, path, try FilePath.syncFolder(FilePath.folder(of: path)))
  }

  private func byte(at offset: Int) throws -> UInt8? {
    try withContents(from: offset, to: offset + 1) { $0.first }
  }

  private func startOfNulBytes(before end: Int) throws -> Int {
    try scanBackwards(from: end) { block in block.lastIndex { $0 != 0 } }
  }

  private func startOfLastLine(before end: Int) throws -> Int {
    try scanBackwards(from: end) { block in block.lastOffset(of: newline, before: block.count) }
  }

  /// The offset just behind the last byte before `end` that `find` names, 0 if there is none.
  private func scanBackwards(from end: Int, find: (Bytes) -> Int?) throws -> Int {
    var end = end
    while end > 0 {
      let start = max(0, end - Self.blockSize)
      if let found = try withContents(from: start, to: end, find) { return start + found + 1 }
      end = start
    }
    return 0
  }

  /// Reads a part of the file and lends it to `body`.
  func withContents<Result>(
    from start: Int, to end: Int, _ body: (Bytes) throws -> Result
  ) throws -> Result {
    let buffer = ByteBuffer(capacity: end - start)
    while buffer.count < end - start {
      let before = buffer.count
      try buffer.append(atMost: end - start - before) { (room) throws(Errno) in
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(room)[..<(end - start - before)])
        return try descriptor.read(into: rest, at: start + before)
      }
      if buffer.count == before { break }
    }
    // The buffer must outlive the view of it.
    return try withExtendedLifetime(buffer) { try body(buffer.bytes) }
  }
}

private let newline = UInt8(ascii: "\n")
