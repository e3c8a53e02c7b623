import Testing

@testable import Core

@Suite struct JSONPointerTests {
  @Test(arguments: [
    ("", "/a/b", true), ("/a", "/a/b", true), ("/a/b", "/a", false), ("/a/*", "/a", false), ("/a/*", "/a/0/c", true),
    ("/*/b", "/a/b", true), ("/*/b", "/a/c", false), ("/**/b", "/b", true), ("/**/b", "/a/0/b/c", true),
    ("/**/b", "/a/c", false), ("/a/**", "/a", true), ("/~1~0~2", "/~1~0*", true), ("/~2", "/x", false),
    ("/**/a/**/b", "/a/x/a/y/b", true),
  ])
  func aPatternCoversAPlace(pattern: String, place: String, covers: Bool) throws {
    let path = try PointerPattern(place.replacing("*", with: "~2")).steps.map { step in
      guard case .token(let token) = step else { return [UInt8]() }
      return token
    }
    #expect(try PointerPattern(pattern).covers(path) == covers)
    #expect(JSONPointer.text(path) == place)
  }

  @Test(arguments: ["a", "/~", "/~3", "/a~"])
  func aPatternThatIsNoPointerIsRefused(text: String) {
    #expect(throws: PointerPattern.SyntaxError.self) { try PointerPattern(text) }
  }
}
