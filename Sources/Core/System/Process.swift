import Glibc

/// This process: its environment, its end.
package enum Process {
  /// The value of an environment variable, nil if it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  package static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }
}
