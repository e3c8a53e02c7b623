/// A command line that a tool cannot follow.
package struct UsageError: DescribedError, Equatable {
  package var message: String
  package var hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// A command line, read: which options were given, with which values, and the operands.
package struct Arguments: Sendable {
  /// Each option with its value, in the order given.
  package private(set) var given: [(option: String, value: String?)] = []
  /// Files, in the order given; `-` is standard input.
  package private(set) var operands: [String] = []

  /// Reads a command line by `getopt_long`'s rules.
  ///
  /// - Parameter words: without the program's name.
  package init(_ words: [String], options: [Option]) throws(UsageError) {
    let items: [OptionScanner.Item]
    do {
      items = try OptionScanner.scan(words, shapes: options.map(\.shape))
    } catch {
      throw UsageError(error, options: options)
    }
    for item in items {
      switch item {
      case .option(let index, let value): given.append((options[index].long, value))
      case .operand(let word): operands.append(word)
      }
    }
  }

  /// Whether the option was given, with a value or without.
  package func has(_ option: Option) -> Bool {
    given.contains { $0.option == option.long }
  }

  /// The value given last, nil if the option is absent or has none.
  package subscript(option: Option) -> String? {
    given.last { $0.option == option.long }?.value
  }

  /// Every value given, in order.
  package func all(_ option: Option) -> [String] {
    given.filter { $0.option == option.long }.compactMap(\.value)
  }

  /// Every word given, in order, where each value may be a list with commas.
  package func list(_ option: Option) -> [String] {
    all(option).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// A whole number of at least `minimum`, and of at most `maximum` if there is one.
  package func count(_ option: Option, minimum: Int = 0, maximum: Int? = nil) throws(UsageError) -> Int? {
    guard let value = self[option] else { return nil }
    guard let number = Int(value), number >= minimum, number <= maximum ?? number else {
      let range = maximum.map { "from \(minimum) to \($0)" } ?? "of at least \(minimum)"
      throw UsageError("\(option.name) takes a whole number \(range)")
    }
    return number
  }

  /// A number of bytes with an optional suffix K, M or G (1024, 1024², 1024³).
  package func size(_ option: Option) throws(UsageError) -> Int? {
    guard let value = self[option] else { return nil }
    guard let size = Self.scaled(value, by: ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]), size > 0 else {
      throw UsageError("\(option.name) takes a size such as 4096, 64K, 256M or 1G")
    }
    return size
  }

  /// A time in seconds, or with a suffix s, m, h, d or w.
  package func seconds(_ option: Option) throws(UsageError) -> Int? {
    guard let value = self[option] else { return nil }
    guard let seconds = Self.scaled(value, by: ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]) else {
      throw UsageError("\(option.name) takes a time such as 90, 15m, 24h or 7d")
    }
    return seconds
  }

  /// One of a closed set of words, as a value of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: Option, of type: Choice.Type = Choice.self
  ) throws(UsageError) -> Choice? where Choice.RawValue == String {
    guard let value = self[option] else { return nil }
    guard let choice = Choice(rawValue: value) else {
      throw UsageError("\(option.name) takes one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  /// Refuses two options that cannot both be obeyed.
  package func exclude(_ first: Option, _ second: Option) throws(UsageError) {
    if has(first), has(second) { throw UsageError("\(first.name) and \(second.name) exclude each other") }
  }

  /// Refuses an option whose file is also read, or written by something else: it would take the other's place.
  ///
  /// - Parameter others: options whose values are files that are written.
  package func requireOwnFile(_ option: Option, besides others: [Option]) throws(UsageError) {
    guard let path = self[option] else { return }
    let status = try? FileStatus(path: path)
    for other in operands + others.flatMap(all) where other != "-" {
      let isSame = status?.kind == .regular && (try? FileStatus(path: other))?.identity == status?.identity
      if other == path || isSame {
        throw UsageError("\(option.name) names a file that is read or written otherwise")
      }
    }
  }

  /// The limit on the size of a line, in bytes.
  package func maximumLineSize() throws(UsageError) -> Int {
    try size(.maximumLineSize) ?? 256 << 20
  }

  /// How many threads may work on an input. Who names no number gets eight at most: one at a time reads and one at a
  /// time writes, and others use the machine too.
  package func threadCount() throws(UsageError) -> Int {
    try count(.threads, minimum: 1, maximum: 64) ?? min(Process.processorCount, 8)
  }

  private static func scaled(_ text: String, by suffixes: [Character: Int]) -> Int? {
    var digits = Substring(text)
    var scale = 1
    if let last = digits.last, let factor = suffixes[last] {
      digits.removeLast()
      scale = factor
    }
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let number = Int(digits) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: scale)
    return overflow ? nil : product
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension UsageError {
  fileprivate init(_ fault: OptionScanner.Fault, options: [Option]) {
    switch fault {
    case .unknown(let name):
      self.init("unknown option '\(name)'", hint: Self.nearest(to: name, in: options).map { "did you mean '\($0)'?" })
    case .ambiguous(let name):
      let names = options.map(\.name).filter { $0.hasPrefix(name) }
      self.init("option '\(name)' is ambiguous", hint: "it could be \(names.joined(separator: ", "))")
    case .missingArgument(let name):
      self.init("option '\(name)' needs a value")
    case .unexpectedArgument(let name):
      self.init("option '\(name)' takes no value")
    }
  }

  /// The known long option within a third of the letters, or nil.
  private static func nearest(to name: String, in options: [Option]) -> String? {
    guard name.hasPrefix("--"), name.utf8.count > 3 else { return nil }
    let ranked = options.map { (name: $0.name, distance: editDistance(name, $0.name)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, name.utf8.count / 3) ? best.name : nil
  }

  /// Levenshtein's distance, in bytes.
  private static func editDistance(_ first: String, _ second: String) -> Int {
    let columns = Array(second.utf8)
    var previous = Array(0...columns.count)
    for (row, byte) in first.utf8.enumerated() {
      var current = [row + 1]
      for (column, other) in columns.enumerated() {
        let change = previous[column] + (byte == other ? 0 : 1)
        current.append(min(change, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[columns.count]
  }
}
