/// How the whole records of a file begin: what tells a record in a damaged line from a part of one.
///
/// Of each first name it knows the second as it was met first, of at most 32.
package struct RecordKinds: Sendable {
  private struct Kind: Sendable {
    var first: [UInt8]
    var second: [UInt8]?
    /// Whether an object in such a record looked like one itself.
    var isNested = false
  }

  private static let most = 32

  private var kinds: [Kind] = []

  package init() {}

  /// Takes note of a whole record.
  ///
  /// - Complexity: a comparison if it begins as the one before.
  package mutating func note(_ record: Bytes) {
    guard let name = Self.firstName(of: record), kinds.count < Self.most, !knows(name) else { return }
    var scanner = JSONScanner()
    let names = LeadingNames.read(record, with: &scanner)
    guard let first = names.first, !knows(first) else { return }
    let second = names.second
    var kind = Kind(first: Array(first), second: second.map(Array.init))
    var nesting = NestedNames(text: record, first: first)
    _ = try? scanner.scan(record, visitor: &nesting)
    kind.isNested = nesting.isFound
    kinds.append(kind)
  }

  /// Takes note of what others have met.
  package mutating func add(_ other: RecordKinds) {
    for kind in other.kinds where kinds.count < Self.most && !kinds.contains(where: { $0.first == kind.first }) {
      kinds.append(kind)
    }
  }

  var isEmpty: Bool { kinds.isEmpty }

  /// Whether a record has begun with this name.
  func knows(_ name: Bytes) -> Bool {
    kinds.contains { $0.first.withUnsafeBufferPointer { name.equals($0) } }
  }

  /// Whether an object begins as a record has, and has the name that followed there.
  func areLike(_ object: Bytes, with scanner: inout JSONScanner) -> Bool {
    guard let first = LeadingNames.read(object, with: &scanner).first else { return false }
    return kinds.contains { kind in
      guard !kind.isNested, kind.first.withUnsafeBufferPointer({ first.equals($0) }) else { return false }
      return kind.second.map { $0.withUnsafeBufferPointer { LeadingNames.has($0, object, &scanner) } } ?? true
    }
  }

  /// The first name of an object, as far as a glance tells.
  private static func firstName(of record: Bytes) -> Bytes? {
    guard record.starts(with: "{\""), let end = record.firstOffset(of: UInt8(ascii: "\""), from: 2) else {
      return record.first == UInt8(ascii: "{") ? Bytes("") : nil
    }
    return record.slice(2, end)
  }
}

/// The first two names of the outermost object, and whether it has another that is sought.
struct LeadingNames: JSONVisitor {
  let text: Bytes
  let sought: Bytes?
  var first: Bytes?
  var second: Bytes?
  var hasSought = false
  private var depth = 0

  init(text: Bytes, sought: Bytes?) {
    self.text = text
    self.sought = sought
  }

  static func read(_ text: Bytes, seeking name: Bytes? = nil, with scanner: inout JSONScanner) -> LeadingNames {
    var visitor = LeadingNames(text: text, sought: name)
    _ = try? scanner.scanValue(in: text, from: 0, visitor: &visitor)
    return visitor
  }

  /// Whether an object has a member of this name.
  static func has(_ name: Bytes, _ text: Bytes, _ scanner: inout JSONScanner) -> Bool {
    read(text, seeking: name, with: &scanner).hasSought
  }

  /// Whether a writer of records that begin like `other` may have written this one too: one name is the same to begin
  /// with, and the next is not missing. An object inside a record rarely has both.
  func isLike(_ other: LeadingNames) -> Bool {
    guard let first, let otherFirst = other.first, first.equals(otherFirst) else { return false }
    return other.second == nil || hasSought
  }

  mutating func beginObject(at offset: Int) { depth += 1 }
  mutating func endObject(at offset: Int) { depth -= 1 }
  mutating func beginArray(at offset: Int) { depth += 1 }
  mutating func endArray(at offset: Int) { depth -= 1 }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard depth == 1 else { return }
    let name = text.slice(range)
    if let sought, name.equals(sought) { hasSought = true }
    if first == nil {
      first = name
    } else if second == nil {
      second = name
    }
  }
}

/// Whether an object within a record begins with the record's own first name.
private struct NestedNames: JSONVisitor {
  let text: Bytes
  let first: Bytes
  var isFound = false
  private var depth = 0
  private var isFirst = false

  init(text: Bytes, first: Bytes) {
    self.text = text
    self.first = first
  }

  mutating func beginObject(at offset: Int) {
    depth += 1
    isFirst = depth > 1
  }

  mutating func endObject(at offset: Int) { depth -= 1 }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    if isFirst, text.slice(range).equals(first) { isFound = true }
    isFirst = false
  }
}
