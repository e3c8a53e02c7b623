import Core
import FuzzDriver

/// Whatever opens with a key is well formed without one, and says the same of its place; and nothing that anybody makes up
/// or changes opens, however loosely it is read.
@main enum SealedFuzz {
  static func main() {
    guard let key = try? FernetKey(), let web = try? JSONWebKey.makeSymmetric() else { fatalError("no key") }
    let ring = KeyRing([.fernet(key), .web(web)])
    let reader = SealedReader()
    let lines = [SealingKey.fernet(key), .web(web)].map { key in
      var sealer = RecordSealer(key, form: .line)
      let batch = Batch<RecordSealer.Notes>()
      for line in LineSequence(Bytes("[1]")) { sealer.work(on: line, into: batch) }
      return Array(batch.output.bytes.trimmed)
    }

    /// What a line opens to; nil if it does not.
    func open(_ line: Bytes, isLenient: Bool) -> [UInt8]? {
      var opener = RecordOpener(ring, isLenient: isLenient)
      let batch = Batch<RecordOpener.Notes>()
      for line in LineSequence(line) where batch.failure == nil { opener.work(on: line, into: batch) }
      Fuzz.expect(batch.failure == nil || batch.output.isEmpty, "plaintext of a line that does not open")
      return batch.failure == nil && !batch.output.isEmpty ? Array(batch.output.bytes) : nil
    }

    Fuzz.run { bytes in
      _ = try? reader.read(bytes)
      Fuzz.expect(open(bytes, isLenient: true) == nil, "bytes made up were opened")
      for line in lines {
        // The bytes as changes: pairs of a place and what is added to the line's byte there.
        var changed = line
        for place in stride(from: 0, to: bytes.count - 1, by: 2) {
          changed[Int(bytes[place]) * 3 % changed.count] &+= bytes[place + 1]
        }
        changed.withUnsafeBufferPointer { text in
          let strict = open(text, isLenient: false)
          let lenient = open(text, isLenient: true)
          Fuzz.expect(lenient == nil || lenient == Array("[1]\n".utf8), "a changed line says something else")
          Fuzz.expect(strict == nil || lenient != nil, "the strict reader opens more")
          Fuzz.expect(strict == nil || (try? reader.read(text)) != nil, "what opens is not well formed")
        }
      }
    }
  }
}
