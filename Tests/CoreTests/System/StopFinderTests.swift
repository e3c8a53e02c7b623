import Glibc
import Reference
import Testing

@testable import Core

@Suite struct StopFinderTests {
  /// Every byte is a stop or none for both, at every place of a text of every size up to four steps.
  @Test func bothWaysFindTheFirstStop() {
    for byte in UInt8.min...UInt8.max {
      let isStop = byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      for size in [1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64] {
        for place in 0..<size {
          var text = [UInt8](repeating: UInt8(ascii: "a"), count: size)
          text[place] = byte
          for start in [0, 1, 3, place] where start <= place {
            let expected = isStop ? place : size
            if found(text, start, PlainStopFinder.self) != expected { Issue.record("plain: \(byte) \(size) \(place)") }
            if found(text, start, FastestStopFinder.self) != expected { Issue.record("wide: \(byte) \(size) \(place)") }
          }
        }
      }
    }
  }

  @Test func bothWaysFindTheFirstOfMany() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...70, using: &random)).map { _ in
        Int.random(in: 0..<20, using: &random) == 0
          ? UInt8.random(in: .min ... .max, using: &random) : UInt8.random(in: 0x23...0x5B, using: &random)
      }
      let start = Int.random(in: 0...text.count, using: &random)
      let plain = found(text, start, PlainStopFinder.self)
      if plain != found(text, start, FastestStopFinder.self) { Issue.record("\(text) from \(start)") }
    }
  }

  /// A text at the end of a page behind which nothing may be read, and at the start of one.
  @Test func nothingOutsideOfTheTextIsRead() throws {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let memory = try #require(mmap(nil, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(memory, 3 * page) }
    let middle = memory + page
    #expect(mprotect(middle, page, PROT_READ | PROT_WRITE) == 0)
    let texts = [
      #"{"a":[1,-2.5e+10,true,false,null],"b":{"c":"d\n\u00e9\ud83d\ude00é€😀"}, "e" : [ ] }"#,
      #"["a string of more than sixteen bytes","x",12345678901234567890]"#, #""é€😀\u0041\ud800""#, "12", "true",
    ]
    for text in texts.map({ Array($0.utf8) }) {
      for size in 0...text.count {
        for start in [middle, middle + (page - size)] {
          start.copyMemory(from: text, byteCount: size)
          let bytes = Bytes(start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: size)
          let log = ScanLog(of: bytes, stops: FastestStopFinder.self)
          #expect(log == ScanLog(of: bytes, stops: PlainStopFinder.self))
          #expect((log.error == nil) == (size == text.count || (text.count == 2 && size > 0)))
          _ = try? RecordChecker().check(bytes)
          _ = UTF8Validator.firstFault(in: bytes)
        }
      }
    }
  }

  private func found<Stops: StopFinder>(_ text: [UInt8], _ start: Int, _ stops: Stops.Type) -> Int {
    withSlack(text, before: 5, after: 20) { text in
      text.baseAddress.map { stops.firstStop(in: $0, from: start, count: text.count) } ?? 0
    }
  }
}
