/// The chain of a log that grows: goes on behind its last line, whoever wrote that, and records its head.
package final class LogChain: AppendLinker {
  private let writer: ChainWriter
  private let path: String
  private let recordsHead: Bool
  private let report: (Diagnostic) -> Void
  private var hasToldHeadFault = false
  /// Whether the head file names another chain than that of the last line, or none.
  private var isUntold = false
  /// Whether what is to be recorded next is a beginning, which is under the lock of the log: nobody has come later.
  private var isBeginning = false
  /// The chain that the head file named when it was read or written last.
  private var recordedID: UInt64?

  /// - Parameters:
  ///   - path: of the log.
  ///   - recordsHead: whether there is a head file beside it.
  ///   - report: is told what is wrong and does not keep from appending.
  package init(
    _ writer: ChainWriter, path: String, recordsHead: Bool, report: @escaping (Diagnostic) -> Void
  ) {
    self.writer = writer
    self.path = path
    self.recordsHead = recordsHead
    self.report = report
  }

  /// Goes on with the chain of the last line, or begins one. An empty file goes on with the chain that was last known
  /// under its name; so does one that has lost lines which its head file names, and then the loss shows for good.
  package func resume(behind lastLine: Bytes?) throws {
    do throws(SealingFault) {
      let before = writer.head
      let file = recordsHead ? readHead() : nil
      recordedID = file?.head.id
      isUntold = false
      let found = try lastLine.map { (line) throws(SealingFault) in try writer.resume(behind: line, recorded: file) }
      switch found ?? .nothing {
      case .nothing: writer.begin(behind: later(before, file?.head))
      case .goesOn(let last):
        isUntold = recordsHead && last.id != recordedID
        if let recorded = file?.head, isAhead(recorded, of: last) { begin(behind: recorded, missingFrom: last) }
      case .ends(let last, let isKeyLost):
        if let recorded = file?.head, isAhead(recorded, of: last) {
          begin(behind: recorded, missingFrom: last)
        } else {
          if isKeyLost, recordsHead { warn("the key of the last line's chain is not in the head file; another begins") }
          writer.begin(behind: last)
        }
      }
    } catch {
      throw ResumeFault(fault: error, path: path)
    }
  }

  /// The later of what this process knows and what is recorded: that of another chain is recorded before the chain has a
  /// record, and this process may have slept through a whole one.
  private func later(_ known: ChainHead?, _ recorded: ChainHead?) -> ChainHead? {
    guard let known, let recorded, !hasToldHeadFault else { return known ?? recorded }
    return known.id == recorded.id && known.number > recorded.number ? known : recorded
  }

  /// The genesis line where a chain begins. Nothing, where another process has begun it and could not tell: that is to be
  /// done first.
  package func linkBeginning() throws -> Bytes? {
    defer { isUntold = false }
    let beginning = try writer.linkBeginning() ?? (isUntold ? Bytes("") : nil)
    isBeginning = beginning != nil
    return beginning
  }

  /// The lines with their members `chain`, and a genesis line before them where a chain begins and none was asked for.
  package func link(_ lines: Bytes, count: Int) throws -> Bytes {
    isBeginning = false
    return try writer.link(lines, count: count)
  }

  private func isAhead(_ recorded: ChainHead, of last: ChainHead) -> Bool {
    recorded.id == last.id && recorded.number > last.number
  }

  private func begin(behind recorded: ChainHead, missingFrom last: ChainHead) {
    warn("lines \(last.number + 1) to \(recorded.number) of the chain are missing at its end; another begins")
    writer.begin(behind: recorded)
  }

  private func warn(_ message: String) {
    report(Diagnostic(.warning, at: Location(path), message))
  }

  /// Where the chain key evolves, nobody goes on without the head file: with what begins a chain, not for one moment.
  package var need: AppendNeed {
    guard recordsHead, writer.isEvolving else { return .none }
    return writer.hasBegun ? .underLock : .always
  }

  /// Records the head, unless another process has recorded a later one meanwhile.
  package func becameDurable(size: Int, isCurrent: () throws -> Bool) throws {
    guard recordsHead, let head = writer.head else { return }
    do {
      try HeadFile(head: head, size: size, key: writer.nextKey).write(of: path) { recorded in
        guard try isCurrent() else { return false }
        if let recorded {
          // Of one chain, the later line; another chain that somebody has begun since stands behind this one.
          if recorded.id == head.id { return recorded.number < head.number }
          if recorded.id != recordedID, !isBeginning { return false }
        }
        recordedID = head.id
        return true
      }
    } catch let error as any DescribedError {
      tell(error)
    }
  }

  /// What the head file says, nil if it says nothing.
  private func readHead() -> HeadFile? {
    do {
      return try HeadFile.read(of: path)
    } catch let error as any DescribedError {
      tell(error)
    } catch {}
    return nil
  }

  /// What is wrong with the head file does not keep records from the log.
  private func tell(_ error: any DescribedError) {
    guard !hasToldHeadFault else { return }
    hasToldHeadFault = true
    report(Diagnostic(.warning, at: error.location, error.message))
  }
}

extension LogChain {
  /// Why there is no head to print.
  package enum HeadFault: DescribedError, Equatable {
    case noChain(String)

    package var location: Location? {
      switch self {
      case .noChain(let path): Location(path)
      }
    }
    package var message: String { "no chain: neither a head file nor a last line with one" }
  }

  /// The head of a log as its head file says, else as its last line does; no key vouches for either.
  package static func head(of log: String) throws -> ChainHead {
    if let recorded = try HeadFile.read(of: log) { return recorded.head }
    let input = try Input.open(log)
    let size = input.status.size
    var reader = BackwardReader(input.descriptor, name: log, range: 0..<size)
    let start = try reader.startOfLastLines(1, endedBy: UInt8(ascii: "\n"))
    let line = ByteBuffer(capacity: size - start)
    while line.count < size - start {
      let before = line.count
      try line.append(atMost: size - start - before) { (room) throws(SystemError) in
        try SystemError.naming(
          .read, log, try input.descriptor.read(into: UnsafeMutableRawBufferPointer(room), at: start + before))
      }
      if line.count == before { break }
    }
    guard let last = try? ChainedLine(line.bytes) else { throw HeadFault.noChain(log) }
    return last.link.head
  }
}

/// Why nothing can be put behind the last line of a log.
private struct ResumeFault: DescribedError {
  var fault: SealingFault
  var path: String
  var location: Location? { Location(path) }
  var message: String { "cannot go on with the chain of the last line: \(fault.message)" }
  var hint: String? { "give the key of the last line too, behind the one that seals" }
}
