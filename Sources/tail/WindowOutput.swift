import Core

/// Writes the lines of a window, each with its LF, and the results that are added for calls without one.
final class WindowOutput {
  /// What ends a line.
  static let lineEnd: StaticString = "\n"

  private let writer: Writer
  private let repair: CallRepair?
  private let lines = ByteBuffer()
  /// What was copied last, if nothing has ended it.
  private let hold = LineHold(delimiter: UInt8(ascii: "\n"))

  /// - Parameter profile: of the lines.
  init(_ settings: WindowSettings, _ profile: Profile, _ writer: Writer) {
    self.writer = writer
    repair = settings.dangling == .close ? CallRepair(profile, .close) : nil
  }

  /// Whether lines may be copied without a look at each.
  var isCopy: Bool { repair == nil }

  /// Copies whole lines from the file's offset on, `limit` bytes.
  func copy(_ file: borrowing Input, limit: Int) throws {
    try writer.copy(file, limit: limit, hold: hold)
  }

  /// - Parameter line: with its LF, which only the last one may lack.
  func write(_ line: Bytes) throws {
    guard let repair else { return try writer.write(line, hold) }
    let text = line.last == UInt8(ascii: "\n") ? line.slice(0, line.count - 1) : line
    repair.take(text, line: 0, origin: 0, characters: nil, take)
    try flush()
  }

  func finish() throws {
    repair?.end(take)
    try flush()
    if hold.count > 0 { try writer.write(Bytes(Self.lineEnd), hold) }
  }

  private func take(_ step: CallRepair.Step) {
    guard case .write(let record) = step else { return }
    lines.append(record)
    lines.append(UInt8(ascii: "\n"))
  }

  private func flush() throws {
    try writer.write(lines.bytes)
    lines.removeAll(keepingAtMost: 1 << 20)
  }
}
