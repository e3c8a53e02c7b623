import Core

/// What was done with the lines of a file.
struct SalvageTally {
  private(set) var faults = Tally()
  private var recordCount = 0
  private var rejectedSize = 0
  private var droppedSize = 0
  private var isChanged = false
  private var isUnaccounted = false

  mutating func add(_ batch: Batch<SalvageWorker.Notes>) {
    faults.lineCount += batch.lineCount
    faults.add(batch.notes.faults.tally)
    recordCount += batch.recordCount
    rejectedSize += batch.notes.rejectedSize
    droppedSize += batch.notes.droppedSize
    isChanged = isChanged || batch.notes.isChanged
    isUnaccounted = isUnaccounted || batch.notes.isUnaccounted
  }

  var status: ExitCode {
    if isUnaccounted { return .failed }
    if isChanged { return .no }
    return faults.isTorn ? .torn : .done
  }

  /// What follows the counts in the last line on a file.
  var summary: String {
    "; \(Tally.counted(recordCount, "record")) kept, \(Tally.counted(rejectedSize, "byte")) rejected, "
      + "\(Tally.counted(droppedSize, "byte")) dropped"
  }
}
