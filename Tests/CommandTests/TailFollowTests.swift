import Foundation
import Testing

/// `tail -f` while somebody writes, cuts, deletes, or stops reading.
@Suite struct TailFollowTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Data("1\n2\n".utf8), to: "a")
    try folder.write(Data("3\n4".utf8), to: "b")
  }

  /// Each script ends by itself and gives the same with either tail.
  static let scripts = [
    // Appends, also of pieces of a line, and the headers between them.
    "(sleep .4; echo x >>a; sleep .3; printf y >>a; sleep .3; echo z >>a) & timeout 1.6 \"$TAIL\" -f a",
    "(sleep .4; echo x >>a; sleep .3; echo y >>a; sleep .3; echo z >>b) & timeout 1.6 \"$TAIL\" -n 1 -f a b",
    "(sleep .4; echo x >>b; sleep .3; echo y >>a; sleep .3; echo z >>b) & timeout 1.6 \"$TAIL\" -qf a b",
    "(sleep .4; echo x >>a; sleep .3; echo y >>a) & timeout 1.3 \"$TAIL\" -n 0 -f -v a",
    "(sleep .4; echo x >>a) & timeout 1 \"$TAIL\" -n +100 -f a",
    "(sleep .4; echo x >>a) & timeout 1 \"$TAIL\" -1f a",
    // Truncation: to nothing, to less, and in one step with what follows.
    "(sleep .4; : >a; sleep .3; echo x >>a) & timeout 1.3 \"$TAIL\" -f a 2>/dev/null",
    "(sleep .4; truncate -s 2 a; sleep .3; echo x >>a) & timeout 1.3 \"$TAIL\" -f a 2>/dev/null",
    "(sleep .4; echo x >a; sleep .3; echo y >>a) & timeout 1.3 \"$TAIL\" -f a 2>/dev/null",
    // By descriptor: what happens to the name does not matter.
    "(sleep .4; mv a c; echo new >a; echo x >>c; rm c) & timeout 1.3 \"$TAIL\" -f a",
    // Standard input: a file is followed, a pipe is not.
    "(sleep .4; echo x >>a) & timeout 3 \"$TAIL\" -f <a", "printf '1\\n2' | timeout 3 \"$TAIL\" -n 1 -f; echo $?",
    "(sleep .4; echo x >>a) & printf 5 | timeout 3 \"$TAIL\" -f - a",
    // A named pipe outlives its writers.
    "mkfifo p; (printf '1\\n2\\n' >p; sleep .4; printf '3\\n' >p; sleep 1.5) & timeout 3 \"$TAIL\" -n 1 -f p",
    // Nothing to follow, or only some of it.
    "timeout 3 \"$TAIL\" -f missing 2>/dev/null; echo $?", "timeout 3 \"$TAIL\" -f . 2>/dev/null; echo $?",
    "(sleep .4; echo x >>a) & timeout 3 \"$TAIL\" -f missing a . 2>/dev/null",
  ]

  @Test(arguments: scripts) func followsAsGNUDoes(_ script: String) throws {
    let ours = try run(script, tail: Shell.tool("tail"))
    let other = try TailFollowTests()
    let gnu = try other.run(script, tail: "/usr/bin/tail")
    #expect(String(decoding: ours.stdout, as: UTF8.self) == String(decoding: gnu.stdout, as: UTF8.self))
  }

  @Test func everyLineArrivesOnceAndInOrder() throws {
    // One writer appends line by line, the other in bursts that are larger than a pipe.
    let script = """
      (sleep .5; for i in $(seq 1 3000); do echo $i; done >>a) & (for i in 1 2 3; do sleep .3; seq 1 20000 >>b; done) &
      timeout 3 "$TAIL" -n +1 -f a >fromA & timeout 3 "$TAIL" -n +1 -f b >fromB; wait
      cmp a fromA && cmp b fromB
      """
    let result = try run(script, tail: Shell.tool("tail"))
    #expect(result.status == 0)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("fromB")).count > 300_000)
  }

  @Test(arguments: ["<a", "a", "a b", "/dev/null"]) func theReadersEndEndsIt(_ files: String) throws {
    let script = "(timeout 5 \"$TAIL\" -f \(files); echo $? >status) | sleep .3; sleep .3; cat status"
    let result = try run(script, tail: Shell.tool("tail"))
    #expect(String(decoding: result.stdout, as: UTF8.self) == "141\n")
  }

  @Test func truncationIsTold() throws {
    let script = "(sleep .4; : >a) & timeout 1 \"$TAIL\" -n 0 -f a"
    let result = try run(script, tail: Shell.tool("tail"))
    #expect(String(decoding: result.stderr, as: UTF8.self) == "tail: note: a: file truncated\n")
  }

  @Test func aLineArrivesAtOnce() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Shell.tool("tail"))
    process.arguments = ["-n", "1", "-f", folder.url.appendingPathComponent("a").path]
    process.standardOutput = output
    try Shell.start(process)
    defer { process.terminate() }
    let reader = output.fileHandleForReading
    #expect(reader.availableData == Data("2\n".utf8))

    let writer = try FileHandle(forWritingTo: folder.url.appendingPathComponent("a"))
    try writer.seekToEnd()
    let clock = ContinuousClock()
    var waits: [Duration] = []
    for number in 0..<30 {
      let line = Data("line \(number)\n".utf8)
      let start = clock.now
      try writer.write(contentsOf: line)
      #expect(reader.availableData == line)
      waits.append(clock.now - start)
    }
    // Two milliseconds is the aim; the bound leaves room for a busy machine, and none for asking once a second.
    #expect(waits.sorted()[15] < .milliseconds(100))
  }

  private func run(_ script: String, tail: String) throws -> Shell.Result {
    try Shell.run("/bin/sh", ["-c", script], folder: folder.url, environment: ["TAIL": tail])
  }
}
