import Core

/// The window of an input that can only be read forwards: of what has come, as much is kept as the window may still need.
final class StreamWindow {
  private let settings: WindowSettings
  private let records: WindowRecords
  private let writer: Writer
  private var head: WindowHead
  private var isInHead = true
  /// The lines of the head, with those that lie between them, and what is kept behind it.
  private var headLines: [(offset: Int, line: [UInt8])] = []
  private var kept: [Kept] = []
  private var hasShed = false
  private var keptSize = 0
  /// More than this is reason to look what can go, in bytes.
  private var limit = smallestLimit
  /// The last prompt before what is kept.
  private var prompt: Kept?
  private var rest: RestFile?

  /// The larger, the fewer records are counted in vain.
  private static let smallestLimit = 4 << 20

  private struct Kept {
    var item: WindowSearch.Item
    var line: [UInt8]
  }

  init(_ settings: WindowSettings, _ records: WindowRecords, _ writer: Writer) throws {
    self.settings = settings
    self.records = records
    self.writer = writer
    head = WindowHead(settings)
    rest = try settings.rest.map { path throws(SystemError) in try RestFile(path) }
  }

  /// Writes the window of what lies between the input's offset and its end.
  func write(_ file: borrowing Input) throws {
    let reader = BlockReader(file.descriptor, name: file.name, maximumLineSize: settings.maximumLineSize)
    while let part = try reader.next() {
      guard case .lines(let bytes) = part.contents else {
        throw WindowRecords.Fault.overlong(file.name, offset: part.offset)
      }
      for line in LineSequence(bytes, offset: part.offset) {
        let start = line.offset - part.offset
        try take(bytes.slice(start, min(start + line.bytes.count + 1, bytes.count)), at: line.offset)
      }
    }
    try finish()
  }

  private func take(_ line: Bytes, at offset: Int) throws {
    // To count tokens is by far the most work, and most records are let go.
    guard let item = try records.item(line, at: offset, isCounted: isInHead) else {
      // The beginning of a record is none.
      if records.open?.isRecord ?? true { try leaveOut(line) }
      return
    }
    var line = Array(line)
    if records.open != nil { line.append(UInt8(ascii: "\n")) }
    if isInHead {
      if head.take(item, isLeading: records.isLeading, isHeader: records.isHeader) {
        headLines.append((offset, line))
        return
      }
      try endHead()
    }
    kept.append(Kept(item: item, line: line))
    keptSize += line.count
    if keptSize > limit { try shed() }
  }

  private func endHead() throws {
    isInHead = false
    try records.end(&head)
    let offsets = Set(head.items.map(\.range.lowerBound))
    for line in headLines where !offsets.contains(line.offset) { try line.line.withUnsafeBufferPointer(leaveOut) }
    headLines.removeAll { !offsets.contains($0.offset) }
  }

  private func leaveOut(_ line: Bytes) throws {
    try rest?.write(line)
  }

  // MARK: What can go

  /// Lets go what no window can reach any more, whatever comes.
  private func shed() throws {
    // A call may get its result yet, and what will be taken out is not known, so that more may be kept than is needed,
    // and never less.
    let dangling: WindowSearch.Dangling = settings.dangling == .drop ? .drop : .keep
    var search = records.search(behind: head, limits: settings.limits, dangling: dangling)
    var index = certainEnd
    while !search.isOver, index > 0 {
      index -= 1
      let line = kept[index]
      search.add(try line.line.withUnsafeBufferPointer { try records.least(line.item, $0) })
    }
    hasShed = hasShed || index > 0
    for gone in kept[..<index] {
      keptSize -= gone.line.count
      try gone.line.withUnsafeBufferPointer { try rest?.write($0) }
      if gone.item.isPrompt {
        prompt = gone
        rest?.markLast(gone.line.count)
      }
    }
    kept.removeFirst(index)
    limit = max(Self.smallestLimit, keptSize * 2)
  }

  /// Behind the last record that is there for certain: what follows may yet turn out to be left out.
  private var certainEnd: Int {
    var index = kept.count
    while index > 0 {
      index -= 1
      if kept[index].item.isPrompt { return index + 1 }
      guard kept[index].item.kind == .assistant else { continue }
      let messageID = kept[index].item.messageID
      while index > 0, messageID != 0 {
        let before = kept[index - 1].item
        guard before.messageID == messageID || before.kind == .aside || before.holdsResults else { break }
        index -= 1
      }
      return index
    }
    return kept.count
  }

  // MARK: The end

  private func finish() throws {
    if isInHead { try endHead() }
    var search = records.search(behind: head, limits: settings.limits)
    var index = kept.count
    while !search.isDone, index > 0 {
      index -= 1
      try add(kept[index], to: &search) { kept[index].item.edits = $0 }
    }
    if let prompt, !search.isDone { try add(prompt, to: &search) { self.prompt?.item.edits = $0 } }
    let window = try records.window(&search, isWhole: index == 0 && !hasShed)
    let output = WindowOutput(settings, records.profile, writer)
    for line in headLines { try line.line.withUnsafeBufferPointer(output.write) }
    let starts = Set(window.map(\.range.lowerBound))
    if let prompt, starts.contains(prompt.item.range.lowerBound) {
      try prompt.line.withUnsafeBufferPointer { try records.write($0, prompt.item.edits, to: output.write) }
      try rest?.removeMarked()
    }
    for line in kept {
      try line.line.withUnsafeBufferPointer { bytes in
        guard starts.contains(line.item.range.lowerBound) else { return try leaveOut(bytes) }
        try records.write(bytes, line.item.edits, to: output.write)
      }
    }
    try output.finish()
    try rest.take()?.commit()
  }

  private func add(_ kept: Kept, to search: inout WindowSearch, note: (WindowEdits) -> Void) throws {
    let item = try kept.line.withUnsafeBufferPointer {
      try records.item($0, at: kept.item.range.lowerBound, before: search)
    }
    guard let item else { return }
    note(item.edits)
    search.add(item)
  }
}
