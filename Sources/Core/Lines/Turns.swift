/// Lets threads do things one by one, in the order of the tickets that they have drawn, until one of them says that it
/// is over.
///
/// What a thread does in its turn happens before what the next one does.
final class Turns {
  private let lock = Lock()
  /// One for each thread: those who have a ticket have successive ones, so nobody else waits at the same.
  private let calls: [Condition]
  private let everybody = Condition()
  // The rest is touched under the lock only.
  private var drawnCount = 0
  private var doneCount = 0
  private var isOver = false

  /// - Parameter threadCount: how many threads there can be; each has one ticket at most.
  init(threadCount: Int) {
    calls = (0..<max(threadCount, 1)).map { _ in Condition() }
  }

  /// Whether somebody has said that it is over.
  var areOver: Bool { lock.whileLocked { isOver } }

  /// Whether nobody has a ticket; never again once one of those who have has ended all.
  var areAllDone: Bool { lock.whileLocked { doneCount == drawnCount } }

  /// Takes the next ticket.
  func draw() -> Int {
    lock.whileLocked {
      drawnCount += 1
      return drawnCount - 1
    }
  }

  /// Waits for the turn of `ticket`.
  ///
  /// - Returns: false if it is over and the turn never comes.
  func wait(for ticket: Int) -> Bool {
    lock.whileLocked {
      while doneCount != ticket, !isOver { call(ticket).wait(lock) }
      return !isOver
    }
  }

  /// Waits, without a ticket, until nobody has one. No other thread may draw or wait so at the same time.
  ///
  /// - Returns: false if it is over.
  @discardableResult
  func waitForAll() -> Bool {
    lock.whileLocked {
      while doneCount != drawnCount, !isOver { everybody.wait(lock) }
      return !isOver
    }
  }

  /// Ends the turn and gives the ticket back: the next one has it.
  func pass() {
    lock.whileLocked {
      doneCount += 1
      if doneCount == drawnCount { everybody.signal() } else { call(doneCount).signal() }
    }
  }

  /// Ends all turns: there is no next one.
  func end() {
    lock.whileLocked {
      isOver = true
      for call in calls + [everybody] { call.signal() }
    }
  }

  private func call(_ ticket: Int) -> Condition {
    calls[ticket % calls.count]
  }
}
