import Foundation
import Glibc

/// What a process left behind.
struct Outcome: Sendable {
  /// The exit status, 128 + the signal's number for a process that was killed, 124 for one that took too long.
  var status: Int32
  var standardOutput: [UInt8]
  var standardError: [UInt8]

  /// Standard output as text; ill-formed UTF-8 is mended.
  var output: String { String(decoding: standardOutput, as: UTF8.self) }
  /// Standard error as text; ill-formed UTF-8 is mended.
  var errors: String { String(decoding: standardError, as: UTF8.self) }
}

/// Runs processes. Their output goes to files, so that no pipe can fill up and nobody waits for anybody.
enum Shell {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a script with `bash -c`; the tools come first in its PATH.
  static func script(
    _ script: String, input: [UInt8] = [], folder: URL? = nil, environment: [String: String] = [:], seconds: Int = 120
  ) throws -> Outcome {
    // --norc and --noprofile: the tests see the same shell on every machine.
    try run(
      ["bash", "--norc", "--noprofile", "-c", script], input: input, folder: folder, environment: environment,
      seconds: seconds)
  }

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - words: the program, found in PATH (the tools first), and its arguments.
  ///   - input: all of standard input.
  ///   - folder: the working folder.
  ///   - environment: what is added to the environment of every test, or replaced in it.
  ///   - seconds: after which the process is killed and its status is 124.
  static func run(
    _ words: [String], input: [UInt8] = [], folder: URL? = nil, environment: [String: String] = [:], seconds: Int = 120
  ) throws -> Outcome {
    let files = try TemporaryFolder()
    let inputFile = files.url.appendingPathComponent("stdin")
    let outputFile = files.url.appendingPathComponent("stdout")
    let errorFile = files.url.appendingPathComponent("stderr")
    try Data(input).write(to: inputFile)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputFile.path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputFile.path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile.path, O_WRONLY | O_CREAT, 0o600)

    // A signal that the test process ignores would stay ignored in the child.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    // Glibc's module does not show posix_spawn_file_actions_addchdir_np, so env changes the folder.
    let place = folder.map { ["env", "-C", $0.path] } ?? []
    var arguments = (["timeout", "-k", "5", "\(seconds)"] + place + words).map { strdup($0) } + [nil]
    var variables = Self.environment(adding: environment).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in arguments + variables { free(pointer) }
      arguments = []
      variables = []
    }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/usr/bin/timeout", &actions, &attributes, arguments, variables)
    guard code == 0 else { throw Failure(description: "cannot start \(words): \(String(cString: strerror(code)))") }
    var state: Int32 = 0
    while waitpid(process, &state, 0) == -1 && errno == EINTR {}
    let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
    return Outcome(
      status: status, standardOutput: [UInt8](try Data(contentsOf: outputFile)),
      standardError: [UInt8](try Data(contentsOf: errorFile)))
  }

  /// The environment that every command of the tests sees: no keys of the person who runs them, one language.
  private static func environment(adding additions: [String: String]) -> [String: String] {
    var variables = ProcessInfo.processInfo.environment
    for name in ["SEAL_KEY", "SEAL_KEY_FILE", "POSIXLY_CORRECT", "BASH_ENV", "ENV", "CDPATH"] { variables[name] = nil }
    variables["PATH"] = "\(Tools.folder.path):\(variables["PATH"] ?? "/usr/bin:/bin")"
    variables["LC_ALL"] = "C"
    variables["TZ"] = "UTC"
    return variables.merging(additions) { _, new in new }
  }
}

/// A folder that is there until the value is let go.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sealwax-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ bytes: [UInt8], to name: String, mode: Int = 0o600) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  func write(_ text: String, to name: String, mode: Int = 0o600) throws {
    try write(Array(text.utf8), to: name, mode: mode)
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
  }

  /// The names of the files in the folder, hidden ones too, sorted.
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
  }
}
