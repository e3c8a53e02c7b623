import Testing

@testable import Core

@Suite struct JSONStringTests {
  @Test(arguments: [
    (#"plain"#, "plain"), (#"a\u0040b"#, "a@b"), (#"\/\"\\\b\f\n\r\t"#, "/\"\\\u{8}\u{C}\n\r\t"),
    (#"\ud83d\ude00"#, "😀"), (#"x\ud83dy"#, "x\u{FFFD}y"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"é\u00e9"#, "éé"),
  ])
  func anEscapeIsDecoded(body: String, text: String) {
    #expect(decoded(body) == text)
  }

  @Test(arguments: ["", "plain", "\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}", "é😀\u{2028}"])
  func whatIsEncodedDecodesToItself(text: String) {
    let buffer = ByteBuffer()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { JSONString.encode($0, into: buffer) }
    var scanner = JSONScanner()
    let quoted = Array("\"\(buffer.bytes.text)\"".utf8)
    #expect(quoted.withUnsafeBufferPointer { scanner.accepts($0) })
    #expect(decoded(buffer.bytes.text) == text)
  }

  /// Every pair of offsets in the decoded text comes back to the bytes that encode exactly what lies between them.
  @Test(arguments: [#"plain"#, #"a\u0040b\/c\nd"#, #"\ud83d\ude00x\ud83dé\\"#, #"\\\\\\"#, #"é\u00e9é"#])
  func aPlaceInTheDecodedTextIsFoundAgain(body: String) {
    let text = decoded(body)
    let bytes = Array(text.utf8)
    let scalars = Array(text.unicodeScalars)
    var boundaries = [0]
    for scalar in scalars { boundaries.append((boundaries.last ?? 0) + UTF8.width(scalar)) }
    #expect(boundaries.last == bytes.count)
    for low in boundaries {
      for high in boundaries where high >= low {
        var offsets = [low, high]
        Array(body.utf8).withUnsafeBufferPointer {
          JSONString.locate(&offsets, roundsUp: { $0 == 1 }, in: $0)
        }
        let part = String(decoding: Array(body.utf8)[offsets[0]..<offsets[1]], as: UTF8.self)
        #expect(decoded(part) == String(decoding: bytes[low..<high], as: UTF8.self))
      }
    }
  }

  private func decoded(_ body: String) -> String {
    let buffer = ByteBuffer()
    Array(body.utf8).withUnsafeBufferPointer { JSONString.decode($0, into: buffer) }
    return buffer.bytes.text
  }
}
