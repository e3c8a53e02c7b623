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
    "sleep-interval", short: "s", .required("S"), help: "with -f, look every S seconds (1.0) at what is not told")
  static let process = Option("pid", .required("PID"), help: "with -f, end when process PID has ended")
  static let unchangedLimit = Option(
    "max-unchanged-stats", .required("N"), help: "without inotify, ask for a name every N looks (5)")
  static let quiet = Option("quiet", short: "q", help: "write no headers with file names")
  static let silent = Option("silent", help: "the same as --quiet")
  static let verbose = Option("verbose", short: "v", help: "write a header for a single file too")
  static let zeroTerminated = Option("zero-terminated", short: "z", help: "lines end in NUL, not in LF")
  static let completeOnly = Option("complete-only", help: "hold back a last line that nothing ends")
  static let offsetFile = Option(
    "offset-file", .required("PLACES", .files), help: "write what came since the last run with PLACES")

  static let count = Option("count", help: "write how many tokens each record is, not the record")
  static let counter = Option(
    "counter", .required("NAME", .oneOf(TokenCounter.allCases.map(\.rawValue))),
    help: "o200k, cl100k, claude, deepseek, tekken or bytes4")
  static let tokenizer = Option(
    "tokenizer", .required("FILE", .files), help: "count exactly, with a vocabulary in tiktoken's form")
  static let tokenizerPattern = Option(
    "tokenizer-pattern", .required("P", .oneOf(TokenPattern.allCases.map(\.rawValue))),
    help: "o200k, cl100k, p50k, tekken, or one in PCRE2's syntax")
  static let tokenScale = Option("token-scale", .required("R"), help: "multiply counts with R (1.0)")
  static let imageTokens = Option("image-tokens", .required("N"), help: "what an image costs (1600)")
  static let margin = Option("margin", .required("PCT"), help: "how far an estimate may be off, of a budget (10)")
  static let reserve = Option("reserve", .required("N"), help: "how much of a budget is kept free (0)")

  // Windows of conversations.
  static let profile = Option(
    "profile", short: "p", .required("NAME", .oneOf(Profile.messages.map(\.rawValue))),
    help: "what the records are (found from the first ones)")
  static let valid = Option("valid", help: "write the longest end of the last N records that is valid")
  static let turns = Option("turns", .required("N"), help: "write the last N turns, each from a user's message on")
  static let maximumTokens = Option(
    "max-tokens", short: "t", .required("N"), help: "write the last whole turns of about N tokens")
  static let keepFirst = Option("keep-first", .required("N"), help: "keep the first N messages as well")
  static let noSystem = Option("no-system", help: "leave out the leading instructions")
  static let startOn = Option(
    "start-on", .required("ROLE", .oneOf(WindowSearch.Start.allCases.map(\.rawValue))),
    help: "begin with a message of the user, or of the assistant")
  static let endOn = Option(
    "end-on", .required("ROLE", .oneOf(WindowSearch.End.allCases.map(\.rawValue))),
    help: "end with a message of the user, the assistant or a tool")
  static let dangling = Option(
    "dangling", .required("WHAT", .oneOf(WindowSearch.Dangling.allCases.map(\.rawValue))),
    help: "what to do with a tool call without result (drop)")
  static let oversize = Option(
    "oversize", .required("WHAT", .oneOf(WindowSettings.Oversize.allCases.map(\.rawValue))),
    help: "what to do if not even one group fits (error)")
  static let stripThinking = Option("strip-thinking", help: "take out thinking from before the last user's message")
  static let clearResults = Option(
    "clear-tool-results", .optional("KEEP"), help: "clear what tools gave, but the last KEEP (3)")
  static let rest = Option("rest", .required("FILE", .files), help: "write the records that are left out to FILE")

  static let windowOptions = [
    profile, keepFirst, noSystem, startOn, endOn, dangling, oversize, stripThinking, clearResults, rest,
  ]

  static let command = Command(
    name: "tail", summary: "Write the last 10 lines of each FILE; N may have a suffix (b, kB, K, MB, M, GB, G, ...)",
    synopses: ["[OPTION]... [FILE]...", "-NUM[f] [FILE]"],
    options: [
      lines, bytes, follow, track, retry, interval, process, unchangedLimit, quiet, silent, verbose, zeroTerminated,
      completeOnly, offsetFile, valid, turns, maximumTokens, profile, keepFirst, noSystem, startOn, endOn, dangling,
      oversize, stripThinking, clearResults, rest, count, counter, tokenizer, tokenizerPattern, tokenScale, imageTokens,
      margin, reserve, .maximumLineSize,
    ],
    headings: ["complete-only": "only what is new", "valid": "windows of conversations", "count": "tokens"],
    examples: ["tail -n 20 session.jsonl | unseal -k key", "tail -F app.jsonl | redact"],
    rewrite: HistoricForm.rewrite, failure: .no)
}
