import Core

/// Writes what came to one file since the last run, also through rotation.
struct Resumption {
  let file: FollowedFile
  /// When the last run ended, in nanoseconds since 1970.
  let since: Int
  let writer: Writer
  let console: Console
  let hold: () -> LineHold?

  private static let blockSize = 128 << 10

  /// - Parameter places: those of the last run, at least one; the last is that of the file that bore the name.
  /// - Returns: false if something is missing.
  func run(_ input: consuming Input, _ places: [Places.Place]) throws -> Bool {
    // Device numbers may change when the machine starts anew; the digest tells whether it is the same file.
    let inode = input.status.identity.inode
    let rotated = RotatedFiles(of: FilePath.resolved(file.operand) ?? file.operand)
    var isComplete = true
    var newest: String?
    for place in places where place.identity.inode != inode {
      let path = rotated.path(ofInode: place.identity.inode)
      if let path, let old = try resume(path, at: place) {
        // Only behind the file that bore the name last is anything new.
        if place == places.last { newest = path }
        retire(old)
      } else if place == places.last {
        isComplete = try writeCopy(of: place, in: rotated)
      }
    }
    if let newest {
      // Rotation may have happened more than once.
      for path in rotated.paths(between: newest) where (try? FileStatus(path: path))?.identity.inode != inode {
        let other = try FollowedInput(try Input.open(path), from: 0, hold: hold())
        guard !file.inputs.contains(where: { $0.status.identity == other.status.identity }) else { continue }
        try writeRest(of: other)
        retire(other)
      }
    }
    guard let place = places.last(where: { $0.identity.inode == inode }) else {
      try writeRest(of: try current(input, from: 0))
      return isComplete
    }
    let current = try current(input, from: place.offset)
    if current.file?.markDigest(at: place.offset) != place.digest || isShort(current, place) {
      console.report(Diagnostic(.note, at: Location(file.operand), "file truncated"))
      // What the file held before it was cut may be nowhere, and nobody can know whether that was something.
      for copy in copies(of: place, in: rotated) { try writeRest(of: copy, hold()) }
      current.file?.restart()
    }
    try writeRest(of: current)
    return isComplete
  }

  private func current(_ input: consuming Input, from offset: Int) throws -> FollowedInput {
    let current = try FollowedInput(input, from: offset, hold: hold())
    file.current = current
    return current
  }

  private func isShort(_ input: FollowedInput, _ place: Places.Place) -> Bool {
    input.status.size < place.offset
  }

  /// A renamed file with what it holds behind the place written; nil if it is not what it was.
  private func resume(_ path: String, at place: Places.Place) throws -> FollowedInput? {
    let old = try FollowedInput(try Input.open(path), from: place.offset, hold: hold())
    guard old.file?.markDigest(at: place.offset) == place.digest, !isShort(old, place) else { return nil }
    try writeRest(of: old)
    return old
  }

  private func retire(_ input: FollowedInput) {
    input.retired = Clock.monotonicNanoseconds
    file.older.append(input)
  }

  private func writeCopy(of place: Places.Place, in rotated: RotatedFiles) throws -> Bool {
    let copies = copies(of: place, in: rotated)
    for copy in copies { try writeRest(of: copy, hold()) }
    guard copies.isEmpty, place.offset > 0 else { return true }
    console.report(
      Diagnostic(
        .error, at: Location(file.operand), "the file that was read last is gone; what else it held is not written"))
    return false
  }

  private func copies(of place: Places.Place, in rotated: RotatedFiles) -> [GrowingFile] {
    rotated.copies(behind: place.offset, of: place.identity, since: since) { copy in
      copy.markDigest(at: place.offset) == place.digest
    }
  }

  private func writeRest(of input: FollowedInput) throws {
    if let growing = input.file { try writeRest(of: growing, input.hold) }
  }

  private func writeRest(of growing: GrowingFile, _ hold: LineHold? = nil) throws {
    let block = ByteBuffer(capacity: Self.blockSize + PlaceMark.size)
    while case .appended(let bytes) = try growing.read(atMost: Self.blockSize, into: block) {
      try writer.write(bytes, hold)
    }
  }
}
