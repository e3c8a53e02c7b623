/// Messages as Anthropic's Messages API takes them:
///
///     {"role":"assistant","content":[{"type":"tool_use","id":"toolu_1","name":"f","input":{}}]}
///     {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"r"}]}
///
/// - SeeAlso: Anthropic's "Messages" and "How to implement tool use", and the API's own error texts.
class AnthropicShape: ChatShape {
  private let messagePath: ShapePath
  private let contentPath: ShapePath
  private let blockPath: ShapePath
  /// Whether something else than a tool result has come in the content.
  private var hasOther = false
  private var hasMisplacedResult = false
  /// Where a last block of text ends in white space.
  private var trailingBlank: ChatPlace?

  /// - Parameter message: where the message stands in the record.
  init(message: ShapePath = .root) {
    messagePath = message
    contentPath = message.appending(.content)
    blockPath = contentPath.appending(.element)
    super.init(objects: [message, blockPath], arrays: [contentPath])
  }

  override func reset() {
    hasOther = false
    hasMisplacedResult = false
    trailingBlank = nil
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == blockPath { endBlock(members) } else if path == messagePath { endMessage(members) }
  }

  override func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {
    note(.block, place)
    hasOther = true
    trailingBlank = nil
  }

  // MARK: Blocks

  private func endBlock(_ block: ShapeMembers) {
    guard let name = string(block, .type) else {
      hasOther = true
      trailingBlank = nil
      return note(.block, block.place(of: .type))
    }
    trailingBlank = nil
    if name.equals("tool_result") { return endToolResult(block) }
    hasOther = true
    if name.equals("text") {
      endText(block)
    } else if name.equals("tool_use") {
      // The API takes letters, digits, "_" and "-".
      if !addCall(block, .id) || !isCallID(block) { note(.callID, block.place(of: .id)) }
    } else if name.equals("thinking") {
      record.hasReasoning = true
      if (block.value(.signature, .string).map { $0.end - $0.start } ?? 0) <= 2 {
        note(.unsignedThinking, block.place(of: .signature))
      }
    } else if name.equals("redacted_thinking") {
      record.hasReasoning = true
    } else if !Self.knownTypes.contains(where: { name.equals($0) }) {
      note(.blockType, block.place(of: .type))
    }
  }

  private static let knownTypes: [StaticString] = [
    "image", "document", "search_result", "server_tool_use", "web_search_tool_result", "web_fetch_tool_result",
    "code_execution_tool_result", "bash_code_execution_tool_result", "text_editor_code_execution_tool_result",
    "tool_search_tool_result", "tool_reference", "mcp_tool_use", "mcp_tool_result", "container_upload", "compaction",
    "mid_conv_system",
  ]

  private func endText(_ block: ShapeMembers) {
    guard let text = block.value(.text, .string) else { return note(.block, block.place(of: .text)) }
    let body = block.body(text)
    if BlankText.isBlank(body) {
      note(.emptyText, block.place(of: .text))
    } else if BlankText.endsBlank(body) {
      trailingBlank = block.place(of: .text)
    }
  }

  private func endToolResult(_ block: ShapeMembers) {
    if hasOther, !hasMisplacedResult {
      hasMisplacedResult = true
      note(.resultsFirst, block.place)
    }
    if !addResult(block, .toolUseID) { note(.resultID, block.place(of: .toolUseID)) }
  }

  private func isCallID(_ block: ShapeMembers) -> Bool {
    guard let value = block.value(.id, .string) else { return false }
    return block.body(value).allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  // MARK: The message

  private func endMessage(_ message: ShapeMembers) {
    let place = message.place(of: .role)
    record.place = place
    let role = string(message, .role)
    if role?.equals("user") == true {
      record.kind = .user
    } else if role?.equals("assistant") == true {
      record.kind = .assistant
    } else if role?.equals("system") == true {
      record.kind = .system
    } else {
      note(.role, place)
      record.kind = .unknown
    }
    endContent(message)
    switch record.kind {
    case .user:
      for call in calls { note(.blockRole, call.place) }
      forgetCalls()
      record.holdsResults = !results.isEmpty
    case .assistant:
      for result in results { note(.blockRole, result.place) }
      forgetResults()
      if let trailingBlank { record.faultIfLast = ChatFault(.trailingBlank, at: trailingBlank) }
    case .system:
      for call in calls + results { note(.blockRole, call.place) }
      forgetCalls()
      forgetResults()
    default:
      forgetCalls()
      forgetResults()
    }
    endMessageOfKind(message)
  }

  /// Takes note of what else a message has.
  func endMessageOfKind(_ message: ShapeMembers) {}

  private func endContent(_ message: ShapeMembers) {
    let place = message.place(of: .content)
    guard let content = message.value(.content), content.kind == .string || content.kind == .array else {
      return note(.content, place)
    }
    let isString = content.kind == .string
    let isEmpty = isString ? content.end - content.start == 2 : content.count == 0
    let fault = ChatFault(isString ? .emptyText : .emptyContent, at: place)
    if isEmpty, record.kind == .assistant {
      // The final assistant message alone may be empty.
      record.faultIfFollowed = fault
    } else if isEmpty {
      note(fault.rule, fault.place)
    } else if isString {
      let body = message.body(content)
      if BlankText.isBlank(body) { note(.emptyText, place) } else if BlankText.endsBlank(body) { trailingBlank = place }
    }
  }
}
