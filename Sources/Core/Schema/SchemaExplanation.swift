/// Finds out why a record does not fit a schema: which keywords, for which values.
///
/// It asks the evaluator about every part, and goes into those that do not fit. What a part gave is remembered there.
struct SchemaExplanation {
  let evaluator: SchemaEvaluator
  /// How often branches may still be looked into only in order to choose between them.
  private var trials = 256
  private var level = 0
  private var branches: [FoundSchemaFault.Branch] = []

  init(_ evaluator: SchemaEvaluator) {
    self.evaluator = evaluator
  }

  /// Finds the faults of a value that does not fit a schema.
  mutating func explain(
    _ number: Int32, _ node: Int, _ sink: inout SchemaFaultSink
  ) throws(SchemaEvaluator.Stop) {
    let code = evaluator.codes[Int(number)]
    try evaluator.spend(1)
    try evaluator.enter()
    defer { evaluator.leave() }
    let kind = evaluator.tape[node].kind
    guard try evaluator.takes(node, code) else {
      return add(node, number, code.kinds == 0 ? .forbidden : .type, &sink)
    }
    let beforeMarks = evaluator.bits.count
    defer { evaluator.bits.count = beforeMarks }
    let marks = code.hasUnevaluated(kind) ? try evaluator.makeMarks(for: node) : -1
    let before = sink.count
    for range in [code.range(for: kind), code.common..<code.lastOfArrays] {
      for index in range { try explain(number, index, node, marks, &sink) }
    }
    // What is left cannot be said as long as the others have not done their part.
    guard sink.count == before else { return }
    switch kind {
    case .array: for index in code.lastOfArrays..<code.lastOfObjects { try explain(number, index, node, marks, &sink) }
    case .object: for index in code.lastOfObjects..<code.end { try explain(number, index, node, marks, &sink) }
    default: break
    }
  }

  private func add(_ node: Int, _ code: Int32, _ kind: FoundSchemaFault.Kind, _ sink: inout SchemaFaultSink) {
    sink.add(FoundSchemaFault(node: node, code: code, kind: kind, level: level, branches: branches))
  }

  /// Finds the faults of a child.
  private mutating func descend(
    _ code: Int32, _ child: Int, _ sink: inout SchemaFaultSink
  ) throws(SchemaEvaluator.Stop) {
    guard code >= 0, try !evaluator.evaluate(code, child, marks: -1) else { return }
    level += 1
    defer { level -= 1 }
    try explain(code, child, &sink)
  }

  private mutating func explain(
    _ code: Int32, _ index: Int32, _ node: Int, _ marks: Int, _ sink: inout SchemaFaultSink
  ) throws(SchemaEvaluator.Stop) {
    let place = evaluator.instructions + Int(index)
    guard try !evaluator.run(place, node, marks) else { return }
    let instruction = place.pointee
    switch instruction.operation {
    case .reference: try explain(instruction.first, node, &sink)
    case .allOf:
      for index in instruction.first..<instruction.first + instruction.second {
        let branch = evaluator.lists[Int(index)]
        if try !evaluator.evaluate(branch, node, marks: -1) { try explain(branch, node, &sink) }
      }
    case .dependentSchema: try explain(instruction.second, node, &sink)
    case .conditional:
      let isChosen = try evaluator.evaluate(instruction.first, node, marks: -1)
      try explain(isChosen ? instruction.second : instruction.third, node, &sink)
    case .items: try explainItems(instruction, node, &sink)
    case .members: try explainMembers(instruction, node, &sink)
    case .propertyNames:
      try forEachMember(node) { this, name throws(SchemaEvaluator.Stop) in
        try this.descend(instruction.first, name, &sink)
      }
    case .unevaluatedItems, .unevaluatedProperties:
      var child = 0
      let isObject = instruction.operation == .unevaluatedProperties
      try forEachChild(node, isObject: isObject) { this, value throws(SchemaEvaluator.Stop) in
        if !this.evaluator.isMarked(child, marks) { try this.descend(instruction.first, value, &sink) }
        child += 1
      }
    case .anyOf, .oneOf: try explainBranches(code, instruction, node, &sink)
    default: add(node, code, .keyword(instruction), &sink)
    }
  }

  // MARK: Children

  private mutating func forEachChild(
    _ node: Int, isObject: Bool, _ body: (inout Self, Int) throws(SchemaEvaluator.Stop) -> Void
  ) throws(SchemaEvaluator.Stop) {
    var child = node + 1
    while child < evaluator.tape[node].following {
      let value = isObject ? child + 1 : child
      try body(&self, value)
      child = evaluator.tape[value].following
    }
  }

  private mutating func forEachMember(
    _ node: Int, _ body: (inout Self, _ name: Int) throws(SchemaEvaluator.Stop) -> Void
  ) throws(SchemaEvaluator.Stop) {
    try forEachChild(node, isObject: true) { this, value throws(SchemaEvaluator.Stop) in try body(&this, value - 1) }
  }

  private mutating func explainItems(
    _ instruction: SchemaInstruction, _ node: Int, _ sink: inout SchemaFaultSink
  ) throws(SchemaEvaluator.Stop) {
    var index: Int32 = 0
    try forEachChild(node, isObject: false) { this, element throws(SchemaEvaluator.Stop) in
      let isListed = index < instruction.second
      let code = isListed ? this.evaluator.lists[Int(instruction.first + index)] : instruction.third
      try this.descend(code, element, &sink)
      index += isListed ? 1 : 0
    }
  }

  private mutating func explainMembers(
    _ instruction: SchemaInstruction, _ node: Int, _ sink: inout SchemaFaultSink
  ) throws(SchemaEvaluator.Stop) {
    try forEachMember(node) { this, name throws(SchemaEvaluator.Stop) in
      let symbol = this.evaluator.tape[name].symbol
      var isKnown = false
      if symbol != 0, let code = this.evaluator.slot(instruction, symbol) {
        isKnown = true
        try this.descend(code, name + 1, &sink)
      }
      for pair in 0..<instruction.fifth {
        let place = Int(instruction.fourth + pair * 2)
        guard try this.evaluator.matches(this.evaluator.lists[place], name) else { continue }
        isKnown = true
        try this.descend(this.evaluator.lists[place + 1], name + 1, &sink)
      }
      if !isKnown { try this.descend(instruction.third, name + 1, &sink) }
    }
  }

  // MARK: Branches

  /// Tells one fault: the deepest of the branch that is meant.
  private mutating func explainBranches(
    _ code: Int32, _ instruction: SchemaInstruction, _ node: Int, _ sink: inout SchemaFaultSink
  ) throws(SchemaEvaluator.Stop) {
    let indices = instruction.first..<instruction.first + instruction.second
    if instruction.operation == .oneOf {
      for index in indices where try evaluator.evaluate(evaluator.lists[Int(index)], node, marks: -1) {
        return add(node, code, .severalFit(instruction), &sink)
      }
    }
    var best: [Int32] = []
    var bestLikeness = Likeness.none
    /// The member that tells the branches apart, if it is one.
    var tellingMember: Int?
    var isOneMember = true
    for index in indices {
      let (likeness, member) = try self.likeness(of: evaluator.lists[Int(index)], to: node)
      if likeness == .anotherConstant {
        isOneMember = isOneMember && (tellingMember == nil || tellingMember == member)
        tellingMember = member
      }
      if likeness > bestLikeness {
        best = []
        bestLikeness = likeness
      }
      if likeness == bestLikeness { best.append(index) }
    }
    switch bestLikeness {
    case .none: return add(node, code, .noBranchTakes(instruction), &sink)
    case .anotherConstant where best.count > 1:
      guard isOneMember, let tellingMember else { return add(node, code, .keyword(instruction), &sink) }
      level += 1
      defer { level -= 1 }
      return add(tellingMember, code, .noBranchHas(instruction), &sink)
    default: break
    }
    guard let chosen = try chooseBranch(best, node) else { return add(node, code, .keyword(instruction), &sink) }
    var deepest = SchemaFaultSink.deepest
    let branch = evaluator.lists[Int(chosen)]
    branches.append(FoundSchemaFault.Branch(code: branch, index: Int(chosen - instruction.first)))
    defer { branches.removeLast() }
    try explain(branch, node, &deepest)
    deepest.kept.forEach { sink.add($0) }
  }

  /// The branch whose faults lie deepest; of several, the first with the fewest. Nil if none says more than that it does
  /// not fit.
  private mutating func chooseBranch(_ indices: [Int32], _ node: Int) throws(SchemaEvaluator.Stop) -> Int32? {
    guard indices.count > 1, indices.count <= trials else { return indices.first }
    trials -= indices.count
    var best: (index: Int32, level: Int, count: Int)?
    for index in indices {
      var deepest = SchemaFaultSink.deepest
      try explain(evaluator.lists[Int(index)], node, &deepest)
      guard let fault = deepest.kept.first else { continue }
      if let best, (fault.level, -deepest.count) <= (best.level, -best.count) { continue }
      best = (index, fault.level, deepest.count)
    }
    return best?.index
  }

  /// How much a branch looks like what a value was meant to be.
  private enum Likeness: Int, Comparable {
    /// Another kind of value.
    case none
    /// A member that tells branches apart has another value.
    case anotherConstant
    case kind
    /// Such a member has the branch's own value.
    case constant

    static func < (first: Likeness, second: Likeness) -> Bool { first.rawValue < second.rawValue }
  }

  /// - Returns: also the first member whose value the branch does not have.
  private func likeness(
    of number: Int32, to node: Int
  ) throws(SchemaEvaluator.Stop) -> (Likeness, member: Int?) {
    var likeness = Likeness.kind
    var other: Int?
    var waiting = [number]
    var visited = 0
    while let number = waiting.popLast(), visited < 16 {
      visited += 1
      let code = evaluator.codes[Int(number)]
      guard try evaluator.takes(node, code) else { return (.none, nil) }
      for index in code.numbers..<code.end {
        let instruction = evaluator.instructions[Int(index)]
        switch instruction.operation {
        case .reference: waiting.append(instruction.first)
        case .allOf:
          waiting += (instruction.first..<instruction.first + instruction.second).prefix(16).reversed()
            .map { evaluator.lists[Int($0)] }
        case .members where evaluator.tape[node].kind == .object:
          switch try comparison(of: node, instruction) {
          case .fits: likeness = .constant
          case .differs(let member): other = other ?? member
          case .says: break
          }
        default: break
        }
      }
    }
    return other == nil ? (likeness, nil) : (.anotherConstant, other)
  }

  private enum Comparison {
    case says, fits
    case differs(Int)
  }

  /// Compares the members that tell branches apart: those that can have only one value, or, of such names as are used
  /// for that, one of several.
  private func comparison(
    of node: Int, _ instruction: SchemaInstruction
  ) throws(SchemaEvaluator.Stop) -> Comparison {
    var fits = false
    var name = node + 1
    while name < evaluator.tape[node].following {
      let value = name + 1
      let symbol = evaluator.tape[name].symbol
      if symbol != 0, let number = evaluator.slot(instruction, symbol) {
        let code = evaluator.codes[Int(number)]
        for index in code.common..<code.lastOfArrays {
          switch evaluator.instructions[Int(index)].operation {
          case .constant: break
          case .constants where Self.isTelling(evaluator.tape.bytes(name)): break
          default: continue
          }
          guard try evaluator.run(evaluator.instructions + Int(index), value, -1) else { return .differs(value) }
          fits = true
        }
      }
      name = evaluator.tape[value].following
    }
    return fits ? .fits : .says
  }

  private static func isTelling(_ name: Bytes) -> Bool {
    name.equals("type") || name.equals("role") || name.equals("kind") || name.equals("event")
  }
}
