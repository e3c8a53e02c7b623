/// The keys of evolving chains as a reader knows them, from genesis lines: proves one line after the other. Belongs to one
/// thread at a time.
package final class ChainKeys {
  /// Those that came last; several, because an input may hold lines of several chains.
  private var chains: [(id: UInt64, walk: KeyWalk)] = []
  /// Where the chain that a line belongs to stands in `chains`, mostly.
  private var current = 0
  /// Where to look for the genesis lines that an input lacks.
  private let genesisLines: GenesisFile?

  /// More would be memory without end, and is of no use to a reader of one log.
  private static let largestKept = 64

  /// - Parameter genesisLines: of chains of which the input may hold only later lines.
  package init(genesisLines: GenesisFile? = nil) {
    self.genesisLines = genesisLines
  }

  /// Proves the tag of a line whose chain key evolves.
  ///
  /// - Parameter genesis: what the line says, if it is the first of its chain.
  /// - Throws: `chainNotAuthentic`; `noChainKey` when the first line of its chain was nowhere.
  func prove(_ link: ChainLink, _ genesis: Genesis?, digest: Chain.Digest) throws(SealingFault) {
    if let walk = try findWalk(link.head.id, genesis) {
      guard try walk.isAuthentic(link, digest: digest) else { throw .chainNotAuthentic }
      return
    }
    guard let genesis else { throw .noChainKey }
    guard let secret = genesis.key else { throw .notAChain }
    let walk = try KeyWalk(secret)
    guard try walk.isAuthentic(link, digest: digest) else { throw .chainNotAuthentic }
    keep(walk, of: link.head.id)
  }

  /// The keys of a chain. That which was known first stays: nobody else takes its place with another first line.
  private func findWalk(_ id: UInt64, _ genesis: Genesis?) throws(SealingFault) -> KeyWalk? {
    if current < chains.count, chains[current].id == id { return chains[current].walk }
    if let known = chains.firstIndex(where: { $0.id == id }) {
      current = known
      return chains[known].walk
    }
    guard genesis == nil, let secret = try genesisLines?.key(of: id) else { return nil }
    let walk = try KeyWalk(secret)
    keep(walk, of: id)
    return walk
  }

  private func keep(_ walk: KeyWalk, of id: UInt64) {
    if chains.count == Self.largestKept { chains.removeFirst() }
    chains.append((id, walk))
    current = chains.count - 1
  }
}

/// The keys of one chain, from the first to the last: those of later lines cost a step each, and those of earlier ones a
/// few thousand at most, whatever numbers the lines have.
private final class KeyWalk {
  private var key: EvolvingKey
  /// Keys of lines 0, `stride`, 2 * `stride` …
  private var milestones: [ChainSecret]
  private static let stride: UInt64 = 4096

  init(_ first: ChainSecret) throws(SealingFault) {
    milestones = [first]
    key = EvolvingKey(first, number: 0)
  }

  func isAuthentic(_ link: ChainLink, digest: Chain.Digest) throws(SealingFault) -> Bool {
    guard try go(to: link.head.number) else { return false }
    return key.isAuthentic(link, digest: digest)
  }

  private func go(to number: UInt64) throws(SealingFault) -> Bool {
    guard number < Chain.largestEvolvingChain else { return false }
    let milestone = min(Int(number / Self.stride), milestones.count - 1)
    let start = UInt64(milestone) * Self.stride
    if number < key.number || key.number < start { key = EvolvingKey(milestones[milestone], number: start) }
    while key.number < number {
      key.evolve()
      if key.number == UInt64(milestones.count) * Self.stride { milestones.append(key.secret) }
    }
    return true
  }
}
