/// What the lines of one input are held to, one after the other and all together.
package struct LogCheck {
  /// What is asked of an input.
  package struct Demands: Sendable {
    /// Whether it may be a selection of lines.
    package var allowsGaps = false
    /// Whether it must begin where its chain does, and have the end that its head file records.
    package var isComplete = false
    /// A line that must be there.
    package var anchor: ChainHead?

    package init() {}
  }

  private let demands: Demands
  private let recorded: ChainHead?
  private var sequence: SequenceCheck
  private var hasSeenRecorded = false
  private var unchainedCount = 0
  /// Sealed lines, the genesis lines among them.
  package private(set) var lineCount = 0
  /// Whether the line that `anchor` names was there.
  package private(set) var hasSeenAnchor = false

  /// - Parameter recorded: the end that the head file names, if there is one and it must be there.
  package init(_ demands: Demands, recorded: ChainHead?) {
    self.demands = demands
    self.recorded = recorded
    sequence = SequenceCheck(allowsGaps: demands.allowsGaps, isComplete: demands.isComplete)
  }

  /// Takes note of a line that was left out because it is not authentic.
  package mutating func skipRefusedLine() {
    sequence.skipRefusedLine()
  }

  /// Checks the next line, which has proved authentic.
  ///
  /// - Returns: what is wrong with its place, nil if nothing is.
  package mutating func check(_ line: SequenceCheck.Line) -> SequenceFault? {
    lineCount += 1
    guard let head = line.link?.head else {
      unchainedCount += 1
      return sequence.check(line)
    }
    for (named, seen) in [(recorded, \Self.hasSeenRecorded), (demands.anchor, \Self.hasSeenAnchor)] {
      guard let named, named.id == head.id, named.number == head.number else { continue }
      guard named.tag == head.tag else { return .forked }
      self[keyPath: seen] = true
    }
    return sequence.check(line)
  }

  /// What is wrong with the input as a whole, nil if nothing is.
  package var fault: LogFault? {
    if demands.isComplete, !sequence.beginsAtGenesis { return .noGenesis }
    if let recorded, !hasSeenRecorded { return .noRecordedEnd(number: recorded.number) }
    return nil
  }

  /// What `--verify` says: that all is as it was written, or why that cannot be said.
  package var verdict: Result<String, LogFault> {
    if let fault { return .failure(fault) }
    guard unchainedCount == 0, lineCount > 0 else { return .failure(.noChain(count: unchainedCount)) }
    let chains = sequence.chains.map { "chain \(Chain.text(ofID: $0.id)), \($0.first)..\($0.last)" }
    return .success("\(lineCount) lines, \(chains.joined(separator: ", ")), intact")
  }
}

/// What is wrong with a log of which every line is where it belongs.
package enum LogFault: DescribedError, Equatable {
  /// The first line is not one that begins a chain.
  case noGenesis
  /// The line that the head file names is not there.
  case noRecordedEnd(number: UInt64)
  /// The line that the anchor names is not there.
  case noAnchor(number: UInt64)
  /// There is nothing to tell whether lines are missing.
  case noChain(count: Int)

  package var message: String {
    switch self {
    case .noGenesis: "incomplete: it does not begin with the first line of a chain"
    case .noRecordedEnd(let number): "incomplete: line \(number) of a chain, its end by the head file, is missing"
    case .noAnchor(let number): "line \(number) of the anchor's chain is missing"
    case .noChain(let count): "\(count) lines without a chain: whether lines are missing cannot be told"
    }
  }
}
