/// Messages as OpenAI's Chat Completions API takes them:
///
///     {"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]}
///     {"role":"tool","tool_call_id":"1","content":"r"}
///
/// - SeeAlso: OpenAI's "Create chat completion", and the API's own error texts.
final class OpenAIShape: ChatShape {
  private static let calls = ShapePath(.toolCalls)
  private static let call = ShapePath(.toolCalls, .element)
  private static let function = ShapePath(.toolCalls, .element, .function)

  private var nested = JSONScanner()
  private let decoded = ByteBuffer(capacity: 256)

  init() {
    super.init(objects: [Self.call, Self.function], arrays: [ShapePath(.content), Self.calls])
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    switch path {
    case Self.function: endFunction(members)
    case Self.call: endCall(members)
    case .root: endMessage(members)
    default: break
    }
  }

  override func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {
    if path == Self.calls { note(.callShape, place) }
  }

  private func endFunction(_ function: ShapeMembers) {
    let place = function.place(of: .arguments)
    guard let value = function.value(.arguments, .string) else { return note(.argumentsType, place) }
    let body = function.body(value)
    decoded.removeAll(keepingAtMost: 1 << 20)
    var text = body
    if value.hasEscapes {
      JSONString.decode(body, into: decoded)
      text = decoded.bytes
    }
    do throws(RecordError) {
      try nested.check(text)
    } catch {
      // The fault has its place in the decoded text; the line's is wanted.
      var offsets = [error.offset]
      if value.hasEscapes { JSONString.locate(&offsets, roundsUp: { _ in false }, in: body) }
      var inner = place
      inner.offset += 1 + min(offsets[0], body.count)
      note(.argumentsJSON, inner)
    }
  }

  private func endCall(_ call: ShapeMembers) {
    if !addCall(call, .id) { note(.callID, call.place(of: .id)) }
    if call.value(.function, .object) == nil, call.value(.custom, .object) == nil {
      note(.callShape, call.place(of: .function))
    }
  }

  private func endMessage(_ message: ShapeMembers) {
    record.place = message.place(of: .role)
    record.kind = string(message, .role).flatMap(Self.kind) ?? .unknown
    if record.kind == .unknown { note(.role, record.place) }
    if record.kind == .assistant { endAssistant(message) } else { forgetCalls() }
    if record.kind == .tool, !addResult(message, .toolCallID) { note(.resultID, message.place(of: .toolCallID)) }
    endContent(message)
  }

  private static func kind(_ role: Bytes) -> ChatRecord.Kind? {
    if role.equals("user") { return .user }
    if role.equals("assistant") { return .assistant }
    if role.equals("tool") { return .tool }
    if role.equals("system") { return .system }
    if role.equals("developer") { return .developer }
    return role.equals("function") ? .function : nil
  }

  private func endAssistant(_ message: ShapeMembers) {
    guard message.has(.toolCalls) else { return }
    guard let list = message.value(.toolCalls, .array) else {
      return note(.callShape, message.place(of: .toolCalls))
    }
    if list.count == 0 { note(.emptyToolCalls, message.place(of: .toolCalls)) }
  }

  private func endContent(_ message: ShapeMembers) {
    let place = message.place(of: .content)
    guard message.has(.content) else {
      guard record.kind == .assistant else {
        // What a deprecated function gave may be nothing.
        return record.kind == .function && message.value(.content) != nil ? () : note(.content, place)
      }
      let hasCalls = message.has(.toolCalls) || message.has(.functionCall)
      return hasCalls || message.has(.refusal) || message.has(.audio) ? () : note(.emptyContent, place)
    }
    guard let content = message.value(.content), content.kind == .string || content.kind == .array else {
      return note(.content, place)
    }
    if content.kind == .array, content.count == 0 { note(.content, place) }
  }
}
