@testable import Core

/// Chains of lines under a key of one kind, and how they read.
struct SealedChain {
  /// What seals, which decides where the chain key comes from.
  enum Kind: CaseIterable, Sendable {
    case token, jwe, evolving
  }

  let key: SealingKey
  let other: SealingKey

  init(_ kind: Kind) throws {
    switch kind {
    case .token: (key, other) = (.fernet(try Sealed.key()), .fernet(try FernetKey()))
    case .jwe: (key, other) = (.web(try JSONWebKey.makeSymmetric()), .web(try JSONWebKey.makeSymmetric()))
    case .evolving: (key, other) = (.web(try JSONWebKey.makePair(.p256)), .web(try JSONWebKey.makePair(.x25519)))
    }
  }

  func writer(name: String = "") -> ChainWriter { ChainWriter(KeyRing([key]), name: name) }

  /// The lines of a chain, the genesis line first.
  func lines(_ count: Int, behind previous: ChainHead? = nil, name: String = "log") throws -> [String] {
    let writer = writer(name: name)
    writer.begin(behind: previous)
    return try append(count, with: writer)
  }

  func append(_ count: Int, with writer: ChainWriter) throws -> [String] {
    var sealer = RecordSealer(key, form: .line, isChained: true)
    let text = (0..<count).map { "{\"n\":\($0)}\n" }.joined()
    let sealed = Sealed.run(Array(text.utf8), through: &sealer)
    writer.take(sealed.notes.digests)
    let linked = try sealed.output.withUnsafeBufferPointer { try writer.link($0, count: count).text }
    return linked.split(separator: "\n").map(String.init)
  }

  /// What is wrong with lines, and how many records came out of those before.
  func check(
    _ lines: [String], allowsGaps: Bool = false, keys: ChainKeys = ChainKeys()
  ) -> (records: Int, fault: SealingFault?) {
    check(lines.map { Array($0.utf8) }, allowsGaps: allowsGaps, keys: keys)
  }

  func check(
    _ lines: [[UInt8]], allowsGaps: Bool = false, keys: ChainKeys = ChainKeys()
  ) -> (records: Int, fault: SealingFault?) {
    var opener = RecordOpener(KeyRing([other, key]))
    let result = Sealed.run(Array(lines.joined(separator: [0x0A])), through: &opener)
    var demands = LogCheck.Demands()
    demands.allowsGaps = allowsGaps
    var check = LogCheck(demands, recorded: nil, keys: keys)
    var end = 0
    for note in result.notes.lines {
      if let fault = check.judge(note, of: result.notes) { return (result.output[..<end].count { $0 == 0x0A }, fault) }
      end = note.end
    }
    return (result.output.count { $0 == 0x0A }, (result.failure as? LocatedError<SealingFault>)?.underlying)
  }
}
