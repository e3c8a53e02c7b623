import Core
import FuzzDriver

/// Only the very bytes of a token open: neither bytes made up nor a token changed in any way. What is sealed comes back.
@main enum FernetFuzz {
  static func main() {
    guard let key = try? FernetKey(), let sealer = try? FernetSealer(key), let opener = try? FernetOpener([key]) else {
      fatalError("no key")
    }
    let token = ByteBuffer()
    guard (try? sealer.seal(Bytes(#"{"role":"user"}"#), time: 1_700_000_000, into: token)) != nil else {
      fatalError("no token")
    }
    let output = ByteBuffer()
    let fresh = ByteBuffer()
    Fuzz.run { bytes in
      output.removeAll()
      if (try? opener.open(bytes, into: output)) != nil { Fuzz.expect(false, "bytes made up were opened") }
      Fuzz.expect(output.isEmpty, "plaintext of a token that does not open")

      // The bytes as changes: pairs of a place and what is added to the token's byte there.
      var changed = Array(token.bytes)
      for place in stride(from: 0, to: bytes.count - 1, by: 2) {
        changed[Int(bytes[place]) % changed.count] &+= bytes[place + 1]
      }
      let opened = changed.withUnsafeBufferPointer { try? opener.open($0, into: output) }
      Fuzz.expect((opened != nil) == (changed == Array(token.bytes)), "a changed token was opened, or its own was not")

      output.removeAll()
      fresh.removeAll()
      let sealed: ()? = try? sealer.seal(bytes, time: 1_700_000_000, into: fresh)
      let time = try? opener.open(fresh.bytes, into: output)
      Fuzz.expect(sealed != nil && time == 1_700_000_000 && output.bytes.equals(bytes), "sealing does not come back")
    }
  }
}
