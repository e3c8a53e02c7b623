import Testing

@testable import Core

@Suite struct ValueEqualityTests {
  @Test(arguments: [
    (#"{"a":1,"b":[true,null]}"#, #" { "b" : [true , null], "\u0061" : 1.0 } "#, true),
    (#""\u00e9\n\/""#, "\"é\\n/\"", true), (#""\ud83d\ude42""#, "\"🙂\"", true), (#""\ud83d""#, #""\ud83e""#, false),
    (#""\ud83d""#, "\"\u{FFFD}\"", false), ("[1,2]", "[2,1]", false), ("[]", "{}", false), ("0", "false", false),
    ("1", "\"1\"", false), ("null", "false", false), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a":{"b":1}}"#, #"{"a":{"b":2}}"#, false), ("[[],[[]]]", "[[],[[ ]]]", true), ("\"\"", "\" \"", false),
    (#"{"a":1,"b":1}"#, #"{"a":1,"a":1}"#, false), ("[1e2]", "[100]", true), ("true", "false", false),
  ])
  func valuesAreEqualWhateverTheirSpelling(first: String, second: String, areEqual: Bool) throws {
    #expect(try Self.areEqual(first, second) == areEqual)
    #expect(try Self.areEqual(second, first) == areEqual)
    #expect(try (Self.hash(first) == Self.hash(second)) == areEqual)
  }

  @Test func theOrderOfManyMembersDoesNotMatter() throws {
    let members = (0..<500).map { "\"n\($0)\":\($0 % 7)" }
    let first = "{\(members.joined(separator: ","))}"
    #expect(try Self.areEqual(first, "{\(members.reversed().joined(separator: ","))}"))
    #expect(try !Self.areEqual(first, "{\(members.dropLast().joined(separator: ",")),\"n499\":9}"))
  }

  private static func read(_ text: String) throws -> SchemaDocument {
    let buffer = ByteBuffer()
    buffer.append(text)
    return try SchemaDocument(name: "value", buffer)
  }

  private static func areEqual(_ first: String, _ second: String) throws -> Bool {
    let (first, second) = (try read(first), try read(second))
    return first.withTape { tape in
      second.withTape { ValueEquality.areEqual(0, tape, 0, $0, ValueEquality.Scratch()) }
    }
  }

  private static func hash(_ text: String) throws -> UInt64 {
    try read(text).withTape { ValueEquality.hash(0, $0, ByteBuffer()) }
  }
}
