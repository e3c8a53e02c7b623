import Foundation
import Testing

/// The same command lines through our tail and through GNU's: standard output and status must be equal.
@Suite struct TailAgainstGNUTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, data) in Self.files { try folder.write(data, to: name) }
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("folder"), withIntermediateDirectories: true)
    for (name, target) in [("link", "lines"), ("dangling", "nothing"), ("loop", "loop")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
  }

  // MARK: Cases that are written down

  static let commandLines = [
    "-n 20 lines", "-n +20 lines", "-n 0 lines", "-n +0 lines", "-n +1 lines", "-n +2 lines", "-n 30 lines",
    "-n 31 lines", "-n +31 lines", "-n +32 lines", "-n -3 lines", "-n -+3 lines", "-n ++3 lines", "-n +3 -n 2 lines",
    "-n 3 -c 4 lines", "-c 4 -n 3 lines", "-c 0 lines", "-c +0 lines", "-c +1 lines", "-c 5 lines", "-c +5 lines",
    "-c 1b lines", "-c 1kB manyShort", "-c 1K manyShort", "-c 1MB manyShort", "-c 1M manyShort", "-c 1KiB manyShort",
    "-c 1kD manyShort", "-c 1m lines", "-c 1G lines", "-c 1GB lines", "-c 1GiB lines", "-c 1E lines", "-n K lines",
    "-n 1b manyShort", "-n 1kB manyShort", "-n 1k manyShort", "-n 1B lines", "-n 1g lines", "-n 1Ki lines",
    "-n 2x lines", "-c 1bB lines", "-n 16E lines", "-c 1Y lines", "-c 0Y lines", "-n 99999999999999999999 lines",
    "-n 18446744073709551615 lines", "-n +18446744073709551615 lines", "-c 18446744073709551615 lines",
    "-c +18446744073709551615 lines", "-c +9223372036854775808 lines", "-c +4611686018427387904 lines",
    "-c 9223372036854775808 manyShort", "-n 9223372036854775807 manyShort",
    "-3 lines", "-0 lines", "-12 lines", "-3c lines", "-3b manyShort", "-3l lines", "-l lines", "-b manyShort",
    "-c lines", "+3 lines", "+0 lines", "+3c lines", "+2b manyShort", "+c lines", "+ lines", "+l lines", "-3 -- lines",
    "+3 -- lines", "-3 lines noEnd", "+3 lines noEnd", "-3x lines", "-1bc lines", "-q -3 lines", "-n3 -3 lines",
    "+3 lines -q", "-3", "-3 -", "+3", "-- lines", "-99999999999999999999 lines", "-",
    "-n 2 lines noEnd empty", "-q -n 2 lines noEnd", "-v -n 2 lines", "-qv -n 2 lines", "-vq -n 2 lines noEnd",
    "--quiet lines noEnd", "--silent lines noEnd", "--verbose empty", "--sil lines lines", "--li=2 lines",
    "--bytes=+3 lines", "--lines 2 lines", "-zn 2 nuls", "-z nuls", "-zn +2 nuls", "-zc 3 nuls", "-z -n 1 lines",
    "-n 1 -z -n 2 nuls", "-vn0 lines", "-vn+100 lines noEnd", "missing", "-n 1 missing lines", "lines missing noEnd",
    "-n 0 missing", "-c 0 missing", "-n +0 missing", "folder", "-n 3 folder lines", "-n +3 folder lines", "-v folder",
    "- -", "-n 1 - lines -", "-c 3 - -", "-n +2 - -", "-n1 lines -- -v", "-n1 lines -v", "-n", "-c", "--lines",
    "--nope",
    "-f", "-fn 3", "-f missing", "-f -", "-n 1 -f - folder", "-c 3 /dev/null", "-n 3 /dev/null", "-v /dev/null",
    "-n 1 /proc/version", "-c 4 /proc/version", "-c +5 /proc/version", "-n +1 /proc/version", "-n 1 /proc/filesystems",
    "-n 1 /sys/kernel/mm/transparent_hugepage/enabled", "-c 3 /sys/kernel/mm/transparent_hugepage/enabled",
    "-n 1 /dev/stdin", "-c 2 /dev/stdin",
    // Options of following that have nothing to follow, or values that are none.
    "--retry lines", "--pid=1 lines", "--pid=0 lines", "--pid=+1 lines", "--pid=x lines", "--pid= lines",
    "--pid=-1 lines",
    "--pid=99999999999 lines", "--pid=1K lines", "-s 1 lines", "-s .5 lines", "-s 1e2 lines", "-s inf lines",
    "-s nan lines", "-s 1x lines", "-s -1 lines", "-s 0x1p3 lines", "--sleep-interval=0 lines",
    "--max-unchanged-stats=2 lines", "--max-unchanged-stats=-2 lines", "--max-unchanged-stats=x lines",
    "--max-unchanged-stats= lines", "--follow=x lines", "--follow= lines", "-F -", "-F lines -", "--follow=name",
    "-F", "-f -F - lines", "-n 0 -F -", "-n 2 link", "-c 3 link dangling lines", "-v dangling", "-n 1 loop lines",
    "-n 2 folder/", "lines/", "-n 1 folder/missing lines",
    // Of a process that is not there nothing is waited for.
    "-f --pid=2147483647 lines", "-F --pid=2147483647 lines", "-n 1 -f --pid=2147483647 lines noEnd",
    "-n 1 -F --pid=2147483647 missing lines", "-F -s .01 --pid=2147483647 missing", "-f --pid=2147483647 missing",
    "-f --pid=2147483647 missing lines", "-f -s.01 --retry --pid=2147483647 missing",
    "--follow=n --pid=2147483647 lines", "--follow=desc --pid=2147483647 lines", "--follow=d --pid=2147483647 folder",
    "-F -s .01 --pid=2147483647 folder", "-n 1 -F -s .01 --pid=2147483647 folder lines",
    "-f -F --follow --pid=2147483647 lines", "-c 4 -f --pid=2147483647 -", "-n 1 -f -s .01 --pid=2147483647 - lines",
    "-n +3 -f --pid=2147483647 -v lines", "-z -f --pid=2147483647 nuls", "-3f --pid=2147483647 lines",
    "-n 0 -f --pid=2147483647 lines",
    "-n 0 -F --pid=2147483647 lines noEnd", "-q -f --pid=2147483647 lines noEnd", "-f --pid=2147483647 empty",
    "-f -s .01 --pid=2147483647 link", "-f --pid=2147483647 --pid=0 missing",
    "-fs.01 --pid=2147483647 /dev/null", "-f -s .01 --max-unchanged-stats=1 --pid=2147483647 lines",
  ]

  @Test func writtenCasesAreTheSame() throws {
    for line in Self.commandLines {
      try expectSame(line.split(separator: " ").map(String.init), stdin: Data("eins\nzwei\ndrei\nvier".utf8))
    }
  }

  // MARK: Cases that are drawn

  @Test(arguments: [0..<240, 240..<480]) func drawnCasesAreTheSame(_ seeds: Range<Int>) throws {
    for seed in seeds { try expectDrawnCaseIsSame(seed) }
  }

  private func expectDrawnCaseIsSame(_ seed: Int) throws {
    var draw = Draw(seed: UInt64(seed))
    var arguments: [String] = []
    let sign = draw.one(of: ["", "+"])
    let unit = draw.one(of: ["-n", "-c"])
    arguments += [unit, sign + draw.count]
    for option in ["-q", "-v", "-z"] where draw.number(below: 4) == 0 { arguments.append(option) }
    var names = Self.files.keys.sorted() + ["-", "missing", "folder", "link", "dangling"]
    // Of a process that is not there nothing is waited for. A start behind the end is another matter (see tail(1)).
    if sign.isEmpty, draw.number(below: 4) == 0 {
      arguments += [draw.one(of: ["-f", "-F", "--follow=name", "-f --retry"]), "-s", "0.01", "--pid=2147483647"]
        .flatMap { $0.split(separator: " ").map(String.init) }
      names.removeAll { $0 == "-" }
    }
    // GNU tail stops at a folder of which it wants bytes; ours goes on with the next file (see tail(1)).
    if unit == "-c" { names.removeAll { $0 == "folder" } }
    let fileCount = draw.one(of: [1, 1, 1, 2, 3])
    arguments += (0..<fileCount).map { _ in draw.one(of: names) }
    try expectSame(arguments, stdin: Self.files[draw.one(of: Self.files.keys.sorted())] ?? Data())
  }

  @Test func standardInputStartsAtItsOffset() throws {
    for seed in 0..<60 { try expectSameFromOffset(seed) }
  }

  private func expectSameFromOffset(_ seed: Int) throws {
    var draw = Draw(seed: UInt64(1000 + seed))
    let name = draw.one(of: Self.files.keys.sorted())
    let option = draw.one(of: ["-n", "-c"]) + " " + draw.one(of: ["", "+"]) + draw.count
    let skipped = draw.one(of: ["1", "2", "4097", "70000", "262144", "9999999"])
    // What one tail leaves of its standard input, the next program finds.
    let script = "(head -c \(skipped) >/dev/null; \"$TAIL\" \(option); echo \"<$?>\"; cat) < \(name)"
    let results = try Self.both { tail in
      try Shell.run("/bin/sh", ["-c", script], folder: folder.url, environment: ["TAIL": tail])
    }
    #expect(results.ours.stdout == results.gnu.stdout, "\(script)")
  }

  @Test func twoTailsShareAnOffset() throws {
    for script in ["\"$TAIL\" -n 2 - - < lines", "\"$TAIL\" -n +29 - lines - < lines", "\"$TAIL\" -c 1 - < folder"] {
      let results = try Self.both { tail in
        try Shell.run("/bin/sh", ["-c", script], folder: folder.url, environment: ["TAIL": tail])
      }
      #expect(results.ours.stdout == results.gnu.stdout, "\(script)")
      #expect(results.ours.status == results.gnu.status, "\(script)")
    }
  }

  @Test func aFullDiskAndAClosedOutputAreTheSame() throws {
    for script in [
      "\"$TAIL\" lines > /dev/full", "\"$TAIL\" lines >&-", "\"$TAIL\" empty >&-", "\"$TAIL\" empty > /dev/full",
      "\"$TAIL\" --help > /dev/full", "\"$TAIL\" <&-", "\"$TAIL\" - lines <&-",
    ] {
      let results = try Self.both { tail in
        try Shell.run("/bin/sh", ["-c", script], folder: folder.url, environment: ["TAIL": tail])
      }
      #expect(results.ours.stdout == results.gnu.stdout, "\(script)")
      #expect(results.ours.status == results.gnu.status, "\(script)")
    }
  }

  @Test func whatMayNotBeReadIsTheSame() throws {
    guard Tools.has("setpriv") || getuid() != 0 else { try leaveOut("root may read everything") }
    let drop = getuid() == 0 ? "setpriv --reuid=65534 --clear-groups" : ""
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    for words in ["secret", "-n 1 secret lines", "-v secret", "-c 3 lines secret", "-n 0 secret", "closed/file"] {
      let script = """
        mkdir -p closed; echo x > closed/file; echo x > secret; chmod 0 secret closed; chmod 644 lines
        \(drop) "$TAIL" \(words)
        """
      let results = try Self.both { tail in
        try Shell.run("/bin/sh", ["-c", script], folder: folder.url, environment: ["TAIL": tail])
      }
      #expect(results.ours.stdout == results.gnu.stdout, "\(words)")
      #expect(results.ours.status == results.gnu.status, "\(words)")
    }
  }

  @Test func messagesNameTheFileAndTheReason() throws {
    let missing = try Shell.run(Shell.tool("tail"), ["missing.jsonl"], folder: folder.url)
    #expect(
      String(decoding: missing.stderr, as: UTF8.self)
        == "tail: error: missing.jsonl: cannot open: no such file or directory\n")
    let directory = try Shell.run(Shell.tool("tail"), ["folder"], folder: folder.url)
    #expect(
      String(decoding: directory.stderr, as: UTF8.self)
        == "tail: error: folder: cannot read: is a directory\n")
  }

  // MARK: Help

  private func expectSame(_ arguments: [String], stdin: Data) throws {
    let results = try Self.both { try Shell.run($0, arguments, stdin: stdin, folder: folder.url) }
    #expect(results.ours.status == results.gnu.status, "tail \(arguments.joined(separator: " "))")
    // The words are our own, but they are there when GNU tail has some.
    #expect(results.ours.stderr.isEmpty == results.gnu.stderr.isEmpty, "tail \(arguments.joined(separator: " "))")
    // Not `==` of the data themselves, whose description would fill the screen.
    let isSame = results.ours.stdout == results.gnu.stdout
    #expect(isSame, "tail \(arguments.joined(separator: " "))")
  }

  private static func both(_ run: (String) throws -> Shell.Result) rethrows -> (ours: Shell.Result, gnu: Shell.Result) {
    (try run(Shell.tool("tail")), try run("/usr/bin/tail"))
  }

  static let files: [String: Data] = {
    var files: [String: Data] = [
      "empty": Data(), "newline": Data("\n".utf8), "newlines": Data(repeating: 0x0A, count: 5000),
      "noEnd": Data("one\ntwo\nthree\nfour".utf8), "nuls": Data("a\0b\nc\0\0d\ne\0".utf8),
      "nulsOnly": Data(repeating: 0, count: 9000), "oneLongLine": Data(repeating: 0x61, count: 700_000),
      "lines": Data((1...30).map { "line \($0)\n" }.joined().utf8),
      "manyShort": Data((1...120_000).map { "\($0)\n" }.joined().utf8),
      "crlf": Data((1...2000).map { "line \($0)\r\n" }.joined().utf8),
    ]
    var draw = Draw(seed: 7)
    for size in [4095, 4096, 4097, 65_535, 65_536, 65_537, 131_072, 262_143, 262_144, 262_145, 524_288, 524_289] {
      var data = Data((0..<size).map { _ in draw.number(below: 300) == 0 ? 0x0A : UInt8(draw.number(below: 256)) })
      files["random\(size)"] = data
      data[size - 1] = 0x0A
      data[0] = 0x0A
      files["edged\(size)"] = data
    }
    return files
  }()
}

/// Draws the same things for the same seed (SplitMix64).
private struct Draw {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// Small, around the sizes of blocks, or large.
  var count: String {
    mutating get {
      switch number(below: 6) {
      case 0: "\(number(below: 4))"
      case 1, 2: "\(number(below: 40))"
      case 3: "\(number(below: 300_000))"
      case 4: "\(one(of: [4096, 65_536, 131_072, 262_144, 524_288]) - 2 + number(below: 5))"
      default: one(of: ["1b", "1K", "2kB", "1MB", "1M", "600000", "119999", "120000", "5000"])
      }
    }
  }
}
