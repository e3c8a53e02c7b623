import Testing

@testable import Core

@Suite struct RecordConditionTests {
  @Test(arguments: [
    ("/role=tool", #"{"role":"tool"}"#, true), ("/role=tool", #"{"role":"to\u006fl"}"#, true),
    ("/role=tool", #"{"role":"user"}"#, false), ("/role=tool", #"{"m":{"role":"tool"}}"#, false),
    ("/**/role=tool", #"{"m":[{"role":"tool"}]}"#, true), ("/m/*/n=3", #"{"m":[{"n":1},{"n":3}]}"#, true),
    ("/n=3", #"{"n":3.0}"#, false), ("/n=null", #"{"n":null}"#, true), ("/n=true", #"{"n":"true"}"#, true),
    ("/n=", #"{"n":""}"#, true), ("/n=", #"{"n":[]}"#, false), ("/n", #"{"n":[]}"#, true), ("/n", #"{"m":1}"#, false),
    ("=x", #""x""#, true), ("", "1", true), ("/0=a=b", #"["a=b"]"#, true), ("/1=a", #"["a","b"]"#, false),
    ("/a/1", #"{"a":[[],{}]}"#, true), ("/a/2", #"{"a":[[],{}]}"#, false), ("/b=1", #"{"a":{"c":2},"b":1}"#, true),
  ])
  func aConditionHoldsWhereItsValueStands(condition: String, record: String, holds: Bool) throws {
    var scanner = JSONScanner()
    let conditions = [try RecordCondition(condition)]
    let result = try Array(record.utf8).withUnsafeBufferPointer {
      try RecordCondition.holding(conditions, in: $0, scanner: &scanner)
    }
    #expect(result == [holds])
  }

  @Test func aPointerThatIsNoneIsRefused() {
    #expect(throws: RecordCondition.SyntaxError.self) { try RecordCondition("role=tool") }
  }
}
