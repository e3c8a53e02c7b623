import Reference
import Testing

@testable import Core

@Suite struct ValueFinderTests {
  private func places(_ pointers: [String], _ record: String) throws -> [String] {
    let finder = ValueFinder(try pointers.map(PointerPattern.init))
    return try Array(record.utf8).withUnsafeBufferPointer { bytes in
      try finder.read(bytes)
      return finder.places.map { bytes.slice($0).text }
    }
  }

  @Test(arguments: [
    (["/a"], #"{"a":1,"b":2}"#, ["1"]), (["/a"], #"{ "a" : "x\"y" , "b":2}"#, [#""x\"y""#]),
    (["/a"], #"{"b":{"a":1}}"#, []), (["/b/a"], #"{"b":{"a":[1, {}]},"a":2}"#, ["[1, {}]"]),
    (["/a"], #"{"a":1,"\u0061":{"a":3}}"#, ["1", #"{"a":3}"#]), (["/0"], #"[true,false]"#, ["true"]),
    (["/1/0"], #"[[0],[1],[2]]"#, ["1"]), (["/01"], #"[0,1]"#, []), (["/01"], #"{"01":5}"#, ["5"]),
    (["/0"], #"{"0":5}"#, ["5"]), ([""], #" {"a":1} "#, [#"{"a":1}"#]), ([""], " null\t", ["null"]),
    (["/"], #"{"":1}"#, ["1"]), (["/a~1b/~0"], #"{"a/b":{"~":1}}"#, ["1"]), (["/~2"], #"{"*":1,"a":2}"#, ["1"]),
    (["/*"], #"{"a":1,"b":[2]}"#, ["1", "[2]"]), (["/*/x"], #"[{"x":1},{"y":2},{"x":3}]"#, ["1", "3"]),
    (["/**/x"], #"{"x":{"x":1},"y":[{"x":2}]}"#, [#"{"x":1}"#, "2"]),
    (["/a/b", "/a"], #"{"a":{"b":1}}"#, [#"{"b":1}"#]),
    (["/a/b", "/c"], #"{"a":{"b":1},"c":2}"#, ["1", "2"]), (["/a/b"], #"{"a":[1],"a":{"b":2}}"#, ["2"]),
    (["/-"], #"[1]"#, []), (["/99999999999999999999"], #"[1]"#, []),
  ])
  func valuesAreFoundWhereThePointersLead(pointers: [String], record: String, expected: [String]) throws {
    #expect(try places(pointers, record) == expected)
  }

  @Test func whichPointersHaveLedIsRemembered() throws {
    let finder = ValueFinder(try ["/a", "/b", "/a/c", "/d/e"].map(PointerPattern.init))
    try Sealed.withBytes(#"{"a":1,"d":{}}"#) { try finder.read($0) }
    #expect(finder.haveLed == [true, false, false, false])
    try Sealed.withBytes(#"{"a":{"x":1}}"#) { try finder.read($0) }
    #expect(finder.haveLed == [true, false, true, false])
    #expect(throws: RecordError.self) { try Sealed.withBytes(#"{"a":1"#) { try finder.read($0) } }
    #expect(finder.places.isEmpty)
  }

  @Test func theFinderAgreesWithThePlainOneOnRecordsThatAreDrawn() throws {
    var found = 0
    for seed in 0..<4000 {
      var random = RandomRecord(seed: UInt64(seed))
      let record = Array(random.record().utf8)
      let pointers = try random.pointers()
      let finder = ValueFinder(pointers)
      try record.withUnsafeBufferPointer { try finder.read($0) }
      #expect(
        finder.places == PlainValues.places(of: pointers, in: record),
        "\(String(decoding: record, as: UTF8.self)) \(pointers)")
      found += finder.places.count
    }
    #expect(found > 2000)
  }

  @Test func depthAndManyPointersAreNoTrouble() throws {
    let depth = JSONScanner.maximumDepth
    let record = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try places([String(repeating: "/0", count: depth - 1)], record) == ["[]"])
    #expect(try places(["/**/0/0"], record) == [String(record.dropFirst(2).dropLast(2))])
    #expect(try places((0..<500).map { "/n\($0)" }, #"{"n7":1,"n499":2,"n500":3}"#) == ["1", "2"])
  }
}
