import Core

/// What was done with the lines of a file.
struct SalvageTally {
  private(set) var faults = Tally()
  private var recordCount = 0
  /// In bytes.
  var rejectedSize = 0
  /// In bytes: what held no data.
  var droppedSize = 0
  /// Whether anything was lost or changed but a torn end.
  var isChanged = false
  /// Whether something was lost that should have been kept with the rejects.
  var isUnaccounted = false

  var lineCount: Int {
    get { faults.lineCount }
    set { faults.lineCount = newValue }
  }

  mutating func add(_ faults: Tally, recordCount: Int) {
    self.faults.add(faults)
    self.recordCount += recordCount
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
