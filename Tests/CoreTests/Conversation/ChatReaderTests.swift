import Testing

@testable import Core

/// What is said of one record, which windows and checks are made of.
@Suite struct ChatReaderTests {
  private static func reader(_ profile: Profile, _ text: String) throws -> ChatReader {
    let reader = try #require(ChatReader(profile))
    var text = text
    try text.withUTF8 { try reader.read($0) }
    return reader
  }

  @Test(
    arguments: [
      (Profile.openai, #"{"role":"system","content":"s"}"#, ChatRecord.Kind.system, 0, 0),
      (.openai, #"{"role":"developer","content":"s"}"#, .developer, 0, 0),
      (.openai, #"{"tool_calls":[{"id":"1","function":{}},{"id":"2"}],"role":"assistant"}"#, .assistant, 2, 0),
      (.openai, #"{"role":"user","tool_calls":[{"id":"1"}],"content":""}"#, .user, 0, 0),
      (.openai, #"{"role":"tool","tool_call_id":"1","content":"r"}"#, .tool, 0, 1),
      (.openai, #"{"role":"nobody"}"#, .unknown, 0, 0), (.openai, "[1]", .unknown, 0, 0),
      (
        .anthropic, #"{"content":[{"type":"tool_use","id":"a"},{"id":"b","type":"tool_use"}],"role":"assistant"}"#,
        .assistant, 2, 0
      ),
      (
        .anthropic,
        #"{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"tool_use","id":"x"}]}]}"#,
        .user, 0, 1
      ),
      (.anthropic, #"{"role":"assistant","content":[{"type":"tool_result","tool_use_id":"a"}]}"#, .assistant, 0, 0),
      (
        .claudeCode, #"{"type":"user","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"a"}]}}"#,
        .user, 0, 1
      ),
      (
        .claudeCode,
        #"{"type":"assistant","isSidechain":true,"message":{"role":"assistant","content":[{"type":"tool_use","id":"a"}]}}"#,
        .aside, 0, 0
      ),
      (
        .claudeCode, #"{"type":"progress","message":{"role":"assistant","content":[{"type":"tool_use","id":"a"}]}}"#,
        .aside, 0, 0
      ),
      (
        .codex, #"{"type":"response_item","payload":{"type":"function_call","call_id":"1","arguments":""}}"#,
        .assistant, 1, 0
      ),
      (.codex, #"{"payload":{"type":"function_call","call_id":"1","arguments":""},"type":"event_msg"}"#, .aside, 0, 0),
      (.codex, #"{"type":"response_item","payload":{"type":"message","role":"user"}}"#, .user, 0, 0),
      (.responses, #"{"type":"function_call_output","call_id":"1"}"#, .tool, 0, 1),
      (.responses, #"{"type":"reasoning","summary":[]}"#, .reasoning, 0, 0),
      (.responses, #"{"type":"web_search_call"}"#, .assistant, 0, 0), (.responses, #"{"role":"user"}"#, .user, 0, 0),
      (.langChain, #"{"data":{"tool_calls":[{"id":"1"}],"content":""},"type":"ai"}"#, .assistant, 1, 0),
      (.langChain, #"{"type":"tool","data":{"tool_call_id":"1","content":""}}"#, .tool, 0, 1),
      (.openAIFineTuning, #"{"messages":[]}"#, .conversation, 0, 0),
      (.shareGPT, #"{"conversations":[{"from":"gpt","value":""}]}"#, .conversation, 0, 0),
    ] as [(Profile, String, ChatRecord.Kind, Int, Int)])
  func aRecordIsOfAKindAndMakesCallsAndGivesResults(
    profile: Profile, text: String, kind: ChatRecord.Kind, callCount: Int, resultCount: Int
  ) throws {
    let reader = try Self.reader(profile, text)
    #expect(reader.record.kind == kind)
    #expect(reader.calls.count == callCount)
    #expect(reader.results.count == resultCount)
    #expect(reader.record.holdsResults == (kind == .user && resultCount > 0))
  }

  @Test func anIDIsTheSameHoweverItIsSpelt() throws {
    let call = try Self.reader(.openai, #"{"role":"assistant","tool_calls":[{"id":"\u0061\/b"}]}"#)
    let id = try #require(call.calls.first)
    #expect(id.hasEscapes)
    let result = try Self.reader(.openai, #"{"role":"tool","tool_call_id":"a/b"}"#)
    #expect(result.results.first?.id == id.id)
    #expect(try Self.reader(.openai, #"{"role":"tool","tool_call_id":"a\/c"}"#).results.first?.id != id.id)
  }

  @Test func thinkingAndReasoningAreSeen() throws {
    let thinking = #"{"role":"assistant","content":[{"type":"thinking","thinking":"","signature":"s"}]}"#
    #expect(try Self.reader(.anthropic, thinking).record.hasReasoning)
    #expect(try Self.reader(.responses, #"{"type":"reasoning"}"#).record.hasReasoning)
    #expect(try !Self.reader(.anthropic, #"{"role":"assistant","content":"thinking"}"#).record.hasReasoning)
  }

  @Test func linesOfOneMessageAreKnownByItsID() throws {
    let first = try Self.reader(
      .claudeCode, #"{"type":"assistant","message":{"role":"assistant","id":"m","content":""}}"#)
    let second = try Self.reader(
      .claudeCode, #"{"message":{"id":"\u006d","role":"assistant","content":[]},"type":"assistant"}"#)
    #expect(first.record.messageID != 0)
    #expect(first.record.messageID == second.record.messageID)
  }

  @Test func aPlaceIsOneInTheLine() throws {
    let reader = try #require(ChatReader(.anthropic))
    var text = #"{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":""}]}"#
    try text.withUTF8 { try reader.read($0, origin: 100) }
    let fault = try #require(reader.faults.first)
    #expect(fault.rule == .emptyText)
    #expect(fault.place.offset == 100 + 75)
    #expect(fault.place.pointer == "/content/1/text")
  }

  @Test func whatIsHostileIsRead() throws {
    let deep =
      #"{"role":"user","content":"# + String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000) + "}"
    let wide = #"{"role":"user","content":["# + String(repeating: "{},", count: 100_000) + "1]}"
    let names = "{" + (0..<10_000).map { "\"n\($0)\":[{}]," }.joined() + #""role":"user","content":"x"}"#
    for profile in Profile.chats {
      for text in [deep, wide, names] { _ = try Self.reader(profile, text) }
    }
    #expect(try Self.reader(.anthropic, wide).faults.count == 100_001)
    #expect(try Self.reader(.anthropic, names).record.kind == .user)
  }

  @Test func manyCallsOfOneMessageArePaired() throws {
    let ids = (0..<50_000).map { "{\"id\":\"\($0)\",\"function\":{\"arguments\":\"{}\"}}" }
    let calls = try Self.reader(.openai, "{\"role\":\"assistant\",\"tool_calls\":[\(ids.joined(separator: ","))]}")
    var conversation = ConversationCheck(.openai)
    var rules: [ChatRule] = []
    func check(_ reader: ChatReader, _ line: Int) {
      conversation.check(
        reader.record, calls: reader.calls[...], results: reader.results[...], line: line, detail: { _ in nil },
        tell: { rules.append($0.rule) })
    }
    check(calls, 1)
    for number in (0..<50_000).reversed() where number != 7 {
      check(try Self.reader(.openai, "{\"role\":\"tool\",\"content\":\"\",\"tool_call_id\":\"\(number)\"}"), 2)
    }
    check(try Self.reader(.openai, #"{"role":"tool","content":"","tool_call_id":"8"}"#), 3)
    conversation.end { rules.append($0.rule) }
    #expect(rules == [.duplicateResult, .unansweredCall])
  }

  @Test(arguments: [
    ("", true, false), (" ", true, true), (#"\n\t "#, true, true), (#"a\n"#, false, true), (#"a\\n"#, false, false),
    (#"a\\\n"#, false, true), (#"\u0020"#, true, true), (#"x\u2029"#, false, true), (#"x\\u2029"#, false, false),
    ("x\u{3000}", false, true), ("\u{85}\u{A0}", true, true), ("\u{200B}", false, false), ("é", false, false),
    (#"\u00e9"#, false, false), (#"\u001f"#, true, true), (#"\b"#, false, false), (#"\ud800"#, false, false),
  ])
  func whiteSpaceIsWhatPythonTakesForIt(body: String, isBlank: Bool, endsBlank: Bool) {
    var body = body
    body.withUTF8 {
      #expect(BlankText.isBlank($0) == isBlank)
      #expect(BlankText.endsBlank($0) == endsBlank)
    }
  }

  @Test(
    arguments: [
      (#"{"role":"user","content":"a"}"#, ProfileClue.message),
      (#"{"role":"assistant","content":[{"type":"text","text":"a"}]}"#, .message),
      (#"{"role":"user","content":[{"type":"tool_result","tool_use_id":"1"}]}"#, .profile(.anthropic)),
      (
        #"{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{}}]}"#,
        .profile(.openai)
      ),
      (#"{"role":"assistant","content":null,"tool_calls":[]}"#, .profile(.openai)),
      (#"{"role":"tool","tool_call_id":"1","content":"a"}"#, .profile(.openai)),
      (#"{"type":"summary","summary":"s","leafUuid":"u"}"#, .profile(.claudeCode)),
      (#"{"type":"user","message":{},"uuid":"u"}"#, .profile(.claudeCode)),
      (#"{"timestamp":"t","type":"session_meta","payload":{}}"#, .profile(.codex)),
      (#"{"type":"event_msg","payload":{}}"#, .profile(.codex)), (#"{"type":"job","payload":{}}"#, .profile(.json)),
      (#"{"type":"system","subtype":"init","session_id":"s"}"#, .profile(.claudeCode)),
      (#"{"type":"permission-mode","permissionMode":"plan"}"#, .profile(.claudeCode)),
      (#"{"type":"assistant","message":{}}"#, .profile(.claudeCode)),
      (#"{"type":"function_call","call_id":"1"}"#, .profile(.responses)),
      (#"{"type":"message","role":"user","content":[]}"#, .profile(.responses)),
      (
        #"{"type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"a"}],"stop_reason":"end_turn"}"#,
        .profile(.anthropic)
      ),
      (#"{"messages":[{"role":"user"}]}"#, .profile(.openAIFineTuning)),
      (#"{"conversations":[{"from":"a","value":""}]}"#, .profile(.shareGPT)),
      (#"{"type":"human","data":{"content":""}}"#, .profile(.langChain)),
      (#"{"role":"admin","name":"a"}"#, .profile(.json)),
      (#"{"role":"user","email":"a"}"#, .profile(.json)), (#"{"type":"error","message":"a"}"#, .profile(.json)),
      // Events of other logs.
      (#"{"type":"order","timestamp":1,"payload":{}}"#, .profile(.json)),
      (#"{"messages":[{"text":"a"}]}"#, .profile(.json)),
      (#"{"type":"page_view","sessionId":"s","uuid":"u"}"#, .profile(.json)),
      (#"{"type":"phone_call"}"#, .profile(.json)),
      (#"{"type":"system","data":{"load":1}}"#, .profile(.json)), (#"{"conversations":[{"id":1}]}"#, .profile(.json)),
      ("[]", .profile(.json)), ("1", .profile(.json)),
      (#"{"model":"m","messages":[{"role":"user"}]}"#, .profile(.json)),
    ] as [(String, ProfileClue)])
  func aRecordTellsItsProfile(text: String, clue: ProfileClue) throws {
    var text = text
    let told = try text.withUTF8 { try ProfileDetector().clue($0) }
    #expect(told == clue)
  }
}
