import Core

/// Where the lines get their places in a chain.
enum Linking {
  /// Nowhere.
  case none
  /// Before they are written.
  case before(ChainWriter)
  /// Under the lock of the log that they are appended to.
  case underLock(ChainWriter)

  /// Whether they get any.
  var isChained: Bool { if case .none = self { false } else { true } }

  /// What is to be written of a batch; valid until the next one.
  func linked(_ batch: Batch<RecordSealer.Notes>) throws -> Bytes {
    switch self {
    case .none: return batch.output.bytes
    case .before(let chain):
      chain.take(batch.notes.digests)
      return try chain.link(batch.output.bytes, count: batch.recordCount)
    case .underLock(let chain):
      chain.take(batch.notes.digests)
      return batch.output.bytes
    }
  }
}
