import CSystem
import Glibc

/// A view of bytes that somebody else owns.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The part from `start` up to `end`, without a copy; the caller has checked the bounds.
  @inline(__always)
  package func slice(_ start: Int, _ end: Int) -> Bytes {
    Bytes(rebasing: self[start..<end])
  }

  /// The part that `range` names, without a copy.
  @inline(__always)
  package func slice(_ range: Range<Int>) -> Bytes {
    Bytes(rebasing: self[range])
  }

  /// Where `byte` first stands at or after `start` (`memchr`), or nil.
  @inline(__always)
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where `byte` last stands before `end` (`memrchr`), or nil.
  @inline(__always)
  package func lastOffset(of byte: UInt8, before end: Int) -> Int? {
    guard let base = baseAddress, end > 0 else { return nil }
    guard let found = sealwax_memrchr(base, Int32(byte), end) else { return nil }
    return found - UnsafeRawPointer(base)
  }

  /// Where `part` first stands (`memmem`), or nil.
  package func firstOffset(of part: Bytes) -> Int? {
    guard let base = baseAddress, let partBase = part.baseAddress else { return nil }
    guard let found = sealwax_memmem(base, count, partBase, part.count) else { return nil }
    return found - UnsafeRawPointer(base)
  }

  /// Whether the bytes are those of `other` (`memcmp`).
  package func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    guard count > 0, let base = baseAddress, let otherBase = other.baseAddress else { return true }
    return memcmp(base, otherBase, count) == 0
  }

  /// Whether the bytes are those of a literal.
  package func equals(_ text: StaticString) -> Bool {
    equals(Bytes(text))
  }

  /// Whether the first bytes are those of a literal.
  package func starts(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && slice(0, text.utf8CodeUnitCount).equals(text)
  }

  /// Whether the last bytes are those of a literal.
  package func ends(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && slice(count - text.utf8CodeUnitCount, count).equals(text)
  }

  /// The bytes of a literal, which live as long as the program.
  package init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// A copy as text, for names and numbers; ill-formed UTF-8 is mended.
  package var text: String {
    String(decoding: self, as: UTF8.self)
  }

  /// The part without JSON white space at its ends.
  package var trimmed: Bytes {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return slice(0, 0)
    }
    return slice(first, last + 1)
  }

  /// Whether all of it is JSON white space (space, tab, CR, LF), or there is nothing.
  package var isBlank: Bool {
    allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
  }
}
