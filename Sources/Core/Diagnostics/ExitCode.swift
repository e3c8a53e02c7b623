/// How a tool ends: the four statuses that all five tools share.
package enum ExitCode: Int32, Sendable {
  /// Done.
  case done = 0
  /// Done, and the answer is no: a fault, a finding, a line that does not authenticate.
  case no = 1
  /// Not done: usage, unreadable input, a failed write, a bad key or rule file.
  case failed = 2
  /// `validate` only: the one fault is a torn last line.
  case torn = 3

  /// The status that says the more of two: a failure outweighs a no, and either outweighs the rest.
  package func combined(with other: ExitCode) -> ExitCode {
    weight >= other.weight ? self : other
  }

  private var weight: Int {
    switch self {
    case .done: 0
    case .torn: 1
    case .no: 2
    case .failed: 3
    }
  }
}
