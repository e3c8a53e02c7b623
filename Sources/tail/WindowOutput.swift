import Core

/// Writes the lines of a window, and the results that are added for calls without one.
final class WindowOutput {
  private let writer: Writer
  private let repair: CallRepair?
  private let lines = ByteBuffer()

  /// - Parameter profile: of the lines.
  init(_ settings: WindowSettings, _ profile: Profile, _ writer: Writer) {
    self.writer = writer
    repair = settings.dangling == .close ? CallRepair(profile, .close) : nil
  }

  /// Whether lines may be copied without a look at each.
  var isCopy: Bool { repair == nil }

  func write(_ line: Bytes) throws {
    guard let repair else { return try writer.write(line) }
    let text = line.last == UInt8(ascii: "\n") ? line.slice(0, line.count - 1) : line
    repair.take(text, line: 0, origin: 0, characters: nil, take)
    try flush()
  }

  func finish() throws {
    repair?.end(take)
    try flush()
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
