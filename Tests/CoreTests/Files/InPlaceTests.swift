import Foundation
import Testing

@testable import Core

@Suite struct InPlaceTests {
  @Test func aFileIsRewrittenOnlyIfItChanges() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("file", Array("old\n".utf8), mode: 0o640)
    let before = try FileStatus(path: path)
    try rewrite(path, as: "old\n")
    #expect(try FileStatus(path: path) == before)
    for text: StaticString in ["new\n", "longer\n"] {
      let before = try FileStatus(path: path)
      try rewrite(path, as: text)
      #expect(try folder.read("file") == Array(Bytes(text)))
      #expect(try FileStatus(path: path).identity != before.identity)
      #expect(try FileStatus(path: path).mode == 0o640)
    }
    try InPlace.rewrite(path) { _, output in
      try output.write(Bytes("unwanted\n"), recordCount: 1)
      return .keepOld
    }
    #expect(try folder.read("file") == Array("longer\n".utf8))
  }

  private func rewrite(_ path: String, as text: StaticString) throws {
    try InPlace.rewrite(path) { _, output in
      try output.write(Bytes(text), recordCount: 1)
      return .commit
    }
  }

  @Test func aFailureLeavesTheFileAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("file", Array("old\n".utf8))
    #expect(throws: SealingFault.notSealed) {
      try InPlace.rewrite(path) { _, output in
        try output.write(Bytes("new\n"), recordCount: 1)
        throw SealingFault.notSealed
      }
    }
    #expect(try folder.read("file") == Array("old\n".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["file"])
  }
}
