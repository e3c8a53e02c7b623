import Core

/// What `--salvage` is to do besides.
struct SalvageOptions {
  /// What can be repaired of records that are whole.
  enum Repair: String, CaseIterable {
    case surrogates, calls
  }

  /// Those that mean nothing without it.
  static let own: [Option] = [.repair, .dangling, .escapeSeparators, .rejects]

  let output: String?
  let rejects: String?
  let mending: RecordMender.Choice
  /// What becomes of tool calls without a result; nil where they stay.
  let dangling: CallRepair.Choice?
  /// Nil for what the records show.
  let profile: Profile?

  init(_ arguments: Arguments, _ profile: ProfileOption) throws(UsageError) {
    output = arguments[.output]
    rejects = arguments[.rejects]
    var repairs: Set<Repair> = []
    for word in arguments.list(.repair) {
      guard let repair = Repair(rawValue: word) else {
        throw UsageError("\(Option.repair.name) takes \(Repair.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      repairs.insert(repair)
    }
    mending = RecordMender.Choice(
      surrogates: repairs.contains(.surrogates), separators: arguments.has(.escapeSeparators))
    let choice = try arguments.choice(.dangling, of: CallRepair.Choice.self)
    guard repairs.contains(.calls) else {
      if choice != nil { throw UsageError("\(Option.dangling.name) needs \(Option.repair.name)=calls") }
      (dangling, self.profile) = (nil, nil)
      return
    }
    for option in [Option.at, .groupBy] where arguments.has(option) {
      throw UsageError("\(option.name) and \(Option.repair.name)=calls exclude each other")
    }
    dangling = choice ?? .close
    self.profile = profile.profile
    guard let profile = profile.profile else { return }
    guard CallRepair.profiles.contains(profile) else {
      let names = CallRepair.profiles.map(\.rawValue).joined(separator: ", ")
      throw UsageError("\(Option.repair.name)=calls knows the profiles \(names)")
    }
  }
}

extension Option {
  static let repair = Option(
    "repair", .required("WHAT", .oneOf(SalvageOptions.Repair.allCases.map(\.rawValue))),
    help: "with --salvage: mend surrogates, calls (repeatable)")
  static let dangling = Option(
    "dangling", .required("HOW", .oneOf(CallRepair.Choice.allCases.map(\.rawValue))),
    help: "calls without result: close, drop (close)")
  static let escapeSeparators = Option(
    "escape-separators", help: "with --salvage: escape U+0085, U+2028, U+2029")
  static let rejects = Option(
    "rejects", .required("FILE", .files), help: "with --salvage: write every byte left out to FILE")
}
