import Core

/// What every window begins with: the leading instructions, and the first records behind them if they are pinned. It is
/// told the records from the first on.
struct WindowHead {
  /// In the order of the input.
  private(set) var items: [WindowSearch.Item] = []
  private let keepsSystem: Bool
  private let pinnedCount: Int
  private let dangling: WindowSearch.Dangling
  private var count = 0
  private var openCalls: Set<UInt64> = []
  /// Whether a result has come since calls are open: what is called then belongs to another group.
  private var hasResults = false
  private var last: WindowSearch.Item?
  /// Records that are no messages, and belong to the head if another of its messages follows.
  private var asides: [WindowSearch.Item] = []

  init(_ settings: WindowSettings) {
    keepsSystem = settings.keepsSystem
    pinnedCount = settings.pinnedCount
    dangling = settings.dangling
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
    if item.kind == .aside, count < pinnedCount || count == 0 || !openCalls.isEmpty {
      // Bookkeeping before the first message is of no window.
      if count > 0 { asides.append(item) }
      return true
    }
    guard count < pinnedCount || belongsToGroup(item) else { return false }
    count += 1
    last = item
    hasResults = !openCalls.isEmpty && (hasResults || !item.results.isEmpty)
    openCalls.formUnion(item.calls)
    openCalls.subtract(item.results)
    items += asides
    items.append(item)
    asides = []
    return true
  }

  /// Whether a record is of the group that the last one is of: a group that is pinned is pinned whole.
  private func belongsToGroup(_ item: WindowSearch.Item) -> Bool {
    guard let last, !item.isPrompt else { return false }
    if item.messageID != 0, item.messageID == last.messageID { return true }
    if item.kind == .tool || item.holdsResults { return !openCalls.isEmpty }
    return last.kind == .reasoning || (!openCalls.isEmpty && !hasResults && !item.calls.isEmpty)
  }

  /// Does with pinned calls that have no result what is to be done with such.
  ///
  /// - Parameter closingCost: what a result takes of the limit that is added for a call.
  /// - Throws: `WindowFault.danglingCall` if there is to be no window.
  mutating func end(closingCost: Int) throws(WindowFault) {
    var dropped: Set<Int> = []
    switch dangling {
    case .keep: break
    case .drop: dropped = openGroups()
    case .close:
      for index in items.indices { items[index].cost += closingCost * openCalls.intersection(items[index].calls).count }
    case .error:
      if let call = items.first(where: { !openCalls.isDisjoint(with: $0.calls) }) {
        throw .danglingCall(call.range.lowerBound)
      }
    }
    // Reasoning stays only with what it led to.
    var next: WindowSearch.Item?
    for item in items.reversed() where item.kind != .aside {
      let hasLed = next?.kind == .assistant || next?.kind == .reasoning
      let isNextKept = next.map { !dropped.contains($0.range.lowerBound) } ?? false
      if item.kind == .reasoning, !hasLed || !isNextKept { dropped.insert(item.range.lowerBound) }
      next = item
    }
    items.removeAll { dropped.contains($0.range.lowerBound) }
  }

  /// Where the records are that have a call without result or belong to one that has.
  private func openGroups() -> Set<Int> {
    var calls = openCalls
    var messageIDs: Set<UInt64> = []
    for item in items where item.messageID != 0 && !openCalls.isDisjoint(with: item.calls) {
      messageIDs.insert(item.messageID)
    }
    for item in items where messageIDs.contains(item.messageID) || !openCalls.isDisjoint(with: item.calls) {
      calls.formUnion(item.calls)
    }
    let parts = items.filter {
      messageIDs.contains($0.messageID) || !calls.isDisjoint(with: $0.calls) || !calls.isDisjoint(with: $0.results)
    }
    return Set(parts.map(\.range.lowerBound))
  }
}
