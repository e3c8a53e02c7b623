/// Gives sealed lines their places in a chain: a genesis line before the first, then a member `chain` in each.
///
/// What needs no order is done before, on several threads; this is the rest, and cheap. Belongs to one thread at a time.
package final class ChainWriter {
  private let keys: [FernetKey]
  private let name: String
  /// The last line that was written, or that was found to go on from.
  package private(set) var head: ChainHead?
  /// Whether the next line needs a genesis line before it.
  private var isAtBeginning = true
  private var authenticator: ChainAuthenticator?
  private let output = ByteBuffer()

  private var digests: [Chain.Digest] = []
  private var used = 0

  /// - Parameters:
  ///   - keys: the first makes tags, each may have made those of the lines that are there.
  ///   - name: what the genesis line calls the log.
  package init(_ keys: [FernetKey], name: String) {
    self.keys = keys
    self.name = name
  }

  /// Takes the digests of the lines that come to `link` next.
  package func take(_ digests: [Chain.Digest]) {
    self.digests = digests
    used = 0
  }

  /// Makes the next line the first of a new chain, which goes on with the one that `previous` ends.
  package func begin(behind previous: ChainHead?) {
    head = previous
    isAtBeginning = true
  }

  /// Goes on behind a line that is there.
  ///
  /// - Returns: its head, or nil if it has no place in a chain: then nothing has changed.
  /// - Throws: when its tag is that of no key.
  package func resume(behind line: Bytes) throws(SealingFault) -> ChainHead? {
    let reader = EnvelopeReader()
    guard case .token(let token, let text?)? = try? reader.read(line) else { return nil }
    return try withExtendedLifetime(reader) { () throws(SealingFault) -> ChainHead? in
      let digest = try DigestContext().digest(token)
      guard let link = ChainLink(text) else { throw .notAChain }
      for key in keys where try key.makeChainAuthenticator().isAuthentic(link, digest: digest) {
        head = link.head
        isAtBeginning = false
        return link.head
      }
      throw .chainNotAuthentic
    }
  }

  /// The first line of a chain, if the next line needs one before it: then the lines that come follow it.
  ///
  /// - Returns: the line, valid until the next call.
  package func linkBeginning() throws(SealingFault) -> Bytes? {
    guard isAtBeginning else { return nil }
    output.removeAll(keepingAtMost: 4 * BlockReader.blockSize)
    head = try begin(readyAuthenticator())
    return output.bytes
  }

  /// Gives the next `count` lines their places.
  ///
  /// - Parameter lines: objects, each ended by `}` and LF.
  /// - Returns: the lines as they are to be written, valid until the next call.
  package func link(_ lines: Bytes, count: Int) throws(SealingFault) -> Bytes {
    output.removeAll(keepingAtMost: 4 * BlockReader.blockSize)
    let authenticator = try readyAuthenticator()
    guard used + count <= digests.count, count > 0 else { return output.bytes }
    var head = isAtBeginning ? try begin(authenticator) : head
    var start = 0
    for digest in digests[used..<(used + count)] {
      guard let last = head, let end = lines.firstOffset(of: UInt8(ascii: "\n"), from: start) else {
        throw .libraryFailed
      }
      output.append(lines.slice(start, end - 1))
      let previous = Chain.previous(last.tag)
      let tag = try authenticator.tag(id: last.id, number: last.number + 1, previous: previous, digest: digest)
      let next = ChainHead(id: last.id, number: last.number + 1, tag: tag)
      endLine(ChainLink(head: next, previous: previous))
      head = next
      start = end + 1
    }
    used += count
    self.head = head
    return output.bytes
  }

  private func begin(_ authenticator: ChainAuthenticator) throws(SealingFault) -> ChainHead {
    guard let key = keys.first else { throw .libraryFailed }
    let genesis = Genesis(name: name, previous: head)
    let text = ByteBuffer()
    genesis.append(to: text)
    output.append(Envelope.prefix)
    let start = output.count
    try FernetSealer(key).seal(text.bytes, time: UInt64(clamping: Clock.unixSeconds), into: output)
    let digest = try DigestContext().digest(output.bytes.slice(start, output.count))
    output.append("\"")
    let id = try Chain.newID()
    let tag = try authenticator.tag(id: id, number: 0, previous: genesis.previousTag, digest: digest)
    let first = ChainHead(id: id, number: 0, tag: tag)
    endLine(ChainLink(head: first, previous: genesis.previousTag))
    isAtBeginning = false
    return first
  }

  /// Ends a line with its member `chain`.
  @inline(__always)
  private func endLine(_ link: ChainLink) {
    output.append(Chain.memberPrefix)
    link.append(to: output)
    output.append("\"}\n")
  }

  private func readyAuthenticator() throws(SealingFault) -> ChainAuthenticator {
    if let authenticator { return authenticator }
    guard let key = keys.first else { throw .libraryFailed }
    let made = try key.makeChainAuthenticator()
    authenticator = made
    return made
  }
}
