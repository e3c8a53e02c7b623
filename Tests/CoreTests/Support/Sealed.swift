import Foundation

@testable import Core

/// Short ways into the sealing types for tests.
enum Sealed {
  /// The Fernet specification's public key.
  static let specificationKey = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="

  static func key(_ text: String = specificationKey) throws -> FernetKey {
    let keys = try withBytes(text) { try KeyFile.keys(in: $0, name: "key") }
    return keys.fernet[0]
  }

  /// Calls `body` with the bytes of a text.
  static func withBytes<Result>(_ text: String, _ body: (Bytes) throws -> Result) rethrows -> Result {
    try Array(text.utf8).withUnsafeBufferPointer(body)
  }

  static func seal(_ plaintext: [UInt8], with sealer: FernetSealer) throws -> [UInt8] {
    let output = ByteBuffer()
    try plaintext.withUnsafeBufferPointer { try sealer.seal($0, time: 1_700_000_000, into: output) }
    return Array(output.bytes)
  }

  static func open(_ token: [UInt8], with opener: FernetOpener) throws -> [UInt8] {
    let output = ByteBuffer()
    _ = try token.withUnsafeBufferPointer { try opener.open($0, into: output) }
    return Array(output.bytes)
  }

  /// What a worker makes of a text, its notes and its failure.
  static func run<Worker: LineWorker>(_ text: [UInt8], through worker: inout Worker) -> (
    output: [UInt8], notes: Worker.Notes, failure: (any Error)?
  ) {
    let batch = Batch<Worker.Notes>()
    text.withUnsafeBufferPointer { bytes in
      for line in LineSequence(bytes) {
        worker.work(on: line, into: batch)
        if batch.failure != nil { break }
      }
    }
    return (Array(batch.output.bytes), batch.notes, batch.failure)
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sealwax-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ name: String, _ contents: [UInt8], mode: Int = 0o600) throws -> String {
    try Data(contents).write(to: url.appendingPathComponent(name))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    return path(name)
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
  }
}
