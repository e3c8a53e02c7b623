/// Values that are let through: in the clear on purpose, or published by somebody as examples.
///
/// A file of them has one a line. A line that begins and ends with `/` is a pattern that must match all of a finding, a
/// line that begins with `#` a comment, a blank line nothing; any other is a value, byte for byte, compared with what
/// was found in its decoded form.
package struct Allowlist {
  /// Whether spaces, dashes and the like count in values: people group the digits of a card as they please.
  private(set) var ignoresSeparators = false
  private(set) var values: Set<[UInt8]> = []
  /// In PCRE2's syntax.
  private(set) var patterns: [[UInt8]] = []
  let isBuiltIn: Bool

  /// Reads a file, all of it or nothing.
  package init(path: String, maximumLineSize: Int) throws {
    let text = try WholeFile.lines(at: path, maximumLineSize: maximumLineSize)
    try self.init(text.bytes, name: path == "-" ? "<stdin>" : path)
  }

  /// Reads values from memory.
  ///
  /// - Parameter name: the file's name for messages.
  package init(_ text: Bytes, name: String) throws(AllowlistError) {
    isBuiltIn = false
    for line in LineSequence(text) {
      if let offset = UTF8Validator.firstFault(in: line.bytes) {
        throw AllowlistError(fault: .invalidUTF8, location: Location(name, line: line.number, column: offset + 1))
      }
      guard let pattern = add(line.bytes) else { continue }
      do throws(PatternError) {
        // Alone first, so that it cannot end the group that it is put into.
        _ = try Pattern(pattern, isAnchored: true)
        _ = try Pattern(Self.whole(pattern), isAnchored: true)
      } catch {
        let column = min(error.offset, pattern.count) + 2
        throw AllowlistError(
          fault: .badPattern(error.message), location: Location(name, line: line.number, column: column))
      }
    }
  }

  /// Takes values that are part of the program; the tests see to it that the patterns can be compiled.
  init(builtIn text: StaticString, ignoringSeparators: Bool) {
    isBuiltIn = true
    ignoresSeparators = ignoringSeparators
    for line in LineSequence(Bytes(text)) { _ = add(line.bytes) }
  }

  /// - Returns: the pattern, if the line is one.
  private mutating func add(_ line: Bytes) -> [UInt8]? {
    // Files from elsewhere end their lines in CR LF.
    let line = line.last == UInt8(ascii: "\r") ? line.slice(0, line.count - 1) : line
    guard !line.isBlank, line.first != UInt8(ascii: "#") else { return nil }
    let slash = UInt8(ascii: "/")
    if line.count > 1, line.first == slash, line.last == slash {
      let pattern = Array(line.slice(1, line.count - 1))
      patterns.append(pattern)
      return pattern
    }
    values.insert(ignoresSeparators ? Self.withoutSeparators(line) : Array(line))
    return nil
  }

  /// A pattern that matches what `pattern` does if that is all there is.
  static func whole(_ pattern: [UInt8]) -> [UInt8] {
    Array("(?:".utf8) + pattern + Array(")\\z".utf8)
  }

  static func withoutSeparators(_ text: Bytes) -> [UInt8] {
    text.filter { byte in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): false
      default: true
      }
    }
  }
}

/// Why a file of values to let through is refused; nothing runs with half of it.
package struct AllowlistError: DescribedError, Equatable {
  package enum Fault: Equatable, Sendable {
    case badPattern(String)
    case invalidUTF8
  }

  package var fault: Fault
  package var location: Location?

  package var message: String {
    switch fault {
    case .badPattern(let words): "pattern: \(words)"
    case .invalidUTF8: "bytes that are not UTF-8"
    }
  }

  package var hint: String? {
    guard case .badPattern = fault else { return nil }
    return "a line between slashes is a pattern; \\Q and \\E take what is between them as it stands"
  }
}

/// The allowlists of a run, made ready when first needed. They belong to one thread.
final class Allowlists {
  private let lists: [Allowlist]
  private let published: Allowlist?
  private var ready: [AllowedValues]?
  private var readyPublished: AllowedValues?

  init(_ options: Redactor.Options) {
    lists = options.allowlists
    published = options.published
  }

  /// Whether one of the lists lets a finding through.
  func allow(_ text: Bytes, _ context: MatchContext) throws(RedactionFailure) -> Bool {
    guard !lists.isEmpty else { return false }
    do {
      let ready = try self.ready ?? lists.map(AllowedValues.init)
      self.ready = ready
      for values in ready where try values.contains(text, context) { return true }
      return false
    } catch is MatchLimitError {
      throw RedactionFailure.matchLimit(rule: "--allow")
    } catch {
      throw RedactionFailure.unusableRule("--allow")
    }
  }

  /// Whether a finding is an example that somebody has published.
  func isPublished(_ text: Bytes, _ context: MatchContext) -> Bool {
    guard let published else { return false }
    readyPublished = readyPublished ?? (try? AllowedValues(published))
    return (try? readyPublished?.contains(text, context)) ?? false
  }
}

/// An allowlist, ready to be asked. It belongs to one thread.
final class AllowedValues {
  private let list: Allowlist
  private let patterns: [Pattern]

  /// - Throws: for a pattern that cannot be compiled, which the reading of the file keeps from happening.
  init(_ list: Allowlist) throws(PatternError) {
    self.list = list
    var patterns: [Pattern] = []
    for pattern in list.patterns {
      patterns.append(try Pattern(Allowlist.whole(pattern), isAnchored: true, isKnown: list.isBuiltIn))
    }
    self.patterns = patterns
  }

  /// Whether `text` is one of the values.
  func contains(_ text: Bytes, _ context: MatchContext) throws(MatchLimitError) -> Bool {
    let key = list.ignoresSeparators ? Allowlist.withoutSeparators(text) : Array(text)
    if list.values.contains(key) { return true }
    for pattern in patterns where try pattern.firstMatch(in: text, from: 0, group: 0, context) != nil { return true }
    return false
  }
}
