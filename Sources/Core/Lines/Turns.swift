/// Lets threads do things one by one, in the order of the tickets that they have drawn, until one of them says that it
/// is over.
///
/// What a thread does in its turn happens before what the next one does.
final class Turns {
  private let lock = Lock()
  /// One for each thread: tickets whose turn is not over yet differ by less than that, so each has one to itself.
  private let calls: [Condition]
  private let room = Condition()
  // The rest is touched under the lock only.
  private var ticket = 0
  private var isOver = false
  /// What is in work, in bytes.
  private var load = 0

  /// In bytes: at most this is in work, or one block. It is little enough for a small machine, and many times what all
  /// threads have in ordinary blocks; only long lines come to it.
  static let largestLoad = 8 << 20

  /// - Parameter threadCount: how many threads there can be.
  init(threadCount: Int) {
    calls = (0..<max(threadCount, 1)).map { _ in Condition() }
  }

  /// Whether somebody has said that it is over.
  var areOver: Bool { lock.whileLocked { isOver } }

  /// Whether it is the turn of `ticket`.
  func isNext(_ ticket: Int) -> Bool {
    lock.whileLocked { self.ticket == ticket }
  }

  /// Waits until there is room for the work on `size` more bytes, and takes it.
  func takeRoom(_ size: Int) {
    lock.whileLocked {
      while load > 0, load + size > Self.largestLoad, !isOver { room.wait(lock) }
      load += size
    }
  }

  /// Gives back what `takeRoom` took.
  func giveRoomBack(_ size: Int) {
    lock.whileLocked {
      load -= size
      room.signal()
    }
  }

  /// Waits for the turn of `ticket`.
  ///
  /// - Returns: false if it is over and the turn never comes.
  func wait(for ticket: Int) -> Bool {
    lock.whileLocked {
      while self.ticket != ticket, !isOver { call(ticket).wait(lock) }
      return !isOver
    }
  }

  /// Ends the turn: the next ticket has it.
  func pass() {
    lock.whileLocked {
      ticket += 1
      call(ticket).signal()
    }
  }

  /// Ends all turns: there is no next one.
  func end() {
    lock.whileLocked {
      isOver = true
      for call in calls { call.signal() }
      room.signal()
    }
  }

  private func call(_ ticket: Int) -> Condition {
    calls[ticket % calls.count]
  }
}
