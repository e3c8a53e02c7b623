/// The versions of JSON Schema that are known.
package enum Draft: String, CaseIterable, Sendable, Comparable {
  case draft4 = "4"
  case draft6 = "6"
  case draft7 = "7"
  case draft2019 = "2019-09"
  case draft2020 = "2020-12"

  package static func < (first: Draft, second: Draft) -> Bool { first.order < second.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The URI that `$schema` names it by, without a fragment.
  package var metaschema: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// The draft whose metaschema has this URI, or the same with the other of `http` and `https`, which people mix up.
  init?(metaschema uri: String) {
    let others = [uri, uri.hasPrefix("https:") ? "http\(uri.dropFirst(5))" : "https\(uri.dropFirst(4))"]
    guard let draft = Self.allCases.first(where: { others.contains($0.metaschema) }) else { return nil }
    self = draft
  }
}

/// The keywords that a schema understands: those of a draft, less what its metaschema leaves out.
struct Dialect: Equatable {
  var draft: Draft
  var vocabularies: Vocabularies

  struct Vocabularies: OptionSet {
    let rawValue: UInt8

    static let applicator = Vocabularies(rawValue: 1)
    static let validation = Vocabularies(rawValue: 2)
    static let unevaluated = Vocabularies(rawValue: 4)
    static let formatAssertion = Vocabularies(rawValue: 8)
  }

  /// All that a draft has, with formats as annotations.
  init(_ draft: Draft) {
    self.init(draft: draft, vocabularies: [.applicator, .validation, .unevaluated])
  }

  init(draft: Draft, vocabularies: Vocabularies) {
    self.draft = draft
    self.vocabularies = vocabularies
  }

  /// What a URI in `$vocabulary` stands for: an empty set for those that only tell of values, nil for one that nobody
  /// knows.
  static func vocabulary(_ uri: String) -> Vocabularies? {
    let prefixes = ["https://json-schema.org/draft/2020-12/vocab/", "https://json-schema.org/draft/2019-09/vocab/"]
    guard let prefix = prefixes.first(where: { uri.hasPrefix($0) }) else { return nil }
    switch uri.dropFirst(prefix.count) {
    // In 2019-09 the unevaluated keywords belong to the applicators.
    case "applicator": return prefix == prefixes[1] ? [.applicator, .unevaluated] : .applicator
    case "validation": return .validation
    case "unevaluated": return .unevaluated
    case "format-assertion": return .formatAssertion
    case "core", "meta-data", "format", "format-annotation", "content": return []
    default: return nil
    }
  }

  /// How the schemas inside a keyword's value are laid out.
  enum Holding {
    case schema
    case list
    case map
    /// A schema or a list of them.
    case schemaOrList
    /// A map of schemas and of lists of names.
    case dependencies
  }

  /// Where schemas stand in the value of a keyword; nil for one that holds none.
  func holding(_ keyword: String) -> Holding? {
    switch keyword {
    case "properties", "patternProperties", "definitions": .map
    case "$defs": draft >= .draft2019 ? .map : nil
    case "dependentSchemas": draft >= .draft2019 ? .map : nil
    case "dependencies": .dependencies
    case "allOf", "anyOf", "oneOf": .list
    case "prefixItems": draft >= .draft2020 ? .list : nil
    case "items": draft >= .draft2020 ? .schema : .schemaOrList
    case "additionalItems": draft >= .draft2020 ? nil : .schema
    case "additionalProperties", "not": .schema
    case "contains", "propertyNames": draft >= .draft6 ? .schema : nil
    case "if", "then", "else": draft >= .draft7 ? .schema : nil
    case "unevaluatedItems", "unevaluatedProperties", "contentSchema": draft >= .draft2019 ? .schema : nil
    default: nil
    }
  }
}
