/// Lines of a session as Claude Code keeps it: messages, and bookkeeping of many types that is never sent.
///
///     {"type":"assistant","message":{"id":"msg_1","role":"assistant","content":[…]},"uuid":"…","parentUuid":"…"}
///
/// One message may be several lines, a block each, with the same `message.id`.
final class ClaudeCodeShape: AnthropicShape {
  private var messageRole = ChatRecord.Kind.unknown
  private var messageID: UInt64 = 0

  init() {
    super.init(message: ShapePath(.message))
  }

  override func reset() {
    super.reset()
    messageRole = .unknown
    messageID = 0
  }

  override func endMessageOfKind(_ message: ShapeMembers) {
    messageRole = record.kind
    messageID = identity(message, .id)
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    guard path == .root else { return super.object(members, at: path) }
    record.uuid = identity(members, .uuid)
    record.uuidPlace = members.place(of: .uuid)
    record.parent = identity(members, .parentUUID)
    record.parentPlace = members.place(of: .parentUUID)
    guard let type = string(members, .type) else {
      forgetMessage()
      record.kind = .unknown
      return note(.recordType, members.place(of: .type))
    }
    let kind: ChatRecord.Kind = type.equals("user") ? .user : type.equals("assistant") ? .assistant : .aside
    guard kind != .aside, !members.isTrue(.isSidechain) else {
      forgetMessage()
      record.kind = .aside
      return
    }
    record.place = members.place(of: .type)
    record.kind = kind
    record.isMeta = members.isTrue(.isMeta)
    record.messageID = kind == .assistant ? messageID : 0
    // Claude Code mends empty texts itself.
    record.faultIfFollowed = nil
    record.faultIfLast = nil
    guard messageRole == kind else {
      forgetMessage()
      record.kind = .unknown
      return note(.message, members.place(of: .message))
    }
  }

  /// Forgets the message of a record that is none of the conversation.
  private func forgetMessage() {
    forget()
    record.messageID = 0
    record.holdsResults = false
    record.hasReasoning = false
    record.faultIfFollowed = nil
    record.faultIfLast = nil
  }
}
