import Core

struct Redact {
  static let command = Command(name: "redact", summary: "", synopses: [], options: [], examples: [])
  init(_ arguments: Arguments, _ console: Console) throws {}
  func run() throws -> ExitCode { .done }
}
