import Testing

@testable import Core

@Suite struct LenientBase64Tests {
  private func decode(_ text: String) -> [UInt8]? {
    let text = Array(text.utf8)
    var room = [UInt8](repeating: 0, count: Base64URL.decodedCapacity(text.count))
    let size = text.withUnsafeBufferPointer { text in
      room.withUnsafeMutableBufferPointer { LenientBase64.decode(text, into: $0) }
    }
    return size.map { Array(room[..<$0]) }
  }

  /// What `base64.urlsafe_b64decode` of CPython 3.11 returns; nil where it raises `binascii.Error`.
  @Test(
    arguments: [
      ("", []), ("AQID", [1, 2, 3]), ("A Q\tI\r\nD", [1, 2, 3]), ("-_-_", [0xFB, 0xFF, 0xBF]),
      ("+/+/", [0xFB, 0xFF, 0xBF]),
      ("AQ==", [1]), ("AR==", [1]), ("AQ=", nil), ("AQ", nil), ("A", nil), ("AQI", nil), ("AQI=", [1, 2]),
      ("AQI=AAAA", [1, 2]), ("AQ=I", nil), ("AQ=ID", [1, 2, 3]), ("=AQID", [1, 2, 3]), ("A=QID", [1, 2, 3]),
      ("AQID====", [1, 2, 3]), ("AQ===", [1]), ("AQ=é=", [1]), ("\"AQID\"", [1, 2, 3]), ("====", []), ("AQIDA", nil),
      ("AQ==AQ==", [1]),
    ] as [(String, [UInt8]?)])
  func textsAreReadAsPythonReadsThem(text: String, expected: [UInt8]?) {
    #expect(decode(text) == expected)
  }

  @Test func whatIsCanonicalIsReadAsTheStrictReaderDoes() {
    for size in 0..<40 {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 37) }
      let buffer = ByteBuffer()
      bytes.withUnsafeBufferPointer { bytes in
        buffer.append(atMost: Base64URL.encodedSize(size)) { Base64URL.standard.encode(bytes, into: $0) }
      }
      #expect(decode(buffer.bytes.text) == bytes)
    }
  }

  @Test func aTokenIsKnownByItsFirstCharacters() {
    for (text, isToken) in [("gAAAA", true), ("g A\"AAA", true), ("gAAA", false), ("", false), ("AgAAAA", false)] {
      #expect(Sealed.withBytes(text) { LenientBase64.text($0, startsWith: Envelope.tokenStart) } == isToken)
    }
  }
}
