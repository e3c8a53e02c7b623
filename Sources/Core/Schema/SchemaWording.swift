/// The ways to faults that were told before, in one record and in the schema.
struct FaultPaths {
  fileprivate var walk = TapeWalk()
  fileprivate var inSchema: [SchemaPlace: [String]] = [:]

  init() {}
}

/// The words for what was found.
extension Schema {
  /// A fault in words.
  ///
  /// - Parameter paths: of the faults that stand before it in the record.
  func fault(_ found: FoundSchemaFault, _ tape: borrowing Tape, _ paths: inout FaultPaths) -> SchemaFault {
    let place = place(of: found)
    let path = path(to: place, &paths)
    let keyword = keyword(of: found, path)
    var message = message(found, keyword, tape)
    if !found.branches.isEmpty {
      var names: [String] = []
      // Of very many, as a schema that refers to itself can have, the outermost and the innermost.
      let isLong = found.branches.count > 8
      for branch in isLong ? found.branches.prefix(3) : found.branches[...] { names.append(name(of: branch, &paths)) }
      if isLong { names.append("...") }
      for branch in isLong ? found.branches.suffix(4) : [] { names.append(name(of: branch, &paths)) }
      message += " (branch \(names.joined(separator: " > ")))"
    }
    return SchemaFault(
      offset: tape[found.node].offset, pointer: tape.shownPointer(to: found.node, &paths.walk), keyword: keyword,
      schemaPointer: pointer(to: place, path), message: message)
  }

  private func path(to place: SchemaPlace, _ paths: inout FaultPaths) -> [String] {
    if let known = paths.inSchema[place] { return known }
    let path = documents[place.document].path(to: place.node).map { String(decoding: $0, as: UTF8.self) }
    paths.inSchema[place] = path
    return path
  }

  /// What a branch of `anyOf` or `oneOf` is called: the name that it is defined by, the one kind of value that it takes,
  /// or its index.
  private func name(of branch: FoundSchemaFault.Branch, _ paths: inout FaultPaths) -> String {
    let path = path(to: codePlaces[Int(branch.code)], &paths)
    if path.count >= 2, ["definitions", "$defs"].contains(path[path.count - 2]) { return path[path.count - 1] }
    let kinds = codes.elements[Int(branch.code)].kinds
    guard kinds.nonzeroBitCount == 1, let kind = ValueKind(rawValue: UInt8(kinds.trailingZeroBitCount)) else {
      return "\(branch.index)"
    }
    return "\(kind)"
  }

  private func place(of found: FoundSchemaFault) -> SchemaPlace {
    switch found.kind {
    case .forbidden: codePlaces[Int(found.code)]
    case .type:
      SchemaPlace(
        document: codePlaces[Int(found.code)].document,
        node: documents[codePlaces[Int(found.code)].document].member("type", of: codePlaces[Int(found.code)].node)
          ?? codePlaces[Int(found.code)].node)
    case .keyword(let instruction), .severalFit(let instruction), .noBranchHas(let instruction),
      .noBranchTakes(let instruction):
      keywordPlaces[Int(instruction.place)]
    }
  }

  /// The keyword that a path in a schema leads to, or whose schema it leads to.
  private func keyword(of found: FoundSchemaFault, _ path: [String]) -> String {
    guard let last = path.last else { return "false" }
    let isInside: Bool
    switch found.kind {
    case .keyword(let instruction):
      isInside = instruction.operation == .dependentRequired
    case .forbidden:
      // A list of schemas has indices, a map names; a keyword that holds a schema is itself the last.
      isInside = path.count > 1 && ![.schema, .schemaOrList].contains(Dialect(.draft2019).holding(last))
    default: isInside = false
    }
    return isInside && path.count > 1 ? path[path.count - 2] : last
  }

  /// Behind `#`, as in `$ref`, but not percent-encoded.
  private func pointer(to place: SchemaPlace, _ path: [String]) -> String {
    let root = SchemaPlace(document: place.document, node: 0)
    let uri = place.document == 0 ? "" : registry.resource(at: root)?.uri.textWithoutFragment ?? ""
    return "\(uri)#\(JSONPointer.text(path.map { Array($0.utf8) }))"
  }

  private func message(_ found: FoundSchemaFault, _ keyword: String, _ tape: borrowing Tape) -> String {
    let kind = tape[found.node].kind
    switch found.kind {
    case .type:
      let code = codes.elements[Int(found.code)]
      return "expected \(Self.words(code.kinds, integer: code.takesOnlyIntegers)), found \(kind)"
    case .forbidden:
      switch keyword {
      case "additionalProperties", "unevaluatedProperties": return "the object may not have this member"
      case "items", "additionalItems", "unevaluatedItems": return "the array may not have this element"
      default: return "no value is allowed here"
      }
    case .severalFit(let instruction):
      return "fits more than one of the \(instruction.second) branches"
    case .noBranchHas(let instruction):
      return "none of the \(instruction.second) branches has this value here"
    case .noBranchTakes(let instruction):
      var kinds: UInt8 = 0
      var isInteger = true
      for index in instruction.first..<instruction.first + instruction.second {
        let code = codes.elements[Int(lists.elements[Int(index)])]
        kinds |= code.kinds
        if code.kinds & ValueKind.number.bit != 0, !code.takesOnlyIntegers { isInteger = false }
      }
      guard kinds & kind.bit == 0 else { return "fits none of the \(instruction.second) branches" }
      return "expected \(Self.words(kinds, integer: isInteger)), found \(kind)"
    case .keyword(let instruction):
      switch instruction.operation {
      case .required: return Self.missing(names(instruction.first, instruction.second, missingIn: found.node, tape))
      case .dependentRequired:
        let missing = names(instruction.second, instruction.third, missingIn: found.node, tape)
        return "\(Self.missing(missing)) beside '\(name(ofSymbol: instruction.first))'"
      default: return message(instruction)
      }
    }
  }

  /// Which of a list of names an object does not have; they are the schema's own.
  private func names(_ list: Int32, _ count: Int32, missingIn object: Int, _ tape: borrowing Tape) -> [String] {
    var present: Set<Int> = []
    var name = object + 1
    while name < tape[object].following {
      present.insert(tape[name].symbol)
      name = tape[name + 1].following
    }
    return (list..<list + count).map { lists.elements[Int($0)] }.filter { !present.contains(Int($0)) }
      .map { self.name(ofSymbol: $0) }
  }

  private func name(ofSymbol symbol: Int32) -> String {
    String(decoding: symbols.names[Int(symbol) - 1], as: UTF8.self)
  }

  private static func missing(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }.joined(separator: ", ")
    return names.count == 1 ? "member \(quoted) is missing" : "members \(quoted) are missing"
  }

  /// The kinds of values, as in `string or null`.
  private static func words(_ kinds: UInt8, integer: Bool) -> String {
    let names = (ValueKind.null.rawValue...ValueKind.object.rawValue).compactMap { raw -> String? in
      guard let kind = ValueKind(rawValue: raw), kinds & kind.bit != 0 else { return nil }
      return kind == .number && integer ? "integer" : "\(kind)"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return "\(names.dropLast().joined(separator: ", ")) or \(last)"
  }

  private func message(_ instruction: SchemaInstruction) -> String {
    let first = instruction.first
    switch instruction.operation {
    case .minimum: return "number is less than \(text(instruction))"
    case .maximum: return "number is greater than \(text(instruction))"
    case .exclusiveMinimum: return "number is not greater than \(text(instruction))"
    case .exclusiveMaximum: return "number is not less than \(text(instruction))"
    case .multipleOf: return "number is not a multiple of \(text(instruction))"
    case .minLength:
      return first == 1 ? "string is empty" : "string is shorter than \(Self.counted(first, "character"))"
    case .maxLength: return "string is longer than \(Self.counted(first, "character"))"
    case .pattern: return "string does not match the pattern"
    case .format: return "string has not the format '\(text(instruction))'"
    case .minItems: return first == 1 ? "array is empty" : "array has less than \(Self.counted(first, "element"))"
    case .maxItems: return "array has more than \(Self.counted(first, "element"))"
    case .uniqueItems: return "array has two equal elements"
    case .minProperties: return first == 1 ? "object is empty" : "object has less than \(Self.counted(first, "member"))"
    case .maxProperties: return "object has more than \(Self.counted(first, "member"))"
    case .contains:
      guard instruction.third >= 0 else {
        return "array has less than \(Self.counted(instruction.second, "element")) of the kind it must contain"
      }
      return "array has not \(instruction.second) to \(instruction.third) elements of the kind it must contain"
    case .constant: return "value is not the one allowed"
    case .constants: return "value is not one of those allowed"
    case .not: return "value fits a schema that it may not fit"
    case .anyOf, .oneOf: return "fits none of the \(instruction.second) branches"
    default: return "value does not fit"
    }
  }

  /// A keyword's value as it is spelled in the schema.
  private func text(_ instruction: SchemaInstruction) -> String {
    let place = keywordPlaces[Int(instruction.place)]
    return documents[place.document].bytes(place.node).text
  }

  private static func counted(_ count: Int32, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension Tape {
  /// The pointer to a node as reports show it.
  func shownPointer(to node: Int, _ walk: inout TapeWalk) -> String {
    JSONPointer.text(
      path(to: node, &walk).map { step in
        guard step.isName, step.symbol == 0 else { return step.token }
        return step.token.withUnsafeBufferPointer { JSONPointer.isShown($0) } ? step.token : Array("*".utf8)
      })
  }
}
