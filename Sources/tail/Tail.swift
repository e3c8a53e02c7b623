import Core

/// The last part of files, as GNU tail writes it.
struct Tail {
  private let selection: Selection
  /// Nil if lines are wanted, not a window.
  private let window: WindowSettings?
  private let follow: FollowOptions?
  private let hasHeaders: Bool
  private let holdsTornLines: Bool
  private let operands: [String]
  private let console: Console
  private let writer: Writer
  /// Whether each line is wanted by itself.
  private let countsTokens: Bool
  /// The file of places, and what is wanted of a file that it does not know.
  private let places: (path: String, first: Selection)?

  init(_ arguments: Arguments, _ console: Console) throws {
    selection = try Selection(arguments)
    window = try WindowSettings(arguments)
    follow = try FollowOptions(arguments, console)
    operands = arguments.operands.isEmpty ? ["-"] : arguments.operands
    holdsTornLines = arguments.has(Self.completeOnly)
    self.console = console
    let tokens = try TokenOptions(arguments)
    countsTokens = arguments.has(Self.count)
    writer = Writer(counts: countsTokens ? try CountedRecords(tokens, endedBy: selection.delimiter) : nil)
    let words = [Self.quiet.long, Self.silent.long, Self.verbose.long]
    let wish = arguments.given.last { words.contains($0.option) }?.option
    hasHeaders = wish.map { $0 == Self.verbose.long } ?? (operands.count > 1)
    if follow?.way == .name, operands.contains("-") { throw UsageError("standard input has no name to follow") }
    if let path = arguments[Self.offsetFile] {
      guard !operands.contains("-") else { throw UsageError("\(Self.offsetFile.name) needs files with a name") }
      try arguments.requireOwnFile(Self.offsetFile, besides: [])
      let isChosen = arguments.has(Self.lines) || arguments.has(Self.bytes)
      places = (path, isChosen ? selection : .whole(endedBy: selection.delimiter))
    } else {
      places = nil
    }
  }

  func run() throws -> ExitCode {
    // As GNU does: what would write nothing does not look at its files either.
    if selection.isEmpty, follow == nil, places == nil, window == nil { return .done }
    var known = try places.map { try Places($0.path) }
    var status = ExitCode.done
    let files = operands.enumerated().map { FollowedFile(operand: $1, index: $0) }
    let names = follow.map { FollowedNames(files, $0, hold: hold, console: console) }
    for file in files {
      do {
        try write(file, known: known?[file.operand] ?? [], since: known?.modified ?? 0, &status)
      } catch let error as SystemError where error.path != Writer.name {
        console.report(Diagnostic(error))
        file.failure = error.errno
        // Its place stays what it was, so that nothing is left out by the next run.
        file.older = []
        file.isIgnored = follow?.retries != true
        status = .no
      }
    }
    if let follow, let names { status = try run(follow, files, names, &known, status) }
    try writer.finish()
    // Only now has everything been written.
    try save(files, &known)
    return status
  }

  /// Writes the wanted part of an operand, and keeps its file open if it will be asked about again.
  private func write(
    _ file: FollowedFile, known: [Places.Place], since: Int, _ status: inout ExitCode
  ) throws {
    let input = try open(file.operand)
    if hasHeaders { try writer.writeHeader(file.operand) }
    if let window { return try writeWindow(window, of: input) }
    if !known.isEmpty, input.status.kind == .regular {
      let resumption = Resumption(file: file, since: since, writer: writer, console: console, hold: hold)
      if try !resumption.run(input, known) { status = .no }
      return
    }
    let hold = hold()
    let selection = places?.first ?? selection
    try Extract(selection: selection, writer: writer, hold: hold, isWholeLinesOnly: holdsTornLines).write(input)
    // What nothing has ended may be ended yet only if somebody waits for it.
    if follow == nil, !holdsTornLines { try hold?.flush { try writer.write($0) } }
    if follow != nil || places != nil { file.current = try FollowedInput(input, from: nil, hold: hold) }
  }

  private func writeWindow(_ settings: WindowSettings, of input: borrowing Input) throws {
    let records = try WindowRecords(settings, name: input.name)
    if input.status.kind == .regular {
      try FileWindow(settings, records, writer).write(input)
    } else {
      try StreamWindow(settings, records, writer).write(input)
    }
  }

  /// One for each file, nil if lines are written in pieces.
  private func hold() -> LineHold? {
    holdsTornLines || countsTokens ? LineHold(delimiter: selection.delimiter) : nil
  }

  private func run(
    _ options: FollowOptions, _ files: [FollowedFile], _ names: FollowedNames, _ known: inout Places?,
    _ status: ExitCode
  ) throws -> ExitCode {
    // POSIX: a pipe as standard input has been read to its end, and there is no more to wait for.
    let viable = files.filter { $0.operand != "-" || $0.current?.status.kind != .pipe }
    guard !viable.isEmpty else { return status }
    let follow = Follow(
      viable, options, names: names, hasHeaders: hasHeaders, last: operands.count - 1, writer: writer, console: console)
    let hasOpened = viable.contains { $0.current != nil }
    var nextSave = Clock.monotonicNanoseconds
    let hasEndedWell = try follow.run {
      guard known != nil, Clock.monotonicNanoseconds >= nextSave else { return }
      try save(files, &known)
      nextSave = Clock.monotonicNanoseconds &+ Self.saveInterval
    }
    guard hasEndedWell else {
      console.report(Diagnostic(.error, "no files remaining"))
      return .no
    }
    // As GNU tail, to whom a file that is missing is none that could not come later, if there is another.
    return options.way == .name && hasOpened ? .done : status
  }

  /// While files are followed, their places are saved so often, in nanoseconds: what a crash makes come twice is no more.
  private static let saveInterval: UInt64 = 1_000_000_000

  private func save(_ files: [FollowedFile], _ known: inout Places?) throws {
    guard var places = known.take() else { return }
    let before = places
    for file in files { places.note(file) }
    if places != before { try places.write() }
    known = places
  }

  private func open(_ operand: String) throws -> Input {
    do throws(SystemError) {
      return try Input.open(operand)
    } catch {
      // What can be opened and only then not be read, as a folder, has its header all the same.
      if hasHeaders, error.operation != .open { try writer.writeHeader(operand) }
      throw error
    }
  }
}
