/// What a rule is about, for reports that say so.
package struct RuleDescription: Equatable, Sendable {
  /// A short phrase.
  package var text: String
  /// Where more is to be read, empty if nowhere.
  package var source: String

  package init(_ text: String, source: String = "") {
    self.text = text
    self.source = source
  }
}

/// A SARIF 2.1.0 log with one run, written as its results come: what is kept of them are the rules they name, which
/// follow at the end.
///
/// Columns are counted in Unicode code points, as the log says of itself; a result whose columns nobody counted is one
/// of its whole line. There are no fingerprints, since one that is worth anything would be made of the value.
///
/// - SeeAlso: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
package final class SARIFLog {
  private let tool: String
  private let version: String
  private let describe: (String) -> RuleDescription?
  private var ruleIndices: [String: Int] = [:]
  private var rules: [String] = []
  private var isBegun = false

  /// - Parameter describe: what the rule of an id is about, nil for one that nobody knows.
  package init(tool: String, version: String, describe: @escaping (String) -> RuleDescription?) {
    self.tool = tool
    self.version = version
    self.describe = describe
  }

  /// Appends a result, and the beginning of the log before the first.
  package func append(_ fault: Fault, to output: ByteBuffer) {
    if isBegun { output.append(",\n") } else { begin(output) }
    output.append("{\"ruleId\":")
    JSONString.appendQuoted(fault.rule, to: output)
    output.append(",\"ruleIndex\":\(index(of: fault.rule)),\"level\":\"\(fault.severity.rawValue)\"" as String)
    output.append(",\"message\":{\"text\":")
    JSONString.appendQuoted(fault.message, to: output)
    output.append("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"")
    Self.appendURI(of: fault.location.file, to: output)
    output.append("\"}")
    if let line = fault.location.line { Self.appendRegion(line, fault.characterColumns, to: output) }
    output.append("}")
    if let pointer = fault.pointer, !pointer.isEmpty {
      output.append(",\"logicalLocations\":[{\"fullyQualifiedName\":")
      JSONString.appendQuoted(pointer, to: output)
      output.append("}]")
    }
    output.append("}]}")
  }

  /// Appends the end of the log; nothing can be added afterwards.
  ///
  /// - Parameter isSuccessful: whether the run looked at all that it was to look at.
  package func end(isSuccessful: Bool, to output: ByteBuffer) {
    if !isBegun { begin(output) }
    output.append("\n],\"invocations\":[{\"executionSuccessful\":\(isSuccessful)}],\"tool\":{\"driver\":{" as String)
    output.append("\"name\":")
    JSONString.appendQuoted(tool, to: output)
    output.append(",\"version\":")
    JSONString.appendQuoted(version, to: output)
    output.append(",\"rules\":[")
    for (index, rule) in rules.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      append(rule, to: output)
    }
    output.append("]}}}]}\n")
  }

  private func begin(_ output: ByteBuffer) {
    isBegun = true
    output.append("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",")
    output.append("\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n")
  }

  private func append(_ rule: String, to output: ByteBuffer) {
    output.append("{\"id\":")
    JSONString.appendQuoted(rule, to: output)
    if let description = describe(rule) {
      if !description.text.isEmpty {
        output.append(",\"shortDescription\":{\"text\":")
        JSONString.appendQuoted(description.text, to: output)
        output.append("}")
      }
      if Self.isURL(description.source) {
        output.append(",\"helpUri\":")
        JSONString.appendQuoted(description.source, to: output)
      }
    }
    output.append("}")
  }

  private func index(of rule: String) -> Int {
    if let index = ruleIndices[rule] { return index }
    ruleIndices[rule] = rules.count
    rules.append(rule)
    return rules.count - 1
  }

  private static func appendRegion(_ line: Int, _ columns: Range<Int>?, to output: ByteBuffer) {
    output.append(",\"region\":{\"startLine\":\(line)" as String)
    if let columns {
      output.append(",\"startColumn\":\(columns.lowerBound)" as String)
      if !columns.isEmpty { output.append(",\"endColumn\":\(columns.upperBound)" as String) }
    }
    output.append("}")
  }

  /// A path as a URI: relative as it is, absolute as a `file:` URI; what a URI may not hold, and a `:` that would end a
  /// scheme, as `%` and two digits (RFC 3986).
  private static func appendURI(of path: String, to output: ByteBuffer) {
    if path.utf8.first == UInt8(ascii: "/") { output.append("file://") }
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        output.append(byte)
      default:
        output.append(UInt8(ascii: "%"))
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 0xF))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Whether a rule's source is an address that may stand where the log wants one.
  private static func isURL(_ source: String) -> Bool {
    (source.hasPrefix("https://") || source.hasPrefix("http://"))
      && source.utf8.allSatisfy { byte in
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
      }
  }
}
