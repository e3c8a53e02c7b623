import Foundation
import Testing

@testable import Core

@Suite struct WholeTextTests {
  private func seal(_ inputs: [[String]]) throws -> String {
    let key = try Sealed.key()
    let sealer = try WholeSealer(key)
    let token = ByteBuffer()
    for input in inputs {
      sealer.beginInput()
      for block in input { try Sealed.withBytes(block) { try sealer.update($0, into: token) } }
    }
    try sealer.finish(into: token)
    let text = token.bytes.text
    #expect(text.hasSuffix("\n") && !text.dropLast().contains("\n"))
    return String(
      decoding: try Sealed.open(Array(text.utf8.dropLast()), with: try FernetOpener([key])), as: UTF8.self)
  }

  @Test func separatorsAreEscapedInsideStringsOnly() throws {
    let text = "\u{2028}{\"a\":\"x\u{85}y\u{2028}z\u{2029}\\\"\u{2028}\",\u{2029}\"é€\":1}\n\"\n\u{85}\n"
    #expect(
      try seal([[text]]) == "\u{2028}{\"a\":\"x\\u0085y\\u2028z\\u2029\\\"\\u2028\",\u{2029}\"é€\":1}\n\"\n\u{85}\n")
  }

  @Test func byteOrderMarksGoAndInputsDoNotRunTogether() throws {
    #expect(
      try seal([["\u{FEFF}{\"a\":1}\n", "\u{FEFF}2"], ["\u{FEFF}3\n"], [], ["4"]]) == "{\"a\":1}\n\u{FEFF}2\n3\n4")
    #expect(try seal([]) == "")
  }

  @Test(.enabled(if: TestData.shared != nil, "no shared/testdata beside the project"))
  func theFileOfConversationCodecOpensByteForByte() throws {
    var worker = RecordOpener(KeyRing([.fernet(try Sealed.key())]))
    let plain = try TestData.shared("interop/plain.py.jsonl")
    for file in ["whole.fernet", "perline.fernet.jsonl"] {
      let opened = Sealed.run(try TestData.shared("interop/\(file)"), through: &worker)
      #expect(opened.output == plain + [0x0A])
      #expect(opened.failure == nil)
    }
  }
}
