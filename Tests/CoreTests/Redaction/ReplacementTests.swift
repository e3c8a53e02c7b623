import Testing

@testable import Core

@Suite struct ReplacementTests {
  private static let rules = """
    {"id":"token","category":"secret","description":"a token","keywords":["secret-"],"pattern":"SECRET-[0-9]{4}",\
    "anchored":true,"label":"TOKEN"}
    {"id":"named","category":"secret","description":"by name","names":["password"],"replace":"mask","label":"PASSWORD"}
    """

  private func redacted(
    _ record: String, _ change: (inout Replacement) -> Void
  ) throws -> String {
    let text = ByteBuffer()
    text.append(Self.rules)
    var options = Redactor.Options()
    change(&options.replacement)
    let redactor = Redactor(RuleSet(try RuleFile(text, name: "rules").rules), options)
    let output = ByteBuffer()
    let outcome = try Array(record.utf8).withUnsafeBufferPointer { try redactor.redact($0, into: output) }
    return outcome == .changed ? output.bytes.text : "\(outcome)"
  }

  /// 20 bytes of 0x0b: the first test case of RFC 4231.
  private static var key: PseudonymKey {
    var secret = SecretBytes(capacity: 20)
    secret.append { room in
      room.update(repeating: 0x0B)
      return room.count
    }
    return PseudonymKey(secret)
  }

  @Test func aHashIsHMACWithSHA256() {
    let digits = Array("Hi There".utf8).withUnsafeBufferPointer { Self.key.digits(of: $0) }
    #expect(
      String(decoding: digits, as: UTF8.self)
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
  }

  @Test func aPseudonymIsTheSameForTheSameValueAndKey() throws {
    let record = #"{"a":"SECRET-1234 SECRET-1234 SECRET-5678"}"#
    let output = try redacted(record) {
      $0.kind = .pseudonym
      $0.key = Self.key
    }
    let pattern = #/{"a":"(\[TOKEN:[0-9a-f]{8}\]) (\[TOKEN:[0-9a-f]{8}\]) (\[TOKEN:[0-9a-f]{8}\])"}/#
    let match = try #require(try pattern.wholeMatch(in: output))
    #expect(match.1 == match.2)
    #expect(match.1 != match.3)
  }

  /// A rule's own word goes before the run's, and the run's word for a rule before that.
  @Test func theNearestWordDecides() throws {
    let record = #"{"password":"hunter2","a":"SECRET-1234"}"#
    #expect(try redacted(record) { $0.kind = .shape } == #"{"password":"*******","a":"xxxxxx-0000"}"#)
    #expect(
      try redacted(record) { $0.kindByRule = ["named": .label, "token": .mask] }
        == #"{"password":"[PASSWORD]","a":"***********"}"#)
    #expect(try redacted(record) { $0.kindByRule = ["token": .drop] } == "dropped")
  }

  @Test(arguments: [(0, "****************"), (4, "************nger"), (5, "***********onger"), (6, "****************")])
  func aMaskShowsAsMuchAsAskedOfWhatIsThreeTimesAsLong(count: Int, mask: String) throws {
    let record = #"{"password":"something longer"}"#
    #expect(try redacted(record) { $0.shownCount = count } == #"{"password":"\#(mask)"}"#)
    #expect(
      try redacted(#"{"password":"\#(mask)"}"#) { $0.shownCount = count } == "unchanged")
  }

  @Test(arguments: [
    // The comma behind goes, or with the last member the one before.
    (#"{"a":"SECRET-1234" , "b":1}"#, #"{"b":1}"#),
    (#"{"b":1 , "a" : "SECRET-1234" }"#, #"{"b":1 }"#),
    (#"{"b":1,"a":"SECRET-1234","c":2}"#, #"{"b":1,"c":2}"#),
    (#"{ "a":"SECRET-1234" }"#, #"{  }"#),
    (#"{"a":"SECRET-1234","b":"SECRET-1234","c":"SECRET-1234"}"#, #"{}"#),
    (#"{"x":0,"a":"SECRET-1234","b":"SECRET-1234"}"#, #"{"x":0}"#),
    (#"{"a":"SECRET-1234","x":0,"b":"SECRET-1234","y":[]}"#, #"{"x":0,"y":[]}"#),
    // By its name, with all that is in it.
    (#"{"SECRET-1234":{"b":"SECRET-1234","c":[1]},"d":1}"#, #"{"d":1}"#),
    (#"{"k":{"SECRET-1234":[{"b":"SECRET-1234"}]},"d":"SECRET-1234"}"#, #"{"k":{}}"#),
    // Elements, numbers, the innermost only.
    (#"[1,"SECRET-1234",[2],"a SECRET-1234 b SECRET-1234"]"#, #"[1,[2]]"#),
    (#"{"a":[{"b":["SECRET-1234"]}]}"#, #"{"a":[{"b":[]}]}"#),
    // In JSON in a string it is the inner member that goes.
    (#"{"t":"{\"a\":\"SECRET-1234\",\"b\":2}"}"#, #"{"t":"{\"b\":2}"}"#),
    (#"{"t":"[\"SECRET-1234\"]","u":"SECRET-1234"}"#, #"{"t":"[]"}"#),
    // What is all of a text cannot go.
    (#""SECRET-1234""#, #""[TOKEN]""#),
    // Two kinds in one record.
    (#"{"a":"SECRET-1234","password":"hunter2"}"#, #"{"password":"*******"}"#),
  ])
  func aMemberIsRemoved(record: String, expected: String) throws {
    #expect(try redacted(record) { $0.kind = .remove } == expected)
  }

  /// Only what has the form of a pseudonym is left alone.
  @Test(arguments: [
    ("[PASSWORD:0123abcd]", true), ("[TOKEN:0123abcd]", true), ("[PASSWORD:0123ABCD]", false),
    ("[PASSWORD:0123abc]", false), ("[NOBODY:0123abcd]", false), ("[PASSWORD:hunter22]", false),
    ("[PASSWORD:SECRET-1234]", false),
  ])
  func aLookAlikeIsNoPseudonym(value: String, isLeftAlone: Bool) throws {
    #expect((try redacted(#"{"password":"\#(value)"}"#) { _ in } == "unchanged") == isLeftAlone)
  }
}
