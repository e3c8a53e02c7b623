import Foundation
import Testing

@testable import Core

/// nst/JSONTestSuite: what every reader must accept, must refuse, and may decide.
@Suite(.enabled(if: TestData.shared != nil, "left out: ../shared/testdata is not here"))
struct JSONTestSuiteTests {
  @Test func everyTextThatMustBeAcceptedIsAccepted() throws {
    let verdicts = try verdicts(prefix: "y_")
    #expect(verdicts.count == 95)
    #expect(verdicts.filter { !$0.isAccepted }.map(\.name) == [])
  }

  @Test func everyTextThatMustBeRefusedIsRefused() throws {
    let verdicts = try verdicts(prefix: "n_")
    #expect(verdicts.count == 188)
    #expect(verdicts.filter(\.isAccepted).map(\.name) == [])
  }

  /// Numbers out of range and lone surrogate escapes pass; bad UTF-8, byte order marks, UTF-16 do not; 500 levels do.
  @Test func theUndecidedTextsAreDecidedAsDocumented() throws {
    let verdicts = try verdicts(prefix: "i_")
    #expect(verdicts.count == 35)
    for verdict in verdicts {
      let name = verdict.name
      let passes =
        name.hasPrefix("i_number_") || name == "i_structure_500_nested_arrays.json"
        || name.hasPrefix("i_object_key_lone") || Self.loneEscapes.contains(name)
      #expect(verdict.isAccepted == passes, "\(name)")
    }
  }

  private static let loneEscapes: Set = [
    "i_string_1st_surrogate_but_2nd_missing.json", "i_string_1st_valid_surrogate_2nd_invalid.json",
    "i_string_incomplete_surrogate_and_escape_valid.json", "i_string_incomplete_surrogate_pair.json",
    "i_string_incomplete_surrogates_escape_valid.json", "i_string_invalid_lonely_surrogate.json",
    "i_string_invalid_surrogate.json", "i_string_inverted_surrogates_U+1D11E.json",
    "i_string_lone_second_surrogate.json",
  ]

  private struct Verdict {
    var name: String
    var isAccepted: Bool
  }

  private func verdicts(prefix: String) throws -> [Verdict] {
    let folder = try #require(TestData.shared).appendingPathComponent("json-parsing/test_parsing")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }
    return try names.sorted().map { name in
      let text = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      var scanner = JSONScanner()
      return Verdict(name: name, isAccepted: text.withUnsafeBufferPointer { scanner.accepts($0) })
    }
  }
}
