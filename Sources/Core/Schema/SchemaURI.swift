/// What schemas are named by: URIs as text, taken apart and put together by RFC 3986, section 5.
struct SchemaURI: Hashable {
  private var scheme: String?
  private var authority: String?
  private var path: String
  private var query: String?
  /// What stands behind `#`, still percent-encoded; nil where there is no `#`.
  private(set) var fragment: String?

  /// Takes a text apart. Every text is a URI reference here; one that names nothing leads nowhere.
  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    func take(upTo stops: String) -> String {
      let end = rest.firstIndex { stops.utf8.contains($0) } ?? rest.endIndex
      defer { rest = rest[end...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    if let colon = rest.firstIndex(where: { ":/?#".utf8.contains($0) }), rest[colon] == UInt8(ascii: ":"),
      colon > rest.startIndex
    {
      scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      authority = take(upTo: "/?#")
    }
    path = take(upTo: "?#")
    if rest.first == UInt8(ascii: "?") {
      rest = rest.dropFirst()
      query = take(upTo: "#")
    }
    if rest.first == UInt8(ascii: "#") { fragment = String(decoding: rest.dropFirst(), as: UTF8.self) }
  }

  /// The name of a file: an absolute path, whatever its bytes.
  init(file path: String) {
    self.init("file://\(Self.encoded(path))")
  }

  var text: String {
    var text = textWithoutFragment
    if let fragment { text += "#\(fragment)" }
    return text
  }

  /// What names the whole document or resource.
  var textWithoutFragment: String {
    var text = scheme.map { "\($0):" } ?? ""
    if let authority { text += "//\(authority)" }
    text += path
    if let query { text += "?\(query)" }
    return text
  }

  /// The reference, seen from a place whose base this URI is.
  func resolving(_ reference: String) -> SchemaURI {
    var target = SchemaURI(reference)
    if target.scheme != nil {
      target.path = Self.withoutDotSegments(target.path)
      return target
    }
    target.scheme = scheme
    if target.authority != nil {
      target.path = Self.withoutDotSegments(target.path)
      return target
    }
    target.authority = authority
    if target.path.isEmpty {
      target.path = path
      target.query = target.query ?? query
    } else if target.path.utf8.first == UInt8(ascii: "/") {
      target.path = Self.withoutDotSegments(target.path)
    } else {
      let folder =
        authority != nil && path.isEmpty
        ? "/" : path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
      target.path = Self.withoutDotSegments(folder + target.path)
    }
    return target
  }

  private static func withoutDotSegments(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    var output: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { output.append("") }
      case "..":
        // The empty segment before the first slash stays.
        if output.count > 1 || (output.first.map { !$0.isEmpty } ?? false) { output.removeLast() }
        if isLast { output.append("") }
      default: output.append(segment)
      }
    }
    return output.joined(separator: "/")
  }

  /// The bytes that a percent-encoded text stands for; nil if a `%` is followed by something else than two digits.
  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return bytes
  }

  private static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
