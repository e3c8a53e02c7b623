import Core

/// Standard output: the headers, and the one block through which bytes are copied to it.
final class Writer {
  /// What messages call it.
  static let name = "<stdout>"

  private var output: Output? = .standard
  private var hasWritten = false
  private var hasHeader = false
  /// What is written instead of the records, if not they.
  private let counts: CountedRecords?
  private let block = ByteBuffer(capacity: Writer.blockSize)

  /// Large enough that calls cost little, small enough to stay in the processor's cache between read and write.
  private static let blockSize = 128 << 10

  init(counts: CountedRecords? = nil) {
    self.counts = counts
  }

  /// Writes a part of a file; whole lines, if they are to be counted.
  func write(_ bytes: Bytes) throws {
    try put(try counts?.count(bytes) ?? bytes)
  }

  private func put(_ bytes: Bytes) throws {
    guard !bytes.isEmpty else { return }
    hasWritten = true
    // Bytes are copied as they are, so nobody counts records.
    try output?.write(bytes, recordCount: 0)
  }

  /// Writes the line that names a file, with an empty line before all but the first.
  func writeHeader(_ operand: String) throws {
    let header = ByteBuffer()
    if hasHeader { header.append("\n") }
    hasHeader = true
    header.append("==> ")
    header.append(operand == "-" ? "standard input" : operand)
    header.append(" <==\n")
    try put(header.bytes)
  }

  /// Copies from the file's offset on, up to the end or to `limit` bytes.
  ///
  /// - Parameter hold: what is to pass whole lines only.
  func copy(_ file: borrowing Input, limit: Int = .max, hold: LineHold? = nil) throws {
    var missing = limit
    while missing > 0 {
      let copied = try readBlock(file, limit: missing)
      if copied == 0 { return }
      try write(block.bytes, hold)
      missing -= copied
    }
  }

  /// Writes bytes, or of them what makes whole lines.
  func write(_ bytes: Bytes, _ hold: LineHold?) throws {
    guard let hold else { return try write(bytes) }
    try hold.pass(bytes) { try write($0) }
  }

  /// Reads on until `find` names a place in a block, and writes the rest of that block.
  func skip(_ file: borrowing Input, hold: LineHold?, to find: (Bytes) -> Int?) throws {
    while try readBlock(file, limit: .max) > 0 {
      guard let place = find(block.bytes) else { continue }
      return try write(block.bytes.slice(place, block.count), hold)
    }
  }

  /// Ends the output; what was never written to is left alone, so that a closed standard output harms nobody.
  func finish() throws {
    guard hasWritten, let output = output.take() else { return }
    try output.commit()
  }

  private func readBlock(_ file: borrowing Input, limit: Int) throws(SystemError) -> Int {
    block.removeAll()
    let descriptor = file.descriptor
    let name = file.name
    try block.append(atMost: Self.blockSize) { (room) throws(SystemError) in
      let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[..<min(room.count, limit)])
      return try SystemError.naming(.read, name, try descriptor.read(into: part))
    }
    return block.count
  }
}
