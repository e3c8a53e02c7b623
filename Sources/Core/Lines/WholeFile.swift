/// Files that are read whole before anything is done: rules, lists of values.
package enum WholeFile {
  package struct OverlongLine: DescribedError, Equatable {
    package var location: Location?
    package var message: String { "line is too long" }
  }

  /// The lines of a file, each with its LF.
  ///
  /// - Parameter maximumLineSize: in bytes; a longer line is an error.
  package static func lines(at path: String, maximumLineSize: Int) throws -> ByteBuffer {
    let input = try Input.open(path)
    let lines = ByteBuffer(capacity: 1 << 16)
    let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
    while let block = try reader.next() {
      guard case .lines(let bytes) = block.contents else {
        throw OverlongLine(location: Location(input.name, line: block.firstLine))
      }
      lines.append(bytes)
    }
    return lines
  }
}
