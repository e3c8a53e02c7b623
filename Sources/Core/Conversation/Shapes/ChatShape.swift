/// What the records of a profile look like: which members say what a record is. There is one for each profile, told
/// by a `ShapeVisitor` what a record has; it belongs to one thread at a time.
class ChatShape {
  /// The text of the record at hand begins so many bytes behind the start of the line.
  // No access lasts while somebody else's code runs, so there is nothing for the runtime to watch at every record.
  @exclusivity(unchecked) final private(set) var origin = 0
  @exclusivity(unchecked) final private(set) var text = Bytes(start: nil, count: 0)

  // What was found.
  @exclusivity(unchecked) final var record = ChatRecord()
  /// The tool calls that are made, in their order.
  @exclusivity(unchecked) final private(set) var calls: [ToolReference] = []
  /// The tool results that are given, in their order.
  @exclusivity(unchecked) final private(set) var results: [ToolReference] = []
  @exclusivity(unchecked) final private(set) var faults: [ChatFault] = []

  private let objects: [ShapePath]
  private let arrays: [ShapePath]
  private let decoded = ByteBuffer(capacity: 64)

  /// - Parameters:
  ///   - objects: those that are looked into, besides the record itself.
  ///   - arrays: those that are looked into.
  init(objects: [ShapePath] = [], arrays: [ShapePath] = []) {
    self.objects = [.root] + objects
    self.arrays = arrays
  }

  final func looksInto(_ path: ShapePath, isArray: Bool) -> Bool {
    let paths = isArray ? arrays : objects
    for other in paths where other == path { return true }
    return false
  }

  final func begin(_ text: Bytes, origin: Int) {
    self.text = text
    self.origin = origin
    record = ChatRecord()
    record.place = ChatPlace(offset: origin + (text.firstIndex { $0 > 0x20 } ?? 0), path: .root)
    forget()
    reset()
  }

  /// Forgets the record before.
  func reset() {}

  /// Takes note of an object that has ended; that of the path `root` is the record.
  func object(_ members: ShapeMembers, at path: ShapePath) {}

  /// Takes note of an element that is no object, of an array at a path.
  func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {}

  /// Takes note of a record that is no object.
  func refuseRecord() {
    note(.notAnObject, record.place)
    record.kind = .unknown
  }

  final func note(_ rule: ChatRule, _ place: ChatPlace) {
    faults.append(ChatFault(rule, at: place))
  }

  /// Forgets calls and results, of a record that turns out to be none of the conversation.
  final func forget() {
    forgetCalls()
    forgetResults()
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
  }

  final func forgetCalls() {
    if !calls.isEmpty { calls.removeAll(keepingCapacity: true) }
  }

  final func forgetResults() {
    if !results.isEmpty { results.removeAll(keepingCapacity: true) }
  }

  /// Enters a tool call whose id is a member.
  ///
  /// - Returns: false if the member is not there, not a string, or empty.
  final func addCall(_ members: ShapeMembers, _ name: ShapeName) -> Bool {
    guard let call = reference(members, name) else { return false }
    calls.append(call)
    return true
  }

  /// Enters a tool result that names its call by a member; `addCall` says the rest.
  final func addResult(_ members: ShapeMembers, _ name: ShapeName) -> Bool {
    guard let result = reference(members, name) else { return false }
    results.append(result)
    return true
  }

  private func reference(_ members: ShapeMembers, _ name: ShapeName) -> ToolReference? {
    guard let value = members.value(name, .string), value.end - value.start > 2 else { return nil }
    return ToolReference(
      id: identity(members, value), range: value.start + 1 + origin..<value.end - 1 + origin,
      hasEscapes: value.hasEscapes, place: members.place(of: name))
  }

  /// A number that stands for a string in this process: two strings have the same by an accident of one in 2^64.
  final func identity(_ members: ShapeMembers, _ value: ShapeValue) -> UInt64 {
    Identity.of(decoded(members, value))
  }

  /// `identity` of a member that is a string, 0 if it is none.
  final func identity(_ members: ShapeMembers, _ name: ShapeName) -> UInt64 {
    guard let value = members.value(name, .string) else { return 0 }
    return identity(members, value)
  }

  /// A member that is a string, decoded; nil if it is none. Valid until the next is asked for.
  final func string(_ members: ShapeMembers, _ name: ShapeName) -> Bytes? {
    guard let value = members.value(name, .string) else { return nil }
    return decoded(members, value)
  }

  private func decoded(_ members: ShapeMembers, _ value: ShapeValue) -> Bytes {
    let body = members.body(value)
    guard value.hasEscapes else { return body }
    decoded.removeAll()
    JSONString.decode(body, into: decoded, keepsLoneSurrogates: true)
    return decoded.bytes
  }
}

/// Numbers that stand for strings.
enum Identity {
  // Of this process alone, so that nobody can write strings that are taken for each other.
  private static let seed = UInt64.random(in: .min ... .max)
  private static let factor = UInt64.random(in: .min ... .max) | 1
  private static let lastFactor = UInt64.random(in: .min ... .max) | 1

  /// Never 0. Eight bytes a step, each folded in by the two halves of a full product.
  ///
  /// - Complexity: O(`text.count`).
  static func of(_ text: Bytes) -> UInt64 {
    guard let base = text.baseAddress, text.count > 0 else { return 1 }
    let size = text.count
    let factor = factor
    var hash = seed ^ UInt64(truncatingIfNeeded: size)
    var offset = 0
    while offset <= size &- 8 {
      hash = folded(hash ^ Word.load(base + offset), factor)
      offset &+= 8
    }
    if offset < size {
      hash = folded(hash ^ Word.load(base + offset, size: size &- offset, room: size &- offset), factor)
    }
    let value = folded(hash, lastFactor) ^ hash
    return value == 0 ? 1 : value
  }

  @inline(__always)
  private static func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
