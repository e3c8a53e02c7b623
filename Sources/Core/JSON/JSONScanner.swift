/// Reads JSON texts by RFC 8259, strictly, in one pass over the bytes and without recursion.
///
/// It accepts what the grammar accepts, with UTF-8 checked; numbers are not converted, equal names and lone surrogate
/// escapes are let through, nesting goes to 1,024.
package struct JSONScanner: ~Copyable {
  /// How deep objects and arrays may nest: far beyond what people write, and small enough that the stack of one bit a
  /// level stays in two cache lines.
  package static let maximumDepth = 1024

  /// One bit a level, set for an object.
  private let containers: UnsafeMutablePointer<UInt64>

  package init() {
    containers = .allocate(capacity: Self.maximumDepth / 64)
    containers.initialize(repeating: 0, count: Self.maximumDepth / 64)
  }

  deinit {
    containers.deallocate()
  }

  /// Whether `text` is exactly one JSON text, with white space around it at most.
  package mutating func accepts(_ text: Bytes) -> Bool {
    (try? check(text)) != nil
  }

  /// Whether a last line without LF is a record all the same: an object, array or string that is closed. A bare number
  /// or word could be the beginning of a longer one.
  package static func isWholeRecord(_ text: Bytes) -> Bool {
    guard let first = text.first(where: { $0 > 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        || first == UInt8(ascii: "\"")
    else { return false }
    var scanner = JSONScanner()
    return scanner.accepts(text)
  }

  /// Checks that `text` is exactly one JSON text.
  package mutating func check(_ text: Bytes) throws(RecordError) {
    var visitor = CheckingVisitor()
    try scan(text, visitor: &visitor)
  }

  /// Reads `text`, which must be exactly one JSON text.
  ///
  /// - Complexity: O(`text.count`), no allocation.
  package mutating func scan<Visitor: JSONVisitor>(_ text: Bytes, visitor: inout Visitor) throws(RecordError) {
    let end = try scanValue(in: text, from: 0, visitor: &visitor)
    guard let base = text.baseAddress else { return }
    let rest = JSONScanner.skipSpace(base, end, text.count)
    guard rest == text.count else { throw RecordError(.textAfterValue, at: rest) }
  }

  /// Reads one value that starts at or, after white space, behind `start`; what follows it is not looked at.
  ///
  /// - Returns: the offset just behind the value.
  package mutating func scanValue<Visitor: JSONVisitor>(
    in text: Bytes, from start: Int, visitor: inout Visitor
  ) throws(RecordError) -> Int {
    let count = text.count
    guard let base = text.baseAddress else { throw RecordError(.emptyText, at: 0) }
    var offset = JSONScanner.skipSpace(base, start, count)
    guard offset < count else { throw RecordError(.emptyText, at: count) }
    if count - offset >= 3, base[offset] == 0xEF, base[offset + 1] == 0xBB, base[offset + 2] == 0xBF {
      throw RecordError(.byteOrderMark, at: offset)
    }
    var depth = 0
    value: while true {
      guard offset < count else { throw unclosed(depth, at: count) }
      switch base[offset] {
      case UInt8(ascii: "\""):
        var hasEscapes = false
        let end = try scanString(base, offset + 1, count, &hasEscapes, &visitor)
        visitor.string(offset + 1..<end, hasEscapes: hasEscapes)
        offset = end + 1
      case UInt8(ascii: "{"):
        guard depth < Self.maximumDepth else { throw RecordError(.tooDeep, at: offset) }
        containers[depth >> 6] |= 1 << UInt64(depth & 63)
        depth += 1
        visitor.beginObject(at: offset)
        offset = JSONScanner.skipSpace(base, offset + 1, count)
        if offset < count, base[offset] == UInt8(ascii: "}") { break }
        offset = try scanName(base, offset, count, &visitor)
        continue value
      case UInt8(ascii: "["):
        guard depth < Self.maximumDepth else { throw RecordError(.tooDeep, at: offset) }
        containers[depth >> 6] &= ~(1 << UInt64(depth & 63))
        depth += 1
        visitor.beginArray(at: offset)
        offset = JSONScanner.skipSpace(base, offset + 1, count)
        if offset < count, base[offset] == UInt8(ascii: "]") { break }
        continue value
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let end = try JSONScanner.scanNumber(base, offset, count)
        visitor.number(offset..<end)
        offset = end
      case UInt8(ascii: "t"):
        offset = try scanLiteral("true", base, offset, count, &visitor)
      case UInt8(ascii: "f"):
        offset = try scanLiteral("false", base, offset, count, &visitor)
      case UInt8(ascii: "n"):
        offset = try scanLiteral("null", base, offset, count, &visitor)
      default:
        throw RecordError(.expectedValue, at: offset)
      }
      // A value has ended, or an empty container stands before its closing bracket.
      while depth > 0 {
        offset = JSONScanner.skipSpace(base, offset, count)
        guard offset < count else { throw unclosed(depth, at: count) }
        let byte = base[offset]
        if isObject(depth) {
          if byte == UInt8(ascii: ",") {
            offset = try scanName(base, JSONScanner.skipSpace(base, offset + 1, count), count, &visitor)
            continue value
          }
          guard byte == UInt8(ascii: "}") else { throw RecordError(.expectedCommaOrBrace, at: offset) }
          visitor.endObject(at: offset)
        } else {
          if byte == UInt8(ascii: ",") {
            offset = JSONScanner.skipSpace(base, offset + 1, count)
            continue value
          }
          guard byte == UInt8(ascii: "]") else { throw RecordError(.expectedCommaOrBracket, at: offset) }
          visitor.endArray(at: offset)
        }
        depth -= 1
        offset += 1
      }
      return offset
    }
  }

  @inline(__always)
  private func isObject(_ depth: Int) -> Bool {
    containers[(depth - 1) >> 6] & (1 << UInt64((depth - 1) & 63)) != 0
  }

  private func unclosed(_ depth: Int, at offset: Int) -> RecordError {
    guard depth > 0 else { return RecordError(.expectedValue, at: offset) }
    return RecordError(isObject(depth) ? .unclosedObject : .unclosedArray, at: offset)
  }

  /// Reads a member's name, the colon and the white space behind it, and returns where the value must start.
  @inline(__always)
  private func scanName<Visitor: JSONVisitor>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ visitor: inout Visitor
  ) throws(RecordError) -> Int {
    guard start < count else { throw RecordError(.unclosedObject, at: count) }
    guard base[start] == UInt8(ascii: "\"") else { throw RecordError(.expectedName, at: start) }
    var hasEscapes = false
    let end = try scanString(base, start + 1, count, &hasEscapes, &visitor)
    visitor.name(start + 1..<end, hasEscapes: hasEscapes)
    let colon = JSONScanner.skipSpace(base, end + 1, count)
    guard colon < count else { throw RecordError(.unclosedObject, at: count) }
    guard base[colon] == UInt8(ascii: ":") else { throw RecordError(.expectedColon, at: colon) }
    return JSONScanner.skipSpace(base, colon + 1, count)
  }

  @inline(__always)
  private func scanLiteral<Visitor: JSONVisitor>(
    _ word: StaticString, _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ visitor: inout Visitor
  ) throws(RecordError) -> Int {
    let size = word.utf8CodeUnitCount
    var matched = 1
    while matched < size, start + matched < count, base[start + matched] == word.utf8Start[matched] { matched += 1 }
    guard matched == size else {
      throw start + matched == count ? RecordError(.unfinishedValue, at: count) : RecordError(.expectedValue, at: start)
    }
    visitor.literal(start..<start + size)
    return start + size
  }

  @inline(__always)
  private static func skipSpace(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var offset = start
    while offset < count {
      let byte = base[offset]
      // Everything else that may follow is above the space.
      if byte > 0x20 { return offset }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return offset }
      offset += 1
    }
    return offset
  }

  private static func scanNumber(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) throws(RecordError) -> Int {
    var offset = start
    @inline(__always) func fault() -> RecordError {
      RecordError(offset < count ? .badNumber : .unfinishedValue, at: offset)
    }
    @inline(__always) func digits() -> Bool {
      let first = offset
      while offset < count, base[offset] &- 0x30 < 10 { offset += 1 }
      return offset > first
    }
    if base[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < count, base[offset] == UInt8(ascii: "0") {
      offset += 1
    } else if !digits() {
      throw fault()
    }
    if offset < count, base[offset] == UInt8(ascii: ".") {
      offset += 1
      guard digits() else { throw fault() }
    }
    if offset < count, base[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < count, base[offset] == UInt8(ascii: "+") || base[offset] == UInt8(ascii: "-") { offset += 1 }
      guard digits() else { throw fault() }
    }
    // "01" and "1.2.3" end a number where neither a comma nor a bracket can stand.
    if offset < count, base[offset] &- 0x30 < 10 { throw RecordError(.badNumber, at: offset) }
    return offset
  }

  /// Reads a string's body from behind its first quote and returns the offset of the last quote.
  @inline(__always)
  private func scanString<Visitor: JSONVisitor>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ hasEscapes: inout Bool, _ visitor: inout Visitor
  ) throws(RecordError) -> Int {
    var offset = start
    while true {
      offset = JSONScanner.skipPlain(base, offset, count)
      guard offset < count else { throw RecordError(.unclosedString, at: count) }
      let byte = base[offset]
      if byte == UInt8(ascii: "\"") { return offset }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        offset = try JSONScanner.scanEscape(base, offset, count, &visitor)
      } else if byte >= 0x80 {
        let size = UTF8Validator.sequenceSize(base + offset, count - offset)
        guard size > 0 else {
          let isCut = UTF8Validator.isBeginning(base + offset, count - offset)
          throw RecordError(isCut ? .unfinishedCharacter : .invalidUTF8, at: offset)
        }
        offset += size
      } else {
        throw RecordError(.controlCharacter, at: offset)
      }
    }
  }

  /// The offset of the first byte at or after `start` that is not an ordinary ASCII character of a string: a quote, a
  /// backslash, a control character, or the start of a multi-byte character.
  @inline(__always)
  private static func skipPlain(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset &+ 8 <= count {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
      // Eight bytes at once: a byte's high bit is set in `stops` if it is a stop. A borrow can set one too many, but
      // only above a right one, and only the lowest is used.
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let stops = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | (word &- ones &* 0x20) | word
      if stops & highs != 0 { return offset &+ (stops & highs).trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < count {
      let byte = base[offset]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return offset }
      offset &+= 1
    }
    return offset
  }

  /// Reads the escape at `start` and returns the offset behind it; a pair of surrogates is read as one.
  private static func scanEscape<Visitor: JSONVisitor>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ visitor: inout Visitor
  ) throws(RecordError) -> Int {
    guard start + 1 < count else { throw RecordError(.unclosedString, at: count) }
    switch base[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let unit = try JSONString.codeUnit(base, start + 2, count)
      if unit & 0xFC00 == 0xD800, start + 7 < count, base[start + 6] == UInt8(ascii: "\\"),
        base[start + 7] == UInt8(ascii: "u")
      {
        let second = try JSONString.codeUnit(base, start + 8, count)
        if second & 0xFC00 == 0xDC00 { return start + 12 }
      }
      if unit & 0xF800 == 0xD800 { visitor.loneSurrogate(at: start) }
      return start + 6
    default:
      throw RecordError(.badEscape, at: start)
    }
  }
}
