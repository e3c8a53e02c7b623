import Core

/// The window of a file that can be read backwards.
struct FileWindow {
  private let settings: WindowSettings
  private let records: WindowRecords
  private let writer: Writer

  init(_ settings: WindowSettings, _ records: WindowRecords, _ writer: Writer) {
    self.settings = settings
    self.records = records
    self.writer = writer
  }

  /// Writes the window of what lies between the file's offset and its end.
  func write(_ file: borrowing Input) throws {
    let start = try SystemError.naming(.seek, file.name, try file.descriptor.offset())
    let end = max(start, file.status.size)
    var head = WindowHead(settings)
    let body = try readHead(file, from: start, &head)
    try records.end(&head)
    var search = records.search(behind: head, limits: settings.limits)
    var lines = BackwardLines(
      file.descriptor, name: file.name, range: body..<max(body, end), maximumLineSize: settings.maximumLineSize)
    var isWhole = true
    while let line = try lines.next() {
      isWhole = !search.isDone
      guard isWhole else { break }
      guard let item = try records.item(line.bytes, at: line.offset, before: search) else { continue }
      search.add(item)
    }
    let items = head.items + (try records.window(&search, isWhole: isWhole))
    try write(items, of: file)
    if let path = settings.rest { try writeRest(of: file, start..<end, without: items, to: path) }
  }

  /// Where the first record behind the head begins.
  private func readHead(_ file: borrowing Input, from start: Int, _ head: inout WindowHead) throws -> Int {
    let reader = BlockReader(file.descriptor, name: file.name, maximumLineSize: settings.maximumLineSize)
    var place = start
    while let part = try reader.next() {
      guard case .lines(let bytes) = part.contents else {
        throw WindowRecords.Fault.overlong(file.name, offset: start + part.offset)
      }
      for line in LineSequence(bytes, offset: start + part.offset) {
        let size = line.bytes.count + (line.isTerminated ? 1 : 0)
        let whole = bytes.slice(line.offset - start - part.offset, line.offset - start - part.offset + size)
        if let item = try records.item(whole, at: line.offset) {
          guard head.take(item, isLeading: records.isLeading, isHeader: records.isHeader) else { return place }
        }
        place = line.offset + size
      }
    }
    return place
  }

  // MARK: Output

  private func write(_ items: [WindowSearch.Item], of file: borrowing Input) throws {
    let output = WindowOutput(settings, records.profile, writer)
    /// Lines that stand one behind the other and stay as they are.
    var pending = 0..<0
    for item in items {
      if output.isCopy, item.edits.isEmpty, item.range.lowerBound == pending.upperBound {
        pending = pending.lowerBound..<item.range.upperBound
        continue
      }
      try copy(pending, of: file, output)
      let isCopied = output.isCopy && item.edits.isEmpty
      pending = isCopied ? item.range : item.range.upperBound..<item.range.upperBound
      guard !isCopied else { continue }
      let line = try read(item.range, of: file)
      try records.write(line.bytes, item.edits, to: output.write)
    }
    try copy(pending, of: file, output)
    try output.finish()
  }

  private func copy(_ range: Range<Int>, of file: borrowing Input, _ output: WindowOutput) throws {
    guard !range.isEmpty else { return }
    try SystemError.naming(.seek, file.name, try file.descriptor.seek(to: range.lowerBound))
    try output.copy(file, limit: range.count)
  }

  private func read(_ range: Range<Int>, of file: borrowing Input) throws -> ByteBuffer {
    let line = ByteBuffer(capacity: range.count)
    let descriptor = file.descriptor
    let name = file.name
    while line.count < range.count {
      let before = line.count
      let missing = range.count - before
      try line.append(atMost: missing) { (room) throws(SystemError) in
        // There may be more room than was asked for.
        let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[..<missing])
        return try SystemError.naming(.read, name, try descriptor.read(into: part, at: range.lowerBound + before))
      }
      if line.count == before { break }
    }
    return line
  }

  /// Writes the records that the window leaves out, in their order.
  private func writeRest(
    of file: borrowing Input, _ range: Range<Int>, without items: [WindowSearch.Item], to path: String
  ) throws {
    var output = try Output.file(path)
    var kept = items.map(\.range.lowerBound)[...]
    let open = records.open
    try SystemError.naming(.seek, file.name, try file.descriptor.seek(to: range.lowerBound))
    let reader = BlockReader(file.descriptor, name: file.name, maximumLineSize: settings.maximumLineSize)
    while let part = try reader.next() {
      guard case .lines(let bytes) = part.contents else {
        throw WindowRecords.Fault.overlong(file.name, offset: range.lowerBound + part.offset)
      }
      let base = range.lowerBound + part.offset
      /// Of lines that are left out.
      var first = 0
      for line in LineSequence(bytes, offset: base) {
        let isKept = kept.first == line.offset
        guard isKept || line.offset == open?.offset else { continue }
        try output.write(bytes.slice(first, line.offset - base), recordCount: 0)
        first = min(line.offset - base + line.bytes.count + 1, bytes.count)
        if isKept {
          kept.removeFirst()
        } else if open?.isRecord == true {
          try output.write(line.bytes, recordCount: 0)
          try output.write(Bytes(WindowOutput.lineEnd), recordCount: 0)
        }
      }
      try output.write(bytes.slice(first, bytes.count), recordCount: 0)
    }
    try output.commit()
  }
}
