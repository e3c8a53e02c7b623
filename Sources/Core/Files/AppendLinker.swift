/// Gives lines their last form once it is known behind what they will stand. `AppendFile` asks it under the lock, so what
/// it says holds even when other processes append to the same file.
package protocol AppendLinker: AnyObject {
  /// Takes the end of the file: it is not as the last `link` left it.
  ///
  /// - Parameter lastLine: with its LF, valid during the call; nil if the file has no line.
  func resume(behind lastLine: Bytes?) throws

  /// What must be on the disk before the next lines are written, valid until the next call. It may be empty, if it must
  /// be known that what is there is on the disk; nil if nothing must be known.
  func linkBeginning() throws -> Bytes?

  /// The lines as they are to be written, valid until the next call.
  func link(_ lines: Bytes, count: Int) throws -> Bytes

  /// What others need before they can go on behind what the last `link` gave.
  var need: AppendNeed { get }

  /// Takes note that what was given last is on the disk.
  ///
  /// - Parameters:
  ///   - size: of the file up to there.
  ///   - isCurrent: whether no other file has taken the name since; to be asked as late as possible.
  func becameDurable(size: Int, isCurrent: () throws -> Bool) throws
}

/// Until when a linker must have heard that its lines are durable.
package enum AppendNeed: Sendable {
  /// Whenever they are; never, where nothing is synced.
  case none
  /// After each batch: nobody can go on without what it takes note of, whether anything is synced or not.
  case always
  /// Before anybody else gets the lock.
  case underLock
}
