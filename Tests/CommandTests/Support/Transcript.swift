import Foundation

/// Commands and what they print, as a person would see them in a terminal:
///
///     Prose up to the first command says what the case pins.
///     $ redact --check < log.jsonl
///     2> <stdin>:1:7: email
///     [1]
///     -- log.jsonl --
///     {"a":"ada@example.org"}
///
/// - `$ ` begins a command, `> ` right behind it continues it on the next line; each is run by bash.
/// - Then what it writes to standard output; behind `2> `, what it writes to standard error; its status, if it is not 0.
/// - `[...]` in an expected line stands for any characters, on a line of its own for any lines.
/// - `[no LF]` says that the last line of standard output has no LF.
/// - `-- name --` begins a file that is there before the first command.
/// - `Needs: seal --rekey, unseal --gaps` in the prose: the case is left out, visibly, where a tool lacks the option.
struct Transcript {
  struct Step {
    var command: String
    /// Lines of standard output.
    var output: [String] = []
    /// Lines of standard error, without the prefix.
    var errors: [String] = []
    var status: Int32 = 0
    /// Whether standard output stops without an LF.
    var lacksLF = false
  }

  var prose: [String] = []
  var steps: [Step] = []
  var files: [(name: String, text: String)] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if let name = Self.fileName(line) {
        files.append((name, ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      } else {
        addLine(line)
      }
    }
  }

  private mutating func addLine(_ line: String) {
    if line.hasPrefix("$ ") {
      steps.append(Step(command: String(line.dropFirst(2))))
    } else if steps.isEmpty {
      prose.append(line)
    } else {
      steps[steps.count - 1].add(line)
    }
  }

  private static func fileName(_ line: String) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 else { return nil }
    return String(line.dropFirst(3).dropLast(3))
  }

  /// The first tool and option that the transcript needs and that are not there, such as `seal --rekey`.
  var missingNeed: String? {
    let needs = prose.filter { $0.hasPrefix("Needs: ") }.flatMap { $0.dropFirst(7).components(separatedBy: ", ") }
    return needs.first { need in
      let words = need.split(separator: " ").map(String.init)
      return words.count != 2 || !Tools.options(of: words[0]).contains(words[1])
    }
  }

  var text: String {
    var lines = prose
    for step in steps { lines += step.lines + [""] }
    if files.isEmpty, !steps.isEmpty { lines.removeLast() }
    var text = lines.map { $0 + "\n" }.joined()
    for file in files { text += "-- \(file.name) --\n\(file.text)" }
    return text
  }
}

extension Transcript.Step {
  /// Adds a line of the transcript that stands behind the command.
  mutating func add(_ line: String) {
    let isUntouched = output.isEmpty && errors.isEmpty && status == 0 && !lacksLF
    if line.hasPrefix("> "), isUntouched {
      command += "\n" + line.dropFirst(2)
    } else if line.hasPrefix("2> ") {
      errors.append(String(line.dropFirst(3)))
    } else if line == "2>" {
      errors.append("")
    } else if line == "[no LF]" {
      lacksLF = true
    } else if line.hasPrefix("["), line.hasSuffix("]"), let number = Int32(line.dropFirst().dropLast()) {
      status = number
    } else if !line.isEmpty {
      // An empty line is for the reader; a command whose empty lines matter ends in `| cat -A`.
      output.append(line)
    }
  }

  var lines: [String] {
    ["$ " + command.replacing("\n", with: "\n> ")] + output + (lacksLF ? ["[no LF]"] : [])
      + errors.map { $0.isEmpty ? "2>" : "2> " + $0 } + (status == 0 ? [] : ["[\(status)]"])
  }

  /// What really happened, in the form of an expectation.
  init(command: String, outcome: Shell.Result) {
    self.init(command: command)
    output = Self.lines(outcome.output).filter { !$0.isEmpty }
    errors = Self.lines(outcome.errors)
    status = outcome.status
    lacksLF = !outcome.stdout.isEmpty && outcome.stdout.last != 0x0A
  }

  /// Whether this, as an expectation, fits what happened.
  func fits(_ actual: Self) -> Bool {
    status == actual.status && lacksLF == actual.lacksLF && Self.fit(output[...], actual.output[...])
      && Self.fit(errors[...], actual.errors[...])
  }

  private static func lines(_ text: String) -> [String] {
    // Not by Character: "\r\n" would be one.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func fit(_ expected: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    if first == "[...]" {
      return (actual.startIndex...actual.endIndex).contains { fit(expected.dropFirst(), actual[$0...]) }
    }
    guard let line = actual.first, Self.fit(line: first, line) else { return false }
    return fit(expected.dropFirst(), actual.dropFirst())
  }

  /// Whether a line is what is expected of it, `[...]` standing for anything.
  private static func fit(line expected: String, _ actual: String) -> Bool {
    let parts = expected.components(separatedBy: "[...]")
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return expected == actual }
    guard actual.hasPrefix(first) else { return false }
    var rest = actual.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let place = rest.range(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension Transcript {
  /// Runs every step in `folder` and returns the transcript of what happened, with the expectations that fitted kept,
  /// and the steps that did not fit.
  func run(in folder: TemporaryFolder) throws -> (actual: Transcript, failures: [String]) {
    for file in files {
      try folder.write(Data(file.text.utf8), to: file.name)
      // A file may be a key.
      let path = folder.url.appendingPathComponent(file.name).path
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    var actual = self
    var failures: [String] = []
    for (index, step) in steps.enumerated() {
      let outcome = try Shell.script(step.command, folder: folder.url, environment: ["HOME": folder.url.path])
      let happened = Step(command: step.command, outcome: outcome)
      guard !step.fits(happened) else { continue }
      actual.steps[index] = happened
      failures.append(
        "expected:\n\(step.lines.joined(separator: "\n"))\ngot:\n\(happened.lines.joined(separator: "\n"))")
    }
    return (actual, failures)
  }
}
