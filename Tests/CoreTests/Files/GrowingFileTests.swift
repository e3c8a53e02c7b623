import Foundation
import Testing

@testable import Core

@Suite struct GrowingFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("growing-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func whatIsAppendedIsGivenOnce() throws {
    let file = try growing("log", "one\n", from: 0)
    #expect(try next(file) == "one\n")
    #expect(try next(file) == "")
    try append("two\n", to: "log")
    #expect(try next(file) == "two\n")
    #expect(file.offset == 8)
  }

  @Test func aFileThatWasCutIsKnownWhateverItsSize() throws {
    for text in ["", "x\n", "new\n", "longer than it was before\n"] {
      let file = try growing("log", "one\n", from: 4)
      try Data(text.utf8).write(to: folder.appendingPathComponent("log"))
      #expect(try next(file) == nil, "\(text)")
      file.restart()
      #expect(try next(file) == text)
    }
  }

  @Test func aCopyMadeBeforeTheCutHasTheRest() throws {
    let file = try growing("app.log", "one\ntwo\nthree\n", from: 4)
    try Data("one\ntwo\nthree\n".utf8).write(to: folder.appendingPathComponent("app.log.1"))
    try Data("another\ntwo\nthree\n".utf8).write(to: folder.appendingPathComponent("app.log.2"))
    try Data("one\ntwo\nthree\n".utf8).write(to: folder.appendingPathComponent("other.log"))
    let handle = try FileHandle(forWritingTo: folder.appendingPathComponent("app.log"))
    try handle.truncate(atOffset: 0)
    #expect(try next(file) == nil)
    let copy = try #require(file.copiesBeforeCut().first)
    #expect(file.copiesBeforeCut().count == 1)
    #expect(copy.input.name.hasSuffix("app.log.1"))
    #expect(try next(copy) == "two\nthree\n")
  }

  @Test func copiesOfSeveralCutsComeOneAfterTheOther() throws {
    let file = try growing("app.log", "one\ntwo\n", from: 4)
    try Data("one\ntwo\n".utf8).write(to: folder.appendingPathComponent("app.log.3"))
    try Data("three\n".utf8).write(to: folder.appendingPathComponent("app.log.2"))
    try Data("four\n".utf8).write(to: folder.appendingPathComponent("app.log.1"))
    try FileHandle(forWritingTo: folder.appendingPathComponent("app.log")).truncate(atOffset: 0)
    #expect(try file.copiesBeforeCut().map { try next($0) } == ["two\n", "three\n", "four\n"])
  }

  @Test func aPlaceBehindTheEndWaitsForIt() throws {
    let file = try growing("log", "one\n", from: 8)
    #expect(try next(file) == "")
    try append("two\nthree\n", to: "log")
    #expect(try next(file) == "three\n")
  }

  @Test func rotatedFilesComeInTheirOrder() throws {
    for name in ["log", "log.1", "log.2", "log.3", "log.4", "log.2.gz", "logger.1", "log-20261103", "log-20261121"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    let files = RotatedFiles(of: folder.appendingPathComponent("log").path)
    let names = { (old: String) in
      files.paths(between: folder.appendingPathComponent(old).path).map { FilePath.baseName(of: $0) }
    }
    #expect(names("log.4") == ["log.3", "log.2", "log.1"])
    #expect(names("log.1") == [])
    #expect(names("log-20261103") == ["log-20261121"])
    #expect(names("elsewhere") == [])
  }

  // MARK: Help

  private func growing(_ name: String, _ text: String, from offset: Int) throws -> GrowingFile {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return try GrowingFile(try Input.open(url.path), offset: offset)
  }

  private func append(_ text: String, to name: String) throws {
    let handle = try FileHandle(forWritingTo: folder.appendingPathComponent(name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
  }

  /// What is new, nil if the file was cut.
  private func next(_ file: GrowingFile) throws -> String? {
    let buffer = ByteBuffer()
    switch try file.read(atMost: 1 << 16, into: buffer) {
    case .none: return ""
    case .appended(let bytes): return bytes.text
    case .cut: return nil
    }
  }
}
