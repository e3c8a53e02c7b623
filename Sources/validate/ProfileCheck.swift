import Core

/// Checks each line as JSON and as a record of its profile; what depends on other lines is left to the commit.
struct ProfileCheck: LineWorker {
  /// What the user asked for.
  struct Settings {
    var policy: Policy
    var levels: RuleLevels
    /// What each record is checked against besides.
    var schema: Schema?
    /// Where the message stands in the record, and what says which conversation it belongs to.
    var at: ChosenPointer?
    var groupBy: ChosenPointer?
    var limit: Int
    var tellsPlaces: Bool
    var showsValues: Bool
    var keepsStatistics: Bool
  }

  /// What was found in the lines of a batch, and what there is to check between them.
  struct Notes: SyntaxNotes {
    /// A record of a conversation.
    struct Record {
      var line: Line
      var record: ChatRecord
      var calls: Range<Int>
      var results: Range<Int>
      /// Equal for records of one conversation.
      var group: UInt64
    }

    /// A line that came before it was known what the lines are.
    enum Undecided {
      case line(Line)
      case overlong(number: Int)
    }

    /// Nil as long as it is not known.
    var profile: Profile?
    var undecided: [Undecided] = []
    var syntax = FoundFaults<SyntaxCheck.Kind>()
    var chat = FoundFaults<ChatFaultKind>()
    var schema = FoundFaults<SchemaFaultKind>()
    var records: [Record] = []
    var calls: [ToolReference] = []
    var results: [ToolReference] = []
    var statistics = Statistics()
  }

  private let settings: Settings
  private let decision: ProfileDecision
  private var syntax: SyntaxCheck
  private var profile: Profile?
  private var isUndecided = false
  private var reader: ChatReader?
  private let schema: SchemaCheck?
  private var severities: [ChatRule: Diagnostic.Severity] = [:]
  private let at: ValueFinder?
  private let groupBy: ValueFinder?
  private let times: ValueFinder?

  init(_ settings: Settings, _ decision: ProfileDecision, _ reports: Reports) {
    self.settings = settings
    self.decision = decision
    syntax = SyntaxCheck(policy: settings.policy, reports: reports)
    schema = SchemaCheck(settings)
    at = settings.at.map { ValueFinder([$0.pattern]) }
    groupBy = settings.groupBy.map { ValueFinder([$0.pattern]) }
    times = settings.keepsStatistics ? ValueFinder(Statistics.times) : nil
  }

  mutating func begin(_ batch: Batch<Notes>) {
    let profile = decision.profile
    batch.notes.profile = profile
    isUndecided = profile == nil
    if let profile { change(to: profile) }
  }

  mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard !isUndecided else { return batch.notes.undecided.append(.line(line)) }
    check(line, into: batch)
  }

  mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    guard !isUndecided else { return batch.notes.undecided.append(.overlong(number: number)) }
    noteOverlongLine(number: number, into: batch)
  }

  /// Notes a line that is too long, when it is known what the lines are.
  func noteOverlongLine(number: Int, into batch: Batch<Notes>) {
    syntax.noteOverlongLine(number: number, into: batch)
  }

  /// Checks a line as one of a profile.
  mutating func check(_ line: Line, as profile: Profile, into batch: Batch<Notes>) {
    change(to: profile)
    check(line, into: batch)
  }

  private func check(_ line: Line, into batch: Batch<Notes>) {
    guard at == nil else { return checkInside(line, into: batch) }
    guard let text = syntax.check(line, into: batch, telling: reader) else { return }
    schema?.check(text, of: line, shift: line.bytes.count - text.count, &batch.notes.schema)
    if let reader { note(line, text, reader, &batch.notes) }
    if let times { batch.notes.statistics.addTime(of: text, times) }
  }

  private mutating func change(to profile: Profile) {
    guard profile != self.profile else { return }
    self.profile = profile
    reader = ChatReader(profile)
    severities = settings.levels.severities(in: profile)
    syntax.policy = settings.policy.adapted(to: profile)
  }

  /// Checks a line that holds a message somewhere; one that holds none is not of the conversation.
  private func checkInside(_ line: Line, into batch: Batch<Notes>) {
    guard let text = syntax.check(line, into: batch) else { return }
    if let times { batch.notes.statistics.addTime(of: text, times) }
    guard let place = at?.firstPlace(in: text) else { return }
    let shift = line.bytes.count - text.count + place.lowerBound
    schema?.check(text.slice(place), of: line, shift: shift, &batch.notes.schema)
    guard let reader, (try? reader.read(text.slice(place), origin: shift)) != nil
    else { return }
    note(line, text, reader, &batch.notes)
  }

  /// Notes what was read of a record.
  private func note(_ line: Line, _ text: Bytes, _ reader: ChatReader, _ notes: inout Notes) {
    let record = reader.record
    if settings.keepsStatistics { notes.statistics.add(record.kind) }
    for fault in reader.faults { note(fault, line, &notes) }
    let firstCall = notes.calls.count
    let firstResult = notes.results.count
    notes.calls += reader.calls
    notes.results += reader.results
    notes.records.append(
      Notes.Record(
        line: line, record: record, calls: firstCall..<notes.calls.count, results: firstResult..<notes.results.count,
        group: group(of: text)))
  }

  private func note(_ fault: ChatFault, _ line: Line, _ notes: inout Notes) {
    guard let profile, let severity = severities[fault.rule] else { return }
    notes.chat.add(
      severity, line: line.number, column: fault.place.offset + 1, limit: settings.limit,
      ChatFaultKind(
        profile: profile, chatRule: fault.rule, place: fault.place, prefix: settings.at?.text ?? "",
        value: settings.showsValues ? line.value(at: fault.place) : nil),
      characterColumn: settings.tellsPlaces ? line.characterColumn(of: fault.place) : nil)
  }

  private func group(of text: Bytes) -> UInt64 {
    guard let groupBy, let place = groupBy.firstPlace(in: text) else { return 0 }
    return ConversationGroups.identity(of: text.slice(place))
  }
}

/// A pointer as the user gave it.
struct ChosenPointer {
  var text: String
  var pattern: PointerPattern

  /// The value of an option, nil if it was not given.
  init?(_ arguments: Arguments, _ option: Option) throws(UsageError) {
    guard let text = arguments[option] else { return nil }
    do throws(PointerPattern.SyntaxError) {
      pattern = try PointerPattern(text)
    } catch {
      throw UsageError("\(option.name): \(error.message)")
    }
    for case let step in pattern.steps where step == .any || step == .anyDepth {
      throw UsageError("\(option.name) takes a pointer without wild cards")
    }
    self.text = text
  }
}

extension ValueFinder {
  /// Where the value stands in a record, nil if it is not there.
  func firstPlace(in record: Bytes) -> Range<Int>? {
    guard (try? read(record)) != nil else { return nil }
    return places.last
  }
}

extension Line {
  /// The column in characters.
  func characterColumn(of place: ChatPlace) -> Int {
    var columns = CharacterColumns(bytes)
    return columns.column(at: place.offset)
  }

  /// The value that stands at a place, or the beginning of a long one.
  func value(at place: ChatPlace) -> String? { value(at: place.offset) }

  /// The value that starts at an offset, or the beginning of a long one.
  func value(at offset: Int) -> String? {
    var scanner = JSONScanner()
    var visitor = CheckingVisitor()
    guard offset < bytes.count,
      let end = try? scanner.scanValue(in: bytes, from: offset, visitor: &visitor)
    else { return nil }
    let longest = 80
    guard end - offset > longest else { return bytes.slice(offset, end).text }
    var cut = offset + longest
    // Not inside of a character.
    while cut > offset, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return bytes.slice(offset, cut).text + "…"
  }
}
