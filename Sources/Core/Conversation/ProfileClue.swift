/// What one record says of the profile of its file.
package enum ProfileClue: Equatable, Sendable {
  /// It is of this profile.
  case profile(Profile)
  /// A message of plain text, as OpenAI's and Anthropic's APIs both take it.
  case message
}

/// Looks at one record after the other for the profile of a file. Belongs to one thread at a time.
package final class ProfileDetector {
  private var scanner = JSONScanner()
  private var visitor: ShapeVisitor
  private let shape: DetectingShape
  /// Whether a message has come that said nothing: what the system says behind it says nothing either.
  private var hasMessage = false

  package init() {
    shape = DetectingShape()
    visitor = ShapeVisitor(shape)
  }

  /// What a record says, in the order of the file.
  ///
  /// - Throws: if the text is not JSON.
  package func clue(_ text: Bytes) throws(RecordError) -> ProfileClue {
    visitor.begin(text, origin: 0)
    try scanner.scan(text, visitor: &visitor)
    visitor.end()
    if hasMessage, shape.isOfSystem { return .message }
    hasMessage = hasMessage || shape.clue == .message
    return shape.clue
  }
}

/// Tells the shapes apart, and from other logs: a type alone, or an array of some name, is no clue.
private final class DetectingShape: ChatShape {
  private static let block = ShapePath(.content, .element)
  private static let message = ShapePath(.messages, .element)
  private static let turn = ShapePath(.conversations, .element)
  private static let data = ShapePath(.data)

  private(set) var clue = ProfileClue.profile(.json)
  /// Whether it is a message of the system, of which nothing but the role says that it is OpenAI's.
  private(set) var isOfSystem = false
  private var blockClue: Profile?
  private var hasMessage = false
  private var hasTurn = false
  private var hasContentInData = false

  init() {
    super.init(
      objects: [Self.block, Self.message, Self.turn, Self.data],
      arrays: [ShapePath(.content), ShapePath(.messages), ShapePath(.conversations)])
  }

  override func reset() {
    clue = .profile(.json)
    isOfSystem = false
    blockClue = nil
    hasMessage = false
    hasTurn = false
    hasContentInData = false
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    switch path {
    case Self.block: endBlock(members)
    case Self.message: if members.value(.role) != nil { hasMessage = true }
    case Self.turn:
      let isTurn = members.value(.from) != nil && members.value(.value) != nil
      if isTurn || members.value(.role) != nil && members.value(.content) != nil { hasTurn = true }
    case Self.data: hasContentInData = members.value(.content) != nil
    case .root: clue = clue(of: members)
    default: break
    }
  }

  private func endBlock(_ block: ShapeMembers) {
    guard blockClue == nil, let type = string(block, .type) else { return }
    for (name, profile) in Self.blocks where type.equals(name) { blockClue = profile }
  }

  private static let blocks: [(StaticString, Profile)] = [
    ("tool_use", .anthropic), ("tool_result", .anthropic), ("thinking", .anthropic), ("redacted_thinking", .anthropic),
    ("image", .anthropic), ("document", .anthropic), ("server_tool_use", .anthropic), ("search_result", .anthropic),
    ("image_url", .openai), ("input_audio", .openai), ("file", .openai), ("refusal", .openai),
    ("input_text", .responses), ("output_text", .responses), ("input_image", .responses), ("input_file", .responses),
  ]

  private func clue(of record: ShapeMembers) -> ProfileClue {
    if hasMessage, record.value(.model) == nil { return .profile(.openAIFineTuning) }
    if hasTurn { return .profile(.shareGPT) }
    if record.value(.role, .string) != nil { return clue(ofMessage: record) }
    guard let type = string(record, .type) else { return .profile(.json) }
    func isOne(of names: [StaticString]) -> Bool { names.contains { type.equals($0) } }
    if isOne(of: Self.codex), record.value(.payload, .object) != nil { return .profile(.codex) }
    if isOne(of: Self.langChain), hasContentInData { return .profile(.langChain) }
    if isOne(of: ["user", "assistant"]), record.value(.message, .object) != nil { return .profile(.claudeCode) }
    if record.value(.parentUUID) != nil || record.value(.leafUUID) != nil { return .profile(.claudeCode) }
    let hasSession = record.value(.sessionID) != nil || record.value(.streamSessionID) != nil
    if isOne(of: Self.bookkeeping) || hasSession && isOne(of: Self.commonBookkeeping) { return .profile(.claudeCode) }
    return .profile(isOne(of: Self.items) ? .responses : .json)
  }

  private static let codex: [StaticString] = [
    "session_meta", "response_item", "event_msg", "turn_context", "compacted",
  ]
  private static let langChain: [StaticString] = ["human", "ai", "system", "tool", "function", "chat", "developer"]
  private static let bookkeeping: [StaticString] = [
    "file-history-snapshot", "queue-operation", "permission-mode", "custom-title", "ai-title", "agent-name",
    "agent-color", "last-prompt", "worktree-state", "cost-state", "pr-link",
  ]
  /// Words that other logs use too.
  private static let commonBookkeeping: [StaticString] = [
    "system", "summary", "progress", "attachment", "mode", "tag", "agent-setting",
  ]
  private static let items: [StaticString] = [
    "function_call", "function_call_output", "custom_tool_call", "custom_tool_call_output", "reasoning",
    "computer_call", "computer_call_output", "shell_call", "shell_call_output", "local_shell_call",
    "local_shell_call_output", "apply_patch_call", "apply_patch_call_output", "web_search_call", "file_search_call",
    "code_interpreter_call", "image_generation_call", "mcp_call", "mcp_list_tools", "item_reference",
  ]

  private func clue(ofMessage message: ShapeMembers) -> ProfileClue {
    if let blockClue { return .profile(blockClue) }
    guard let role = string(message, .role) else { return .profile(.json) }
    let isOpenAI =
      role.equals("system") || role.equals("developer") || role.equals("tool") || role.equals("function")
    let isCommon = role.equals("user") || role.equals("assistant")
    guard isOpenAI || isCommon else { return .profile(.json) }
    let hasCalls = message.value(.toolCalls) != nil || message.value(.functionCall) != nil
    guard message.value(.content) != nil || hasCalls || message.value(.toolCallID) != nil else {
      return .profile(.json)
    }
    let isTypedMessage = string(message, .type)?.equals("message") == true
    if isTypedMessage, message.value(.stopReason) == nil, message.value(.model) == nil { return .profile(.responses) }
    isOfSystem = role.equals("system") && message.has(.content)
    if isOpenAI || hasCalls || message.value(.refusal) != nil || !message.has(.content) { return .profile(.openai) }
    return message.value(.stopReason) != nil ? .profile(.anthropic) : .message
  }
}
