import Core

/// What `--salvage` is to do besides.
struct SalvageOptions {
  /// What can be repaired of records that are whole.
  enum Repair: String, CaseIterable {
    case surrogates, calls
  }

  /// Those that mean nothing without it.
  static let own: [Option] = [.repair, .escapeSeparators, .rejects]

  let output: String?
  let rejects: String?
  let mending: RecordMender.Choice
  let repairsCalls: Bool

  init(_ arguments: Arguments) throws(UsageError) {
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
    repairsCalls = repairs.contains(.calls)
  }
}

extension Option {
  static let repair = Option(
    "repair", .required("WHAT", .oneOf(SalvageOptions.Repair.allCases.map(\.rawValue))),
    help: "with --salvage: mend surrogates, calls (repeatable)")
  static let escapeSeparators = Option(
    "escape-separators", help: "with --salvage: escape U+0085, U+2028, U+2029")
  static let rejects = Option(
    "rejects", .required("FILE", .files), help: "with --salvage: write every byte left out to FILE")
}
