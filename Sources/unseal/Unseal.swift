import Core

struct Unseal {
  static let command = Command(
    name: "unseal", summary: "Open what seal has sealed",
    synopses: ["[OPTION]... [FILE]..."],
    options: [
      .keyFile, .keyDescriptor, .insecureKeyFile, .field, .output, .inPlace, maximumAge, skipBad, plain, gaps,
      complete, anchor, genesis, verify, raw, lenient, .threads, .maximumLineSize, .progress, .quiet,
    ],
    examples: ["tail -n 20 session.jsonl | unseal -k key", "unseal -k new-key -k old-key session.jsonl | jq .role"])

  private static let maximumAge = Option(
    "max-age", .required("TIME"), help: "leave out what was sealed longer ago (90, 15m, 24h, 7d)")
  private static let skipBad = Option("skip-bad", help: "report what cannot be opened, and go on")
  private static let plain = Option(
    "plain", .required("WHAT", .oneOf(["pass", "error"])), help: "what to do with a line that is not sealed (error)")

  private static let gaps = Option("gaps", help: "accept a selection of lines: some may be missing")
  private static let complete = Option(
    "complete", help: "want the chain's first line, and the end in FILE.head")
  private static let anchor = Option(
    "anchor", .required("ID.N.T"), help: "want the line that was the head of a log once")
  private static let genesis = Option(
    "genesis", .required("FILE", .files), help: "take the first keys of public-key chains from the log FILE")
  private static let verify = Option("verify", help: "write no plaintext, but whether FILE is intact")

  private static let raw = Option("raw", help: "write what was sealed with --raw: add no LF")
  private static let lenient = Option("lenient", help: "read tokens as loosely as Python's cryptography does")

  private let arguments: Arguments
  private let console: Console
  private let maximumLineSize: Int
  private let threadCount: Int
  private let maximumAge: Int?
  private let plainLines: RecordOpener.PlainLines
  private let refusal: RecordOpener.Refusal
  private let demands: LogCheck.Demands
  private let fields: Fields?

  init(_ arguments: Arguments, _ console: Console) throws {
    try arguments.exclude(.output, .inPlace)
    // In place, what is skipped would be gone.
    try arguments.exclude(.inPlace, Self.skipBad)
    if arguments.has(.inPlace), arguments.operands.isEmpty || arguments.operands.contains("-") {
      throw UsageError("--in-place needs a FILE")
    }
    for option in [Option.output, .inPlace, Self.gaps] { try arguments.exclude(Self.verify, option) }
    try arguments.exclude(Self.complete, Self.gaps)
    // A record with sealed values has no place in a chain.
    for option in [Self.gaps, Self.complete, Self.anchor, Self.verify, Self.raw] {
      try arguments.exclude(.field, option)
    }
    try arguments.exclude(Self.verify, Self.raw)
    try arguments.exclude(Self.anchor, .inPlace)
    self.arguments = arguments
    self.console = console
    console.isQuiet = arguments.has(.quiet)
    maximumLineSize = try arguments.maximumLineSize()
    threadCount = try arguments.threadCount()
    maximumAge = try arguments.seconds(Self.maximumAge)
    plainLines = try arguments.choice(Self.plain) ?? .error
    refusal = arguments.has(Self.skipBad) ? .skips : .stops
    var demands = LogCheck.Demands()
    demands.allowsGaps = arguments.has(Self.gaps)
    demands.isComplete = arguments.has(Self.complete)
    if let text = arguments[Self.anchor] {
      guard let anchor = ChainHead(text) else {
        throw UsageError("--anchor takes ID.N.T, as seal --print-head prints it")
      }
      demands.anchor = anchor
    }
    self.demands = demands
    fields = try Fields(arguments.all(.field))
  }

  func run() throws -> ExitCode {
    let sources = KeySources(
      files: arguments.all(.keyFile), descriptor: try arguments.count(.keyDescriptor).map { Int32(clamping: $0) },
      isInsecureAccepted: arguments.has(.insecureKeyFile))
    let keys = try sources.keys()
    let genesisLines = try arguments[Self.genesis].map {
      try GenesisFile($0, keys: keys, maximumLineSize: maximumLineSize)
    }
    let makeOpener = {
      [plainLines, refusal, maximumAge, isLenient = arguments.has(Self.lenient), isRaw = arguments.has(Self.raw)] in
      RecordOpener(
        keys, plainLines: plainLines, refusal: refusal, maximumAge: maximumAge, isLenient: isLenient,
        endsLines: !isRaw)
    }
    let opening = Opening(way(makeOpener), ChainKeys(genesisLines: genesisLines))
    try console.startProgress(arguments, size: Input.totalSize(arguments.operands))
    defer { console.endProgress() }
    if arguments.has(.inPlace) { try openInPlace(opening) } else { try openTogether(opening) }
    if opening.tooOldCount > 0 {
      console.report(Diagnostic(.note, "left out what is older than --max-age: \(opening.tooOldCount) records"))
    }
    if opening.status == .done { fields?.warnings.forEach(console.report) }
    return opening.status
  }

  private func way(_ makeOpener: @escaping () -> RecordOpener) -> Opening.Way {
    if let pointers = fields?.pointers {
      return .fields(Pipeline(threadCount: threadCount) { FieldOpener(makeOpener(), fields: pointers) })
    }
    if arguments.has(Self.lenient) { return .wrapped(WrappedTokens(makeOpener(), maximumSize: maximumLineSize)) }
    return .records(Pipeline(threadCount: threadCount, makeWorker: makeOpener))
  }

  /// What a run has come to so far.
  private final class Opening {
    enum Way {
      case records(Pipeline<RecordOpener>)
      case fields(Pipeline<FieldOpener>)
      case wrapped(WrappedTokens)
    }

    private let way: Way
    let chainKeys: ChainKeys
    var tooOldCount = 0
    var hasSeenAnchor = false
    var status = ExitCode.done

    init(_ way: Way, _ chainKeys: ChainKeys) {
      self.way = way
      self.chainKeys = chainKeys
    }

    func run(
      _ reader: BlockReader, advance: (Int) -> Void, commit: (Batch<RecordOpener.Notes>) throws -> Void
    ) throws {
      switch way {
      case .records(let pipeline): try pipeline.run(reader, advance: advance, commit: commit)
      case .fields(let pipeline): try pipeline.run(reader, advance: advance, commit: commit)
      case .wrapped(let tokens): try tokens.run(reader, advance: advance, commit: commit)
      }
    }
  }

  /// All operands into one output.
  private func openTogether(_ opening: Opening) throws {
    var output = try arguments[.output].map { path throws(SystemError) in try Output.file(path) } ?? .standard
    do {
      let status = try Input.forEach(arguments.operands, onRefusal: { console.report(Diagnostic($0)) }) { input in
        try isolating(opening) { try open(input, opening, into: &output) }
      }
      opening.status = opening.status.combined(with: status)
    } catch let error as LocatedError<SealingFault> {
      return refuse(error, opening)
    } catch let error as LocatedError<LogFault> {
      return refuse(error, opening)
    }
    if let anchor = demands.anchor, !opening.hasSeenAnchor {
      let files = arguments.operands.count == 1 ? arguments.operands : []
      console.report(
        Diagnostic(.error, at: files.first.map { Location($0) }, LogFault.noAnchor(number: anchor.number).message))
      opening.status = opening.status.combined(with: .no)
      return
    }
    // A file that appears whole would not be whole.
    if opening.status == .failed, arguments.has(.output) { return }
    try output.commit()
  }

  /// Each operand into itself.
  private func openInPlace(_ opening: Opening) throws {
    for operand in arguments.operands {
      do {
        try InPlace.rewrite(operand) { input, output in
          try open(input, opening, into: &output)
          return .commit
        }
      } catch let error as LocatedError<SealingFault> {
        refuse(error, opening)
      } catch let error as LocatedError<LogFault> {
        refuse(error, opening)
      } catch let error as any DescribedError {
        console.report(Diagnostic(error))
        opening.status = .failed
      }
    }
  }

  /// With `--verify`, what is wrong with one file is no reason not to look at the next.
  private func isolating(_ opening: Opening, _ body: () throws -> Void) throws {
    guard arguments.has(Self.verify) else { return try body() }
    do {
      try body()
    } catch let error as LocatedError<SealingFault> {
      refuse(error, opening)
    } catch let error as LocatedError<LogFault> {
      refuse(error, opening)
    }
  }

  private func open(_ input: borrowing Input, _ opening: Opening, into output: inout Output) throws {
    let name = input.name
    // The head comes first: the log may grow meanwhile.
    let isRecorded = demands.isComplete && input.descriptor != .standardInput
    let recorded = isRecorded ? try HeadFile.read(of: name)?.head : nil
    var check = LogCheck(demands, recorded: recorded, keys: opening.chainKeys)
    let before = opening.status
    opening.status = .done
    defer { opening.status = opening.status.combined(with: before) }
    let reader = BlockReader(input.descriptor, name: name, maximumLineSize: maximumLineSize)
    try opening.run(reader, advance: console.advance) { batch in
      opening.tooOldCount += batch.notes.tooOldCount
      fields?.add(batch.notes.haveLed)
      try write(batch, &check, opening, into: &output)
    }
    if check.hasSeenAnchor { opening.hasSeenAnchor = true }
    if let fault = check.fault { throw LocatedError(fault, at: Location(name)) }
    if arguments.has(Self.verify), opening.status == .done {
      let verdict = ByteBuffer()
      switch check.verdict {
      case .success(let text): verdict.append("\(name): \(text)\n")
      case .failure(let fault): throw LocatedError(fault, at: Location(name))
      }
      try output.write(verdict.bytes, recordCount: 0)
    }
  }

  /// Writes what a batch holds, up to the first line that is not where it belongs, or without such lines.
  private func write(
    _ batch: Batch<RecordOpener.Notes>, _ check: inout LogCheck, _ opening: Opening, into output: inout Output
  ) throws {
    var start = 0
    var end = 0
    func writeOut() throws {
      guard !arguments.has(Self.verify) else { return }
      try output.write(batch.output.bytes.slice(start, end), recordCount: 0)
    }
    for note in batch.notes.lines {
      if let fault = check.judge(note, of: batch.notes) {
        let error = LocatedError(fault, at: Location(batch.file, line: note.line, column: note.column))
        guard refusal == .skips else {
          try writeOut()
          throw error
        }
        refuse(error, opening)
        if !fault.isOfLinesBefore {
          try writeOut()
          start = note.end
        }
      }
      end = note.end
    }
    try writeOut()
  }

  private func refuse(_ error: LocatedError<SealingFault>, _ opening: Opening) {
    console.report(Diagnostic(error))
    opening.status = opening.status.combined(with: error.underlying.exitCode)
  }

  private func refuse(_ error: LocatedError<LogFault>, _ opening: Opening) {
    console.report(Diagnostic(error))
    opening.status = opening.status.combined(with: .no)
  }
}
