/// Seals the values at some places of each record and keeps every other byte, those of blank lines too.
///
///     {"role":"user", "content":["x", 1.0]}
///     {"role":"user", "content":{"fernet":"gAAAA…"}}      under a JWK: {"protected":"…", … }
///
/// A value that was sealed like this has no place in a chain: what binds the lines of a log is not known in a record that
/// anybody may change.
package struct FieldSealer: LineWorker {
  package typealias Notes = RecordSealer.Notes

  private let finder: ValueFinder
  private var sealer: RecordSealer

  /// - Parameter fields: where the values stand; a record need not have them.
  package init(_ key: SealingKey, fields: [PointerPattern]) {
    finder = ValueFinder(fields)
    sealer = RecordSealer(key, form: .line)
  }

  /// Appends the record with its values sealed; one that is no JSON ends the run, for nobody knows what it says where.
  package mutating func work(on line: Line, into batch: Batch<Notes>) {
    guard !line.bytes.isBlank else { return emit(line.bytes, into: batch) }
    do {
      try finder.read(line.bytes)
    } catch {
      return batch.failure = error.located(in: batch.file, line: line.number)
    }
    batch.notes.haveLed = finder.haveLed
    let start = batch.output.count
    var kept = 0
    do throws(SealingFault) {
      for place in finder.places {
        batch.output.append(line.bytes.slice(kept, place.lowerBound))
        _ = try sealer.seal(line.bytes.slice(place), time: UInt64(clamping: Clock.unixSeconds), into: batch.output)
        // Of a line, it is all but the LF.
        batch.output.truncate(to: batch.output.count - 1)
        kept = place.upperBound
      }
      emit(line.bytes.slice(kept, line.bytes.count), into: batch)
    } catch {
      batch.output.truncate(to: start)
      batch.failure = LocatedError(error, at: Location(batch.file, line: line.number))
    }
  }

  /// Appends the rest of a record.
  private func emit(_ rest: Bytes, into batch: Batch<Notes>) {
    batch.output.append(rest)
    batch.output.append(UInt8(ascii: "\n"))
    batch.recordCount += 1
  }

  /// A line that cannot be held cannot be read: it ends the run.
  package mutating func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    sealer.refuseOverlongLine(number: number, into: batch)
  }
}
