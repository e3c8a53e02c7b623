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

  package init() {
    shape = DetectingShape()
    visitor = ShapeVisitor(shape)
  }

  /// What a record says.
  ///
  /// - Throws: if the text is not JSON.
  package func clue(_ text: Bytes) throws(RecordError) -> ProfileClue {
    visitor.begin(text, origin: 0)
    try scanner.scan(text, visitor: &visitor)
    visitor.end()
    return shape.clue
  }
}

/// Tells the shapes apart.
private final class DetectingShape: ChatShape {
  private static let content = ShapePath(.content)
  private static let block = ShapePath(.content, .element)

  private(set) var clue = ProfileClue.profile(.json)
  private var blockClue: Profile?

  init() {
    super.init(objects: [Self.block], arrays: [Self.content])
  }

  override func reset() {
    clue = .profile(.json)
    blockClue = nil
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == Self.block { endBlock(members) }
    if path == .root { clue = clue(of: members) }
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
    let isTyped = record.value(.type, .string) != nil
    if isTyped, record.value(.payload, .object) != nil, record.value(.timestamp) != nil { return .profile(.codex) }
    if record.value(.messages, .array) != nil, record.value(.model) == nil { return .profile(.openAIFineTuning) }
    if record.value(.conversations, .array) != nil { return .profile(.shareGPT) }
    if record.value(.role, .string) != nil { return clue(ofMessage: record) }
    guard isTyped else { return .profile(.json) }
    if record.value(.data, .object) != nil, isType(record, Self.langChain) { return .profile(.langChain) }
    if record.value(.uuid) != nil || record.value(.sessionID) != nil || record.value(.leafUUID) != nil
      || isType(record, ["file-history-snapshot"])
    {
      return .profile(.claudeCode)
    }
    return .profile(isItem(record) ? .responses : .json)
  }

  private static let langChain: [StaticString] = ["human", "ai", "system", "tool", "function", "chat", "developer"]

  /// Whether the record is an item of the Responses API that is no message.
  private func isItem(_ record: ShapeMembers) -> Bool {
    guard let type = string(record, .type) else { return false }
    if type.equals("reasoning") || type.equals("item_reference") { return true }
    return type.ends(with: "_call") || type.ends(with: "_call_output")
  }

  private func isType(_ record: ShapeMembers, _ names: [StaticString]) -> Bool {
    guard let type = string(record, .type) else { return false }
    return names.contains { type.equals($0) }
  }

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
    if isType(message, ["message"]), message.value(.stopReason) == nil, message.value(.model) == nil {
      return .profile(.responses)
    }
    if isOpenAI || hasCalls || message.value(.refusal) != nil || !message.has(.content) { return .profile(.openai) }
    return message.value(.stopReason) != nil ? .profile(.anthropic) : .message
  }
}
