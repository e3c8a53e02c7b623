/// Closes the tool calls of a conversation that have no result, or drops them: no API takes a history with one.
///
/// Records are held back only while a call that they make may still be answered, and never more than 16 MiB of them; a
/// call that is older is closed and not dropped. It belongs to one thread at a time.
package final class CallRepair {
  /// What becomes of a call without a result.
  package enum Choice: String, CaseIterable, Sendable {
    /// A result is added that says that there is none.
    case close
    case drop
  }

  /// Where a call stands.
  package struct Place: Sendable {
    /// 1-based.
    package var line: Int
    /// Of its id, in the line.
    package var offset: Int
    /// In characters, nil where nobody has asked for it.
    package var characterColumn: Int?
  }

  /// What is to be done, in this order.
  package enum Step {
    /// A record is to be written: as it came, or with something added.
    case write(Bytes)
    /// A record takes the place of another, which would be lost.
    case replace(Bytes, by: Bytes)
    case leaveOut(Bytes)
    /// A call was closed by a result that was written.
    case closed(Place)
    case dropped(Place)
    /// A call has no result, and none can be made up.
    case unclosable(Place)
  }

  /// In bytes.
  private static let mostHeld = 16 << 20

  /// A record that is held back.
  private final class Held {
    let bytes = ByteBuffer(capacity: 256)
    let kind: ChatRecord.Kind
    /// Where the id of its first result begins.
    let firstResult: Int?
    var calls: [OpenCall] = []
    var openCount = 0

    init(_ record: Bytes, _ reader: ChatReader) {
      bytes.append(record)
      kind = reader.record.kind
      firstResult = reader.results.first?.range.lowerBound
    }
  }

  private final class OpenCall {
    let call: CallTracker.Call
    let place: Place
    let result: LostResult?
    weak var holder: Held?

    init(_ call: CallTracker.Call, _ place: Place, _ result: LostResult?) {
      self.call = call
      self.place = place
      self.result = result
    }
  }

  private let profile: Profile
  private let choice: Choice
  private let reader: ChatReader
  private var tracker: CallTracker
  /// By their numbers.
  private var open: [Int: OpenCall] = [:]
  private var held: [Held] = []
  private var heldSize = 0
  private let scratch = ByteBuffer()

  /// - Returns: nil for a profile that it does not know how to repair.
  package init?(_ profile: Profile, _ choice: Choice) {
    guard Self.profiles.contains(profile), let reader = ChatReader(profile), let tracker = CallTracker(profile) else {
      return nil
    }
    self.profile = profile
    self.choice = choice
    self.reader = reader
    self.tracker = tracker
  }

  /// Those that it knows how to repair.
  package static let profiles: [Profile] = [.openai, .anthropic, .claudeCode, .codex, .responses, .langChain]

  /// A record such as closes a call, for those who ask what it costs.
  package static let example: StaticString =
    #"{"role":"tool","tool_call_id":"1","content":"Error: no result of this tool call was recorded"}"#

  /// Takes the next record of the conversation.
  ///
  /// - Parameters:
  ///   - line: the number of the line that it begins in.
  ///   - origin: where it begins in that line, in bytes.
  ///   - characters: how many are before it in that line; nil where nobody asks for places in characters.
  package func take(
    _ record: Bytes, line: Int, origin: Int, characters: Int?, _ step: (Step) -> Void
  ) {
    guard (try? reader.read(record)) != nil else { return pass(record, step) }
    if tracker.isEnded(by: reader.record) { resolve(step) }
    let (answered, made) = tracker.take(reader, record)
    let next = Held(record, reader)
    if !answered.isEmpty { note(answered) }
    for call in made {
      var columns = CharacterColumns(record)
      let quote = call.range.lowerBound - 1
      let column = characters.map { $0 + columns.column(at: quote) }
      let place = Place(line: line, offset: origin + quote, characterColumn: column)
      let result = call.spelling.withUnsafeBufferPointer { LostResult(of: $0, in: record, profile) }
      let opened = OpenCall(call, place, result)
      opened.holder = next
      next.calls.append(opened)
      next.openCount += 1
      open[call.number] = opened
    }
    if tracker.isEmpty { open.removeAll() }
    hold(next, step)
  }

  /// Says that no record follows.
  package func end(_ step: (Step) -> Void) {
    resolve(step)
  }

  private func pass(_ record: Bytes, _ step: (Step) -> Void) {
    if held.isEmpty { return step(.write(record)) }
    hold(Held(record, reader), step)
  }

  private func note(_ answered: [CallTracker.Call]) {
    for call in answered {
      open.removeValue(forKey: call.number)?.holder?.openCount -= 1
    }
  }

  /// Whether a record must wait until it is known what becomes of its calls.
  private var holds: Bool { choice == .drop || tracker.pairing == .nextMessage || tracker.pairing == .merged }

  private func hold(_ next: Held, _ step: (Step) -> Void) {
    let isKept = choice == .drop && next.kind == .reasoning
    guard holds, !held.isEmpty || next.openCount > 0 || isKept else { return step(.write(next.bytes.bytes)) }
    held.append(next)
    heldSize += next.bytes.count
    var count = 0
    while count < held.count, canGo(count) { count += 1 }
    if heldSize > Self.mostHeld { count = held.count }
    release(count, step)
  }

  /// Whether nothing can happen to a held record any more, if those before it go.
  private func canGo(_ index: Int) -> Bool {
    // Reasoning goes with the call behind it.
    if choice == .drop, held[index].kind == .reasoning, index + 1 == held.count { return false }
    if choice == .drop, held[index].kind == .reasoning, held[index + 1].openCount > 0 { return false }
    return held[index].openCount == 0
  }

  private func release(_ count: Int, _ step: (Step) -> Void) {
    for record in held[..<count] {
      step(.write(record.bytes.bytes))
      heldSize -= record.bytes.count
      for call in record.calls { call.holder = nil }
    }
    held.removeFirst(count)
  }

  // MARK: Calls that will have no result

  private func resolve(_ step: (Step) -> Void) {
    let lost = open.values.sorted { $0.call.number < $1.call.number }
    open.removeAll()
    tracker.removeAll()
    // What is written already cannot be dropped any more.
    let droppable = choice == .drop ? lost.filter { $0.holder != nil } : []
    let closable = choice == .drop ? lost.filter { $0.holder == nil } : lost
    if !droppable.isEmpty { drop(droppable, step) }
    if !closable.isEmpty { close(closable, step) }
    release(held.count, step)
  }

  private func close(_ lost: [OpenCall], _ step: (Step) -> Void) {
    for call in lost where call.result == nil { step(.unclosable(call.place)) }
    let closable = lost.filter { $0.result != nil }
    guard let first = closable.first?.result else { return }
    guard !first.prefix.isEmpty else {
      release(held.count, step)
      for call in closable { writeResult([call], step) }
      return
    }
    let lastCall = held.lastIndex { $0.kind == .assistant } ?? -1
    let texts = Array(closable.compactMap { $0.result?.text }.joined(separator: [UInt8(ascii: ",")]))
    // A result that came stands in the message in which all must be.
    if tracker.pairing == .nextMessage,
      let index = held.indices.first(where: { $0 > lastCall && held[$0].firstResult != nil }),
      let id = held[index].firstResult, let list = CallList(around: id, in: held[index].bytes.bytes)
    {
      let changed = list.inserting(texts)
      release(index, step)
      heldSize -= held.removeFirst().bytes.count
      changed.withUnsafeBufferPointer { step(.write($0)) }
      for call in closable { step(.closed(call.place)) }
      return
    }
    release(lastCall + 1, step)
    writeResult(closable, step)
  }

  /// Writes one record with the results of calls.
  private func writeResult(_ calls: [OpenCall], _ step: (Step) -> Void) {
    let results = calls.compactMap(\.result)
    guard let first = results.first else { return }
    scratch.removeAll()
    scratch.append(first.prefix)
    for (index, result) in results.enumerated() {
      if index > 0 { scratch.append(UInt8(ascii: ",")) }
      scratch.append(result.text)
    }
    scratch.append(first.suffix)
    step(.write(scratch.bytes))
    for call in calls { step(.closed(call.place)) }
  }

  private func drop(_ lost: [OpenCall], _ step: (Step) -> Void) {
    let records = held
    held = []
    heldSize = 0
    for (index, record) in records.enumerated() {
      let ids = lost.filter { $0.holder === record }.map(\.call.range.lowerBound)
      let bytes = record.bytes.bytes
      let next = index + 1 < records.count ? records[index + 1] : nil
      let isDroppedNext = next.map { next in lost.contains { $0.holder === next } && next.kind == .assistant } ?? false
      if record.kind == .reasoning, isDroppedNext {
        step(.leaveOut(bytes))
      } else if ids.isEmpty {
        step(.write(bytes))
      } else if let rest = without(ids, bytes) {
        rest.withUnsafeBufferPointer { step(.replace(bytes, by: $0)) }
      } else {
        step(.leaveOut(bytes))
      }
      for call in lost where call.holder === record { step(.dropped(call.place)) }
    }
  }

  /// A record without some of its calls, nil if nothing is left to say.
  private func without(_ ids: [Int], _ record: Bytes) -> [UInt8]? {
    guard let id = ids.first, tracker.pairing != .scattered, let list = CallList(around: id, in: record) else {
      return nil
    }
    let others = list.others(ids)
    if profile == .openai {
      guard others.isEmpty else { return list.removing(ids, isMemberNeeded: true) }
      let members = ObjectMembers<SpokenMember>()
      try? members.read(record)
      let isSpoken =
        members.string(.content)?.isEmpty == false || members.objects(.content)?.isEmpty == false
        || members.string(.refusal)?.isEmpty == false
      return isSpoken ? list.removing(ids, isMemberNeeded: false) : nil
    }
    // Thinking alone is no message.
    let blocks = ObjectMembers<SpokenMember>()
    let isSpoken = others.contains { block in
      try? blocks.read(block)
      return blocks.string(.type).map { !$0.ends(with: "thinking") } ?? false
    }
    return isSpoken ? list.removing(ids, isMemberNeeded: true) : nil
  }
}

private enum SpokenMember: Int, MemberName {
  case content, refusal, type

  var text: StaticString {
    switch self {
    case .content: "content"
    case .refusal: "refusal"
    case .type: "type"
    }
  }
}
