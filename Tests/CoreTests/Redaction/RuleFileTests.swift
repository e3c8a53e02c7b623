import Testing

@testable import Core

@Suite struct RuleFileTests {
  @Test(arguments: [
    (#"{"id":"a"#, "rules:1:9: string is not closed"),
    (#"[]"#, "rules:1:1: a rule is a JSON object"),
    (#"{}"#, "rules:1:1: a rule needs 'id'"),
    (#"{"id":"A"}"#, "rules:1:3: 'id' takes small letters, digits and '-'"),
    (#"{"id":"a"}"#, "rules:1:1: a rule needs 'label'"),
    (#"{"id":"a","label":"a"}"#, "rules:1:12: 'label' takes capital letters, digits and '_'"),
    (#"{"id":"a","label":"A"}"#, "rules:1:1: a rule needs 'category'"),
    (#"{"id":1,"label":"A"}"#, "rules:1:3: 'id' takes a string"),
    (
      #"{"id":"a","label":"A","category":"x"}"#,
      "rules:1:24: 'category' takes one of secret, pii, national, network, path, location"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","keywords":["ab"]}"#,
      "rules:1:1: a rule has either 'keywords' or 'trigger', with 'pattern', or 'names'"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","keywords":["a"],"pattern":"a"}"#,
      "rules:1:58: a keyword has 2 to 1000 bytes"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","keywords":["ab"],"pattern":"("}"#,
      "rules:1:87: pattern: missing closing parenthesis"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","keywords":["ab"],"pattern":"a","group":1}"#,
      "rules:1:86: the pattern has no such group"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","names":["*"]}"#,
      "rules:1:58: a name that fits every member"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","names":["a"],"colour":1}"#,
      "rules:1:72: a rule has no such member"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","names":["a"],"id":"b"}"#,
      "rules:1:72: member given twice"
    ),
    (
      #"{"id":"a","label":"A","category":"pii","description":"","names":[["a"]]}"#,
      "rules:1:58: 'names' takes a list of strings"
    ),
  ])
  func aRuleThatIsWrongIsRefusedWithItsPlace(text: String, message: String) {
    let buffer = ByteBuffer()
    buffer.append(text)
    let error = #expect(throws: RuleError.self) { try RuleFile(buffer, name: "rules") }
    #expect(error.map { "\($0.location.map(\.description) ?? ""): \($0.message)" } == message)
  }

  @Test func twoRulesOfOneNameAreRefused() {
    let rule = #"{"id":"a","label":"A","category":"pii","description":"","names":["a"]}"#
    let buffer = ByteBuffer()
    buffer.append("\(rule)\n\n\(rule)\n")
    let error = #expect(throws: RuleError.self) { try RuleFile(buffer, name: "rules") }
    #expect(error?.location == Location("rules", line: 3, column: 1))
  }

  @Test func keywordsAreReadFromTheListHoweverItIsWritten() throws {
    let list = "[ \"a\\\"b\" ,\t\"c\\\\\",\"d],\" , \"\\u00e9\\n\"\r]"
    let buffer = ByteBuffer()
    buffer.append(#"{"id":"a","label":"A","category":"pii","description":"","keywords": "# + list + #","pattern":"a"}"#)
    let rule = try #require(try RuleFile(buffer, name: "rules").rules.first)
    let keywords = rule.keywords.map { String(decoding: rule.text.decoded($0), as: UTF8.self) }
    #expect(keywords == ["a\"b", "c\\", "d],", "é\n"])
  }
}
