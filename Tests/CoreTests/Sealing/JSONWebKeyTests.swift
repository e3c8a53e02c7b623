import Foundation
import Testing

@testable import Core

@Suite struct JSONWebKeyTests {
  private static let k = String(repeating: "A", count: 43)
  /// RFC 7517, appendix A.2, without its `use`.
  private static let x = "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"
  private static let y = "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
  private static let d = "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"

  private func read(_ text: String) throws -> [JSONWebKey] {
    try Sealed.withBytes(text) { try JSONWebKeyReader.keys(in: $0) }
  }

  @Test func aKeyOrASetOfThemIsRead() throws {
    let oct = #"{"kty":"oct","alg":"A256KW","k":"\#(Self.k)","kid":"on\u0065"}"#
    let pair = #"{"kty":"EC","crv":"P-256","x":"\#(Self.x)","y":"\#(Self.y)","d":"\#(Self.d)","use":"enc"}"#
    let half = #"{"kty":"EC","crv":"P-256","x":"\#(Self.x)","y":"\#(Self.y)","key_ops":[],"alg":"ECDH-ES+A256KW"}"#
    #expect(try read(oct).first?.id == Array("one".utf8))
    #expect(try read(pair).first?.isPrivate == true)
    #expect(try read(half).first?.isPrivate == false)
    #expect(try read(#" {"keys":[\#(half),\#(oct),\#(pair)],"more":{}} "#).map(\.isPrivate) == [false, true, true])
  }

  @Test func whatIsNotOursIsRefusedByName() {
    let point = #""crv":"P-256","x":"\#(Self.x)","y":"\#(Self.y)""#
    let oct = #""kty":"oct","alg":"A256KW","k":"\#(Self.k)""#
    let table: [(String, JSONWebKeyFault)] = [
      ("", .notJSON), ("[]", .notJSON), ("{", .notJSON), ("{}", .missing("kty")), (#"{"kty":1}"#, .malformed("kty")),
      (#"{"keys":[]}"#, .emptySet), (#"{"keys":[1]}"#, .malformed("keys")), (#"{"keys":{}}"#, .malformed("keys")),
      (#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, .unsupported("kty RSA")),
      (#"{"kty":"oct","k":"\#(Self.k)"}"#, .missing("alg")),
      (#"{"kty":"oct","alg":"dir","k":"\#(Self.k)"}"#, .unsupported("alg dir")),
      (#"{"kty":"oct","alg":"PBES2-HS256+A128KW","k":"\#(Self.k)"}"#, .unsupported("alg PBES2-HS256+A128KW")),
      (#"{"kty":"oct","alg":"ECDH-ES+A256KW","k":"\#(Self.k)"}"#, .unsupported("alg ECDH-ES+A256KW")),
      (#"{"kty":"oct","alg":"secret","k":"\#(Self.k)"}"#, .unsupported("this alg")),
      (#"{"kty":"oct","alg":"A256KW"}"#, .missing("k")),
      (#"{"kty":"oct","alg":"A256KW","k":"\#(Self.k)="}"#, .malformed("k")),
      (#"{"kty":"oct","alg":"A256KW","k":"\#(Self.k.dropLast())B"}"#, .malformed("k")),
      (#"{"kty":"oct","alg":"A256KW","k":"\#(Self.k.dropLast(3))"}"#, .malformed("k")),
      (#"{"kty":"oct","alg":"A256KW","k":"\u0041\#(Self.k.dropLast())"}"#, .malformed("k")),
      (#"{"kty":"oct","alg":"A256KW","k":"\#(Self.k)","k":"\#(Self.k)"}"#, .repeatedName),
      (#"{"kty":"oct","alg":"A256KW","use":"sig","k":"\#(Self.k)"}"#, .notForSealing("use")),
      (#"{"kty":"oct","alg":"A256KW","key_ops":["sign"],"k":"\#(Self.k)"}"#, .notForSealing("key_ops")),
      (#"{"kty":"EC",\#(point),"alg":"ES256"}"#, .unsupported("this alg")),
      (#"{"kty":"EC",\#(point),"alg":"ECDH-ES"}"#, .unsupported("alg ECDH-ES")),
      (#"{"kty":"OKP",\#(point)}"#, .unsupported("this crv")),
      (#"{"kty":"EC","crv":"P-384"}"#, .unsupported("crv P-384")),
      (#"{"kty":"OKP","crv":"Ed25519"}"#, .unsupported("crv Ed25519")), (#"{"kty":"EC"}"#, .missing("crv")),
      (#"{"kty":"EC","crv":"P-256","x":"\#(Self.x)"}"#, .missing("y")),
      (#"{"kty":"EC","crv":"P-256","x":"\#(Self.x)","y":"\#(Self.x)"}"#, .notAPoint),
      (#"{"kty":"EC","crv":"P-256","x":"\#(Self.x)","y":"AAAA"}"#, .malformed("y")),
      (#"{"kty":"EC",\#(point),"d":"\#(Self.x)"}"#, .notAPoint), (#"{"kty":"EC",\#(point),"d":"AA"}"#, .notAPoint),
      (#"{"keys":[{\#(oct),"kid":"a"},{\#(oct),"kid":"\u0061"}]}"#, .repeatedID),
      (#"{"keys":[{"kty":"oct","alg":"A256KW","k":"\#(Self.k)"},{"kty":"RSA"}]}"#, .unsupported("kty RSA")),
    ]
    for (text, fault) in table {
      #expect(throws: fault, "\(text)") { try read(text) }
      #expect(!fault.message.contains("AAAA") && !fault.message.contains("secret"))
    }
  }

  @Test(arguments: JWETests.kinds) func theTextOfAKeyIsTheKey(kind: String) throws {
    let key = try JWETests.key(kind)
    let text = try key.text(isPublic: false)
    let copies = try text.withBytes { try JSONWebKeyReader.keys(in: $0) }
    let copy = try #require(copies.first)
    #expect(copy.id == key.id && copy.isPrivate)
    let line = try JWETests.seal([1, 2, 3], with: JWESealer(key))
    #expect(try JWETests.open(line, with: JWEOpener([copy])) == [1, 2, 3])
  }
}
