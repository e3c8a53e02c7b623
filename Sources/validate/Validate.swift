import Core

struct Validate {
  static let command = Command(name: "validate", summary: "", synopses: [], options: [], examples: [])
  init(_ arguments: Arguments, _ console: Console) throws {}
  func run() throws -> ExitCode { .done }
}
