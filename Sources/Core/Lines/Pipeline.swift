/// The way of every record through a filter: read a block, work on its lines, write, tell. Before it waits for input it
/// has written everything it can.
///
/// Where much is to be done, several threads do it, each the whole way of one block after the other: while one reads,
/// others work, and they write in the order in which they have read. Whatever their number and whatever pieces the
/// input comes in, what is written and told is the same. There is at most one block in work for each thread, and little
/// more than one where lines are long, so memory does not grow with the input.
///
/// It can be run on one input after the other, and keeps what its threads need from run to run.
package final class Pipeline<Worker: LineWorker> {
  private let threadCount: Int
  fileprivate let blockSize: Int
  /// In bytes: a larger block, which is a long line, is alone in work. The blocks of all threads together have at most
  /// 16 MiB then, or are one long line.
  fileprivate let largestShared: Int
  private let makeWorker: () -> Worker
  /// Those that no thread has at the moment.
  private var places: [WorkPlace<Worker>] = []

  /// - Parameters:
  ///   - threadCount: how many threads work at most, the caller's among them. The others are started when there is a
  ///     block for them, and not before.
  ///   - blockSize: of a usual block, in bytes.
  ///   - makeWorker: is called once for each thread, and on it; never by two at the same time, but while others work.
  package init(threadCount: Int, blockSize: Int = BlockReader.blockSize, makeWorker: @escaping () -> Worker) {
    self.threadCount = threadCount
    self.blockSize = blockSize
    largestShared = (16 << 20) / max(threadCount, 1)
    self.makeWorker = makeWorker
  }

  /// Runs one input through the workers.
  ///
  /// - Parameters:
  ///   - commit: writes a batch and tells its notes; called once for each block, in the order of the input, never twice
  ///     at the same time, but on any thread.
  ///   - advance: is told the bytes read, after each block, as `commit` is.
  /// - Throws: what reading, `commit` or a worker fails with first, by the order of the input; what comes behind that is
  ///   neither written nor told. No thread is left then.
  package func run(
    _ reader: BlockReader, advance: (Int) -> Void, commit: (Batch<Worker.Notes>) throws -> Void
  ) throws {
    // The other threads are joined before the run ends, and the run is gone when these closures end: they do not escape.
    try withoutActuallyEscaping(advance) { advance in
      try withoutActuallyEscaping(commit) { commit in
        try PipelineRun(self, reader, threadCount: threadCount, advance: advance, commit: commit).run()
      }
    }
  }

  fileprivate func takePlace() -> WorkPlace<Worker> {
    places.popLast() ?? WorkPlace(blockSize: blockSize)
  }

  fileprivate func giveBack(_ place: WorkPlace<Worker>) {
    places.append(place)
  }

  fileprivate func equip(_ place: WorkPlace<Worker>) {
    if place.worker == nil { place.worker = makeWorker() }
  }
}

/// What one thread needs.
private final class WorkPlace<Worker: LineWorker> {
  var worker: Worker?
  let block: Block
  let batch = Batch<Worker.Notes>()
  /// Whether the worker has seen a long line, and may have kept memory for another.
  private var hasSeenLongLine = false

  init(blockSize: Int) {
    block = Block(usualSize: blockSize)
  }

  /// Works on the lines of the block, to the first failure.
  func work(file: String) {
    guard var worker = worker.take() else { return }
    batch.file = file
    batch.lineCount = block.lineCount
    worker.begin(batch)
    while batch.failure == nil, let part = block.nextPart() {
      switch part.contents {
      case .lines(let bytes):
        for line in LineSequence(bytes, firstLine: part.firstLine, offset: part.offset) {
          worker.work(on: line, into: batch)
          if batch.failure != nil { break }
        }
      case .overlongLine:
        worker.refuseOverlongLine(number: part.firstLine, into: batch)
      }
    }
    self.worker = worker
  }

  /// Forgets the block and what came of it. What a long line took is given back when others follow.
  ///
  /// - Parameter longLine: from which size on a block is a long line, in bytes.
  func clear(longLine: Int) {
    if block.size > longLine {
      hasSeenLongLine = true
    } else if hasSeenLongLine {
      hasSeenLongLine = false
      worker = nil
    }
    block.removeAll()
    batch.removeAll()
  }
}

/// One run, and what its threads share.
///
/// Two things make that sound: `reading`, and the turn to commit. Each part below is touched only by the thread that has
/// the one or the other, and both are handed on through a lock. Who reads while nobody has a ticket has the turn too. A
/// block and its batch stay with their thread.
private final class PipelineRun<Worker: LineWorker>: @unchecked Sendable {
  private let threadCount: Int
  private let turns: Turns

  // Of the thread that reads.
  private let reading = Lock()
  private let pipeline: Pipeline<Worker>
  private let reader: BlockReader
  private var isAtEnd = false
  private var threads: [Thread] = []
  private var isThreadRefused = false

  /// Ends the wait for input when the run fails on another thread; made before there is one, and then left alone.
  private var interruption: Interruption?

  // Of the thread whose turn it is, and of the caller's when there is no other any more.
  private let advance: (Int) -> Void
  private let commit: (Batch<Worker.Notes>) throws -> Void
  private var failure: (any Error)?

  init(
    _ pipeline: Pipeline<Worker>, _ reader: BlockReader, threadCount: Int, advance: @escaping (Int) -> Void,
    commit: @escaping (Batch<Worker.Notes>) throws -> Void
  ) {
    self.pipeline = pipeline
    self.reader = reader
    self.threadCount = threadCount
    self.advance = advance
    self.commit = commit
    turns = Turns(threadCount: threadCount)
  }

  func run() throws {
    work()
    // Whoever starts a thread is about to read, and nobody reads any more.
    for thread in threads { thread.join() }
    if let failure { throw failure }
  }

  /// What each thread does: read, work, wait for its turn, commit, and again.
  private func work() {
    reading.lock()
    defer { reading.unlock() }
    let place = pipeline.takePlace()
    defer { pipeline.giveBack(place) }
    while !turns.areOver, read(into: place.block) {
      pipeline.equip(place)
      let isLong = place.block.size > pipeline.largestShared
      if isLong, !turns.waitForAll() { break }
      if isLong || (!isShared(place.block) && turns.areAllDone) {
        // Nobody is ahead and nothing else is to be had: what came alone leaves at once, and nobody is woken for it.
        place.work(file: reader.name)
        finish(place)
        place.clear(longLine: pipeline.largestShared)
      } else {
        let ticket = turns.draw()
        reading.unlock()
        place.work(file: reader.name)
        // After a failure nobody passes the turn on: it is over, and not all have had theirs.
        if turns.wait(for: ticket), finish(place) { turns.pass() }
        place.clear(longLine: pipeline.largestShared)
        reading.lock()
      }
    }
  }

  /// Reads the next block.
  ///
  /// - Returns: false if there is none.
  private func read(into block: Block) -> Bool {
    guard !isAtEnd else { return false }
    do {
      isAtEnd = try !reader.read(into: block)
    } catch {
      isAtEnd = true
      // What was read before counts first.
      if turns.waitForAll() { fail(error) }
    }
    return !isAtEnd
  }

  /// Whether another thread is to read the next block while this one is worked on. One more is started for each such
  /// block, once a whole block of input has come and until there are enough.
  private func isShared(_ block: Block) -> Bool {
    // Worth the waking of a thread is less than a whole block: a pipe holds 64 KiB, and what flows is never all there.
    guard threadCount > 1, block.size >= pipeline.blockSize / 8, !reader.isAtEnd else { return false }
    if threads.count + 1 < threadCount, !isThreadRefused, reader.readCount >= pipeline.blockSize {
      if let thread = startThread() { threads.append(thread) } else { isThreadRefused = true }
    }
    return !threads.isEmpty
  }

  private func startThread() -> Thread? {
    if interruption == nil {
      guard let made = try? Interruption() else { return nil }
      interruption = made
      reader.share(made) { [turns, largest = pipeline.largestShared] size in
        if size >= largest { turns.waitForAll() }
      }
      Memory.keepAtMost(8 << 20)
    }
    return Thread { self.work() }
  }

  /// Commits a batch.
  ///
  /// - Returns: false if that has ended the run.
  @discardableResult
  private func finish(_ place: WorkPlace<Worker>) -> Bool {
    do {
      try commit(place.batch)
      advance(place.block.size)
      if let failure = place.batch.failure { throw failure }
      return true
    } catch {
      fail(error)
      return false
    }
  }

  /// Ends the run, in whose turn it happened.
  private func fail(_ error: any Error) {
    failure = error
    turns.end()
    interruption?.raise()
  }
}
