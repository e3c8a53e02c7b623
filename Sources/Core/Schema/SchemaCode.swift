/// A schema in the form that is evaluated: numbers in arrays, so that walking it counts no references and chases no
/// objects. Schemas, keywords and lists refer to each other by index.
struct SchemaCode: BitwiseCopyable {
  /// A bit for each kind of value that passes.
  var kinds: UInt8 = .max
  /// Whether a number must be whole.
  var takesOnlyIntegers = false
  /// Whether a whole number may not even be written with a point or an exponent, as in draft 4.
  var takesOnlyPlainIntegers = false
  /// Whether it asks which members or elements other keywords have not evaluated.
  var hasUnevaluatedItems = false
  var hasUnevaluatedProperties = false

  /// Where its instructions begin: those for numbers, strings, arrays, objects, for all values, and those that come last
  /// for arrays and for objects.
  var numbers: Int32 = 0
  var strings: Int32 = 0
  var arrays: Int32 = 0
  var objects: Int32 = 0
  var common: Int32 = 0
  var lastOfArrays: Int32 = 0
  var lastOfObjects: Int32 = 0
  var end: Int32 = 0

  /// The schema that every value fits.
  static let accepting: Int32 = 0
  /// Where a keyword that could be there is not.
  static let absent: Int32 = -1

  /// Whether what others have not evaluated matters for a kind of values.
  @inline(__always)
  func hasUnevaluated(_ kind: ValueKind) -> Bool {
    kind == .object ? hasUnevaluatedProperties : kind == .array && hasUnevaluatedItems
  }

  /// The instructions that only a kind of values needs.
  @inline(__always)
  func range(for kind: ValueKind) -> Range<Int32> {
    switch kind {
    case .null, .boolean: Range(uncheckedBounds: (0, 0))
    case .number: Range(uncheckedBounds: (numbers, strings))
    case .string: Range(uncheckedBounds: (strings, arrays))
    case .array: Range(uncheckedBounds: (arrays, objects))
    case .object: Range(uncheckedBounds: (objects, common))
    }
  }
}

/// One keyword of a schema, or some that are evaluated together.
struct SchemaInstruction: BitwiseCopyable {
  enum Operation: UInt8 {
    // Of numbers. The operand is an index in `numbers`, or in `divisors`.
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    // Of strings: a count of characters, or an index.
    case minLength, maxLength, pattern, format
    // Of arrays. `items`: list of schemas for the first elements, their count, schema of the others. `contains`: schema,
    // least, most.
    case minItems, maxItems, uniqueItems, items, contains
    // Of objects. `required`: list of symbols, count. `members`: table of symbols and schemas, its mask, schema of the
    // others, list of patterns and schemas, count. `dependentRequired`: symbol, list of symbols, count.
    // `dependentSchema`: symbol, schema.
    case minProperties, maxProperties, required, dependentRequired, dependentSchema, members, propertyNames
    // Of all values. `constant`: a symbol; `constants`: table of symbols, its mask, index in `constants`.
    case constant, constants, reference, allOf, anyOf, oneOf, not, conditional
    // What others have left.
    case unevaluatedItems, unevaluatedProperties
  }

  var operation: Operation
  var first: Int32 = 0
  var second: Int32 = 0
  var third: Int32 = 0
  var fourth: Int32 = 0
  var fifth: Int32 = 0
  /// Of the keyword's value, an index in `places`; where several keywords are one instruction, of the schema.
  var place: Int32 = 0
}

/// A number that belongs to a symbol, in a table that is looked up by it.
struct SymbolSlot: BitwiseCopyable {
  /// 0 in an empty slot.
  var symbol: Int32 = 0
  var value: Int32 = 0

  /// Where the search for a symbol begins.
  @inline(__always)
  static func first(_ symbol: Int32, _ mask: Int32) -> Int32 {
    Int32(truncatingIfNeeded: (UInt32(bitPattern: symbol) &* 0x9E37_79B1) &>> 8) & mask
  }
}

/// The values of an `enum` or `const` that are not strings.
struct ConstantSet {
  var hasNull = false
  var hasTrue = false
  var hasFalse = false
  /// Numbers, arrays and objects, by their hashes.
  var others: [UInt64: [SchemaPlace]] = [:]
}
