import Core

/// What `--profile` asks for.
enum ProfileOption: Equatable {
  /// What the first records say.
  case auto
  case profile(Profile)
  /// Records of `seal`, in any of their forms.
  case sealed

  /// Nil for what the records show.
  var profile: Profile? {
    guard case .profile(let profile) = self else { return nil }
    return profile
  }

  static let words = ["auto"] + Profile.allCases.map(\.rawValue) + ["sealed"]

  init(_ arguments: Arguments) throws(UsageError) {
    guard let word = arguments[.profile], word != "auto" else {
      // A schema says by itself what the lines are.
      self = arguments.has(.schema) && !arguments.has(.profile) ? .profile(.json) : .auto
      return
    }
    guard word != "sealed" else {
      self = .sealed
      return
    }
    guard let profile = Profile(rawValue: word) else {
      throw UsageError("\(Option.profile.name) takes one of \(Self.words.joined(separator: ", "))")
    }
    self = .profile(profile)
  }
}

/// Which profile the lines of the file at hand have, once it is known; threads read what the commit has found.
final class ProfileDecision: @unchecked Sendable {
  private let lock = Lock()
  // Touched under the lock only.
  private var decided: Profile?

  /// Nil as long as it is not known.
  var profile: Profile? {
    get { lock.whileLocked { decided } }
    set { lock.whileLocked { decided = newValue } }
  }
}
