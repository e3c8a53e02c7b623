/// A tool as its user sees it, and the one place where errors become messages and the process ends.
package struct Command: Sendable {
  /// The version of all five tools.
  package static let version = "0.1.0"

  package var name: String
  /// One sentence without its full stop.
  package var summary: String
  /// What follows the name in the usage, one form each.
  package var synopses: [String]
  package var options: [Option]
  /// What stands in the help above an option, by its long name, where a group of options begins. Made when it is asked
  /// for, since a dictionary is much for a start.
  package var headings: @Sendable () -> [String: String]
  /// Two whole command lines.
  package var examples: [String]
  /// Changes the words before they are read, for historic forms such as `tail -5`.
  package var rewrite: @Sendable ([String]) -> [String]
  /// The status of a run that an error ended. `tail` alone has another than its sisters: that of its namesake.
  package var failure: ExitCode

  package init(
    name: String, summary: String, synopses: [String], options: [Option],
    headings: @autoclosure @escaping @Sendable () -> [String: String] = [:], examples: [String],
    rewrite: @escaping @Sendable ([String]) -> [String] = { $0 }, failure: ExitCode = .failed
  ) {
    self.name = name
    self.summary = summary
    self.synopses = synopses
    self.options = options + [.help, .version]
    self.headings = headings
    self.examples = examples
    self.rewrite = rewrite
    self.failure = failure
  }

  /// Asks for a completion script; for `make completions` and packagers, so the help does not mention it.
  private static let completions = Option(
    "completions", .required("SHELL", .oneOf(Shell.allCases.map(\.rawValue))), help: "write a completion script")

  /// Runs a tool on this process's command line and ends the process.
  ///
  /// - Parameter body: the tool; the errors it throws are told on standard error and end in `failure`.
  package func run(_ body: (Arguments, Console) throws -> ExitCode) -> Never {
    Process.forbidCrashReports()
    Process.occupyStandardDescriptors()
    Process.ignoreFileSizeSignal()
    let console = Console(tool: name)
    var status = failure
    do {
      // Swift reads the words from /proc, which takes a descriptor: without one the options would be lost unnoticed.
      guard CommandLine.argc > 0 else { throw UnreadableCommandLine() }
      let arguments = try Arguments(
        rewrite(Array(CommandLine.arguments.dropFirst())), options: options + [Self.completions])
      if let text = try text(askedBy: arguments) {
        try Console.printStandardOutput(text)
        status = .done
      } else {
        status = try body(arguments, console)
      }
    } catch let error as UsageError {
      console.report(Diagnostic(error))
      console.write(usage)
    } catch let error as any DescribedError {
      console.report(Diagnostic(error))
    } catch {
      // Core throws described errors only; if another comes, its text might hold data and is not shown.
      console.report(Diagnostic(.error, "unexpected failure (\(type(of: error)))"))
    }
    Process.exit(status.rawValue)
  }

  private struct UnreadableCommandLine: DescribedError {
    var message: String { "the command line cannot be read" }
    var hint: String? { "/proc must be there, and a file descriptor free" }
  }

  /// The help, the version or a completion script, if that is what was asked for.
  private func text(askedBy arguments: Arguments) throws(UsageError) -> String? {
    if arguments.has(.help) { return helpText }
    if arguments.has(.version) { return "\(name) (Sealwax) \(Self.version)\n" }
    return try arguments.choice(Self.completions, of: Shell.self).map(completions)
  }
}
