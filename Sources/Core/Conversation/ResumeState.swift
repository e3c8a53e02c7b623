/// The profile of a file, from the first record on that shows it.
package final class ProfileWatch {
  private var profile: Profile?
  private let detector = ProfileDetector()

  /// - Parameter profile: nil if the records are to show it.
  package init(_ profile: Profile?) {
    self.profile = profile
  }

  /// The profile as far as it is known with this record; nil as long as all were messages of plain text, which two
  /// profiles have in common.
  package func profile(with record: Bytes) -> Profile? {
    if profile == nil, case .profile(let found) = try? detector.clue(record) { profile = found }
    return profile
  }
}

/// Where a conversation stands: who spoke last, which tool calls wait, and who may speak next.
package final class ResumeState {
  package private(set) var profile: Profile?
  /// Nil before the first message.
  package private(set) var lastKind: ChatRecord.Kind?
  private let watch: ProfileWatch
  private var reader: ChatReader?
  private var tracker: CallTracker?

  /// - Parameter profile: nil if the records are to show it.
  package init(_ profile: Profile?) {
    self.profile = profile
    watch = ProfileWatch(profile)
  }

  /// Takes the next record.
  package func take(_ record: Bytes) {
    let known = watch.profile(with: record)
    if reader == nil || known != profile {
      profile = known
      // Plain messages have the same roles in either profile.
      reader = ChatReader(known ?? .openai)
      tracker = CallTracker(known ?? .openai)
    }
    guard let reader, (try? reader.read(record)) != nil else { return }
    switch reader.record.kind {
    case .aside, .conversation, .unknown: break
    case let kind: lastKind = kind
    }
    tracker?.follow(record, with: reader)
  }

  /// The ids of the tool calls that wait for their results, as they are spelt between their quotes.
  package var openIDs: [[UInt8]] { tracker?.openIDs ?? [] }

  /// Who may speak next, in the words of the profile; nothing if that cannot be said.
  package var next: [ChatRecord.Kind] {
    guard profile?.isChat ?? (lastKind != nil), profile?.isConversationPerLine != true else { return [] }
    let isAnthropic = profile == .anthropic || profile == .claudeCode
    guard openIDs.isEmpty else { return [isAnthropic ? .user : .tool] }
    switch lastKind {
    case nil: return isAnthropic ? [.user] : [.system, .user]
    case .assistant, .system, .developer: return [.user]
    default: return [.assistant]
    }
  }
}
