import Foundation
import Testing

@testable import Core

@Suite struct AppendFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private final class Events {
    var repairs: [AppendFile.Repair] = []
    var durableCounts: [Int] = []
  }

  private func open(
    _ name: String, _ events: Events = Events(), synchronization: AppendFile.Synchronization = .batch,
    tornCopy: String? = nil
  ) throws -> AppendFile {
    try AppendFile(
      folder.path(name), synchronization: synchronization, tornCopy: tornCopy,
      isWholeRecord: JSONScanner.isWholeRecord, onRepair: { events.repairs.append($0) },
      onDurable: { events.durableCounts.append($0) })
  }

  private func append(_ text: String, _ count: Int, to file: AppendFile) throws {
    try Sealed.withBytes(text) { try file.append($0, recordCount: count) }
  }

  private func contents(_ name: String) throws -> String {
    String(decoding: try folder.read(name), as: UTF8.self)
  }

  @Test func aNewLogIsPrivate() throws {
    let events = Events()
    let file = try open("log", events)
    #expect(try FileStatus(path: folder.path("log")).mode == 0o600)
    try append("{}\n[]\n", 2, to: file)
    try append("1\n", 1, to: file)
    #expect(try contents("log") == "{}\n[]\n1\n")
    #expect(events.durableCounts == [2, 1])
    #expect(events.repairs.isEmpty)
    try file.close()
  }

  @Test func eachRecordIsAcknowledgedAloneIfAsked() throws {
    let events = Events()
    let file = try open("log", events, synchronization: .record)
    try append("{}\n[]\n1\n", 3, to: file)
    #expect(try contents("log") == "{}\n[]\n1\n")
    #expect(events.durableCounts == [1, 1, 1])
  }

  @Test func theEndIsMended() throws {
    let long = String(repeating: "x", count: 200_000)
    let table: [(before: String, after: String, repairs: [AppendFile.Repair])] = [
      ("", "", []), ("{}\n", "{}\n", []),
      ("{}\n{\"a\":", "{}\n", [.cutTornRecord(offset: 3, size: 5)]),
      ("{\"a\":", "", [.cutTornRecord(offset: 0, size: 5)]),
      ("{}\n{\"a\":\"\(long)", "{}\n", [.cutTornRecord(offset: 3, size: 200_006)]),
      ("{}\n\0\0\0", "{}\n", [.cutNulBytes(offset: 3, size: 3)]),
      ("\0\0", "", [.cutNulBytes(offset: 0, size: 2)]),
      ("{}\n{\"a\":\0\0", "{}\n", [.cutNulBytes(offset: 8, size: 2), .cutTornRecord(offset: 3, size: 5)]),
      ("{}\n" + String(repeating: "\0", count: 200_000), "{}\n", [.cutNulBytes(offset: 3, size: 200_000)]),
      ("{}\n{\"b\":2}", "{}\n{\"b\":2}\n", [.addedNewline(offset: 10)]),
      ("{}\n{\"b\":2}\0", "{}\n{\"b\":2}\n", [.cutNulBytes(offset: 10, size: 1), .addedNewline(offset: 10)]),
      ("{}\n12", "{}\n", [.cutTornRecord(offset: 3, size: 2)]),
    ]
    for (before, after, repairs) in table {
      _ = try folder.write("log", Array(before.utf8))
      let events = Events()
      let file = try open("log", events)
      #expect(try contents("log") == after)
      #expect(events.repairs == repairs)
      try append("[]\n", 1, to: file)
      #expect(try contents("log") == after + "[]\n")
      #expect(events.repairs == repairs)
    }
  }

  @Test func anEndThatIsTornWhileTheLogIsOpenIsMendedToo() throws {
    let file = try open("log")
    try append("{}\n", 1, to: file)
    _ = try folder.write("log", Array("{}\n{\"torn".utf8))
    try append("[]\n", 1, to: file)
    #expect(try contents("log") == "{}\n[]\n")
  }

  @Test func whatIsCutCanBeKept() throws {
    _ = try folder.write("log", Array("{}\n{\"a\":".utf8))
    _ = try open("log", tornCopy: folder.path("torn"))
    #expect(try contents("torn") == "{\"a\":\n")
    #expect(try contents("log") == "{}\n")
  }

  @Test func aRotatedLogIsOpenedAnew() throws {
    let file = try open("log")
    try append("1\n", 1, to: file)
    try FileManager.default.moveItem(atPath: folder.path("log"), toPath: folder.path("log.1"))
    try append("2\n", 1, to: file)
    #expect(try contents("log.1") == "1\n")
    #expect(try contents("log") == "2\n")
    #expect(try FileStatus(path: folder.path("log")).mode == 0o600)
  }

  @Test func twoWritersTakeTurns() throws {
    let first = try open("log")
    let second = try open("log")
    for number in 0..<50 {
      try append("{\"first\":\(number)}\n", 1, to: first)
      try append("{\"second\":\(number)}\n", 1, to: second)
    }
    let lines = try contents("log").split(separator: "\n")
    #expect(lines == (0..<50).flatMap { ["{\"first\":\($0)}", "{\"second\":\($0)}"] })
  }

  @Test func whatIsNotARegularFileIsRefused() throws {
    #expect(throws: AppendFile.Fault.notRegular("/dev/null")) {
      try AppendFile(
        "/dev/null", synchronization: .batch, tornCopy: nil, isWholeRecord: { _ in true }, onRepair: { _ in },
        onDurable: { _ in })
    }
  }
}
