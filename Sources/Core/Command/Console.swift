/// Standard error: where diagnostics go, and where the progress line is drawn and erased.
package final class Console {
  private let tool: String
  private var progress: Progress?
  /// Whether diagnostics are left out (`--quiet`).
  package var isQuiet = false

  package init(tool: String) {
    self.tool = tool
  }

  /// Tells a diagnostic, unless the tool is to be quiet.
  package func report(_ diagnostic: Diagnostic) {
    guard !isQuiet else { return }
    write(diagnostic.text(tool: tool))
  }

  /// Reports in the form that the caller gives, whole lines.
  package func report(_ lines: String) {
    guard !isQuiet else { return }
    write(lines)
  }

  /// Writes text as it is. A standard error that takes nothing is no reason to stop.
  package func write(_ text: String) {
    progress?.erase()
    var text = text
    text.withUTF8 { try? Descriptor.standardError.writeAll(UnsafeRawBufferPointer($0)) }
  }

  /// Starts the progress line if it was asked for and can be drawn.
  ///
  /// - Parameter size: bytes to come, nil if nobody knows.
  package func startProgress(_ arguments: Arguments, size: Int?) throws(UsageError) {
    guard arguments.has(.progress) else { return }
    let word = arguments[.progress]
    guard word == nil || word == "force" else { throw UsageError("--progress takes no value but force") }
    guard word == "force" || Terminal.isTerminal(.standardError) else { return }
    progress = Progress(size: size, width: Terminal.width(of: .standardError))
  }

  /// Tells the progress line how far the run has come.
  @inline(__always)
  package func advance(bytes: Int) {
    progress?.advance(bytes: bytes)
  }

  /// Erases the progress line for good.
  package func endProgress() {
    progress?.erase()
    progress = nil
  }

  /// Writes a text to standard output, for `--help` and the like.
  package static func printStandardOutput(_ text: String) throws(SystemError) {
    let output = Descriptor.standardOutput
    let buffer = ByteBuffer()
    buffer.append(text)
    try SystemError.naming(.write, "<stdout>", try output.writeAll(UnsafeRawBufferPointer(buffer.bytes)))
    try SystemError.naming(.close, "<stdout>", try output.close())
  }
}
