extension AppendFile {
  /// Why another file cannot take the place of the log.
  package enum ReplacingFault: DescribedError, Equatable {
    case rotated(String)

    package var location: Location? {
      switch self {
      case .rotated(let path): Location(path)
      }
    }
    package var message: String { "another file has taken the name meanwhile" }
  }

  /// Puts another file in the place of the log, whole or not at all; its end is mended and on the disk before. Nobody can append to the
  /// old file meanwhile, nor to the new one before all is done: whoever waits for the old one's lock finds the new one.
  ///
  /// - Parameters:
  ///   - write: gets the log, to be read from where it stands, its last line, and what is to take its place.
  ///   - record: is called when the new file is in its place and durable; gets its size in bytes.
  /// - Throws: what `write` throws, or the system: the log is then as it was. What `record` throws: it is not.
  package func replace(
    write: (_ log: Descriptor, _ lastLine: Bytes?, _ replacement: borrowing ReplacementFile) throws -> Void,
    record: (_ size: Int) throws -> Void
  ) throws {
    try whileLocked { size in
      let replacement = try ReplacementFile.open(path)
      try SystemError.naming(.sync, name, try descriptor.syncData())
      let last = try placeOfLastLine(size: size)
      try SystemError.naming(.seek, name, try descriptor.seek(to: 0))
      try withContents(from: last.lowerBound, to: last.upperBound) { line in
        try write(descriptor, line.isBlank ? nil : line, replacement)
      }
      // Rotation asks for no lock.
      guard try isCurrent() else { throw ReplacingFault.rotated(name) }
      try replacement.commitLocked(record)
    }
  }
}
