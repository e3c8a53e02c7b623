import Foundation

extension Shell {
  /// Runs a script with bash, the tools first in its PATH, in the same small environment on every machine: no keys of
  /// the person who runs the tests, one language, signals as they are by default.
  static func script(
    _ script: String, input: [UInt8] = [], folder: URL? = nil, environment: [String: String] = [:], seconds: Int = 120
  ) throws -> Result {
    try limited(
      ["bash", "--norc", "--noprofile", "-c", script], input: input, folder: folder, environment: environment,
      seconds: seconds)
  }

  /// Runs a program found in PATH, the tools first; after `seconds` it is killed and its status is 124.
  static func limited(
    _ words: [String], input: [UInt8] = [], folder: URL? = nil, environment: [String: String] = [:], seconds: Int = 120
  ) throws -> Result {
    let foreign = ["SEAL_KEY", "SEAL_KEY_FILE", "POSIXLY_CORRECT", "BASH_ENV", "ENV", "CDPATH"].flatMap { ["-u", $0] }
    // Behind the tools what `make test` prepares: a Python with the packages of the peers.
    let folders = [
      Tools.folder.path, Tools.root.appendingPathComponent(".venv/bin").path,
      ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    return try run(
      "/usr/bin/env", foreign + ["timeout", "-k", "5", "\(seconds)"] + words,
      stdin: Data(input), folder: folder,
      environment: ["PATH": folders.joined(separator: ":"), "LC_ALL": "C", "TZ": "UTC"].merging(environment) { $1 })
  }
}

extension Shell.Result {
  /// Standard output as text; ill-formed UTF-8 is mended.
  var output: String { String(decoding: stdout, as: UTF8.self) }
  /// Standard error as text; ill-formed UTF-8 is mended.
  var errors: String { String(decoding: stderr, as: UTF8.self) }
}
