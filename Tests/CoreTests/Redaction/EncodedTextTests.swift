import Foundation
import Testing

@testable import Core

/// Text in base64, hexadecimal digits and percent escapes is looked into, wherever it begins and whatever is beside it.
@Suite struct EncodedTextTests {
  private static let rules = """
    {"id":"token","category":"secret","description":"a token","keywords":["secret-"],"pattern":"SECRET-[0-9]{4}",\
    "anchored":true,"label":"TOKEN"}
    """

  private func redactor() throws -> Redactor {
    let text = ByteBuffer()
    text.append(Self.rules)
    return Redactor(RuleSet(try RuleFile(text, name: "rules").rules), Redactor.Options())
  }

  private func redacted(_ text: String, _ redactor: Redactor) throws -> String {
    let output = ByteBuffer()
    let outcome = try Array(text.utf8).withUnsafeBufferPointer { try redactor.redactText($0, into: output) }
    return outcome == .changed ? output.bytes.text : text
  }

  private static func url(_ base64: String) -> String {
    base64.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }

  /// At each offset in the block of 64, in each way to cut groups, with text or noise before and behind it.
  @Test func nothingHidesInDigits() throws {
    let redactor = try redactor()
    var generator = SplitMix(state: 11)
    for round in 0..<3000 {
      let before = String((0..<round % 7).map { _ in "xY 9?>~é\n{".randomElement(using: &generator) ?? "x" })
      let behind = String((0..<round % 5).map { _ in "xY 9?>~é\n}".randomElement(using: &generator) ?? "x" })
      let data = Data("\(before)SECRET-1234\(behind)".utf8)
      let lead = String(repeating: "a", count: round % 67)
      let base64 = data.base64EncodedString()
      let hexadecimal = data.map { String(format: round % 2 == 0 ? "%02x" : "%02X", $0) }.joined()
      let percent = data.map { String(format: "%%%02X", $0) }.joined()
      for run in [base64, Self.url(base64), hexadecimal, percent] {
        for text in ["\(lead) \(run) z", "\(lead)/\(run)", "\(lead)\(run)", "data:;base64,\(run)\"", run] {
          let output = try redacted(text, redactor)
          #expect(output.contains("[TOKEN]"), "\(text)")
          #expect(!output.contains(run.suffix(16)) || run == percent, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    // The whole of what an encoder wrote, and no more.
    ("id: U0VDUkVULTEyMzQ= ok", "id: [TOKEN] ok"),
    ("user/files/eCBTRUNSRVQtMTIzNCB5", "user/files/[TOKEN]"),
    ("x 5345435245542d31323334 y", "x [TOKEN] y"),
    // Of percent escapes what spells the secret.
    ("?a=b%20c&t=%53ECRET%2d1234&u=%20", "?a=b%20c&t=[TOKEN]&u=%20"),
    ("SECRET%2D1234%zz%4", "[TOKEN]%zz%4"),
    // What spells nothing stays.
    ("U0VDUkVULTEyMz== 5345435245542d313233", "U0VDUkVULTEyMz== 5345435245542d313233"),
    // One level: what is spelt is not decoded once more.
    ("VTBWRFVrVlVMVEV5TXpRPQ==", "VTBWRFVrVlVMVEV5TXpRPQ=="),
  ])
  func examples(_ text: String, _ expected: String) throws {
    #expect(try redacted(text, try redactor()) == expected)
  }

  /// Encoders break lines, and what is sought may stand on both sides of a break.
  @Test func linesOfOneRunAreReadTogether() throws {
    let redactor = try redactor()
    for size in 40..<120 {
      let text = String(repeating: "word ", count: size / 5) + String(repeating: "w", count: size % 5)
      let data = Data("\(text)SECRET-1234 and \(text)".utf8)
      for options: Data.Base64EncodingOptions in [
        [.lineLength64Characters, .endLineWithLineFeed],
        [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed],
      ] {
        let run = data.base64EncodedString(options: options)
        #expect(try redacted("<<<\n\(run)\n>>>", redactor) == "<<<\n[TOKEN]\n>>>")
      }
    }
  }

  /// Each passage is read once, whatever stands beside it.
  @Test func theWorkIsLinear() throws {
    let redactor = try redactor()
    let line = String(repeating: "word ", count: 15).data(using: .utf8)?.base64EncodedString() ?? ""
    let worst = [
      String(repeating: "TTTT", count: 250_000), String(repeating: "U0VDUkVULTEyMzQA", count: 60_000),
      String(repeating: line.prefix(76) + "\n", count: 13_000), String(repeating: "41", count: 500_000),
      String(repeating: "%41", count: 300_000), String(repeating: "%", count: 1_000_000),
      String(repeating: "%2FSECRET-1234", count: 50_000), String(repeating: "AAAA/U0VDUkVULTEyMzQA", count: 40_000),
    ]
    for text in worst {
      let clock = ContinuousClock()
      // A debug build takes a second at most; what is quadratic takes minutes.
      #expect(try clock.measure { _ = try redacted(text, redactor) } < .seconds(20), "\(text.prefix(16))")
    }
  }
}
