import Testing

@testable import Core

/// What a transcript needs as it is stays, in its shape, as long as it is no secret.
@Suite struct KeptValuesTests {
  private static let rules = """
    {"id":"number","category":"pii","description":"a number","trigger":"digits","pattern":"[0-9]{9,12}","label":"NUMBER"}
    {"id":"word","category":"pii","description":"a word","keywords":["ada"],"pattern":"ada","anchored":true,"label":"NAME"}
    {"id":"token","category":"secret","description":"a token","keywords":["secret-"],"pattern":"SECRET-[0-9]{4}",\
    "anchored":true,"label":"TOKEN"}
    """

  private func redacted(_ record: String) throws -> String {
    let text = ByteBuffer()
    text.append(Self.rules)
    let redactor = Redactor(RuleSet(try RuleFile(text, name: "rules").rules), Redactor.Options())
    let output = ByteBuffer()
    let outcome = try Array(record.utf8).withUnsafeBufferPointer { try redactor.redact($0, into: output) }
    return outcome == .changed ? output.bytes.text : record
  }

  @Test(arguments: [
    #"{"id":"toolu_01ada"}"#, #"{"message":{"id":"msg-ada-1"}}"#, #"{"tool_use_id":"ada_1"}"#,
    #"{"parentUuid":"a","x":["12345678-1234-1234-1234-123456789012"]}"#,
    #"{"x":"run 12345678-abcd-1234-1234-123456789012 ended"}"#, #"{"signature":"EqoBadaadaada/ada+adaQ=="}"#,
    #"{"source":{"data":"iVBORw0KGgoAAAAadaNSUhEUg"}}"#,
    #"{"image_url":{"url":"data:image/png;base64,iVBORw0KGgoada00"}}"#,
    #"{"integrity":"sha512-adaadaadaadaadaada=="}"#, #"{"commit":"123456789012ada"}"#,
    // What base64 spells is no reason either: an address in the text of an image.
    #"{"data":"IGFkYSBhZGEgYWRhIGFkYSBhZGE="}"#,
  ])
  func itStays(record: String) throws {
    #expect(try redacted(record) == record)
  }

  @Test(arguments: [
    (#"{"id":"ada lovelace"}"#, #"{"id":"[NAME] lovelace"}"#), (#"{"id":"123456789"}"#, #"{"id":"[NUMBER]"}"#),
    (#"{"id":"SECRET-1234"}"#, #"{"id":"[TOKEN]"}"#), (#"{"name":"toolu_01ada"}"#, #"{"name":"toolu_01[NAME]"}"#),
    (#"{"signature":"for ada"}"#, #"{"signature":"for [NAME]"}"#), (#"{"data":"ada"}"#, #"{"data":"[NAME]"}"#),
    (#"{"x":"912345678-abcd-1234-1234-123456789012"}"#, #"{"x":"[NUMBER]-abcd-1234-1234-[NUMBER]"}"#),
    (#"{"data":"IFNFQ1JFVC0xMjM0IFNFQ1JFVC0xMjM0"}"#, #"{"data":"[TOKEN]"}"#),
    (#"{"content":"IGFkYSBhZGEgYWRhIGFkYSBhZGE="}"#, #"{"content":"[NAME]"}"#),
  ])
  func itDoesNotStay(record: String, expected: String) throws {
    #expect(try redacted(record) == expected)
  }
}
