/// Files that are rewritten where they stand (`--in-place`).
package enum InPlace {
  /// Why a file cannot be rewritten.
  package enum Fault: DescribedError, Equatable {
    /// A folder, a pipe or a device.
    case notRegular(String)

    package var location: Location? {
      switch self {
      case .notRegular(let path): Location(path)
      }
    }
    package var message: String { "cannot rewrite in place: not a regular file" }
  }

  /// Whether the replacement of a file is needed.
  package enum Need: Sendable {
    case commit
    case keepOld
  }

  /// Gives a file and its replacement to `body`, then puts the replacement in its place, unless it is the same or
  /// `body` says that it is not needed.
  ///
  /// - Throws: what `body` throws, or the system; the file is then untouched.
  package static func rewrite(
    _ path: String, _ body: (borrowing Input, inout Output) throws -> Need
  ) throws {
    let input = try Input.open(path)
    guard input.status.kind == .regular else { throw Fault.notRegular(path) }
    var output = Output.replacement(try ReplacementFile.open(path))
    guard try body(input, &output) == .commit else { return }
    try output.commit(unlessEqualTo: input)
  }
}
