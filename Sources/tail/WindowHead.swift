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
    switch dangling {
    case .keep: break
    case .drop: dropOpenGroups()
    case .close:
      for index in items.indices { items[index].cost += closingCost * openCalls.intersection(items[index].calls).count }
    case .error:
      if let call = items.first(where: { !openCalls.isDisjoint(with: $0.calls) }) {
        throw .danglingCall(call.range.lowerBound)
      }
    }
    dropIdleReasoning()
  }

  /// Reasoning stays only with what it led to.
  private mutating func dropIdleReasoning() {
    var next: ChatRecord.Kind?
    for index in items.indices.reversed() where items[index].kind != .aside {
      if items[index].kind == .reasoning, next != .assistant, next != .reasoning {
        items.remove(at: index)
      } else {
        next = items[index].kind
      }
    }
  }

  private mutating func dropOpenGroups() {
    while let open = items.first(where: { !openCalls.isDisjoint(with: $0.calls) }) {
      let group = items.filter {
        $0.range.lowerBound == open.range.lowerBound || open.messageID != 0 && $0.messageID == open.messageID
      }
      let calls = Set(group.flatMap(\.calls))
      let starts = Set(group.map(\.range.lowerBound))
      items.removeAll { starts.contains($0.range.lowerBound) || !calls.isDisjoint(with: $0.results) }
    }
  }
}
