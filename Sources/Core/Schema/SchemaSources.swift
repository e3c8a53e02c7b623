/// The documents that references may lead to: files, folders of files, and folders that hold all that begins with a URI.
package struct SchemaSources {
  /// URI prefixes, and the folder where what follows them is found.
  private var folders: [(prefix: String, folder: String)] = []
  /// By the URI of the file and by the URI that the document gives itself.
  private var files: [String: SchemaDocument] = [:]

  /// None at all.
  package init() {}

  /// - Parameter references: each a file, a folder, or `URI=FOLDER`.
  package init(_ references: [String]) throws {
    for reference in references {
      if let (prefix, folder) = Self.mapping(reference) {
        folders.append((prefix, folder))
        continue
      }
      guard try SystemError.naming(.open, reference, try FileStatus(path: reference)).kind == .directory else {
        try add(Self.read(reference))
        continue
      }
      for path in try Folder.files(in: reference, suffix: ".json") {
        // What is no JSON is no schema; who refers to it is told that nothing was found.
        if let document = try? Self.read(path) { try add(document) }
      }
    }
  }

  /// `http://host/prefix/=folder`: what stands before the last `=` begins with a scheme.
  private static func mapping(_ reference: String) -> (prefix: String, folder: String)? {
    guard let sign = reference.utf8.lastIndex(of: UInt8(ascii: "=")),
      let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")), colon < sign,
      !reference[..<colon].utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    return (String(reference[..<sign]), String(reference[reference.utf8.index(after: sign)...]))
  }

  /// Reads a JSON text.
  static func read(_ path: String) throws -> SchemaDocument {
    try SchemaDocument(
      name: path == "-" ? "<stdin>" : path, WholeFile.lines(at: path, maximumLineSize: Tape.largestText))
  }

  /// The URI of a file, which is the base of references in it unless it names another.
  static func uri(ofFile path: String) -> SchemaURI {
    SchemaURI(file: FilePath.resolved(path) ?? "/\(path)")
  }

  private mutating func add(_ document: SchemaDocument) throws {
    let uri = Self.uri(ofFile: document.name)
    files[uri.textWithoutFragment] = document
    for name in ["$id", "id"] as [StaticString] {
      guard let identifier = document.text(document.member(name, of: 0)) else { continue }
      let own = uri.resolving(identifier).textWithoutFragment
      if files[own] == nil { files[own] = document }
    }
  }

  /// The document at a URI without a fragment, nil if there is none.
  func document(_ uri: String) throws(SchemaError) -> SchemaDocument? {
    if let document = files[uri] { return document }
    for (prefix, folder) in folders where uri.hasPrefix(prefix) {
      guard let rest = SchemaURI.decoded(String(uri.dropFirst(prefix.count))) else { continue }
      let name = String(decoding: rest, as: UTF8.self)
      // Only what is in the folder.
      guard !name.isEmpty, !name.utf8.contains(0), !name.split(separator: "/").contains("..") else { continue }
      let path = "\(folder)/\(name)"
      guard (try? FileStatus(path: path))?.kind == .regular else { continue }
      do {
        return try Self.read(path)
      } catch let error as SchemaError {
        throw error
      } catch {
        continue
      }
    }
    return nil
  }
}
