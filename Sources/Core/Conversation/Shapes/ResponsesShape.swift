/// Items as OpenAI's Responses API takes them:
///
///     {"type":"function_call","call_id":"1","name":"f","arguments":"{}"}
///     {"type":"function_call_output","call_id":"1","output":"r"}
///
/// - SeeAlso: OpenAI's "Create a model response", "input", and the API's own error texts.
class ResponsesShape: ChatShape {
  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == .root { endItem(members) }
  }

  /// Takes note of an item, which may be all of the record or a part of it.
  final func endItem(_ item: ShapeMembers) {
    record.place = item.place(of: .type)
    guard let type = string(item, .type) else {
      // A message may do without its type.
      if item.value(.role, .string) != nil { return endMessage(item) }
      record.kind = .unknown
      return note(.recordType, record.place)
    }
    if type.equals("message") { return endMessage(item) }
    if type.equals("reasoning") {
      record.kind = .reasoning
      record.hasReasoning = true
      return
    }
    if let isNeeded = Self.calls(type) { return endCall(item, isNeeded: isNeeded) }
    if let isNeeded = Self.results(type) { return endResult(item, isNeeded: isNeeded) }
    // What the API does by itself, and what is not known.
    record.kind = Self.isOfModel(type) ? .assistant : .aside
  }

  /// Whether items of a type are tool calls that somebody else answers, and whether they must have a `call_id`.
  private static func calls(_ type: Bytes) -> Bool? {
    if type.equals("function_call") || type.equals("custom_tool_call") { return true }
    if type.equals("computer_call") || type.equals("shell_call") || type.equals("apply_patch_call") { return true }
    return type.equals("local_shell_call") || type.equals("tool_search_call") ? false : nil
  }

  private static func results(_ type: Bytes) -> Bool? {
    if type.equals("function_call_output") || type.equals("custom_tool_call_output") { return true }
    if type.equals("computer_call_output") || type.equals("shell_call_output") { return true }
    if type.equals("apply_patch_call_output") { return true }
    return type.equals("local_shell_call_output") || type.equals("tool_search_output") ? false : nil
  }

  private static func isOfModel(_ type: Bytes) -> Bool {
    type.ends(with: "_call") || type.equals("mcp_approval_request") || type.equals("mcp_list_tools")
  }

  private func endCall(_ item: ShapeMembers, isNeeded: Bool) {
    record.kind = .assistant
    if !addCall(item, .callID), isNeeded || item.has(.callID) { note(.callID, item.place(of: .callID)) }
    if string(item, .type)?.equals("function_call") == true, item.value(.arguments, .string) == nil {
      note(.argumentsType, item.place(of: .arguments))
    }
  }

  private func endResult(_ item: ShapeMembers, isNeeded: Bool) {
    record.kind = .tool
    if !addResult(item, .callID), isNeeded || item.has(.callID) { note(.callID, item.place(of: .callID)) }
  }

  private func endMessage(_ message: ShapeMembers) {
    record.place = message.place(of: .role)
    let role = string(message, .role)
    if role?.equals("user") == true {
      record.kind = .user
    } else if role?.equals("assistant") == true {
      record.kind = .assistant
    } else if role?.equals("system") == true {
      record.kind = .system
    } else if role?.equals("developer") == true {
      record.kind = .developer
    } else {
      record.kind = .unknown
      note(.role, record.place)
    }
  }
}
