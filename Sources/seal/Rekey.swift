import Core

/// `seal --rekey`: the lines of a log sealed anew, under another key, in place.
struct Rekey {
  private let arguments: Arguments
  private let console: Console
  private let keys: KeyRing
  private let oldKeys: KeyRing
  private let log: LogOutput
  private let form: Envelope
  private let threadCount: Int
  private let maximumLineSize: Int

  /// - Parameters:
  ///   - keys: the first seals; all of them may have sealed lines that are there, as the old ones have.
  ///   - log: makes the new chains.
  init(
    _ arguments: Arguments, _ console: Console, keys: KeyRing, log: LogOutput, form: Envelope
  ) throws {
    self.arguments = arguments
    self.console = console
    self.keys = keys
    self.log = log
    self.form = form
    threadCount = try arguments.threadCount()
    maximumLineSize = try arguments.maximumLineSize()
    var oldKeys = try KeySources(
      files: arguments.all(Seal.oldKeyFile), descriptor: nil, isInsecureAccepted: arguments.has(.insecureKeyFile)
    ).keys()
    oldKeys += keys
    self.oldKeys = oldKeys
  }

  /// Each operand, whether another fails or not.
  func run() -> ExitCode {
    var status = ExitCode.done
    for operand in arguments.operands {
      do {
        try rekey(operand)
      } catch let error as any DescribedError {
        console.report(Diagnostic(error))
        status = .failed
      } catch {
        status = .failed
      }
    }
    return status
  }

  private func rekey(_ path: String) throws {
    guard let sealing = keys.sealing else { throw KeyFault.noKeyGiven }
    let chain = log.makeChain(file: path)
    let pipeline = Pipeline(threadCount: threadCount) { [oldKeys, form] in
      RecordRekeyer(opening: oldKeys, sealing: sealing, form: form, isChained: chain != nil)
    }
    let file = try log.openExisting(path, sealedWith: oldKeys)
    var rekeying: Rekeying?
    try file.replace { log, lastLine, replacement in
      var work = try Rekeying(of: path, lastLine: lastLine, chain: chain)
      let reader = BlockReader(log, name: path, maximumLineSize: maximumLineSize)
      try pipeline.run(reader, advance: console.advance) { batch in
        try replacement.write(try work.link(batch))
      }
      try replacement.write(try work.finish(size: SystemError.naming(.stat, path, FileStatus(of: log).size)))
      rekeying = work
    } record: { size in
      do {
        try rekeying?.record(size: size)
      } catch let error as any DescribedError {
        // The log is rekeyed; what its head file still says is no more than that it is behind.
        console.report(Diagnostic(.warning, at: error.location, error.message))
      }
    }
    try file.close()
  }
}
