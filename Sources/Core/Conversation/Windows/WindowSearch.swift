/// Finds the longest end of a conversation that a model accepts and that keeps to limits, from its last record to its
/// first; it says when it need not see more.
///
/// A window starts at a user's message that holds no tool result. Where none fits, because one prompt has set off more
/// work than there is room for, it is that prompt and then as many of the last whole groups as fit: a group is a message
/// of the model with its tool calls and all their results. Nothing is ever cut inside a group.
package struct WindowSearch {
  /// What a window may hold; nil for as much as there is.
  package struct Limits: Sendable {
    /// In the unit of `Item.cost`.
    package var cost: Int?
    /// User's messages that hold no tool results.
    package var turnCount: Int?
    package var recordCount: Int?

    package init() {}
  }

  /// What becomes of a tool call that has no result.
  package enum Dangling: String, CaseIterable, Sendable {
    /// Its group is left out.
    case drop
    case keep
    /// There is no window.
    case error
    /// It gets a result that tells of an error.
    case close
  }

  /// What the first record of a window is, besides those that any window has.
  package enum Start: String, CaseIterable, Sendable {
    case user
    /// The first message of a group: for those who put a prompt before it themselves.
    case assistant
  }

  /// What the last record of a window is.
  package enum End: String, CaseIterable, Sendable {
    case user, assistant, tool

    func fits(_ item: Item) -> Bool {
      switch self {
      case .user: item.isPrompt
      case .assistant: item.kind == .assistant
      case .tool: item.kind == .tool || item.holdsResults
      }
    }
  }

  /// A record as far as a window depends on it.
  package struct Item: Sendable {
    /// Of its line in the input, with the LF.
    package var range: Range<Int>
    package var kind: ChatRecord.Kind
    package var holdsResults: Bool
    /// Of records with the same one, not 0, each holds a part of one message.
    package var messageID: UInt64
    /// What it takes of the limit, not negative.
    package var cost: Int
    package var calls: [UInt64]
    package var results: [UInt64]
    /// Left out, though it lies within the window.
    package var isDropped = false
    /// For how many of its calls a result is added.
    var closedCount = 0
    /// Whether one of its calls has no result.
    var isDangling = false
    /// What is taken out of it.
    package var edits = WindowEdits()

    package init(
      range: Range<Int>, kind: ChatRecord.Kind, holdsResults: Bool = false, messageID: UInt64 = 0, cost: Int = 0,
      calls: [UInt64] = [], results: [UInt64] = []
    ) {
      self.range = range
      self.kind = kind
      self.holdsResults = holdsResults
      self.messageID = messageID
      self.cost = cost
      self.calls = calls
      self.results = results
    }

    /// Whether it is a user's message that a conversation can start at.
    package var isPrompt: Bool { kind == .user && !holdsResults }
    var isAside: Bool { kind == .aside }
  }

  private let limits: Limits
  private let dangling: Dangling
  private let closingCost: Int
  private let start: Start
  private let end: End?
  /// What any window has, and whether a prompt is in it.
  private let fixedSize: Size
  private let hasFixedPrompt: Bool
  /// What has been seen, the last record first.
  private var items: [Item] = []
  private var total = Size()
  /// Results whose calls have not been seen, and how many of each.
  private var unmatched: [UInt64: Int] = [:]
  private var hasEnd: Bool
  private var turnCount = 0
  private var droppedMessage: UInt64 = 0
  /// How many items the longest window so far has that starts at a prompt.
  private var longest: Int?
  /// The shortest window there is, whether it fits or not.
  private var shortest: (start: Place, needsPrompt: Bool)?
  /// Where the window may start if the prompt is put before it, the longest last.
  private var groupStarts: [Place] = []
  /// A start that the next record may still forbid, because it belongs to the same message.
  private var pendingStart: (start: Place, messageID: UInt64)?
  /// The last prompt.
  private var prompt: Item?
  /// Whether what has been seen is more than fits: records before it can only be a prompt that is put before the window.
  package private(set) var isOver = false

  private struct Size: Sendable {
    var cost = 0
    var recordCount = 0

    mutating func add(_ item: Item) {
      cost += item.cost
      recordCount += 1 + item.closedCount
    }

    mutating func remove(_ item: Item) {
      cost -= item.cost
      recordCount -= 1 + item.closedCount
    }
  }

  private struct Place {
    var itemCount: Int
    var size: Size
  }

  /// - Parameters:
  ///   - fixed: records that any window has besides, such as the leading system messages.
  ///   - end: what the window is to end with, nil for anything.
  ///   - closingCost: what a result takes of the limit that is added for a call without one.
  package init(
    limits: Limits, dangling: Dangling, fixed: [Item] = [], start: Start = .user, end: End? = nil,
    closingCost: Int = 0
  ) {
    self.limits = limits
    self.dangling = dangling
    self.closingCost = closingCost
    self.start = start
    self.end = end
    hasEnd = end == nil
    for item in fixed { total.add(item) }
    fixedSize = total
    hasFixedPrompt = fixed.contains(where: \.isPrompt)
  }

  /// Whether no record before those that were seen can change the window.
  package var isDone: Bool { isOver && (prompt != nil || start == .assistant) }

  /// Whether a prompt was among the records that were seen: what comes now is before the last loop of calls.
  package var hasSeenPrompt: Bool { prompt != nil }

  /// Takes the record before those that were seen.
  package mutating func add(_ newItem: Item) {
    var item = newItem
    if item.isAside {
      guard !isOver else { return }
      item.isDropped = item.isDropped || !hasEnd
      items.append(item)
      if !item.isDropped { total.add(item) }
      return
    }
    settlePendingStart(before: item)
    if isOver {
      // Only the prompt is missing.
      if prompt == nil, item.isPrompt { prompt = item }
      return
    }
    hasEnd = takes(item)
    guard hasEnd else {
      item.isDropped = true
      items.append(item)
      return
    }
    for id in item.results { unmatched[id, default: 0] += 1 }
    let danglingCount = match(item.calls)
    item.isDangling = danglingCount > 0
    if item.isDangling, dangling == .close {
      item.closedCount = danglingCount
      item.cost += danglingCount * closingCost
    }
    items.append(item)
    total.add(item)
    if item.messageID != 0 && item.messageID == droppedMessage || item.isDangling && dangling == .drop {
      dropGroup(of: item)
      if end != nil { seekEnd() }
    } else if item.kind == .reasoning, !isKept(by: items.dropLast().last { !$0.isAside }) {
      drop(items.count - 1)
    } else {
      considerStart(at: item)
    }
  }

  /// Whether a record before those that were seen is not behind what the window is to end with.
  package func takes(_ item: Item) -> Bool {
    hasEnd || end?.fits(item) ?? true
  }

  /// Should what was left out have been the end, that is another one now.
  private mutating func seekEnd() {
    hasEnd = items.contains { !$0.isAside && !$0.isDropped }
    guard !hasEnd else { return }
    for index in items.indices { drop(index) }
  }

  /// Takes the results' calls off the list.
  ///
  /// - Returns: how many of the calls have no result.
  private mutating func match(_ calls: [UInt64]) -> Int {
    var danglingCount = 0
    for id in calls {
      guard let count = unmatched[id] else {
        danglingCount += 1
        continue
      }
      unmatched[id] = count > 1 ? count - 1 : nil
    }
    return danglingCount
  }

  /// Reasoning is kept with what it led to, if that is kept.
  private func isKept(by next: Item?) -> Bool {
    guard let next else { return false }
    return !next.isDropped && (next.kind == .assistant || next.kind == .reasoning)
  }

  private mutating func considerStart(at item: Item) {
    let place = Place(itemCount: items.count, size: total)
    if item.isPrompt {
      if prompt == nil { prompt = item }
      if start == .user, unmatched.isEmpty {
        if shortest == nil { shortest = (place, needsPrompt: false) }
        if fits(total) { longest = items.count }
      }
      if unmatched.isEmpty, fits(total) { turnCount += 1 }
      isOver = !fits(total) || turnCount >= limits.turnCount ?? .max
    } else if unmatched.isEmpty {
      // As long as a result waits for its call, the group may still turn out to be one that is left out.
      if item.kind == .assistant || item.kind == .reasoning {
        pendingStart = (place, item.messageID)
      } else {
        isOver = !fits(total)
      }
    }
  }

  private mutating func settlePendingStart(before item: Item?) {
    guard let pending = pendingStart else { return }
    // The parts of a message may have results between them.
    if let item, pending.messageID != 0, item.kind == .tool || item.holdsResults { return }
    pendingStart = nil
    if let item, item.kind == .reasoning || pending.messageID != 0 && pending.messageID == item.messageID { return }
    isOver = !fits(pending.start.size)
    // Behind a prompt a window starts at the prompt.
    guard prompt == nil || start == .assistant else { return }
    if shortest == nil { shortest = (pending.start, needsPrompt: start == .user) }
    guard !isOver else { return }
    if start == .user { groupStarts.append(pending.start) } else { longest = pending.start.itemCount }
  }

  private func fits(_ size: Size) -> Bool {
    size.cost <= limits.cost ?? .max && size.recordCount <= limits.recordCount ?? .max
  }

  // MARK: Dropping

  /// Leaves out a message, its other parts, and the results of its calls.
  private mutating func dropGroup(of item: Item) {
    droppedMessage = item.messageID
    var calls = Set(item.calls)
    for index in items.indices.reversed() {
      let other = items[index]
      if index == items.count - 1 || (other.messageID != 0 && other.messageID == item.messageID) {
        drop(index)
        calls.formUnion(other.calls)
      } else if other.isPrompt || (other.kind == .assistant && !other.isDropped) {
        break
      } else if other.results.contains(where: calls.contains) {
        drop(index)
      }
    }
  }

  private mutating func drop(_ index: Int) {
    guard !items[index].isDropped else { return }
    items[index].isDropped = true
    total.remove(items[index])
  }

  // MARK: The window

  /// The items of the window in the order of the input, without the fixed ones; those that are dropped lie within.
  ///
  /// - Parameters:
  ///   - isWhole: whether nothing stands between the fixed records and those that were seen.
  ///   - isForced: whether the shortest window will do though it is over the limits.
  /// - Throws: `WindowFault` if there is none.
  package mutating func window(isWhole: Bool, isForced: Bool = false) throws(WindowFault) -> [Item] {
    settlePendingStart(before: nil)
    let window = try longestWindow(isWhole: isWhole, isForced: isForced)
    if dangling == .error, let call = window.last(where: { $0.isDangling && !$0.isDropped }) {
      throw .danglingCall(call.range.lowerBound)
    }
    return window
  }

  private func longestWindow(isWhole: Bool, isForced: Bool) throws(WindowFault) -> [Item] {
    // What follows a pinned prompt without a gap need not start anywhere.
    if isWhole, hasFixedPrompt, !isOver, unmatched.isEmpty, fits(total) { return items.reversed() }
    if let longest { return items[..<longest].reversed() }
    guard items.contains(where: { !$0.isAside && !$0.isDropped }) else {
      guard isForced || fits(fixedSize) else {
        throw .overLimit(cost: fixedSize.cost, recordCount: fixedSize.recordCount)
      }
      return []
    }
    guard let shortest else { throw .noStart }
    guard shortest.needsPrompt else {
      guard isForced else {
        throw .overLimit(cost: shortest.start.size.cost, recordCount: shortest.start.size.recordCount)
      }
      return items[..<shortest.start.itemCount].reversed()
    }
    guard prompt != nil || hasFixedPrompt else { throw .noStart }
    let best = groupStarts.last { fits(sizeWithPrompt($0)) }
    let smallest = sizeWithPrompt(shortest.start)
    guard best != nil || isForced else { throw .overLimit(cost: smallest.cost, recordCount: smallest.recordCount) }
    return (prompt.map { [$0] } ?? []) + items[..<(best ?? shortest.start).itemCount].reversed()
  }

  /// Of a window that starts behind the prompt to which it belongs.
  private func sizeWithPrompt(_ start: Place) -> Size {
    var size = start.size
    if let prompt { size.add(prompt) }
    return size
  }
}

/// Why there is no window.
package enum WindowFault: Error, Equatable {
  /// No user's message starts it.
  case noStart
  /// The shortest one, with all that any window has, takes this much.
  case overLimit(cost: Int, recordCount: Int)
  /// A tool call without result, in the line at this offset.
  case danglingCall(Int)
}
