/// How a schema is to be read.
package struct SchemaOptions {
  /// For schemas that do not say `$schema`.
  package var defaultDraft = Draft.draft2020
  /// Where references may lead.
  package var sources = SchemaSources()
  /// Whether `format` is checked, and does not only tell of a value.
  package var assertsFormats = false

  package init() {}
}

/// A JSON Schema, compiled once and for all threads.
package final class Schema: @unchecked Sendable {
  let codes: FixedArray<SchemaCode>
  let instructions: FixedArray<SchemaInstruction>
  /// What instructions have more than one of.
  let lists: FixedArray<Int32>
  let slots: FixedArray<SymbolSlot>
  let symbols: SymbolTable
  let numbers: [Decimal]
  let divisors: [Decimal.Divisor]
  let patterns: [String]
  let constants: [ConstantSet]
  let formats: [Format]
  /// Of the schemas, by their codes.
  let codePlaces: [SchemaPlace]
  /// Of the keywords' values; instructions name them.
  let keywordPlaces: [SchemaPlace]
  let documents: [SchemaDocument]
  /// The resources' URIs, to name keywords by.
  let registry: SchemaRegistry
  /// Where evaluation begins.
  let root: Int32

  /// Reads and compiles a schema.
  ///
  /// - Parameter path: of a file, `-` for standard input.
  /// - Throws: `SchemaError` with the place in the file if it is no schema, or refers to something that is not there.
  package convenience init(path: String, _ options: SchemaOptions) throws {
    let document = try SchemaSources.read(path)
    try self.init(document, at: SchemaSources.uri(ofFile: path), options)
  }

  /// Compiles a schema from memory.
  ///
  /// - Parameter name: what messages call it.
  package convenience init(_ text: Bytes, name: String, _ options: SchemaOptions) throws(SchemaError) {
    let buffer = ByteBuffer(capacity: text.count)
    buffer.append(text)
    try self.init(SchemaDocument(name: name, buffer), at: SchemaURI(file: "/\(name)"), options)
  }

  private convenience init(
    _ document: SchemaDocument, at uri: SchemaURI, _ options: SchemaOptions
  ) throws(SchemaError) {
    let registry = SchemaRegistry(sources: options.sources, defaultDraft: options.defaultDraft)
    guard document.kind(0) == .object || document.kind(0) == .boolean else {
      throw SchemaError(.notASchema, at: document.location(of: 0))
    }
    let root = try registry.add(document, at: uri)
    if let resource = registry.resource(at: root) { try Self.check(document, resource.dialect.draft) }
    let compiler = SchemaCompiler(registry, assertsFormats: options.assertsFormats)
    try compiler.compile(root)
    self.init(compiler)
  }

  init(_ compiler: SchemaCompiler) {
    codes = FixedArray(compiler.codes)
    instructions = FixedArray(compiler.instructions)
    lists = FixedArray(compiler.lists)
    slots = FixedArray(compiler.slots)
    symbols = compiler.symbols
    numbers = compiler.numbers
    divisors = compiler.divisors
    patterns = compiler.patterns
    constants = compiler.constants
    codePlaces = compiler.codePlaces
    keywordPlaces = compiler.keywordPlaces
    formats = compiler.formats
    documents = compiler.registry.documents
    registry = compiler.registry
    root = compiler.root
    symbols.freeze()
  }

  /// Checks a document against the metaschema of a draft.
  private static func check(_ document: SchemaDocument, _ draft: Draft) throws(SchemaError) {
    let checker = SchemaChecker(try metaschemas.schema(of: draft))
    guard case .faults(let faults, _) = try? checker.check(document.bytes, limit: 1), let fault = faults.first else {
      return
    }
    throw SchemaError(
      .invalid(pointer: fault.pointer, message: fault.message), at: document.location(ofOffset: fault.offset))
  }
}

extension Schema {
  private static let metaschemas = CompiledMetaschemas()
}

/// The metaschemas that were needed before; whoever checks many schemas compiles them once.
private final class CompiledMetaschemas: @unchecked Sendable {
  private let lock = Lock()
  // Touched under the lock only.
  private var schemas: [Draft: Schema] = [:]

  func schema(of draft: Draft) throws(SchemaError) -> Schema {
    if let known = lock.whileLocked({ schemas[draft] }) { return known }
    let registry = SchemaRegistry(sources: SchemaSources(), defaultDraft: draft)
    let compiler = SchemaCompiler(registry, assertsFormats: false)
    try compiler.compile(try registry.root(ofMetaschema: draft))
    let schema = Schema(compiler)
    lock.whileLocked { schemas[draft] = schema }
    return schema
  }
}

/// Plain values that never change, without the checks of an array: for the ways that every value of a record takes.
/// Indices come from the compiler, which made both.
final class FixedArray<Element: BitwiseCopyable> {
  private let storage: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    storage = .allocate(capacity: max(elements.count, 1))
    for (index, element) in elements.enumerated() { (storage + index).initialize(to: element) }
  }

  deinit {
    storage.deallocate()
  }

  /// Where they are, as long as somebody holds the array.
  var elements: UnsafePointer<Element> { UnsafePointer(storage) }
}
