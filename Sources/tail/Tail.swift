import Core

struct Tail {
  static let command = Command(name: "tail", summary: "", synopses: [], options: [], examples: [])
  init(_ arguments: Arguments, _ console: Console) throws {}
  func run() throws -> ExitCode { .done }
}
