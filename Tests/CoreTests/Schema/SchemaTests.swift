import Testing

@testable import Core

/// What the public suite does not ask.
@Suite struct SchemaTests {
  @Test(arguments: [
    ("{}", "1", true), ("false", "1", false), (#"{"enum":["a",1,null,[1],{"b":2}]}"#, #"{"b":2.0}"#, true),
    (#"{"enum":["a",1,null,[1],{"b":2}]}"#, "[1.0]", true), (#"{"enum":["a",1,null]}"#, "false", false),
    (#"{"enum":[true]}"#, "1", false), (#"{"const":"a\u0062"}"#, #""\u0061b""#, true),
    (#"{"const":"ab"}"#, #""abc""#, false),
    (#"{"minLength":2}"#, "\"🙂\"", false), (#"{"maxLength":1}"#, #""\ud83d\ude42""#, true),
    (#"{"maxLength":1}"#, #""\ud83d\ud83d""#, false), (#"{"minLength":3}"#, #""\u0041\n\\""#, true),
    (#"{"minLength":12}"#, "\"ééééééééééé\"", false), (#"{"maxLength":0}"#, "\"\"", true),
    (#"{"properties":{"a b":{"type":"null"}}}"#, #"{"a\u0020b":1}"#, false),
    (#"{"required":["\u00e9"]}"#, #"{"é":1}"#, true),
    (#"{"required":["a","b"]}"#, #"{"c":{"a":1,"b":1},"a":1}"#, false),
    (#"{"dependentRequired":{"a":["b"]},"properties":{"c":{"required":["b"]}}}"#, #"{"c":{"b":1},"a":1}"#, false),
    (#"{"propertyNames":{"pattern":"^a"}}"#, #"{"\u0061":1,"ab":2}"#, true), (#"{"type":"integer"}"#, "1e400", true),
    (#"{"maxProperties":2}"#, #"{"a":{"b":1,"c":2,"d":3},"e":[1,2,3]}"#, true),
    (#"{"maxItems":2}"#, "[[1,2,3],{}]", true),
    (#"{"uniqueItems":true}"#, #"[{"a":[1],"b":"\n"},{"b":"\u000a","a":[1.0]}]"#, false),
    (#"{"oneOf":[{"required":["a"]},{"required":["b"]}]}"#, #"{"x":{"b":1},"a":1}"#, true),
    (
      #"{"unevaluatedProperties":false,"anyOf":[{"properties":{"a":true}},{"properties":{"b":true},"required":["c"]}]}"#,
      #"{"a":1,"b":2}"#, false
    ),
    (#"{"$schema":"http://json-schema.org/draft-04/schema","type":"integer"}"#, "1.0", false),
    (#"{"$schema":"https://json-schema.org/draft-07/schema#","items":[{"type":"null"}]}"#, "[1]", false),
    (#"{"$ref":"https://json-schema.org/draft/2020-12/schema"}"#, #"{"type":"strin"}"#, false),
    (#"{"$ref":"http://json-schema.org/draft-07/schema#"}"#, #"{"type":["string","null"]}"#, true),
  ])
  func aRecordFitsOrNot(schema: String, record: String, fits: Bool) throws {
    #expect(try Self.check(schema, record) == fits, "\(schema) \(record)")
  }

  /// Names and constants are looked up once: the first 70 and the last of many behave alike.
  @Test func manyNamesAreToldApart() throws {
    let names = (0..<300).map { "n\($0)" }
    let properties = names.map { "\"\($0)\":{\"const\":\"\($0)\"}" }.joined(separator: ",")
    let required = names.map { "\"\($0)\"" }.joined(separator: ",")
    let schema = "{\"properties\":{\(properties)},\"required\":[\(required)],\"additionalProperties\":false}"
    let right = names.map { "\"\($0)\":\"\($0)\"" }
    #expect(try Self.check(schema, "{\(right.joined(separator: ","))}") == true)
    for place in [0, 1, 63, 64, 299] {
      var wrong = right
      wrong[place] = "\"n\(place)\":\"n\(place + 1)\""
      #expect(try Self.check(schema, "{\(wrong.joined(separator: ","))}") == false)
      wrong.remove(at: place)
      #expect(try Self.check(schema, "{\(wrong.joined(separator: ","))}") == false)
    }
  }

  @Test func aCheckerForgetsTheRecordBefore() throws {
    let checker = SchemaChecker(try Self.schema(#"{"required":["a"],"properties":{"b":{"required":["c"]}}}"#))
    for (record, fits) in [
      (#"{"a":1}"#, true), ("{}", false), (#"{"a":1,"b":{}}"#, false), (#"{"a":1,"b":{"c":0}}"#, true),
    ] {
      #expect(Self.fits(checker, record) == fits)
    }
  }

  @Test func allFaultsAreCountedAndTheFirstAreKept() throws {
    let checker = SchemaChecker(try Self.schema(#"{"items":{"type":"string"},"maxItems":2}"#))
    let record = Array("[1,\"a\",2,3]".utf8)
    guard case .faults(let faults, let count) = try record.withUnsafeBufferPointer({ try checker.check($0, limit: 2) })
    else {
      Issue.record("it fits")
      return
    }
    #expect(count == 4)
    #expect(faults.map(\.rule) == ["schema/maxItems", "schema/type"])
    #expect(faults.map(\.offset) == [0, 1])
    #expect(faults.map(\.pointer) == ["", "/0"])
    #expect(faults.map(\.schemaPointer) == ["#/maxItems", "#/items/type"])
  }

  /// What is remembered of a record changes nothing but the time.
  @Test func rememberingChangesNoVerdict() throws {
    let tree =
      ##"{"anyOf":[{"items":{"$ref":"#"},"type":"array","minItems":1},{"items":{"$ref":"#"},"type":"array","maxItems":2},{"const":1}]}"##
    for (leaf, fits) in [("1", true), ("2", false), ("[1,[1,1]]", true), ("[1,[2]]", false)] {
      for depth in [1, 3, 12, 40] {
        let record = String(repeating: "[1,", count: depth) + leaf + String(repeating: "]", count: depth)
        #expect(try Self.check(tree, record) == fits, "\(leaf) \(depth)")
      }
    }
  }

  @Test(arguments: [
    ##"{"$ref":"#/a"}"##, ##"{"$ref":"other"}"##, ##"{"$ref":"#name"}"##, ##"{"$ref":"#/%zz"}"##,
    ##"{"$ref":"#/enum/~2","enum":[1]}"##, ##"{"$ref":"#"}"##, ##"{"$schema":"urn:mine"}"##, ##"{"pattern":"("}"##,
    ##"{"multipleOf":0}"##, ##"{"type":1}"##, "3", "", "{", ##"{"$ref":"#/enum/0","enum":["text"]}"##,
    ##"{"$schema":3}"##,
  ])
  func aSchemaThatIsNoneIsRefused(schema: String) {
    #expect(throws: SchemaError.self) { try Self.schema(schema) }
  }

  private static func schema(_ text: String) throws(SchemaError) -> Schema {
    let buffer = ByteBuffer()
    buffer.append(text)
    return try Schema(buffer.bytes, name: "schema", SchemaOptions())
  }

  private static func check(_ schema: String, _ record: String) throws -> Bool? {
    fits(SchemaChecker(try self.schema(schema)), record)
  }

  private static func fits(_ checker: SchemaChecker, _ record: String) -> Bool? {
    let bytes = Array(record.utf8)
    switch bytes.withUnsafeBufferPointer({ try? checker.check($0, limit: 3) }) {
    case .fits: return true
    case .faults(let faults, _): return faults.contains { $0.keyword == "limit" } ? nil : false
    case nil: return nil
    }
  }
}
