import Core
import FuzzDriver

/// A pattern without wild cards covers the place that it names, and that place is written as it was read.
@main enum PointerFuzz {
  static func main() {
    Fuzz.run { bytes in
      let text = bytes.text
      guard let pattern = try? PointerPattern(text) else { return }
      let path = pattern.steps.map { step in
        guard case .token(let name) = step else { return Array("x".utf8) }
        return name
      }
      Fuzz.expect(pattern.covers(path), "a pattern does not cover its own place")
      Fuzz.expect(pattern.covers(path + [Array("y".utf8)]), "a pattern does not cover what is within its place")
      guard path.count == pattern.steps.filter({ if case .token = $0 { true } else { false } }).count else { return }
      let written = JSONPointer.text(path)
      Fuzz.expect(Array(written.utf8) == withStars(text), "a place is not written as it was read")
      guard let last = path.last else { return }
      Fuzz.expect(!pattern.covers(path.dropLast() + [last + [0]]), "another place is covered")
    }
  }

  /// `~2` is a star that is no wild card. By bytes: as characters, the digit takes a combining mark behind it along.
  private static func withStars(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "2"), bytes.last == UInt8(ascii: "~") {
        bytes[bytes.count - 1] = UInt8(ascii: "*")
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
