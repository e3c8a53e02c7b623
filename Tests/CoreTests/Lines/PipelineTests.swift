import Foundation
import Testing

@testable import Core

/// The laws of the way through a filter: neither the number of threads nor the pieces of the input can be seen in what
/// comes out.
@Suite struct PipelineTests {
  private static let threadCounts = [1, 2, 3, 8]
  /// Small, so that there are many.
  private static let blockSize = 512

  // MARK: What comes out

  @Test(arguments: threadCounts)
  func whatComesOutIsTheSameForAnyNumberOfThreads(threadCount: Int) throws {
    for seed in 0..<8 {
      let input = Self.lines(count: 800, longest: seed.isMultiple(of: 2) ? 60 : 3000, seed: seed)
      let outcome = try Self.run(file: input, threadCount: threadCount)
      #expect(outcome == Self.plain(input))
    }
  }

  @Test(arguments: threadCounts)
  func whatComesOutIsTheSameForAnySplitOfTheInput(threadCount: Int) throws {
    let input = Self.lines(count: 300, longest: 90, seed: 7)
    let expected = Self.plain(input)
    var random = SeededGenerator(seed: UInt64(threadCount))
    let sizes = [1...1, 2...9, 1...700, 500...20_000]
    for range in sizes {
      var pieces: [[UInt8]] = []
      var start = 0
      while start < input.count {
        let end = min(input.count, start + Int.random(in: range, using: &random))
        pieces.append(Array(input[start..<end]))
        start = end
      }
      let pipe = try BytePipe()
      try Feeder(pipe: pipe, pieces: pieces).run {
        let outcome = try Self.run(pipe.input, threadCount: threadCount)
        #expect(outcome == expected, "pieces of \(range)")
      }
    }
  }

  @Test(arguments: threadCounts, [0, 1, 63, 64, 65, 1 << 16])
  func linesOverTheLimitAreRefusedInTheirPlace(threadCount: Int, limit: Int) throws {
    let input = Self.lines(count: 400, longest: 900, seed: limit)
    let outcome = try Self.run(file: input, threadCount: threadCount, maximumLineSize: limit)
    #expect(outcome == Self.plain(input, maximumLineSize: limit))
  }

  @Test func usualBlocksAreTheSameOnAnyNumberOfThreads() throws {
    let input = Self.lines(count: 4000, longest: 900, seed: 3)
    let outcomes = try Self.threadCounts.map {
      try Self.run(file: input, threadCount: $0, blockSize: BlockReader.blockSize)
    }
    let expected = Self.plain(input)
    #expect(outcomes.allSatisfy { $0 == expected })
  }

  // MARK: Failures

  @Test(arguments: threadCounts, [1, 2, 99, 500, 799])
  func theFirstFailureEndsTheRunWhereItStands(threadCount: Int, line: Int) throws {
    let input = Self.lines(count: 800, longest: 60, seed: line)
    // There are others behind it, which the threads meet first or last.
    let outcome = try Self.run(file: input, threadCount: threadCount, failingAt: [line, line + 1, line + 40])
    #expect(outcome == Self.plain(input, failingAt: line))
  }

  @Test(arguments: threadCounts, [1, 2, 5, 20])
  func aFailedCommitEndsTheRun(threadCount: Int, batch: Int) throws {
    let input = Self.lines(count: 800, longest: 60, seed: batch)
    var commitCount = 0
    #expect(throws: SystemError(.write, "out", .noSpace)) {
      let pipeline = Pipeline(threadCount: threadCount, blockSize: Self.blockSize) { EchoWorker() }
      try Self.withFile(of: input) { file in
        try pipeline.run(Self.reader(file), advance: { _ in }) { _ in
          commitCount += 1
          if commitCount == batch { throw SystemError(.write, "out", .noSpace) }
        }
      }
    }
    #expect(commitCount == batch)
  }

  /// A run that has failed does not wait for input that may never come.
  @Test(arguments: threadCounts)
  func aFailureEndsTheWaitForInput(threadCount: Int) throws {
    let pipe = try BytePipe()
    let input = Self.lines(count: 200, longest: 60, seed: 1)
    try pipe.write(input)
    // The output end stays open until the run is over.
    #expect(try Self.run(pipe.input, threadCount: threadCount, failingAt: [150]) == Self.plain(input, failingAt: 150))
    pipe.closeOutput()
  }

  /// The memory of a process can be read as a file, and what is not mapped cannot: an error in the middle.
  @Test(arguments: threadCounts)
  func aReadErrorCountsBehindWhatWasRead(threadCount: Int) throws {
    let pageSize = 4096
    let size = 16 * pageSize
    let region = try #require(mmap(nil, size + pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(region, size) }
    munmap(region + size, pageSize)
    let input = [UInt8](Self.lines(count: 9000, longest: 60, seed: 2).prefix(size))
    try #require(input.count == size)
    region.copyMemory(from: input, byteCount: size)
    let memory = try Descriptor.open("/proc/self/mem", .read)
    defer { try? memory.close() }
    try memory.seek(to: Int(bitPattern: region))
    let outcome = try Self.run(memory, threadCount: threadCount)
    let whole = Array(input[...(input.lastIndex(of: 0x0A) ?? 0)])
    var expected = Self.plain(whole)
    expected.failure = SystemError(.read, "in", Errno(rawValue: EIO)).message
    #expect(outcome == expected)
  }

  // MARK: Threads, latency, memory

  @Test func aThreadMoreIsStartedOnlyForMoreThanABlock() throws {
    let workers = Counter()
    let pipeline = Pipeline(threadCount: 8, blockSize: 1 << 16) {
      workers.add(1)
      return EchoWorker()
    }
    for count in [0, 1, 10, 800] {
      let input = Self.lines(count: count, longest: 60, seed: count)
      try #require(input.count < 1 << 16)
      try Self.withFile(of: input) { try pipeline.run(Self.reader($0), advance: { _ in }) { _ in } }
    }
    #expect(workers.value == 1)
    // Each run has the workers of the last.
    let input = Self.lines(count: 20_000, longest: 60, seed: 1)
    for _ in 0..<3 { try Self.withFile(of: input) { try pipeline.run(Self.reader($0), advance: { _ in }) { _ in } } }
    #expect((2...8).contains(workers.value))
  }

  @Test(arguments: threadCounts)
  func aLineIsCommittedBeforeTheNextIsWritten(threadCount: Int) throws {
    let pipe = try BytePipe()
    let committed = Counter()
    let pipeline = Pipeline(threadCount: threadCount, blockSize: Self.blockSize) { EchoWorker() }
    let writer = Core.Thread {
      // One by one, then much at once, which calls for threads, and again one by one.
      for burst in [1, 1, 1, 400, 1, 1, 1] {
        let before = committed.value
        try? pipe.write(Self.lines(count: burst, longest: 60, seed: 3))
        while committed.value < before + burst { usleep(50) }
      }
      pipe.closeOutput()
    }
    let thread = try #require(writer)
    try pipeline.run(Self.reader(pipe.input), advance: { _ in }) { committed.add($0.lineCount) }
    thread.join()
    #expect(committed.value == 406)
  }

  @Test(arguments: threadCounts)
  func thereIsOneBlockInWorkForEachThreadAtMost(threadCount: Int) throws {
    let working = Counter()
    let pipeline = Pipeline(threadCount: threadCount, blockSize: Self.blockSize) { EchoWorker(working: working) }
    try Self.withFile(of: Self.lines(count: 2000, longest: 60, seed: 1)) { file in
      try pipeline.run(Self.reader(file), advance: { _ in }) { batch in
        usleep(300)
        working.add(-batch.notes.size)
      }
    }
    #expect(working.value == 0)
    // A block is cut at a line and may be a line longer than usual.
    #expect(working.most <= threadCount * Self.blockSize)
  }

  @Test func longLinesAreInWorkOneAfterTheOther() throws {
    let working = Counter()
    let pipeline = Pipeline(threadCount: 8, blockSize: Self.blockSize) { EchoWorker(working: working) }
    let size = 3 << 20
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: size - 1) + [0x0A]
    try Self.withFile(of: (0..<16).flatMap { _ in line }) { file in
      try pipeline.run(Self.reader(file), advance: { _ in }) { batch in
        usleep(1000)
        working.add(-batch.notes.size)
      }
    }
    #expect(working.value == 0)
    #expect(working.most <= size)
  }
}

// MARK: -

/// What a run has left.
private struct Outcome: Equatable {
  var output: [UInt8] = []
  /// The numbers of the lines that were over the limit.
  var refused: [Int] = []
  var recordCount = 0
  var lineCount = 0
  /// The message of the error that ended it.
  var failure: String?
}

/// Numbers the lines, and fails at some.
private struct EchoWorker: LineWorker {
  struct Notes: BatchNotes {
    var refused: [Int] = []
    /// Of the lines, in bytes.
    var size = 0
  }

  struct Failure: DescribedError {
    var line: Int
    var message: String { "failed at \(line)" }
  }

  var failing: Set<Int> = []
  /// What is in work, in bytes.
  var working: Counter?

  func work(on line: Line, into batch: Batch<Notes>) {
    if failing.contains(line.number) {
      batch.failure = Failure(line: line.number)
      return
    }
    batch.output.append("\(batch.file):\(line.number):\(line.offset):" as String)
    batch.output.append(line.bytes)
    batch.output.append(line.isTerminated ? "\n" : "$")
    batch.recordCount += 1
    batch.notes.size += line.bytes.count + 1
    working?.add(line.bytes.count + 1)
  }

  func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    batch.output.append("\(number) is too long\n" as String)
    batch.notes.refused.append(number)
  }
}

/// A number that threads share.
private final class Counter: @unchecked Sendable {
  // The thread sanitizer does not see into the standard library's `Mutex`.
  private let lock = Lock()
  private var state = (value: 0, most: 0)

  var value: Int { lock.whileLocked { state.value } }
  /// The largest it was.
  var most: Int { lock.whileLocked { state.most } }

  func add(_ number: Int) {
    lock.whileLocked { state = (state.value + number, max(state.most, state.value + number)) }
  }
}

/// The same numbers for the same seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension PipelineTests {
  /// Lines of any length, many of them empty; the last may lack its LF.
  private static func lines(count: Int, longest: Int, seed: Int) -> [UInt8] {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes: [UInt8] = []
    for _ in 0..<count {
      let size = Int.random(in: 0...9, using: &random) == 0 ? longest : Int.random(in: 0...longest / 4, using: &random)
      let letter = UInt8.random(in: 0x61...0x7A, using: &random)
      bytes += [UInt8](repeating: letter, count: size) + [0x0A]
    }
    if seed % 3 == 2, bytes.count > 1 {
      bytes.removeLast()
      // An empty rest would be no line.
      if bytes.last == 0x0A { bytes.append(0x61) }
    }
    return bytes
  }

  /// What must come out, without blocks or threads.
  private static func plain(_ input: [UInt8], maximumLineSize: Int = .max, failingAt line: Int? = nil) -> Outcome {
    var outcome = Outcome()
    var start = 0
    while start < input.count {
      let end = input[start...].firstIndex(of: 0x0A) ?? input.count
      let number = outcome.lineCount + 1
      if number == line {
        outcome.failure = EchoWorker.Failure(line: number).message
        break
      }
      if end - start > maximumLineSize {
        outcome.output += Array("\(number) is too long\n".utf8)
        outcome.refused.append(number)
      } else {
        outcome.output += Array("in:\(number):\(start):".utf8) + input[start..<end]
        outcome.output.append(end < input.count ? 0x0A : UInt8(ascii: "$"))
        outcome.recordCount += 1
      }
      outcome.lineCount += 1
      start = end + 1
    }
    return outcome
  }

  private static func reader(_ input: Descriptor, maximumLineSize: Int = .max) -> BlockReader {
    BlockReader(input, name: "in", maximumLineSize: maximumLineSize)
  }

  private static func run(
    file input: [UInt8], threadCount: Int, blockSize: Int = blockSize, maximumLineSize: Int = .max,
    failingAt failing: Set<Int> = []
  ) throws -> Outcome {
    try withFile(of: input) {
      try run(
        $0, threadCount: threadCount, blockSize: blockSize, maximumLineSize: maximumLineSize, failingAt: failing)
    }
  }

  private static func run(
    _ input: Descriptor, threadCount: Int, blockSize: Int = blockSize, maximumLineSize: Int = .max,
    failingAt failing: Set<Int> = []
  ) throws -> Outcome {
    var outcome = Outcome()
    var lineCount = 0
    let pipeline = Pipeline(threadCount: threadCount, blockSize: blockSize) { EchoWorker(failing: failing) }
    do {
      try pipeline.run(reader(input, maximumLineSize: maximumLineSize), advance: { _ in }) { batch in
        outcome.output += batch.output.bytes
        outcome.refused += batch.notes.refused
        outcome.recordCount += batch.recordCount
        lineCount += batch.lineCount
      }
    } catch let error as any DescribedError {
      outcome.failure = error.message
    }
    // The block of a line that fails may have more.
    outcome.lineCount = outcome.recordCount + outcome.refused.count
    if outcome.failure == nil { #expect(lineCount == outcome.lineCount) }
    return outcome
  }

  /// Lends a file of the bytes, without a name, open for reading.
  private static func withFile<Result>(of bytes: [UInt8], _ body: (Descriptor) throws -> Result) throws -> Result {
    let file = try Descriptor.open("/tmp", [.readWrite, .unnamed])
    defer { try? file.close() }
    try bytes.withUnsafeBytes { try file.writeAll($0) }
    try file.seek(to: 0)
    return try body(file)
  }
}
