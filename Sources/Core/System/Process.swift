import Glibc

/// This process: its environment, its end.
package enum Process {
  /// The value of an environment variable, nil if it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
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

  package static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }
}
