import Core

/// The last part of files, as GNU tail writes it.
struct Tail {
  static let lines = Option(
    "lines", short: "n", .required("[+]N"), help: "write the last N lines (10); +N: from line N on")
  static let bytes = Option(
    "bytes", short: "c", .required("[+]N"), help: "write the last N bytes; +N: from byte N on")
  static let follow = Option("follow", short: "f", help: "then write what is appended, as it comes")
  static let quiet = Option("quiet", short: "q", help: "write no headers with file names")
  static let silent = Option("silent", help: "the same as --quiet")
  static let verbose = Option("verbose", short: "v", help: "write a header for a single file too")
  static let zeroTerminated = Option("zero-terminated", short: "z", help: "lines end in NUL, not in LF")

  static let command = Command(
    name: "tail", summary: "Write the last 10 lines of each FILE; N may have a suffix (b, kB, K, MB, M, GB, G, ...)",
    synopses: ["[OPTION]... [FILE]...", "-NUM[f] [FILE]"],
    options: [lines, bytes, follow, quiet, silent, verbose, zeroTerminated],
    examples: ["tail -n 20 session.jsonl | unseal -k key", "tail -f app.jsonl | redact"],
    rewrite: HistoricForm.rewrite, failure: .no)

  private let selection: Selection
  private let follows: Bool
  private let hasHeaders: Bool
  private let operands: [String]
  private let console: Console
  private let writer = Writer()

  init(_ arguments: Arguments, _ console: Console) throws {
    selection = try Selection(arguments)
    follows = arguments.has(Self.follow)
    operands = arguments.operands.isEmpty ? ["-"] : arguments.operands
    self.console = console
    let words = [Self.quiet.long, Self.silent.long, Self.verbose.long]
    let wish = arguments.given.last { words.contains($0.option) }?.option
    hasHeaders = wish.map { $0 == Self.verbose.long } ?? (operands.count > 1)
  }

  func run() throws -> ExitCode {
    // As GNU does: what would write nothing does not look at its files either.
    if selection.isEmpty, !follows { return .done }
    let extract = Extract(selection: selection, writer: writer)
    var status = ExitCode.done
    var followed: [FollowedFile] = []
    for (index, operand) in operands.enumerated() {
      do {
        let file = try open(operand)
        if hasHeaders { try writer.writeHeader(operand) }
        try extract.write(file)
        if follows { followed.append(try FollowedFile(file, operand: operand, index: index)) }
      } catch let error as SystemError where error.path != Writer.name {
        console.report(Diagnostic(error))
        status = .no
      }
    }
    if follows { try follow(followed) }
    try writer.finish()
    return status
  }

  /// Comes back only if nothing is left to follow.
  private func follow(_ files: [FollowedFile]) throws {
    // POSIX: a pipe as standard input has been read to its end, and there is no more to wait for.
    let viable = files.filter { !$0.isPipedInput }
    guard viable.isEmpty else {
      try Follow(viable, last: operands.count - 1, hasHeaders: hasHeaders, writer: writer, console: console).run()
    }
    if files.count < operands.count { console.report(Diagnostic(.error, "no files remaining")) }
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
