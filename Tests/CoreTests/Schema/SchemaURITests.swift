import Testing

@testable import Core

/// RFC 3986, section 5.4: what references mean beside `http://a/b/c/d;p?q`.
@Suite struct SchemaURITests {
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
    ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."),
    ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
    ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
  ])
  func aReferenceIsResolved(reference: String, expected: String) {
    #expect(SchemaURI("http://a/b/c/d;p?q").resolving(reference).text == expected)
  }

  @Test func whatHasNoFoldersResolvesFragmentsAlone() {
    let name = SchemaURI("urn:uuid:deadbeef-1234-ffff-ffff-4321feebdaed")
    #expect(name.resolving("#foo").text == "urn:uuid:deadbeef-1234-ffff-ffff-4321feebdaed#foo")
    #expect(SchemaURI("http://a").resolving("b").text == "http://a/b")
    #expect(SchemaURI("").resolving("a/b").text == "a/b")
  }

  @Test func percentIsDecodedOrRefused() {
    #expect(SchemaURI.decoded("a%25b%C3%A9").map { String(decoding: $0, as: UTF8.self) } == "a%bé")
    #expect(SchemaURI.decoded("a%2") == nil)
    #expect(SchemaURI.decoded("%zz") == nil)
    #expect(SchemaURI(file: "/tmp/a b/ü#?.json").text == "file:///tmp/a%20b/%C3%BC%23%3F.json")
  }
}
