import Core

// The rows of the option table: GNU tail's, then our own.
extension Tail {
  static let lines = Option(
    "lines", short: "n", .required("[+]N"), help: "write the last N lines (10); +N: from line N on")
  static let bytes = Option(
    "bytes", short: "c", .required("[+]N"), help: "write the last N bytes; +N: from byte N on")
  static let follow = Option(
    "follow", short: "f", .optional("WAY", .oneOf(FollowWay.allCases.map(\.rawValue))),
    help: "then write what is appended: by descriptor, or by name")
  static let track = Option("track", short: "F", help: "the same as --follow=name --retry")
  static let retry = Option("retry", help: "with -f, wait for a file that cannot be opened")
  static let interval = Option(
    "sleep-interval", short: "s", .required("S"), help: "with -f, look every S seconds (1.0) at what nobody tells of")
  static let process = Option("pid", .required("PID"), help: "with -f, end when process PID has ended")
  static let unchangedLimit = Option(
    "max-unchanged-stats", .required("N"), help: "with -F and no inotify, ask for the name every N looks (5)")
  static let quiet = Option("quiet", short: "q", help: "write no headers with file names")
  static let silent = Option("silent", help: "the same as --quiet")
  static let verbose = Option("verbose", short: "v", help: "write a header for a single file too")
  static let zeroTerminated = Option("zero-terminated", short: "z", help: "lines end in NUL, not in LF")
  static let completeOnly = Option("complete-only", help: "hold back a last line that nothing ends")
  static let offsetFile = Option(
    "offset-file", .required("PLACES", .files), help: "write what came since the last run with PLACES")

  static let command = Command(
    name: "tail", summary: "Write the last 10 lines of each FILE; N may have a suffix (b, kB, K, MB, M, GB, G, ...)",
    synopses: ["[OPTION]... [FILE]...", "-NUM[f] [FILE]"],
    options: [
      lines, bytes, follow, track, retry, interval, process, unchangedLimit, quiet, silent, verbose, zeroTerminated,
      completeOnly, offsetFile,
    ],
    headings: ["complete-only": "only what is new"],
    examples: ["tail -n 20 session.jsonl | unseal -k key", "tail -F app.jsonl | redact"],
    rewrite: HistoricForm.rewrite, failure: .no)
}
