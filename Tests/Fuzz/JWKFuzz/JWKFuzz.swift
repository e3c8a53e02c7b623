import Core
import FuzzDriver

/// A text that is taken for keys is one: each of them seals, and what it sealed opens with the keys of the same text if they
/// are not public.
@main enum JWKFuzz {
  static func main() {
    let line = ByteBuffer()
    let output = ByteBuffer()
    Fuzz.run { bytes in
      guard let keys = try? KeyFile.keys(in: bytes, name: "key") else { return }
      let opener = JWEOpener(keys.web)
      for key in keys.web {
        line.removeAll()
        output.removeAll()
        let sealed = try? JWESealer(key).seal(Bytes("record"), into: line)
        Fuzz.expect(sealed != nil, "a key that was read does not seal")
        guard let sealed, key.isPrivate else { continue }
        let opened = try? opener.open(sealed, into: output)
        Fuzz.expect(opened != nil && output.bytes.equals("record"), "a key does not open what it sealed")
      }
    }
  }
}
