import Glibc

/// A thread of this process (`pthread_create(3)`).
package final class Thread {
  private let handle: pthread_t

  /// What the stack of every thread has at least, in bytes: the system says how far the first one may grow, and the others
  /// are made as large.
  package static let stackSize: Int = {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return 1 << 20 }
    return Int(min(limit.rlim_cur, 8 << 20))
  }()

  /// What a new thread finds.
  private final class Start {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Starts a thread that does `body` and ends; nil if the system has none to give. It must be joined.
  ///
  /// Signals that come to the process go to the threads that were there before.
  package init?(_ body: @escaping @Sendable () -> Void) {
    let start = Unmanaged.passRetained(Start(body))
    var handle = pthread_t()
    // The new thread inherits the mask, so there is no moment in which it could be chosen.
    var before = sigset_t()
    var blocked = Self.signalsOfTheProcess
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // Without a word, it depends on the system and its limits. A size that it refuses leaves it so.
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let error = pthread_create(
      &handle, &attributes,
      { start in
        // What the body holds is let go before the thread ends: who joins may rely on that.
        if let start { Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body() }
        return nil
      }, start.toOpaque())
    guard error == 0 else {
      start.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits for the end of the thread; to be called once.
  package func join() {
    pthread_join(handle, nil)
  }

  /// All but those that a thread brings on itself: its write into a closed pipe must end the process as anybody's would.
  private static var signalsOfTheProcess: sigset_t {
    var signals = sigset_t()
    sigfillset(&signals)
    for own in [SIGPIPE, SIGXFSZ, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS] { sigdelset(&signals, own) }
    return signals
  }
}
