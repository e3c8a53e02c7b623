import Core

/// Writes what is appended to files until somebody ends the process, the process that is watched ends, standard output's
/// reader goes away, or nothing is left to follow.
final class Follow {
  private let files: [FollowedFile]
  private let options: FollowOptions
  private let names: FollowedNames
  private let watch: FileWatch?
  private let hasHeaders: Bool
  private let writer: Writer
  private let console: Console
  private let block = ByteBuffer(capacity: Follow.blockSize + PlaceMark.size)
  /// For what is written first although it was read last.
  private lazy var olderBlock = ByteBuffer(capacity: Follow.blockSize + PlaceMark.size)
  /// The operand whose bytes were written last, so that its header is not repeated.
  private var last: Int
  private var nextAsking: UInt64 = 0
  private var isLastLook = false

  private static let blockSize = 128 << 10
  /// A file that grows faster than it is written out must not keep the others waiting: so many blocks are one look.
  private static let blocksPerLook = 64
  /// How long a file that lost its name is still looked at, behind its last growth: who wrote to it may take a while to
  /// open the new one.
  private static let patience: UInt64 = 60_000_000_000
  /// Files that lost one name and are still looked at; with more of them the oldest is let go.
  private static let mostOlder = 64

  init(
    _ files: [FollowedFile], _ options: FollowOptions, names: FollowedNames, hasHeaders: Bool, last: Int,
    writer: Writer, console: Console
  ) {
    self.files = files
    self.options = options
    self.hasHeaders = hasHeaders
    self.last = last
    self.writer = writer
    self.console = console
    watch = try? FileWatch()
    self.names = names
  }

  /// Comes back when the watched process has ended (true), or when nothing is left (false).
  ///
  /// - Parameter onRest: is called when everything that has come was written.
  func run(onRest: () throws -> Void) throws -> Bool {
    // What happened before the watch began is told to nobody, so the first look asks about everything.
    while true {
      let now = Clock.monotonicNanoseconds
      let isAsking = now >= nextAsking || isLastLook
      if isAsking { nextAsking = now &+ options.intervalNanoseconds }
      names.look(isAsking: isAsking)
      let hasMore = try look(isAsking: isAsking)
      if isAsking { forget(now) }
      guard hasMore || files.contains(where: \.isLive) else { return false }
      if !hasMore {
        try onRest()
        if isLastLook { return true }
        if let process = options.process, !Process.exists(process) {
          // What it wrote before its end is still to come.
          isLastLook = true
          continue
        }
      }
      try wait(hasMore: hasMore)
    }
  }

  // MARK: What is new

  /// - Returns: whether some file has more than one look takes.
  private func look(isAsking: Bool) throws -> Bool {
    var hasMore = false
    for file in files {
      var hasGrown = false
      for input in file.inputs {
        if input.number == nil, let growing = input.file { input.number = try? watch?.add(growing.input.descriptor) }
        guard input.isDue || isAsking else { continue }
        input.isDue = false
        guard let growing = input.file else { continue }
        do {
          let found = try look(at: growing, input, of: file)
          hasGrown = hasGrown || found != .nothing
          if found == .more {
            input.isDue = true
            hasMore = true
          }
        } catch let error as SystemError where error.path != Writer.name {
          console.report(Diagnostic(error))
          giveUp(input, of: file, error.errno)
        }
      }
      if isAsking { file.unchangedCount = hasGrown ? 0 : file.unchangedCount + 1 }
    }
    return hasMore
  }

  private enum Found {
    case nothing
    /// All that was new.
    case something
    /// As much as one look takes.
    case more
  }

  private func look(at growing: GrowingFile, _ input: FollowedInput, of file: FollowedFile) throws -> Found {
    var found = Found.nothing
    for _ in 0..<Self.blocksPerLook {
      switch try growing.read(atMost: Self.blockSize, into: block) {
      case .none:
        return found
      case .appended(let bytes):
        // Who writes to the new file wrote to the old one before: what stands there by now goes out first.
        if file.current === input { try drainOlder(of: file) }
        try write(bytes, input, of: file)
      case .cut:
        console.report(Diagnostic(.note, at: Location(growing.input.name), "file truncated"))
        for copy in growing.copiesBeforeCut() { try writeAll(of: copy, input, file) }
        input.hold?.drop()
        growing.restart()
      }
      found = .something
    }
    return .more
  }

  private func drainOlder(of file: FollowedFile) throws {
    for input in file.older {
      guard let growing = input.file else { continue }
      while case .appended(let bytes) = try growing.read(atMost: Self.blockSize, into: olderBlock) {
        try write(bytes, input, of: file)
      }
    }
  }

  /// Writes what a copy holds that the file no longer does.
  private func writeAll(of copy: GrowingFile, _ input: FollowedInput, _ file: FollowedFile) throws {
    while case .appended(let bytes) = try copy.read(atMost: Self.blockSize, into: block) {
      try write(bytes, input, of: file)
    }
  }

  /// Takes what one read of a pipe or device gives: a second one could keep the others waiting.
  private func readStream(_ input: FollowedInput, of file: FollowedFile) throws {
    block.removeAll()
    let descriptor = input.descriptor
    try block.append(atMost: Self.blockSize) { (room) throws(SystemError) in
      try SystemError.naming(.read, file.operand, try descriptor.read(into: UnsafeMutableRawBufferPointer(room)))
    }
    if block.isEmpty {
      input.restsUntil = Clock.monotonicNanoseconds &+ options.intervalNanoseconds
    } else {
      try write(block.bytes, input, of: file)
    }
  }

  private func write(_ bytes: Bytes, _ input: FollowedInput, of file: FollowedFile) throws {
    guard let hold = input.hold else { return try write(bytes, of: file) }
    try hold.pass(bytes) { try write($0, of: file) }
  }

  private func write(_ bytes: Bytes, of file: FollowedFile) throws {
    if hasHeaders, last != file.index { try writer.writeHeader(file.operand) }
    last = file.index
    try writer.write(bytes)
  }

  // MARK: What is past

  private func giveUp(_ input: FollowedInput, of file: FollowedFile, _ error: Errno) {
    remove(input)
    file.older.removeAll { $0 === input }
    guard file.current === input else { return }
    file.current = nil
    file.failure = error
    file.isIgnored = !options.retries
  }

  /// Lets files go that lost their names and have not grown for a while.
  private func forget(_ now: UInt64) {
    for file in files where !file.older.isEmpty {
      let growth = Clock.unixNanoseconds
      let kept = file.older.suffix(Self.mostOlder).filter { input in
        let sinceLoss = now &- (input.retired ?? now)
        let sinceGrowth = growth - (input.file?.lastGrowth ?? 0)
        return sinceLoss < Self.patience || sinceGrowth < Int(Self.patience)
      }
      for input in file.older where !kept.contains(where: { $0 === input }) { remove(input) }
      file.older = Array(kept)
    }
  }

  /// Stops watching; two names of one file have one number.
  private func remove(_ input: FollowedInput) {
    guard let number = input.number else { return }
    input.number = nil
    let isUsed = files.contains { $0.inputs.contains { $0 !== input && $0.number == number } }
    if !isUsed { watch?.remove(number) }
  }

  // MARK: Waiting

  private func wait(hasMore: Bool) throws {
    let now = Clock.monotonicNanoseconds
    let streams = files.flatMap { file in file.inputs.map { (file: file, input: $0) } }
      .filter { $0.input.isStream && $0.input.restsUntil <= now }
    var readers = streams.map(\.input.descriptor)
    if let watch { readers.append(watch.descriptor) }
    if let descriptor = names.descriptor { readers.append(descriptor) }
    // To the next millisecond, so that it does not wake up too early and look in vain.
    let rest = (max(nextAsking, now) - now + 999_999) / 1_000_000
    let wakeup = try SystemError.naming(
      .watch, Writer.name,
      try Descriptor.wait(
        for: readers, orHangUpOf: .standardOutput, milliseconds: hasMore ? 0 : Int32(clamping: rest)))
    if wakeup.isHungUp {
      Process.dieOfClosedPipe()
      throw SystemError(.write, Writer.name, .closedPipe)
    }
    if let watch, wakeup.readable.contains(watch.descriptor) { take(watch.drain()) }
    for (file, input) in streams where wakeup.readable.contains(input.descriptor) { try readStream(input, of: file) }
  }

  private func take(_ change: FileWatch.Change) {
    for input in files.flatMap(\.inputs) {
      switch change {
      case .any: input.isDue = true
      case .files(let numbers): if let number = input.number, numbers.contains(number) { input.isDue = true }
      }
    }
  }
}
