import Core

/// A rule of a profile that is broken, and where.
struct ChatFaultKind: FaultKind {
  var profile: Profile
  var chatRule: ChatRule
  var place: ChatPlace
  /// Where the message stands in the record: what `--at` names.
  var prefix: String
  /// The value, or its beginning, if values are to be shown.
  var value: String?

  var rule: String { profile.name(of: chatRule) }
  var pointer: String? { prefix + place.pointer }
  var message: String { chatRule.message + (value.map { ": \($0)" } ?? "") }
  var isPointerForPeople: Bool { true }
}
