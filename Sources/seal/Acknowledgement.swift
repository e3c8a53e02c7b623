import Core

/// The words on standard output that tell a program in front, such as rsyslog, that its records are on the disk.
final class Acknowledgement {
  private let word: String
  private let output = ByteBuffer()

  /// - Parameter word: one line, without its LF.
  init(word: String) {
    self.word = word
  }

  /// Acknowledges `count` lines.
  func acknowledge(_ count: Int) throws(SystemError) {
    output.removeAll()
    for _ in 0..<count {
      output.append(word)
      output.append("\n")
    }
    try SystemError.naming(
      .write, "<stdout>", try Descriptor.standardOutput.writeAll(UnsafeRawBufferPointer(output.bytes)))
  }

  /// Ends standard output, which is where a last error shows.
  func close() throws(SystemError) {
    try SystemError.naming(.close, "<stdout>", try Descriptor.standardOutput.close())
  }
}
