import Core

struct Seal {
  static let command = Command(
    name: "seal", summary: "Seal each line of JSON Lines into a line of its own",
    synopses: [
      "[OPTION]... [FILE]...", "--rekey --old-key-file=FILE -i [OPTION]... FILE...", "--new-key=FILE",
      "--new-key-pair=FILE [--curve=NAME]", "--print-head=FILE",
    ],
    options: [
      .keyFile, .keyDescriptor, .insecureKeyFile, newKey, newKeyPair, curve, bare, whole, raw, .field,
      noChain, chainName, printHead,
      .output, .append, .inPlace, rekey, oldKeyFile, acknowledge,
      acknowledgeReady, .synchronization, .keepTorn, .threads, .maximumLineSize, .progress, .quiet,
    ],
    examples: ["seal --new-key key", "redact < turn.json | seal -k key -a session.jsonl"])

  private static let newKey = Option("new-key", .required("FILE", .files), help: "write a new key to FILE, and no more")
  private static let newKeyPair = Option(
    "new-key-pair", .required("FILE", .files), help: "write a new key pair to FILE and FILE.pub")
  private static let curve = Option(
    "curve", .required("NAME", .oneOf(["P-256", "X25519"])), help: "the curve of --new-key-pair (P-256)")
  private static let bare = Option("bare", help: "write the token alone, without an object around it")
  private static let whole = Option("whole", help: "seal the whole text as one token")
  private static let raw = Option("raw", help: "with --whole, seal any bytes as they are")
  private static let noChain = Option("no-chain", help: "let each line stand alone, not bound to the one before")
  static let chainName = Option("name", .required("NAME"), help: "call the log NAME in its first line")
  private static let printHead = Option(
    "print-head", .required("FILE", .files), help: "print the head of the log FILE, to ask unseal for it")
  private static let rekey = Option("rekey", help: "with -i, seal the lines of sealed FILEs under another key")
  static let oldKeyFile = Option(
    "old-key-file", .required("FILE", .files), help: "with --rekey, take keys that open from FILE (repeatable)")
  private static let acknowledge = Option(
    "ack", .optional("WORD"), help: "with -a, write WORD (OK) for each line once it is durable")
  private static let acknowledgeReady = Option(
    "ack-ready", help: "with -a, write the word once more when the log is open")

  private enum Form {
    case records(Envelope)
    case fields(Fields)
    case whole
  }

  private enum Sealing {
    case records(Pipeline<RecordSealer>, Linking)
    case fields(Pipeline<FieldSealer>, Fields)
    case whole(WholeSealer)
  }

  private let arguments: Arguments
  private let console: Console
  private let form: Form
  private let maximumLineSize: Int
  private let threadCount: Int
  private let synchronization: AppendFile.Synchronization
  private let acknowledgement: Acknowledgement?

  init(_ arguments: Arguments, _ console: Console) throws {
    try arguments.exclude(Self.bare, Self.whole)
    for option in [Self.bare, Self.whole, Self.chainName, Self.rekey] { try arguments.exclude(.field, option) }
    if arguments.has(Self.raw), !arguments.has(Self.whole) {
      throw UsageError("\(Self.raw.name) needs \(Self.whole.name)")
    }
    try arguments.exclude(.output, .append)
    try arguments.exclude(.output, .inPlace)
    try arguments.exclude(.append, .inPlace)
    try arguments.exclude(.append, Self.whole)
    for option in [Self.acknowledge, Self.acknowledgeReady, .synchronization, .keepTorn]
    where arguments.has(option) && !arguments.has(.append) {
      throw UsageError("\(option.name) needs --append")
    }
    if arguments.has(.inPlace), arguments.operands.isEmpty || arguments.operands.contains("-") {
      throw UsageError("--in-place needs a FILE")
    }
    for option in [Self.newKey, Self.newKeyPair, Self.printHead]
    where arguments.has(option) && !arguments.operands.isEmpty {
      throw UsageError("\(option.name) takes no FILE to seal")
    }
    try arguments.exclude(Self.newKey, Self.newKeyPair)
    if arguments.has(Self.curve), !arguments.has(Self.newKeyPair) {
      throw UsageError("\(Self.curve.name) needs \(Self.newKeyPair.name)")
    }
    if arguments.has(Self.rekey) {
      try arguments.exclude(Self.rekey, Self.whole)
      for option in [Option.inPlace, Self.oldKeyFile] where !arguments.has(option) {
        throw UsageError("\(Self.rekey.name) needs \(option.name)")
      }
    } else if arguments.has(Self.oldKeyFile) {
      throw UsageError("\(Self.oldKeyFile.name) needs \(Self.rekey.name)")
    }
    self.arguments = arguments
    self.console = console
    console.isQuiet = arguments.has(.quiet)
    form = try Self.form(arguments)
    maximumLineSize = try arguments.maximumLineSize()
    threadCount = try arguments.threadCount()
    synchronization = try arguments.choice(.synchronization) ?? .batch
    acknowledgement =
      arguments.has(Self.acknowledge) || arguments.has(Self.acknowledgeReady)
      ? Acknowledgement(word: arguments[Self.acknowledge] ?? "OK") : nil
  }

  private static func form(_ arguments: Arguments) throws -> Form {
    if let fields = try Fields(arguments.all(.field)) { return .fields(fields) }
    return arguments.has(whole) ? .whole : .records(arguments.has(bare) ? .bare : .line)
  }

  func run() throws -> ExitCode {
    if let path = arguments[Self.newKey] {
      try NewKeyFile.create(at: path)
      return .done
    }
    if let path = arguments[Self.newKeyPair] {
      try NewKeyFile.createPair(at: path, on: try arguments.choice(Self.curve) ?? .p256)
      return .done
    }
    if let path = arguments[Self.printHead] {
      try Console.printStandardOutput("\(try LogChain.head(of: path).text)\n")
      return .done
    }
    let keys = try KeySources(arguments).keys()
    // Both write Fernet tokens.
    if case .web = keys.sealing, arguments.has(Self.bare) || arguments.has(Self.whole) { throw KeyFault.noFernetKey }
    try console.startProgress(arguments, size: Input.totalSize(arguments.operands))
    defer { console.endProgress() }
    if arguments.has(Self.rekey), case .records(let envelope) = form {
      return try Rekey(arguments, console, keys: keys, log: log(keys), form: envelope).run()
    }
    let status = arguments.has(.inPlace) ? try sealInPlace(keys) : try sealTogether(keys)
    if case .fields(let fields) = form { fields.warnings.forEach(console.report) }
    return status
  }

  /// All operands into one output.
  private func sealTogether(_ keys: KeyRing) throws -> ExitCode {
    var linking = Linking.none
    var output = try log(keys).open(&linking, acknowledgement: acknowledgement)
    if arguments.has(Self.acknowledgeReady) { try acknowledgement?.acknowledge(1) }
    let sealing = try makeSealing(keys, linking)
    let status = try Input.forEach(arguments.operands, onRefusal: refuse) { input in
      try seal(input, with: sealing, into: &output)
    }
    // What is to be whole would not be: neither a file that appears at once, nor a token.
    if status != .done, arguments.has(.output) || arguments.has(Self.whole) { return status }
    try finish(sealing, into: &output)
    try output.commit()
    try acknowledgement?.close()
    return status
  }

  /// Each operand into itself.
  private func sealInPlace(_ keys: KeyRing) throws -> ExitCode {
    var status = ExitCode.done
    for operand in arguments.operands {
      do {
        try InPlace.rewrite(operand) { input, output in
          let chain = log(keys).makeChain(file: operand)
          let sealing = try makeSealing(keys, chain.map(Linking.before) ?? .none)
          try seal(input, with: sealing, into: &output)
          try finish(sealing, into: &output)
          return .commit
        }
      } catch let error as any DescribedError {
        console.report(Diagnostic(error))
        status = .failed
      }
    }
    return status
  }

  private func log(_ keys: KeyRing) -> LogOutput {
    var isLine = false
    if case .records(.line) = form { isLine = true }
    return LogOutput(
      arguments, console, keys, isChained: isLine && !arguments.has(Self.noChain), synchronization: synchronization)
  }

  private func refuse(_ error: SystemError) {
    console.report(Diagnostic(error))
  }

  private func makeSealing(_ keys: KeyRing, _ linking: Linking) throws -> Sealing {
    guard let key = keys.sealing else { throw KeyFault.noKeyGiven }
    switch (form, key) {
    case (.records(let envelope), _):
      let pipeline = Pipeline(threadCount: threadCount) {
        RecordSealer(key, form: envelope, isChained: linking.isChained)
      }
      return .records(pipeline, linking)
    case (.fields(let fields), _):
      let pipeline = Pipeline(threadCount: threadCount) { [pointers = fields.pointers] in
        FieldSealer(key, fields: pointers)
      }
      return .fields(pipeline, fields)
    case (.whole, .fernet(let key)): return .whole(try WholeSealer(key, isRaw: arguments.has(Self.raw)))
    case (.whole, .web): throw KeyFault.noFernetKey
    }
  }

  private func seal(_ input: borrowing Input, with sealing: Sealing, into output: inout Output) throws {
    if case .whole(let sealer) = sealing, arguments.has(Self.raw) {
      return try sealRaw(input, sealer: sealer, into: &output)
    }
    let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
    switch sealing {
    case .whole(let sealer):
      try sealWhole(reader, name: input.name, sealer: sealer, into: &output)
    case .fields(let pipeline, let fields):
      try pipeline.run(reader, advance: console.advance) { batch in
        try output.write(batch.output.bytes, recordCount: batch.recordCount)
        fields.add(batch.notes.haveLed)
      }
    case .records(let pipeline, let linking):
      try pipeline.run(reader, advance: console.advance) { batch in
        try output.write(linking.linked(batch), recordCount: batch.recordCount)
        // Who waits for a word for each line waits for one for a blank line too, and it is as durable as it gets.
        let blankLineCount = batch.notes.blankLineCount
        if blankLineCount > 0 { try acknowledgement?.acknowledge(blankLineCount) }
      }
    }
  }

  private func sealWhole(
    _ reader: BlockReader, name: String, sealer: WholeSealer, into output: inout Output
  ) throws {
    let token = ByteBuffer(capacity: 2 * BlockReader.blockSize)
    sealer.beginInput()
    while let block = try reader.next() {
      guard case .lines(let lines) = block.contents else {
        throw LocatedError(SealingFault.overlongLine, at: Location(name, line: block.firstLine))
      }
      token.removeAll()
      try sealer.update(lines, into: token)
      try output.write(token.bytes, recordCount: 0)
      console.advance(bytes: lines.count)
    }
  }

  private func sealRaw(_ input: borrowing Input, sealer: WholeSealer, into output: inout Output) throws {
    let bytes = ByteBuffer(capacity: BlockReader.blockSize)
    let token = ByteBuffer(capacity: 2 * BlockReader.blockSize)
    while true {
      bytes.removeAll()
      try bytes.append(atMost: BlockReader.blockSize) { (room) throws(SystemError) in
        try SystemError.naming(
          .read, input.name, try input.descriptor.read(into: UnsafeMutableRawBufferPointer(room)))
      }
      guard !bytes.isEmpty else { return }
      token.removeAll()
      try sealer.update(bytes.bytes, into: token)
      try output.write(token.bytes, recordCount: 0)
      console.advance(bytes: bytes.count)
    }
  }

  private func finish(_ sealing: Sealing, into output: inout Output) throws {
    guard case .whole(let sealer) = sealing else { return }
    let token = ByteBuffer()
    try sealer.finish(into: token)
    try output.write(token.bytes, recordCount: 1)
  }
}

extension KeySources {
  fileprivate init(_ arguments: Arguments) throws {
    self.init(
      files: arguments.all(.keyFile), descriptor: try arguments.count(.keyDescriptor).map { Int32(clamping: $0) },
      isInsecureAccepted: arguments.has(.insecureKeyFile))
  }
}
