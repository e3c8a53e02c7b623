import Core

/// Checks files as JSON Lines and as records of a profile.
struct ProfileRun {
  let operands: [String]
  let option: ProfileOption
  let settings: ProfileCheck.Settings
  let reports: Reports

  func run(maximumLineSize: Int, threadCount: Int) throws -> ExitCode {
    let decision = ProfileDecision()
    let pipeline = Pipeline(threadCount: threadCount) { [settings, reports] in
      ProfileCheck(settings, decision, reports)
    }
    var status = ExitCode.done
    var statistics = ""
    for operand in operands {
      do {
        let input = try Input.open(operand)
        let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
        if option == .auto, let run = SealedRun(settings, reports), try run.isSealed(reader) {
          status = status.combined(with: try run.run(input, reader, run.makePipeline(threadCount: threadCount)))
          continue
        }
        let file = CheckedFile(input.name, option, decision, settings, reports)
        var size = 0
        try pipeline.run(reader) { count in
          size += count
          reports.advance(bytes: count)
        } commit: { batch in
          try file.add(batch)
        }
        try file.end()
        if settings.keepsStatistics { statistics += file.statisticsText(size: size) }
        reports.summarize(file.tally, file: input.name)
        status = status.combined(with: file.tally.status)
      } catch let failure as OutputFailure {
        throw failure.underlying
      } catch {
        reports.tell(error)
        status = .failed
      }
    }
    if settings.keepsStatistics { try Console.printStandardOutput(statistics) }
    return status
  }
}

/// What is found in one file: in its lines, and between them.
private final class CheckedFile {
  private let name: String
  private let decision: ProfileDecision
  private let settings: ProfileCheck.Settings
  private let printer: Reports.Printer
  private(set) var tally = Tally()
  private var statistics = Statistics()
  /// For lines that came before the profile was known.
  private var check: ProfileCheck
  private let single = Batch<ProfileCheck.Notes>()
  private var undecided: UndecidedLines
  private var groups: ConversationGroups?
  private var severities: [ChatRule: Diagnostic.Severity] = [:]
  private var hasMessage = false

  init(
    _ name: String, _ option: ProfileOption, _ decision: ProfileDecision, _ settings: ProfileCheck.Settings,
    _ reports: Reports
  ) {
    self.name = name
    self.decision = decision
    self.settings = settings
    printer = Reports.Printer(reports)
    check = ProfileCheck(settings, decision, reports)
    undecided = UndecidedLines(settings.at)
    switch option {
    case .auto: decision.profile = nil
    case .profile(let profile): decide(profile)
    // Those have a run of their own.
    case .sealed: decide(.json)
    }
  }

  private func decide(_ profile: Profile) {
    decision.profile = profile
    severities = settings.levels.severities(in: profile)
    groups = profile.isChat ? ConversationGroups(profile) : nil
  }

  /// Tells what was found in the lines of a batch.
  func add(_ batch: Batch<ProfileCheck.Notes>) throws {
    tally.lineCount += batch.lineCount
    guard batch.notes.profile == nil else { return try tell(batch.notes) }
    for entry in batch.notes.undecided {
      switch entry {
      case .overlong(let number):
        check.noteOverlongLine(number: number, into: single)
        try tellSingle()
      case .line(let line): try add(line)
      }
    }
  }

  /// Tells what can only be said at the end.
  func end() throws {
    if decision.profile == nil { try decide(undecided.isEmpty ? .json : .openai, with: nil) }
    let profile = decision.profile ?? .json
    var faults: [Detected] = []
    groups?.end { fault in
      note(fault, profile, at: fault.line, &faults)
    }
    if settings.at != nil, !hasMessage, profile.isChat, tally.lineCount > 0 {
      note(ConversationFault(.noMessage, ofLine: 1), profile, at: 1, &faults)
    }
    try tell(faults)
  }

  /// What `--stats` prints of the file.
  func statisticsText(size: Int) -> String {
    statistics.text(file: name, profile: decision.profile ?? .json, tally: tally, size: size)
  }

  // MARK: Lines of a profile that is not known

  private func add(_ line: Line) throws {
    if let profile = decision.profile { return try checkNow(line, profile) }
    switch undecided.clue(of: line) {
    case nil: try checkNow(line, .json)
    case .profile(let profile): try decide(profile, with: line)
    case .message:
      // What both APIs take waits for a record that only one would take, but not for ever.
      if !undecided.keep(line) { try decide(.openai, with: line) }
    }
  }

  private func decide(_ profile: Profile, with line: Line?) throws {
    decide(profile)
    try undecided.release { try checkNow($0, profile) }
    if let line { try checkNow(line, profile) }
  }

  private func checkNow(_ line: Line, _ profile: Profile) throws {
    check.check(line, as: profile, into: single)
    try tellSingle()
  }

  private func tellSingle() throws {
    defer { single.notes = ProfileCheck.Notes() }
    try tell(single.notes)
  }

  // MARK: Faults

  /// A fault and the line at which it was noticed, which orders what is told.
  private struct Detected {
    enum Kind {
      case syntax(FoundFaults<SyntaxCheck.Kind>.Found)
      case chat(FoundFaults<ChatFaultKind>.Found)
      case schema(FoundFaults<SchemaFaultKind>.Found)
    }

    var line: Int
    var kind: Kind

    var place: (line: Int, column: Int) {
      switch kind {
      case .syntax(let found): (found.line, found.column)
      case .chat(let found): (found.line, found.column)
      case .schema(let found): (found.line, found.column)
      }
    }
  }

  /// Checks how the records of some lines follow each other, and tells all that was found, line by line.
  private func tell(_ notes: ProfileCheck.Notes) throws {
    tally.add(notes.syntax.tally)
    tally.add(notes.chat.tally)
    tally.add(notes.schema.tally)
    if settings.keepsStatistics { statistics.add(notes.statistics) }
    var faults = notes.syntax.kept.map { Detected(line: $0.line, kind: .syntax($0)) }
    faults += notes.chat.kept.map { Detected(line: $0.line, kind: .chat($0)) }
    faults += notes.schema.kept.map { Detected(line: $0.line, kind: .schema($0)) }
    if let profile = decision.profile { try follow(notes, profile, &faults) }
    guard !faults.isEmpty else { return }
    try tell(faults)
  }

  private func follow(_ notes: ProfileCheck.Notes, _ profile: Profile, _ faults: inout [Detected]) throws {
    if !notes.records.isEmpty { hasMessage = true }
    let wantsDetail = settings.tellsPlaces || settings.showsValues
    for record in notes.records {
      try groups?.check(record, notes) { place in
        wantsDetail ? self.detail(place, record.line) : nil
      } tell: { fault in
        self.note(fault, profile, at: record.line.number, &faults)
      }
    }
  }

  private func detail(_ place: ChatPlace, _ line: Line) -> ChatDetail {
    ChatDetail(
      characterColumn: settings.tellsPlaces ? line.characterColumn(of: place) : nil,
      value: settings.showsValues ? line.value(at: place) : nil)
  }

  private func note(_ fault: ConversationFault, _ profile: Profile, at line: Int, _ faults: inout [Detected]) {
    guard let severity = severities[fault.rule] else { return }
    var found = FoundFaults<ChatFaultKind>()
    found.tally = countedSoFar
    found.add(
      severity, line: fault.line, column: fault.place.offset + 1, limit: settings.limit,
      ChatFaultKind(
        profile: profile, chatRule: fault.rule, place: fault.place, prefix: settings.at?.text ?? "",
        value: fault.detail?.value),
      characterColumn: fault.detail?.characterColumn)
    countedSoFar = found.tally
    tally.add(severity)
    faults += found.kept.map { Detected(line: line, kind: .chat($0)) }
  }

  /// Of the faults between lines, so that no more are kept than are told.
  private var countedSoFar = Tally()

  private func tell(_ faults: [Detected]) throws {
    let sorted = faults.enumerated().sorted { first, second in
      let one = (first.element.line, first.element.place.line, first.element.place.column, first.offset)
      let other = (second.element.line, second.element.place.line, second.element.place.column, second.offset)
      return one < other
    }
    do {
      for (_, fault) in sorted {
        switch fault.kind {
        case .syntax(let found): try printer.tell(found, in: name)
        case .chat(let found): try printer.tell(found, in: name)
        case .schema(let found): try printer.tell(found, in: name)
        }
      }
    } catch {
      throw OutputFailure(underlying: error)
    }
  }
}
