import Core

/// The conversations of one file.
struct ConversationGroups {
  /// More than anybody has in one file, and as many as fit into some 30 MB.
  static let largestCount = 100_000

  struct TooMany: DescribedError {
    var message: String { "more than \(ConversationGroups.largestCount) conversations by --group-by" }
    var hint: String? { "split the file, or name another pointer" }
  }

  private let profile: Profile
  private var numbers: [UInt64: Int] = [:]
  private var conversations: [ConversationCheck] = []

  init(_ profile: Profile) {
    self.profile = profile
  }

  /// What stands for the value of `--group-by`: equal for equal strings, however they are spelt.
  static func identity(of value: Bytes) -> UInt64 {
    ValueIdentity.of(value)
  }

  /// Checks the next record of its conversation.
  mutating func check(
    _ record: ProfileCheck.Notes.Record, _ notes: ProfileCheck.Notes, detail: (ChatPlace) -> ChatDetail?,
    tell: (ConversationFault) -> Void
  ) throws(TooMany) {
    let number = try number(of: record.group)
    conversations[number].check(
      record.record, calls: notes.calls[record.calls], results: notes.results[record.results],
      line: record.line.number, detail: detail, tell: tell)
  }

  /// Says that no record follows.
  mutating func end(tell: (ConversationFault) -> Void) {
    for number in conversations.indices { conversations[number].end(tell: tell) }
  }

  private mutating func number(of group: UInt64) throws(TooMany) -> Int {
    if let number = numbers[group] { return number }
    guard conversations.count < Self.largestCount else { throw TooMany() }
    numbers[group] = conversations.count
    conversations.append(ConversationCheck(profile))
    return conversations.count - 1
  }
}
