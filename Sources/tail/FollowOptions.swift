import Core

/// What is followed when a file gets another name.
enum FollowWay: String, CaseIterable, Sendable {
  /// The file that was opened.
  case descriptor
  /// Whatever file bears the name.
  case name
}

/// How files are followed: `-f`, `-F` and what belongs to them.
struct FollowOptions: Equatable, Sendable {
  var way = FollowWay.descriptor
  /// Whether a file that cannot be opened is waited for.
  var retries = false
  /// Between two looks at what the system does not tell of.
  var intervalNanoseconds: UInt64 = 1_000_000_000
  /// The process whose end is the end, nil to go on for ever.
  var process: Int32?
  /// How many looks may find nothing before the name is asked for.
  var unchangedLimit: UInt64 = 5
}

extension FollowOptions {
  /// Reads the options as GNU tail does, nil if nothing is to be followed; tells of those that have no effect.
  init?(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    guard let way = try Self.way(arguments) else {
      let process = try Self.process(arguments)
      _ = try (Self.interval(arguments), Self.unchangedLimit(arguments))
      if arguments.has(Tail.retry) { Self.warn(of: Tail.retry, console) }
      if process != nil { Self.warn(of: Tail.process, console) }
      return nil
    }
    self.way = way
    retries = arguments.has(Tail.retry) || arguments.has(Tail.track)
    if retries, way == .descriptor {
      let message = "\(Tail.retry.name) is only for the first opening, unless a name is followed"
      console.report(Diagnostic(.warning, message))
    }
    process = try Self.process(arguments)
    intervalNanoseconds = try Self.interval(arguments) ?? intervalNanoseconds
    unchangedLimit = try Self.unchangedLimit(arguments) ?? unchangedLimit
  }

  private static func warn(of option: Option, _ console: Console) {
    console.report(Diagnostic(.warning, "\(option.name) is only for following"))
  }

  /// The last of `-f`, `-F` and `--follow=WAY` holds; a value may be cut short.
  private static func way(_ arguments: Arguments) throws(UsageError) -> FollowWay? {
    var way: FollowWay?
    for (option, value) in arguments.given {
      if option == Tail.track.long { way = .name }
      guard option == Tail.follow.long else { continue }
      let ways = FollowWay.allCases.filter { $0.rawValue.hasPrefix(value ?? FollowWay.descriptor.rawValue) }
      guard let only = ways.first, ways.count == 1 else {
        let words = FollowWay.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("\(Tail.follow.name) takes one of \(words)")
      }
      way = only
    }
    return way
  }

  private static func process(_ arguments: Arguments) throws(UsageError) -> Int32? {
    guard let number = try number(Tail.process, arguments) else { return nil }
    guard let process = Int32(exactly: number) else {
      throw UsageError("\(Tail.process.name) takes the number of a process")
    }
    return process == 0 ? nil : process
  }

  private static func unchangedLimit(_ arguments: Arguments) throws(UsageError) -> UInt64? {
    try number(Tail.unchangedLimit, arguments)
  }

  /// The last value; each is checked.
  private static func number(_ option: Option, _ arguments: Arguments) throws(UsageError) -> UInt64? {
    var last: UInt64?
    for value in arguments.all(option) {
      guard let number = Selection.count(value[...]), value.utf8.last.map(isDigit) == true else {
        throw UsageError("\(option.name) takes a whole number")
      }
      last = number
    }
    return last
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func interval(_ arguments: Arguments) throws(UsageError) -> UInt64? {
    var last: UInt64?
    for value in arguments.all(Tail.interval) {
      let digits = value.drop { $0 == " " || $0 == "\t" || $0 == "\n" }
      guard let seconds = Double(digits), seconds >= 0 else {
        throw UsageError("\(Tail.interval.name) takes a number of seconds such as 0.5")
      }
      // Without a rest there would be no other process; beyond a year it makes no difference.
      last = UInt64(min(max(seconds * 1e9, 1e6), 1e9 * 86_400 * 365))
    }
    return last
  }
}
