/// A JSON text that holds schemas, with its bytes.
final class SchemaDocument {
  /// The file's name, for messages.
  let name: String
  private let owner: ByteBuffer?
  private let text: Bytes
  private var tape = Tape()
  /// For each node the resource that it belongs to as a schema, -1 where no schema is known to stand.
  private var resources: [Int32] = []
  /// Of the containers that a pointer has led through: what each token leads to.
  private var children: [Int: [[UInt8]: Int]] = [:]

  /// - Parameter buffer: becomes the document's own.
  convenience init(name: String, _ buffer: ByteBuffer) throws(SchemaError) {
    self.init(name: name, buffer.bytes, owner: buffer)
    try read()
  }

  convenience init(name: String, builtIn text: StaticString) throws(SchemaError) {
    self.init(name: name, Bytes(text), owner: nil)
    try read()
  }

  private init(name: String, _ text: Bytes, owner: ByteBuffer?) {
    self.name = name
    self.owner = owner
    self.text = text
  }

  private func read() throws(SchemaError) {
    guard text.count <= Tape.largestText else { throw SchemaError(.tooLarge, at: Location(name)) }
    do {
      try tape.read(text, symbols: SymbolTable.View())
    } catch {
      throw SchemaError(.notJSON(error.fault), at: location(ofOffset: error.offset))
    }
    resources = Array(repeating: -1, count: tape.nodeCount)
  }

  var bytes: Bytes { text }

  func withTape<Result>(_ body: (borrowing Tape) -> Result) -> Result { body(tape) }

  // MARK: Values

  func kind(_ node: Int) -> ValueKind { tape[node].kind }
  func bytes(_ node: Int) -> Bytes { tape.bytes(node) }
  func isTrue(_ node: Int) -> Bool { tape[node].kind == .boolean && tape.bytes(node).equals("true") }

  /// A string's text, decoded.
  func string(_ node: Int) -> [UInt8] {
    let body = tape.bytes(node)
    guard tape[node].hasEscapes else { return Array(body) }
    let decoded = ByteBuffer(capacity: 64)
    JSONString.decode(body, into: decoded, keepsLoneSurrogates: true)
    return Array(decoded.bytes)
  }

  /// A string's text, nil for another value.
  func text(_ node: Int?) -> String? {
    guard let node, tape[node].kind == .string else { return nil }
    return String(decoding: string(node), as: UTF8.self)
  }

  struct Member {
    var name: [UInt8]
    var node: Int
    var text: String { String(decoding: name, as: UTF8.self) }
  }

  /// The members of an object in their order; none of another value.
  func members(_ node: Int) -> [Member] {
    guard tape[node].kind == .object else { return [] }
    var members: [Member] = []
    var name = node + 1
    while name < tape[node].following {
      members.append(Member(name: string(name), node: name + 1))
      name = tape[name + 1].following
    }
    return members
  }

  /// The value of an object's member, nil if there is none.
  func member(_ name: StaticString, of node: Int) -> Int? {
    members(node).last { $0.name.elementsEqual(Bytes(name)) }?.node
  }

  /// The elements of an array in their order; none of another value.
  func elements(_ node: Int) -> [Int] {
    guard tape[node].kind == .array else { return [] }
    var elements: [Int] = []
    var element = node + 1
    while element < tape[node].following {
      elements.append(element)
      element = tape[element].following
    }
    return elements
  }

  // MARK: Places

  func resource(of node: Int) -> Int? { resources[node] < 0 ? nil : Int(resources[node]) }

  func setResource(_ resource: Int, of node: Int) { resources[node] = Int32(truncatingIfNeeded: resource) }

  /// The node that a decoded pointer token leads to from another.
  func child(_ token: [UInt8], of node: Int) -> Int? {
    let kind = tape[node].kind
    guard kind == .object || kind == .array else { return nil }
    if let known = children[node] { return known[token] }
    var children: [[UInt8]: Int] = [:]
    for member in members(node) { children[member.name] = member.node }
    for (index, element) in elements(node).enumerated() { children[Array(String(index).utf8)] = element }
    self.children[node] = children
    return children[token]
  }

  /// The names and indices that lead to a node.
  func path(to node: Int) -> [[UInt8]] {
    var walk = TapeWalk()
    return tape.path(to: node, &walk).map(\.token)
  }

  /// Where a value starts, 1-based.
  func location(of node: Int) -> Location { location(ofOffset: tape[node].offset) }

  func location(ofOffset offset: Int) -> Location {
    let before = text.slice(0, min(offset, text.count))
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastOffset(of: 0x0A, before: before.count).map { $0 + 1 } ?? 0
    return Location(name, line: line, column: offset - start + 1)
  }
}

/// How far into containers the ways to nodes have led, so that the way to the next one need not begin anew.
struct TapeWalk {
  fileprivate var reached: [Int: (child: Int, index: Int)] = [:]

  init() {}
}

extension Tape {
  struct Step {
    /// The decoded name, or the index in decimal.
    var token: [UInt8]
    /// Whether it is the name of a member.
    var isName: Bool
    /// The name's number in the table of symbols.
    var symbol: Int
  }

  /// The names and indices that lead to a node from the root; a member's name leads where its object does.
  ///
  /// - Complexity: for nodes that are asked for in their order, all together O(the tape's size).
  func path(to node: Int, _ walk: inout TapeWalk) -> [Step] {
    var steps: [Step] = []
    var place = 0
    while place < node, let (step, child) = step(from: place, towards: node, &walk) {
      steps.append(step)
      place = child
    }
    return steps
  }

  /// The step into the child of a container that holds a node; nil for the name of a member.
  private func step(from place: Int, towards node: Int, _ walk: inout TapeWalk) -> (Step, child: Int)? {
    let isObject = self[place].kind == .object
    var (child, index) = (place + 1, 0)
    if let reached = walk.reached[place], reached.child <= node { (child, index) = reached }
    defer { walk.reached[place] = (child, index) }
    while child < self[place].following {
      let value = isObject ? child + 1 : child
      guard node >= value else { return nil }
      if node < self[value].following {
        return (isObject ? step(name: child) : Step(token: Array(String(index).utf8), isName: false, symbol: 0), value)
      }
      child = self[value].following
      index += 1
    }
    return nil
  }

  private func step(name: Int) -> Step {
    guard self[name].hasEscapes else { return Step(token: Array(bytes(name)), isName: true, symbol: self[name].symbol) }
    let decoded = ByteBuffer(capacity: 64)
    JSONString.decode(bytes(name), into: decoded)
    return Step(token: Array(decoded.bytes), isName: true, symbol: self[name].symbol)
  }
}
