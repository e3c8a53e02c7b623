/// What one record of a conversation is, as far as others depend on it: its text stays where it is.
package struct ChatRecord: Sendable {
  /// Who speaks, in the words of the profile that comes nearest.
  package enum Kind: String, CaseIterable, Sendable {
    /// Nothing that is sent to a model: a log's other records, bookkeeping, side chains.
    case aside
    case system, developer, user
    /// The model, and each of its tool calls where they are records of their own.
    case assistant
    /// A tool's result.
    case tool
    /// The result of a function, in OpenAI's older form.
    case function
    /// The model's reasoning, where it is a record of its own.
    case reasoning
    /// A whole conversation.
    case conversation
    /// A role that nobody knows.
    case unknown
  }

  package var kind = Kind.aside
  /// Whether it is a user's message that holds tool results: no place for a conversation to start.
  package var holdsResults = false
  /// Whether it holds reasoning: thinking blocks, or a reasoning item.
  package var hasReasoning = false
  /// Whether the program wrote it in the user's name.
  package var isMeta = false
  /// Of records with the same one, not 0, each holds a part of one message.
  package var messageID: UInt64 = 0
  /// What identifies the record, 0 if nothing does.
  package var uuid: UInt64 = 0
  /// What identifies the record before it, 0 if there is none.
  package var parent: UInt64 = 0

  /// Of what says its kind, or of the record.
  package var place = ChatPlace(offset: 0, path: .root)
  var uuidPlace = ChatPlace(offset: 0, path: .root)
  var parentPlace = ChatPlace(offset: 0, path: .root)
  /// What is wrong with it if another message follows, and what if none does.
  var faultIfFollowed: ChatFault?
  var faultIfLast: ChatFault?
  /// Whether it is what a profile wants first.
  var isHeader = false

  package init() {}
}

/// A tool call, or a tool result that names it.
package struct ToolReference: Sendable {
  /// Equal for equal ids, in this process alone.
  package var id: UInt64
  /// The id in the record, between its quotes, as it is spelt.
  package var range: Range<Int>
  package var hasEscapes: Bool
  /// Of the id.
  package var place: ChatPlace
}

/// A rule that a record breaks, and where.
package struct ChatFault: Equatable, Sendable {
  package var rule: ChatRule
  package var place: ChatPlace

  package init(_ rule: ChatRule, at place: ChatPlace) {
    self.rule = rule
    self.place = place
  }
}
