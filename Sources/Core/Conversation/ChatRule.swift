/// The rules of the profiles; one that several profiles have means the same in each.
package enum ChatRule: String, CaseIterable, Sendable {
  // Shape.
  case notAnObject = "not-an-object"
  case recordType = "type"
  case message
  case role
  case content
  case emptyContent = "empty-content"
  case emptyText = "empty-text"
  case emptyToolCalls = "empty-tool-calls"
  case block
  case blockType = "block-type"
  case blockRole = "block-role"
  case callID = "call-id"
  case callShape = "call-shape"
  case argumentsType = "arguments-type"
  case argumentsJSON = "arguments-json"
  case resultID = "result-id"
  case resultsFirst = "results-first"
  case unsignedThinking = "unsigned-thinking"
  // Pairing.
  case unansweredCall = "unanswered-call"
  case orphanResult = "orphan-result"
  case lateResult = "late-result"
  case duplicateCall = "duplicate-call"
  case duplicateResult = "duplicate-result"
  case reasoning
  // Order.
  case firstUser = "first-user"
  case systemRole = "system-role"
  case systemPlace = "system-place"
  case firstMeta = "first-meta"
  case alternation
  case trailingBlank = "trailing-blank"
  case duplicateUUID = "duplicate-uuid"
  case unknownParent = "unknown-parent"
  // Whole conversations in a line.
  case dataType = "data-type"
  case missingMessagesList = "missing-messages-list"
  case messageMissingKey = "message-missing-key"
  case messageUnrecognizedKey = "message-unrecognized-key"
  case unrecognizedRole = "unrecognized-role"
  case missingContent = "missing-content"
  case exampleMissingAssistantMessage = "example-missing-assistant-message"
  case fewExamples = "few-examples"
  case conversations
  case turn
  // Log records with a message inside.
  case noMessage = "no-message"

  /// What a report says, in lower case, without a full stop.
  package var message: String {
    switch self {
    case .notAnObject: "the record is not an object"
    case .recordType: "the record does not say what it is"
    case .message: "the record has no message of its kind"
    case .role: "no role that the API knows"
    case .content: "content is missing or of a wrong type"
    case .emptyContent: "the message has no content"
    case .emptyText: "text is empty or blank"
    case .emptyToolCalls: "a list of tool calls without a call"
    case .block: "not a content block, or one that lacks what its type needs"
    case .blockType: "a content block of a type that is not known"
    case .blockRole: "a block that messages of this role cannot have"
    case .callID: "the tool call has no id, or one that the API refuses"
    case .callShape: "the tool call does not say which function is called"
    case .argumentsType: "arguments are not a string"
    case .argumentsJSON: "arguments are not JSON"
    case .resultID: "the tool result does not name its call"
    case .resultsFirst: "a tool result behind other content"
    case .unsignedThinking: "thinking without a signature"
    case .unansweredCall: "the tool call has no result where one must follow"
    case .orphanResult: "a tool result without its call"
    case .lateResult: "a tool result in another message than the one right behind its call"
    case .duplicateCall: "another tool call has this id"
    case .duplicateResult: "the tool call has a result already"
    case .reasoning: "reasoning without the item that it belongs to"
    case .firstUser: "the first message is not the user's"
    case .systemRole: "a system message in the middle, which not all models take"
    case .systemPlace: "a system message that is not right behind one of the user"
    case .firstMeta: "the first record is not session_meta"
    case .alternation: "two messages of the same role in a row"
    case .trailingBlank: "the final assistant text ends in white space"
    case .duplicateUUID: "another record has this uuid"
    case .unknownParent: "no record before has the uuid of the parent"
    case .dataType: "the example is not an object"
    case .missingMessagesList: "the example has no list of messages"
    case .messageMissingKey: "the message lacks role or content"
    case .messageUnrecognizedKey: "the message has a member that is not known"
    case .unrecognizedRole: "no role that fine-tuning knows"
    case .missingContent: "content is empty or not a string"
    case .exampleMissingAssistantMessage: "no message of the assistant"
    case .fewExamples: "fewer than 10 examples"
    case .conversations: "the record has no list of turns"
    case .turn: "not a turn with from and value"
    case .noMessage: "no record has anything at --at"
    }
  }
}

extension Profile {
  /// A rule of a profile, and how bad it is to break it.
  package struct Rule: Sendable {
    package var rule: ChatRule
    /// Nil for one that is off unless somebody asks for it.
    package var severity: Diagnostic.Severity?
  }

  /// The name of a rule as reports give it: `anthropic/empty-text`.
  package func name(of rule: ChatRule) -> String { "\(rawValue)/\(rule.rawValue)" }

  /// The rules that the profile has besides those of JSON.
  package var rules: [Rule] {
    guard isChat else { return [] }
    let errors: [ChatRule]
    var warnings: [ChatRule] = []
    var strict: [ChatRule] = []
    switch self {
    case .json: errors = []
    case .openai:
      errors = [
        .notAnObject, .role, .content, .emptyContent, .emptyToolCalls, .callID, .callShape, .argumentsType, .resultID,
        .unansweredCall, .orphanResult, .duplicateCall, .duplicateResult,
      ]
      warnings = [.argumentsJSON]
    case .anthropic:
      errors = [
        .notAnObject, .role, .content, .emptyContent, .emptyText, .block, .blockRole, .callID, .resultID,
        .resultsFirst, .firstUser, .systemPlace, .unansweredCall, .orphanResult, .lateResult, .duplicateCall,
        .duplicateResult,
      ]
      warnings = [.systemRole, .blockType, .unsignedThinking, .trailingBlank]
      strict = [.alternation]
    case .claudeCode:
      errors = [
        .notAnObject, .recordType, .message, .callID, .resultID, .duplicateUUID, .unansweredCall, .orphanResult,
        .duplicateCall, .duplicateResult,
      ]
      warnings = [.unknownParent]
    case .codex:
      errors = [
        .notAnObject, .recordType, .firstMeta, .callID, .unansweredCall, .orphanResult, .duplicateCall,
        .duplicateResult,
      ]
    case .responses:
      errors = [
        .notAnObject, .recordType, .role, .callID, .argumentsType, .unansweredCall, .orphanResult, .duplicateCall,
        .duplicateResult,
      ]
      warnings = [.reasoning]
    case .openAIFineTuning:
      errors = [
        .dataType, .missingMessagesList, .messageMissingKey, .messageUnrecognizedKey, .unrecognizedRole,
        .missingContent, .exampleMissingAssistantMessage,
      ]
      warnings = [.fewExamples]
    case .shareGPT:
      errors = [.notAnObject, .conversations, .turn, .role, .unansweredCall, .orphanResult]
      strict = [.alternation]
    case .langChain:
      errors = [
        .notAnObject, .role, .message, .content, .callID, .resultID, .unansweredCall, .orphanResult, .duplicateCall,
        .duplicateResult,
      ]
    }
    warnings.append(.noMessage)
    return errors.map { Rule(rule: $0, severity: .error) } + warnings.map { Rule(rule: $0, severity: .warning) }
      + strict.map { Rule(rule: $0, severity: nil) }
  }
}
