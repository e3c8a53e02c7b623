import Core

/// The file of records that a window leaves out. Which prompt the window needs shows only at the end, so that the last one
/// can be taken out again.
struct RestFile: ~Copyable {
  private var output: Output
  private var size = 0
  private var marked = 0..<0

  init(_ path: String) throws(SystemError) {
    output = try Output.file(path)
  }

  mutating func write(_ bytes: Bytes) throws {
    try output.write(bytes, recordCount: 1)
    size += bytes.count
  }

  /// The last `count` bytes are those of a prompt.
  mutating func markLast(_ count: Int) {
    marked = size - count..<size
  }

  /// Takes out the prompt that was marked last; what is no file has it for good.
  mutating func removeMarked() throws(SystemError) {
    guard !marked.isEmpty else { return }
    try output.remove(marked)
    size -= marked.count
    marked = 0..<0
  }

  consuming func commit() throws(SystemError) {
    try output.commit()
  }
}
