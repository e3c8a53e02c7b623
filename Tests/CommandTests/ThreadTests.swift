import Foundation
import Testing

/// Whether one thread works on an input or several must not be seen: not in what is written, nor in what is told, nor in
/// the status.
@Suite struct ThreadTests {
  /// Commands with `-j N`, run in a folder of their own; what they leave in files counts too.
  static let commands = [
    "redact -j N good", "redact -j N bad", "cat bad | redact -j N", "redact -j N good bad good",
    "redact -j N --on-invalid=drop bad", "redact -j N --on-invalid=text bad", "redact -j N --on-invalid=fail bad",
    "redact -j N --on-invalid=quarantine=kept bad", "redact -j N --check bad", "redact -j N --check -q good",
    "redact -j N --report report bad", "redact -j N --check --report report good", "redact -j N --replace=drop good",
    "redact -j N --check --format=sarif bad good", "redact -j N --check --format=json bad",
    "redact -j N --check --format=github --report report bad", "redact -j N --explain bad good",
    "redact -j N --explain --format=json bad", "redact -j N --text bad", "redact -j N --text --check bad",
    "redact -j N --allow=torn good", "validate -j N --format=sarif bad", "validate -j N --format=github bad",
    "validate -j N --report=report --max-errors=0 bad",
    "redact -j N -o out good", "redact -j N --max-line-bytes=400 bad", "redact -j N -a log good; cat log",
    "cp good a; cp bad b; redact -j N -i a b; cat a b",
    "seal -j N -k key good | unseal -j 1 -k key", "seal -j N -k key --bare bad | unseal -j 1 -k key",
    "seal -j N -k key --max-line-bytes=2000 bad | wc -l", "seal -j N -k key -a log --ack bad; unseal -j 1 -k key log",
    "seal -j N -k key -a log --ack --sync=none good",
    "unseal -j N -k key sealed", "unseal -j N -k other -k key sealed", "unseal -j N -k key altered",
    "unseal -j N -k key --skip-bad altered", "unseal -j N -k key -o out altered; ls out",
    "cat altered | unseal -j N -k key",
    "unseal -j N -k key --max-age=1d old", "unseal -j N -k key --plain=pass --skip-bad bad",
    "unseal -j N -k key --max-line-bytes=900 --skip-bad sealed",
    "validate -j N good", "validate -j N bad", "validate -j N --max-errors=0 bad",
    "validate -j N --max-errors=3 bad bad",
    "validate -j N --format=json --max-errors=0 bad", "validate -j N --format=json bad", "validate -j N -q bad",
    "validate -j N --max-line-bytes=400 --max-errors=0 bad", "validate -j N torn", "validate -j N none torn",
    "echo '{\"maxProperties\":1}' > s; validate -j N -s s --max-errors=0 --format=json bad",
    "echo '{\"not\":{}}' > s; validate -j N -s s bad good",
    "validate -j N --salvage bad", "validate -j N --salvage --rejects=lost --max-errors=0 bad",
    "validate -j N --salvage --rejects=lost -o out torn", "validate -j N --salvage --max-line-bytes=400 bad torn",
    "cat bad | validate -j N --salvage",
    // Writes that fail.
    "redact -j N good > /dev/full", "unseal -j N -k key sealed > /dev/full", "validate -j N --salvage bad > /dev/full",
    "redact -j N good | head -c 100; echo ${PIPESTATUS[0]}",
    "trap '' PIPE; redact -j N good | head -c 100; echo ${PIPESTATUS[0]}",
    "redact -j N < good > out & wait $!; cmp out <(redact -j 1 good)",
  ]

  @Test(arguments: commands) func oneThreadAndSeveralDoTheSame(command: String) throws {
    #expect(command.contains("-j N"))
    let alone = try Self.run(command, threads: 1)
    for threads in [2, 4] {
      let together = try Self.run(command, threads: threads)
      #expect(together.status == alone.status)
      #expect(together.errors == alone.errors)
      #expect(together.stdout == alone.stdout, "another output with \(threads) threads")
      #expect(together.files == alone.files)
    }
  }

  @Test(arguments: ["0", "-1", "65", "x", "", "1.5", "99999999999999999999"])
  func aNumberOfThreadsIsOneToSixtyFour(word: String) throws {
    for tool in ["redact", "seal -k key", "unseal -k key", "validate"] {
      let outcome = try Shell.script("\(tool) -j '\(word)' < /dev/null", folder: try Self.inputs())
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(" error: --threads takes a whole number from 1 to 64\n"))
    }
  }

  private struct Outcome {
    var status: Int32
    var stdout: Data
    var errors: String
    /// What the command has written or changed, by name.
    var files: [String: Data]
  }

  private static func run(_ command: String, threads: Int) throws -> Outcome {
    let folder = try TemporaryFolder()
    let script = "cp -p '\(try inputs().path)'/* .; \(command.replacing("-j N", with: "-j \(threads)"))"
    let outcome = try Shell.script(script, folder: folder.url)
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) where !name.hasPrefix("log") {
      files[name] = try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return Outcome(status: outcome.status, stdout: outcome.stdout, errors: outcome.errors, files: files)
  }

  private static let made = Result { try Inputs() }

  /// Many blocks each: `good` has findings; `bad` also has faults, long lines and blank ones, `torn` a torn end;
  /// `altered` has sealed lines that do not open, `old` some that were sealed long ago.
  private static func inputs() throws -> URL { try made.get().folder.url }

  private struct Inputs {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      var good = ""
      var bad = ""
      for number in 0..<9000 {
        let text = String(repeating: "what the agent said ", count: number % 13)
        let address = number % 5 == 0 ? "ada\(number)@corp.internal" : "nobody"
        let line = "{\"n\":\(number),\"content\":\"\(text)\",\"from\":\"\(address)\"}\n"
        good += line
        bad += Self.fault(number) ?? line
      }
      try write("good", good)
      try write("bad", bad)
      try write("torn", good + "{\"n\":9000,\"content\":\"wh")
      let script = """
        umask 077
        seal --new-key key && seal --new-key other
        seal -j 1 -k key good > sealed
        awk 'NR % 4000 == 0 { sub(/AAAA/, "AAAB") } { print }' sealed > altered
        # Sealed in 1985 by the example of the specification, under its own key.
        echo cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4= >> key
        token=gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==
        seal -j 1 --no-chain -k key good | awk -v old=$token '{ print } NR % 1000 == 0 { print old }' > old
        """
      let outcome = try Shell.script(script, folder: folder.url)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private func write(_ name: String, _ text: String) throws {
      try folder.write(Data(text.utf8), to: name)
    }

    /// What stands in the place of some lines.
    private static func fault(_ number: Int) -> String? {
      switch number % 700 {
      case 1: "{\"a\":1,\"a\":2}\n"
      case 2: "\n"
      case 3: "{\"a\":\"mail bob\(number)@corp.internal\n"
      case 4: "{\"a\":1}{\"b\":2}\n"
      case 5: "[\"\\ud800\"]\n"
      case 6: "\0\0{\"c\":1}\n"
      case 7: "{\"a\":\"tr{\"b\":1}\n"
      case 8: "not json\n"
      case 9: "{\"a\":\"\(String(repeating: "x", count: 5000))\"}\n"
      default: nil
      }
    }
  }
}
