/// Turns schemas into the form that is evaluated.
///
/// A schema is compiled once for each state of the dynamic scope that it can be met in: which `$dynamicAnchor` of which
/// resource was passed first. So what a `$dynamicRef` leads to is known beforehand, and evaluation knows no scopes.
final class SchemaCompiler {
  let registry: SchemaRegistry
  let assertsFormats: Bool

  var codes: [SchemaCode] = []
  var instructions: [SchemaInstruction] = []
  var lists: [Int32] = []
  var slots: [SymbolSlot] = []
  let symbols = SymbolTable()
  var numbers: [Decimal] = []
  var divisors: [Decimal.Divisor] = []
  var patterns: [String] = []
  var formats: [Format] = []
  var constants: [ConstantSet] = []
  /// Of the schemas, by their codes.
  var codePlaces: [SchemaPlace] = []
  /// Of the keywords' values; instructions name them.
  var keywordPlaces: [SchemaPlace] = []
  var root = SchemaCode.accepting

  /// A schema in a state of the dynamic scope.
  private struct Unit: Hashable {
    var place: SchemaPlace
    var scope: Int
  }

  private var codeOfUnit: [Unit: Int32] = [:]
  private var waiting: [Unit] = []
  /// Each state of the dynamic scope: the schema that each dynamic anchor leads to.
  private var scopes: [[String: SchemaPlace]] = [[:]]
  private var numberOfScope: [[String: SchemaPlace]: Int] = [[:]: 0]
  private var numberOfPattern: [String: Int32] = [:]

  /// Schemas of people have some thousands; one with more would take longer than anybody waits.
  private static let mostCodes = 4_000_000

  init(_ registry: SchemaRegistry, assertsFormats: Bool) {
    self.registry = registry
    self.assertsFormats = assertsFormats
    // The schema that every value fits.
    codes.append(SchemaCode())
    codePlaces.append(SchemaPlace(document: 0, node: 0))
  }

  /// Compiles a schema and all that it needs.
  func compile(_ place: SchemaPlace) throws(SchemaError) {
    root = try code(for: place, scope: 0)
    var next = 0
    while next < waiting.count {
      try compile(waiting[next], into: Int32(truncatingIfNeeded: next + 1))
      next += 1
    }
    waiting = []
    try refuseCircles()
    shortenReferences()
  }

  /// The code of a schema, which is compiled later.
  func code(for place: SchemaPlace, scope: Int) throws(SchemaError) -> Int32 {
    let document = registry.documents[place.document]
    if document.isTrue(place.node) { return SchemaCode.accepting }
    let unit = Unit(place: place, scope: try self.scope(scope, entering: place))
    if let known = codeOfUnit[unit] { return known }
    guard codes.count < Self.mostCodes else { throw SchemaError(.tooLarge, at: document.location(of: place.node)) }
    let number = Int32(truncatingIfNeeded: codes.count)
    codeOfUnit[unit] = number
    codes.append(SchemaCode())
    codePlaces.append(place)
    waiting.append(unit)
    return number
  }

  /// The state in which a schema is evaluated that is reached in another state.
  private func scope(_ scope: Int, entering place: SchemaPlace) throws(SchemaError) -> Int {
    guard let anchors = registry.resource(at: place)?.dynamicAnchors, !anchors.isEmpty else { return scope }
    let state = scopes[scope].merging(anchors) { first, _ in first }
    if let known = numberOfScope[state] { return known }
    scopes.append(state)
    numberOfScope[state] = scopes.count - 1
    return scopes.count - 1
  }

  /// What a dynamic anchor leads to in a state of the dynamic scope, nil where nothing was passed.
  func dynamicTarget(_ anchor: String, scope: Int) -> SchemaPlace? { scopes[scope][anchor] }

  private func compile(_ unit: Unit, into number: Int32) throws(SchemaError) {
    let document = registry.documents[unit.place.document]
    guard document.kind(unit.place.node) == .object, let resource = registry.resource(at: unit.place) else {
      // The one boolean that is left.
      codes[Int(number)].kinds = 0
      return
    }
    var reader = KeywordReader(
      compiler: self, document: document, place: unit.place, dialect: resource.dialect, scope: unit.scope)
    try reader.read()
    var code = reader.code
    // The order of the operations is that of the places in the code; of one kind, that of the keywords.
    let sorted = reader.instructions.enumerated()
      .sorted { ($0.element.operation.rawValue, $0.offset) < ($1.element.operation.rawValue, $1.offset) }
      .map(\.element)
    func start(_ operation: SchemaInstruction.Operation) -> Int32 {
      let before = sorted.prefix { $0.operation.rawValue < operation.rawValue }.count
      return Int32(truncatingIfNeeded: instructions.count + before)
    }
    code.numbers = start(.minimum)
    code.strings = start(.minLength)
    code.arrays = start(.minItems)
    code.objects = start(.minProperties)
    code.common = start(.constant)
    code.lastOfArrays = start(.unevaluatedItems)
    code.lastOfObjects = start(.unevaluatedProperties)
    instructions += sorted
    code.end = Int32(truncatingIfNeeded: instructions.count)
    codes[Int(number)] = code
  }

  // MARK: Parts of instructions

  func list(_ values: [Int32]) -> Int32 {
    lists += values
    return Int32(truncatingIfNeeded: lists.count - values.count)
  }

  func symbol(_ name: [UInt8]) -> Int32 { Int32(truncatingIfNeeded: symbols.insert(name)) }

  /// A table of symbols, at most half full.
  func table(_ entries: [(symbol: Int32, value: Int32)]) -> (start: Int32, mask: Int32) {
    var size = 2
    while size < entries.count * 2 { size *= 2 }
    let start = slots.count
    let mask = Int32(truncatingIfNeeded: size - 1)
    slots += Array(repeating: SymbolSlot(), count: size)
    for entry in entries {
      var place = SymbolSlot.first(entry.symbol, mask)
      while slots[start + Int(place)].symbol != 0, slots[start + Int(place)].symbol != entry.symbol {
        place = (place + 1) & mask
      }
      slots[start + Int(place)] = SymbolSlot(symbol: entry.symbol, value: entry.value)
    }
    return (Int32(truncatingIfNeeded: start), mask)
  }

  func number(_ value: Decimal) -> Int32 {
    numbers.append(value)
    return Int32(truncatingIfNeeded: numbers.count - 1)
  }

  /// A pattern, which is compiled once to see whether it can be; each thread compiles its own.
  func pattern(_ text: [UInt8]) throws(SchemaPatternError) -> Int32 {
    let pattern = String(decoding: text, as: UTF8.self)
    if let known = numberOfPattern[pattern] { return known }
    let buffer = ByteBuffer(capacity: text.count)
    buffer.append(pattern)
    _ = try SchemaPattern(buffer.bytes)
    patterns.append(pattern)
    let number = Int32(truncatingIfNeeded: patterns.count - 1)
    numberOfPattern[pattern] = number
    return number
  }

  func place(of node: Int, in document: Int) -> Int32 {
    keywordPlaces.append(SchemaPlace(document: document, node: node))
    return Int32(truncatingIfNeeded: keywordPlaces.count - 1)
  }
}
