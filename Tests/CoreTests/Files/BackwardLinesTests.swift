import Foundation
import Testing

@testable import Core

@Suite struct BackwardLinesTests {
  @Test(arguments: [1, 2, 3, 5, 8, 64, 4096]) func linesComeFromTheLastToTheFirst(_ blockSize: Int) throws {
    for text in [
      "", "\n", "a", "a\n", "a\nb", "a\nb\n", "\n\n\n", "one\n\ntwo\nthree\n\n", "no end\nof\na longer line",
    ] {
      let data = Data(text.utf8)
      let descriptor = try Self.descriptor(of: data)
      defer { try? descriptor.close() }
      var reader = BackwardLines(
        descriptor, name: "file", range: 0..<data.count, maximumLineSize: 100, blockSize: blockSize)
      var place = data.count
      var gathered: [String] = []
      while let line = try reader.next() {
        #expect(line.offset + line.bytes.count == place)
        place = line.offset
        gathered.append(line.bytes.text)
      }
      #expect(place == 0)
      let plain = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
      let expected = plain.enumerated().map { index, line in
        index < plain.count - 1 || text.hasSuffix("\n") ? "\(line)\n" : String(line)
      }
      #expect(gathered.reversed() == (text.isEmpty ? [] : expected), "\(text.debugDescription)")
      #expect(try descriptor.offset() == 0)
    }
  }

  @Test func aLineThatIsTooLongIsAnError() throws {
    let descriptor = try Self.descriptor(of: Data((String(repeating: "a", count: 1000) + "\nb\n").utf8))
    defer { try? descriptor.close() }
    var reader = BackwardLines(descriptor, name: "file", range: 0..<1003, maximumLineSize: 500, blockSize: 16)
    #expect(try reader.next()?.bytes.text == "b\n")
    #expect(throws: BackwardLines.Fault.overlong("file", offset: 1001)) { try reader.next()?.offset }
  }

  /// A file of these contents that has no name any more.
  private static func descriptor(of data: Data) throws -> Descriptor {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sealwax-\(UUID().uuidString)")
    try data.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try Descriptor.open(url.path, .read)
  }
}
