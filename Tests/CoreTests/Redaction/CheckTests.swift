import Testing

@testable import Core

/// Values from the standards and the issuers' own examples, and what must not pass.
@Suite("Checks of captured text")
struct CheckTests {
  /// One check with texts that it must accept and texts that it must refuse.
  struct Case: Sendable, CustomTestStringConvertible {
    let check: Check
    let good: [String]
    let bad: [String]

    var testDescription: String { check.rawValue }
  }

  static let cases: [Case] = [
    Case(
      check: .luhn, good: ["79927398713", "4242 4242 4242 4242"], bad: ["79927398710", "", "7", "0000000000", "1a"]),
    Case(
      check: .paymentCard,
      good: ["4242424242424242", "5200 8282 8282 8210", "3782-822463-10005", "6011111111111117", "3056930009020004"],
      bad: ["4242424242424241", "1700000000000", "1234567812345670", "424242424242424", ""]),
    Case(
      check: .mod97, good: ["GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"],
      bad: ["GB82WEST12345698765431", "GB", ""]),
    Case(
      check: .iban,
      good: [
        "GB82 WEST 1234 5698 7654 32", "DE75512108001245126199", "FR7630006000011234567890189", "NO4962486587850",
      ],
      bad: ["GB82WEST12345698765431", "GB82WEST1234569876543", "ZZ82WEST12345698765432", "GB82123412345698765432", ""]),
    Case(check: .verhoeff, good: ["2363", "123451"], bad: ["2364", "3263", "1111", "", "23a3"]),
    Case(check: .abaRouting, good: ["021000021", "0110-0001-5"], bad: ["021000022", "521000021", "02100002", ""]),
    Case(
      check: .ssnRange, good: ["219-40-9090", "401053000", "899-01-0001"],
      bad: ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "078-05-1120", "1234", ""]),
    Case(
      check: .itinRange, good: ["933-72-4455", "901500001"], bad: ["933-93-4455", "933-49-4455", "833-72-4455", ""]),
    Case(
      check: .phonePlan,
      good: ["+1 (212) 555-0199", "+44 (0)20 7946 0123", "0049 30 901820", "020 7946 0123", "+1 212 555 0199 ext. 22"],
      bad: ["+999 1234567", "+1 112 555 0199", "+1 212 055 0199", "+1 212 555 01", "12345", "0000000000", "+", ""]),
    Case(
      check: .base58Check,
      good: ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ"],
      bad: ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", "1111", ""]),
    Case(
      check: .bech32,
      good: [
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "A12UEL5L", "A1LQFN3A",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
      ],
      bad: ["BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T5", "A12uEL5L", "1qzzfhee", "bc1", ""]),
    Case(
      check: .base64JSON, good: ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x", "eyAiYSI6IDEgfQ"],
      bad: ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ", "AAAA", "e30", "eyJ!", ""]),
    // The token that GitHub published with the format, revoked since.
    Case(
      check: .githubCRC32, good: ["ghp_zQWBuTSOoRi4A9spHcVY5" + "ncnsDkxkJ0mLq17"],
      bad: ["ghp_zQWBuTSOoRi4A9spHcVY5" + "ncnsDkxkJ0mLq18", "ghp_", "ghp_abc", "", "ghp_zQWBuT!!"]),
    Case(
      check: .ipv4Public, good: ["8.8.8.8", "172.32.0.1"],
      bad: ["10.0.0.1", "192.168.1.1", "203.0.113.9", "256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", ""]),
    Case(
      check: .ipv6,
      good: [
        "::", "::1", "2001:db8::51:9e2:44", "64:ff9b::198.51.100.77", "fe80::9c:1%wlan0", "1:2:3:4:5:6:7:8", "1::/16",
      ],
      bad: ["2001::db8::9e", "1:2:3:4:5:6:7", "12345::", "::256.0.0.1", ":::", ":1", "1:", "12:34:56", ""]),
    Case(check: .entropy, good: ["0123456789abcdef"], bad: ["aaaaaaaa", "abababab", ""]),
    Case(
      check: .assignedPassword, good: ["niK3IX32.iBp", "correct4horse", "hunter", "river-tiger42"],
      bad: ["dbPassword", "settings.password", "DB_PASSWORD", "db-credentials-12", "getpass(", "${PW}", "****", ""]),
    Case(
      check: .barePassword, good: ["niK3IX32.iBp", "hSBvQnyBYlTBGftM", "hunter-22x", "marble.tiger431", "Turtle202?"],
      bad: ["postgres", "self.password1", "default_pw2", "first+second2", "a->b1", "str", "DB_PASSWORD_2", ""]),
    Case(
      check: .assignedSecret, good: ["AZapXDRfFcqvuPo", "k3x9q2vm7z4bn8rt", "7d3e91abc402f8e5", "aKsfFgNl-wLz_Qx"],
      bad: ["getTokenById", "eu-west-1", "db_token_2", "rc0.15.0_2023", "0x1f", "123456789", "a@b.org", "main.key", ""]),
    Case(check: .auABN, good: ["53 004 085 616"], bad: ["53 004 085 617", "5300408561"]),
    Case(check: .auACN, good: ["004 085 616"], bad: ["004 085 617", "00408561"]),
    Case(check: .auTFN, good: ["123 456 782"], bad: ["123 456 783", "000 000 000"]),
    Case(check: .caSIN, good: ["193456787"], bad: ["046454287", "193456788", "111111111"]),
    Case(check: .deTaxID, good: ["86095742719"], bad: ["86095742718", "06095742719", "8609574271"]),
    Case(check: .esNIF, good: ["81336019S", "X1234567L", "81336019-s"], bad: ["81336019A", "X1234567A", "1Z", ""]),
    Case(check: .fiIdentityCode, good: ["120680-446L", "050203A032M"], bad: ["120680-446A", "320680-446L", ""]),
    Case(check: .krBusinessNumber, good: ["120-81-47521"], bad: ["120-81-47522", ""]),
    Case(check: .plPESEL, good: ["83071462168"], bad: ["83071462169", "83991462168", ""]),
    Case(check: .seIdentityNumber, good: ["811228-9874", "19811228-9874"], bad: ["811228-9873", "813228-9874", ""]),
    Case(check: .trNationalID, good: ["35542209178"], bad: ["35542209179", "05542209178", ""]),
    Case(check: .ukNHS, good: ["943 476 5919"], bad: ["943 476 5918", ""]),
    Case(check: .usDEA, good: ["AP5836727"], bad: ["AP5836726", "A", ""]),
    Case(check: .usNPI, good: ["1569688280"], bad: ["1569688281", "3569688280", ""]),
    Case(check: .zaNationalID, good: ["8307140982084"], bad: ["8307140982085", "8313140982084", ""]),
  ]

  @Test("A check accepts the standard's values", arguments: cases)
  func acceptsStandardValues(_ tested: Case) {
    for text in tested.good { #expect(accepts(tested.check, text), "\(tested.check.rawValue): \(text)") }
  }

  @Test("A check refuses what the standard refuses", arguments: cases)
  func refusesOtherValues(_ tested: Case) {
    for text in tested.bad { #expect(!accepts(tested.check, text), "\(tested.check.rawValue): \(text)") }
  }

  @Test(
    "A changed digit breaks a number whose check finds every single error",
    arguments: [
      (Check.luhn, "79927398713"), (.mod97, "GB82WEST12345698765432"), (.iban, "DE75512108001245126199"),
      (.verhoeff, "123451"), (.abaRouting, "021000021"), (.deTaxID, "86095742719"), (.auABN, "53004085616"),
      (.ukNHS, "9434765919"), (.esNIF, "81336019S"), (.plPESEL, "83071462168"), (.zaNationalID, "8307140982084"),
      (.usNPI, "1569688280"), (.caSIN, "193456787"), (.trNationalID, "35542209178"),
    ])
  func changedDigitBreaksNumber(_ check: Check, _ number: String) {
    #expect(accepts(check, number))
    var bytes = Array(number.utf8)
    for place in bytes.indices where bytes[place] >= 0x30 && bytes[place] <= 0x39 {
      let original = bytes[place]
      for digit in UInt8(0x30)...0x39 where digit != original {
        bytes[place] = digit
        #expect(!bytes.withUnsafeBufferPointer(check.accepts), "\(check.rawValue) accepts \(bytes)")
      }
      bytes[place] = original
    }
  }

  @Test("Verhoeff finds two digits that changed places")
  func verhoeffFindsTransposition() {
    var bytes = Array("123451".utf8)
    for place in 0..<bytes.count - 1 where bytes[place] != bytes[place + 1] {
      bytes.swapAt(place, place + 1)
      #expect(!bytes.withUnsafeBufferPointer(Check.verhoeff.accepts))
      bytes.swapAt(place, place + 1)
    }
  }

  @Test(
    "A literal value is a secret",
    arguments: [
      "hunter2", "changeme", "pa$$w0rd!", "correct horse battery", "Pa(ss", "$2a$10$abcdefghijkl", "s3cr3t", "YWJjZA==",
      "eyJhbGciOi.eyJzdWIiOiIx.sgn12345678901", "/k3Jd+aa9=", "p@ss.word1",
    ])
  func literalIsSecret(_ text: String) {
    #expect(accepts(.literalSecret, text))
  }

  @Test(
    "A reference, a placeholder or nothing is no secret",
    arguments: [
      "", " ", "\"\"", "true", "null", "None", "string", "${VAR}", "$VAR", "%s", "%(name)s", "%DB%", "{{ x }}", "f(x)",
      "a.b.c", "process.env.X", "os.environ[\"A\"]", "config->get(\"x\")", "DB_PASSWORD", "<your key>", "your_api_key",
      "****", "****1234", "xxxx-xxxx", "•••••", "...", "[REDACTED]", "/run/secrets/db_password",
    ])
  func referenceIsNoSecret(_ text: String) {
    #expect(!accepts(.literalSecret, text))
  }

  @Test("No check traps on hostile text", arguments: Check.allCases)
  func hostileTextIsRefusedOrAccepted(_ check: Check) {
    let units = ["9", "f", "Z", ":", ".", "+", "1", "(", "[", "$", "%", "-", "_", "\u{FF}", "é", " ", "0", "X9"]
    for unit in units {
      for count in [1, 2, 3, 8, 9, 10, 11, 12, 13, 16, 18, 19, 26, 35, 64, 65, 111, 112, 113, 5000] {
        _ = accepts(check, String(repeating: unit, count: count))
      }
    }
    for byte in UInt8.min...UInt8.max {
      _ = [byte].withUnsafeBufferPointer(check.accepts)
      _ = [byte, byte, 0xC2, byte].withUnsafeBufferPointer(check.accepts)
    }
  }

  @Test("Entropy is zero for one byte and the logarithm of the count for all different")
  func entropyHasItsBounds() {
    #expect(entropy("") == 0)
    #expect(entropy("aaaa") == 0)
    #expect(abs(entropy("ab") - 1) < 1e-12)
    #expect(abs(entropy("0123456789abcdef") - 4) < 1e-12)
    #expect(abs(entropy("aab") - 0.9182958340544896) < 1e-12)
  }

  @Test("Every name in a rule file leads back to its check")
  func namesAreUnique() {
    for check in Check.allCases { #expect(Check(rawValue: check.rawValue) == check) }
  }

  private func accepts(_ check: Check, _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(check.accepts)
  }

  private func entropy(_ text: String) -> Double {
    Array(text.utf8).withUnsafeBufferPointer { shannonEntropy($0) }
  }
}
