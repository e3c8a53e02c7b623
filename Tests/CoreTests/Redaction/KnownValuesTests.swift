import Foundation
import Testing

@testable import Core

@Suite struct KnownValuesTests {
  private func redactor(_ values: [String]) throws -> Redactor {
    var known = KnownValues()
    for value in values { Array(value.utf8).withUnsafeBufferPointer { known.add($0, label: "KNOWN") } }
    return Redactor(RuleSet(try known.rules().rules), Redactor.Options())
  }

  private func redacted(_ text: String, _ redactor: Redactor) throws -> String {
    let output = ByteBuffer()
    let outcome = try Array(text.utf8).withUnsafeBufferPointer { try redactor.redactText($0, into: output) }
    return outcome == .changed ? output.bytes.text : text
  }

  /// Whatever the value is made of, and whatever stands around it.
  @Test func aValueIsFoundInEverySpelling() throws {
    var generator = SplitMix(state: 17)
    let characters = Array("abcXYZ0189 .*+?()[]{}|^$\\/\"'-_=#&%<>\t\nßж中😀")
    for _ in 0..<150 {
      let value = String(
        (0..<Int.random(in: 8...40, using: &generator)).map { _ in
          characters[Int.random(in: characters.indices, using: &generator)]
        })
      let redactor = try redactor([value])
      for before in ["", "a", "é\n", "xyz"] {
        let data = Data("\(before)\(value)\(before)".utf8)
        let json = String(decoding: try JSONEncoder().encode([value]), as: UTF8.self).dropFirst().dropLast()
        let spellings = [
          value, String(json).replacingOccurrences(of: "\\/", with: "/"),
          data.map { String(format: "%02x", $0) }.joined(), data.map { String(format: "%02X", $0) }.joined(),
          data.base64EncodedString(), data.map { String(format: "%%%02X", $0) }.joined(),
          data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"),
        ]
        for spelling in spellings {
          let output = try redacted("<\(spelling)>", redactor)
          #expect(output.contains("[KNOWN]"), "\(value) as \(spelling)")
        }
      }
      #expect(try redacted("nothing of it", redactor) == "nothing of it")
    }
  }

  @Test func aLongValueIsFoundInPieces() throws {
    let value = (0..<400).map { String($0 * 7919, radix: 36) }.joined()
    let output = try redacted("before \(value) behind", try redactor([value]))
    #expect(output.hasPrefix("before [KNOWN]"))
    #expect(output.hasSuffix("[KNOWN] behind"))
    for start in stride(from: 0, to: value.count - 20, by: 20) {
      let part = value.dropFirst(start).prefix(20)
      #expect(!output.contains(part))
    }
  }

  @Test func aShortValueIsAnErrorWithItsPlace() throws {
    var known = KnownValues()
    let error = #expect(throws: KnownValues.TooShort.self) {
      try Array("long enough\n\nshort\n".utf8).withUnsafeBufferPointer { try known.add($0, name: "file") }
    }
    #expect(error?.location == Location("file", line: 3))
  }
}
