import Core

/// What is wanted of a window.
struct WindowSettings {
  enum Oversize: String, CaseIterable {
    case error, emit
  }

  /// What the smallest window is taken for, if it is over the limit.
  var oversize = Oversize.error
  /// Nil: found from the records.
  var profile: Profile?
  var limits = WindowSearch.Limits()
  /// How the cost of records is counted; nil if there is no limit to it.
  var tokens: TokenOptions?
  var dangling = WindowSearch.Dangling.drop
  /// How many records behind the leading ones every window has.
  var pinnedCount = 0
  var keepsSystem = true
  var start = WindowSearch.Start.user
  var end: WindowSearch.End?
  var stripsThinking = false
  /// How many of the last tool results stay as they are; nil for all.
  var keptResultCount: Int?
  /// The file for the records that are left out.
  var rest: String?
  /// Whether a last line that nothing ends is none, though it is whole.
  var holdsTornLines = false
  var maximumLineSize: Int
}

extension WindowSettings {
  /// - Returns: nil if no window is asked for.
  init?(_ arguments: Arguments) throws(UsageError) {
    let isWanted = arguments.has(Tail.valid) || arguments.has(Tail.turns) || arguments.has(Tail.maximumTokens)
    guard isWanted else {
      for option in Tail.windowOptions where arguments.has(option) {
        throw UsageError("\(option.name) needs --valid, --turns or --max-tokens")
      }
      return nil
    }
    let others = [Tail.bytes, Tail.follow, Tail.track, Tail.zeroTerminated, Tail.offsetFile]
    for option in others where arguments.has(option) {
      throw UsageError("\(option.name) goes with no window")
    }
    maximumLineSize = try arguments.maximumLineSize()
    profile = try arguments.choice(Tail.profile)
    limits.turnCount = try arguments.count(Tail.turns, minimum: 1)
    if arguments.has(Tail.lines) || limits.turnCount == nil && !arguments.has(Tail.maximumTokens) {
      let selection = try Selection(arguments)
      guard case .last(let count) = selection.part else { throw UsageError("a window is at the end: -n takes no +N") }
      limits.recordCount = Int(clamping: count)
    }
    if let count = try arguments.count(Tail.maximumTokens, maximum: TokenOptions.most) {
      let options = try TokenOptions(arguments)
      tokens = options
      limits.cost = options.budget(count)
    }
    dangling = try arguments.choice(Tail.dangling) ?? .drop
    pinnedCount = try arguments.count(Tail.keepFirst) ?? 0
    keepsSystem = !arguments.has(Tail.noSystem)
    start = try arguments.choice(Tail.startOn) ?? .user
    end = try arguments.choice(Tail.endOn)
    oversize = try arguments.choice(Tail.oversize) ?? .error
    stripsThinking = arguments.has(Tail.stripThinking)
    if arguments.has(Tail.clearResults) { keptResultCount = try arguments.count(Tail.clearResults) ?? 3 }
    rest = arguments[Tail.rest]
    holdsTornLines = arguments.has(Tail.completeOnly)
    if rest != nil, arguments.operands.count > 1 { throw UsageError("--rest goes with one FILE") }
  }
}
