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
  private let keys: ChainKeys
  private var sequence: SequenceCheck
  private var hasSeenRecorded = false
  private var unchainedCount = 0
  /// Sealed lines, the genesis lines among them.
  package private(set) var lineCount = 0
  /// Whether the line that `anchor` names was there.
  package private(set) var hasSeenAnchor = false

  /// - Parameters:
  ///   - recorded: the end that the head file names, if there is one and it must be there.
  ///   - keys: those of evolving chains, which grow by what this input begins with.
  package init(_ demands: Demands, recorded: ChainHead?, keys: ChainKeys) {
    self.demands = demands
    self.recorded = recorded
    self.keys = keys
    sequence = SequenceCheck(allowsGaps: demands.allowsGaps, isComplete: demands.isComplete)
  }

  /// Judges the next line that was not blank.
  ///
  /// - Returns: why it must not come out, nil if nothing is wrong. Only where lines before it are missing has it proved to
  ///   be as it was written.
  package mutating func judge(
    _ note: RecordOpener.Notes.Note, of notes: RecordOpener.Notes
  ) -> SealingFault? {
    switch note.outcome {
    case .plain: return nil
    case .refused(let fault): return refuse(fault)
    case .opened(let line): return check(line).map(SealingFault.outOfSequence)
    case .unproved(let link, let genesis, let digest):
      do throws(SealingFault) {
        try keys.prove(link, genesis, digest: notes.digests[digest])
      } catch {
        return refuse(error)
      }
      return check(.chained(link, genesis, isEvolving: true)).map(SealingFault.outOfSequence)
    }
  }

  private mutating func refuse(_ fault: SealingFault) -> SealingFault {
    sequence.skipRefusedLine()
    return fault
  }

  /// Checks the place of a line that has proved authentic.
  private mutating func check(_ line: SequenceCheck.Line) -> SequenceFault? {
    lineCount += 1
    guard let link = line.link else {
      unchainedCount += 1
      return sequence.check(line)
    }
    let head = link.head
    if let recorded, goesOn(line, with: recorded) { hasSeenRecorded = true }
    guard see(recorded, in: head, &hasSeenRecorded), see(demands.anchor, in: head, &hasSeenAnchor) else {
      return .forked
    }
    return sequence.check(line)
  }

  /// Notes whether a line is one that is asked for.
  ///
  /// - Returns: false if it has that one's number and is another.
  @inline(__always)
  private func see(_ named: ChainHead?, in head: ChainHead, _ hasSeen: inout Bool) -> Bool {
    guard let named, named.number == head.number, named.id == head.id else { return true }
    guard named.tag == head.tag else { return false }
    hasSeen = true
    return true
  }

  /// The last line of a chain; nil if none was there.
  package var head: ChainHead? { sequence.head }

  /// Whether a line begins a chain that goes on with the recorded one. That shows that its end is no secret loss: the head
  /// file is behind, as when a writer was killed before it could record what it had begun.
  private func goesOn(_ line: SequenceCheck.Line, with recorded: ChainHead) -> Bool {
    switch line {
    case .chained(_, let genesis?, _): genesis.previous.map(recorded.isAtOrBefore) ?? false
    // Without a key, which line it goes on with is not known.
    case .claimed(let link): link.head.number == 0 && link.previous != Chain.Tag() && link.head.id != recorded.id
    case .chained, .unchained: false
    }
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
  /// Its last line is not the one that it had before.
  case changed
  /// There is nothing to tell whether lines are missing.
  case noChain(count: Int)

  package var message: String {
    switch self {
    case .noGenesis: "incomplete: it does not begin with the first line of a chain"
    case .noRecordedEnd(let number): "incomplete: line \(number) of a chain, its end by the head file, is missing"
    case .noAnchor(let number): "line \(number) of the anchor's chain is missing"
    case .changed: "changed while it was read"
    case .noChain(let count): "\(count) lines without a chain: whether lines are missing cannot be told"
    }
  }
}
