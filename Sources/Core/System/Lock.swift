import Glibc

/// Lets one thread in at a time (`pthread_mutex_t`). It may be held through a read that waits.
package final class Lock: @unchecked Sendable {
  /// Where the mutex lies must not change, so it has a place of its own.
  fileprivate let mutex: UnsafeMutablePointer<pthread_mutex_t>

  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Waits until no other thread is in; the thread that has the lock does not take it again.
  @inline(__always)
  package func lock() {
    pthread_mutex_lock(mutex)
  }

  /// Lets the next thread in.
  @inline(__always)
  package func unlock() {
    pthread_mutex_unlock(mutex)
  }

  /// Does something while no other thread is in.
  @inline(__always)
  package func whileLocked<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    lock()
    defer { unlock() }
    return try body()
  }
}

/// Where threads that hold a lock wait for another to change what it guards (`pthread_cond_t`).
package final class Condition: @unchecked Sendable {
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  package init() {
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
  }

  /// Gives the lock back, waits for a signal and takes the lock again. It may come back without one, so what is waited
  /// for is looked at in a loop.
  package func wait(_ lock: Lock) {
    pthread_cond_wait(condition, lock.mutex)
  }

  /// Wakes a thread that waits.
  package func signal() {
    pthread_cond_signal(condition)
  }
}
