import Foundation
import Testing

/// One behaviour of a tool: `Cases/<tool>/<what it does>.txt`, in the form that `Transcript` describes.
struct Case: CustomTestStringConvertible, Sendable {
  var tool: String
  var file: URL

  var testDescription: String { file.deletingPathExtension().lastPathComponent.replacing("-", with: " ") }

  static func all(of tool: String) -> [Case] {
    let folder = Tools.root.appendingPathComponent("Tests/CommandTests/Cases/\(tool)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map {
      Case(tool: tool, file: folder.appendingPathComponent($0))
    }
  }

  /// Runs the case in a fresh folder; with `SEALWAX_UPDATE=1`, writes what happened into its file.
  func check() throws {
    let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    #expect(!transcript.steps.isEmpty, "no command in \(file.path)")
    if let need = transcript.missingNeed { try leaveOut("\(tool)/\(file.lastPathComponent): there is no \(need) yet") }
    let (actual, failures) = try transcript.run(in: try TemporaryFolder())
    if ProcessInfo.processInfo.environment["SEALWAX_UPDATE"] == "1" {
      try Data(actual.text.utf8).write(to: file)
    } else {
      for failure in failures { Issue.record("\(tool)/\(file.lastPathComponent)\n\(failure)") }
    }
  }
}

@Suite struct CaseTests {
  @Test(arguments: Case.all(of: "redact")) func redact(_ behaviour: Case) throws { try behaviour.check() }
  @Test(arguments: Case.all(of: "seal")) func seal(_ behaviour: Case) throws { try behaviour.check() }
  @Test(arguments: Case.all(of: "unseal")) func unseal(_ behaviour: Case) throws { try behaviour.check() }
  @Test(arguments: Case.all(of: "tail")) func tail(_ behaviour: Case) throws { try behaviour.check() }
  @Test(arguments: Case.all(of: "validate")) func validate(_ behaviour: Case) throws { try behaviour.check() }
  /// What all five share, and the five in one pipe.
  @Test(arguments: Case.all(of: "all")) func all(_ behaviour: Case) throws { try behaviour.check() }

  @Test(arguments: Tools.names + ["all"]) func everyToolHasCases(tool: String) {
    #expect(Case.all(of: tool).count >= 5)
  }
}

/// The runner itself: a case that is wrong must fail.
@Suite struct TranscriptTests {
  @Test func aTranscriptIsReadAndWrittenBackTheSame() {
    let text = """
      What it pins.

      $ cat <<E
      > a
      > E
      a
      2> b
      [2]

      $ printf x
      x
      [no LF]

      -- f --
      1

      2

      """
    #expect(Transcript(text).text == text)
  }

  @Test(arguments: [
    ("$ echo a\na\n", true), ("$ echo a\nb\n", false), ("$ echo a\n", false), ("$ echo a; exit 3\na\n[3]\n", true),
    ("$ exit 3\n", false), ("$ echo a >&2\n2> a\n", true), ("$ echo a >&2\na\n", false),
    ("$ printf a\na\n[no LF]\n", true), ("$ printf a\na\n", false), ("$ echo abc\na[...]c\n", true),
    ("$ echo abcd\na[...]c\n", false), ("$ printf 'a\\nb\\nc\\n'\na\n[...]\n", true),
    ("$ printf 'a\\nb\\n'\n[...]\nc\n", false), ("$ cat f\n1\n-- f --\n1\n", true),
    ("$ kill -9 $$\n[137]\n", true),
  ])
  func anExpectationThatIsWrongFails(text: String, fits: Bool) throws {
    #expect(try Transcript(text).run(in: try TemporaryFolder()).failures.isEmpty == fits)
  }
}
