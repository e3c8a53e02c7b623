/// Conversations in the form of ShareGPT, one a line:
///
///     {"conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"A"}]}
///
/// A tool call is a turn of its own, `function_call`, and an `observation` behind it is its result; or the model's turn
/// holds it in its text, and a turn of `tool` follows.
final class ShareGPTShape: ChatShape {
  private static let turns = ShapePath(.conversations)
  private static let turn = ShapePath(.conversations, .element)

  private enum Role {
    case system, human, model, call, result, tool, unknown
  }

  private var last: Role?
  /// Where a call waits for its result.
  private var openCall: ChatPlace?

  init() {
    super.init(objects: [Self.turn], arrays: [Self.turns])
  }

  override func reset() {
    last = nil
    openCall = nil
  }

  override func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {
    note(.turn, place)
    take(.unknown, at: place)
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == Self.turn { endTurn(members) }
    if path == .root { endConversation(members) }
  }

  private func endTurn(_ turn: ShapeMembers) {
    // Some files have the names of other forms.
    let name = turn.value(.from) != nil || turn.value(.role) == nil ? ShapeName.from : .role
    let value = turn.value(.value) != nil || turn.value(.content) == nil ? ShapeName.value : .content
    if turn.value(value, .string) == nil { note(.turn, turn.place(of: value)) }
    let place = turn.place(of: name)
    guard let from = string(turn, name) else {
      note(.turn, place)
      return take(.unknown, at: place)
    }
    let role = Self.role(from)
    if role == .unknown { note(.role, place) }
    take(role, at: place)
  }

  private static func role(_ from: Bytes) -> Role {
    for (name, role) in roles where from.equals(name) { return role }
    return .unknown
  }

  private static let roles: [(StaticString, Role)] = [
    ("human", .human), ("user", .human), ("gpt", .model), ("assistant", .model), ("system", .system),
    ("function_call", .call), ("tool_call", .call), ("observation", .result), ("tool_response", .result),
    ("tool", .tool), ("chatgpt", .model), ("bing", .model), ("bard", .model), ("model", .model),
  ]

  private func take(_ role: Role, at place: ChatPlace) {
    switch role {
    case .result:
      if last != .call { note(.orphanResult, place) }
    case .tool:
      // Several tools may have been called in one turn.
      if last != .model, last != .call, last != .tool { note(.orphanResult, place) }
    default: break
    }
    if let openCall, role != .result, role != .tool { note(.unansweredCall, openCall) }
    openCall = role == .call ? place : nil
    if role == last, role == .human || role == .model { note(.alternation, place) }
    last = role
  }

  private func endConversation(_ conversation: ShapeMembers) {
    record.kind = .conversation
    guard let list = conversation.value(.conversations, .array), list.count > 0 else {
      return note(.conversations, conversation.place(of: .conversations))
    }
    if let openCall { note(.unansweredCall, openCall) }
  }
}
