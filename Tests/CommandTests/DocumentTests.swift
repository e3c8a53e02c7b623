import Foundation
import Testing

/// What the documents show is what happens: every block with a line that begins with `$ ` is a transcript and is run,
/// the blocks of one document one after the other in one folder, which begins as a copy of `examples/`.
@Suite struct DocumentTests {
  @Test(arguments: documents)
  func everyExampleOfADocumentIsTrue(document: String) throws {
    let text = try Self.text(of: document)
    let blocks = document.hasPrefix("man/") ? Manual(text).blocks : Self.fencedBlocks(in: text)
    let transcripts = blocks.filter { $0.split(separator: "\n").contains { $0.hasPrefix("$ ") } }
    if document.hasSuffix(".1") || document == "README.md" {
      #expect(!transcripts.isEmpty, "\(document) has no example")
    }
    let folder = try TemporaryFolder()
    _ = try Shell.script("cp -R '\(Tools.root.path)'/examples/. .", folder: folder.url)
    for transcript in transcripts {
      for failure in try Transcript(transcript).run(in: folder).failures { Issue.record("\(document)\n\(failure)") }
    }
  }

  static let documents =
    ["README.md", "CONTRIBUTING.md", "man/redact-rules.5", "man/sealed.5"] + Tools.names.map { "man/\($0).1" }

  @Test(arguments: scripts) func everyExampleScriptRuns(script: String) throws {
    let folder = try TemporaryFolder()
    let path = Tools.root.appendingPathComponent("examples/\(script)").path
    let outcome = try Shell.limited(["bash", path], folder: folder.url)
    #expect(outcome.status == 0, "\(script)\n\(outcome.output)\n\(outcome.errors)")
  }

  static let scripts: [String] = {
    let folder = Tools.root.appendingPathComponent("examples").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".sh") }
      .sorted()
  }()

  @Test func thereAreExampleScripts() {
    #expect(Self.scripts.contains("demo.sh"))
  }

  @Test(arguments: Tools.names) func theManualHasEveryOptionAndNoOther(tool: String) throws {
    let manual = Manual(try Self.text(of: "man/\(tool).1"))
    let options = try Self.options(of: tool)
    #expect(options.subtracting(manual.options) == [], "not in the manual")
    #expect(manual.options.subtracting(options) == [], "in the manual, but not in --help")
  }

  @Test(arguments: Tools.names) func theManualHasItsSections(tool: String) throws {
    let manual = Manual(try Self.text(of: "man/\(tool).1"))
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "EXAMPLES", "SECURITY CONSIDERATIONS"] {
      #expect(manual.sections.contains(section), "no \(section)")
    }
  }

  @Test(arguments: Tools.names) func mandocHasNothingToSay(tool: String) throws {
    _ = try Self.text(of: "man/\(tool).1")
    guard Tools.has("mandoc") else { try leaveOut("there is no mandoc") }
    let path = Tools.root.appendingPathComponent("man/\(tool).1").path
    // "referenced manual not found" is about what is installed on this machine.
    let outcome = try Shell.script("mandoc -Tlint '\(path)' | grep -v 'referenced manual not found'")
    #expect(outcome.output == "")
  }

  @Test(arguments: Tools.names) func theHelpFitsAScreen(tool: String) throws {
    let lines = try Shell.limited([tool, "--help"]).output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 56)
    for line in lines { #expect(line.count <= 88, "\(line)") }
  }

  @Test(arguments: Tools.names, ["bash", "zsh", "fish"])
  func theCompletionsHaveEveryOptionAndNoOther(tool: String, shell: String) throws {
    let text = try Self.text(of: "completions/\(tool).\(shell)")
    let written = try Shell.limited([tool, "--completions=\(shell)"])
    #expect(written.output == text, "`make completions` writes another text")
    let options = try Self.options(of: tool).filter { $0.hasPrefix("--") }
    let pattern = shell == "fish" ? #" -l ([a-z0-9-]+)"# : #"(?<![\w-])--([a-z0-9][a-z0-9-]*)"#
    let completed = Set(Self.captures(pattern, in: text).map { "--\($0)" }).subtracting(["--completions"])
    #expect(completed == options)
  }

  @Test(arguments: zip(["bash", "zsh", "fish"], ["bash -n", "zsh -n", "fish --no-execute"]))
  func theCompletionsAreScriptsOfTheirShell(shell: String, check: String) throws {
    guard Tools.has(shell) else { try leaveOut("there is no \(shell)") }
    let folder = try TemporaryFolder()
    for tool in Tools.names {
      let script = "\(tool) --completions=\(shell) > script && \(check) script"
      let outcome = try Shell.script(script, folder: folder.url)
      #expect(outcome.status == 0, "\(tool): \(outcome.errors)")
    }
  }

  // MARK: Reading documents

  /// A document's text; one that is not there yet is told as left out.
  private static func text(of document: String) throws -> String {
    let file = Tools.root.appendingPathComponent(document)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      try leaveOut("\(document) is not here")
    }
    return text
  }

  private static func fencedBlocks(in text: String) -> [String] {
    let parts = text.components(separatedBy: "\n```")
    // Behind an odd fence lies a block, behind an even one text; a block begins with the name of its language.
    return parts.indices.filter { $0 % 2 == 1 }.map { index in
      parts[index].split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    }
  }

  /// Every option in `--help`, short and long.
  private static func options(of tool: String) throws -> Set<String> {
    let options = Tools.options(of: tool)
    #expect(options.isSuperset(of: ["--help", "-h", "--version", "-V"]), "\(tool) --help lists no options")
    return options
  }

  static func captures(_ pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }
}

/// A manual page in mdoc, as far as the tests look.
private struct Manual {
  let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var sections: Set<String> {
    Set(lines.filter { $0.hasPrefix(".Sh ") }.map { String($0.dropFirst(4)).replacing("\"", with: "") })
  }

  /// The options that have an item: `.It Fl o , Fl -output Ns = Ns Ar file`.
  var options: Set<String> {
    let items = lines.filter { $0.hasPrefix(".It ") }.joined(separator: "\n").replacing("\\-", with: "-")
    return Set(DocumentTests.captures(#"\bFl (-?[A-Za-z0-9][A-Za-z0-9-]*)"#, in: items).map { "-\($0)" })
  }

  /// Literal blocks (`.Bd -literal` to `.Ed`) and literal lines (`.Dl`), as a reader sees them.
  var blocks: [String] {
    var blocks: [String] = []
    var block: [String]?
    for line in lines {
      if line.hasPrefix(".Bd ") {
        block = []
      } else if line.hasPrefix(".Ed") {
        blocks.append((block ?? []).joined(separator: "\n") + "\n")
        block = nil
      } else if line.hasPrefix(".Dl ") {
        blocks.append(Self.shown(String(line.dropFirst(4))) + "\n")
      } else if !line.hasPrefix(".\\\"") {
        block?.append(Self.shown(line))
      }
    }
    return blocks
  }

  /// The characters that an mdoc line stands for.
  private static func shown(_ line: String) -> String {
    let escapes = [
      "\\&": "", "\\e": "\\", "\\(bs": "\\", "\\(rs": "\\", "\\-": "-", "\\(aq": "'", "\\(dq": "\"", "\\(ti": "~",
      "\\(ha": "^", "\\(ga": "`", "\\ ": " ",
    ]
    var shown = ""
    var rest = line[...]
    while let character = rest.first {
      if let escape = escapes.first(where: { rest.hasPrefix($0.key) }) {
        shown += escape.value
        rest = rest.dropFirst(escape.key.count)
      } else {
        shown.append(character)
        rest = rest.dropFirst()
      }
    }
    return shown
  }
}
