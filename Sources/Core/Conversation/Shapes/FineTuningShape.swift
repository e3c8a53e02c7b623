/// Examples for OpenAI's fine-tuning, a conversation a line:
///
///     {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"A"}]}
///
/// The rules are the seven checks of the cookbook, with what the API has taken up since: the members and the role of
/// tool calls, in examples that have some.
///
/// - SeeAlso: OpenAI's cookbook, "Data preparation and analysis for chat model fine-tuning".
final class FineTuningShape: ChatShape {
  private static let messages = ShapePath(.messages)
  private static let message = ShapePath(.messages, .element)

  private var hasAssistant = false
  private var hasToolCalls = false
  /// Tool messages, which need an example with tool calls.
  private var toolPlaces: [ChatFault] = []

  init() {
    super.init(objects: [Self.message], arrays: [Self.messages])
  }

  override func reset() {
    hasAssistant = false
    hasToolCalls = false
    toolPlaces.removeAll(keepingCapacity: true)
  }

  override func refuseRecord() {
    record.kind = .unknown
    note(.dataType, record.place)
  }

  override func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {
    note(.messageMissingKey, place)
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == Self.message { endMessage(members) }
    if path == .root { endExample(members) }
  }

  private static let recognized =
    ShapeName.role.bit | ShapeName.content.bit | ShapeName.name.bit | ShapeName.functionCall.bit | ShapeName.weight.bit
    | ShapeName.toolCalls.bit | ShapeName.refusal.bit | ShapeName.audio.bit

  private func endMessage(_ message: ShapeMembers) {
    let role = string(message, .role)
    let isTool = role?.equals("tool") == true
    let isAssistant = role?.equals("assistant") == true
    hasAssistant = hasAssistant || isAssistant
    let hasCalls = isAssistant && message.value(.toolCalls, .array) != nil
    hasToolCalls = hasToolCalls || hasCalls
    if role == nil && message.value(.role) == nil || message.value(.content) == nil && !hasCalls {
      note(.messageMissingKey, message.place)
    }
    let unknown = message.present & ~(isTool ? Self.recognized | ShapeName.toolCallID.bit : Self.recognized)
    if let name = ShapeName(rawValue: UInt8(truncatingIfNeeded: unknown.trailingZeroBitCount)), unknown != 0 {
      note(.messageUnrecognizedKey, message.place(of: name))
    }
    if isTool {
      toolPlaces.append(ChatFault(.unrecognizedRole, at: message.place(of: .role)))
    } else if !isAssistant, !Self.isRole(role) {
      note(.unrecognizedRole, message.place(of: .role))
    }
    let content = message.value(.content, .string)
    let hasText = content.map { $0.end - $0.start > 2 } ?? false
    if hasCalls || hasText || content != nil && isTrue(message, .functionCall) { return }
    note(.missingContent, message.place(of: .content))
  }

  private static func isRole(_ role: Bytes?) -> Bool {
    guard let role else { return false }
    return role.equals("system") || role.equals("user") || role.equals("function")
  }

  /// Whether a member is what Python takes for true; an empty object is not.
  private func isTrue(_ members: ShapeMembers, _ name: ShapeName) -> Bool {
    guard let value = members.value(name) else { return false }
    switch value.kind {
    case .string: return value.end - value.start > 2
    case .literal: return members.isTrue(name)
    case .number: return !members.isZero(value)
    case .object, .array: return !members.isEmpty(value)
    }
  }

  private func endExample(_ example: ShapeMembers) {
    record.kind = .conversation
    let list = example.value(.messages, .array)
    guard let list, list.count > 0 else {
      return note(.missingMessagesList, example.place(of: .messages))
    }
    if !hasToolCalls { for fault in toolPlaces { note(fault.rule, fault.place) } }
    if !hasAssistant { note(.exampleMissingAssistantMessage, example.place(of: .messages)) }
  }
}
