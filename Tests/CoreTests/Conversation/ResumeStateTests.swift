import Testing

@testable import Core

@Suite struct ResumeStateTests {
  private static let user = #"{"role":"user","content":"a"}"#

  @Test(
    arguments: [
      ([], nil, nil, [], []), ([user], nil, "user", [], ["assistant"]),
      ([user, #"{"role":"assistant","content":"b"}"#], nil, "assistant", [], ["user"]),
      (
        [
          #"{"role":"assistant","content":null,"tool_calls":[{"id":"1"},{"id":"2"}]}"#,
          #"{"role":"tool","tool_call_id":"1","content":"r"}"#,
        ],
        "openai", "tool", ["2"], ["tool"]
      ),
      ([#"{"role":"system","content":"s"}"#], "openai", "system", [], ["user"]),
      (
        [user, #"{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"f","input":{}}]}"#], "anthropic",
        "assistant",
        ["t"], ["user"]
      ),
      (
        [
          #"{"type":"assistant","message":{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"f","input":{}}]},"uuid":"u"}"#,
          #"{"type":"summary","leafUuid":"u"}"#,
        ],
        "claude-code", "assistant", ["t"], ["user"]
      ),
      (
        [#"{"type":"function_call","call_id":"1","name":"f","arguments":""}"#], "responses", "assistant", ["1"],
        ["tool"]
      ),
      ([#"{"type":"reasoning","id":"1"}"#], "responses", "reasoning", [], ["assistant"]),
      ([#"{"messages":[{"role":"user","content":"a"}]}"#], "openai-finetune", nil, [], []),
      (["[1]", user], "json", nil, [], []),
    ] as [([String], String?, String?, [String], [String])])
  func aConversationStandsWhereItsRecordsLeaveIt(
    records: [String], profile: String?, last: String?, open: [String], next: [String]
  ) {
    let state = ResumeState(nil)
    for record in records { Array(record.utf8).withUnsafeBufferPointer { state.take($0) } }
    #expect(state.profile?.rawValue == profile)
    #expect(state.lastKind?.rawValue == last)
    #expect(state.openIDs.map { String(decoding: $0, as: UTF8.self) } == open)
    #expect(state.next.map(\.rawValue) == next)
  }
}
