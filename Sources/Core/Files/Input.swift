/// One operand opened for reading: a file, or standard input for `-`.
package struct Input: ~Copyable {
  /// The path as the user gave it, or `<stdin>`.
  package let name: String
  package let descriptor: Descriptor
  package let status: FileStatus

  private init(name: String, descriptor: Descriptor, status: FileStatus) {
    self.name = name
    self.descriptor = descriptor
    self.status = status
  }

  /// - Parameter flags: `nonBlocking` for who must not wait for a pipe's writer.
  /// - Throws: when the operand cannot be opened, or is a folder.
  package static func open(_ operand: String, _ flags: Descriptor.OpenFlags = .read) throws(SystemError) -> Input {
    let name = operand == "-" ? "<stdin>" : operand
    let descriptor = try SystemError.naming(
      .open, name, operand == "-" ? .standardInput : try Descriptor.open(operand, flags))
    let status = try SystemError.naming(.stat, name, try FileStatus(of: descriptor))
    let input = Input(name: name, descriptor: descriptor, status: status)
    if status.kind == .directory { throw SystemError(.read, name, .isDirectory) }
    return input
  }

  deinit {
    // Nothing was written through it, so a failed close loses nothing.
    if descriptor != .standardInput { try? descriptor.close() }
  }

  /// Opens operands one after the other and gives each to `body`; without operands, standard input. One that cannot
  /// be opened is told and passed over.
  ///
  /// - Returns: `failed` if one could not be opened, else `done`.
  package static func forEach(
    _ operands: [String], onRefusal: (SystemError) -> Void, _ body: (borrowing Input) throws -> Void
  ) throws -> ExitCode {
    var status = ExitCode.done
    for operand in operands.isEmpty ? ["-"] : operands {
      let input: Input
      do {
        input = try Input.open(operand)
      } catch {
        onRefusal(error)
        status = .failed
        continue
      }
      try body(input)
    }
    return status
  }

  /// The sum of the sizes of operands that are regular files, nil if one is something else or cannot be seen.
  package static func totalSize(_ operands: [String]) -> Int? {
    var total = 0
    for operand in operands.isEmpty ? ["-"] : operands {
      let status = operand == "-" ? try? FileStatus(of: .standardInput) : try? FileStatus(path: operand)
      guard let status, status.kind == .regular else { return nil }
      total += status.size
    }
    return total
  }
}
