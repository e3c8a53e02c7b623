import Testing

@testable import Core

@Suite struct SalvageTests {
  @Test(arguments: [
    (#"{"a":1}"#, ["kept 7"]), (#" {"a":1} "#, ["kept 9"]), (#"12"#, ["kept 2"]), ("", ["space 0"]),
    ("  ", ["space 2"]),
    (#"{"a":1}{"b":2}"#, ["kept 7", "kept 7"]), (#"{"a":1} [2]"#, ["kept 7", "space 1", "kept 3"]),
    (#"{"a":"trun{"b":1}"#, ["tornRecord 10", "kept 7"]), (#"{"a":[1,{"b":"x"}{"c":2}"#, ["tornRecord 17", "kept 7"]),
    (#"{"a":1}{"b":"tr{"c":1}"#, ["kept 7", "tornRecord 8", "kept 7"]),
    (#"{"a":"t{"a":"u{"a":3}"#, ["tornRecord 14", "kept 7"]),
    (#"{"a":"t{"a":2}{"a":3}"#, ["tornRecord 7", "kept 7", "kept 7"]),
    (#"{"a":"t\{"a":2}"#, ["tornRecord 8", "kept 7"]), (#"{"a":"t\u12{"a":2}"#, ["tornRecord 11", "kept 7"]),
    (#"{"a":tr{"a":2}"#, ["tornRecord 7", "kept 7"]), (#"{"a":"t[1,"x"]"#, ["tornRecord 7", "kept 7"]),
    ("\0\0{\"a\":1}\0", ["nulBytes 2", "kept 7", "nulBytes 1"]), ("\0 \0", ["nulBytes 3"]),
    ("{\"a\":\"x\0\0\0\0\0\0\0\0\0{\"a\":1}", ["tornRecord 7", "nulBytes 9", "kept 7"]),
    ("\u{FEFF}{\"a\":1}", ["byteOrderMark 3", "kept 7"]), (#"{"a" 1}"#, ["malformed 7"]), ("{}x", ["malformed 3"]),
    (#"xx"}{"b":1}"#, ["tornRecord 4", "kept 7"]),
    // A record behind a torn one, and not the same record: what both begin with decides.
    (#"{"a":{"a":1}"#, ["tornRecord 5", "kept 7"]), (#"{"a":{"b":1}"#, ["malformed 12"]),
    (#"{"a":1,"c":[{"a":1}"#, ["malformed 19"]), (#"{"a":1,"c":[{"a":1,"c":2}"#, ["tornRecord 12", "kept 13"]),
    // Parts of something are not records.
    (#"[1],2]"#, ["malformed 6"]), (#"{"a":1}"b":2}"#, ["malformed 13"]), (#"{"a":"see [1]"#, ["malformed 13"]),
    (#"{"a":#,"b":[1]"#, ["malformed 14"]), (#""a":{"b":1}"#, ["malformed 11"]), (#"info: {}"#, ["malformed 8"]),
    (#"{"a":"x"}"}"#, ["malformed 11"]), (#"{"a":1}{"b":tr"#, ["kept 7", "malformed 7"]),
    (#"12 true"#, ["malformed 7"]), (#"{"a":1}12"#, ["malformed 9"]),
  ])
  func anEndedLineIsParted(line: String, parts: [String]) {
    #expect(Self.parts(Array(line.utf8), isTerminated: true).map(\.text) == parts)
  }

  @Test(arguments: [
    (#"{"a":1}"#, ["kept 7"]), (#"12"#, ["tornTail 2"]), (#"true"#, ["tornTail 4"]), ("12 ", ["kept 3"]),
    (#""a""#, ["kept 3"]), (#"{"a":"tr"#, ["tornTail 8"]), (#"{"a":1}{"b":"#, ["kept 7", "tornTail 5"]),
    (#"{"a":"trun{"b":1}"#, ["tornRecord 10", "kept 7"]), (#"{"a":{"a":1}"#, ["tornTail 12"]),
    (#"{"a":[1,[2]"#, ["tornTail 11"]), ("{\"a\":\"tr\0\0", ["tornTail 8", "nulBytes 2"]),
    (#"{"a" 1}"#, ["malformed 7"]),
  ])
  func aLineWithoutItsEndIsParted(line: String, parts: [String]) {
    #expect(Self.parts(Array(line.utf8), isTerminated: false).map(\.text) == parts)
  }

  /// Twenty records of the shapes that agents write.
  private static let records: [[UInt8]] = (0..<20).map { index in
    let text =
      switch index % 5 {
      case 0: #"{"role":"user","content":"message \#(index) {\"x\":[1]} é😀 [1] {}"}"#
      case 1: #"{"role":"assistant","content":[{"type":"text","text":"t\#(index)"},{"type":"tool_use","input":{}}]}"#
      case 2: #"{"role":"tool","tool_call_id":"c\#(index)","content":"\u0041\\\n"}"#
      case 3: #"{"role": "assistant", "content": null, "n": [\#(index), -1.5e3, true, {"role": []}]}"#
      default: #"{"role":"user","content":{"deep":{"deeper":[[\#(index)],[{}]]}}}"#
      }
    return Array(text.utf8)
  }

  private static let file: [UInt8] = Array(records.map { $0 + [UInt8(ascii: "\n")] }.joined())

  @Test func aTornTailCostsItsRecordAlone() {
    for size in 0...Self.file.count {
      let result = Self.salvage(Array(Self.file[..<size]))
      var expected: [[UInt8]] = []
      var end = 0
      for record in Self.records {
        guard end + record.count <= size else { break }
        expected.append(record)
        end += record.count + 1
      }
      if result.kept != expected { Issue.record("cut at \(size)") }
    }
  }

  @Test func anAppendBehindATornRecordIsFound() {
    let appended = Array(#"{"role":"assistant","content":"after","n":1,"tool_call_id":"x"}"#.utf8)
    for (index, record) in Self.records.enumerated() {
      for size in 1..<record.count {
        let line = Array(record[..<size]) + appended + [UInt8(ascii: "\n")]
        let result = Self.salvage(Self.lines(0..<index) + line + Self.lines(index + 1..<20))
        var expected = Self.records
        expected[index] = appended
        if result.kept != expected { Issue.record("record \(index), cut at \(size)") }
      }
    }
  }

  @Test func aLostNewlineIsMadeGood() {
    for index in 0..<19 {
      let result = Self.salvage(Self.lines(0..<index) + Self.records[index] + Self.lines(index + 1..<20))
      #expect(result.kept == Self.records, "record \(index)")
    }
  }

  @Test(arguments: [1, 7, 4096])
  func nulBytesBetweenRecordsGo(size: Int) {
    let block = [UInt8](repeating: 0, count: size)
    for index in 0..<20 {
      for isEnded in [true, false] {
        let bytes = Self.lines(0..<index) + block + (isEnded ? [UInt8(ascii: "\n")] : []) + Self.lines(index..<20)
        #expect(Self.salvage(bytes).kept == Self.records, "before record \(index)")
      }
    }
    #expect(Self.salvage(Self.file + block).kept == Self.records)
  }

  /// Whatever byte is overwritten, left out, put in, or ends the line too early: nothing comes back that was not
  /// written. Lines are parted one by one, so that the other lines come back needs no proof.
  @Test(arguments: [0, UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "x"), 0x80, 0xFF, 0x01])
  func aDamagedByteInventsNothing(byte: UInt8) {
    for record in Self.records {
      for place in record.indices {
        var overwritten = record
        overwritten[place] = byte
        var removed = record
        removed.remove(at: place)
        var inserted = record
        inserted.insert(byte, at: place)
        for line in [overwritten, removed, inserted, Array(record[..<place])] {
          let kept = Self.parts(line, isTerminated: true).filter { $0.fate == .kept }.map(\.bytes)
          // A line that is still JSON is another record, and who should know; else it is the record or nothing.
          let isRight = Self.accepts(line) ? kept == [line] : kept.isEmpty || kept == [record]
          if !isRight { Issue.record("place \(place) of \(String(decoding: line, as: UTF8.self))") }
        }
      }
    }
  }

  private struct Part {
    var bytes: [UInt8]
    var fate: Salvage.Fate
    var text: String {
      let name = String(describing: fate)
      return "\(name.prefix { $0 != "(" }) \(bytes.count)"
    }
  }

  private static func parts(_ line: [UInt8], isTerminated: Bool) -> [Part] {
    var salvage = Salvage()
    var parts: [Part] = []
    line.withUnsafeBufferPointer { line in
      salvage.part(line, isTerminated: isTerminated) { parts.append(Part(bytes: Array(line[$0]), fate: $1)) }
    }
    // The law of every parting: nothing is missing and nothing comes twice.
    if Array(parts.map(\.bytes).joined()) != line { Issue.record("the parts are not the line") }
    return parts
  }

  private static func salvage(_ file: [UInt8]) -> (kept: [[UInt8]], rest: [[UInt8]]) {
    var kept: [[UInt8]] = []
    var rest: [[UInt8]] = []
    var start = 0
    while start < file.count {
      let end = file[start...].firstIndex(of: UInt8(ascii: "\n"))
      for part in parts(Array(file[start..<(end ?? file.count)]), isTerminated: end != nil) {
        if part.fate == .kept { kept.append(part.bytes) } else { rest.append(part.bytes) }
      }
      start = (end ?? file.count) + 1
    }
    return (kept, rest)
  }

  private static func lines(_ range: Range<Int>) -> [UInt8] {
    Array(records[range].map { $0 + [UInt8(ascii: "\n")] }.joined())
  }

  private static func accepts(_ text: [UInt8]) -> Bool {
    var scanner = JSONScanner()
    return text.withUnsafeBufferPointer { scanner.accepts($0) }
  }
}
