/// The schemas of schemas, of every draft that is known.
enum Metaschemas {
  /// The documents of a draft; the first is the metaschema itself, the others are its vocabularies.
  static func texts(_ draft: Draft) -> [StaticString] {
    switch draft {
    case .draft4: draft4
    case .draft6: draft6
    case .draft7: draft7
    case .draft2019: draft2019
    case .draft2020: draft2020
    }
  }

  /// The draft that a URI belongs to, if it is that of a metaschema or of a vocabulary of one.
  static func draft(of uri: String) -> Draft? {
    if let draft = Draft(metaschema: uri) { return draft }
    return [Draft.draft2019, .draft2020].first { uri.hasPrefix("https://json-schema.org/draft/\($0.rawValue)/meta/") }
  }
}
