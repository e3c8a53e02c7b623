import Foundation
import Testing

@testable import Core

@Suite struct KeyFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFileMayHoldSeveralKeysAndComments() throws {
    let text = "# ours\n\n  \(Sealed.specificationKey)\r\n#\n\(Sealed.specificationKey)"
    let path = try folder.write("key", Array(text.utf8))
    #expect(try KeyFile.keys(at: path, isInsecureAccepted: false).count == 2)
  }

  @Test func whatIsNoKeyIsRefused() {
    let key = Sealed.specificationKey
    let table: [(String, KeyFault)] = [
      ("", .noKeyInFile("k")), ("# only a comment\n", .noKeyInFile("k")),
      (" \n{\"kty\":\"RSA\"}", .jsonWebKey("k", .unsupported("kty RSA"))),
      (String(key.dropLast()), .notAKey(Location("k", line: 1))), ("\n\(key)=", .notAKey(Location("k", line: 2))),
      (key + key, .notAKey(Location("k", line: 1))), ("\(key)\nabcd\n", .notAKey(Location("k", line: 2))),
      (key.replacing("_", with: "/"), .notAKey(Location("k", line: 1))),
      ("730ff4c7af3d46923e8ed451ee813c87f790b0a226bc96a92de49b5e9c05e1ee", .notAKey(Location("k", line: 1))),
    ]
    for (text, fault) in table {
      #expect(throws: fault) { try Sealed.withBytes(text) { try KeyFile.keys(in: $0, name: "k") } }
    }
  }

  @Test func aMessageNeverHoldsTheKey() {
    for fault in [
      KeyFault.notAKey(Location("k", line: 1)), .keyFileReadableByOthers("k"), .jsonWebKey("k", .malformed("k")),
    ] {
      #expect(!Diagnostic(fault).text(tool: "seal").contains("cw_0"))
    }
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o440]) func aFileThatOthersCanReadIsRefused(mode: Int) throws {
    let path = try folder.write("key", Array(Sealed.specificationKey.utf8), mode: mode)
    let fault = KeyFault.keyFileReadableByOthers(path)
    #expect(throws: fault) { try KeyFile.keys(at: path, isInsecureAccepted: false) }
    #expect(fault.hint?.hasPrefix("chmod 600 ") == true)
    #expect(try KeyFile.keys(at: path, isInsecureAccepted: true).count == 1)
  }

  @Test(arguments: [4095, 4096, 4097, KeyFile.maximumSize]) func aFileMayHaveAnySizeUpToTheLargest(size: Int) throws {
    let key = Array(Sealed.specificationKey.utf8)
    let path = try folder.write("key", [UInt8](repeating: 0x0A, count: size - key.count) + key)
    #expect(try KeyFile.keys(at: path, isInsecureAccepted: false).count == 1)
  }

  @Test func aFileThatIsTooLargeIsRefused() throws {
    let path = try folder.write("key", [UInt8](repeating: 0x0A, count: KeyFile.maximumSize + 1))
    #expect(throws: KeyFault.keyFileTooLarge(path)) { try KeyFile.keys(at: path, isInsecureAccepted: false) }
  }

  @Test func aNewKeyIsPrivateAndNeverTakesAnotherPlace() throws {
    let path = folder.path("new")
    try NewKeyFile.create(at: path)
    let text = try folder.read("new")
    #expect(text.count == 45 && text.last == 0x0A)
    #expect(try FileStatus(path: path).mode == 0o600)
    #expect(try KeyFile.keys(at: path, isInsecureAccepted: false).count == 1)
    #expect(throws: SystemError(.create, path, .exists)) { try NewKeyFile.create(at: path) }
    #expect(try folder.read("new") == text)
  }

  @Test func theTextOfAKeyIsTheKey() throws {
    let text = try Sealed.key().text
    let copy = text.withBytes { Array($0) }
    #expect(String(decoding: copy, as: UTF8.self) == Sealed.specificationKey)
  }
}
