import Foundation
import Testing

/// The suites written in Python, in `Scripts/`: each `test_…` of a script is one case here, named by its sentence.
struct ScriptCase: CustomTestStringConvertible, Sendable {
  var script: String
  /// `Class.test_name`.
  var name: String

  var testDescription: String {
    "\(script): " + String(name.split(separator: ".").last ?? "").replacing("test_", with: "").replacing("_", with: " ")
  }

  /// The cases of a script, as they stand in its text.
  static func all(of script: String) -> [ScriptCase] {
    guard let text = try? String(contentsOfFile: Tools.script("\(script).py"), encoding: .utf8) else { return [] }
    var type = ""
    return text.split(separator: "\n").compactMap { line in
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      guard words.count > 1 else { return nil }
      if line.hasPrefix("class ") { type = String(words[1]) }
      guard line.hasPrefix("    def test_") else { return nil }
      return ScriptCase(script: script, name: "\(type).\(words[1])")
    }
  }

  /// Runs the case; what it leaves out is told as cancelled, with the reason.
  func check(seconds: Int = 600) throws {
    let folder = URL(fileURLWithPath: Tools.script(""))
    var environment = [
      "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": folder.path, "SEALWAX_RELEASE": Tools.areReleaseBuild ? "1" : "0",
    ]
    if let data = Tools.testData { environment["SEALWAX_TESTDATA"] = data.path }
    let outcome = try Shell.limited(
      ["python3", "-m", "unittest", "-v", "\(script).\(name)"], environment: environment,
      seconds: seconds)
    #expect(outcome.status == 0, "\(script).\(name)\n\(outcome.errors)")
    guard outcome.status == 0, let skipped = outcome.errors.firstRange(of: "skipped '") else { return }
    let reason = outcome.errors[skipped.upperBound...].prefix { $0 != "\n" }
    try leaveOut("\(self.testDescription): \(reason.dropLast())")
  }
}

private let pythonIsHere = ConditionTrait.enabled(if: Tools.has("python3"), "left out: there is no python3")

@Suite(pythonIsHere) struct ScriptTests {
  static let scripts = [
    "mainjob", "interop", "jose", "crash", "faults", "latency", "samples", "reports", "planted", "laws", "leaks",
    "attacks", "chains", "fields", "profiles", "places", "keys", "vectors", "injected", "kills", "appends",
    "power", "rsyslog", "follow", "offset", "tokenizer", "windows", "matrix", "schemas",
  ]

  @Test(arguments: scripts.flatMap(ScriptCase.all)) func theScriptHolds(_ behaviour: ScriptCase) throws {
    try behaviour.check()
  }
}

/// Start-up, memory and worst cases; of the programs that ship only, and one at a time.
@Suite(.serialized, pythonIsHere) struct FigureTests {
  static let scripts = ["figures", "worst", "hostile"]

  @Test(arguments: scripts.flatMap(ScriptCase.all)) func keepsWithin(_ behaviour: ScriptCase) throws {
    try behaviour.check()
  }
}

@Suite struct ScriptListTests {
  @Test(arguments: ScriptTests.scripts + FigureTests.scripts)
  func everyScriptHasCases(script: String) {
    #expect(!ScriptCase.all(of: script).isEmpty)
  }
}
