import Core

/// Reads the records of one input for a window.
final class WindowRecords {
  enum Fault: DescribedError {
    /// The line that begins at a byte is no JSON.
    case malformed(String, RecordError, offset: Int)
    case overlong(String, offset: Int)
    case window(String, WindowFault)

    var location: Location? {
      switch self {
      case .malformed(let name, _, _), .overlong(let name, _), .window(let name, _): Location(name)
      }
    }

    var message: String {
      switch self {
      case .malformed(_, let error, let offset): "the record at byte \(offset) is not JSON: \(error.fault.rawValue)"
      case .overlong(_, let offset): "the record at byte \(offset) is too long"
      case .window(_, .noStart): "no window: no user's message to start at"
      case .window(_, .overLimit(let cost)): "no window within the limit: the smallest takes \(cost)"
      case .window(_, .danglingCall(let offset)): "the record at byte \(offset) has a tool call without result"
      }
    }

    var hint: String? {
      switch self {
      case .window(_, .overLimit): "--oversize=emit writes it all the same"
      default: nil
      }
    }
  }

  private let settings: WindowSettings
  private let name: String
  private let reader: WindowReader
  private let editor: WindowEditor?
  private let edited = ByteBuffer()
  private var resultCount = 0

  /// - Parameter name: of the input, for messages.
  init(_ settings: WindowSettings, _ profile: Profile, name: String) throws(UsageError) {
    self.settings = settings
    self.name = name
    guard let reader = WindowReader(profile, cost: { ($0.count + 3) / 4 }) else {
      throw UsageError("lines of the profile \(profile.rawValue) are no messages, and make no window")
    }
    self.reader = reader
    editor = settings.stripsThinking || settings.keptResultCount != nil ? WindowEditor(profile) : nil
  }

  var isLeading: Bool { reader.isLeading }
  var isHeader: Bool { reader.isHeader }

  /// Reads a line as it is.
  ///
  /// - Parameter line: with its LF, which only the last one may lack.
  /// - Returns: nil for a blank line, and for a torn end.
  func item(_ line: Bytes, at offset: Int) throws -> WindowSearch.Item? {
    do throws(RecordError) {
      switch try reader.read(line, at: offset..<(offset + line.count)) {
      case .item(let item): return item
      case .blank, .torn: return nil
      }
    } catch {
      throw Fault.malformed(name, error, offset: offset)
    }
  }

  /// Reads the line before those that the search has seen, and decides what is taken out of it.
  func item(_ line: Bytes, at offset: Int, before search: WindowSearch) throws -> WindowSearch.Item? {
    guard var item = try item(line, at: offset) else { return nil }
    guard let editor, item.kind != .aside else { return item }
    var edits = WindowEdits()
    // The model still needs what it thought in the loop that it is in.
    if settings.stripsThinking, search.hasSeenPrompt { edits.insert(.thinking) }
    if let kept = settings.keptResultCount, !item.results.isEmpty {
      if resultCount >= kept { edits.insert(.results) }
      resultCount += item.results.count
    }
    guard !edits.isEmpty else { return item }
    edited.removeAll()
    let isReasoning = item.kind == .reasoning && edits.contains(.thinking)
    switch isReasoning ? .empty : try editor.edit(line.trimmed, edits, into: edited) {
    case .unchanged: break
    case .changed:
      item.edits = edits
      item.cost = reader.cost(edited.bytes)
    case .empty:
      item.kind = .aside
      item.isDropped = true
    }
    return item
  }

  /// Gives `write` a line of the window without what is taken out of it.
  func write(_ line: Bytes, _ edits: WindowEdits, to write: (Bytes) throws -> Void) throws {
    guard let editor, !edits.isEmpty else { return try write(line) }
    edited.removeAll()
    let isEnded = line.last == UInt8(ascii: "\n")
    let text = isEnded ? line.slice(0, line.count - 1) : line
    _ = try editor.edit(text, edits, into: edited)
    if isEnded { edited.append(UInt8(ascii: "\n")) }
    try write(edited.bytes)
  }

  /// The search for what is to follow the head.
  func search(behind head: WindowHead, limits: WindowSearch.Limits) -> WindowSearch {
    WindowSearch(
      limits: limits, dangling: settings.dangling, fixed: head.items, start: settings.start, end: settings.end)
  }

  /// What the search found, without what is dropped.
  func window(_ search: inout WindowSearch) throws -> [WindowSearch.Item] {
    do throws(WindowFault) {
      return try search.window(isForced: settings.oversize == .emit).filter { !$0.isDropped }
    } catch {
      throw Fault.window(name, error)
    }
  }
}
