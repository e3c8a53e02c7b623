/// What the lines of a file are, and so what they are held to.
package enum Profile: String, CaseIterable, Sendable {
  /// Any JSON.
  case json
  /// Messages as OpenAI's Chat Completions API takes them.
  case openai
  /// Messages as Anthropic's Messages API takes them.
  case anthropic
  /// A session as Claude Code keeps it.
  case claudeCode = "claude-code"
  /// A session as Codex keeps it.
  case codex
  /// Items as OpenAI's Responses API takes them.
  case responses
  /// Examples for fine-tuning, a conversation a line.
  case openAIFineTuning = "openai-finetune"
  /// Conversations in the form of ShareGPT, one a line.
  case shareGPT = "sharegpt"
  /// Messages as LangChain writes them.
  case langChain = "langchain"

  /// Those of conversations.
  package static let chats = allCases.filter(\.isChat)

  /// Those with a message a line, or a part of one.
  package static let messages = chats.filter { !$0.isConversationPerLine }

  /// Whether the lines are of conversations.
  package var isChat: Bool { self != .json }

  /// Whether each line is a whole conversation.
  package var isConversationPerLine: Bool { self == .openAIFineTuning || self == .shareGPT }

  func makeShape() -> ChatShape? {
    switch self {
    case .json: nil
    case .openai: OpenAIShape()
    case .anthropic: AnthropicShape()
    case .claudeCode: ClaudeCodeShape()
    case .codex: CodexShape()
    case .responses: ResponsesShape()
    case .openAIFineTuning: FineTuningShape()
    case .shareGPT: ShareGPTShape()
    case .langChain: LangChainShape()
    }
  }
}
