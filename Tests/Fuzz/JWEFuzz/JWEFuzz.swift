import Core
import FuzzDriver

/// Only the members of a JWE open: neither a line made up nor one changed in any way gives another plaintext. What is sealed
/// comes back.
@main enum JWEFuzz {
  static func main() {
    guard let key = try? JSONWebKey.makeSymmetric(), let pair = try? JSONWebKey.makePair(.p256) else {
      fatalError("no key")
    }
    let sealers = [JWESealer(key), JWESealer(pair)]
    let opener = JWEOpener([key, pair])
    let reader = JWEReader()
    let lines = sealers.map { sealer in
      let line = ByteBuffer()
      guard (try? sealer.seal(Bytes(#"{"role":"user"}"#), into: line)) != nil else { fatalError("no line") }
      line.append("}")
      return Array(line.bytes)
    }
    let output = ByteBuffer()
    let fresh = ByteBuffer()

    /// What a line opens to; nil if it does not.
    func open(_ line: Bytes) -> Bytes? {
      output.removeAll()
      guard let jwe = try? reader.read(line), (try? opener.open(jwe, into: output)) != nil else {
        Fuzz.expect(output.isEmpty, "plaintext of a line that does not open")
        return nil
      }
      return output.bytes
    }

    Fuzz.run { bytes in
      Fuzz.expect(open(bytes) == nil, "bytes made up were opened")

      for line in lines {
        // The bytes as changes: pairs of a place and what is added to the line's byte there.
        var changed = line
        for place in stride(from: 0, to: bytes.count - 1, by: 2) {
          changed[Int(bytes[place]) * 3 % changed.count] &+= bytes[place + 1]
        }
        changed.withUnsafeBufferPointer { text in
          let opened = open(text)
          Fuzz.expect(opened?.equals(#"{"role":"user"}"#) ?? true, "a changed line says something else")
          Fuzz.expect(opened != nil || changed != line, "a line does not open")
        }
      }

      for sealer in sealers {
        fresh.removeAll()
        let sealed = try? sealer.seal(bytes, into: fresh)
        fresh.append("}")
        Fuzz.expect(sealed != nil && open(fresh.bytes)?.equals(bytes) == true, "sealing does not come back")
      }
    }
  }
}
