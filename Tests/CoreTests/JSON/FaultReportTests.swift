import Foundation
import Testing

@testable import Core

@Suite struct FaultReportTests {
  @Test(arguments: [
    ("a.jsonl", "m", "::error file=a.jsonl,line=2,col=3,title=r/x::m\n"),
    ("a,b:c%\n.jsonl", "50%: a,\r\nb", "::error file=a%2Cb%3Ac%25%0A.jsonl,line=2,col=3,title=r/x::50%25: a,%0D%0Ab\n"),
  ])
  func aGitHubCommandIsOneLine(file: String, message: String, command: String) {
    let fault = Fault(.error, at: Location(file, line: 2, column: 3), rule: "r/x", message)
    #expect(text(.github, [fault]) == command)
  }

  @Test func aGitHubCommandCountsCharactersWhereSomebodyDid() {
    let fault = Fault(.warning, at: Location("f", line: 2, column: 30), rule: "r", "m", characterColumns: 10..<14)
    #expect(text(.github, [fault]) == "::warning file=f,line=2,col=10,endColumn=14,title=r::m\n")
  }

  @Test func aLogWithoutResultsIsWhole() throws {
    let run = try #require(try runs([]).first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  @Test func aLogNamesEachRuleOnceAndInOrder() throws {
    let faults = ["b", "a", "b", "https"].map { Fault(.error, at: Location("/x y/é#.jsonl", line: 1), rule: $0, "m") }
    let run = try #require(try runs(faults).first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 0, 2])
    let tool = try #require(run["tool"] as? [String: [String: Any]])
    let rules = try #require(tool["driver"]?["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["b", "a", "https"])
    // Only what is an address may stand for one.
    #expect(rules.map { $0["helpUri"] as? String } == [nil, nil, "https://example.org/"])
    #expect(text(.sarif, faults).contains("\"uri\":\"file:///x%20y/%C3%A9%23.jsonl\""))
  }

  @Test(arguments: [(0, 1), (1, 2), (3, 3), (6, 4), (10, 5), (11, 6), (99, 6)])
  func columnsAreCharacters(offset: Int, column: Int) {
    let line = Array("aé€😀b".utf8)
    line.withUnsafeBufferPointer { bytes in
      var columns = CharacterColumns(bytes)
      #expect(columns.column(at: offset) == column)
      // Forwards and backwards.
      #expect(columns.column(at: 1) == 2)
      #expect(columns.columns(of: 0..<offset) == 1..<column)
    }
  }

  private func text(_ form: ReportForm, _ faults: [Fault]) -> String {
    let report = FaultReport(form, tool: "t", version: "1") { rule in
      switch rule {
      case "a": RuleDescription("A", source: "https://no address")
      case "b": RuleDescription("B", source: "a paper")
      default: RuleDescription("C", source: "https://example.org/")
      }
    }
    let output = ByteBuffer()
    for fault in faults { report.append(fault, to: output) }
    report.end(isSuccessful: true, to: output)
    return output.bytes.text
  }

  private func runs(_ faults: [Fault]) throws -> [[String: Any]] {
    let log = try JSONSerialization.jsonObject(with: Data(text(.sarif, faults).utf8)) as? [String: Any]
    return try #require(log?["runs"] as? [[String: Any]])
  }
}
