import Testing

@testable import Core

@Suite struct WindowSearchTests {
  /// The numbers of the records that the window of a conversation holds, the first being 0; nil if there is none.
  ///
  /// Each record is a word: `u` a prompt, `a` text of the model, `c1,2` calls, `r1,2` results of a tool, `t1` a message
  /// of the user's with a result, `g` reasoning, `.` an aside; `a/m` and `c1/m` are parts of one message `m`. Each costs
  /// 1, but an aside. The first `pinned` records are in any window, and not in what is returned.
  private func window(
    _ text: String, cost: Int? = nil, turns: Int? = nil, records: Int? = nil,
    dangling: WindowSearch.Dangling = .drop, start: WindowSearch.Start = .user, end: WindowSearch.End? = nil,
    pinned: Int = 0, isForced: Bool = false
  ) throws -> [Int] {
    var limits = WindowSearch.Limits()
    limits.cost = cost
    limits.turnCount = turns
    limits.recordCount = records
    let items = text.split(separator: " ").enumerated().map { Self.item(String($1), $0) }
    var search = WindowSearch(
      limits: limits, dangling: dangling, fixed: Array(items[..<pinned]), start: start, end: end)
    var seen = pinned
    for item in items[pinned...].reversed() {
      if search.isDone { break }
      search.add(item)
      seen += 1
    }
    return try search.window(isWhole: seen == items.count, isForced: isForced)
      .filter { !$0.isDropped }.map(\.range.lowerBound)
  }

  private static func item(_ word: String, _ index: Int) -> WindowSearch.Item {
    let parts = word.split(separator: "/", maxSplits: 1)
    let message = parts.count > 1 ? UInt64(parts[1].utf8.first ?? 0) : 0
    let ids = parts[0].dropFirst().split(separator: ",").compactMap { UInt64($0) }
    let kind: ChatRecord.Kind =
      switch word.first {
      case "u", "t": .user
      case "a", "c": .assistant
      case "r": .tool
      case "g": .reasoning
      case ".": .aside
      default: .system
      }
    return WindowSearch.Item(
      range: index..<(index + 1), kind: kind, holdsResults: word.first == "t", messageID: message,
      cost: kind == .aside ? 0 : 1, calls: word.first == "c" ? ids : [],
      results: word.first == "r" || word.first == "t" ? ids : [])
  }

  @Test func aWindowStartsAtAPrompt() throws {
    #expect(try window("u a u a", cost: 4) == [0, 1, 2, 3])
    #expect(try window("u a u a", cost: 3) == [2, 3])
    #expect(try window("a u a", cost: 9) == [1, 2])
    #expect(try window("u c1 r1 a u a", cost: 5) == [4, 5])
    #expect(try window("u c1 t1 a u a", records: 6) == [0, 1, 2, 3, 4, 5])
  }

  @Test func turnsAreCounted() throws {
    #expect(try window("u a u c1 r1 a u a", turns: 1) == [6, 7])
    #expect(try window("u a u c1 r1 a u a", turns: 2) == [2, 3, 4, 5, 6, 7])
    #expect(try window("u a u c1 r1 a u a", turns: 9) == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(try window("u a u c1 r1 a u a", cost: 5, turns: 2) == [6, 7])
  }

  @Test func onePromptIsPinned() throws {
    #expect(try window("u c1 r1 c2 r2 c3,4 r3 r4 a", cost: 5) == [0, 5, 6, 7, 8])
    #expect(try window("u c1 r1 c2 r2 c3,4 r3 r4 a", cost: 6) == [0, 5, 6, 7, 8])
    #expect(try window("u c1 r1 c2 r2 c3,4 r3 r4 a", cost: 7) == [0, 3, 4, 5, 6, 7, 8])
    #expect(try window("u c1 r1 u c2 r2 c3 r3", cost: 3) == [3, 6, 7])
    #expect(throws: WindowFault.overLimit(cost: 3, recordCount: 3)) {
      try window("u c1 r1 c3,4 r3,4 a", cost: 2, end: .tool)
    }
  }

  @Test func aPartOfAMessageStaysWithTheOthers() throws {
    #expect(try window("u c1/m c2/m r1 r2 c3/n r3", cost: 3) == [0, 5, 6])
    #expect(try window("u c1/m c2/m r1 r2 c3/n r3", cost: 5) == [0, 5, 6])
    #expect(try window("u a/m c1/m r1 c2/m r2", cost: 6) == [0, 1, 2, 3, 4, 5])
    #expect(throws: WindowFault.overLimit(cost: 6, recordCount: 6)) { try window("u a/m c1/m r1 c2/m r2", cost: 5) }
    #expect(try window("u a/m c1/m r1 c2/m r2", cost: 5, isForced: true) == [0, 1, 2, 3, 4, 5])
    #expect(try window("u g c1 r1 g c2 r2", cost: 4) == [0, 4, 5, 6])
    #expect(throws: WindowFault.overLimit(cost: 4, recordCount: 4)) { try window("u g c1 r1 g c2 r2", cost: 3) }
  }

  @Test func aCallWithoutResultTakesItsGroupAlong() throws {
    #expect(try window("u c1") == [0])
    #expect(try window("u c1,2 r1") == [0])
    #expect(try window("u c1,2 r2 u a") == [0, 3, 4])
    #expect(try window("u a/m c1/m c2/m r1") == [0])
    #expect(try window("u a g c1", cost: 2) == [0, 1])
    #expect(try window("u a c1", dangling: .keep) == [0, 1, 2])
    #expect(throws: WindowFault.danglingCall(1)) { try window("u c1", dangling: .error) }
    // What is left out makes room.
    #expect(try window("u a c1,2,3,4 r1 r2 r3", cost: 2) == [0, 1])
  }

  @Test func aResultWithoutItsCallIsNeverInside() throws {
    #expect(try window("u a r9 u a") == [3, 4])
    #expect(try window("u a t9 a") == [0, 3])
  }

  @Test func theEndCanBeAsked() throws {
    #expect(try window("u a u c1 r1 a", end: .user) == [0, 1, 2])
    #expect(try window("u a u c1 r1", end: .assistant) == [0, 1])
    #expect(try window("u a u c1 r1", end: .tool) == [0, 1, 2, 3, 4])
  }

  @Test func whatIsPinnedMayHoldThePrompt() throws {
    #expect(try window("u c1 r1 c2 r2 c3 r3", cost: 5, pinned: 1) == [3, 4, 5, 6])
    #expect(try window("u c1 r1 c2 r2 c3 r3", cost: 6, pinned: 3) == [5, 6])
    #expect(try window("u c1 r1 c2 r2", cost: 5, pinned: 1) == [1, 2, 3, 4])
    #expect(try window("u a u a", cost: 4, pinned: 1) == [1, 2, 3])
    #expect(try window("u a u a", cost: 3, pinned: 1) == [2, 3])
    #expect(try window("u a u a a", turns: 1, pinned: 1) == [2, 3, 4])
    #expect(try window("u a u c1 r1 c2 r2", cost: 4, pinned: 1) == [2, 5, 6])
    #expect(throws: WindowFault.overLimit(cost: 3, recordCount: 3)) { try window("u c1 r1", cost: 2, pinned: 1) }
    #expect(throws: WindowFault.overLimit(cost: 2, recordCount: 2)) { try window("u a", cost: 1, pinned: 2) }
    #expect(try window("u a", cost: 1, pinned: 2, isForced: true) == [])
    #expect(throws: WindowFault.noStart) { try window("a a", pinned: 1) }
  }

  @Test func onlyACallInTheWindowIsAnError() throws {
    #expect(try window("u c1 u a", cost: 2, dangling: .error) == [2, 3])
    #expect(throws: WindowFault.danglingCall(1)) { try window("u c1 u a", cost: 4, dangling: .error) }
  }

  @Test func aWindowMayStartAtAGroup() throws {
    #expect(try window("u a u c1 r1 a", cost: 4, start: .assistant) == [3, 4, 5])
    #expect(try window("u a u c1 r1 a", cost: 5, start: .assistant) == [1, 2, 3, 4, 5])
    #expect(try window("u a u c1 r1 a", cost: 2, start: .assistant) == [5])
    #expect(throws: WindowFault.overLimit(cost: 2, recordCount: 2)) {
      try window("u a u c1 r1", cost: 1, start: .assistant)
    }
  }

  @Test func withoutAPromptThereIsNone() {
    #expect(throws: WindowFault.noStart) { try window("a a") }
    #expect((try? window("")) == [])
    #expect((try? window(". .")) == [])
  }
}
