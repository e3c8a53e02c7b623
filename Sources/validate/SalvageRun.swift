import Core

/// Writes every whole record of the operands, keeps what is left out, and tells what was done with each damage.
struct SalvageRun {
  let operands: [String]
  let options: SalvageOptions
  let policy: Policy
  let reports: Reports

  func run(maximumLineSize: Int, threadCount: Int) throws -> ExitCode {
    var output = try openOutput()
    var rejects = try RejectsFile(path: options.rejects)
    let pipeline = Pipeline(threadCount: threadCount) { [mending = options.mending] in SalvageWorker(mending: mending) }
    var status = ExitCode.done
    for operand in operands {
      do {
        let input = try Input.open(operand)
        let reader = BlockReader(input.descriptor, name: input.name, maximumLineSize: maximumLineSize)
        let printer = Reports.Printer(reports)
        let writer = SalvageWriter(options, policy: policy, reports: reports)
        try pipeline.run(reader, advance: reports.advance) { batch in
          writer.take(batch)
          try write(writer, to: &output, &rejects, printer, file: input.name)
        }
        writer.end()
        try write(writer, to: &output, &rejects, printer, file: input.name)
        let tally = writer.tally
        reports.summarize(tally.faults, file: input.name, addition: tally.summary)
        status = status.combined(with: tally.status)
      } catch let failure as OutputFailure {
        throw failure.underlying
      } catch {
        reports.tell(error)
        status = .failed
      }
    }
    // A file that appears whole must not appear without what could not be read.
    if status == .failed, options.output != nil || options.rejects != nil { return status }
    try rejects.commit()
    try output.commit()
    return status
  }

  private func write(
    _ writer: SalvageWriter, to output: inout Output, _ rejects: inout RejectsFile, _ printer: Reports.Printer,
    file: String
  ) throws(OutputFailure) {
    do {
      try output.write(writer.records.bytes, recordCount: writer.recordCount)
      if let parts = writer.rejects { try rejects.write(parts) }
      try printer.tell(writer.faults, in: file)
    } catch {
      throw OutputFailure(underlying: error)
    }
    writer.removeAll()
  }

  private func openOutput() throws(SystemError) -> Output {
    guard let output = options.output else { return .standard }
    return try Output.file(output)
  }
}

/// A failure that ends the run, other than one of reading, which ends one operand.
struct OutputFailure: Error {
  let underlying: any Error
}

/// Parts of lines that were left out; they are set apart by LF, and the last is as it was.
final class Rejects {
  private let buffer = ByteBuffer()

  init(_ part: Bytes, withNewline: Bool) {
    append(part, withNewline: withNewline)
  }

  var bytes: Bytes { buffer.bytes }
  var isMidLine: Bool { bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false }

  func append(_ part: Bytes, withNewline: Bool) {
    if isMidLine { buffer.append(UInt8(ascii: "\n")) }
    buffer.append(part)
    if withNewline { buffer.append(UInt8(ascii: "\n")) }
  }
}

/// The file of everything that was left out, nothing where nobody asked for one.
private struct RejectsFile: ~Copyable {
  private var output: Output?
  private var isMidLine = false

  init(path: String?) throws(SystemError) {
    guard let path else { return }
    output = try Output.file(path)
  }

  mutating func write(_ rejects: Rejects) throws {
    if isMidLine { try output?.write(Bytes("\n"), recordCount: 0) }
    try output?.write(rejects.bytes, recordCount: 0)
    isMidLine = rejects.isMidLine
  }

  consuming func commit() throws(SystemError) {
    switch consume output {
    case .some(let output): try output.commit()
    case nil: return
    }
  }
}
