/// Why an authentic line does not belong where it stands.
package enum SequenceFault: Equatable, Sendable {
  /// Lines of the chain are not there: `first` to `last`.
  case missing(first: UInt64, last: UInt64)
  /// A line that came before, or belongs before one that has come.
  case repeated(number: UInt64, after: UInt64)
  /// It follows by its number, but on another line than the one before: two histories.
  case notLinked
  /// A line of another chain, in the middle or without its genesis line.
  case otherChain
  /// A genesis line that does not name the chain before it as the one it goes on with.
  case otherBeginning
  /// A line without a chain among lines that have one.
  case noChain
  /// Not the line that bears this number by the head file or the anchor: two histories.
  case forked

  package var message: String {
    switch self {
    case .missing(let first, let last) where first == last: "line \(first) of the chain is missing"
    case .missing(let first, let last): "lines \(first) to \(last) of the chain are missing"
    case .repeated(let number, let last): "line \(number) of the chain stands behind line \(last)"
    case .notLinked: "not linked to the line before, one history ends and another goes on"
    case .otherChain: "a line of another chain"
    case .otherBeginning: "another chain begins that does not go on with this one"
    case .forked: "not the line of this number that the head file or the anchor names"
    case .noChain: "a line without a chain among lines with one"
    }
  }

  var hint: String? {
    switch self {
    case .otherBeginning: "name several logs as several files, in place of one input"
    case .missing, .noChain, .forked, .otherChain, .repeated, .notLinked: nil
    }
  }
}

/// What the lines of one input are held to, in their order: the numbers of a chain go up by one from wherever the input
/// starts, each line is linked to the one before, and a new chain begins only where it names the old one.
///
/// Each line has proved authentic before it comes here.
package struct SequenceCheck {
  /// What `check` knows of a line.
  package enum Line {
    /// A line without a member `chain`.
    case unchained
    /// A line of a chain; a genesis line has what it says. A chain has one kind of key, which evolves or does not.
    case chained(ChainLink, Genesis?, isEvolving: Bool)
    /// A line of a chain by what it says itself; what a genesis line says is not known.
    case claimed(ChainLink)

    /// The place that it has, or claims to have.
    var link: ChainLink? {
      switch self {
      case .unchained: nil
      case .chained(let link, _, _), .claimed(let link): link
      }
    }
  }

  private let allowsGaps: Bool
  private let isComplete: Bool
  /// The last line of the chain.
  package private(set) var head: ChainHead?
  /// Where the chain at hand was met first.
  private var first: UInt64 = 0
  /// What the genesis line of the chain at hand goes on with, and what stood before it; of no use once it has a record.
  private var beginning: (named: ChainHead?, before: ChainHead?)?
  private var isEvolving = false
  /// Each chain that was met: its id, its first and its last number.
  package var chains: [(id: UInt64, first: UInt64, last: UInt64)] {
    ended + (head.map { [(id: $0.id, first: first, last: $0.number)] } ?? [])
  }
  private var ended: [(id: UInt64, first: UInt64, last: UInt64)] = []
  private var hasUnchained = false
  /// Whether the first line was the genesis line of its chain.
  package private(set) var beginsAtGenesis = false
  private var isAtStart = true
  /// Lines that were left out since the last good one: they may account for as many numbers.
  private var refusedCount: UInt64 = 0

  /// - Parameters:
  ///   - allowsGaps: whether the input is a selection of lines.
  ///   - isComplete: whether the input must start where its chain does.
  package init(allowsGaps: Bool, isComplete: Bool = false) {
    self.allowsGaps = allowsGaps
    self.isComplete = isComplete
  }

  /// Takes note of a line that is not authentic and was left out.
  package mutating func skipRefusedLine() {
    refusedCount += 1
    isAtStart = false
  }

  /// Checks the next line.
  ///
  /// - Returns: what is wrong, nil if nothing is. Where lines are `missing` the check goes on from this line, else as if
  ///   it had not come.
  package mutating func check(_ line: Line) -> SequenceFault? {
    defer { isAtStart = false }
    switch line {
    case .unchained:
      hasUnchained = true
      return head == nil || allowsGaps ? nil : .noChain
    case .chained(let link, let genesis, let isEvolving):
      guard let head else {
        self.isEvolving = isEvolving
        beginning = genesis.map { ($0.previous, nil) }
        return begin(link, isGenesis: genesis != nil)
      }
      if link.head.id == head.id {
        // Whoever has a public key can make a chain with any id, but not one of the other kind.
        return isEvolving == self.isEvolving ? follow(link, head) : .otherChain
      }
      let fault = allowsGaps ? change(to: link) : change(to: link, genesis, from: head)
      if self.head?.id == link.head.id { self.isEvolving = isEvolving }
      return fault
    case .claimed(let link):
      guard let head else { return begin(link, isGenesis: link.head.number == 0) }
      if link.head.id == head.id { return follow(link, head) }
      return allowsGaps ? change(to: link) : changeUnread(to: link, from: head)
    }
  }

  private mutating func begin(_ link: ChainLink, isGenesis: Bool) -> SequenceFault? {
    if hasUnchained, !isGenesis, !allowsGaps { return .otherChain }
    beginsAtGenesis = isAtStart && isGenesis
    start(link)
    guard isComplete, link.head.number > 0 else { return nil }
    return .missing(first: 0, last: link.head.number - 1)
  }

  private mutating func start(_ link: ChainLink) {
    head = link.head
    first = link.head.number
    refusedCount = 0
  }

  private mutating func follow(_ link: ChainLink, _ head: ChainHead) -> SequenceFault? {
    guard link.head.number > head.number else { return .repeated(number: link.head.number, after: head.number) }
    let missing = link.head.number - head.number - 1
    if missing == 0, link.previous != Chain.previous(head.tag) { return .notLinked }
    let isExplained = missing <= refusedCount || allowsGaps
    self.head = link.head
    refusedCount = 0
    return isExplained ? nil : .missing(first: head.number + 1, last: link.head.number - 1)
  }

  private mutating func change(
    to link: ChainLink, _ genesis: Genesis?, from head: ChainHead
  ) -> SequenceFault? {
    guard let genesis else { return .otherChain }
    var last = head
    // A chain without a record: its writer was killed before it could tell anybody of it, and the log was rotated. Then
    // the next one goes on with the one before.
    if head.number == 0, let beginning, genesis.previous?.id == beginning.named?.id {
      guard let before = beginning.before else {
        end(head)
        start(link)
        self.beginning = (genesis.previous, nil)
        return nil
      }
      last = before
    }
    guard let previous = genesis.previous, previous.id == last.id else { return .otherBeginning }
    // What the genesis line knew may be older than the end of the chain before: a writer may have been killed before it
    // could tell.
    if previous.number == last.number, previous.tag != last.tag { return .notLinked }
    let missing = previous.number > last.number ? previous.number - last.number : 0
    let isExplained = missing <= refusedCount
    end(head)
    start(link)
    beginning = (previous, last)
    return isExplained ? nil : .missing(first: last.number + 1, last: previous.number)
  }

  /// Without a key a genesis line says of the chain before only what `p` does: that there is none, or a part of the tag of
  /// a line that may come before its end.
  private mutating func changeUnread(to link: ChainLink, from head: ChainHead) -> SequenceFault? {
    guard link.head.number == 0 else { return .otherChain }
    guard link.previous != Chain.Tag() else { return .otherBeginning }
    end(head)
    start(link)
    return nil
  }

  /// A selection may hold lines of several chains, one after the other.
  private mutating func change(to link: ChainLink) -> SequenceFault? {
    if let old = ended.first(where: { $0.id == link.head.id }) {
      return .repeated(number: link.head.number, after: old.last)
    }
    if let head { end(head) }
    start(link)
    return nil
  }

  private mutating func end(_ head: ChainHead) {
    ended.append((head.id, first, head.number))
  }
}
