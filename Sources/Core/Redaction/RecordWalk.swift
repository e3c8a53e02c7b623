/// Goes through a record and gathers the edits to make: in strings, in JSON inside strings, in names, in numbers.
final class RecordWalk {
  let options: Redactor.Options
  let search: TextSearch
  let names: SecretNames
  let nameCache = TextCache()
  let valueCache = TextCache()
  /// Decoded strings, one buffer a level: an inner level reads what the outer one decoded.
  private let decoded = (0...maximumNesting).map { _ in ByteBuffer() }
  private let scratch = ByteBuffer()
  /// The objects and arrays that are open, for each level of JSON inside strings as many as a scanner allows.
  let containers: [UnsafeMutablePointer<OpenContainer>]
  /// Whether anybody wants to know where in the record a value stands.
  let tracksPlaces: Bool

  /// How deep JSON inside strings is looked into.
  static let maximumNesting = 8
  /// Numbers of fewer digits are no account, card or phone.
  static let shortestNumber = 9
  /// A number of fewer digits is no PIN either, even under a secret's name.
  static let shortestSecretNumber = 4

  init(_ set: RuleSet, _ options: Redactor.Options) {
    self.options = options
    search = TextSearch(set, options)
    names = SecretNames(set)
    containers = (0...Self.maximumNesting).map { _ in .allocate(capacity: JSONScanner.maximumDepth + 1) }
    tracksPlaces = options.only != nil || !options.skip.isEmpty || options.reportsFindings
  }

  deinit {
    nameCache.deallocate()
    valueCache.deallocate()
    for level in containers { level.deallocate() }
  }

  /// The edits for a record, ascending, without overlaps.
  func edits(inRecord record: Bytes) throws(RedactionFailure) -> [Edit] {
    var visitor = RecordVisitor(walk: self, text: record, nesting: 0)
    var scanner = JSONScanner()
    do {
      try scanner.scan(record, visitor: &visitor)
    } catch {
      throw .notJSON(error)
    }
    if let failure = visitor.failure { throw failure }
    return remove(visitor.edits, in: record) { (removal) throws(RecordError) in
      try scanner.scan(record, visitor: &removal)
    }
  }

  /// Makes removals of those edits that ask for one.
  ///
  /// - Parameter scan: goes through `text`, which has been scanned before.
  private func remove(
    _ edits: [Edit], in text: Bytes, _ scan: (inout MemberRemoval) throws(RecordError) -> Void
  ) -> [Edit] {
    guard edits.contains(where: { $0.kind == .remove }) else { return edits }
    var removal = MemberRemoval(edits)
    try? scan(&removal)
    return removal.finish()
  }

  /// The edits for a line that is no JSON.
  func edits(inText text: Bytes) throws(RedactionFailure) -> [Edit] {
    try plainEdits(in: text)
  }

  private func plainEdits(in text: Bytes) throws(RedactionFailure) -> [Edit] {
    edits(of: try search.matches(in: text), in: text)
  }

  func edits(of matches: [TextSearch.Match], in text: Bytes) -> [Edit] {
    matches.map { match in
      edit(match.range, text.slice(match.range), match.rule, found: match.range, pointers: [])
    }
  }

  /// The edits of a value without those that it is kept from.
  func unkept(_ edits: [Edit], of value: Bytes, named name: Bytes) -> [Edit] {
    guard KeptValues.contain(value, of: name) else { return edits }
    return edits.filter { search.isSecret($0.rule) }
  }

  /// A member's name without what the rules find in it; one that cannot be checked is not told at all.
  func redactedName(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { bytes in
      guard let edits = try? plainEdits(in: bytes) else { return Array("*".utf8) }
      let output = ByteBuffer(capacity: bytes.count)
      Edit.apply(edits, to: bytes, into: output)
      return Array(output.bytes)
    }
  }

  /// The edit that puts what is to stand there in the place of `secret`; it is not escaped.
  func edit(_ range: Range<Int>, _ secret: Bytes, _ rule: Int, found: Range<Int>, pointers: [String]) -> Edit {
    let kind = search.kind(for: rule)
    scratch.removeAll()
    options.replacement.append(kind, for: secret, label: search.label(of: rule), to: scratch)
    return Edit(
      range: range, replacement: Array(scratch.bytes), rule: rule, found: found, pointers: pointers, kind: kind,
      isPublished: search.isPublished(secret))
  }

  /// JSON inside a string: one text, or several with white space between them, and nothing else.
  ///
  /// - Returns: nil if the string is no such thing.
  func nestedEdits(in text: Bytes, nesting: Int) throws(RedactionFailure) -> [Edit]? {
    guard nesting < Self.maximumNesting, Self.mayBeJSON(text) else { return nil }
    var visitor = RecordVisitor(walk: self, text: text, nesting: nesting + 1)
    do {
      try Self.scanTexts(text, visitor: &visitor)
    } catch {
      return nil
    }
    if let failure = visitor.failure { throw failure }
    return remove(visitor.edits, in: text) { (removal) throws(RecordError) in
      try Self.scanTexts(text, visitor: &removal)
    }
  }

  /// Scans JSON texts with white space between them.
  private static func scanTexts<Visitor: JSONVisitor>(
    _ text: Bytes, visitor: inout Visitor
  ) throws(RecordError) {
    var scanner = JSONScanner()
    var offset = 0
    repeat {
      offset = try scanner.scanValue(in: text, from: offset, visitor: &visitor)
    } while !text.slice(offset, text.count).isBlank
  }

  /// Whether a text begins as an object, an array or a string.
  @inline(__always)
  static func mayBeJSON(_ text: Bytes) -> Bool {
    var offset = 0
    while offset < text.count, text[offset] <= 0x20 { offset &+= 1 }
    guard offset < text.count else { return false }
    return text[offset] == UInt8(ascii: "{") || text[offset] == UInt8(ascii: "[") || text[offset] == UInt8(ascii: "\"")
  }

  /// The decoded form of a string's body; valid until the next string of the same level.
  func decode(_ body: Bytes, _ hasEscapes: Bool, _ nesting: Int) -> Bytes {
    guard hasEscapes else { return body }
    let buffer = decoded[nesting]
    buffer.removeAll()
    JSONString.decode(body, into: buffer)
    return buffer.bytes
  }
}
