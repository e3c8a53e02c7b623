/// Messages as LangChain writes them:
///
///     {"type":"ai","data":{"content":"","tool_calls":[{"name":"f","args":{},"id":"1","type":"tool_call"}]}}
///     {"type":"tool","data":{"content":"r","tool_call_id":"1"}}
///
/// - SeeAlso: `message_to_dict` and `messages_from_dict` of LangChain.
final class LangChainShape: ChatShape {
  private static let data = ShapePath(.data)
  private static let calls = ShapePath(.data, .toolCalls)
  private static let call = ShapePath(.data, .toolCalls, .element)

  /// What may be wrong with the data of a message, which depends on its type.
  private var contentFault: ChatFault?
  private var resultFault: ChatFault?

  init() {
    super.init(objects: [Self.data, Self.call], arrays: [Self.calls])
  }

  override func reset() {
    contentFault = nil
    resultFault = nil
  }

  override func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {
    note(.callID, place)
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    switch path {
    case Self.call: if !addCall(members, .id) { note(.callID, members.place(of: .id)) }
    case Self.data: endData(members)
    case .root: endMessage(members)
    default: break
    }
  }

  private func endData(_ data: ShapeMembers) {
    let content = data.value(.content)
    if content?.kind != .string, content?.kind != .array {
      contentFault = ChatFault(.content, at: data.place(of: .content))
    }
    if !addResult(data, .toolCallID) { resultFault = ChatFault(.resultID, at: data.place(of: .toolCallID)) }
  }

  private func endMessage(_ message: ShapeMembers) {
    record.place = message.place(of: .type)
    record.kind = string(message, .type).flatMap(Self.kind) ?? .unknown
    if record.kind == .unknown { note(.role, record.place) }
    if record.kind != .assistant { forgetCalls() }
    if record.kind != .tool { forgetResults() }
    guard message.value(.data, .object) != nil else { return note(.message, message.place(of: .data)) }
    if let contentFault, record.kind != .aside { note(contentFault.rule, contentFault.place) }
    if let resultFault, record.kind == .tool { note(resultFault.rule, resultFault.place) }
  }

  private static func kind(_ type: Bytes) -> ChatRecord.Kind? {
    for (name, kind) in kinds where type.equals(name) { return kind }
    return nil
  }

  private static let kinds: [(StaticString, ChatRecord.Kind)] = [
    ("human", .user), ("ai", .assistant), ("tool", .tool), ("system", .system), ("developer", .developer),
    ("function", .function), ("chat", .user), ("remove", .aside), ("HumanMessageChunk", .user),
    ("AIMessageChunk", .assistant), ("ToolMessageChunk", .tool), ("SystemMessageChunk", .system),
    ("FunctionMessageChunk", .function), ("ChatMessageChunk", .user),
  ]
}
