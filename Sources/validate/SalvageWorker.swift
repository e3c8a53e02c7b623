import Core

/// Tells lines that are whole from those that must be looked into; what becomes of these may depend on others, and is
/// left to the `SalvageWriter`.
struct SalvageWorker: LineWorker {
  /// The lines of a batch in their order. Their text is the batch's output: the lines as they came.
  struct Notes: BatchNotes {
    var pieces: [Piece] = []
  }

  /// Lines that follow each other.
  struct Piece {
    enum Kind {
      /// All of them are whole, each ended by LF.
      case whole
      /// Each must be looked into.
      case lines
      /// One that is longer than allowed and was not kept.
      case overlong
    }

    var kind: Kind
    /// Of the first line, 1-based.
    var number: Int
    /// Of the first line, in the file.
    var offset: Int
    var lineCount = 1
    /// Where they end in the batch's output.
    var end: Int
    /// How they begin, if they are whole.
    var kinds = RecordKinds()
  }

  private let salvage = SalvageBox()
  private let mender: RecordMender?

  /// - Parameter mending: what of whole records is spelt anew.
  init(mending: RecordMender.Choice) {
    mender = mending.isEmpty ? nil : RecordMender(mending)
  }

  func work(on line: Line, into batch: Batch<Notes>) {
    // The LF stands behind the line, and a long one is copied once.
    batch.output.append(Bytes(start: line.bytes.baseAddress, count: line.bytes.count + (line.isTerminated ? 1 : 0)))
    let end = batch.output.count
    let isWhole = line.isTerminated && salvage.isWhole(line) && mender?.isNeeded(line.bytes) != true
    let kind = isWhole ? Piece.Kind.whole : .lines
    if batch.notes.pieces.last?.kind != kind {
      batch.notes.pieces.append(
        Piece(kind: kind, number: line.number, offset: line.offset, lineCount: 0, end: end))
    }
    let last = batch.notes.pieces.count - 1
    batch.notes.pieces[last].lineCount += 1
    batch.notes.pieces[last].end = end
    if isWhole { batch.notes.pieces[last].kinds.note(line.bytes) }
  }

  func refuseOverlongLine(number: Int, into batch: Batch<Notes>) {
    batch.notes.pieces.append(Piece(kind: .overlong, number: number, offset: 0, end: batch.output.count))
  }
}

/// A scanner has a place in memory of its own; a worker is a value.
private final class SalvageBox {
  private var salvage = Salvage()

  func isWhole(_ line: Line) -> Bool {
    salvage.isWhole(line.bytes, isTerminated: line.isTerminated)
  }
}
