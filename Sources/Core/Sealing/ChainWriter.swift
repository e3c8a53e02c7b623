/// Gives sealed lines their places in a chain: a genesis line before the first, then a member `chain` in each.
///
/// What needs no order is done before, on several threads; this is the rest, and cheap. Belongs to one thread at a time.
package final class ChainWriter {
  /// What came of going on behind a line that is there.
  enum Resumption {
    /// The line has no place in a chain.
    case nothing
    /// The next line follows this one.
    case goesOn(ChainHead)
    /// There is no going on with its chain, whose key evolves or is to: another must begin behind it.
    ///
    /// - Parameter isKeyLost: whether it could have gone on, had its key been there.
    case ends(ChainHead, isKeyLost: Bool)
  }

  private let keys: KeyRing
  private let name: String
  private let largestEvolvingChain: UInt64
  /// The last line that was written, or that was found to go on from.
  package private(set) var head: ChainHead?
  /// Whether the next line needs a genesis line before it.
  private var isAtBeginning = true
  /// Whether the last `link` has begun a chain.
  private(set) var hasBegun = false
  private var authenticator: ChainAuthenticator?
  /// Of the next line, where the chain key evolves.
  private var evolvingKey: EvolvingKey?
  private let output = ByteBuffer()
  private var text = ChainText()

  private var digests: [Chain.Digest] = []
  private var used = 0

  /// - Parameters:
  ///   - keys: the first makes tags, each may have made those of the lines that are there.
  ///   - name: what the genesis line calls the log.
  ///   - largestEvolvingChain: in lines; fewer for tests.
  package init(_ keys: KeyRing, name: String, largestEvolvingChain: UInt64 = Chain.largestEvolvingChain) {
    self.keys = keys
    self.name = name
    self.largestEvolvingChain = largestEvolvingChain
  }

  /// Whether the chain key evolves, so that nobody can go on with the chain by its lines alone.
  var isEvolving: Bool { keys.sealing?.hasEvolvingChain ?? false }

  /// The key of the next line, where the chain key evolves.
  var nextKey: ChainSecret? { evolvingKey?.secret }

  /// Takes the digests of the lines that come to `link` next.
  package func take(_ digests: [Chain.Digest]) {
    self.digests = digests
    used = 0
  }

  /// Makes the next line the first of a new chain, which goes on with the one that `previous` ends.
  package func begin(behind previous: ChainHead?) {
    head = previous
    evolvingKey = nil
    isAtBeginning = true
  }

  /// Goes on behind a line that is there; where that cannot be, nothing has changed.
  ///
  /// - Parameter recorded: the end of the log as its head file has it, with the key of the next line.
  /// - Throws: when its tag is that of no key.
  func resume(behind line: Bytes, recorded: HeadFile? = nil) throws(SealingFault) -> Resumption {
    guard let line = try ChainedLine(line) else { return .nothing }
    if isEvolving { return try resumeEvolving(behind: line, recorded) }
    if line.isEvolving { return .ends(line.link.head, isKeyLost: false) }
    for key in keys.all {
      guard let authenticator = try key.makeChainAuthenticator() else { continue }
      guard authenticator.isAuthentic(line.link, digest: line.digest) else { continue }
      return goOn(behind: line.link.head)
    }
    throw .chainNotAuthentic
  }

  private func goOn(behind last: ChainHead) -> Resumption {
    head = last
    isAtBeginning = false
    return .goesOn(last)
  }

  private func resumeEvolving(behind line: ChainedLine, _ recorded: HeadFile?) throws(SealingFault) -> Resumption {
    let last = line.link.head
    guard line.isEvolving else { return .ends(last, isKeyLost: false) }
    if let head, let evolvingKey, !isAtBeginning, try isKey(evolvingKey, behind: head, of: line) {
      return goOn(behind: last)
    }
    if let recorded, let secret = recorded.key {
      let key = EvolvingKey(secret, number: recorded.head.number + 1)
      if try isKey(key, behind: recorded.head, of: line) {
        evolvingKey = key
        return goOn(behind: last)
      }
    }
    return .ends(last, isKeyLost: true)
  }

  /// Whether `key`, which is that of the line behind `known`, evolves to that of the line behind `line`; then it has.
  private func isKey(_ key: EvolvingKey, behind known: ChainHead, of line: ChainedLine) throws(SealingFault) -> Bool {
    let last = line.link.head
    guard known.id == last.id, known.number <= last.number else { return false }
    if known.number == last.number { return known.tag == last.tag && key.number == last.number + 1 }
    guard key.evolve(to: last.number), key.isAuthentic(line.link, digest: line.digest) else { return false }
    key.evolve()
    return true
  }

  /// The first line of a chain, if the next line needs one before it: then the lines that come follow it.
  ///
  /// - Returns: the line, valid until the next call.
  package func linkBeginning() throws(SealingFault) -> Bytes? {
    isAtBeginning ? try linkNothing() : nil
  }

  /// Gives the next `count` lines their places.
  ///
  /// - Parameter lines: objects, each ended by `}` and LF.
  /// - Returns: the lines as they are to be written, valid until the next call.
  package func link(_ lines: Bytes, count: Int) throws(SealingFault) -> Bytes {
    output.removeAll(keepingAtMost: 4 * BlockReader.blockSize)
    hasBegun = false
    guard used + count <= digests.count, count > 0 else { return output.bytes }
    var head = isAtBeginning ? try begin() : head
    var start = 0
    for digest in digests[used..<(used + count)] {
      if let evolvingKey, evolvingKey.number >= largestEvolvingChain {
        // A reader goes no further.
        self.head = head
        head = try begin()
      }
      guard let last = head, let end = lines.firstOffset(of: UInt8(ascii: "\n"), from: start) else {
        throw .libraryFailed
      }
      output.append(lines.slice(start, end - 1))
      let next = try tag(id: last.id, number: last.number + 1, previous: Chain.previous(last.tag), digest: digest)
      endLine(next)
      head = next.head
      start = end + 1
    }
    used += count
    self.head = head
    return output.bytes
  }

  /// The genesis line alone, for a log that has no record yet; valid until the next call.
  package func linkNothing() throws(SealingFault) -> Bytes {
    output.removeAll()
    head = try begin()
    return output.bytes
  }

  /// Writes the genesis line.
  private func begin() throws(SealingFault) -> ChainHead {
    let secret = isEvolving ? try ChainSecret() : nil
    evolvingKey = secret.map { EvolvingKey($0, number: 0) }
    let genesis = Genesis(name: name, previous: head, key: secret)
    let digest = try seal(genesis)
    let link = try tag(id: Chain.newID(), number: 0, previous: genesis.previousTag, digest: digest)
    endLine(link)
    isAtBeginning = false
    hasBegun = true
    return link.head
  }

  /// Writes the genesis line up to its member `chain`.
  ///
  /// - Returns: the digest of what is sealed.
  private func seal(_ genesis: Genesis) throws(SealingFault) -> Chain.Digest {
    let text = ByteBuffer(capacity: genesis.largestSize)
    genesis.append(to: text)
    defer { text.wipe(to: 0) }
    switch keys.sealing {
    case .fernet(let key)?:
      output.append(Envelope.prefix)
      let start = output.count
      try FernetSealer(key).seal(text.bytes, time: UInt64(clamping: Clock.unixSeconds), into: output)
      let digest = LineDigester().digest(output.bytes.slice(start, output.count))
      output.append("\"")
      return digest
    case .web(let key)?:
      // With a content key of its own, which is gone at once: that of the lines stays in memory, and whoever finds it
      // there would find the first chain key.
      return LineDigester().digest(try JWESealer(key).seal(text.bytes, into: output))
    case nil: throw .libraryFailed
    }
  }

  /// The place of a line, with its tag; the key evolves if it is one that does.
  @inline(__always)
  private func tag(
    id: UInt64, number: UInt64, previous: Chain.Tag, digest: Chain.Digest
  ) throws(SealingFault) -> ChainLink {
    let tag: Chain.Tag
    if let evolvingKey {
      guard evolvingKey.number == number else { throw .libraryFailed }
      tag = evolvingKey.tag(id: id, previous: previous, digest: digest)
      evolvingKey.evolve()
    } else {
      tag = try readyAuthenticator().tag(id: id, number: number, previous: previous, digest: digest)
    }
    return ChainLink(head: ChainHead(id: id, number: number, tag: tag), previous: previous)
  }

  /// Ends a line with its member `chain`.
  @inline(__always)
  private func endLine(_ link: ChainLink) {
    text.append(link, to: output)
    output.append(Bytes("}\n"))
  }

  private func readyAuthenticator() throws(SealingFault) -> ChainAuthenticator {
    if let authenticator { return authenticator }
    guard let made = try keys.sealing?.makeChainAuthenticator() else { throw .libraryFailed }
    authenticator = made
    return made
  }
}
