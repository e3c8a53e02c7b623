/// Opens the values at some places of each record and keeps every other byte, those of blank lines too: the way back from
/// `FieldSealer`.
package struct FieldOpener: LineWorker {
  package typealias Notes = RecordOpener.Notes

  private let finder: ValueFinder
  private var opener: RecordOpener
  private var scanner = ValueScanner()

  /// - Parameters:
  ///   - fields: where the values stand; a record need not have them.
  ///   - opener: opens them, and says what becomes of those that are not sealed or do not open.
  package init(_ opener: RecordOpener, fields: [PointerPattern]) {
    finder = ValueFinder(fields)
    self.opener = opener
  }

  /// Appends the record with its values opened, once all have proved authentic.
  package mutating func work(on line: Line, into batch: Batch<Notes>) {
    let start = batch.output.count
    var place = 0..<0
    do throws(SealingFault) {
      if line.bytes.isBlank {
        batch.output.append(line.bytes)
      } else if try !open(line.bytes, &place, into: batch) {
        batch.notes.tooOldCount += 1
        return batch.output.truncate(to: start)
      }
      batch.output.append(UInt8(ascii: "\n"))
      batch.recordCount += 1
      batch.notes.lines.append(Notes.Note(outcome: .plain, line: line.number, end: batch.output.count))
    } catch {
      batch.output.truncate(to: start)
      opener.refuse(error, line: line.number, column: place.lowerBound + 1, in: batch)
    }
  }

  /// Appends a record, opened.
  ///
  /// - Parameter place: where in the record it got to.
  /// - Returns: false if a value is too old.
  private mutating func open(
    _ record: Bytes, _ place: inout Range<Int>, into batch: Batch<Notes>
  ) throws(SealingFault) -> Bool {
    do throws(RecordError) {
      try finder.read(record)
    } catch {
      place = error.offset..<error.offset
      throw error.isTruncation ? .truncated : .notJSON
    }
    batch.notes.haveLed = finder.haveLed
    let output = batch.output
    var isTooOld = false
    var kept = 0
    for found in finder.places {
      place = found
      output.append(record.slice(kept, found.lowerBound))
      let start = output.count
      switch try opener.openValue(record.slice(found), into: output) {
      case .opened: guard scanner.isValue(output.bytes.slice(start, output.count)) else { throw .notAValue }
      // The others must prove authentic all the same.
      case .tooOld: isTooOld = true
      case .plain:
        guard opener.plainLines == .pass else { throw .notSealed }
        output.append(record.slice(found))
      }
      kept = found.upperBound
    }
    output.append(record.slice(kept, record.count))
    return !isTooOld
  }

  /// A line that cannot be held cannot be read.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    opener.refuseOverlongLine(number: number, into: batch)
  }
}

extension RecordOpener {
  /// What a value turned out to be.
  fileprivate enum Value {
    case opened
    case tooOld
    case plain
  }

  /// Appends what a sealed value says.
  fileprivate mutating func openValue(_ value: Bytes, into output: ByteBuffer) throws(SealingFault) -> Value {
    if value.starts(with: JWE.opening), try openJWEValue(value, into: output) { return .opened }
    switch try reader.read(value) {
    case .token(let token, nil):
      let time = try readyOpener().open(token, into: output)
      guard let maximumAge, try isTooOld(time, limit: maximumAge) else { return .opened }
      return .tooOld
    // Somebody has put a line of a log there.
    case .token: throw .notAValue
    case .plain: return try openJWEValue(value, into: output) ? .opened : .plain
    }
  }

  /// - Returns: false if the value is no JWE.
  private func openJWEValue(_ value: Bytes, into output: ByteBuffer) throws(SealingFault) -> Bool {
    guard let jwe = try jweReader.read(value) else { return false }
    guard maximumAge == nil else { throw .jwe(.noTime) }
    guard jwe.chain == nil else { throw .notAValue }
    _ = try jweOpener.open(jwe, into: output)
    return true
  }
}

/// Says whether what was opened can stand where a value stood: whoever has no key can put a line of a log there, or
/// another text that was sealed, but must not get a record out that nobody wrote.
private final class ValueScanner {
  @exclusivity(unchecked) private var scanner = JSONScanner()

  /// Whether it is one JSON text that could stand in a line, and nothing besides.
  func isValue(_ text: Bytes) -> Bool {
    guard let first = text.first, let last = text.last, first > 0x20, last > 0x20 else { return false }
    return text.firstOffset(of: UInt8(ascii: "\n")) == nil && scanner.accepts(text)
  }
}
