/// The schemas that schemas refer to.
extension SchemaCompiler {
  /// Calls `body` with each code that an instruction names, and puts what it returns in its place.
  ///
  /// - Parameter isInPlace: only those that are evaluated for the same value.
  func replaceCodes(
    of instruction: inout SchemaInstruction, isInPlace: Bool = false, _ body: (Int32) -> Int32
  ) {
    func replace(_ code: inout Int32) { if code >= 0 { code = body(code) } }
    switch instruction.operation {
    case .reference, .not: replace(&instruction.first)
    case .conditional:
      replace(&instruction.first)
      replace(&instruction.second)
      replace(&instruction.third)
    case .allOf, .anyOf, .oneOf:
      for index in instruction.first..<instruction.first + instruction.second { replace(&lists[Int(index)]) }
    case .dependentSchema: replace(&instruction.second)
    case .items where !isInPlace:
      for index in instruction.first..<instruction.first + instruction.second { replace(&lists[Int(index)]) }
      replace(&instruction.third)
    case .members where !isInPlace:
      for index in instruction.first...instruction.first + instruction.second where slots[Int(index)].symbol != 0 {
        replace(&slots[Int(index)].value)
      }
      replace(&instruction.third)
      for index in 0..<instruction.fifth { replace(&lists[Int(instruction.fourth + index * 2 + 1)]) }
    case .contains where !isInPlace, .propertyNames where !isInPlace, .unevaluatedItems where !isInPlace,
      .unevaluatedProperties where !isInPlace:
      replace(&instruction.first)
    default: break
    }
  }

  /// Refuses a schema that would be evaluated for a value in order to evaluate it for that value.
  func refuseCircles() throws(SchemaError) {
    enum State { case new, open, done }
    var targets: [[Int32]] = []
    for code in codes {
      var own: [Int32] = []
      for index in code.numbers..<code.end {
        var instruction = instructions[Int(index)]
        replaceCodes(of: &instruction, isInPlace: true) {
          own.append($0)
          return $0
        }
      }
      targets.append(own)
    }
    var states = Array(repeating: State.new, count: codes.count)
    for start in codes.indices where states[start] == .new {
      // A way through the schemas, each with the number of the target to try next.
      var way = [(code: start, next: 0)]
      states[start] = .open
      while let (code, next) = way.last {
        guard next < targets[code].count else {
          states[code] = .done
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let target = Int(targets[code][next])
        switch states[target] {
        case .done: break
        case .open:
          let place = codePlaces[target]
          throw SchemaError(.circular, at: registry.documents[place.document].location(of: place.node))
        case .new:
          states[target] = .open
          way.append((target, 0))
        }
      }
    }
  }

  /// Lets those that refer to a schema that is only a reference refer to what it leads to, and to one that says nothing
  /// to the schema that every value fits.
  func shortenReferences() {
    var shorter = codes.indices.map { Int32(truncatingIfNeeded: $0) }
    for (number, code) in codes.enumerated() where code.kinds == .max && !code.takesOnlyIntegers {
      if code.numbers == code.end {
        shorter[number] = SchemaCode.accepting
      } else if code.numbers + 1 == code.end, instructions[Int(code.numbers)].operation == .reference {
        shorter[number] = instructions[Int(code.numbers)].first
      }
    }
    // There are no circles.
    func shortened(_ code: Int32) -> Int32 {
      var end = code
      while shorter[Int(end)] != end { end = shorter[Int(end)] }
      var place = code
      while place != end {
        let next = shorter[Int(place)]
        shorter[Int(place)] = end
        place = next
      }
      return end
    }
    for index in instructions.indices {
      var instruction = instructions[index]
      replaceCodes(of: &instruction) { shortened($0) }
      instructions[index] = instruction
    }
    root = shortened(root)
  }
}
