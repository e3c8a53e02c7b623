/// What a log is before its lines are sealed anew, and what becomes of its chain.
///
/// The new chain goes on with the old one: so a head file that still names the old end, since a crash came between the two
/// files, is one that is behind, and never one that knows of lines that are missing.
package struct Rekeying {
  private let path: String
  private let chain: ChainWriter?
  private let end: ChainHead?
  private let recorded: ChainHead?
  private var check: LogCheck

  /// - Parameters:
  ///   - path: of the log, whose lock the caller holds.
  ///   - lastLine: of the log, nil if it has none.
  ///   - chain: that of the new lines, nil if they are to have none.
  /// - Throws: when the head file or the last line is not what it should be.
  package init(of path: String, lastLine: Bytes?, chain: ChainWriter?) throws {
    self.path = path
    self.chain = chain
    recorded = try HeadFile.read(of: path)?.head
    do throws(SealingFault) {
      end = try lastLine.flatMap { (line) throws(SealingFault) in try ChainedLine(line) }?.link.head
    } catch {
      throw LocatedError(error, at: Location(path))
    }
    var demands = LogCheck.Demands()
    demands.isComplete = end != nil || recorded != nil
    check = LogCheck(demands, recorded: recorded, keys: ChainKeys())
    chain?.begin(behind: end)
  }

  /// Judges the lines that a batch was opened from.
  ///
  /// - Returns: the new lines as they are to be written, valid until the next batch.
  /// - Throws: what is wrong with the first line that is not where it belongs.
  package mutating func link(_ batch: Batch<RecordRekeyer.Notes>) throws -> Bytes {
    let notes = batch.notes
    for note in notes.opened.lines {
      guard let fault = check.judge(note, of: notes.opened) else { continue }
      throw LocatedError(fault, at: Location(batch.file, line: note.line))
    }
    guard let chain else { return batch.output.bytes }
    chain.take(notes.digests)
    return try chain.link(batch.output.bytes, count: batch.recordCount)
  }

  /// Judges the log as a whole, when all batches have been linked.
  ///
  /// - Parameter size: of the old log, in bytes, which is on the disk.
  /// - Returns: what is to be written behind them: a first line, where there was no record to follow it.
  package func finish(size: Int) throws -> Bytes {
    if let fault = check.fault { throw LocatedError(fault, at: Location(path)) }
    guard check.head == end else { throw LocatedError(LogFault.changed, at: Location(path)) }
    // The new chain names the end of the old one and nothing before: a head file that is of an older chain yet, since a
    // crash came before it could be written, would be left behind for good by another crash.
    if let recorded, let end, recorded.id != end.id {
      try HeadFile(head: end, size: size).write(of: path) { _ in true }
    }
    guard let chain, let end, chain.head == end else { return Bytes(start: nil, count: 0) }
    return try chain.linkNothing()
  }

  /// Records the new end, when the new log is in its place and durable, and before anybody can append to it.
  ///
  /// - Parameter size: of the new log, in bytes.
  package func record(size: Int) throws {
    guard let chain, let head = chain.head else { return try HeadFile.remove(of: path) }
    try HeadFile(head: head, size: size, key: chain.nextKey).write(of: path) { _ in true }
  }
}
