import Core

/// What every window begins with: the leading instructions, and the first records behind them if they are pinned. It is
/// told the records from the first on.
struct WindowHead {
  /// In the order of the input.
  private(set) var items: [WindowSearch.Item] = []
  private let keepsSystem: Bool
  private let pinnedCount: Int
  private var count = 0
  private var openCalls: Set<UInt64> = []
  private var lastMessageID: UInt64 = 0

  init(_ settings: WindowSettings) {
    keepsSystem = settings.keepsSystem
    pinnedCount = settings.pinnedCount
  }

  /// Takes a record.
  ///
  /// - Parameters:
  ///   - isLeading: whether it is an instruction or what the file begins with.
  ///   - isHeader: whether it is the latter.
  /// - Returns: false for the first record that does not belong to the head; no more are to be told then.
  mutating func take(_ item: WindowSearch.Item, isLeading: Bool, isHeader: Bool) -> Bool {
    if count == 0, isLeading {
      if keepsSystem || isHeader { items.append(item) }
      return true
    }
    // Bookkeeping before the first message.
    if item.kind == .aside, count < pinnedCount || count == 0 || !openCalls.isEmpty { return true }
    let isPart = item.messageID != 0 && item.messageID == lastMessageID
    // A group that is pinned is pinned whole, but a new prompt ends it in any case.
    let belongsToGroup = isPart || (!openCalls.isEmpty && (item.kind == .tool || item.holdsResults))
    guard count < pinnedCount || belongsToGroup else { return false }
    count += 1
    lastMessageID = item.messageID
    openCalls.formUnion(item.calls)
    openCalls.subtract(item.results)
    items.append(item)
    return true
  }
}
