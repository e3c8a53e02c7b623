import Foundation
import Testing

@testable import Core

@Suite struct BackwardReaderTests {
  @Test(arguments: [1, 2, 3, 7, 64, 4096]) func piecesAreTheFileFromItsEnd(_ blockSize: Int) throws {
    let data = Data((0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try withFile(data) { descriptor in
      var reader = BackwardReader(descriptor, name: "file", range: 5..<998, blockSize: blockSize)
      var gathered = Data()
      var place = 998
      while let piece = try reader.next() {
        #expect(piece.offset + piece.bytes.count == place)
        place = piece.offset
        gathered = Data(piece.bytes) + gathered
      }
      #expect(gathered == data[5..<998])
      #expect(try descriptor.offset() == 0)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 64]) func theLastLinesStartWhereThePlainWayFindsThem(_ blockSize: Int) throws {
    for text in ["", "\n", "a", "a\n", "a\nb", "a\nb\n", "\n\n\n", "one\n\ntwo\nthree\n\n", "no end\nof\nline"] {
      let data = Data(text.utf8)
      try withFile(data) { descriptor in
        for first in 0...data.count {
          for count in 0...7 {
            var reader = BackwardReader(descriptor, name: "file", range: first..<data.count, blockSize: blockSize)
            let start = try reader.startOfLastLines(count, endedBy: UInt8(ascii: "\n"))
            #expect(start == Self.plainStart(of: count, in: data, from: first), "\(text.debugDescription) \(count)")
          }
        }
      }
    }
  }

  @Test func aFileThatWasCutGivesWhatIsLeft() throws {
    try withFile(Data("a\nb\nc\n".utf8)) { descriptor in
      var reader = BackwardReader(descriptor, name: "file", range: 0..<100, blockSize: 64)
      let counts = [try reader.next()?.bytes.count, try reader.next()?.bytes.count, try reader.next()?.bytes.count]
      #expect(counts == [0, 6, nil])
    }
  }

  @Test func aFailedReadNamesTheFile() throws {
    var reader = BackwardReader(Descriptor(rawValue: -1), name: "file", range: 0..<1)
    do throws(SystemError) {
      _ = try reader.next()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.message == "cannot read: bad file descriptor")
    }
  }

  /// Splits the part into lines and counts them.
  private static func plainStart(of count: Int, in data: Data, from first: Int) -> Int {
    var starts: [Int] = []
    var start = first
    while start < data.count {
      starts.append(start)
      start = (data[start...].firstIndex(of: 0x0A) ?? data.count - 1) + 1
    }
    if count == 0 { return data.count }
    return starts.count < count ? first : starts[starts.count - count]
  }

  private func withFile(_ data: Data, _ body: (Descriptor) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sealwax-\(UUID().uuidString)")
    try data.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let descriptor = try Descriptor.open(url.path, .read)
    defer { try? descriptor.close() }
    try body(descriptor)
  }
}
