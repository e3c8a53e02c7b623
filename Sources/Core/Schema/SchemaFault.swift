/// One keyword that a record does not satisfy: where in the record, where in the schema, and never what stands there.
package struct SchemaFault: Equatable {
  /// Of the value's first byte in the record.
  package var offset: Int
  /// Of the value in the record. A name that the schema does not know may be data, and is written `*` unless it looks
  /// like one that a program chose.
  package var pointer: String
  package var keyword: String
  /// Of the keyword in the schema, behind `#`; before it a URI where it stands in another document.
  package var schemaPointer: String
  package var message: String

  /// As reports name it.
  package var rule: String { "schema/\(keyword)" }
}

/// What was found on the way through a schema, to be put into words only if it is told.
struct FoundSchemaFault {
  enum Kind {
    case type
    /// A schema that nothing fits.
    case forbidden
    case keyword(SchemaInstruction)
    /// More than one branch fits.
    case severalFit(SchemaInstruction)
    /// A value that no branch has in its place.
    case noBranchHas(SchemaInstruction)
    /// None of the branches takes this kind of value.
    case noBranchTakes(SchemaInstruction)
  }

  var node: Int
  var code: Int32
  var kind: Kind
  /// How far inside the record the explanation went.
  var level: Int
  /// The branches that were chosen on the way, the outermost first.
  var branches: [Branch]

  struct Branch {
    var code: Int32
    var index: Int
  }
}

/// Takes faults in: all are counted and the first are kept, or of a branch only the deepest.
struct SchemaFaultSink {
  private(set) var kept: [FoundSchemaFault] = []
  private(set) var count = 0
  private let limit: Int
  private let keepsDeepest: Bool

  /// Keeps the first ones.
  init(limit: Int) {
    self.limit = limit
    keepsDeepest = false
  }

  private init() {
    limit = 1
    keepsDeepest = true
  }

  /// Keeps the deepest one.
  static var deepest: SchemaFaultSink { SchemaFaultSink() }

  mutating func add(_ fault: FoundSchemaFault) {
    count += 1
    if kept.count < limit {
      kept.append(fault)
    } else if keepsDeepest, fault.level > kept[0].level {
      kept[0] = fault
    }
  }
}
