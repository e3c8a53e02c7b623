/// A regular file of which what is appended is given once, also if it is cut and grows anew.
package final class GrowingFile {
  package let input: Input
  private var mark: PlaceMark
  /// When something was given last, in nanoseconds since 1970.
  package private(set) var lastGrowth: Int

  /// What a look at the end of the file found.
  package enum Growth {
    case none
    /// Valid until the buffer changes.
    case appended(Bytes)
    /// What was given does not stand there any more: the file was cut, or is shorter than it was.
    case cut
  }

  /// - Parameter offset: what lies before it has been given.
  package init(_ input: consuming Input, offset: Int) throws(SystemError) {
    mark = try SystemError.naming(.read, input.name, try PlaceMark(offset: offset, in: input.descriptor))
    lastGrowth = Clock.unixNanoseconds
    self.input = input
  }

  package var identity: FileStatus.Identity { input.status.identity }

  /// What lies before it has been given, in bytes.
  package var offset: Int { mark.offset }

  /// Reads what is new, at most `size` bytes of it, together with the bytes before it, so that the two belong together
  /// whatever happens to the file at the same time.
  package func read(atMost size: Int, into buffer: ByteBuffer) throws(SystemError) -> Growth {
    buffer.removeAll()
    let known = mark.bytes.count
    let (descriptor, start) = (input.descriptor, mark.offset - known)
    try buffer.append(atMost: known + size) { (room) throws(SystemError) in
      let part = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(room)[..<min(room.count, known + size)])
      return try SystemError.naming(.read, input.name, try descriptor.read(into: part, at: start))
    }
    let bytes = buffer.bytes
    guard bytes.count >= known, bytes.slice(0, known).equals(mark.bytes) else { return .cut }
    guard bytes.count > known else { return .none }
    mark.advance(over: bytes)
    lastGrowth = Clock.unixNanoseconds
    return .appended(bytes.slice(known, bytes.count))
  }

  /// Begins again at the start of the file.
  package func restart() {
    mark.reset()
  }

  /// The copies that rotation made before it cut the file, with what was not given of it. The first is beside the file,
  /// bears the beginning of its name, has the same bytes before the place, and perhaps more behind it; others follow
  /// if the file was cut more than once since. None if there is no such file.
  package func copiesBeforeCut() -> [GrowingFile] {
    guard let path = FilePath.resolved(input.descriptor.path) else { return [] }
    let known = mark.bytes
    return RotatedFiles(of: path).copies(behind: offset, of: identity, since: lastGrowth) { copy in
      !known.isEmpty && copy.mark.bytes.equals(known)
    }
  }

  /// SHA-256 of the bytes before a place (at most 4 KiB), in hexadecimal digits: to know it again in another run.
  package func markDigest(at offset: Int) -> String {
    // A place before this one, where a line begins that nothing has ended yet, has to be read.
    let place = offset == mark.offset ? mark : (try? PlaceMark(offset: offset, in: input.descriptor)) ?? mark
    let bytes = place.bytes
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      SHA256.digest(bytes, into: digest)
      return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
  }
}
