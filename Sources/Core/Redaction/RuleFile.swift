/// Rules from JSON Lines; `redact-rules(5)` describes the form.
package struct RuleFile {
  /// In the order of the file.
  package private(set) var rules: [Rule] = []
  /// On which line each rule stands, 1-based.
  package private(set) var lines: [Int] = []

  /// Reads a rule file: every rule of it, with all its patterns compiled for a try, or none.
  package init(path: String, maximumLineSize: Int) throws {
    let text = try WholeFile.lines(at: path, maximumLineSize: maximumLineSize)
    try self.init(text, name: path == "-" ? "<stdin>" : path)
  }

  /// Reads rules from memory.
  ///
  /// - Parameter name: the file's name for messages.
  package init(_ text: ByteBuffer, name: String) throws(RuleError) {
    var identifiers: Set<String> = []
    for line in LineSequence(text.bytes) where !line.bytes.isBlank {
      do throws(RuleReader.Problem) {
        let rule = try RuleReader.rule(RuleText(line.bytes, owner: text))
        guard identifiers.insert(rule.id).inserted else {
          throw RuleReader.Problem(fault: .repeatedIdentifier, offset: 0)
        }
        try RuleReader.compile(rule)
        rules.append(rule)
        lines.append(line.number)
      } catch {
        throw RuleError(error.fault, at: Location(name, line: line.number, column: error.offset + 1))
      }
    }
  }

}

extension BuiltInRules {
  /// Reads the rules that are part of the program, as far as a run needs them at once; the tests read the rest.
  package static func forEach(_ body: (Rule) -> Void) throws(RuleError) {
    for topic in all {
      for line in LineSequence(Bytes(topic)) { body(try rule(line)) }
    }
  }

  private static func rule(_ line: Line) throws(RuleError) -> Rule {
    let text = RuleText(line.bytes, owner: nil)
    if let rule = RuleReader.heading(text) { return rule }
    do throws(RuleReader.Problem) {
      return try RuleReader.rule(text)
    } catch {
      throw RuleError(error.fault, at: Location("built-in rules", line: line.number, column: error.offset + 1))
    }
  }
}
