/// The tool calls that wait for their results, in their order.
struct OpenCalls {
  /// A call that was made.
  struct Call {
    var id: UInt64
    var fault: ConversationFault
    var isAnswered = false
  }

  enum Answer {
    case first, again, unknown
  }

  private var calls: [Call] = []
  /// Where a call stands in the list, once there are so many that a search would take long.
  private var numbers: [UInt64: Int] = [:]
  private static let mostSearched = 16

  var isEmpty: Bool { calls.isEmpty }

  /// Enters a call.
  ///
  /// - Returns: false if there is one of this id.
  mutating func add(_ call: Call) -> Bool {
    guard number(of: call.id) == nil else { return false }
    if calls.count == Self.mostSearched { for (number, call) in calls.enumerated() { numbers[call.id] = number } }
    if calls.count >= Self.mostSearched { numbers[call.id] = calls.count }
    calls.append(call)
    return true
  }

  /// Takes note of a result.
  mutating func answer(_ id: UInt64) -> Answer {
    guard let number = number(of: id) else { return .unknown }
    guard !calls[number].isAnswered else { return .again }
    calls[number].isAnswered = true
    return .first
  }

  /// Forgets all calls.
  ///
  /// - Parameter tell: is told those without a result.
  mutating func close(_ tell: (ConversationFault) -> Void) {
    guard !calls.isEmpty else { return }
    for call in calls where !call.isAnswered { tell(call.fault) }
    calls.removeAll(keepingCapacity: calls.count <= Self.mostSearched)
    if !numbers.isEmpty { numbers = [:] }
  }

  private func number(of id: UInt64) -> Int? {
    guard calls.count > Self.mostSearched else { return calls.firstIndex { $0.id == id } }
    return numbers[id]
  }
}

/// Tool calls whose results may come at any later time, in any order: what is answered is forgotten.
struct ScatteredCalls {
  private var open: [UInt64: (number: Int, fault: ConversationFault)] = [:]
  /// All ids that were met: a second result is told from one without a call.
  private var known = IdentitySet()
  private var count = 0

  /// Enters a call.
  ///
  /// - Returns: false if there was one of this id.
  mutating func add(_ id: UInt64, _ fault: ConversationFault) -> Bool {
    guard known.insert(id) else { return false }
    open[id] = (count, fault)
    count += 1
    return true
  }

  /// Takes note of a result.
  mutating func answer(_ id: UInt64) -> OpenCalls.Answer {
    if open.removeValue(forKey: id) != nil { return .first }
    return known.contains(id) ? .again : .unknown
  }

  /// Tells the calls without a result, in their order.
  mutating func close(_ tell: (ConversationFault) -> Void) {
    for call in open.values.sorted(by: { $0.number < $1.number }) { tell(call.fault) }
    open = [:]
  }
}
