import Core

struct Unseal {
  static let command = Command(name: "unseal", summary: "", synopses: [], options: [], examples: [])
  init(_ arguments: Arguments, _ console: Console) throws {}
  func run() throws -> ExitCode { .done }
}
