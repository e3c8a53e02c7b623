import Core
import FuzzDriver

/// What is decoded is well formed; encoded and decoded again it is the same; and its ends lead back to the body's.
@main enum JSONStringFuzz {
  static func main() {
    Fuzz.run { body in
      let quoted = [UInt8(ascii: "\"")] + body + [UInt8(ascii: "\"")]
      var scanner = JSONScanner()
      guard quoted.withUnsafeBufferPointer({ scanner.accepts($0) }), quoted.count == body.count + 2 else { return }
      let decoded = ByteBuffer()
      JSONString.decode(body, into: decoded)
      Fuzz.expect(UTF8Validator.firstFault(in: decoded.bytes) == nil, "decoded text is ill formed")
      let encoded = ByteBuffer()
      JSONString.encode(decoded.bytes, into: encoded)
      let again = ByteBuffer()
      JSONString.decode(encoded.bytes, into: again)
      Fuzz.expect(again.bytes.equals(decoded.bytes), "encoding does not come back")
      var ends = [0, decoded.count]
      JSONString.locate(&ends, roundsUp: { $0 == 1 }, in: body)
      Fuzz.expect(ends == [0, body.count], "the ends of the text are not the ends of the body")
    }
  }
}
