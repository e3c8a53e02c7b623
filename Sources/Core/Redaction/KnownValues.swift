/// Makes rules of secrets that the caller knows: the surest there are. Each is found as it is, as JSON escapes it, in
/// hexadecimal digits and in base64 of either alphabet wherever it begins; in percent escapes every text is looked into
/// anyway.
package struct KnownValues {
  /// Shorter values would be found everywhere.
  package static let shortestValue = 8

  package struct TooShort: DescribedError, Equatable {
    package var location: Location?
    package var message: String { "a known value has \(KnownValues.shortestValue) bytes or more" }
  }

  private static let pieceSize = 256

  /// The rules' text, in the form of a rule file.
  private let text = ByteBuffer()
  private var count = 0

  package init() {}

  /// Takes the values of a file, one a line, without the white space around them; blank lines are passed over.
  package mutating func add(_ lines: Bytes, name: String) throws(TooShort) {
    for line in LineSequence(lines) {
      let value = line.bytes.trimmed
      guard !value.isEmpty else { continue }
      guard value.count >= Self.shortestValue else { throw TooShort(location: Location(name, line: line.number)) }
      add(value, label: "KNOWN_VALUE")
    }
  }

  /// Takes a value; one that is too short is not looked for.
  ///
  /// - Parameter label: capital letters, digits and `_`.
  package mutating func add(_ value: Bytes, label: String) {
    guard value.count >= Self.shortestValue else { return }
    // What a pattern can hold is bounded, so a long value is found piece by piece.
    var start = 0
    while value.count - start >= 2 * Self.pieceSize {
      addPiece(value.slice(start, start + Self.pieceSize), label: label)
      start += Self.pieceSize
    }
    addPiece(value.slice(start, value.count), label: label)
  }

  private mutating func addPiece(_ value: Bytes, label: String) {
    count += 1
    let spellings = Self.spellings(of: Array(value))
    text.append("{\"id\":\"known-\(count)\",\"category\":\"secret\"," as String)
    text.append("\"description\":\"A value that the caller knows\",\"keywords\":[")
    for (place, keyword) in Set(spellings.compactMap(Self.keyword)).sorted(by: Self.precedes).enumerated() {
      if place > 0 { text.append(",") }
      Self.appendQuoted(keyword, to: text)
    }
    text.append("],\"pattern\":")
    Self.appendQuoted(Array(spellings.map(Self.pattern).joined(separator: Array("|".utf8))), to: text)
    text.append(",\"label\":")
    JSONString.appendQuoted(label, to: text)
    text.append("}\n")
  }

  /// The rules for all values so far.
  package func rules() throws(RuleError) -> RuleFile {
    try RuleFile(text, name: "<known values>")
  }

  private static func precedes(_ first: [UInt8], _ second: [UInt8]) -> Bool { first.lexicographicallyPrecedes(second) }

  // MARK: Spellings

  /// What can stand for a value in well-formed UTF-8.
  private static func spellings(of value: [UInt8]) -> [[UInt8]] {
    var spellings: [[UInt8]] = []
    let isText = value.withUnsafeBufferPointer { UTF8Validator.firstFault(in: $0) == nil }
    if isText {
      spellings.append(value)
      let escaped = ByteBuffer()
      value.withUnsafeBufferPointer { JSONString.encode($0, into: escaped) }
      if escaped.count != value.count { spellings.append(Array(escaped.bytes)) }
      // A form writes a space so.
      if value.contains(0x20) { spellings.append(value.map { $0 == 0x20 ? UInt8(ascii: "+") : $0 }) }
    }
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = value.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    spellings.append(hexadecimal)
    spellings.append(hexadecimal.map { $0 >= 0x61 ? $0 - 0x20 : $0 })
    for before in 0..<3 {
      let url = base64(value, behind: before)
      spellings.append(url)
      if url.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) {
        spellings.append(url.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? 0x2F : $0 })
      }
    }
    return spellings
  }

  /// The characters of base64 that a value alone decides when other bytes come before it.
  private static func base64(_ value: [UInt8], behind before: Int) -> [UInt8] {
    let bytes = [UInt8](repeating: 0, count: before) + value
    var text = [UInt8](repeating: 0, count: Base64URL.encodedSize(bytes.count))
    _ = bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeMutableBufferPointer { Base64URL.standard.encode(bytes, into: $0) }
    }
    return Array(text[(8 * before + 5) / 6..<8 * bytes.count / 6])
  }

  // MARK: Their rule

  /// The longest part of a spelling of 64 bytes at most that begins and ends between characters.
  private static func keyword(_ spelling: [UInt8]) -> [UInt8]? {
    var end = min(spelling.count, 64)
    while end < spelling.count, end > 0, spelling[end] & 0xC0 == 0x80 { end -= 1 }
    return end >= 2 ? Array(spelling[..<end]) : nil
  }

  /// A pattern that matches the spelling and nothing else.
  private static func pattern(_ spelling: [UInt8]) -> [UInt8] {
    spelling.flatMap { byte in
      let isPlain = byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      return isPlain ? [byte] : Array("\\x{".utf8) + Array(String(byte, radix: 16).utf8) + [UInt8(ascii: "}")]
    }
  }

  private static func appendQuoted(_ bytes: [UInt8], to output: ByteBuffer) {
    output.append("\"")
    bytes.withUnsafeBufferPointer { JSONString.encode($0, into: output) }
    output.append("\"")
  }
}
