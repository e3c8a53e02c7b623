/// The keywords.
extension SchemaEvaluator {
  /// Whether a value satisfies a keyword.
  func run(
    _ instruction: UnsafePointer<SchemaInstruction>, _ node: Int, _ marks: Int
  ) throws(Stop) -> Bool {
    let first = instruction.pointee.first
    switch instruction.pointee.operation {
    case .minimum: return try compare(node, first) >= 0
    case .maximum: return try compare(node, first) <= 0
    case .exclusiveMinimum: return try compare(node, first) > 0
    case .exclusiveMaximum: return try compare(node, first) < 0
    case .multipleOf: return try isMultiple(node, first)
    case .minLength: return try length(node, isAtLeast: Int(first))
    case .maxLength: return try !length(node, isAtLeast: Int(first) + 1)
    case .pattern: return try matches(first, node)
    case .format: return schema.formats[Int(first)].accepts(try text(node))
    case .minItems, .minProperties: return tape[node].childCount >= Int(first)
    case .maxItems, .maxProperties: return tape[node].childCount <= Int(first)
    case .uniqueItems: return try repeatedItem(node) == nil
    case .items: return try runItems(instruction.pointee, node, marks)
    case .contains: return try runContains(instruction.pointee, node, marks)
    case .required:
      try spend(Int(instruction.pointee.second))
      for index in first..<first &+ instruction.pointee.second {
        guard try has(lists[Int(index)], node) else { return false }
      }
      return true
    case .dependentRequired:
      guard try has(first, node) else { return true }
      let list = instruction.pointee.second
      try spend(Int(instruction.pointee.third))
      for index in list..<list &+ instruction.pointee.third {
        guard try has(lists[Int(index)], node) else { return false }
      }
      return true
    case .dependentSchema:
      guard try has(first, node) else { return true }
      return try evaluate(instruction.pointee.second, node, marks: marks)
    case .members: return try runMembers(instruction, node, marks)
    case .propertyNames: return try runPropertyNames(first, node)
    case .constant: return tape[node].kind == .string && tape[node].symbol == Int(first)
    case .constants: return try isConstant(node, instruction.pointee)
    case .reference: return try evaluate(first, node, marks: marks)
    case .allOf:
      for index in first..<first &+ instruction.pointee.second {
        guard try evaluate(lists[Int(index)], node, marks: marks) else { return false }
      }
      return true
    case .anyOf: return try runAnyOf(instruction.pointee, node, marks)
    case .oneOf: return try runOneOf(instruction.pointee, node, marks)
    case .not: return try !evaluate(first, node, marks: -1)
    case .conditional:
      let branch =
        try evaluateBranch(first, node, marks: marks) ? instruction.pointee.second : instruction.pointee.third
      guard branch >= 0 else { return true }
      return try evaluate(branch, node, marks: marks)
    case .unevaluatedItems: return try runUnevaluatedItems(first, node, marks)
    case .unevaluatedProperties: return try runUnevaluatedProperties(first, node, marks)
    }
  }

  // MARK: Numbers and strings

  private func compare(_ node: Int, _ number: Int32) throws(Stop) -> Int {
    Decimal(try spelling(node)).compared(to: schema.numbers[Int(number)])
  }

  private func isMultiple(_ node: Int, _ divisor: Int32) throws(Stop) -> Bool {
    let text = tape.bytes(node)
    let divisor = schema.divisors[Int(divisor)]
    try spend((text.count + 32) * divisor.size / 16)
    return Decimal(text).isMultiple(of: divisor)
  }

  /// Whether a string has at least so many characters (code points).
  private func length(_ node: Int, isAtLeast count: Int) throws(Stop) -> Bool {
    let value = tape[node]
    let size = Int(value.end &- value.start)
    // A character has one to four bytes, or in an escape six, of a pair twelve.
    guard size >= count else { return false }
    if size >= count &* 12 { return true }
    let text = try text(node)
    guard text.count >= count else { return false }
    return text.count >= count &* 4 || text.count { $0 & 0xC0 != 0x80 } >= count
  }

  // MARK: Constants

  private func isConstant(_ node: Int, _ instruction: SchemaInstruction) throws(Stop) -> Bool {
    let value = tape[node]
    switch value.kind {
    case .string: return value.symbol != 0 && slot(instruction, value.symbol) != nil
    case .null: return schema.constants[Int(instruction.third)].hasNull
    case .boolean:
      let isTrue = value.end - value.start == 4
      return isTrue
        ? schema.constants[Int(instruction.third)].hasTrue : schema.constants[Int(instruction.third)].hasFalse
    case .number, .array, .object:
      let others = schema.constants[Int(instruction.third)].others
      guard !others.isEmpty else { return false }
      try spend(value.following - node + Int(value.end - value.start) / 16)
      return others[ValueEquality.hash(node, tape, scratch.first)]?.contains { place in
        schema.documents[place.document].withTape {
          ValueEquality.areEqual(node, tape, place.node, $0, scratch)
        }
      } ?? false
    }
  }

  /// What a table holds for a symbol.
  @inline(__always)
  func slot(_ instruction: SchemaInstruction, _ symbol: Int) -> Int32? {
    let table = slots + Int(instruction.first)
    let symbol = Int32(truncatingIfNeeded: symbol)
    var place = SymbolSlot.first(symbol, instruction.second)
    while table[Int(place)].symbol != 0 {
      if table[Int(place)].symbol == symbol { return table[Int(place)].value }
      place = (place &+ 1) & instruction.second
    }
    return nil
  }

  // MARK: Arrays

  private func runItems(_ instruction: SchemaInstruction, _ node: Int, _ marks: Int) throws(Stop) -> Bool {
    let end = tape[node].following
    try spend(tape[node].childCount)
    var element = node &+ 1
    var index: Int32 = 0
    while element < end, index < instruction.second {
      guard try evaluate(lists[Int(instruction.first &+ index)], element, marks: -1) else { return false }
      mark(Int(index), marks)
      element = tape[element].following
      index &+= 1
    }
    guard instruction.third >= 0 else { return true }
    if instruction.third != SchemaCode.accepting {
      while element < end {
        guard try evaluate(instruction.third, element, marks: -1) else { return false }
        element = tape[element].following
      }
    }
    if marks >= 0 { markAll(of: node, marks) }
    return true
  }

  private func runContains(_ instruction: SchemaInstruction, _ node: Int, _ marks: Int) throws(Stop) -> Bool {
    let marks = instruction.fourth != 0 ? marks : -1
    let most = instruction.third < 0 ? Int32.max : instruction.third
    try spend(tape[node].childCount)
    let end = tape[node].following
    var element = node &+ 1
    var index = 0
    var count: Int32 = 0
    while element < end {
      if try evaluate(instruction.first, element, marks: -1) {
        mark(index, marks)
        count &+= 1
        if count > most { return false }
        if count >= instruction.second, most == .max, marks < 0 { return true }
      }
      element = tape[element].following
      index &+= 1
    }
    return count >= instruction.second
  }

  /// The first element that is equal to one before it, nil if there is none.
  func repeatedItem(_ node: Int) throws(Stop) -> Int? {
    guard tape[node].childCount > 1 else { return nil }
    let end = tape[node].following
    try spend((end - node) + Int(tape[node].end - tape[node].start) / 16)
    var items: [(hash: UInt64, node: Int)] = []
    items.reserveCapacity(tape[node].childCount)
    var element = node + 1
    while element < end {
      items.append((ValueEquality.hash(element, tape, scratch.first), element))
      element = tape[element].following
    }
    items.sort { ($0.hash, $0.node) < ($1.hash, $1.node) }
    var repeated: Int?
    for index in 1..<items.count where items[index].hash == items[index - 1].hash {
      guard repeated.map({ items[index].node < $0 }) ?? true else { continue }
      if ValueEquality.areEqual(items[index].node, tape, items[index - 1].node, tape, scratch) {
        repeated = items[index].node
      }
    }
    return repeated
  }

  private func runUnevaluatedItems(_ code: Int32, _ node: Int, _ marks: Int) throws(Stop) -> Bool {
    try spend(tape[node].childCount)
    let end = tape[node].following
    var element = node &+ 1
    var index = 0
    while element < end {
      if !isMarked(index, marks), try !evaluate(code, element, marks: -1) { return false }
      element = tape[element].following
      index &+= 1
    }
    return true
  }

  // MARK: Objects

  private func runMembers(
    _ instruction: UnsafePointer<SchemaInstruction>, _ node: Int, _ marks: Int
  ) throws(Stop) -> Bool {
    let end = tape[node].following
    try spend(tape[node].childCount)
    var name = node &+ 1
    var index = 0
    let others = instruction.pointee.third
    while name < end {
      let value = name &+ 1
      let symbol = tape[name].symbol
      var isKnown = false
      if symbol != 0, let code = slot(instruction.pointee, symbol) {
        isKnown = true
        if code != SchemaCode.accepting, try !evaluate(code, value, marks: -1) { return false }
      }
      for pair in 0..<instruction.pointee.fifth {
        let place = Int(instruction.pointee.fourth &+ pair &* 2)
        guard try matches(lists[place], name) else { continue }
        isKnown = true
        guard try evaluate(lists[place &+ 1], value, marks: -1) else { return false }
      }
      if !isKnown, others >= 0 {
        isKnown = true
        if others != SchemaCode.accepting, try !evaluate(others, value, marks: -1) { return false }
      }
      if isKnown { mark(index, marks) }
      name = tape[value].following
      index &+= 1
    }
    return true
  }

  private func runPropertyNames(_ code: Int32, _ node: Int) throws(Stop) -> Bool {
    try spend(tape[node].childCount)
    var name = node &+ 1
    while name < tape[node].following {
      guard try evaluate(code, name, marks: -1) else { return false }
      name = tape[name &+ 1].following
    }
    return true
  }

  private func runUnevaluatedProperties(_ code: Int32, _ node: Int, _ marks: Int) throws(Stop) -> Bool {
    try spend(tape[node].childCount)
    let end = tape[node].following
    var name = node &+ 1
    var index = 0
    while name < end {
      if !isMarked(index, marks), try !evaluate(code, name &+ 1, marks: -1) { return false }
      name = tape[name &+ 1].following
      index &+= 1
    }
    return true
  }

  // MARK: Branches

  private func runAnyOf(_ instruction: SchemaInstruction, _ node: Int, _ marks: Int) throws(Stop) -> Bool {
    var fits = false
    for index in instruction.first..<instruction.first &+ instruction.second {
      guard try evaluateBranch(lists[Int(index)], node, marks: marks) else { continue }
      fits = true
      // Who asks for marks wants those of all branches.
      if marks < 0 { return true }
    }
    return fits
  }

  private func runOneOf(_ instruction: SchemaInstruction, _ node: Int, _ marks: Int) throws(Stop) -> Bool {
    var count = 0
    for index in instruction.first..<instruction.first &+ instruction.second {
      guard try evaluateBranch(lists[Int(index)], node, marks: marks) else { continue }
      count &+= 1
      if count > 1 { return false }
    }
    return count == 1
  }
}
