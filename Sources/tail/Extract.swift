import Core

/// Writes the selected part of one file, and leaves the file's offset where the part ends.
struct Extract {
  let selection: Selection
  let writer: Writer
  /// Lets whole lines through, if they are needed one by one.
  let hold: LineHold?
  /// Whether a last line that nothing ends does not count.
  let isWholeLinesOnly: Bool

  /// A file of no more is read forwards. That is as fast, and right for those of `/proc` and `/sys`, whose size is
  /// nothing or a page, whatever they hold.
  private static let smallSize = 4096

  func write(_ file: borrowing Input) throws {
    switch (selection.part, selection.unit) {
    case (.allButFirst(let count), .lines(let delimiter)):
      try skipLines(count, endedBy: delimiter, in: file)
      try writer.copy(file, hold: hold)
    case (.allButFirst(let count), .bytes):
      try skipBytes(count, in: file)
      try writer.copy(file, hold: hold)
    case (.last(let count), .lines(let delimiter)):
      try writeLastLines(count, endedBy: delimiter, of: file)
    case (.last(let count), .bytes):
      try writeLastBytes(count, of: file)
    }
  }

  // MARK: From the end

  private func writeLastLines(_ count: UInt64, endedBy delimiter: UInt8, of file: borrowing Input) throws {
    guard let range = try seekableRange(of: file) else { return try writeLastBlocks(count, of: file) }
    var reader = BackwardReader(file.descriptor, name: file.name, range: range)
    let start = try reader.startOfLastLines(Int(clamping: count), endedBy: delimiter)
    try SystemError.naming(.seek, file.name, try file.descriptor.seek(to: start))
    try writer.copy(file, limit: range.upperBound - start, hold: hold)
  }

  private func writeLastBytes(_ count: UInt64, of file: borrowing Input) throws {
    let wanted = Int(clamping: count)
    if let range = try seekableRange(of: file) {
      let start = range.count > wanted ? range.upperBound - wanted : range.lowerBound
      try SystemError.naming(.seek, file.name, try file.descriptor.seek(to: start))
      try writer.copy(file, limit: min(wanted, range.count), hold: hold)
    } else if !isWholeLinesOnly, file.status.kind == .other, (try? file.descriptor.seek(beforeEnd: wanted)) != nil {
      // A disk has an end though its size is not told.
      try writer.copy(file, limit: wanted, hold: hold)
    } else {
      try writeLastBlocks(count, of: file)
    }
  }

  private func writeLastBlocks(_ count: UInt64, of file: borrowing Input) throws {
    let wholeLines = isWholeLinesOnly ? selection.delimiter : nil
    var blocks = LastBlocks(unit: selection.unit, wanted: count, wholeLines: wholeLines)
    try blocks.read(file)
    try blocks.write { try writer.write($0, hold) }
    if let hold { try blocks.giveTorn(to: hold) }
  }

  /// From the offset to the end of a file that can be read backwards, nil for any other.
  private func seekableRange(of file: borrowing Input) throws -> Range<Int>? {
    guard file.status.kind == .regular, file.status.size > Self.smallSize else { return nil }
    let descriptor = file.descriptor
    let start = try SystemError.naming(.seek, file.name, try descriptor.offset())
    let end = try SystemError.naming(.seek, file.name, try descriptor.seek(beforeEnd: 0))
    if start < end {
      return isWholeLinesOnly ? start..<(try endOfWholeLines(start..<end, of: file)) : start..<end
    }
    try SystemError.naming(.seek, file.name, try descriptor.seek(to: start))
    return nil
  }

  private func endOfWholeLines(_ range: Range<Int>, of file: borrowing Input) throws -> Int {
    var reader = BackwardReader(file.descriptor, name: file.name, range: range)
    return try reader.endOfLastLine(endedBy: selection.delimiter)
  }

  // MARK: From the start

  private func skipBytes(_ count: UInt64, in file: borrowing Input) throws {
    if let distance = Int(exactly: count) {
      do throws(Errno) {
        return try file.descriptor.seek(by: distance)
      } catch {
        guard file.status.kind != .regular else { throw SystemError(.seek, file.name, error) }
      }
    }
    var missing = count
    try writer.skip(file, hold: hold) { bytes in
      guard UInt64(bytes.count) >= missing else {
        missing -= UInt64(bytes.count)
        return nil
      }
      return Int(missing)
    }
  }

  private func skipLines(_ count: UInt64, endedBy delimiter: UInt8, in file: borrowing Input) throws {
    guard count > 0 else { return }
    var missing = count
    try writer.skip(file, hold: hold) { bytes in
      var start = 0
      while let found = bytes.firstOffset(of: delimiter, from: start) {
        start = found + 1
        missing -= 1
        if missing == 0 { return start }
      }
      return nil
    }
  }
}
