import Foundation
import Testing

@testable import Core

@Suite struct InPlaceTests {
  @Test func aFileIsRewrittenOnlyIfItChanges() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("file", Array("old\n".utf8), mode: 0o640)
    let before = try FileStatus(path: path)
    try InPlace.rewrite(path) { _, output in try output.write(Bytes("old\n"), recordCount: 1) }
    #expect(try FileStatus(path: path) == before)
    for text: StaticString in ["new\n", "longer\n"] {
      let before = try FileStatus(path: path)
      try InPlace.rewrite(path) { _, output in try output.write(Bytes(text), recordCount: 1) }
      #expect(try folder.read("file") == Array(Bytes(text)))
      #expect(try FileStatus(path: path).identity != before.identity)
      #expect(try FileStatus(path: path).mode == 0o640)
    }
    try InPlace.rewrite(path) { _, _ in }
    #expect(try folder.read("file").isEmpty)
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
