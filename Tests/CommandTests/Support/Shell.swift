import Foundation

/// Runs programs and waits for them.
enum Shell {
  /// What a program that has ended leaves.
  struct Result: Equatable {
    /// 128 and the signal's number for one that a signal ended, as a shell tells it.
    var status: Int32
    var stdout: Data
    var stderr: Data
  }

  /// The folder of the tools under test: `SEALWAX_BIN`, or the one that the test bundle was built into.
  static let tools: URL = {
    if let folder = ProcessInfo.processInfo.environment["SEALWAX_BIN"] {
      return URL(fileURLWithPath: folder, isDirectory: true)
    }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  static func tool(_ name: String) -> String {
    tools.appendingPathComponent(name).path
  }

  /// - Parameters:
  ///   - stdin: comes through a pipe; nil for the null device.
  ///   - environment: added to this process's own.
  static func run(
    _ executable: String, _ arguments: [String], stdin: Data? = nil, folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    // This process ignores SIGPIPE (below), which a child would inherit.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal=PIPE", executable] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors, input) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = stdin == nil ? FileHandle.nullDevice : input
    try start(process)

    // All three at once, or one that is full would stop the others.
    let group = DispatchGroup()
    let errorBytes = Collected()
    DispatchQueue.global().async(group: group) { errorBytes.data = errors.fileHandleForReading.readDataToEndOfFile() }
    if let stdin {
      let handle = input.fileHandleForWriting
      DispatchQueue.global().async(group: group) {
        // A program that does not read to the end is no fault of the test.
        _ = signal(SIGPIPE, SIG_IGN)
        try? handle.write(contentsOf: stdin)
        try? handle.close()
      }
    }
    let outputBytes = output.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Result(
      status: process.terminationStatus + (isSignal ? 128 : 0), stdout: outputBytes, stderr: errorBytes.data)
  }

  /// Starts a program that can be interrupted: threads of the test runner block signals, and a child would inherit that.
  static func start(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// Written by one thread and read after the group has waited for it.
  private final class Collected: @unchecked Sendable {
    var data = Data()
  }
}

/// A folder that lasts as long as the test that holds it.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sealwax-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: url.appendingPathComponent(name))
  }
}
