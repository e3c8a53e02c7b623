import Core

/// A file whose end is watched, from where the first output has left its offset.
final class FollowedFile {
  let input: Input
  let operand: String
  /// Where it stands among the operands.
  let index: Int
  /// The size up to which it is known. A size of 0 that never changes is that of a file of `/proc`.
  fileprivate var knownSize: Int
  /// A pipe or device that has given nothing would do so again at once, so it is left alone until then, in
  /// nanoseconds of the monotonic clock.
  fileprivate var restsUntil: UInt64 = 0

  init(_ input: consuming Input, operand: String, index: Int) throws(SystemError) {
    self.operand = operand
    self.index = index
    knownSize = input.status.size
    if input.status.kind == .regular, knownSize > 0 {
      let size = try SystemError.naming(.stat, input.name, try FileStatus(of: input.descriptor)).size
      let offset = try SystemError.naming(.seek, input.name, try input.descriptor.offset())
      // The offset lies beyond the end if the selection starts there; only then has nothing been read up to it.
      if offset <= size { knownSize = max(knownSize, offset) }
    }
    self.input = input
  }

  /// Whether it is standard input and a pipe.
  var isPipedInput: Bool { operand == "-" && input.status.kind == .pipe }

  fileprivate var isRegular: Bool { input.status.kind == .regular }
}

/// Writes what is appended to open files until somebody ends the process or standard output's reader goes away.
struct Follow: ~Copyable {
  private let files: [FollowedFile]
  private let hasHeaders: Bool
  private let writer: Writer
  private let console: Console
  private let watch: FileWatch?
  /// The operand whose bytes were written last, so that its header is not repeated.
  private var last: Int

  /// Even with inotify the files are asked once a second: other machines' writes, and those through a mapping, are
  /// not told. Without it, this is all there is.
  private static let interval: Int32 = 1000

  init(_ files: [FollowedFile], last: Int, hasHeaders: Bool, writer: Writer, console: Console) {
    self.files = files
    self.last = last
    self.hasHeaders = hasHeaders
    self.writer = writer
    self.console = console
    watch = try? FileWatch()
    for file in files where file.isRegular {
      try? watch?.add(file.input.descriptor)
    }
  }

  /// Never returns but by an error.
  consuming func run() throws -> Never {
    // What was appended before the watch began is told to nobody, so the first look waits for nothing.
    while true {
      for file in files where file.isRegular { try lookAt(file) }
      let now = Clock.monotonicNanoseconds
      let streams = files.filter { !$0.isRegular && $0.restsUntil <= now }
      let readers = streams.map { $0.input.descriptor } + (watch.map { [$0.descriptor] } ?? [])
      let wakeup = try SystemError.naming(
        .watch, Writer.name,
        try Descriptor.wait(for: readers, orHangUpOf: .standardOutput, milliseconds: Self.interval))
      if wakeup.isHungUp { try endWithoutReader() }
      watch?.drain()
      for file in streams where wakeup.readable.contains(file.input.descriptor) { try read(file) }
    }
  }

  private mutating func lookAt(_ file: FollowedFile) throws {
    let size = try SystemError.naming(.stat, file.input.name, try FileStatus(of: file.input.descriptor)).size
    guard size != file.knownSize else { return }
    if size < file.knownSize {
      console.report(Diagnostic(.note, at: Location(file.input.name), "file truncated"))
      try SystemError.naming(.seek, file.input.name, try file.input.descriptor.seek(to: 0))
    }
    file.knownSize = size
    while try copyBlock(file) {
      // More may have come since the size was asked; what has been written is known.
      file.knownSize = try SystemError.naming(.seek, file.input.name, try file.input.descriptor.offset())
    }
  }

  /// Takes what one read of a pipe or device gives: a second one could keep the others waiting.
  private mutating func read(_ file: FollowedFile) throws {
    guard try !copyBlock(file) else { return }
    file.restsUntil = Clock.monotonicNanoseconds + UInt64(Self.interval) * 1_000_000
  }

  private mutating func copyBlock(_ file: FollowedFile) throws -> Bool {
    let needsHeader = hasHeaders && last != file.index
    let copied = try writer.copyBlock(file.input) {
      if needsHeader { try writer.writeHeader(file.operand) }
    }
    if copied > 0 { last = file.index }
    return copied > 0
  }

  private func endWithoutReader() throws {
    Process.dieOfClosedPipe()
    throw SystemError(.write, Writer.name, .closedPipe)
  }
}
