import Testing

@testable import Core

@Suite struct CallRepairTests {
  /// What a call holds back is bounded; a call that is older than that is closed where it would have been dropped.
  @Test func whatIsHeldBackIsBounded() throws {
    let repair = try #require(CallRepair(.responses, .drop))
    var written = 0
    var closed = 0
    func take(_ step: CallRepair.Step) {
      switch step {
      case .write(let record): written += record.count
      case .closed: closed += 1
      default: Issue.record("\(step)")
      }
    }
    let call = #"{"type":"function_call","call_id":"1","name":"f","arguments":"{}"}"#
    let message = #"{"type":"message","role":"user","content":"\#(String(repeating: "x", count: 1 << 20))"}"#
    Self.give(call, to: repair, take)
    for count in 0..<40 {
      Self.give(message, to: repair, take)
      #expect(written + 17 << 20 >= count * message.utf8.count)
    }
    repair.end(take)
    #expect(written > 40 * message.utf8.count + call.utf8.count)
    #expect(closed == 1)
  }

  /// Many calls at once, answered in the other order.
  @Test func manyCallsTakeNoLongerThanTheyAre() throws {
    let repair = try #require(CallRepair(.codex, .close))
    var count = 0
    func take(_ step: CallRepair.Step) {
      if case .closed = step { count += 1 }
    }
    func record(_ type: String, _ number: Int) -> String {
      #"{"timestamp":"t","type":"response_item","payload":{"type":"\#(type)","call_id":"\#(number)","arguments":"","output":""}}"#
    }
    for number in 0..<20_000 { Self.give(record("function_call", number), to: repair, take) }
    for number in (1..<20_000).reversed() { Self.give(record("function_call_output", number), to: repair, take) }
    repair.end(take)
    #expect(count == 1)
  }

  @Test(
    arguments: [
      (
        #"{"role":"assistant","tool_calls":[ {"id":"1"} , {"id":"2"}],"n":1}"#, ["1"],
        #"{"role":"assistant","tool_calls":[{"id":"2"}],"n":1}"#
      ),
      (
        #"{"role":"assistant","content":"t","tool_calls":[{"id":"1"}] , "n":1}"#, ["1"],
        #"{"role":"assistant","content":"t", "n":1}"#
      ),
      (
        #"{"role":"assistant","content":"t" , "tool_calls":[{"id":"1"}]}"#, ["1"],
        #"{"role":"assistant","content":"t" }"#
      ),
      (
        #"{"tool_calls":[{"id":"1"}],"content":[{"type":"text","text":"t"}],"role":"assistant"}"#, ["1"],
        #"{"content":[{"type":"text","text":"t"}],"role":"assistant"}"#
      ),
      (#"{"role":"assistant","content":"","tool_calls":[{"id":"1"},{"id":"2"}]}"#, ["1", "2"], nil),
    ] as [(String, [String], String?)])
  func aCallIsTakenOutOfItsRecord(record: String, ids: [String], rest: String?) throws {
    let repair = try #require(CallRepair(.openai, .drop))
    var results: [String] = []
    func take(_ step: CallRepair.Step) {
      switch step {
      case .write(let record): results.append(record.text)
      case .replace(let record, let other): results += ["not " + record.text, other.text]
      case .leaveOut(let record): results.append("not " + record.text)
      case .dropped: results.append("dropped")
      default: Issue.record("\(step)")
      }
    }
    Self.give(record, to: repair, take)
    let answers = Set(["1", "2"]).subtracting(ids).map { #"{"role":"tool","tool_call_id":"\#($0)","content":"r"}"# }
    let isAnswered = record.contains("\"2\"") ? answers : []
    for answer in isAnswered { Self.give(answer, to: repair, take) }
    repair.end(take)
    let drops = Array(repeating: "dropped", count: ids.count)
    #expect(results == ["not " + record] + (rest.map { [$0] } ?? []) + drops + isAnswered)
  }

  private static func give(_ record: String, to repair: CallRepair, _ take: (CallRepair.Step) -> Void) {
    Array(record.utf8).withUnsafeBufferPointer { repair.take($0, line: 1, origin: 0, characters: nil, take) }
  }
}
