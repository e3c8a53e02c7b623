import Testing

@testable import Core

@Suite struct RedactorTests {
  /// A rule for secrets that look like `SECRET-` and four digits, one for members named `password`, one for `@`.
  private static let rules = """
    {"id":"token","category":"secret","description":"a token","keywords":["secret-"],"pattern":"SECRET-[0-9]{4}",\
    "anchored":true,"label":"TOKEN"}
    {"id":"long-number","category":"pii","description":"a number","trigger":"digits","pattern":"[0-9]{9,12}\\\\b",\
    "label":"NUMBER"}
    {"id":"named","category":"secret","description":"by name","names":["password","*secret"],\
    "unless_names":["nosecret"],"label":"PASSWORD"}
    """

  private func redactor(_ change: (inout Redactor.Options) -> Void = { _ in }) throws -> Redactor {
    let text = ByteBuffer()
    text.append(Self.rules)
    var options = Redactor.Options()
    change(&options)
    return Redactor(RuleSet(try RuleFile(text, name: "rules").rules), options)
  }

  private func redacted(_ record: String, _ redactor: Redactor) throws -> String {
    let output = ByteBuffer()
    let outcome = try Array(record.utf8).withUnsafeBufferPointer { try redactor.redact($0, into: output) }
    return outcome == .changed ? output.bytes.text : "\(outcome)"
  }

  @Test(arguments: [
    // Strings, names, and what hides the text: escapes of every kind.
    (#"{"a":"x SECRET-1234 y"}"#, #"{"a":"x [TOKEN] y"}"#),
    (#"{"a":"\u0053ECRET\u002d1234\n"}"#, #"{"a":"[TOKEN]\n"}"#),
    (#"{"a":"\\SECRET-1234\\"}"#, #"{"a":"\\[TOKEN]\\"}"#),
    (#"{"SECRET-1234":1}"#, #"{"[TOKEN]":1}"#),
    (#"["\ud83d\ude00SECRET-1234\ud83d"]"#, #"["\ud83d\ude00[TOKEN]\ud83d"]"#),
    // What is not touched keeps its bytes.
    (
      #" { "b" : 1E400 , "b":1.10, "a":"SECRET-1234" , "c":"\u00e9\/" } "#,
      #" { "b" : 1E400 , "b":1.10, "a":"[TOKEN]" , "c":"\u00e9\/" } "#
    ),
    // JSON inside a string, and JSON inside that.
    (#"{"a":"{\"b\":\"SECRET-1234\"}"}"#, #"{"a":"{\"b\":\"[TOKEN]\"}"}"#),
    (#"{"a":"{\"password\":\"hunter2\"}"}"#, #"{"a":"{\"password\":\"[PASSWORD]\"}"}"#),
    (
      #"{"a":"{\"b\":\"{\\\"password\\\":\\\"x\\u0031y\\\"}\"}"}"#,
      #"{"a":"{\"b\":\"{\\\"password\\\":\\\"[PASSWORD]\\\"}\"}"}"#
    ),
    (
      #"{"a":"{\"password\":\"one two\"}\n{\"password\":\"b2b2\"}"}"#,
      #"{"a":"{\"password\":\"[PASSWORD]\"}\n{\"password\":\"[PASSWORD]\"}"}"#
    ),
    (#"{"a":"{\"n\":123456789}"}"#, #"{"a":"{\"n\":\"[NUMBER]\"}"}"#),
    // By name: values, elements of lists, numbers; and the names that are excepted.
    (#"{"password":"hunter2","Pass_Word":"hunter2"}"#, #"{"password":"[PASSWORD]","Pass_Word":"[PASSWORD]"}"#),
    (#"{"client_secret":["a1b2c3","d4e5f6"]}"#, #"{"client_secret":["[PASSWORD]","[PASSWORD]"]}"#),
    (#"{"password":123456}"#, #"{"password":"[PASSWORD]"}"#),
    // Numbers.
    (#"{"n":123456789012}"#, #"{"n":"[NUMBER]"}"#),
  ])
  func whatIsFoundIsReplacedAndNothingElse(record: String, result: String) throws {
    #expect(try redacted(record, redactor()) == result)
  }

  @Test(arguments: [
    #"{"a":"SECRET-12"}"#, #"{"nosecret":"abc"}"#, #"{"password":null,"a":true}"#, #"{"password":""}"#,
    #"{"password":"${DB_PASSWORD}"}"#, #"{"password":{"a":"b"}}"#, #"{"n":12345678}"#, #"{"a":"{\"b\":"}"#, "[]", "0",
    #"{"password":"[PASSWORD]","a":"[TOKEN]"}"#,
  ])
  func whereNothingIsFoundNothingChanges(record: String) throws {
    #expect(try redacted(record, redactor()) == "unchanged")
  }

  @Test func onlyAndSkipChooseThePlaces() throws {
    let record = #"{"a":"SECRET-1234","b":{"c":["SECRET-1234","SECRET-5678"]}}"#
    let only = try redactor { $0.only = [try? PointerPattern("/b/*/1")].compactMap { $0 } }
    #expect(try redacted(record, only) == #"{"a":"SECRET-1234","b":{"c":["SECRET-1234","[TOKEN]"]}}"#)
    let skip = try redactor { $0.skip = [try? PointerPattern("/**/c")].compactMap { $0 } }
    #expect(try redacted(record, skip) == #"{"a":"[TOKEN]","b":{"c":["SECRET-1234","SECRET-5678"]}}"#)
  }

  @Test func aRecordCanBeDropped() throws {
    #expect(try redacted(#"{"a":"SECRET-1234"}"#, redactor { $0.replacement.kind = .drop }) == "dropped")
    #expect(try redacted(#"{"a":"public"}"#, redactor { $0.replacement.kind = .drop }) == "unchanged")
  }

  @Test func aMaskHidesAllOfAShortValue() throws {
    #expect(try redacted(#"{"a":"SECRET-1234"}"#, redactor { $0.replacement.kind = .mask }) == #"{"a":"***********"}"#)
  }

  @Test func aMaskShowsTheEndOfALongValueAndIsLeftAlone() throws {
    let redactor = try redactor { $0.replacement.kind = .mask }
    #expect(try redacted(#"{"password":"correct horse é"}"#, redactor) == #"{"password":"***********se é"}"#)
    #expect(try redacted(#"{"password":"***********se é"}"#, redactor) == "unchanged")
  }

  @Test func aFindingTellsItsPlaceAndNotItsValue() throws {
    let redactor = try redactor { $0.reportsFindings = true }
    _ = try redacted(#"{"m":[1,{"a/b":"{\"c\":\"\\u0020x SECRET-1234\"}"}]}"#, redactor)
    #expect(
      redactor.findings == [
        Finding(
          rule: "token", pointers: ["/m/1/a~1b", "/c"], offset: 3, size: 11, range: 34..<45, replacement: "[TOKEN]")
      ])
  }

  @Test(arguments: [
    ("{\"a\":\"SECRET-1234\"", "not JSON"), ("{\"a\":\"\u{1}SECRET-1234\"}", "not JSON"),
    ("nope SECRET-1234", "not JSON"),
    (String(repeating: "[", count: 1025) + String(repeating: "]", count: 1025), "too deep"),
  ])
  func aRecordThatCannotBeCheckedIsRefused(record: String, reason: String) throws {
    let error = #expect(throws: RedactionFailure.self) { try redacted(record, redactor()) }
    #expect(error?.reason == reason)
  }

  @Test func aNameThatHoldsASecretIsNotTold() throws {
    let redactor = try redactor { $0.reportsFindings = true }
    _ = try redacted(#"{"xSECRET-1234":{"a":"SECRET-1234"}}"#, redactor)
    #expect(redactor.findings.map(\.pointers) == [["/x[TOKEN]"], ["/x[TOKEN]/a"]])
  }

  /// Only what a rule puts there is left alone in brackets.
  @Test func nothingHidesInBrackets() throws {
    #expect(try redacted(#"{"password":"[ABC123]"}"#, redactor()) == #"{"password":"[PASSWORD]"}"#)
    #expect(try redacted(#"{"password":"[TOKEN]"}"#, redactor()) == "unchanged")
  }

  @Test func thePasswordOfAURLIsNoPartOfAnAddress() throws {
    let redactor = Redactor(try RuleSet(.init(), adding: []), .init())
    let record = #"{"a":"postgres://exporter:q7Vw-9sLx2Tz@db.internal:5432"}"#
    #expect(try redacted(record, redactor) == #"{"a":"postgres://exporter:[URL_PASSWORD]@db.internal:5432"}"#)
  }

  /// What a rule found without its group is replaced whole.
  @Test(arguments: [("x abc", "x ab[X]"), ("x abd", "x [X]"), ("abdabc", "[X]ab[X]")])
  func aGroupThatTookNoPartIsTheWholeMatch(text: String, result: String) throws {
    let rule = ByteBuffer()
    rule.append(
      #"{"id":"x","category":"secret","description":"d","keywords":["ab"],"pattern":"ab(?:(c)|(d))","#
        + #""group":1,"label":"X"}"#)
    let redactor = Redactor(RuleSet(try RuleFile(rule, name: "rules").rules), .init())
    #expect(try redacted("{\"a\":\"\(text)\"}", redactor) == "{\"a\":\"\(result)\"}")
  }

  /// A pattern that runs away is stopped, and the record does not leave.
  @Test func aPatternAtItsLimitWithholdsTheRecord() throws {
    let text = ByteBuffer()
    text.append(
      #"{"id":"slow","category":"secret","description":"x","keywords":["aa"],"pattern":"(a+)+$","label":"X"}"#)
    let redactor = Redactor(RuleSet(try RuleFile(text, name: "rules").rules), .init())
    let record = "{\"a\":\"\(String(repeating: "a", count: 64))!\"}"
    #expect(throws: RedactionFailure.matchLimit(rule: "slow")) { try redacted(record, redactor) }
  }

  /// Redacting is idempotent and keeps every record valid, whatever is drawn.
  @Test func redactingTwiceIsRedactingOnce() throws {
    var generator = SplitMix(state: 42)
    let pieces = [
      "SECRET-1234", "secret-", "\\u0053ECRET-5678", "123456789", "\\n", "\\\\", "\\\"", "é", "😀", " ", "{", "}", "[",
      "]",
      "\\\"password\\\":", "{\\\"password\\\":\\\"pw1\\\"}", "U0VDUkVULTEyMzQ=", "%53ECRET-1234", "U0VDU", "[TOKEN]",
      "bob@example.com", "hunter2", "\\ud800",
    ]
    let key = PseudonymKey(SecretBytes(capacity: 32))
    let builtIn = try RuleSet(.init(), adding: [])
    let redactors = try Replacement.Kind.allCases.flatMap { kind in
      var options = Redactor.Options()
      options.replacement.kind = kind
      options.replacement.key = key
      return [try redactor { $0.replacement = options.replacement }, Redactor(builtIn, options)]
    }
    for rules in redactors {
      for _ in 0..<200 {
        let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          pieces[Int.random(in: pieces.indices, using: &generator)]
        }.joined()
        let name = ["a", "password", "token", text][Int.random(in: 0...3, using: &generator)]
        let record = "{\"\(name)\":\"\(text)\",\"n\":[1234567890,\"\(text)\"]}"
        guard let once = try? redacted(record, rules) else {
          Issue.record("\(record)")
          continue
        }
        guard once != "unchanged", once != "dropped" else { continue }
        var scanner = JSONScanner()
        #expect(Array(once.utf8).withUnsafeBufferPointer { scanner.accepts($0) }, "\(record)")
        #expect(try redacted(once, rules) == "unchanged", "\(record)")
      }
    }
  }
}

/// A generator whose draws can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
