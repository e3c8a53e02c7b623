import Foundation
import Testing

/// The program from outside: what it writes where, and how it ends.
@Suite struct ValidateTests {
  @Test(
    arguments: [
      ("{\"a\":1}\n", [], "f.jsonl: 0 errors, 0 warnings in 1 line\n", 0),
      ("", [], "f.jsonl: 0 errors, 0 warnings in 0 lines\n", 0),
      (
        "{\"a\":1}\n{\"a\":x}\n[1\n", [],
        """
        f.jsonl:2:6: error: expected a value [json/expected-value]
        f.jsonl:3:3: error: array is not closed [json/unclosed-array]
        f.jsonl: 2 errors, 0 warnings in 3 lines

        """, 1
      ),
      (
        "{\"a\":1}\n{\"a\":\"to", [],
        """
        f.jsonl:2:9: error: string is not closed [json/unclosed-string]
        f.jsonl: 1 error, 0 warnings in 2 lines

        """, 3
      ),
      (
        "x\n{\"a\":\"to", ["--max-errors=1"],
        """
        f.jsonl:1:1: error: expected a value [json/expected-value]
        f.jsonl: 2 errors, 0 warnings in 2 lines

        """, 1
      ),
      (
        "{\"a\":1,\"\\u0061\":2}\n\n[\"\\ud800\"]\n1", [],
        """
        f.jsonl:1:8: warning: the object has a member of this name already [json/duplicate-name]
        f.jsonl:2:1: warning: blank line [json/blank-line]
        f.jsonl:3:3: warning: escape of half a surrogate pair [json/lone-surrogate]
        f.jsonl:4:2: warning: no LF at the end [json/missing-newline]
        f.jsonl: 0 errors, 4 warnings in 4 lines

        """, 0
      ),
      (
        "{\"a\":1,\"a\":2}\n\n[\"\\ud800\"]\n",
        ["--duplicate-keys=error", "--blank-lines=allow", "--lone-surrogates=allow"],
        """
        f.jsonl:1:8: error: the object has a member of this name already [json/duplicate-name]
        f.jsonl: 1 error, 0 warnings in 3 lines

        """, 1
      ),
      (
        "\u{FEFF}{}\n", [],
        """
        f.jsonl:1:1: error: byte order mark before the value [json/byte-order-mark]
        f.jsonl: 1 error, 0 warnings in 1 line

        """, 1
      ),
      ("\u{FEFF}{}\n", ["--bom=skip"], "f.jsonl: 0 errors, 0 warnings in 1 line\n", 0),
      (
        "\u{FEFF}{x\n", ["--bom", "warn"],
        """
        f.jsonl:1:1: warning: byte order mark before the value [json/byte-order-mark]
        f.jsonl:1:5: error: expected a member name in double quotes [json/expected-name]
        f.jsonl: 1 error, 1 warning in 1 line

        """, 1
      ),
      (
        "{}\n\0\0{}\n", [],
        """
        f.jsonl:2:1: error: NUL bytes in the line [json/nul-bytes]
        f.jsonl: 1 error, 0 warnings in 2 lines

        """, 1
      ),
      (
        "[1,2,3]\n[]\n", ["--max-line-bytes=4"],
        """
        f.jsonl:1:1: error: line is longer than --max-line-bytes allows [json/line-too-long]
        f.jsonl: 1 error, 0 warnings in 2 lines

        """, 1
      ),
      (
        "{\"a\":{\"b\":[0,{\"c\":1,\"c\":2}]}}\n", ["--format=json"],
        #"{"file":"f.jsonl","line":1,"column":21,"pointer":"/a/b/1","rule":"json/duplicate-name","severity":"warning","#
          + #""message":"the object has a member of this name already"}"# + "\n", 0
      ),
      ("x", ["-q"], "", 1),
    ] as [(String, [String], String, Int32)])
  func reportsAndStatus(contents: String, options: [String], report: String, status: Int32) throws {
    let folder = try Folder(["f.jsonl": contents])
    let result = try folder.run(options + ["f.jsonl"])
    #expect(result.error == report)
    #expect(result.output == "")
    #expect(result.status == status)
  }

  @Test func everyFileIsCheckedAndTheWorstStatusStands() throws {
    let folder = try Folder(["torn": "{", "good": "{}\n"])
    #expect(try folder.run(["-q", "torn", "good", "torn"]).status == 3)
    let result = try folder.run(["none", "torn"])
    #expect(
      result.error == """
        validate: error: none: cannot open: no such file or directory
        torn:1:2: error: object is not closed [json/unclosed-object]
        torn: 1 error, 0 warnings in 1 line

        """)
    #expect(result.status == 2)
  }

  @Test func standardInputIsReadByDefault() throws {
    let result = try Folder([:]).run([], input: "{}x\n")
    #expect(
      result.error == """
        <stdin>:1:3: error: text after the value [json/text-after-value]
        <stdin>: 1 error, 0 warnings in 1 line

        """)
    #expect(result.status == 1)
  }

  @Test func salvageAccountsForEveryByte() throws {
    let broken = "{\"a\":1}{\"b\":2}\n{\"a\":\"tr{\"b\":1}\n\0\0{\"c\":1}\n{\"a\" 1}\n\n{ \"e\":1 }\r\n{\"d\":\"to"
    let folder = try Folder(["f.jsonl": broken])
    let result = try folder.run(["--salvage", "--rejects=lost", "-o", "good", "f.jsonl"])
    #expect(
      result.error == """
        f.jsonl:1:1: warning: 2 records on one line were split [salvage/glued-records]
        f.jsonl:2:1: error: torn record before a whole one rejected, 8 bytes [salvage/torn-record]
        f.jsonl:3:1: warning: 2 bytes of NUL dropped [salvage/nul-bytes]
        f.jsonl:4:6: error: expected ':' after a member name; rejected, 7 bytes [salvage/malformed]
        f.jsonl:5:1: warning: blank line dropped [salvage/blank-line]
        f.jsonl:7:1: error: torn last record cut at byte 61, 8 bytes [salvage/torn-tail]
        f.jsonl: 3 errors, 3 warnings in 7 lines; 5 records kept, 23 bytes rejected, 2 bytes dropped

        """)
    #expect(result.status == 1)
    #expect(try folder.contents("good") == "{\"a\":1}\n{\"b\":2}\n{\"b\":1}\n{\"c\":1}\n{ \"e\":1 }\r\n")
    #expect(try folder.contents("lost") == "{\"a\":\"tr\n\0\0\n{\"a\" 1}\n\n{\"d\":\"to")
    #expect(try folder.contents("f.jsonl") == broken)
    #expect(try folder.mode("lost") == 0o600)
  }

  @Test(arguments: [
    ("{\"a\":1}\n", Int32(0), "{\"a\":1}\n"), ("{\"a\":1}", 0, "{\"a\":1}\n"), ("{\"a\":1}\n{\"b", 3, "{\"a\":1}\n"),
    ("{\"a\":1}\n12", 3, "{\"a\":1}\n"), ("\0{}\n", 1, "{}\n"), ("x\n{\"b", 1, ""), ("", 0, ""),
  ])
  func salvageSaysWhetherAnythingWasLost(contents: String, status: Int32, output: String) throws {
    let folder = try Folder(["f": contents])
    let result = try folder.run(["-q", "--salvage", "f"])
    #expect(result.output == output)
    #expect(result.error == "")
    #expect(result.status == status)
    // What was salvaged needs no salvage.
    #expect(try folder.run(["-q", "--salvage"], input: output).status == 0)
  }

  @Test(arguments: [
    ("", 0, Int32(0)), ("{}\n", 3, 0), ("{}\n[1]\n{\"a", 7, 0), ("{}\n[1]", 6, 0), ("{}\n\n\n", 3, 0), ("{}\n12", 3, 0),
    ("{}\n\0\0\0", 3, 0), ("{}\nx\n{}\n", 3, 1), ("\0{}\n", 0, 1), ("{}\n{\"a\":\n", 3, 1), ("\u{FEFF}{}\n", 0, 1),
  ])
  func theResumePointIsBehindTheLastCompleteRecord(contents: String, offset: Int, status: Int32) throws {
    let result = try Folder(["f": contents]).run(["-q", "--resume-point", "f"])
    #expect(result.output == "\(offset)\n")
    #expect(result.status == status)
  }

  @Test(arguments: [
    (["-o", "x", "f"], "--output needs --salvage"), (["--rejects=x", "f"], "--rejects needs --salvage"),
    (["--resume-point", "f", "f"], "--resume-point takes one file"),
    (["--salvage", "--rejects=f", "f"], "--rejects names a file that is read or written otherwise"),
    (["--salvage", "--rejects=x", "-ox", "f"], "--rejects names a file that is read or written otherwise"),
    (["--salvage", "--resume-point"], "--salvage and --resume-point exclude each other"),
    (["--repair=calls", "f"], "--repair needs --salvage"),
    (["--escape-separators"], "--escape-separators needs --salvage"),
    (["--salvage", "--repair=all"], "--repair takes surrogates, calls"),
    (["--salvage", "--repair=surrogates", "--dangling=drop"], "--dangling needs --repair=calls"),
    (["--salvage", "--repair=calls", "--dangling=keep"], "--dangling takes one of close, drop"),
    (
      ["--salvage", "--repair=calls", "-p", "json"],
      "--repair=calls knows the profiles openai, anthropic, claude-code, codex, responses, langchain"
    ),
    (["--salvage", "--repair=calls", "--at=/a"], "--at and --repair=calls exclude each other"),
    (["--resume-info", "f", "f"], "--resume-info takes one file"),
    (["--resume-info", "--resume-point"], "--resume-point and --resume-info exclude each other"),
    (["--bom=no"], "--bom takes one of error, warn, allow, skip"),
  ])
  func whatCannotBeObeyedIsAUsageError(words: [String], message: String) throws {
    let result = try Folder(["f": "{}\n"]).run(words)
    #expect(result.error.hasPrefix("validate: error: \(message)\n"))
    #expect(result.status == 2)
  }

  @Test func anUnreadableInputLeavesTheOldOutputAlone() throws {
    let folder = try Folder(["f": "{}\n", "good": "old"])
    #expect(try folder.run(["--salvage", "-o", "good", "f", "none"]).status == 2)
    #expect(try folder.contents("good") == "old")
    #expect(try folder.names() == ["f", "good"])
  }

  @Test func nothingOfARecordIsEverReported() throws {
    let canary = "CANARY"
    let texts = [
      "{\"\(canary)\":1,\"\(canary)\":2}", "{\"a\":\"\(canary)\\x\"}", "{\"a\":\(canary)}", "\"\(canary)",
      "\(canary){}",
      "{\"k9-\(canary) 12345\":[\"\\ud800\"]}", "{\"a\":\"\(canary){\"a\":\"\(canary)\"}",
    ]
    let folder = try Folder(["f": texts.joined(separator: "\n")])
    for options in [[], ["--format=json"], ["--salvage", "-o/dev/null"], ["--resume-point"]] {
      let result = try folder.run(options + ["f"])
      #expect(!result.error.contains(canary))
    }
  }
}

/// A folder of files that is gone after the test, and the program run in it.
private struct Folder {
  private let folder: TemporaryFolder

  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    for (name, contents) in files { try folder.write(Data(contents.utf8), to: name) }
  }

  func contents(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
  }

  func mode(_ name: String) throws -> Int? {
    let path = folder.url.appendingPathComponent(name).path
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  func run(_ words: [String], input: String = "") throws -> (output: String, error: String, status: Int32) {
    let result = try Shell.run(Shell.tool("validate"), words, stdin: Data(input.utf8), folder: folder.url)
    return (
      String(decoding: result.stdout, as: UTF8.self), String(decoding: result.stderr, as: UTF8.self), result.status
    )
  }
}
