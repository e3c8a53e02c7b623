import Core
import FuzzDriver
import Reference

/// The bytes are a pointer, a line end and a record. The finder finds what a plain reader does; values that were sealed in
/// place come back byte for byte; and what is not JSON does not leave.
@main enum FieldFuzz {
  static func main() {
    guard let key = try? FernetKey(), let web = try? JSONWebKey.makeSymmetric() else { fatalError("no key") }
    let ring = KeyRing([.fernet(key), .web(web)])
    Fuzz.run { bytes in
      guard let end = bytes.firstOffset(of: 0x0A), let pointer = try? PointerPattern(bytes.slice(0, end).text) else {
        return
      }
      let record = bytes.slice(end + 1, bytes.count)
      guard record.firstOffset(of: 0x0A) == nil, !record.isBlank else { return }
      let finder = ValueFinder([pointer])
      let isJSON = (try? finder.read(record)) != nil
      let plain = PlainValues.places(of: [pointer], in: Array(record))
      Fuzz.expect(isJSON ? finder.places == plain : plain == nil && finder.places.isEmpty, "other values are found")

      for key in [SealingKey.fernet(key), .web(web)] {
        var sealer = FieldSealer(key, fields: [pointer])
        let sealed = Batch<FieldSealer.Notes>()
        for line in LineSequence(record) { sealer.work(on: line, into: sealed) }
        Fuzz.expect((sealed.failure == nil) == isJSON && sealed.output.isEmpty == !isJSON, "what is not JSON leaves")
        guard isJSON else { continue }
        var opener = FieldOpener(RecordOpener(ring), fields: [pointer])
        let opened = Batch<FieldOpener.Notes>()
        for line in LineSequence(sealed.output.bytes) { opener.work(on: line, into: opened) }
        let result = opened.output.bytes
        Fuzz.expect(
          opened.failure == nil && result.slice(0, result.count - 1).equals(record),
          "what was sealed does not come back")
      }

      // What anybody wrote is not opened.
      var opener = FieldOpener(RecordOpener(ring), fields: [pointer])
      let opened = Batch<FieldOpener.Notes>()
      for line in LineSequence(record) { opener.work(on: line, into: opened) }
      let leaves = isJSON && plain?.isEmpty == true
      Fuzz.expect(opened.output.isEmpty == !leaves, "a value that was not sealed leaves")
    }
  }
}
