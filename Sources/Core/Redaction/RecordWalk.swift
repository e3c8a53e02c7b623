/// Goes through a record and gathers the edits to make: in strings, in JSON inside strings, in names, in numbers.
final class RecordWalk {
  private let options: Redactor.Options
  private let search: TextSearch
  private let names: SecretNames
  /// Decoded strings, one buffer a level: an inner level reads what the outer one decoded.
  private let decoded = (0...maximumNesting).map { _ in ByteBuffer() }
  private let scratch = ByteBuffer()

  /// How deep JSON inside strings is looked into.
  static let maximumNesting = 8
  /// Numbers of fewer digits are no account, card or phone.
  private static let shortestNumber = 9
  /// A number of fewer digits is no PIN either, even under a secret's name.
  private static let shortestSecretNumber = 4

  init(_ set: RuleSet, _ options: Redactor.Options) {
    self.options = options
    search = TextSearch(set)
    names = SecretNames(set)
  }

  /// The edits for a record, ascending, without overlaps.
  func edits(inRecord record: Bytes) throws(RedactionFailure) -> [Edit] {
    var visitor = Visitor(walk: self, text: record, nesting: 0)
    var scanner = JSONScanner()
    do {
      try scanner.scan(record, visitor: &visitor)
    } catch {
      throw .notJSON(error)
    }
    if let failure = visitor.failure { throw failure }
    return visitor.edits
  }

  /// The edits for a line that is no JSON.
  func edits(inText text: Bytes) throws(RedactionFailure) -> [Edit] {
    try plainEdits(in: text)
  }

  private func plainEdits(in text: Bytes) throws(RedactionFailure) -> [Edit] {
    let matches = try search.matches(in: text)
    guard !matches.isEmpty else { return [] }
    return matches.map { match in
      Edit(
        range: match.range, replacement: replacement(for: text.slice(match.range), rule: match.rule), rule: match.rule,
        found: match.range, pointers: [])
    }
  }

  /// A member's name without what the rules find in it; one that cannot be checked is not told at all.
  private func redactedName(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { bytes in
      guard let edits = try? plainEdits(in: bytes) else { return Array("*".utf8) }
      let output = ByteBuffer(capacity: bytes.count)
      Edit.apply(edits, to: bytes, into: output)
      return Array(output.bytes)
    }
  }

  private func replacement(for secret: Bytes, rule: Int) -> [UInt8] {
    scratch.removeAll()
    options.replacement.append(for: secret, label: search.label(of: rule), to: scratch)
    return Array(scratch.bytes)
  }

  /// JSON inside a string: one text, or several with white space between them, and nothing else.
  ///
  /// - Returns: nil if the string is no such thing.
  private func nestedEdits(in text: Bytes, nesting: Int) throws(RedactionFailure) -> [Edit]? {
    guard nesting < Self.maximumNesting, let first = text.first(where: { $0 > 0x20 }) else { return nil }
    guard [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(first) else { return nil }
    var visitor = Visitor(walk: self, text: text, nesting: nesting + 1)
    var scanner = JSONScanner()
    var offset = 0
    do {
      repeat {
        offset = try scanner.scanValue(in: text, from: offset, visitor: &visitor)
      } while !text.slice(offset, text.count).isBlank
    } catch {
      return nil
    }
    if let failure = visitor.failure { throw failure }
    return visitor.edits
  }

  /// One step of the way from the root to a value.
  fileprivate enum Step {
    case name(Range<Int>, hasEscapes: Bool)
    case index(Int)
  }

  /// Gathers the edits of one text; errors wait in `failure`, since a scanner cannot be stopped from within.
  fileprivate struct Visitor: JSONVisitor {
    private struct Container {
      var isObject: Bool
      var index = 0
      /// The rule by names that the container's own values stand under, for the elements of an array.
      var rule: Int?
    }

    let walk: RecordWalk
    let text: Bytes
    let nesting: Int
    var edits: [Edit] = []
    var failure: RedactionFailure?
    private var containers: [Container] = []
    private var path: [Step] = []
    /// The rule by names that the next value stands under.
    private var pendingRule: Int?

    init(walk: RecordWalk, text: Bytes, nesting: Int) {
      self.walk = walk
      self.text = text
      self.nesting = nesting
    }

    // MARK: The path

    mutating func beginObject(at offset: Int) {
      begin()
      containers.append(Container(isObject: true))
      path.append(.index(0))
    }

    mutating func beginArray(at offset: Int) {
      let rule = begin()
      containers.append(Container(isObject: false, rule: rule))
      path.append(.index(0))
    }

    mutating func endObject(at offset: Int) { end() }

    mutating func endArray(at offset: Int) { end() }

    mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
      guard failure == nil else { return }
      path[path.count - 1] = .name(range, hasEscapes: hasEscapes)
      let name = walk.decode(text.slice(range), hasEscapes, nesting)
      pendingRule = walk.names.rule(for: name)
      guard isWanted else { return }
      inspect(range, name, hasEscapes)
    }

    mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
      let rule = begin()
      guard failure == nil, !range.isEmpty, isWanted else { return }
      let string = walk.decode(text.slice(range), hasEscapes, nesting)
      do throws(RedactionFailure) {
        if let rule, try walk.search.isSecret(string, byNameRule: rule) {
          edits.append(whole(range, string, rule))
        } else if let inner = try walk.nestedEdits(in: string, nesting: nesting) {
          add(inner, in: range, hasEscapes)
        } else {
          inspect(range, string, hasEscapes)
        }
      } catch {
        failure = error
      }
    }

    mutating func number(_ range: Range<Int>) {
      let rule = begin()
      guard failure == nil, range.count >= RecordWalk.shortestSecretNumber, isWanted else { return }
      let number = text.slice(range)
      do throws(RedactionFailure) {
        if let rule, try walk.search.isSecret(number, byNameRule: rule) {
          edits.append(quoted(whole(range, number, rule)))
        } else if range.count >= RecordWalk.shortestNumber, let match = try walk.search.matches(in: number).first {
          edits.append(quoted(whole(range, number, match.rule)))
        }
      } catch {
        failure = error
      }
    }

    mutating func literal(_ range: Range<Int>) { begin() }

    /// Counts a value's place, and takes the rule by names that it stands under.
    @discardableResult
    private mutating func begin() -> Int? {
      guard let last = containers.indices.last else { return nil }
      if containers[last].isObject {
        defer { pendingRule = nil }
        return pendingRule
      }
      path[path.count - 1] = .index(containers[last].index)
      containers[last].index += 1
      return containers[last].rule
    }

    private mutating func end() {
      containers.removeLast()
      path.removeLast()
    }

    private var tokens: [[UInt8]] {
      path.map { step in
        switch step {
        case .index(let index): return Array(String(index).utf8)
        case .name(let range, let hasEscapes):
          guard hasEscapes else { return Array(text[range]) }
          let buffer = ByteBuffer()
          JSONString.decode(text.slice(range), into: buffer)
          return Array(buffer.bytes)
        }
      }
    }

    /// Whether `--only` and `--skip` let the present place be looked at; inside strings they do not apply.
    private var isWanted: Bool {
      guard nesting == 0, walk.options.only != nil || !walk.options.skip.isEmpty else { return true }
      let tokens = tokens
      if let only = walk.options.only, !only.contains(where: { $0.covers(tokens) }) { return false }
      return !walk.options.skip.contains { $0.covers(tokens) }
    }

    /// Where the present value is, for a report; a name that holds a secret is redacted there too.
    private var pointers: [String] {
      walk.options.reportsFindings ? [JSONPointer.text(tokens.map(walk.redactedName))] : []
    }

    // MARK: Edits

    private mutating func inspect(_ range: Range<Int>, _ string: Bytes, _ hasEscapes: Bool) {
      do throws(RedactionFailure) {
        add(try walk.plainEdits(in: string), in: range, hasEscapes)
      } catch {
        failure = error
      }
    }

    /// Takes edits of a decoded string over into the text that holds it.
    private mutating func add(_ inner: [Edit], in range: Range<Int>, _ hasEscapes: Bool) {
      guard !inner.isEmpty else { return }
      var offsets = inner.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
      if hasEscapes {
        JSONString.locate(&offsets, roundsUp: { $0 & 1 == 1 }, in: text.slice(range))
      }
      let pointers = pointers
      for (index, edit) in inner.enumerated() {
        var edit = edit
        edit.range = range.lowerBound + offsets[2 * index]..<range.lowerBound + offsets[2 * index + 1]
        edit.replacement = Self.encoded(edit.replacement)
        edit.pointers = pointers + edit.pointers
        edits.append(edit)
      }
    }

    /// The edit that replaces all of a value.
    private func whole(_ range: Range<Int>, _ value: Bytes, _ rule: Int) -> Edit {
      Edit(
        range: range, replacement: Self.encoded(walk.replacement(for: value, rule: rule)), rule: rule,
        found: 0..<value.count, pointers: pointers)
    }

    /// A number becomes a string.
    private func quoted(_ edit: Edit) -> Edit {
      var edit = edit
      edit.replacement = [UInt8(ascii: "\"")] + edit.replacement + [UInt8(ascii: "\"")]
      return edit
    }

    private static func encoded(_ text: [UInt8]) -> [UInt8] {
      let buffer = ByteBuffer(capacity: text.count + 16)
      text.withUnsafeBufferPointer { JSONString.encode($0, into: buffer) }
      return Array(buffer.bytes)
    }
  }

  /// The decoded form of a string's body; valid until the next string of the same level.
  private func decode(_ body: Bytes, _ hasEscapes: Bool, _ nesting: Int) -> Bytes {
    guard hasEscapes else { return body }
    let buffer = decoded[nesting]
    buffer.removeAll()
    JSONString.decode(body, into: buffer)
    return buffer.bytes
  }
}
