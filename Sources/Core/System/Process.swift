import CSystem
import Glibc
import Synchronization

/// This process: its environment, its end.
package enum Process {
  /// The value of an environment variable, nil if it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  /// How many processors this process may run on (`sched_getaffinity(2)`), at least 1.
  package static var processorCount: Int {
    let count = Int(sealwax_processor_count())
    // On more than 1,024 processors the set has no room and the call fails.
    return max(1, count > 0 ? count : sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// How many forks lie between the first question and this process (`pthread_atfork(3)`): what must not be used twice is
  /// used by the process that has the number with which it was made. Costs no system call.
  package static var forkCount: Int {
    _ = isWatchingForks
    return forks.load(ordering: .relaxed)
  }

  private static let forks = Atomic<Int>(0)
  private static let isWatchingForks =
    pthread_atfork(nil, nil, { _ = forks.add(1, ordering: .relaxed) }) == 0

  /// Has a write beyond the limit on a file's size (`setrlimit(2)`) fail like one on a full disk, in place of ending the
  /// process without a word.
  package static func ignoreFileSizeSignal() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Ends the process as a write into a closed pipe would; comes back only if SIGPIPE is ignored.
  package static func dieOfClosedPipe() {
    _ = raise(SIGPIPE)
  }

  /// The value of an environment variable where it lies, without a copy: for secrets.
  package static func environmentBytes(_ name: String) -> Bytes? {
    guard let value = getenv(name) else { return nil }
    return Bytes(start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: strlen(value))
  }

  /// Overwrites the values of an environment variable where they lie, so that `/proc/PID/environ` shows them no longer,
  /// and forgets it. Whoever started the process still knows them.
  package static func forgetEnvironment(_ name: String) {
    var index = 0
    while let entry = sealwax_environment(Int32(index)) {
      index += 1
      guard strncmp(entry, name, name.utf8.count) == 0, entry[name.utf8.count] == CChar(bitPattern: UInt8(ascii: "="))
      else { continue }
      let value = UnsafeMutableRawPointer(mutating: entry + name.utf8.count + 1)
      explicit_bzero(value, strlen(entry + name.utf8.count + 1))
    }
    unsetenv(name)
  }

  /// Sees to it that no core file is written of this process, and that no other process of its user can look into its
  /// memory or its environment (`PR_SET_DUMPABLE`, `RLIMIT_CORE`); root still can.
  package static func forbidDumps() {
    sealwax_forbid_dumps()
  }

  /// Sees to it that a crash ends the process and no more. Where Swift is installed its runtime would start a program that
  /// prints what memory holds.
  package static func forbidCrashReports() {
    sealwax_forbid_crash_reports()
  }

  /// The names of the environment's variables that fit a shell pattern (`fnmatch(3)`), in the environment's order.
  package static func environmentNames(matching pattern: String) -> [String] {
    var names: [String] = []
    var index = 0
    while let entry = sealwax_environment(Int32(index)) {
      index += 1
      let name = String(String(cString: entry).prefix { $0 != "=" })
      if fnmatch(pattern, name, 0) == 0 { names.append(name) }
    }
    return names
  }

  /// Takes the places of standard input, output and error if they are closed, so that no file that is opened later
  /// gets one of their numbers and is taken for it. What is put there fails when it is used.
  package static func occupyStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // Open the wrong way round, so that a read or write is refused as it would be on a closed one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether there is a process of this number, one's own or another's (`kill(2)` with signal 0).
  package static func exists(_ number: Int32) -> Bool {
    kill(number, 0) == 0 || errno == EPERM
  }

  /// Ends the process (`exit(3)`); only the command runner calls it.
  package static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }
}
