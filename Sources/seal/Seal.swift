import Core

struct Seal {
  static let command = Command(name: "seal", summary: "", synopses: [], options: [], examples: [])
  init(_ arguments: Arguments, _ console: Console) throws {}
  func run() throws -> ExitCode { .done }
}
