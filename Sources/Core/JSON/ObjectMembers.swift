/// The names of an object's members that somebody looks for, counted from 0.
package protocol MemberName: CaseIterable, RawRepresentable<Int>, Sendable {
  /// As it stands in the text.
  var text: StaticString { get }
}

/// Why a text is not an object whose members can be read.
package enum ObjectFault: Error, Equatable {
  /// Not one JSON text.
  case notJSON(RecordError)
  /// A JSON text of another kind.
  case notAnObject
  /// Two members of one name in one object, at any depth: readers would choose differently.
  case repeatedName
}

/// Reads one object and finds the members that are looked for; it lets others through and no name twice.
///
/// What it finds are places in the text that was read last. Belongs to one thread at a time.
package final class ObjectMembers<Name: MemberName> {
  private var scanner = JSONScanner()
  private var visitor: MembersVisitor
  private let decoded: [ByteBuffer]
  private var text = Bytes(start: nil, count: 0)

  package init() {
    visitor = MembersVisitor(wanted: Name.allCases.map(\.text))
    decoded = Name.allCases.map { _ in ByteBuffer(capacity: 64) }
  }

  /// Reads a text, which must stay where it is as long as its members are asked for. They can be asked for after
  /// `repeatedName` too: of those with one name it is the last.
  ///
  /// - Complexity: O(`text.count`).
  package func read(_ text: Bytes) throws(ObjectFault) {
    visitor.start(text)
    self.text = text
    do {
      try scanner.scan(text, visitor: &visitor)
    } catch {
      visitor.start(Bytes(start: nil, count: 0))
      throw .notJSON(error)
    }
    guard visitor.isObject else { throw .notAnObject }
    guard !visitor.isNameRepeated else { throw .repeatedName }
  }

  /// Whether the object has the member, whatever its value.
  package func has(_ name: Name) -> Bool {
    visitor.found[name.rawValue] != nil
  }

  /// The value of a member if it is a string, decoded; nil if it is none. Valid until the next text is read.
  package func string(_ name: Name) -> Bytes? {
    guard let value = visitor.found[name.rawValue], value.kind == .string else { return nil }
    let body = text.slice(value.range)
    guard value.hasEscapes else { return body }
    let buffer = decoded[name.rawValue]
    buffer.removeAll()
    JSONString.decode(body, into: buffer)
    return buffer.bytes
  }

  /// The value of a member if it is a string without escapes: for texts that have none, and for secrets, which are not
  /// copied that way.
  package func plainString(_ name: Name) -> Bytes? {
    guard let value = visitor.found[name.rawValue], value.kind == .string, !value.hasEscapes else { return nil }
    return text.slice(value.range)
  }

  /// The text of a member's value if it is a number, `true`, `false` or `null`.
  package func scalar(_ name: Name) -> Bytes? {
    guard let value = visitor.found[name.rawValue], value.kind == .scalar else { return nil }
    return text.slice(value.range)
  }

  /// The text of a member's value if it is an object.
  package func object(_ name: Name) -> Bytes? {
    guard let value = visitor.found[name.rawValue], value.kind == .object else { return nil }
    return text.slice(value.range)
  }

  /// The texts of the objects in a member's array; nil if it is none, or holds something else.
  package func objects(_ name: Name) -> [Bytes]? {
    guard let value = visitor.found[name.rawValue], value.kind == .array else { return nil }
    return elements(of: text.slice(value.range), .object)
  }

  /// The strings in a member's array, as they are spelt; nil if it is none, or holds something else.
  package func strings(_ name: Name) -> [Bytes]? {
    guard let value = visitor.found[name.rawValue], value.kind == .array else { return nil }
    return elements(of: text.slice(value.range), .string)
  }

  private func elements(of array: Bytes, _ kind: MembersVisitor.Kind) -> [Bytes]? {
    var visitor = ElementsVisitor()
    guard (try? scanner.scan(array, visitor: &visitor)) != nil, visitor.elements.allSatisfy({ $0.kind == kind })
    else { return nil }
    return visitor.elements.map { array.slice($0.range) }
  }
}

/// What a value is and where it stands; a string's place is that between its quotes.
private struct ValuePlace {
  var kind: MembersVisitor.Kind
  var range: Range<Int>
  var hasEscapes = false
}

/// Notes the values of the outermost object's members that are wanted.
private struct MembersVisitor: JSONVisitor, ~Copyable {
  enum Kind {
    case string, object, array, scalar
  }

  private(set) var found: [ValuePlace?]
  private(set) var isObject = false
  private(set) var isNameRepeated = false
  private let wanted: [StaticString]
  private var text = Bytes(start: nil, count: 0)
  private var names = MemberNames()
  private let decoded = ByteBuffer(capacity: 64)
  private var depth = 0
  /// The wanted member whose value comes next, or is open.
  private var current: Int?
  private var start = 0

  init(wanted: [StaticString]) {
    self.wanted = wanted
    found = Array(repeating: nil, count: wanted.count)
  }

  mutating func start(_ text: Bytes) {
    self.text = text
    names.removeAll()
    for index in found.indices { found[index] = nil }
    isObject = false
    isNameRepeated = false
    depth = 0
    current = nil
  }

  mutating func beginObject(at offset: Int) {
    if depth == 0 { isObject = true }
    names.beginObject()
    begin(at: offset)
  }

  mutating func endObject(at offset: Int) {
    names.endObject()
    end(.object, at: offset)
  }

  mutating func beginArray(at offset: Int) { begin(at: offset) }

  mutating func endArray(at offset: Int) { end(.array, at: offset) }

  private mutating func begin(at offset: Int) {
    if depth == 1 { start = offset }
    depth += 1
  }

  private mutating func end(_ kind: Kind, at offset: Int) {
    depth -= 1
    if depth == 1 { note(kind, start..<offset + 1) }
  }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    if !names.insert(range, in: text, hasEscapes: hasEscapes) { isNameRepeated = true }
    guard depth == 1, isObject else { return }
    var name = text.slice(range)
    if hasEscapes {
      decoded.removeAll()
      JSONString.decode(name, into: decoded)
      name = decoded.bytes
    }
    current = wanted.firstIndex { name.equals($0) }
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) { note(.string, range, hasEscapes: hasEscapes) }

  mutating func number(_ range: Range<Int>) { note(.scalar, range) }

  mutating func literal(_ range: Range<Int>) { note(.scalar, range) }

  private mutating func note(_ kind: Kind, _ range: Range<Int>, hasEscapes: Bool = false) {
    guard depth == 1, isObject, let current else { return }
    found[current] = ValuePlace(kind: kind, range: range, hasEscapes: hasEscapes)
  }
}

/// Notes the elements of the outermost array.
private struct ElementsVisitor: JSONVisitor {
  var elements: [ValuePlace] = []
  private var depth = 0
  private var start = 0

  init() {}

  mutating func beginObject(at offset: Int) { begin(at: offset) }
  mutating func beginArray(at offset: Int) { begin(at: offset) }
  mutating func endObject(at offset: Int) { end(.object, at: offset) }
  mutating func endArray(at offset: Int) { end(.array, at: offset) }
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) { note(.string, range) }
  mutating func number(_ range: Range<Int>) { note(.scalar, range) }
  mutating func literal(_ range: Range<Int>) { note(.scalar, range) }

  private mutating func begin(at offset: Int) {
    if depth == 1 { start = offset }
    depth += 1
  }

  private mutating func end(_ kind: MembersVisitor.Kind, at offset: Int) {
    depth -= 1
    if depth == 1 { note(kind, start..<offset + 1) }
  }

  private mutating func note(_ kind: MembersVisitor.Kind, _ range: Range<Int>) {
    if depth == 1 { elements.append(ValuePlace(kind: kind, range: range)) }
  }
}
