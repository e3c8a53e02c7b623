/// Evaluates a schema for the values of one record after the other. It belongs to one thread at a time.
///
/// A value is a node of the record's tape. Who asks which members or elements were evaluated gives a set of `marks`, one
/// bit a child, which keywords for the same value enter; it starts at an index in `bits`, -1 stands for none.
final class SchemaEvaluator {
  /// Why a record is given up: nobody knows whether it fits.
  enum Stop: Error {
    /// More had to be done than any schema needs that somebody has written.
    case tooCostly
    /// Schemas refer to each other too often for one value.
    case tooDeep
    /// A pattern ran into its limits.
    case patternTooCostly
  }

  let schema: Schema
  // Nothing here calls back, so no access can meet another.
  @exclusivity(unchecked) var tape = Tape()
  @exclusivity(unchecked) var bits = Stack<UInt64>(capacity: 64)
  @exclusivity(unchecked) private var steps = 0
  @exclusivity(unchecked) private var stepsBeforeMemory = 0
  @exclusivity(unchecked) private var mostSteps = 0
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) var memory = EvaluationMemory()
  let codes: UnsafePointer<SchemaCode>
  let instructions: UnsafePointer<SchemaInstruction>
  let lists: UnsafePointer<Int32>
  let slots: UnsafePointer<SymbolSlot>
  @exclusivity(unchecked) private var patterns: [SchemaPattern?]
  private lazy var patternContext = SchemaPattern.makeContext()
  /// Which symbols the names of `presenceObject` have: those with the present round.
  private let presence: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var presenceRound: UInt32 = 0
  @exclusivity(unchecked) private var presenceObject = -1
  private let decoded = ByteBuffer(capacity: 256)
  let scratch = ValueEquality.Scratch()
  private let symbols: SymbolTable.View

  /// Beyond what any record and schema of people need, and still some seconds.
  private static let mostStepsOfAll = 1 << 27
  private static let mostStepsOfNode = 256
  /// Above it, what was found out is remembered, so that nothing is found out twice.
  private static let fewStepsOfNode = 32
  private static let fewSteps = 4096
  /// Schemas within schemas, for one value and for those around it: 4,096 on the usual stack of 8 MiB. A record as deep as
  /// may be needs one for each of its 1,024 levels, or some.
  private static let mostDepth = Thread.stackSize / stackOfSchema
  /// In bytes; 1.2 kB are needed at most, and where nothing is optimised three times as much.
  #if DEBUG
  private static let stackOfSchema = 5120
  #else
  private static let stackOfSchema = 2048
  #endif

  init(_ schema: Schema) {
    self.schema = schema
    codes = schema.codes.elements
    instructions = schema.instructions.elements
    lists = schema.lists.elements
    slots = schema.slots.elements
    symbols = schema.symbols.view
    patterns = Array(repeating: nil, count: schema.patterns.count)
    presence = .allocate(capacity: schema.symbols.count + 1)
    presence.initialize(repeating: 0, count: schema.symbols.count + 1)
  }

  deinit {
    presence.deallocate()
  }

  /// Takes the record that is evaluated next.
  ///
  /// - Parameter text: at most `Tape.largestText` bytes, which stay where they are.
  func begin(_ text: Bytes) throws(RecordError) {
    try tape.read(text, symbols: symbols)
    restart()
  }

  /// Forgets what was spent on the record.
  private func restart() {
    steps = 0
    stepsBeforeMemory = Self.fewSteps + Self.fewStepsOfNode * tape.nodeCount
    mostSteps = Self.mostStepsOfAll + Self.mostStepsOfNode * tape.nodeCount
    memory.removeAll()
    presenceObject = -1
    bits.count = 0
    depth = 0
  }

  /// Remembers from here on what was found out, and begins a new account of steps.
  func beginExplanation() {
    restart()
    stepsBeforeMemory = 0
  }

  /// Whether the record fits the schema.
  func fits() throws(Stop) -> Bool { try evaluate(schema.root, 0, marks: -1) }

  /// Counts work that is not the evaluation of a schema.
  @inline(__always)
  func spend(_ count: Int) throws(Stop) {
    steps &+= count
    guard steps <= mostSteps else { throw .tooCostly }
  }

  /// Goes one schema deeper.
  @inline(__always)
  func enter() throws(Stop) {
    guard depth < Self.mostDepth else { throw .tooDeep }
    depth &+= 1
  }

  @inline(__always)
  func leave() {
    depth &-= 1
  }

  // MARK: Schemas

  /// Whether a value fits a schema. Marks are right only if it does.
  func evaluate(_ number: Int32, _ node: Int, marks: Int) throws(Stop) -> Bool {
    let code = codes + Int(number)
    let kind = tape[node].kind
    guard try takes(node, code.pointee) else { return false }
    let own = code.pointee.range(for: kind)
    let (common, last) = (code.pointee.common, code.pointee.lastOfArrays)
    guard own.lowerBound < own.upperBound || common < code.pointee.end else { return true }
    steps &+= 1
    guard steps > stepsBeforeMemory else { return try evaluate(code, own, common..<last, node, kind, marks) }
    guard steps <= mostSteps else { throw .tooCostly }
    guard marks < 0 else { return try evaluate(code, own, common..<last, node, kind, marks) }
    if let known = memory.result(number, node) { return known }
    let result = try evaluate(code, own, common..<last, node, kind, marks)
    memory.remember(number, node, result)
    return result
  }

  @inline(__always)
  private func evaluate(
    _ code: UnsafePointer<SchemaCode>, _ own: Range<Int32>, _ common: Range<Int32>, _ node: Int, _ kind: ValueKind,
    _ marks: Int
  ) throws(Stop) -> Bool {
    try enter()
    defer { leave() }
    guard code.pointee.hasUnevaluated(kind) else {
      for index in own { guard try run(instructions + Int(index), node, marks) else { return false } }
      for index in common { guard try run(instructions + Int(index), node, marks) else { return false } }
      return true
    }
    return try evaluateWithUnevaluated(code, own, common, node, kind, marks)
  }

  /// A schema that asks what its other keywords have evaluated; those of schemas around it do not count.
  @inline(never)
  private func evaluateWithUnevaluated(
    _ code: UnsafePointer<SchemaCode>, _ own: Range<Int32>, _ common: Range<Int32>, _ node: Int, _ kind: ValueKind,
    _ marks: Int
  ) throws(Stop) -> Bool {
    let ownMarks = try makeMarks(for: node)
    defer { bits.count = ownMarks }
    for index in own { guard try run(instructions + Int(index), node, ownMarks) else { return false } }
    for index in common { guard try run(instructions + Int(index), node, ownMarks) else { return false } }
    let last = kind == .array ? code.pointee.lastOfArrays : code.pointee.lastOfObjects
    let end = kind == .array ? code.pointee.lastOfObjects : code.pointee.end
    for index in last..<end { guard try run(instructions + Int(index), node, ownMarks) else { return false } }
    // Now all of them are evaluated.
    if marks >= 0 { markAll(of: node, marks) }
    return true
  }

  // MARK: Marks

  /// A set of marks for the children of a node, none of them marked. Who makes it takes it away.
  func makeMarks(for node: Int) throws(Stop) -> Int {
    let start = bits.count
    let size = (tape[node].childCount + 63) / 64
    try spend(size)
    for _ in 0..<size { bits.append(0) }
    return start
  }

  @inline(__always)
  func mark(_ child: Int, _ marks: Int) {
    guard marks >= 0 else { return }
    bits[marks &+ child &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: child & 63)
  }

  @inline(__always)
  func isMarked(_ child: Int, _ marks: Int) -> Bool {
    bits[marks &+ child &>> 6] &>> UInt64(truncatingIfNeeded: child & 63) & 1 != 0
  }

  func markAll(of node: Int, _ marks: Int) {
    for word in 0..<(tape[node].childCount + 63) / 64 { bits[marks + word] = .max }
  }

  /// Evaluates a schema whose marks count only if the value fits it.
  func evaluateBranch(_ number: Int32, _ node: Int, marks: Int) throws(Stop) -> Bool {
    guard marks >= 0 else { return try evaluate(number, node, marks: -1) }
    let own = try makeMarks(for: node)
    defer { bits.count = own }
    guard try evaluate(number, node, marks: own) else { return false }
    for word in 0..<bits.count - own { bits[marks + word] |= bits[own + word] }
    return true
  }

  // MARK: Parts

  /// Whether a value is of a kind that a schema takes.
  @inline(__always)
  func takes(_ node: Int, _ code: SchemaCode) throws(Stop) -> Bool {
    let kind = tape[node].kind
    guard code.kinds & kind.bit != 0 else { return false }
    guard code.takesOnlyIntegers, kind == .number else { return true }
    return try isInteger(node, code)
  }

  @inline(never)
  private func isInteger(_ node: Int, _ code: SchemaCode) throws(Stop) -> Bool {
    let text = try spelling(node)
    if code.takesOnlyPlainIntegers { return text.allSatisfy { $0 <= UInt8(ascii: "9") && $0 != UInt8(ascii: ".") } }
    return Decimal(text).isInteger
  }

  /// The bytes of a number or string as they stand there, of which a long one is work of its own.
  @inline(__always)
  func spelling(_ node: Int) throws(Stop) -> Bytes {
    let bytes = tape.bytes(node)
    try spend(bytes.count &>> 5)
    return bytes
  }

  /// A string's text. Valid until the next string is asked for.
  func text(_ node: Int) throws(Stop) -> Bytes {
    _ = try spelling(node)
    guard tape[node].hasEscapes else { return tape.bytes(node) }
    decoded.removeAll()
    JSONString.decode(tape.bytes(node), into: decoded)
    return decoded.bytes
  }

  func matches(_ pattern: Int32, _ node: Int) throws(Stop) -> Bool {
    let index = Int(pattern)
    let text = try text(node)
    try spend(1)
    do throws(MatchLimitError) {
      if let compiled = patterns[index] { return try compiled.matches(text) }
      let source = ByteBuffer(capacity: 64)
      source.append(schema.patterns[index])
      // It was compiled before, with the schema.
      guard let compiled = try? SchemaPattern(source.bytes, context: patternContext) else { throw MatchLimitError() }
      patterns[index] = compiled
      return try compiled.matches(text)
    } catch {
      throw .patternTooCostly
    }
  }

  /// Whether an object has a member whose name is a symbol.
  func has(_ symbol: Int32, _ object: Int) throws(Stop) -> Bool {
    if presenceObject != object { try findNames(of: object) }
    return presence[Int(symbol)] == presenceRound
  }

  private func findNames(of object: Int) throws(Stop) {
    presenceObject = object
    presenceRound &+= 1
    if presenceRound == 0 {
      presence.update(repeating: 0, count: schema.symbols.count + 1)
      presenceRound = 1
    }
    var name = object &+ 1
    let end = tape[object].following
    try spend(tape[object].childCount / 8)
    while name < end {
      presence[tape[name].symbol] = presenceRound
      name = tape[name &+ 1].following
    }
  }
}
