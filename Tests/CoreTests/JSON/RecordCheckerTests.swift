import Testing

@testable import Core

@Suite struct RecordCheckerTests {
  @Test(arguments: [
    (#"{"a":1,"b":2}"#, []), (#"{"a":1,"a":2}"#, [7]), (#"{"a":1,"\u0061":2}"#, [7]), (#"{"\u0061":1,"a":2}"#, [12]),
    (#"{"a":{"a":1},"b":{"a":1}}"#, []), (#"{"a":{"b":1},"a":{"b":1}}"#, [13]), (#"{"a":{"b":1,"b":2}}"#, [12]),
    (#"[{"a":1},{"a":1}]"#, []), (#"{"":1,"":2}"#, [6]), (#"{"a":1,"b":{"c":[{"d":1}]},"a":3,"a":4}"#, [27, 33]),
    (#"{"\ud800":1,"\ud801":2}"#, []), (#"{"\ud800":1,"\uD800":2}"#, [12]), (#"{"\ud800":1,"\ufffd":2}"#, []),
    (#"{"\\ud800":1,"\ud800":2}"#, []), (#"{"é":1,"\u00e9":2}"#, [8]), (#"{"a\/b":1,"a/b":2}"#, [10]),
    (#"{"12345678":1,"123456789":2,"12345678":3}"#, [28]),
  ])
  func aNameThatTheObjectHasIsFound(text: String, offsets: [Int]) throws {
    #expect(try remarks(text).filter { $0.rule == .duplicateName }.map(\.offset) == offsets)
  }

  @Test(arguments: [
    (#""\ud83d\ude00""#, []), (#""a\ud83d""#, [2]), (#"{"\ude00":"\ud83d\ud83d\ude00"}"#, [2, 11]),
  ])
  func halfASurrogatePairIsFound(text: String, offsets: [Int]) throws {
    #expect(try remarks(text).filter { $0.rule == .loneSurrogate }.map(\.offset) == offsets)
  }

  /// Names against a set a level, for objects of all sizes inside each other.
  @Test func namesAreComparedAsAPlainSetWould() throws {
    var random = SystemRandomNumberGenerator()
    for size in [3, 100, 1000, 5000] {
      var text = ""
      var expected = 0
      func object(_ depth: Int) {
        text += "{"
        var seen: Set<Int> = []
        for index in 0..<(depth == 0 ? size : 20) {
          let name = Int.random(in: 0..<size, using: &random)
          if !seen.insert(name).inserted { expected += 1 }
          text += "\(index > 0 ? "," : "")\"n\(name)\":"
          if depth < 3, index.isMultiple(of: 19) { object(depth + 1) } else { text += "1" }
        }
        text += "}"
      }
      object(0)
      #expect(try remarks(text).count == expected)
    }
  }

  /// Names that differ in one place only, plain and then escaped, in objects that have a table and in those that have
  /// none; the last stands at the very end of the text.
  @Test(arguments: [3, 31, 32, 33, 34, 100]) func namesAreTheSameWhenEscaped(size: Int) throws {
    for stem in ["", "n", "a_name_of_sixteen", String(repeating: "x", count: 100)] {
      var members = (0..<size).map { "\"\(stem)\($0)\(stem)\":{\"\(stem)\":\($0)}" }
      #expect(try remarks("{\(members.joined(separator: ","))}").isEmpty)
      members += (0..<size).map { "\"\(stem)\\u003\(String($0).first ?? "0")\(String($0).dropFirst())\(stem)\":0" }
      #expect(try remarks("{\(members.joined(separator: ","))}").count == size)
    }
    #expect(try remarks(#"{"a":1,"a":2}"#).count == 1)
  }

  @Test func aLineWithAFaultHasNoRemarksAndLeavesNoNames() throws {
    let checker = RecordChecker()
    for (text, count) in [(#"{"a":1,"a":1,"b":{"c""#, nil), (#"{"b":{"c":1},"a":1}"#, 0), (#"{"a":1,"a":1}"#, 1)] {
      let bytes = Array(text.utf8)
      let isAccepted = (try? bytes.withUnsafeBufferPointer { try checker.check($0) }) != nil
      #expect(isAccepted == (count != nil))
      #expect(checker.duplicateNameCount == count ?? 0)
      #expect(checker.remarks.count == count ?? 0)
    }
  }

  @Test func onlySoManyRemarksAreKeptAndAllAreCounted() throws {
    let checker = RecordChecker(remarkLimit: 2)
    let bytes = Array(#"{"a":1,"a":1,"a":1,"a":"\ud800"}"#.utf8)
    try bytes.withUnsafeBufferPointer { try checker.check($0) }
    #expect(checker.duplicateNameCount == 3)
    #expect(checker.loneSurrogateCount == 1)
    #expect(checker.remarks.map(\.offset) == [7, 13, 24])
  }

  @Test(arguments: [
    (#"{"a":{"b":[1,{"c":1,"c":2}]}}"#, 20, "/a/b/1"), (#"{"a":[1,"x\ud800"]}"#, 10, "/a/1"), (#"{"a":"#, 5, "/a"),
    (#"{"a":[1,"#, 8, "/a/1"), (#"{"a":1 "b":2}"#, 7, ""), (#"x"#, 0, ""), (#"{"a":{"sk-12345678":x"#, 20, "/a/*"),
    (#"{"a b":x"#, 7, "/*"), (#"[[],{"a":[]},x"#, 13, "/2"),
  ])
  func aPlaceHasAPointer(text: String, offset: Int, pointer: String) {
    var scanner = JSONScanner()
    let bytes = Array(text.utf8)
    let pointers = bytes.withUnsafeBufferPointer {
      JSONPointer.texts(for: [offset], in: $0, scanner: &scanner)
    }
    #expect(pointers == [pointer])
  }

  private func remarks(_ text: String) throws -> [RecordChecker.Remark] {
    let checker = RecordChecker()
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { try checker.check($0) }
    return checker.remarks
  }
}
