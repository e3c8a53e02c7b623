/// A rule that a conversation breaks, and where.
package struct ConversationFault: Sendable {
  package var rule: ChatRule
  package var place: ChatPlace
  /// The number of the line, 1-based.
  package var line: Int
  /// What somebody wanted to know of the place while its line was there.
  package var detail: ChatDetail?

  init(rule: ChatRule, place: ChatPlace, line: Int, detail: ChatDetail?) {
    self.rule = rule
    self.place = place
    self.line = line
    self.detail = detail
  }

  /// A fault of a whole line.
  package init(_ rule: ChatRule, ofLine line: Int) {
    self.init(
      rule: rule, place: ChatPlace(offset: 0, path: .root), line: line, detail: ChatDetail(characterColumn: 1))
  }
}

/// What can be told of a place only while its line is there.
package struct ChatDetail: Sendable {
  /// In characters, 1-based.
  package var characterColumn: Int?
  /// The value, or its beginning, for those who have asked to see values.
  package var value: String?

  package init(characterColumn: Int? = nil, value: String? = nil) {
    self.characterColumn = characterColumn
    self.value = value
  }
}

/// What the records of one conversation are held to, one after the other.
///
/// What it keeps are the calls that wait for results, and 11 to 21 bytes for each tool call and each
/// `uuid` where they must differ from all before.
package struct ConversationCheck {
  private enum Pairing {
    /// Results follow their calls before another role speaks.
    case following
    /// Results are in the message right behind; messages of the same role in a row are one.
    case nextMessage
    /// The same, and lines of one message are one wherever results stand among them.
    case merged
    /// Results come later.
    case scattered
    /// A record is a conversation.
    case none
  }

  /// When a fault of the last record is one.
  private enum Condition {
    /// Another record follows.
    case isFollowed
    /// None does.
    case isLast
    /// What follows is not the model's, or nothing is.
    case modelStops
  }

  private let profile: Profile
  private let pairing: Pairing
  private var open = OpenCalls()
  private var scattered = ScatteredCalls()
  private var knownCalls = IdentitySet()
  private var knownUUIDs = IdentitySet()
  private var count = 0
  private var lastKind: ChatRecord.Kind?
  private var lastLine = 0
  private var lastMessageID: UInt64 = 0
  /// Whether a message of the user has come since the calls.
  private var isAnswered = false
  /// What is wrong with the last record, as it turns out.
  private var deferred: [(fault: ConversationFault, condition: Condition)] = []

  package init(_ profile: Profile) {
    self.profile = profile
    pairing =
      switch profile {
      case .openai, .langChain: .following
      case .anthropic: .nextMessage
      case .claudeCode: .merged
      case .codex, .responses: .scattered
      case .json, .openAIFineTuning, .shareGPT: .none
      }
  }

  /// Checks the next record.
  ///
  /// - Parameters:
  ///   - line: its number, 1-based.
  ///   - detail: is asked for what should be kept of a place; while this is called the line is there.
  ///   - tell: is told what is wrong, which may be with a record before.
  package mutating func check(
    _ record: ChatRecord, calls: ArraySlice<ToolReference>, results: ArraySlice<ToolReference>, line: Int,
    detail: (ChatPlace) -> ChatDetail?, tell: (ConversationFault) -> Void
  ) {
    func fault(_ rule: ChatRule, _ place: ChatPlace) -> ConversationFault {
      ConversationFault(rule: rule, place: place, line: line, detail: detail(place))
    }
    if record.uuid != 0 || record.parent != 0 { checkUUIDs(record, fault, tell) }
    if profile == .codex, count == 0, !record.isHeader { tell(fault(.firstMeta, record.place)) }
    count += 1
    lastLine = line
    settle(record, fault, tell)
    guard record.kind != .aside else { return }
    if profile == .anthropic { checkOrder(record, fault, tell) }
    switch pairing {
    case .following: pairFollowing(record, calls, results, fault, tell)
    case .nextMessage, .merged: pairMessages(record, calls, results, fault, tell)
    case .scattered: pairScattered(calls, results, fault, tell)
    case .none: break
    }
    lastKind = record.kind
  }

  /// Says that no record follows.
  package mutating func end(tell: (ConversationFault) -> Void) {
    open.close(tell)
    scattered.close(tell)
    for (fault, condition) in deferred where condition != .isFollowed { tell(fault) }
    deferred = []
    if profile == .openAIFineTuning, count > 0, count < 10 {
      tell(ConversationFault(.fewExamples, ofLine: lastLine))
    }
  }

  // MARK: Order

  private mutating func checkUUIDs(
    _ record: ChatRecord, _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    if record.parent != 0, !knownUUIDs.contains(record.parent) { tell(fault(.unknownParent, record.parentPlace)) }
    if record.uuid != 0, !knownUUIDs.insert(record.uuid) { tell(fault(.duplicateUUID, record.uuidPlace)) }
  }

  /// Tells what was deferred of the record before, and defers what depends on the next.
  private mutating func settle(
    _ record: ChatRecord, _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    if !deferred.isEmpty {
      let isOfModel = record.kind == .assistant || record.kind == .reasoning || record.kind == .aside
      for (fault, condition) in deferred where condition == .isFollowed || condition == .modelStops && !isOfModel {
        tell(fault)
      }
      deferred.removeAll(keepingCapacity: true)
    }
    if let other = record.faultIfFollowed { deferred.append((fault(other.rule, other.place), .isFollowed)) }
    if let other = record.faultIfLast { deferred.append((fault(other.rule, other.place), .isLast)) }
    if profile == .responses, record.kind == .reasoning {
      deferred.append((fault(.reasoning, record.place), .modelStops))
    }
  }

  private func checkOrder(
    _ record: ChatRecord, _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    let isFirst = lastKind == nil
    if isFirst, record.kind == .assistant || record.kind == .system { tell(fault(.firstUser, record.place)) }
    if !isFirst, record.kind == .system {
      tell(fault(lastKind == .user || lastKind == .system ? .systemRole : .systemPlace, record.place))
    }
    if record.kind == lastKind, record.kind != .unknown { tell(fault(.alternation, record.place)) }
  }

  // MARK: Pairing

  private mutating func pairFollowing(
    _ record: ChatRecord, _ calls: ArraySlice<ToolReference>, _ results: ArraySlice<ToolReference>,
    _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    guard record.kind != .tool else {
      for result in results { answer(result, fault, tell) }
      return
    }
    open.close(tell)
    for call in calls where !open.add(OpenCalls.Call(id: call.id, fault: fault(.unansweredCall, call.place))) {
      tell(fault(.duplicateCall, call.place))
    }
  }

  private mutating func pairMessages(
    _ record: ChatRecord, _ calls: ArraySlice<ToolReference>, _ results: ArraySlice<ToolReference>,
    _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    // What the system says in between is no turn.
    guard record.kind != .system else { return }
    guard record.kind != .user else {
      for result in results {
        switch open.answer(result.id) {
        case .first: if isAnswered, pairing == .nextMessage { tell(fault(.lateResult, result.place)) }
        case .again: tell(fault(.duplicateResult, result.place))
        case .unknown: tell(fault(.orphanResult, result.place))
        }
      }
      isAnswered = true
      return
    }
    let isContinued = record.messageID != 0 && record.messageID == lastMessageID
    if record.kind != .assistant || isAnswered && !isContinued { open.close(tell) }
    isAnswered = isContinued && isAnswered
    lastMessageID = record.messageID
    for call in calls {
      guard knownCalls.insert(call.id) else {
        tell(fault(.duplicateCall, call.place))
        continue
      }
      _ = open.add(OpenCalls.Call(id: call.id, fault: fault(.unansweredCall, call.place)))
    }
  }

  private mutating func pairScattered(
    _ calls: ArraySlice<ToolReference>, _ results: ArraySlice<ToolReference>,
    _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    for call in calls where !scattered.add(call.id, fault(.unansweredCall, call.place)) {
      tell(fault(.duplicateCall, call.place))
    }
    for result in results {
      switch scattered.answer(result.id) {
      case .first: break
      case .again: tell(fault(.duplicateResult, result.place))
      case .unknown: tell(fault(.orphanResult, result.place))
      }
    }
  }

  private mutating func answer(
    _ result: ToolReference, _ fault: (ChatRule, ChatPlace) -> ConversationFault, _ tell: (ConversationFault) -> Void
  ) {
    switch open.answer(result.id) {
    case .first: break
    case .again: tell(fault(.duplicateResult, result.place))
    case .unknown: tell(fault(.orphanResult, result.place))
    }
  }
}
