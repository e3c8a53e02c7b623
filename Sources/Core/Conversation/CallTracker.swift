/// Which tool calls of a conversation wait for their results, record by record.
package struct CallTracker {
  /// How far the results may be from their calls.
  enum Pairing {
    /// They follow before another role speaks.
    case following
    /// They are in the user's next message; records of one role in a row are one message.
    case nextMessage
    /// The same, and the records of one message of the model may have results between them.
    case merged
    /// They come at any later time.
    case scattered
  }

  /// A call that has been made.
  final class Call {
    /// Of all calls, in their order.
    let number: Int
    /// Of the id in its record, between its quotes.
    let range: Range<Int>
    /// As it is spelt.
    let spelling: [UInt8]
    fileprivate(set) var isAnswered = false
    /// Another call of this id, which was made before.
    fileprivate let earlier: Call?

    fileprivate init(_ reference: ToolReference, number: Int, in record: Bytes, earlier: Call?) {
      self.number = number
      range = reference.range
      spelling = Array(record[reference.range])
      self.earlier = earlier
    }
  }

  let pairing: Pairing
  /// In the order in which they were made; some may have been answered.
  private var calls: [Call] = []
  private var newest: [UInt64: Call] = [:]
  private var answeredCount = 0
  private var count = 0
  /// Whether a message of the user has come since the calls.
  private var isUserNext = false
  private var lastMessageID: UInt64 = 0

  /// - Returns: nil for a profile whose calls and results are not records, or are not known.
  package init?(_ profile: Profile) {
    switch profile {
    case .openai, .langChain: pairing = .following
    case .anthropic: pairing = .nextMessage
    case .claudeCode: pairing = .merged
    case .codex, .responses: pairing = .scattered
    case .json, .openAIFineTuning, .shareGPT: return nil
    }
  }

  /// Whether every call has its result.
  var isEmpty: Bool { calls.count == answeredCount }

  /// The calls without a result.
  var open: [Call] { calls.filter { !$0.isAnswered } }

  /// The ids of the calls that wait for their results, as they are spelt between their quotes, in their order.
  package var openIDs: [[UInt8]] { open.map(\.spelling) }

  /// Whether a record says that for those without it no result will come.
  func isEnded(by record: ChatRecord) -> Bool {
    guard !calls.isEmpty else { return false }
    let isContinued = record.messageID != 0 && record.messageID == lastMessageID
    switch (pairing, record.kind) {
    case (_, .aside), (.scattered, _): return false
    case (.following, let kind): return kind != .tool
    case (.nextMessage, .user), (.merged, .user): return false
    case (.nextMessage, .assistant), (.merged, .assistant): return isUserNext && !isContinued
    case (.nextMessage, _), (.merged, _): return true
    }
  }

  /// Forgets all calls.
  mutating func removeAll() {
    calls.removeAll(keepingCapacity: true)
    newest.removeAll(keepingCapacity: true)
    answeredCount = 0
    isUserNext = false
  }

  /// Takes note of what a record answers and calls.
  ///
  /// - Returns: the calls that it answers, and those that it makes.
  @discardableResult
  mutating func take(_ reader: ChatReader, _ text: Bytes) -> (answered: [Call], made: [Call]) {
    let record = reader.record
    guard record.kind != .aside else { return ([], []) }
    var answered: [Call] = []
    for result in reader.results {
      guard let call = newest[result.id] else { continue }
      newest[result.id] = call.earlier
      call.isAnswered = true
      answeredCount += 1
      answered.append(call)
    }
    if record.kind == .user, !calls.isEmpty { isUserNext = true }
    if record.kind == .assistant { lastMessageID = record.messageID }
    var made: [Call] = []
    for reference in reader.calls {
      let call = Call(reference, number: count, in: text, earlier: newest[reference.id])
      count += 1
      newest[reference.id] = call
      calls.append(call)
      made.append(call)
    }
    if answeredCount == calls.count {
      removeAll()
    } else if answeredCount > 1000, answeredCount > calls.count / 2 {
      calls.removeAll(where: \.isAnswered)
      answeredCount = 0
    }
    return (answered, made)
  }

  /// Reads a record and takes note of it; calls that it ends are forgotten.
  package mutating func follow(_ text: Bytes, with reader: ChatReader) {
    guard (try? reader.read(text)) != nil else { return }
    if isEnded(by: reader.record) { removeAll() }
    take(reader, text)
  }
}
