import Core

/// Opens what the sealed lines go to, with the chain that they continue there or begin.
struct LogOutput {
  private let arguments: Arguments
  private let console: Console
  private let keys: KeyRing
  private let isChained: Bool
  private let synchronization: AppendFile.Synchronization

  /// - Parameters:
  ///   - isChained: whether the lines are to have a chain, if the key allows it.
  ///   - synchronization: of a log that is appended to.
  init(
    _ arguments: Arguments, _ console: Console, _ keys: KeyRing, isChained: Bool,
    synchronization: AppendFile.Synchronization
  ) {
    self.arguments = arguments
    self.console = console
    self.keys = keys
    self.isChained = isChained
    self.synchronization = synchronization
  }

  /// Opens the output that the options name.
  ///
  /// - Parameters:
  ///   - linking: is told where the lines get their places.
  ///   - acknowledgement: writes a word for what has become durable.
  func open(_ linking: inout Linking, acknowledgement: Acknowledgement?) throws -> Output {
    if let path = arguments[.output] {
      if let chain = makeChain(file: path) { linking = .before(chain) }
      return try .file(path)
    }
    if let path = arguments[.append] {
      let chain = makeChain(file: path)
      let file = try AppendFile(
        path, synchronization: synchronization, tornCopy: arguments[.keepTorn],
        isWholeRecord: isWholeRecord(keys), linker: chain.map { linker($0, path: path, recordsHead: true) },
        onRepair: { [console] in console.report($0.diagnostic(of: path)) },
        onDurable: { try acknowledgement?.acknowledge($0) })
      if let chain { linking = .underLock(chain) }
      return .appending(file)
    }
    return try openStandard(&linking)
  }

  /// Opens a log that is there, sealed with any of `keys`.
  func openExisting(_ path: String, sealedWith keys: KeyRing) throws -> AppendFile {
    let status = try SystemError.naming(.open, path, try FileStatus(path: path))
    guard status.kind == .regular else { throw InPlace.Fault.notRegular(path) }
    return try AppendFile(
      path, synchronization: synchronization, tornCopy: nil, isWholeRecord: isWholeRecord(keys),
      onRepair: { [console] in console.report($0.diagnostic(of: path)) }, onDurable: { _ in })
  }

  private func openStandard(_ linking: inout Linking) throws -> Output {
    let standard = Descriptor.standardOutput
    let isFile = (try? FileStatus(of: standard))?.kind == .regular
    guard let chain = makeChain(file: isFile ? FilePath.resolved(standard.path) ?? "" : "") else {
      return .standard
    }
    guard isFile, standard.isAppending else {
      linking = .before(chain)
      return .standard
    }
    let file = try AppendFile(
      standard.path, name: "<stdout>", synchronization: .none, tornCopy: nil, isWholeRecord: isWholeRecord(keys),
      linker: linker(chain, path: "<stdout>", recordsHead: false), cutsTornEnd: false, onRepair: { _ in },
      onDurable: { _ in })
    linking = .underLock(chain)
    return .appending(file)
  }

  /// The chain of a log, nil if it is to have none.
  func makeChain(file: String) -> ChainWriter? {
    guard isChained else { return nil }
    return ChainWriter(keys, name: arguments[Seal.chainName] ?? FilePath.baseName(of: file))
  }

  private func isWholeRecord(_ keys: KeyRing) -> (Bytes) -> Bool {
    { JSONScanner.isWholeRecord($0) || FernetOpener.opens($0, with: keys.fernet) }
  }

  private func linker(_ chain: ChainWriter, path: String, recordsHead: Bool) -> LogChain {
    LogChain(chain, path: path, recordsHead: recordsHead) { [console] in console.report($0) }
  }
}
