import Glibc
import Testing

@testable import Core

/// Both ends of a pipe.
final class BytePipe: @unchecked Sendable {
  let input: Descriptor
  private var output: Descriptor?

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    input = Descriptor(rawValue: ends[0])
    output = Descriptor(rawValue: ends[1])
  }

  deinit {
    try? input.close()
    closeOutput()
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try output?.writeAll($0) }
  }

  func closeOutput() {
    try? output?.close()
    output = nil
  }

  /// Reads what nobody wants, to the end.
  func drain() throws {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while try room.withUnsafeMutableBytes({ try input.read(into: $0) }) > 0 {}
  }
}

/// Writes pieces from a second thread, which gives the reader every chance to see them apart.
struct Feeder {
  let pipe: BytePipe
  let pieces: [[UInt8]]

  /// Calls `body` while the pieces are written; what it leaves unread is thrown away.
  func run(_ body: () throws -> Void) throws {
    let writer = Core.Thread { [pipe, pieces] in
      for piece in pieces {
        try? pipe.write(piece)
        sched_yield()
      }
      pipe.closeOutput()
    }
    let thread = try #require(writer)
    defer { thread.join() }
    try body()
    try pipe.drain()
  }
}
