import Foundation
import Testing

@testable import Core

/// JSON-Schema-Test-Suite: every draft, read where it is. The scores are printed and held.
@Suite(.enabled(if: TestData.shared != nil, "left out: ../shared/testdata is not here"))
struct SchemaSuiteTests {
  @Test func theCoreOfEveryDraftIsEvaluatedAsTheSuiteSays() throws {
    let score = try Score.of { !$0.contains("/optional/") }
    print("JSON-Schema-Test-Suite, core: \(score.right)/\(score.count)")
    #expect(score.count == 4942)
    #expect(score.wrong == [])
  }

  @Test func whatIsOptionalIsEvaluatedAsTheSuiteSays() throws {
    let score = try Score.of { $0.contains("/optional/") && !$0.contains("/format/") }
    print("JSON-Schema-Test-Suite, optional: \(score.right)/\(score.count)")
    #expect(score.count == 644)
    // Draft 7 lets contentEncoding and contentMediaType be checked or not; later drafts never have them checked.
    #expect(score.wrong.filter { !$0.hasPrefix("draft7/optional/content.json") } == [])
    #expect(score.right >= 640)
  }

  @Test func formatsAreEvaluatedAsTheSuiteSays() throws {
    let score = try Score.of(assertsFormats: true) { $0.contains("/format/") }
    print("JSON-Schema-Test-Suite, formats: \(score.right)/\(score.count)")
    #expect(score.count == 2741)
    #expect(score.right >= 2500, "\(score.wrong)")
  }
}

/// How many tests of the suite come out right.
private struct Score {
  var count = 0
  var wrong: [String] = []
  var right: Int { count - wrong.count }

  static func of(assertsFormats: Bool = false, _ isWanted: (String) -> Bool) throws -> Score {
    let suite = try #require(TestData.shared).appendingPathComponent("json-schema")
    let tests = suite.appendingPathComponent("tests")
    let names = FileManager.default.enumerator(atPath: tests.path)?.compactMap { $0 as? String } ?? []
    let remotes = try SchemaSources(["http://localhost:1234/=\(suite.appendingPathComponent("remotes").path)"])
    var score = Score()
    for name in names.sorted() where name.hasSuffix(".json") && isWanted("/\(name)") {
      let folder = String(name.prefix { $0 != "/" }.dropFirst("draft".count))
      var options = SchemaOptions()
      options.defaultDraft = try #require(Draft(rawValue: folder))
      options.sources = remotes
      options.assertsFormats = assertsFormats
      try score.add(try SchemaSources.read(tests.appendingPathComponent(name).path), name, options)
    }
    return score
  }

  /// Adds the tests of a file; schemas and values are taken as they are spelled there.
  private mutating func add(_ file: SchemaDocument, _ name: String, _ options: SchemaOptions) throws {
    for group in file.elements(0) {
      let title = "\(name): \(file.text(file.member("description", of: group)) ?? "")"
      let schema = try #require(file.member("schema", of: group))
      let tests = file.elements(try #require(file.member("tests", of: group)))
      count += tests.count
      let checker: SchemaChecker
      do {
        checker = SchemaChecker(try Schema(file.whole(schema), name: "schema", options))
      } catch {
        wrong += Array(repeating: "\(title): \(error)", count: tests.count)
        continue
      }
      for test in tests {
        let value = try #require(file.member("data", of: test))
        let isValid = file.isTrue(try #require(file.member("valid", of: test)))
        guard (try? checker.check(file.whole(value), limit: 1) == .fits) != isValid else { continue }
        wrong.append("\(title): \(file.text(file.member("description", of: test)) ?? "")")
      }
    }
  }
}

extension SchemaDocument {
  /// The bytes of a value, quotes included.
  fileprivate func whole(_ node: Int) -> Bytes {
    let body = bytes(node)
    guard kind(node) == .string else { return body }
    return Bytes(start: body.baseAddress.map { $0 - 1 }, count: body.count + 2)
  }
}
