import Core

/// Reads the records of one input for a window.
final class WindowRecords {
  enum Fault: DescribedError {
    /// The line that begins at a byte is no JSON.
    case malformed(String, RecordError, offset: Int)
    case overlong(String, offset: Int)
    case window(String, WindowFault)
    case noMessages(String, Profile)
    case uncountable(String, offset: Int)
    case overBudget(String, tokenCount: Int)
    case unknown(String)

    var location: Location? {
      switch self {
      case .malformed(let name, _, _), .overlong(let name, _), .window(let name, _), .noMessages(let name, _),
        .uncountable(let name, _), .overBudget(let name, _), .unknown(let name):
        Location(name)
      }
    }

    var message: String {
      switch self {
      case .malformed(_, let error, let offset): "the record at byte \(offset) is not JSON: \(error.fault.rawValue)"
      case .overlong(_, let offset): "the record at byte \(offset) is too long"
      case .window(_, .noStart): "no window: no user's message to start at"
      case .window(_, .overLimit(_, let recordCount)):
        "no window within the limit: the smallest has \(recordCount) records"
      case .unknown: "no window: no record is a message of a known profile"
      case .overBudget(_, let tokenCount): "no window within the limit: the smallest takes \(tokenCount) tokens"
      case .noMessages(_, let profile): "lines of the profile \(profile.rawValue) are no messages, and make no window"
      case .uncountable(_, let offset): "the record at byte \(offset) is more than the tokenizer's pattern can split"
      case .window(_, .danglingCall(let offset)): "the record at byte \(offset) has a tool call without result"
      }
    }

    var hint: String? {
      switch self {
      case .window(_, .overLimit), .overBudget: "--oversize=emit writes it all the same"
      case .unknown: "--profile names one; sealed records are opened by unseal"
      default: nil
      }
    }
  }

  private let settings: WindowSettings
  private let name: String
  private let cost: (Bytes) -> Int
  private let costFault: CostFault
  /// Nil as long as no record has told what the records are.
  private var detector: ProfileDetector?
  private var reader: WindowReader
  /// As far as it is known.
  private(set) var profile: Profile
  private var editor: WindowEditor?
  private var isKnown = true
  private var hasUnknown = false
  private var hasMessage = false
  /// Where the last line begins, if nothing ends it.
  private(set) var open: OpenLine?
  private let edited = ByteBuffer()
  private var resultCount = 0

  /// Keeps what went wrong while a record was counted.
  private final class CostFault {
    var hasFailed = false
  }

  struct OpenLine {
    var offset: Int
    /// Whether it is a record of the input all the same.
    var isRecord: Bool
  }

  /// - Parameter name: of the input, for messages.
  init(_ settings: WindowSettings, name: String) throws {
    self.settings = settings
    self.name = name
    let fault = CostFault()
    costFault = fault
    cost = try settings.tokens.map { try Self.cost($0, fault) } ?? { _ in 0 }
    // Messages of plain text are alike in the profiles between which nothing has decided yet.
    let profile = settings.profile ?? .openai
    guard let reader = WindowReader(profile, cost: cost) else { throw Fault.noMessages(name, profile) }
    self.reader = reader
    self.profile = profile
    detector = settings.profile == nil ? ProfileDetector() : nil
    editor = Self.editor(settings, profile)
  }

  private static func cost(_ options: TokenOptions, _ fault: CostFault) throws -> (Bytes) -> Int {
    let counter = try options.makeCounter()
    return { text in
      do {
        return options.cost(try counter.count(text))
      } catch {
        fault.hasFailed = true
        return 0
      }
    }
  }

  private static func editor(_ settings: WindowSettings, _ profile: Profile) -> WindowEditor? {
    settings.stripsThinking || settings.keptResultCount != nil ? WindowEditor(profile) : nil
  }

  var isLeading: Bool { isKnown && reader.isLeading }
  var isHeader: Bool { isKnown && reader.isHeader }

  /// Looks whether a record tells what the records are.
  private func detect(_ line: Bytes) throws {
    guard let detector else { return }
    // What is wrong with the line is told by who reads it.
    guard let clue = try? detector.clue(line.trimmed) else { return }
    switch clue {
    case .message: isKnown = true
    case .profile(.json): isKnown = false
    case .profile(let profile):
      guard let reader = WindowReader(profile, cost: cost) else { throw Fault.noMessages(name, profile) }
      self.reader = reader
      self.profile = profile
      self.detector = nil
      editor = Self.editor(settings, profile)
      isKnown = true
    }
  }

  /// Reads a line as it is.
  ///
  /// - Parameters:
  ///   - line: with its LF, which only the last one may lack.
  ///   - isCounted: whether its cost is asked for now, or later by `least`.
  /// - Returns: nil for a blank line, and for a torn end.
  func item(_ line: Bytes, at offset: Int, isCounted: Bool = true) throws -> WindowSearch.Item? {
    try detect(line)
    let reading: WindowReader.Reading
    do throws(RecordError) {
      reading = try reader.read(line, at: offset..<(offset + line.count), isCounted: isCounted)
    } catch {
      throw Fault.malformed(name, error, offset: offset)
    }
    if costFault.hasFailed { throw Fault.uncountable(name, offset: offset) }
    let isOpen = line.last != UInt8(ascii: "\n")
    guard case .item(let item) = reading, !isOpen || !settings.holdsTornLines else {
      if isOpen { open = OpenLine(offset: offset, isRecord: reading.isBlank) }
      return nil
    }
    if isOpen { open = OpenLine(offset: offset, isRecord: true) }
    guard isKnown else {
      hasUnknown = true
      return WindowSearch.Item(range: item.range, kind: .aside)
    }
    if item.kind != .aside { hasMessage = true }
    return item
  }

  /// Reads the line before those that the search has seen, and decides what is taken out of it.
  func item(_ line: Bytes, at offset: Int, before search: WindowSearch) throws -> WindowSearch.Item? {
    guard var item = try item(line, at: offset) else { return nil }
    guard editor != nil, item.kind != .aside, search.takes(item) else { return item }
    var edits = WindowEdits()
    // The model still needs what it thought in the loop that it is in.
    edits.takesThinking = settings.stripsThinking && search.hasSeenPrompt
    if let kept = settings.keptResultCount {
      resultCount += item.results.count
      edits.clearedCount = min(item.results.count, max(0, resultCount - kept))
    }
    try apply(edits, to: &item, line)
    return item
  }

  private func apply(_ edits: WindowEdits, to item: inout WindowSearch.Item, _ line: Bytes) throws {
    guard let editor, !edits.isEmpty else { return }
    edited.removeAll()
    let isReasoning = item.kind == .reasoning && edits.takesThinking
    switch isReasoning ? .empty : try editor.edit(line.trimmed, edits, into: edited) {
    case .unchanged: break
    case .changed:
      item.edits = edits
      item.cost = reader.cost(edited.bytes)
    case .empty:
      item.kind = .aside
      item.isDropped = true
    }
  }

  /// The least that a record may be to a window, whatever comes behind it, from one that was not counted.
  func least(_ uncounted: WindowSearch.Item, _ line: Bytes) throws -> WindowSearch.Item {
    guard uncounted.kind != .aside else { return uncounted }
    var item = uncounted
    item.cost = reader.cost(line.trimmed)
    if costFault.hasFailed { throw Fault.uncountable(name, offset: item.range.lowerBound) }
    guard editor != nil else { return item }
    var least = item
    for count in 0...(settings.keptResultCount == nil ? 0 : item.results.count) {
      var edits = WindowEdits()
      edits.takesThinking = settings.stripsThinking
      edits.clearedCount = count
      var edited = item
      try apply(edits, to: &edited, line)
      if edited.isDropped { return edited }
      least.cost = min(least.cost, edited.cost)
    }
    return least
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

  /// Ends the head: no more records belong to it.
  func end(_ head: inout WindowHead) throws {
    do throws(WindowFault) {
      try head.end(closingCost: settings.dangling == .close ? closingCost : 0)
    } catch {
      throw Fault.window(name, error)
    }
  }

  /// The search for what is to follow the head.
  ///
  /// - Parameter dangling: what becomes of calls without result, if not what the settings say.
  func search(
    behind head: WindowHead, limits: WindowSearch.Limits, dangling: WindowSearch.Dangling? = nil
  ) -> WindowSearch {
    WindowSearch(
      limits: limits, dangling: dangling ?? settings.dangling, fixed: head.items, start: settings.start,
      end: settings.end, closingCost: closingCost)
  }

  /// What the search found, without what is dropped.
  ///
  /// - Parameter isWhole: whether the search has seen all that is behind the head.
  func window(_ search: inout WindowSearch, isWhole: Bool) throws -> [WindowSearch.Item] {
    if hasUnknown, detector != nil, !hasMessage { throw Fault.unknown(name) }
    do throws(WindowFault) {
      return try search.window(isWhole: isWhole, isForced: settings.oversize == .emit).filter { !$0.isDropped }
    } catch {
      if case .overLimit(let cost, _) = error, let tokens = settings.tokens {
        throw Fault.overBudget(name, tokenCount: tokens.tokenCount(of: cost))
      }
      throw Fault.window(name, error)
    }
  }

  /// What a result takes of the limit that is added for a call without one.
  private(set) lazy var closingCost = cost(Bytes(CallRepair.example))
}
