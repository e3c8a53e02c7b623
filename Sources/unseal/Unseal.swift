import Core

struct Unseal {
  static let command = Command(
    name: "unseal", summary: "Open what seal has sealed",
    synopses: ["[OPTION]... [FILE]..."],
    options: [
      .keyFile, .keyDescriptor, .insecureKeyFile, .output, .inPlace, maximumAge, skipBad, plain, .threads,
      .maximumLineSize, .progress, .quiet,
    ],
    examples: ["tail -n 20 session.jsonl | unseal -k key", "unseal -k new-key -k old-key session.jsonl | jq .role"])

  private static let maximumAge = Option(
    "max-age", .required("TIME"), help: "leave out what was sealed longer ago (90, 15m, 24h, 7d)")
  private static let skipBad = Option("skip-bad", help: "report what cannot be opened, and go on")
  private static let plain = Option(
    "plain", .required("WHAT", .oneOf(["pass", "error"])), help: "what to do with a line that is not sealed (error)")

  private let arguments: Arguments
  private let console: Console
  private let maximumLineSize: Int
  private let threadCount: Int
  private let maximumAge: Int?
  private let plainLines: RecordOpener.PlainLines

  init(_ arguments: Arguments, _ console: Console) throws {
    try arguments.exclude(.output, .inPlace)
    // In place, what is skipped would be gone.
    try arguments.exclude(.inPlace, Self.skipBad)
    if arguments.has(.inPlace), arguments.operands.isEmpty || arguments.operands.contains("-") {
      throw UsageError("--in-place needs a FILE")
    }
    self.arguments = arguments
    self.console = console
    console.isQuiet = arguments.has(.quiet)
    maximumLineSize = try arguments.maximumLineSize()
    threadCount = try arguments.threadCount()
    maximumAge = try arguments.seconds(Self.maximumAge)
    plainLines = try arguments.choice(Self.plain) ?? .error
  }

  func run() throws -> ExitCode {
    let sources = KeySources(
      files: arguments.all(.keyFile), descriptor: try arguments.count(.keyDescriptor).map { Int32(clamping: $0) },
      isInsecureAccepted: arguments.has(.insecureKeyFile))
    let keys = try sources.keys()
    let refusal = arguments.has(Self.skipBad) ? RecordOpener.Refusal.skips : .stops
    let opening = Opening(
      Pipeline(threadCount: threadCount) { [plainLines, maximumAge] in
        RecordOpener(keys, plainLines: plainLines, refusal: refusal, maximumAge: maximumAge)
      })
    try console.startProgress(arguments, size: Input.totalSize(arguments.operands))
    defer { console.endProgress() }
    if arguments.has(.inPlace) { try openInPlace(opening) } else { try openTogether(opening) }
    if opening.tooOldCount > 0 {
      console.report(Diagnostic(.note, "left out what is older than --max-age: \(opening.tooOldCount) records"))
    }
    return opening.status
  }

  /// What a run has come to so far.
  private final class Opening {
    let pipeline: Pipeline<RecordOpener>
    var tooOldCount = 0
    var status = ExitCode.done

    init(_ pipeline: Pipeline<RecordOpener>) {
      self.pipeline = pipeline
    }
  }

  /// All operands into one output.
  private func openTogether(_ opening: Opening) throws {
    var output = try arguments[.output].map { path throws(SystemError) in try Output.file(path) } ?? .standard
    do {
      let status = try Input.forEach(arguments.operands, onRefusal: { console.report(Diagnostic($0)) }) { input in
        try open(input, opening, into: &output)
      }
      opening.status = opening.status.combined(with: status)
    } catch let error as LocatedError<SealingFault> {
      return refuse(error, opening)
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
      } catch let error as any DescribedError {
        console.report(Diagnostic(error))
        opening.status = .failed
      }
    }
  }

  private func open(_ input: borrowing Input, _ opening: Opening, into output: inout Output) throws {
    let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
    try opening.pipeline.run(reader, advance: console.advance) { batch in
      try output.write(batch.output.bytes, recordCount: batch.recordCount)
      opening.tooOldCount += batch.notes.tooOldCount
      for (fault, line) in batch.notes.refusals {
        refuse(LocatedError(fault, at: Location(batch.file, line: line)), opening)
      }
    }
  }

  private func refuse(_ error: LocatedError<SealingFault>, _ opening: Opening) {
    console.report(Diagnostic(error))
    opening.status = opening.status.combined(with: error.underlying.exitCode)
  }
}
