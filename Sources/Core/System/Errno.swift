import Glibc

/// An error number of the C library.
package struct Errno: Error, Equatable, Sendable {
  package var rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The number that the last failed call of this thread left.
  package static var current: Errno { Errno(rawValue: errno) }

  package static let interrupted = Errno(rawValue: EINTR)
  package static let exists = Errno(rawValue: EEXIST)
  package static let noEntry = Errno(rawValue: ENOENT)
  package static let isDirectory = Errno(rawValue: EISDIR)
  package static let notSupported = Errno(rawValue: EOPNOTSUPP)
  package static let invalidArgument = Errno(rawValue: EINVAL)
  package static let noSpace = Errno(rawValue: ENOSPC)
  package static let closedPipe = Errno(rawValue: EPIPE)
  package static let notSeekable = Errno(rawValue: ESPIPE)
}

extension Errno: CustomStringConvertible {
  /// `strerror`'s words, in lower case.
  package var description: String {
    // strerror may share its buffer between threads for unknown numbers only; known ones are constants.
    guard let text = strerror(rawValue) else { return "error \(rawValue)" }
    let words = String(cString: text)
    guard let first = words.first, words.dropFirst().first?.isLowercase == true else { return words }
    return first.lowercased() + words.dropFirst()
  }
}

/// A call that the system refused, with the file it was about.
package struct SystemError: DescribedError, Equatable {
  /// What was tried, as in "cannot read".
  package enum Operation: String, Sendable {
    case open, read, write, sync, close, lock, truncate, seek, rename, remove, create, stat, watch, map
  }

  package var operation: Operation
  /// The path as the user gave it, or `<stdin>`, `<stdout>`.
  package var path: String
  package var errno: Errno

  package init(_ operation: Operation, _ path: String, _ errno: Errno) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }

  package var location: Location? { Location(path) }
  package var message: String { "cannot \(operation.rawValue): \(errno)" }

  /// Does something to a file, and names the file if the system refuses.
  @inline(__always)
  package static func naming<Result>(
    _ operation: Operation, _ path: String, _ body: @autoclosure () throws(Errno) -> Result
  ) throws(SystemError) -> Result {
    do {
      return try body()
    } catch {
      throw SystemError(operation, path, error)
    }
  }
}
