import CSystem
import Glibc

/// A file descriptor and the calls on it; here, and nowhere else, stand the loops over EINTR and short writes.
///
/// It does not own the descriptor: whoever opened it closes it.
package struct Descriptor: Equatable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  package static let standardInput = Descriptor(rawValue: STDIN_FILENO)
  package static let standardOutput = Descriptor(rawValue: STDOUT_FILENO)
  package static let standardError = Descriptor(rawValue: STDERR_FILENO)

  /// Flags for `open(2)`; `O_CLOEXEC` is always added.
  package struct OpenFlags: OptionSet, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let read = OpenFlags([])
    package static let write = OpenFlags(rawValue: O_WRONLY)
    package static let readWrite = OpenFlags(rawValue: O_RDWR)
    package static let append = OpenFlags(rawValue: O_APPEND)
    package static let create = OpenFlags(rawValue: O_CREAT)
    package static let exclusive = OpenFlags(rawValue: O_EXCL)
    package static let truncate = OpenFlags(rawValue: O_TRUNC)
    package static let directory = OpenFlags(rawValue: O_DIRECTORY)
    package static let nonBlocking = OpenFlags(rawValue: O_NONBLOCK)
    /// An unnamed file in the folder given as path (Linux).
    package static let unnamed = OpenFlags(rawValue: Int32(SEALWAX_O_TMPFILE))
  }

  /// Opens a file; the caller closes it.
  package static func open(_ path: String, _ flags: OpenFlags, mode: UInt32 = 0o600) throws(Errno) -> Descriptor {
    let raw = try retrying { sealwax_open(path, flags.rawValue | O_CLOEXEC, mode) }
    return Descriptor(rawValue: raw)
  }

  /// Reads at most `buffer.count` bytes.
  ///
  /// - Returns: the number of bytes read; 0 at the end of the file.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    try retrying { Glibc.read(rawValue, buffer.baseAddress, buffer.count) }
  }

  /// Reads at most `buffer.count` bytes from `offset`, and leaves the file's own offset alone.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try retrying { pread(rawValue, buffer.baseAddress, buffer.count, offset) }
  }

  /// Asks that a pipe hold `size` bytes before who writes must wait (`F_SETPIPE_SZ`). Where the descriptor is no pipe, or
  /// the system refuses, all stays as it is.
  package func enlargePipe(to size: Int32) {
    _ = sealwax_set_pipe_size(rawValue, size)
  }

  /// Writes all of `bytes`, however many calls that takes.
  package func writeAll(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = bytes
    while !rest.isEmpty {
      let count = try writeOnce(rest)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// One `write(2)`.
  ///
  /// - Returns: the number of bytes that were taken, which may be less than asked.
  package func writeOnce(_ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try retrying { Glibc.write(rawValue, bytes.baseAddress, bytes.count) }
  }

  /// One `pwrite(2)`, at `offset` from the start of the file, whose own offset stays.
  ///
  /// - Returns: the number of bytes that were taken, which may be less than asked.
  package func writeOnce(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try retrying { pwrite(rawValue, bytes.baseAddress, bytes.count, offset) }
  }

  /// Whether what is written goes to the end of the file (`O_APPEND`), as behind `>>`.
  package var isAppending: Bool { sealwax_is_appending(rawValue) != 0 }

  /// A path by which the open file can be opened once more.
  package var path: String { "/proc/self/fd/\(rawValue)" }

  /// Whether a read would return at once: bytes are there, the end is reached, or an error waits.
  package var isReadable: Bool {
    var request = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Waits until a read would return at once, or `interruption` is raised.
  ///
  /// - Returns: false if it was the interruption.
  package func waitUntilReadable(unless interruption: Interruption) throws(Errno) -> Bool {
    var requests = [rawValue, interruption.descriptor.rawValue].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    _ = try retrying { poll(&requests, nfds_t(requests.count), -1) }
    return requests[1].revents == 0
  }

  /// What `wait` came back with.
  package struct Wakeup: Equatable, Sendable {
    /// Those that a read would not wait for, in the order asked.
    package var readable: [Descriptor]
    /// Whether nobody reads any more what goes into the pipe or terminal that was asked about.
    package var isHungUp: Bool
  }

  /// Waits until one of `readers` can be read, the reader of `writer` goes away, or the time is over (`poll(2)`).
  ///
  /// - Parameter milliseconds: nil to wait for ever.
  package static func wait(
    for readers: [Descriptor], orHangUpOf writer: Descriptor, milliseconds: Int32?
  ) throws(Errno) -> Wakeup {
    // Errors and hang-ups are told without being asked for.
    var requests = [pollfd(fd: writer.rawValue, events: 0, revents: 0)]
    requests += readers.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
    _ = try retrying { poll(&requests, nfds_t(requests.count), milliseconds ?? -1) }
    let readable = requests.dropFirst().filter { $0.revents != 0 }.map { Descriptor(rawValue: $0.fd) }
    return Wakeup(readable: readable, isHungUp: requests.first.map { $0.revents != 0 } ?? false)
  }

  /// `fdatasync(2)`. A failure is never tried again: after one, nothing is known of what is on the disk.
  package func syncData() throws(Errno) {
    guard fdatasync(rawValue) == 0 else { throw .current }
  }

  /// `fsync(2)`, for a file or a folder. A failure is never tried again.
  package func sync() throws(Errno) {
    guard fsync(rawValue) == 0 else { throw .current }
  }

  /// Cuts or extends the file to `size` bytes.
  package func truncate(to size: Int) throws(Errno) {
    _ = try retrying { ftruncate(rawValue, size) }
  }

  /// Moves the file's offset to `offset` bytes from its start.
  package func seek(to offset: Int) throws(Errno) {
    guard lseek(rawValue, offset, SEEK_SET) >= 0 else { throw .current }
  }

  /// Moves the file's offset by `distance` bytes, also beyond the end; throws `notSeekable` for a pipe.
  package func seek(by distance: Int) throws(Errno) {
    guard lseek(rawValue, distance, SEEK_CUR) >= 0 else { throw .current }
  }

  /// Moves the file's offset to `distance` bytes before its end.
  ///
  /// - Returns: the new offset; throws `invalidArgument` if that would lie before the start.
  package func seek(beforeEnd distance: Int) throws(Errno) -> Int {
    let place = lseek(rawValue, -distance, SEEK_END)
    guard place >= 0 else { throw .current }
    return place
  }

  /// The file's offset, in bytes; throws `notSeekable` for a pipe.
  package func offset() throws(Errno) -> Int {
    let place = lseek(rawValue, 0, SEEK_CUR)
    guard place >= 0 else { throw .current }
    return place
  }

  /// Waits for the `flock(2)` of the file, which is exclusive unless it is to be shared.
  package func lock(isShared: Bool = false) throws(Errno) {
    _ = try retrying { sealwax_flock(rawValue, isShared ? LOCK_SH : LOCK_EX) }
  }

  /// Gives the lock back.
  package func unlock() throws(Errno) {
    _ = try retrying { sealwax_flock(rawValue, LOCK_UN) }
  }

  /// Sets the permission bits.
  package func setMode(_ mode: UInt32) throws(Errno) {
    guard fchmod(rawValue, mode_t(mode)) == 0 else { throw .current }
  }

  /// Sets the owner and the group.
  package func setOwner(user: UInt32, group: UInt32) throws(Errno) {
    guard fchown(rawValue, user, group) == 0 else { throw .current }
  }

  /// Closes the descriptor; on Linux it is closed even when this throws, so it is never tried again.
  package func close() throws(Errno) {
    guard Glibc.close(rawValue) == 0 || errno == EINTR else { throw .current }
  }
}

/// Calls again while a signal interrupts.
private func retrying<Result: BinaryInteger>(_ call: () -> Result) throws(Errno) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let error = Errno.current
    guard error == .interrupted else { throw error }
  }
}
