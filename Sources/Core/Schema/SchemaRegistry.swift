/// Where a schema stands.
struct SchemaPlace: Hashable {
  var document: Int
  var node: Int
}

/// A schema with a URI of its own, and what can be named in it.
struct SchemaResource {
  var uri: SchemaURI
  var root: SchemaPlace
  var dialect: Dialect
  /// By `$anchor`, by `$dynamicAnchor`, and in older drafts by an identifier that is only a fragment.
  var anchors: [String: SchemaPlace] = [:]
  /// By `$dynamicAnchor`; what `$recursiveAnchor` marks has an empty name.
  var dynamicAnchors: [String: SchemaPlace] = [:]
}

/// All schemas that a run knows of: it finds what a reference names. Nothing is fetched.
final class SchemaRegistry {
  private(set) var documents: [SchemaDocument] = []
  private(set) var resources: [SchemaResource] = []
  private var resourceByURI: [String: Int] = [:]
  private let sources: SchemaSources
  /// Of documents that do not say theirs: once the first is there, its dialect.
  private var defaultDialect: Dialect
  /// Metaschemas that are being looked at, so that one that leads back to itself is noticed.
  private var pendingDialects: Set<String> = []

  init(sources: SchemaSources, defaultDraft: Draft) {
    self.sources = sources
    defaultDialect = Dialect(defaultDraft)
  }

  // MARK: Entering

  /// Enters a document and all schemas that can be seen in it.
  ///
  /// - Parameter uri: where it was found.
  /// - Returns: its root.
  func add(_ document: SchemaDocument, at uri: SchemaURI) throws(SchemaError) -> SchemaPlace {
    documents.append(document)
    let root = SchemaPlace(document: documents.count - 1, node: 0)
    let dialect = try dialect(of: root, default: defaultDialect)
    if root.document == 0 { defaultDialect = dialect }
    // What the dialect needed has been entered before.
    let first = resources.count
    try register(root, in: nil, base: uri, dialect: dialect)
    if first < resources.count, resourceByURI[uri.textWithoutFragment] == nil {
      resourceByURI[uri.textWithoutFragment] = first
    }
    return root
  }

  /// Enters the schema at a place and those inside it.
  ///
  /// - Parameter resource: that it is part of unless it has a URI of its own; nil for a document's root.
  private func register(
    _ place: SchemaPlace, in resource: Int?, base: SchemaURI, dialect outer: Dialect
  ) throws(SchemaError) {
    let document = documents[place.document]
    guard document.resource(of: place.node) == nil else { return }
    guard document.kind(place.node) == .object else {
      if document.kind(place.node) == .boolean {
        document.setResource(resource ?? enter(base, place, outer), of: place.node)
      }
      return
    }
    let members = document.members(place.node)
    func text(_ name: StaticString) -> String? {
      document.text(members.last { $0.name.elementsEqual(Bytes(name)) }?.node)
    }
    // A schema inside another has a dialect of its own only if it has a URI of its own.
    let hasDialect = resource != nil && text("$schema") != nil && (text("$id") ?? text("id")) != nil
    let dialect = hasDialect ? try self.dialect(of: place, default: outer) : outer
    // In older drafts nothing beside a reference counts.
    let isReference = dialect.draft <= .draft7 && members.contains { $0.text == "$ref" }
    let identifier = isReference ? nil : text(dialect.draft == .draft4 ? "id" : "$id")
    var number = resource
    if let identifier {
      let uri = base.resolving(identifier)
      let isAnchor = dialect.draft <= .draft7 && identifier.utf8.first == UInt8(ascii: "#")
      if !isAnchor || number == nil { number = enter(isAnchor ? base : uri, place, dialect) }
      if let number, dialect.draft <= .draft7, let name = uri.fragment, !name.isEmpty {
        resources[number].anchors[name] = resources[number].anchors[name] ?? place
      }
    }
    let own = number ?? enter(base, place, dialect)
    document.setResource(own, of: place.node)
    if dialect.draft >= .draft2019, let name = text("$anchor") { resources[own].anchors[name] = place }
    if dialect.draft >= .draft2020, let name = text("$dynamicAnchor") {
      resources[own].anchors[name] = place
      resources[own].dynamicAnchors[name] = place
    }
    if dialect.draft == .draft2019, resources[own].root == place,
      let node = document.member("$recursiveAnchor", of: place.node), document.isTrue(node)
    {
      resources[own].dynamicAnchors[""] = place
    }
    for member in members {
      guard let holding = resources[own].dialect.holding(member.text) else { continue }
      for node in schemas(in: member.node, of: document, holding) {
        try register(
          SchemaPlace(document: place.document, node: node), in: own, base: resources[own].uri,
          dialect: resources[own].dialect)
      }
    }
  }

  private func enter(_ uri: SchemaURI, _ root: SchemaPlace, _ dialect: Dialect) -> Int {
    resources.append(SchemaResource(uri: uri, root: root, dialect: dialect))
    let name = uri.textWithoutFragment
    // Of two with one name, the first counts.
    if resourceByURI[name] == nil { resourceByURI[name] = resources.count - 1 }
    return resources.count - 1
  }

  private func schemas(in node: Int, of document: SchemaDocument, _ holding: Dialect.Holding) -> [Int] {
    switch holding {
    case .schema: [node]
    case .list: document.elements(node)
    case .schemaOrList: document.kind(node) == .array ? document.elements(node) : [node]
    case .map: document.members(node).map(\.node)
    case .dependencies: document.members(node).map(\.node).filter { document.kind($0) != .array }
    }
  }

  // MARK: Dialects

  private func dialect(of place: SchemaPlace, default outer: Dialect) throws(SchemaError) -> Dialect {
    let document = documents[place.document]
    guard let node = document.member("$schema", of: place.node), let uri = document.text(node) else { return outer }
    do {
      return try dialect(SchemaURI(uri).textWithoutFragment)
    } catch {
      throw SchemaError(error.fault, at: error.location ?? document.location(of: node))
    }
  }

  private func dialect(_ uri: String) throws(SchemaError) -> Dialect {
    if let draft = Draft(metaschema: uri) { return Dialect(draft) }
    guard pendingDialects.insert(uri).inserted else { throw SchemaError(.unknownMetaschema(uri)) }
    defer { pendingDialects.remove(uri) }
    guard let number = try resource(uri) else { throw SchemaError(.unknownMetaschema(uri)) }
    let resource = resources[number]
    let document = documents[resource.root.document]
    guard let vocabularies = document.member("$vocabulary", of: resource.root.node) else { return resource.dialect }
    var dialect = Dialect(draft: resource.dialect.draft, vocabularies: [])
    for member in document.members(vocabularies) {
      if let vocabulary = Dialect.vocabulary(member.text) {
        dialect.vocabularies.formUnion(vocabulary)
      } else if document.isTrue(member.node) {
        throw SchemaError(.unknownVocabulary(member.text), at: document.location(of: member.node))
      }
    }
    return dialect
  }

  // MARK: References

  /// What a reference names.
  ///
  /// - Parameter place: of the schema that refers.
  func resolve(_ reference: String, from place: SchemaPlace) throws(SchemaError) -> SchemaPlace {
    guard let own = documents[place.document].resource(of: place.node) else {
      throw SchemaError(.unresolvable(reference))
    }
    let uri = resources[own].uri.resolving(reference)
    guard let target = try resource(uri.textWithoutFragment) else {
      throw SchemaError(.unknownDocument(uri.textWithoutFragment))
    }
    let fragment = uri.fragment ?? ""
    if fragment.isEmpty { return resources[target].root }
    guard let decoded = SchemaURI.decoded(fragment) else { throw SchemaError(.unresolvable(reference)) }
    if decoded.first == UInt8(ascii: "/") {
      guard let found = try follow(decoded, from: target) else { throw SchemaError(.unresolvable(reference)) }
      return found
    }
    guard let found = resources[target].anchors[String(decoding: decoded, as: UTF8.self)] else {
      throw SchemaError(.unresolvable(reference))
    }
    return found
  }

  /// The resource of a schema; every schema that was entered has one.
  func resource(at place: SchemaPlace) -> SchemaResource? {
    documents[place.document].resource(of: place.node).map { resources[$0] }
  }

  /// The metaschema of a draft.
  func root(ofMetaschema draft: Draft) throws(SchemaError) -> SchemaPlace {
    guard let number = try resource(draft.metaschema) else { throw SchemaError(.unknownMetaschema(draft.metaschema)) }
    return resources[number].root
  }

  private func resource(_ uri: String) throws(SchemaError) -> Int? {
    if let known = resourceByURI[uri] { return known }
    if let draft = Metaschemas.draft(of: uri) {
      for text in Metaschemas.texts(draft) {
        _ = try add(SchemaDocument(name: draft.metaschema, builtIn: text), at: SchemaURI(draft.metaschema))
      }
      return resourceByURI[uri]
    }
    guard let document = try sources.document(uri) else { return nil }
    _ = try add(document, at: SchemaURI(uri))
    return resourceByURI[uri]
  }

  private func follow(_ pointer: [UInt8], from resource: Int) throws(SchemaError) -> SchemaPlace? {
    var place = resources[resource].root
    let document = documents[place.document]
    var own = resource
    for token in pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let name = Self.unescaped(token), let child = document.child(name, of: place.node) else { return nil }
      place.node = child
      own = document.resource(of: child) ?? own
    }
    // What stands in an unknown keyword becomes a schema by being named.
    try register(place, in: own, base: resources[own].uri, dialect: resources[own].dialect)
    return document.resource(of: place.node) == nil ? nil : place
  }

  private static func unescaped(_ token: ArraySlice<UInt8>) -> [UInt8]? {
    guard token.contains(UInt8(ascii: "~")) else { return Array(token) }
    var name: [UInt8] = []
    var rest = token
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "~") else {
        name.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "0"): name.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1"): name.append(UInt8(ascii: "/"))
      default: return nil
      }
    }
    return name
  }
}
