/// A log from which the first keys of evolving chains are taken, for an input that holds only later lines of it.
package final class GenesisFile {
  private let name: String
  private let descriptor: Descriptor
  /// Where the genesis lines stand that the file seems to have; the first of each chain counts.
  private var places: [UInt64: Range<Int>] = [:]
  private let opener: JWEOpener

  /// Looks for genesis lines in a log.
  ///
  /// - Parameter keys: those that open it.
  /// - Throws: when it cannot be read, or is no regular file.
  /// - Complexity: O(size of the file). No line is opened before its key is asked for.
  package init(_ path: String, keys: KeyRing, maximumLineSize: Int) throws {
    name = path
    let input = try Input.open(path)
    guard input.status.kind == .regular else { throw Fault.notRegular(path) }
    opener = JWEOpener(keys.web)
    descriptor = try SystemError.naming(.open, path, try Descriptor.open(path, .read))
    let reader = BlockReader(input.descriptor, name: path, maximumLineSize: maximumLineSize)
    let jwes = JWEReader()
    while let block = try reader.next() {
      guard case .lines(let lines) = block.contents else { continue }
      for line in LineSequence(lines, firstLine: block.firstLine, offset: block.offset) {
        guard
          let jwe = try? jwes.read(line.bytes), let link = jwe.chain.flatMap(ChainLink.init), link.head.number == 0,
          places[link.head.id] == nil
        else { continue }
        places[link.head.id] = line.offset..<line.offset + line.bytes.count
      }
    }
  }

  deinit {
    try? descriptor.close()
  }

  /// Why a file is not searched.
  package enum Fault: DescribedError, Equatable {
    case notRegular(String)

    package var location: Location? {
      switch self {
      case .notRegular(let path): Location(path)
      }
    }
    package var message: String { "not a regular file, in which genesis lines can be looked up" }
  }

  /// The first key of a chain, if its genesis line is here and authentic.
  func key(of id: UInt64) throws(SealingFault) -> ChainSecret? {
    guard let place = places[id], let line = read(place) else { return nil }
    defer { withExtendedLifetime(line) {} }
    let plaintext = ByteBuffer(capacity: line.count)
    defer { plaintext.wipe(to: 0) }
    guard let jwe = try? JWEReader().read(line.bytes), let link = jwe.chain.flatMap(ChainLink.init) else { return nil }
    try opener.open(jwe, into: plaintext)
    guard let genesis = Genesis.read(plaintext.bytes), let key = genesis.key else { return nil }
    let digest = LineDigester().digest(jwe)
    return EvolvingKey(key, number: 0).isAuthentic(link, digest: digest) ? key : nil
  }

  /// A part of the file, nil if it is not there any more.
  private func read(_ place: Range<Int>) -> ByteBuffer? {
    let line = ByteBuffer(capacity: place.count)
    while line.count < place.count {
      let before = line.count
      let isRead: Void? = try? line.append(atMost: place.count - before) { (room) throws(Errno) in
        try descriptor.read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[..<(place.count - before)]),
          at: place.lowerBound + before)
      }
      guard isRead != nil, line.count > before else { return nil }
    }
    return line
  }
}
