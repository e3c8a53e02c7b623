/// Where records go: a stream that is written as it comes, a file that appears whole, or a log that grows durably.
package enum Output: ~Copyable {
  /// Standard output, or an existing device or pipe named with `-o`.
  case stream(Descriptor, name: String)
  case replacement(ReplacementFile)
  case appending(AppendFile)

  /// Standard output.
  package static var standard: Output { .stream(.standardOutput, name: "<stdout>") }

  /// The file named with `-o`. What is not a regular file (`/dev/null`, a pipe) cannot be replaced and is written to.
  package static func file(_ path: String) throws(SystemError) -> Output {
    if let status = try? FileStatus(path: path), status.kind != .regular {
      return .stream(try SystemError.naming(.open, path, try Descriptor.open(path, .write)), name: path)
    }
    return .replacement(try ReplacementFile.open(path))
  }

  /// Writes whole records, all of them or none as far as the kind of output can promise it.
  ///
  /// - Parameter recordCount: how many records `bytes` holds.
  package mutating func write(_ bytes: Bytes, recordCount: Int) throws {
    guard !bytes.isEmpty else { return }
    switch self {
    case .stream(let descriptor, let name):
      try SystemError.naming(.write, name, try descriptor.writeAll(UnsafeRawBufferPointer(bytes)))
    case .replacement(let file):
      try file.write(bytes)
    case .appending(let file):
      try file.append(bytes, recordCount: recordCount)
    }
  }

  /// Takes bytes out of what was written to a file that appears whole; what has left stays.
  ///
  /// - Parameter range: in bytes from the start.
  package mutating func remove(_ range: Range<Int>) throws(SystemError) {
    switch self {
    case .replacement(let file): try file.remove(range)
    case .stream: break
    case .appending: break
    }
  }

  /// Ends the output: the last errors show here, and a replacement takes its place.
  package consuming func commit() throws(SystemError) {
    switch consume self {
    case .stream(let descriptor, let name):
      try SystemError.naming(.close, name, try descriptor.close())
    case .replacement(let file):
      try file.commit()
    case .appending(let file):
      try file.close()
    }
  }

  /// As `commit`, but a replacement that is the same as `input` leaves the file as it is.
  package consuming func commit(unlessEqualTo input: borrowing Input) throws(SystemError) {
    switch consume self {
    case .replacement(let file): try file.commit(unlessEqualTo: input)
    case let other: try other.commit()
    }
  }
}
