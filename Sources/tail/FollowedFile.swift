import Core

/// One operand that is followed: the file that bears its name, and those that bore it before and may still be written to.
final class FollowedFile {
  let operand: String
  /// Where it stands among the operands.
  let index: Int
  /// Nil while there is none.
  var current: FollowedInput?
  /// The oldest first.
  var older: [FollowedInput] = []
  /// Why it could not be opened, nil if it was.
  var failure: Errno?
  /// Nobody waits for it any more.
  var isIgnored = false
  /// The places that its name stands for, in folders that are watched.
  var places: Set<FolderWatch.Place> = []
  var history = NameHistory()
  /// Looks that found nothing, one after the other.
  var unchangedCount: UInt64 = 0

  init(operand: String, index: Int) {
    self.operand = operand
    self.index = index
  }

  /// All that may still grow, the oldest first.
  var inputs: [FollowedInput] { older + (current.map { [$0] } ?? []) }

  var isLive: Bool { current != nil || !isIgnored }
}

/// An open file or stream whose end is watched.
final class FollowedInput {
  /// Nil for a pipe or device, and for a file of `/proc`, which has a size of 0 whatever it holds, and no end that could
  /// be appended to.
  let file: GrowingFile?
  /// Keeps open what is no growing file.
  private let other: Input?
  let descriptor: Descriptor
  let status: FileStatus
  /// What of it nothing has ended yet, if only whole lines are wanted.
  let hold: LineHold?
  /// Its number in the watch, nil if it is not watched.
  var number: Int32?
  /// Whether a look at it may find something.
  var isDue = true
  /// Since when it does not bear its name any more, in nanoseconds of the monotonic clock.
  var retired: UInt64?
  /// A pipe or device that has given nothing would do so again at once, so it is left alone until then, in
  /// nanoseconds of the monotonic clock.
  var restsUntil: UInt64 = 0

  /// - Parameter offset: what lies before it has been given; nil for where the file's own offset stands.
  init(_ input: consuming Input, from offset: Int?, hold: LineHold?) throws(SystemError) {
    self.hold = hold
    descriptor = input.descriptor
    status = input.status
    guard status.kind == .regular else {
      file = nil
      other = consume input
      return
    }
    var start = offset ?? 0
    if offset == nil { start = try SystemError.naming(.seek, input.name, try input.descriptor.offset()) }
    if status.size == 0, offset == nil, start > 0 {
      file = nil
      other = consume input
    } else {
      file = try GrowingFile(input, offset: start)
      other = nil
    }
  }

  /// Whether it is a pipe or device, which is read as it comes.
  var isStream: Bool { status.kind != .regular }

  /// Up to where the file has been written out, in bytes; nil for what is no file.
  var offset: Int? { file.map { $0.offset - (hold?.count ?? 0) } }
}
