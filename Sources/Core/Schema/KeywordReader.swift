/// Reads the keywords of one schema.
struct KeywordReader {
  let compiler: SchemaCompiler
  let document: SchemaDocument
  let place: SchemaPlace
  let dialect: Dialect
  /// The state of the dynamic scope.
  let scope: Int

  private(set) var code = SchemaCode()
  private(set) var instructions: [SchemaInstruction] = []
  private var keywords: [String: Int] = [:]

  init(compiler: SchemaCompiler, document: SchemaDocument, place: SchemaPlace, dialect: Dialect, scope: Int) {
    self.compiler = compiler
    self.document = document
    self.place = place
    self.dialect = dialect
    self.scope = scope
    for member in document.members(place.node) { keywords[member.text] = member.node }
  }

  mutating func read() throws(SchemaError) {
    try readReferences()
    // In older drafts nothing beside a reference counts.
    if dialect.draft <= .draft7, keywords["$ref"] != nil { return }
    if dialect.vocabularies.contains(.applicator) { try readApplicators() }
    if dialect.vocabularies.contains(.validation) { try readValidation() }
    if dialect.vocabularies.contains(.unevaluated), dialect.draft >= .draft2019 { try readUnevaluated() }
    if compiler.assertsFormats || dialect.vocabularies.contains(.formatAssertion) { readFormat() }
  }

  // MARK: Parts

  /// The value of a keyword, nil if it is not there or another kind of value, which means nothing.
  private func node(_ keyword: String, _ kinds: ValueKind...) -> Int? {
    guard let node = keywords[keyword], kinds.isEmpty || kinds.contains(document.kind(node)) else { return nil }
    return node
  }

  private func location(_ node: Int) -> Location { document.location(of: node) }

  private mutating func add(
    _ operation: SchemaInstruction.Operation, _ first: Int32 = 0, _ second: Int32 = 0, _ third: Int32 = 0,
    _ fourth: Int32 = 0, _ fifth: Int32 = 0, at node: Int
  ) {
    instructions.append(
      SchemaInstruction(
        operation: operation, first: first, second: second, third: third, fourth: fourth, fifth: fifth,
        place: compiler.place(of: node, in: place.document)))
  }

  private mutating func schema(_ node: Int) throws(SchemaError) -> Int32 {
    try compiler.code(for: SchemaPlace(document: place.document, node: node), scope: scope)
  }

  /// The schema that a keyword holds, `absent` if the keyword is not there.
  private mutating func schema(of keyword: String) throws(SchemaError) -> Int32 {
    guard let node = node(keyword, .object, .boolean) else { return SchemaCode.absent }
    return try schema(node)
  }

  private mutating func schemas(_ nodes: [Int]) throws(SchemaError) -> (first: Int32, count: Int32) {
    var codes: [Int32] = []
    for node in nodes { codes.append(try schema(node)) }
    return (compiler.list(codes), Int32(truncatingIfNeeded: codes.count))
  }

  // MARK: References

  private mutating func readReferences() throws(SchemaError) {
    if let node = node("$ref", .string) {
      let target = try target(node)
      add(.reference, try compiler.code(for: target, scope: scope), at: node)
    }
    if dialect.draft >= .draft2020, let node = node("$dynamicRef", .string) {
      var target = try target(node)
      if let anchor = SchemaURI(document.text(node) ?? "").fragment,
        compiler.registry.resource(at: target)?.dynamicAnchors[anchor] == target
      {
        target = compiler.dynamicTarget(anchor, scope: scope) ?? target
      }
      add(.reference, try compiler.code(for: target, scope: scope), at: node)
    }
    if dialect.draft == .draft2019, let node = node("$recursiveRef", .string) {
      var target = try target(node)
      if compiler.registry.resource(at: target)?.dynamicAnchors[""] == target {
        target = compiler.dynamicTarget("", scope: scope) ?? target
      }
      add(.reference, try compiler.code(for: target, scope: scope), at: node)
    }
  }

  private func target(_ node: Int) throws(SchemaError) -> SchemaPlace {
    do {
      return try compiler.registry.resolve(document.text(node) ?? "", from: place)
    } catch {
      throw SchemaError(error.fault, at: error.location ?? location(node))
    }
  }

  // MARK: Applicators

  private mutating func readApplicators() throws(SchemaError) {
    for (keyword, operation) in [("allOf", SchemaInstruction.Operation.allOf), ("anyOf", .anyOf), ("oneOf", .oneOf)] {
      guard let node = node(keyword, .array) else { continue }
      let branches = try schemas(document.elements(node))
      add(operation, branches.first, branches.count, at: node)
    }
    if let node = node("not", .object, .boolean) { add(.not, try schema(node), at: node) }
    if dialect.draft >= .draft7, let node = node("if", .object, .boolean) {
      add(.conditional, try schema(node), try schema(of: "then"), try schema(of: "else"), at: node)
    }
    try readItems()
    try readMembers()
    if dialect.draft >= .draft6, let node = node("propertyNames", .object, .boolean) {
      add(.propertyNames, try schema(node), at: node)
    }
    if dialect.draft >= .draft2019, let node = node("dependentSchemas", .object) {
      for member in document.members(node) {
        add(.dependentSchema, compiler.symbol(member.name), try schema(member.node), at: member.node)
      }
    }
    if let node = node("dependencies", .object) {
      for member in document.members(node) {
        if document.kind(member.node) == .array {
          addDependentRequired(member)
        } else {
          add(.dependentSchema, compiler.symbol(member.name), try schema(member.node), at: member.node)
        }
      }
    }
  }

  private mutating func readItems() throws(SchemaError) {
    var first: [Int] = []
    var rest = SchemaCode.absent
    var node: Int?
    if dialect.draft >= .draft2020 {
      if let prefix = self.node("prefixItems", .array) {
        first = document.elements(prefix)
        node = prefix
      }
      rest = try schema(of: "items")
    } else if let list = self.node("items", .array) {
      first = document.elements(list)
      rest = try schema(of: "additionalItems")
      node = list
    } else {
      rest = try schema(of: "items")
    }
    if node == nil { node = self.node("items", .object, .boolean) }
    if let node, !first.isEmpty || rest != SchemaCode.absent {
      let list = try schemas(first)
      add(.items, list.first, list.count, rest, at: node)
    }
    guard dialect.draft >= .draft6, let contained = self.node("contains", .object, .boolean) else { return }
    var (least, most) = (Int32(1), SchemaCode.absent)
    if dialect.draft >= .draft2019, dialect.vocabularies.contains(.validation) {
      least = count("minContains") ?? least
      most = count("maxContains") ?? most
    }
    let evaluates: Int32 = dialect.draft >= .draft2020 ? 1 : 0
    add(.contains, try schema(contained), least, most, evaluates, at: contained)
  }

  private mutating func readMembers() throws(SchemaError) {
    let properties = node("properties", .object)
    let patterns = node("patternProperties", .object)
    let others = node("additionalProperties", .object, .boolean)
    guard let node = properties ?? patterns ?? others else { return }
    var entries: [(symbol: Int32, value: Int32)] = []
    for member in properties.map({ document.members($0) }) ?? [] {
      entries.append((compiler.symbol(member.name), try schema(member.node)))
    }
    var pairs: [Int32] = []
    for member in patterns.map({ document.members($0) }) ?? [] {
      pairs.append(try pattern(member.name, at: member.node))
      pairs.append(try schema(member.node))
    }
    let table = compiler.table(entries)
    let rest = try schema(of: "additionalProperties")
    let list = compiler.list(pairs)
    add(.members, table.start, table.mask, rest, list, Int32(truncatingIfNeeded: pairs.count / 2), at: node)
  }

  private mutating func pattern(_ text: [UInt8], at node: Int) throws(SchemaError) -> Int32 {
    do throws(SchemaPatternError) {
      return try compiler.pattern(text)
    } catch {
      throw SchemaError(.badPattern(error.message), at: location(node))
    }
  }

  private mutating func readUnevaluated() throws(SchemaError) {
    if let node = node("unevaluatedItems", .object, .boolean) {
      add(.unevaluatedItems, try schema(node), at: node)
      code.hasUnevaluatedItems = true
    }
    if let node = node("unevaluatedProperties", .object, .boolean) {
      add(.unevaluatedProperties, try schema(node), at: node)
      code.hasUnevaluatedProperties = true
    }
  }

  // MARK: Validation

  private mutating func readValidation() throws(SchemaError) {
    readTypes()
    readConstants()
    try readNumbers()
    readCounts()
    if let node = node("pattern", .string) { add(.pattern, try pattern(document.string(node), at: node), at: node) }
    if let node = node("uniqueItems", .boolean), document.isTrue(node) { add(.uniqueItems, at: node) }
    if let node = node("required", .array), case let symbols = self.symbols(node), !symbols.isEmpty {
      add(.required, compiler.list(symbols), Int32(truncatingIfNeeded: symbols.count), at: node)
    }
    if dialect.draft >= .draft2019, let node = node("dependentRequired", .object) {
      for member in document.members(node) where document.kind(member.node) == .array { addDependentRequired(member) }
    }
  }

  private mutating func symbols(_ node: Int) -> [Int32] {
    var symbols: [Int32] = []
    for element in document.elements(node) where document.kind(element) == .string {
      symbols.append(compiler.symbol(document.string(element)))
    }
    return symbols
  }

  private mutating func addDependentRequired(_ member: SchemaDocument.Member) {
    let symbols = symbols(member.node)
    add(
      .dependentRequired, compiler.symbol(member.name), compiler.list(symbols),
      Int32(truncatingIfNeeded: symbols.count), at: member.node)
  }

  private mutating func readTypes() {
    guard let node = node("type", .string, .array) else { return }
    var kinds: UInt8 = 0
    var hasInteger = false
    for name in document.kind(node) == .string ? [node] : document.elements(node) {
      switch document.text(name) {
      case "null": kinds |= ValueKind.null.bit
      case "boolean": kinds |= ValueKind.boolean.bit
      case "number": kinds |= ValueKind.number.bit
      case "integer": hasInteger = true
      case "string": kinds |= ValueKind.string.bit
      case "array": kinds |= ValueKind.array.bit
      case "object": kinds |= ValueKind.object.bit
      default: break
      }
    }
    if hasInteger, kinds & ValueKind.number.bit == 0 {
      code.takesOnlyIntegers = true
      code.takesOnlyPlainIntegers = dialect.draft == .draft4
      kinds |= ValueKind.number.bit
    }
    code.kinds = kinds
  }

  private mutating func readConstants() {
    if let node = node("enum", .array) { addConstants(document.elements(node), at: node) }
    if dialect.draft >= .draft6, let node = node("const") { addConstants([node], at: node) }
  }

  private mutating func addConstants(_ nodes: [Int], at node: Int) {
    if nodes.count == 1, document.kind(nodes[0]) == .string {
      add(.constant, compiler.symbol(document.string(nodes[0])), at: node)
      return
    }
    var set = ConstantSet()
    var entries: [(symbol: Int32, value: Int32)] = []
    let scratch = ByteBuffer(capacity: 64)
    for constant in nodes {
      switch document.kind(constant) {
      case .null: set.hasNull = true
      case .boolean: if document.isTrue(constant) { set.hasTrue = true } else { set.hasFalse = true }
      case .string: entries.append((compiler.symbol(document.string(constant)), 1))
      case .number, .array, .object:
        let hash = document.withTape { ValueEquality.hash(constant, $0, scratch) }
        set.others[hash, default: []].append(SchemaPlace(document: place.document, node: constant))
      }
    }
    let table = compiler.table(entries)
    compiler.constants.append(set)
    add(.constants, table.start, table.mask, Int32(truncatingIfNeeded: compiler.constants.count - 1), at: node)
  }

  private mutating func readNumbers() throws(SchemaError) {
    for (keyword, plain, exclusive, switchName) in [
      (
        "minimum", SchemaInstruction.Operation.minimum, SchemaInstruction.Operation.exclusiveMinimum, "exclusiveMinimum"
      ),
      ("maximum", .maximum, .exclusiveMaximum, "exclusiveMaximum"),
    ] {
      if let node = node(keyword, .number) {
        let isExclusive =
          dialect.draft == .draft4 && self.node(switchName, .boolean).map { document.isTrue($0) } == true
        add(isExclusive ? exclusive : plain, compiler.number(Decimal(document.bytes(node))), at: node)
      }
      if dialect.draft >= .draft6, let node = node(switchName, .number) {
        add(exclusive, compiler.number(Decimal(document.bytes(node))), at: node)
      }
    }
    guard let node = node("multipleOf", .number) else { return }
    guard let divisor = Decimal(document.bytes(node)).divisor else {
      throw SchemaError(.badDivisor, at: location(node))
    }
    compiler.divisors.append(divisor)
    add(.multipleOf, Int32(truncatingIfNeeded: compiler.divisors.count - 1), at: node)
  }

  private mutating func readCounts() {
    for (keyword, operation) in [
      ("minLength", SchemaInstruction.Operation.minLength), ("maxLength", .maxLength), ("minItems", .minItems),
      ("maxItems", .maxItems), ("minProperties", .minProperties), ("maxProperties", .maxProperties),
    ] {
      if let node = keywords[keyword], let count = count(keyword) { add(operation, count, at: node) }
    }
  }

  /// The count that a keyword gives; what is more than any record has is one as good as another.
  private func count(_ keyword: String) -> Int32? {
    guard let node = node(keyword, .number) else { return nil }
    return Decimal(document.bytes(node)).count(atMost: .max)
  }

  private mutating func readFormat() {
    guard let node = node("format", .string) else { return }
    let name = document.string(node)
    guard let format = name.withUnsafeBufferPointer({ Format($0, knowsALabels: dialect.draft >= .draft7) }) else {
      return
    }
    compiler.formats.append(format)
    add(.format, Int32(truncatingIfNeeded: compiler.formats.count - 1), at: node)
  }
}
