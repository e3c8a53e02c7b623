/// A place in the input, written `file`, `file:line` or `file:line:column`.
package struct Location: Equatable, Sendable {
  /// The path as the user gave it, or `<stdin>`.
  package var file: String
  /// 1-based.
  package var line: Int?
  /// 1-based, in bytes of the line as it stands in the file.
  package var column: Int?

  package init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Location: CustomStringConvertible {
  package var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
