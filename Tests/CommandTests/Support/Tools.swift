import Foundation

/// Where the tests find the programs, the project and what stands beside it.
enum Tools {
  static let names = ["redact", "seal", "unseal", "tail", "validate"]

  /// The folder of the five programs, as an absolute path.
  static let folder = Shell.tools.absoluteURL.standardizedFileURL

  /// Whether the programs are those that ship, so that their speed and memory mean something.
  static let areReleaseBuild = folder.resolvingSymlinksInPath().pathComponents.contains("release")

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The public suites and corpora beside the project, nil where they are not.
  static let testData: URL? = {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared/testdata")
    let other = ProcessInfo.processInfo.environment["SEALWAX_TESTDATA"].map { URL(fileURLWithPath: $0) }
    return [other, folder].compactMap(\.self).first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// Every option that a tool's `--help` lists, short and long.
  static func options(of tool: String) -> Set<String> {
    let help = (try? Shell.limited([tool, "--help"]))?.output ?? ""
    var options: Set<String> = []
    for row in help.split(separator: "\n").filter({ $0.hasPrefix("  ") }) {
      let left = row.drop { $0 == " " }
      guard left.hasPrefix("-") else { continue }
      // `-o, --output=FILE  help`: both; `--check  help`: one.
      for word in left.split(separator: " ").prefix(left.hasPrefix("--") ? 1 : 2) {
        options.insert(String(word.prefix { $0 != "," && $0 != "=" && $0 != "[" }))
      }
    }
    return options
  }

  static func script(_ name: String) -> String {
    root.appendingPathComponent("Tests/CommandTests/Scripts/\(name)").path
  }

  /// Whether a program is in PATH.
  static func has(_ program: String) -> Bool {
    (try? Shell.script("command -v \(program) > /dev/null"))?.status == 0
  }
}
